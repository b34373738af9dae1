# Charts of figures over time: each figure stands where its time is, in a shape of its own kind. A solid line joins
# values, a broken one targets or forecasts of one variant; what lies between them is not known and stays empty.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from kek_build.pages.drawings.punkte import Punkt
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.skala import Scale, round_numbers, round_years, tick_text
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Anchor, Bild, Key, Path, Words, line, marker

_TOP, _BOTTOM, _SIDE = 40, 216, 20
_PLAIN_BOTTOM = 120
_VARIANT = 70
"""Width that the name of a variant may take beside its point."""
_ORDER = ("zielwert", "prognose", "ausgangswert", "wert")
_STEPS, _YEARS = 4, 3

_Placed = tuple[Punkt, float, list[float]]


def series(points: Sequence[Punkt], *, plain: bool = False) -> Bild:
    """A chart of all figures that have a time; at least two times must differ. A plain one has no words."""
    dated = sorted((point for point in points if point.time), key=_year)
    ticks = _numbers(dated)
    numbers = [] if plain else [tick_text(tick, ticks) for tick in ticks]
    left = max((width(text, SIZE) + 10 for text in numbers), default=0)
    top, bottom = (12, _PLAIN_BOTTOM) if plain else (_TOP, _BOTTOM)
    across = Scale(Decimal(_year(dated[0])), Decimal(_year(dated[-1])), left + _SIDE, WIDTH - _SIDE)
    up = Scale(ticks[0], ticks[-1], bottom, top)
    placed = [_place(point, across, up) for point in dated]
    grid = [Path(line((left, up.at(tick)), (WIDTH, up.at(tick))), "gitter") for tick in ticks]
    paths = [
        *([Path(line((left, up.at(Decimal(0))), (WIDTH, up.at(Decimal(0)))), "null")] if ticks[0] <= 0 else []),
        *_lines(placed),
        *(Path(line((x, ys[0]), (x, ys[-1])), f"strecke {point.style}") for point, x, ys in placed if len(ys) > 1),
        *(Path(marker(point.style, x, y), point.style) for point, x, ys in placed for y in ys),
    ]
    if plain:
        return Bild("zeitreihe", bottom + 12, paths=tuple(paths))
    axis = [Words(left - 6, up.at(tick) + 5, text, "end", "achse") for tick, text in zip(ticks, numbers, strict=True)]
    axis += [Words(1, 14, shorten_to(f"in {dated[0].unit}", WIDTH - 2, SIZE), style="achse"), *_times(dated, across)]
    words = (*axis, *_labels(placed, axis, left))
    keys, notes = tuple(_keys(dated)), tuple(_notes(points, ticks))
    return Bild("zeitreihe", bottom + 30, tuple(grid), paths=tuple(paths), words=words, keys=keys, notes=notes)


def _year(point: Punkt) -> float:
    return point.year or 0.0


def _numbers(dated: Sequence[Punkt]) -> list[Decimal]:
    """The numbers of the upright axis; it begins with zero unless all values lie close together and far from it."""
    values = [value for point in dated for value in point.from_zero]
    low, high = min(values), max(values)
    if low <= 0 or (high - low) * 4 >= high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return round_numbers(low, high, _STEPS)


def _place(point: Punkt, across: Scale, up: Scale) -> _Placed:
    return point, across.at(Decimal(_year(point))), sorted({up.at(value) for value in point.from_zero})


def _lines(placed: Sequence[_Placed]) -> Iterator[Path]:
    """Lines through figures of one kind and variant; the baseline belongs to the values; a span ends a line."""
    kinds = {"ausgangswert": "wert"}
    series_of: dict[tuple[str, str | None], list[_Placed]] = {}
    for item in placed:
        key = (kinds.get(item[0].style, item[0].style), item[0].variant)
        series_of.setdefault(key, []).append(item)
    for (style, _), items in series_of.items():
        for whole, run in groupby(items, key=lambda item: item[0].high is None):
            corners = [(x, ys[0]) for _, x, ys in run]
            if whole and len(corners) > 1:
                yield Path(line(*corners), f"linie {style}")


def _times(dated: Sequence[Punkt], across: Scale) -> list[Words]:
    """Round years below the chart; where there is no room for two, the first and the last time."""
    years = round_years(_year(dated[0]), _year(dated[-1]), _YEARS)
    y = _BOTTOM + 22
    if len(years) > 1:
        return [Words(across.at(Decimal(year)), y, str(year), "middle", "achse") for year in years]
    space = (WIDTH - across.start) / 2 + _SIDE - 6
    first, last = (shorten_to(str(point.time), space, SIZE) for point in (dated[0], dated[-1]))
    return [Words(across.start - _SIDE, y, first, "start", "achse"), Words(WIDTH - 1, y, last, "end", "achse")]


def _labels(placed: Sequence[_Placed], axis: Sequence[Words], left: float) -> Iterator[Words]:
    """What each point says, where it covers no other words and no marker; all of it stands in the table anyway."""
    marks = [(x - 7, y - 7, x + 7, y + 7) for _, x, ys in placed for y in ys]
    taken: list[Words] = list(axis)
    last = len(placed) - 1
    inner = sorted(range(1, last), key=lambda index: _ORDER.index(placed[index][0].style))
    for point, x, ys in (placed[index] for index in (last, 0, *inner)):
        text = f"{shorten_to(point.variant, _VARIANT, SIZE)}: {point.amount}" if point.variant else point.amount
        for candidate in _beside(text, x, ys, left):
            if not any(candidate.covers(other) for other in (*marks, *(words.extent for words in taken))):
                taken.append(candidate)
                yield candidate
                break


def _beside(text: str, x: float, ys: Sequence[float], left: float) -> Iterator[Words]:
    """Places for the words of a point: above, below, right, left of it, inside the picture."""
    wide = width(text, SIZE, bold=True)
    if wide > WIDTH - left - 2:
        return
    middle = round(min(max(x, left + 1 + wide / 2), WIDTH - 1 - wide / 2), 1)
    for y in (min(ys) - 11, max(ys) + 21):
        if y - SIZE >= 0 and y <= _BOTTOM - 2:
            yield Words(middle, y, text, "middle", "zahl", bold=True)
    sides: tuple[tuple[float, Anchor, bool], ...] = (
        (x + 10, "start", x + 10 + wide <= WIDTH),
        (x - 10, "end", x - 10 - wide >= left),
    )
    for place, anchor, fits in sides:
        if fits:
            yield Words(place, (min(ys) + max(ys)) / 2 + 5, text, anchor, "zahl", bold=True)


def _keys(dated: Sequence[Punkt]) -> Iterator[Key]:
    for kind in dict.fromkeys(point.kind for point in dated):
        yield Key(marker(kind.lower(), 10, 8), kind.lower(), kind)


def _notes(points: Sequence[Punkt], ticks: Sequence[Decimal]) -> Iterator[str]:
    if ticks[0] > 0:
        yield "Die Achse beginnt nicht bei 0."
    if without := [point for point in points if not point.time]:
        said = "; ".join(point.said for point in without)
        yield f"Ohne Zeitpunkt und deshalb nicht im Bild: {said}."
