# The Roter Faden as a drawing: rows of levels, what stands on each as pills, and the links between them as curves.
# Only geometry: what is linked with what comes from `pages.faden`. Curves that pass a level go between its pills, so
# none seems to end where it does not.
from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kek_build.concept import Strand
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH

SHOWN = 4
"""Pills in a row; where there are more, the last one says how many."""

_LABEL, _PILL, _BETWEEN, _GAP, _PAD = 24, 32, 26, 8, 7
_CAP = 150
"""A name gets at least this width before others are left out."""
_SPACED = 0.85
"""The share of a row that a long name may fill: readers who space letters out (WCAG 1.4.12) see all of it, too."""
_LANE = 5
"""Units between two curves that pass through the same gap."""


@dataclass(frozen=True)
class Stop:
    """A thing on a level of the chain."""

    ref: str
    text: str
    """What its pill says: the number, or a title."""
    name: str
    """Number and title, for those who listen and as a tip."""
    href: str


@dataclass(frozen=True)
class Level:
    """A level of the chain and everything on it."""

    label: str
    anchor: str
    """Its place in the list below the picture."""
    here: bool
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Pill:
    """A thing as drawn."""

    x: float
    y: float
    width: float
    text: str
    name: str
    href: str
    index: int
    """Its number in the picture, from 1, from top to bottom."""
    kind: Literal["thing", "more", "none"] = "thing"
    """`more` stands for all that have no pill of their own, `none` says that nothing is linked."""
    height: float = _PILL

    @cached_property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Row:
    """A level as drawn."""

    label: str
    y: float
    here: bool
    pills: tuple[Pill, ...]
    height: float = _LABEL + _PILL

    @property
    def pills_top(self) -> float:
        return self.y + _LABEL

    @property
    def pills_end(self) -> float:
        return self.pills_top + _PILL


@dataclass(frozen=True)
class Curve:
    """A link as drawn."""

    path: str
    upper: int
    lower: int
    """The pills it joins."""
    editorial: bool
    direct: bool
    """Whether it ends at the thing that the page shows."""


@dataclass(frozen=True)
class FadenBild:
    """A drawing of `WIDTH` by `height` units."""

    rows: tuple[Row, ...]
    curves: tuple[Curve, ...]
    height: float
    width: int = WIDTH

    @property
    def from_document(self) -> bool:
        return any(not curve.editorial for curve in self.curves)

    @property
    def editorial(self) -> bool:
        return any(curve.editorial for curve in self.curves)


def draw(levels: Sequence[Level], links: Iterable[Strand]) -> FadenBild:
    """Draw the chain.

    Args:
        levels: the levels from top to bottom; those without a thing on them are drawn empty.
        links: what is really linked with what, by reference.
    """
    rows: list[Row] = []
    place: dict[str, tuple[int, Pill]] = {}
    count = 0
    for index, level in enumerate(levels):
        y = index * (_LABEL + _PILL + _BETWEEN) + 4
        pills, owners = _pills(level, y + _LABEL, count + 1)
        count += len(pills) if level.stops else 0
        rows.append(Row(level.label, y, level.here, pills))
        place |= {ref: (index, pills[owner]) for ref, owner in owners.items()}
    height = len(rows) * (_LABEL + _PILL + _BETWEEN) - _BETWEEN + 12
    return FadenBild(tuple(rows), tuple(_curves(rows, place, links)), height)


def _pills(level: Level, y: float, first: int) -> tuple[tuple[Pill, ...], dict[str, int]]:
    """The pills of a level, in the middle of the row, and which of them stands for which thing."""
    texts, rest = _choose([stop.text for stop in level.stops], bold=level.here)
    names = [(stop.name, stop.href) for stop in level.stops[: len(texts)]]
    owners = {stop.ref: min(index, len(texts)) for index, stop in enumerate(level.stops)}
    if not level.stops:
        texts, names = ["keine Verbindung"], [("", "")]
    elif rest:
        texts = [*texts, f"+{rest} weitere"]
        names.append((f"+{rest} weitere: {level.label} in der Liste", f"#{level.anchor}"))
    widths = [_outer(text, bold=level.here) for text in texts]
    x = (WIDTH - sum(widths) - _GAP * (len(widths) - 1)) / 2
    pills = []
    for index, (text, (name, href)) in enumerate(zip(texts, names, strict=True)):
        pills.append(Pill(round(x, 1), y, round(widths[index], 1), text, name, href, first + index))
        x += widths[index] + _GAP
    if rest or not level.stops:
        pills[-1] = replace(pills[-1], kind="more" if rest else "none")
    return tuple(pills), owners


def _choose(texts: list[str], *, bold: bool) -> tuple[list[str], int]:
    """What the pills of a row say, shortened where they must be, and for how many there is no room."""
    shown = len(texts) if len(texts) <= SHOWN else SHOWN - 1
    while shown:
        rest = len(texts) - shown
        more = _outer(f"+{rest} weitere", bold=bold) + _GAP if rest else 0
        space = WIDTH - more - _GAP * (shown - 1)
        wishes = [_outer(text, bold=bold) for text in texts[:shown]]
        if sum(min(wish, _CAP) for wish in wishes) <= space or shown == 1:
            room = _fair_share(wishes, space) * _SPACED - 2 * _PAD
            return [shorten_to(text, room, SIZE, bold=bold) for text in texts[:shown]], rest
        shown -= 1
    return [], 0


def _fair_share(wishes: Sequence[float], space: float) -> float:
    """The width that none may exceed so that all find room; who needs less leaves the rest to the others."""
    left = space
    for index, wish in enumerate(sorted(wishes)):
        fair = left / (len(wishes) - index)
        if wish > fair:
            return fair
        left -= wish
    return space


def _outer(text: str, *, bold: bool = False) -> float:
    return max(44.0, width(text, SIZE, bold=bold) + 2 * _PAD)


class _Lanes:
    """The places where curves pass a row, between its pills or beside them, by their distance from the left."""

    def __init__(self, row: Row) -> None:
        """All are free as yet."""
        edges = [0.0, *(x for pill in row.pills for x in (pill.x, pill.x + pill.width)), float(WIDTH)]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        self._all = [x for left, right in gaps if right - left >= 7 for x in _lanes_in(left, right)] or [2.0]
        self._free = [*self._all]

    def pass_at(self, wish: float) -> float:
        """A free place near the wished one; any near it when none is free."""
        lanes = self._free or self._all
        behind = bisect(lanes, wish)
        found = min(lanes[max(0, behind - 1) : behind + 1], key=lambda x: abs(x - wish))
        near, far = bisect(self._free, found - 2 * _LANE), bisect(self._free, found + 2 * _LANE)
        self._free[near:far] = [x for x in self._free[near:far] if abs(x - found) >= _LANE]
        return found


def _lanes_in(left: float, right: float) -> list[float]:
    """Places for curves between two pills, away from both as far as there is room."""
    away = 6 if right - left > 20 else 3
    count = max(0, int((right - left - 2 * away) // _LANE))
    start = (left + right - count * _LANE) / 2
    return [start + step * _LANE for step in range(count + 1)]


def _curves(rows: Sequence[Row], place: dict[str, tuple[int, Pill]], links: Iterable[Strand]) -> list[Curve]:
    found: dict[tuple[int, int], tuple[int, Pill, int, Pill, bool]] = {}
    for link in links:
        (above, upper), (below, lower) = place[link.upper], place[link.lower]
        if above >= below:
            continue
        before = found.get((upper.index, lower.index))
        editorial = link.editorial and (before is None or before[4])
        found[upper.index, lower.index] = (above, upper, below, lower, editorial)
    lanes = [_Lanes(row) for row in rows]
    tops, ends = [row.pills_top for row in rows], [row.pills_end for row in rows]
    curves = []
    for above, upper, below, lower, editorial in sorted(found.values(), key=lambda f: (f[1].index, f[3].middle)):
        path = f"M{upper.middle:.1f} {ends[above]:.0f}"
        x, y = upper.middle, ends[above]
        for between in range(above + 1, below):
            wish = x + (lower.middle - x) / (below - between + 1)
            passing = lanes[between].pass_at(wish)
            path += _bend(x, y, passing, tops[between]) + f"V{ends[between]:.0f}"
            x, y = passing, ends[between]
        path += _bend(x, y, lower.middle, tops[below])
        curves.append(Curve(path, upper.index, lower.index, editorial, rows[above].here or rows[below].here))
    return curves


def _bend(x: float, y: float, to_x: float, to_y: float) -> str:
    half = (y + to_y) / 2
    return f"C{x:.1f} {half:.0f} {to_x:.1f} {half:.0f} {to_x:.1f} {to_y:.0f}"
