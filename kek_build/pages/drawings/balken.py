# Charts of figures beside each other: horizontal bars from a common zero line, and a share of a hundred. Every bar has
# its name and its value above it; a plain chart, which stands beside the same figures in words, has bars only.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from kek_build.pages.drawings.punkte import Punkt
from kek_build.pages.drawings.schrift import width, wrap
from kek_build.pages.drawings.skala import Scale, round_numbers, tick_text
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Bild, Box, Path, Words, line, marker

_LINE, _BAR, _SPACE, _EDGE = 19, 16, 12, 10
_ZERO = Decimal(0)


@dataclass
class _Sheet:
    """What has been drawn so far, from top to bottom."""

    scale: Scale
    plain: bool
    y: float = 4
    boxes: list[Box] = field(default_factory=list)
    markers: list[Path] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def heading(self, point: Punkt) -> None:
        """Name and value in one line, or below each other where there is no room."""
        if self.plain:
            return
        names = wrap(point.name, WIDTH - 2, SIZE)
        for name in names:
            self.y += _LINE
            self.words.append(Words(1, self.y - 5, name, style="name"))
        if width(names[-1], SIZE) + width(point.value, SIZE, bold=True) + 10 <= WIDTH:
            self.words.append(Words(WIDTH - 1, self.y - 5, point.value, "end", "zahl", bold=True))
            return
        for part in wrap(point.value, WIDTH - 2, SIZE, bold=True):
            self.y += _LINE
            self.words.append(Words(1, self.y - 5, part, style="zahl", bold=True))

    def bar(self, point: Punkt) -> None:
        """From zero to the value; of a span, up to its nearer end, and the span itself as an open box."""
        zero = self.scale.at(_ZERO)
        near, far = (self.scale.at(value) for value in point.from_zero)
        if point.style == "zielwert":
            middle = self.y + _BAR / 2
            self.markers += [Path(marker("zielwert", x, middle), "zielwert") for x in dict.fromkeys((near, far))]
        elif point.from_zero[0] * point.from_zero[1] > 0:
            self.boxes.append(Box(min(zero, near), self.y, abs(near - zero), _BAR, point.style))
        if near != far:
            self.boxes.append(Box(min(near, far), self.y, abs(far - near), _BAR, "spanne"))
        self.y += _BAR + _SPACE


def bars(points: Sequence[Punkt], *, plain: bool = False) -> Bild:
    """Bars for figures that have no times, or all the same; targets are diamonds with a line through all bars."""
    ends = [_ZERO, *(value for point in points for value in point.from_zero)]
    scale, ticks = _axis(min(ends), max(ends))
    sheet = _Sheet(scale, plain)
    for point in points:
        sheet.heading(point)
        sheet.bar(point)
    bottom = sheet.y
    goals = {scale.at(value) for point in points if point.style == "zielwert" for value in point.from_zero}
    grid = [] if plain else [Path(line((x, 4), (x, bottom)), "gitter") for x in (scale.at(tick) for tick in ticks)]
    paths = [
        Path(line((scale.at(_ZERO), 2), (scale.at(_ZERO), bottom)), "null"),
        *(Path(line((x, 4), (x, bottom)), "ziellinie") for x in sorted(goals)),
        *sheet.markers,
    ]
    if plain:
        return Bild("balken", bottom, boxes=tuple(sheet.boxes), paths=tuple(paths))
    words = (*sheet.words, *_ticks(scale, ticks, bottom))
    return Bild("balken", bottom + 24, tuple(grid), tuple(sheet.boxes), tuple(paths), words)


def share(point: Punkt, *, plain: bool = False) -> Bild:
    """One percentage as a part of a hundred."""
    sheet = _Sheet(Scale(_ZERO, Decimal(100), _EDGE, WIDTH - _EDGE), plain)
    sheet.heading(point)
    sheet.boxes.append(Box(_EDGE, sheet.y, WIDTH - 2 * _EDGE, _BAR, "ganzes"))
    sheet.bar(point)
    bottom = sheet.y - _SPACE + 4
    if plain:
        return Bild("anteil", bottom, boxes=tuple(sheet.boxes), paths=tuple(sheet.markers))
    axis = _ticks(sheet.scale, [_ZERO, Decimal(50), Decimal(100)], bottom, "\u00a0%")
    words = (*sheet.words, *axis)
    return Bild("anteil", bottom + 24, boxes=tuple(sheet.boxes), paths=tuple(sheet.markers), words=words)


def _axis(low: Decimal, high: Decimal) -> tuple[Scale, list[Decimal]]:
    """The finest of some axes whose numbers do not run into each other."""
    for steps in (5, 4, 3, 2, 1):
        ticks = round_numbers(low, high, steps)
        scale = Scale(ticks[0], ticks[-1], _EDGE, WIDTH - _EDGE)
        words = _ticks(scale, ticks, 0)
        if all(left.extent[2] + 6 <= right.extent[0] for left, right in pairwise(words)):
            return scale, ticks
    return scale, [tick for tick in ticks if tick in {ticks[0], ticks[-1]}]


def _ticks(scale: Scale, ticks: Sequence[Decimal], y: float, unit: str = "") -> list[Words]:
    """The numbers of an axis, each below its place, the outer ones kept inside the picture."""
    found = []
    for tick in ticks:
        text, x = f"{tick_text(tick, ticks)}{unit}", scale.at(tick)
        half = width(text, SIZE) / 2
        found.append(Words(round(min(max(x, half), WIDTH - half), 1), y + 18, text, "middle", "achse"))
    return found
