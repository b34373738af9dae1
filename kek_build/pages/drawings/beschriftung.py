# What stands beside the points of a chart: each says its number, and its variant where there are several, as long as it
# covers no other words and no marker, and no line where there is another place. All of it stands in the table anyway.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from kek_build.pages.drawings.punkte import Punkt
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Anchor, Words

_VARIANTS = (130, 70)
"""Widths that the name of a variant may take beside its point, the better first."""
_FEW = 5
"""Of so many points of one kind all say their number; of more only the last, and where the chart begins."""
_STEP = 5
"""How far apart the boxes are that a line is taken for."""
_ORDER = ("zielwert", "prognose", "ausgangswert", "wert")


@dataclass(frozen=True)
class Placed:
    """A figure, and where it stands in a chart."""

    point: Punkt
    x: float
    ys: list[float]
    """One, or of a span two."""


@dataclass(frozen=True)
class Around:
    """What is in a chart besides its points."""

    words: Sequence[Words]
    lines: Sequence[Sequence[tuple[float, float]]]
    left: float
    """Where the chart begins."""
    bottom: float
    """Where it ends."""


_Box = tuple[float, float, float, float]


def labels(placed: Sequence[Placed], always: Sequence[Placed], around: Around) -> Iterator[Words]:
    """The words beside the points of a chart.

    Args:
        placed: the points, from left to right.
        always: targets that hold always, each at the right end of its line.
        around: what is there already.
    """
    taken = [*(words.extent for words in around.words)]
    taken += [(one.x - 7, y - 7, one.x + 7, y + 7) for one in placed for y in one.ys]
    on_lines = [box for corners in around.lines for box in _along(corners)]
    for one in (*always, *_by_weight(placed)):
        places = [found for text in _texts(one.point) for found in _beside(text, one, around)]
        free = [words for words in places if not any(map(words.covers, taken))]
        best = next((words for words in free if not any(map(words.covers, on_lines))), free[0] if free else None)
        if best:
            taken.append(best.extent)
            yield best


def _along(corners: Sequence[tuple[float, float]]) -> Iterator[_Box]:
    """A line as a row of small boxes."""
    for (x, y), (next_x, next_y) in pairwise(corners):
        steps = max(1, round(hypot(next_x - x, next_y - y) / _STEP))
        for step in range(steps + 1):
            at_x, at_y = x + (next_x - x) * step / steps, y + (next_y - y) * step / steps
            yield at_x - 1, at_y - 1, at_x + 1, at_y + 1


def _by_weight(placed: Sequence[Placed]) -> Iterator[Placed]:
    """First the last of each kind and variant, then where it begins, then the others where they are few."""
    last = {one.point.group: index for index, one in enumerate(placed)}
    count = Counter(one.point.group for one in placed)
    ends = sorted(last.values(), reverse=True)
    begin = [] if 0 in ends else [0]
    few = [index for index, one in enumerate(placed) if index and count[one.point.group] <= _FEW]
    rest = [index for index in few if index not in ends]
    inner = sorted(rest, key=lambda index: _ORDER.index(placed[index].point.style))
    yield from (placed[index] for index in (*ends, *begin, *inner))


def _texts(point: Punkt) -> Iterator[str]:
    """What a point says, the fuller first."""
    if point.variant:
        names = dict.fromkeys(shorten_to(point.variant, space, SIZE) for space in _VARIANTS)
        yield from (f"{name}: {point.amount}" for name in names)
    elif point.style == "zielwert":
        yield from (f"Ziel: {point.amount}", point.amount)
    else:
        yield point.amount


def _beside(text: str, one: Placed, around: Around) -> Iterator[Words]:
    """Places for the words of a point: above, below, right, left of it, inside the picture."""
    wide = width(text, SIZE, bold=True)
    x, ys, left = one.x, one.ys, around.left
    if wide > WIDTH - left - 2:
        return
    middle = round(min(max(x, left + 1 + wide / 2), WIDTH - 1 - wide / 2), 1)
    for y in (min(ys) - 11, max(ys) + 21):
        if y - SIZE >= 0 and y <= around.bottom - 2:
            yield Words(middle, y, text, "middle", "zahl", bold=True)
    sides: tuple[tuple[float, Anchor, bool], ...] = (
        (x + 10, "start", x + 10 + wide <= WIDTH),
        (x - 10, "end", x - 10 - wide >= left),
    )
    for place, anchor, fits in sides:
        if fits:
            yield Words(place, (min(ys) + max(ys)) / 2 + 5, text, anchor, "zahl", bold=True)
