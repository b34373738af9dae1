# Charts of figures over time: each figure stands where its time is, in a shape of its own kind and variant. A solid
# line joins values, a broken one forecasts of one variant; what lies between them is not known and stays empty. The way
# to a target is broken as well, and a target that holds always is a line across all of it.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from kek_build.pages.drawings.beschriftung import Around, Placed, labels
from kek_build.pages.drawings.punkte import Punkt
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.skala import Scale, round_numbers, round_years, tick_text
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Bild, Key, Path, Words, line, marker
from kek_build.steering.target_path import Corner, years

_TOP, _BOTTOM, _SIDE = 40, 216, 20
_PLAIN_BOTTOM = 120
_STEPS, _YEARS = 4, 3
_DENSE = 24
"""From so many values of one kind on, only the ends of their line have markers."""
_SAMPLE = "M0 8H20"


@dataclass(frozen=True)
class Frame:
    """What is drawn around the figures of a series."""

    ways: tuple[tuple[Corner, ...], ...] = ()
    """The way to the targets of each variant."""
    day: date | None = None
    """The reference day, shown where figures lie on both sides of it."""


def series(points: Sequence[Punkt], frame: Frame | None = None, *, plain: bool = False) -> Bild:
    """A chart of all figures that have a time; at least two times must differ. A plain one has no words."""
    frame = frame or Frame()
    dated = sorted((point for point in points if point.time), key=_year)
    holding = [point for point in points if point.holds_always]
    ticks = _numbers([*dated, *holding])
    numbers = [] if plain else [tick_text(tick, ticks) for tick in ticks]
    left = max((width(text, SIZE) + 10 for text in numbers), default=0)
    top, bottom = (12, _PLAIN_BOTTOM) if plain else (_TOP, _BOTTOM)
    across = Scale(Decimal(_year(dated[0])), Decimal(_year(dated[-1])), left + _SIDE, WIDTH - _SIDE)
    up = Scale(ticks[0], ticks[-1], bottom, top)
    placed = [Placed(point, across.at(Decimal(_year(point))), _heights(point, up)) for point in dated]
    styles = _styles(points)
    grid = [Path(line((left, up.at(tick)), (WIDTH, up.at(tick))), "gitter") for tick in ticks]
    lines = [*_ways(frame.ways, across, up), *_lines(placed, styles)]
    today = None if plain else _day(frame.day, dated, across)
    paths = [
        *([Path(line((left, up.at(Decimal(0))), (WIDTH, up.at(Decimal(0)))), "null")] if ticks[0] <= 0 else []),
        *([Path(line((today, top), (today, bottom)), "stichtag")] if today is not None else []),
        *(Path(line((left, y), (WIDTH, y)), "ziellinie") for point in holding for y in _heights(point, up)),
        *(Path(line(*corners), style) for corners, style in lines),
        *(Path(line((one.x, one.ys[0]), (one.x, one.ys[-1])), f"strecke {one.point.style}")
          for one in placed if len(one.ys) > 1),
        *_markers(placed, styles),
    ]  # fmt: skip
    if plain:
        return Bild("zeitreihe", bottom + 12, paths=tuple(paths))
    axis = [Words(left - 6, up.at(tick) + 5, text, "end", "achse") for tick, text in zip(ticks, numbers, strict=True)]
    axis += [Words(1, 14, shorten_to(f"in {dated[0].unit}", WIDTH - 2, SIZE), style="achse"), *_times(dated, across)]
    axis += _day_words(today, left)
    always = [Placed(point, WIDTH - _SIDE, _heights(point, up)) for point in holding]
    words = (*axis, *labels(placed, always, Around(axis, [corners for corners, _ in lines], left, _BOTTOM)))
    keys, notes = tuple(_keys(points, styles, frame)), tuple(_notes(points, dated, ticks))
    return Bild("zeitreihe", bottom + 30, tuple(grid), paths=tuple(paths), words=words, keys=keys, notes=notes)


def _year(point: Punkt) -> float:
    return point.year or 0.0


def _heights(point: Punkt, up: Scale) -> list[float]:
    return sorted({up.at(value) for value in point.from_zero})


def _numbers(shown: Sequence[Punkt]) -> list[Decimal]:
    """The numbers of the upright axis; it begins with zero unless all values lie close together and far from it."""
    values = [value for point in shown for value in point.from_zero]
    low, high = min(values), max(values)
    if low <= 0 or (high - low) * 4 >= high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return round_numbers(low, high, _STEPS)


_Group = tuple[str, str | None]
"""Figures that belong together: their style and variant."""
_Line = tuple[list[tuple[float, float]], str]
"""The corners of a line, and its style."""


def _styles(points: Sequence[Punkt]) -> dict[_Group, str]:
    """The style of each group: its kind, and from its second variant on a number that gives it another shape."""
    found: dict[_Group, str] = {}
    for point in points:
        if point.group not in found:
            before = sum(style == point.style for style, _ in found)
            found[point.group] = f"{point.style} {point.style}-{min(before + 1, 3)}" if before else point.style
    return found


def _lines(placed: Sequence[Placed], styles: dict[_Group, str]) -> Iterator[_Line]:
    """Lines through values or forecasts of one variant; the baseline belongs to the values; a span ends a line."""
    series_of: dict[_Group, list[Placed]] = {}
    for one in placed:
        kind = "wert" if one.point.style == "ausgangswert" else one.point.style
        if kind != "zielwert":
            series_of.setdefault((kind, one.point.variant), []).append(one)
    for group, items in series_of.items():
        for whole, run in groupby(items, key=lambda one: one.point.high is None):
            corners = [(one.x, one.ys[0]) for one in run]
            if whole and len(corners) > 1:
                yield corners, f"linie {styles.get(group, group[0])}"


def _markers(placed: Sequence[Placed], styles: dict[_Group, str]) -> Iterator[Path]:
    groups: dict[_Group, list[Placed]] = {}
    for one in placed:
        groups.setdefault(one.point.group, []).append(one)
    for group, items in groups.items():
        shown = items if len(items) <= _DENSE else [items[0], items[-1]]
        style = styles[group]
        yield from (Path(marker(style, one.x, y), style) for one in shown for y in one.ys)


def _ways(ways: Sequence[Sequence[Corner]], across: Scale, up: Scale) -> Iterator[_Line]:
    """The ways to targets; behind the last target it holds on."""
    for way in ways:
        corners = [(across.at(Decimal(float(years(when.last)))), up.at(number)) for when, number in way]
        if corners[-1][0] < across.end:
            corners.append((across.end, corners[-1][1]))
        if len(corners) > 1:
            yield corners, "linie zielwert"


def _day(day: date | None, dated: Sequence[Punkt], across: Scale) -> float | None:
    """Where the reference day stands; only where it parts what was from what shall be."""
    if day is None:
        return None
    place = Decimal(float(years(day)))
    if not Decimal(_year(dated[0])) <= place < Decimal(_year(dated[-1])):
        return None
    return across.at(place)


def _day_words(today: float | None, left: float) -> list[Words]:
    if today is None:
        return []
    half = width("Stichtag", SIZE) / 2
    middle = min(max(today, left + half), WIDTH - 1 - half)
    return [Words(round(middle, 1), _TOP - 6, "Stichtag", "middle", "achse")]


def _times(dated: Sequence[Punkt], across: Scale) -> list[Words]:
    """Round years below the chart; where there is no room for two, the first and the last time."""
    found = round_years(_year(dated[0]), _year(dated[-1]), _YEARS)
    y = _BOTTOM + 22
    if len(found) > 1:
        return [Words(across.at(Decimal(year)), y, str(year), "middle", "achse") for year in found]
    space = (WIDTH - across.start) / 2 + _SIDE - 6
    first, last = (shorten_to(str(point.time), space, SIZE) for point in (dated[0], dated[-1]))
    return [Words(across.start - _SIDE, y, first, "start", "achse"), Words(WIDTH - 1, y, last, "end", "achse")]


def _keys(points: Sequence[Punkt], styles: dict[_Group, str], frame: Frame) -> Iterator[Key]:
    kinds = {point.style: point.kind for point in points}
    shown = {point.group for point in points if point.time}
    for (kind, variant), style in styles.items():
        if (kind, variant) in shown:
            yield Key(marker(style, 10, 8), style, _named(kinds[kind], variant))
    if any(len(way) > 1 for way in frame.ways):
        yield Key(_SAMPLE, "linie zielwert", "Weg zum Ziel")
    if any(point.holds_always for point in points):
        yield Key(_SAMPLE, "ziellinie", "Ziel, gilt immer")


def _notes(points: Sequence[Punkt], dated: Sequence[Punkt], ticks: Sequence[Decimal]) -> Iterator[str]:
    if ticks[0] > 0:
        yield "Die Achse beginnt nicht bei 0."
    if len({point.time.precision for point in dated if point.time}) > 1:
        yield "Ein Jahr steht an seinem letzten Tag."
    if without := [point for point in points if not point.time and not point.holds_always]:
        said = "; ".join(point.said for point in without)
        yield f"Ohne Zeitpunkt und deshalb nicht im Bild: {said}."


def _named(kind: str, variant: str | None) -> str:
    """What a group is called: values of a variant only by its name."""
    if not variant:
        return kind
    return variant if kind == "Wert" else f"{kind} {variant}"
