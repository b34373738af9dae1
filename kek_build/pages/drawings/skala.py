# Scales of charts: round numbers for an axis, and where a value lies on it. Values stay decimal until the last step, so
# no figure is too large, too small or too close to another to be drawn where it belongs.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from kek_build.models.numbers import write

_LARGE = ((12, "Bio."), (9, "Mrd."), (6, "Mio."))


@dataclass(frozen=True)
class Scale:
    """An axis from one value to another, drawn between two coordinates."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """The coordinate of a value; values outside end at the edge."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + (self.end - self.start) * float(share), 1)


def round_numbers(low: Decimal, high: Decimal, steps: int) -> list[Decimal]:
    """Round numbers in even steps that reach from the lowest to the highest value.

    Args:
        low: the lowest value.
        high: the highest value.
        steps: about how many steps there should be.

    Returns:
        At least two numbers; steps are 1, 2 or 5 times a power of ten.
    """
    span = high - low if high > low else max(abs(high), Decimal(1))
    rough = span / steps
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first, last = floor(low / step), ceil(high / step)
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def round_years(first: float, last: float, steps: int) -> list[int]:
    """Round years within a span of time, from its first to its last whole year."""
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        years = list(range(ceil(first / step) * step, floor(last) + 1, step))
        if len(years) <= steps + 1:
            return years
    return []


def tick_text(value: Decimal, ticks: Sequence[Decimal]) -> str:
    """A number of an axis in German; where the axis reaches millions, all of it is told in millions."""
    largest = max(abs(tick) for tick in ticks)
    for power, word in _LARGE:
        if value and largest.adjusted() >= power:
            return f"{_plain(value.scaleb(-power))}\u00a0{word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return write(value.normalize()) if value else "0"
