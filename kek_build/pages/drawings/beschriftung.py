# What stands beside the points of a chart: each says its number, and its variant where there are several, as long as it
# covers no other words and no marker. All of it stands in the table anyway.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kek_build.pages.drawings.punkte import Punkt
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Anchor, Words

_VARIANTS = (130, 70)
"""Widths that the name of a variant may take beside its point, the better first."""
_FEW = 5
"""Of so many points of one kind all say their number; of more only the last, and where the chart begins."""
_ORDER = ("zielwert", "prognose", "ausgangswert", "wert")


@dataclass(frozen=True)
class Placed:
    """A figure, and where it stands in a chart."""

    point: Punkt
    x: float
    ys: list[float]
    """One, or of a span two."""


def labels(
    placed: Sequence[Placed], always: Sequence[Placed], axis: Sequence[Words], left: float, bottom: float
) -> Iterator[Words]:
    """The words beside the points of a chart.

    Args:
        placed: the points, from left to right.
        always: targets that hold always, each at the right end of its line.
        axis: words that are there already.
        left: where the chart begins.
        bottom: where it ends.
    """
    marks = [(one.x - 7, y - 7, one.x + 7, y + 7) for one in placed for y in one.ys]
    taken: list[Words] = list(axis)
    for one in (*always, *_by_weight(placed)):
        candidates = (found for text in _texts(one.point) for found in _beside(text, one, left, bottom))
        for candidate in candidates:
            if not any(candidate.covers(other) for other in (*marks, *(words.extent for words in taken))):
                taken.append(candidate)
                yield candidate
                break


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


def _beside(text: str, one: Placed, left: float, bottom: float) -> Iterator[Words]:
    """Places for the words of a point: above, below, right, left of it, inside the picture."""
    wide = width(text, SIZE, bold=True)
    x, ys = one.x, one.ys
    if wide > WIDTH - left - 2:
        return
    middle = round(min(max(x, left + 1 + wide / 2), WIDTH - 1 - wide / 2), 1)
    for y in (min(ys) - 11, max(ys) + 21):
        if y - SIZE >= 0 and y <= bottom - 2:
            yield Words(middle, y, text, "middle", "zahl", bold=True)
    sides: tuple[tuple[float, Anchor, bool], ...] = (
        (x + 10, "start", x + 10 + wide <= WIDTH),
        (x - 10, "end", x - 10 - wide >= left),
    )
    for place, anchor, fits in sides:
        if fits:
            yield Words(place, (min(ys) + max(ys)) / 2 + 5, text, anchor, "zahl", bold=True)
