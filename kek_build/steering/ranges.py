# What a figure of an indicator leaves open, and what a target asks for: both are ranges of numbers. „mindestens 30“ can
# be any number from 30 on, and 900 bis 1 000 any between; so a figure lies in what is wanted, outside, or it cannot be
# told.
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kek_build.models import Messwert
from kek_build.models.numbers import write

Direction = Literal["steigend", "fallend", "gleichbleibend"]


@dataclass(frozen=True)
class Range:
    """Numbers from a lowest to a highest; an end that is not given is open."""

    low: Decimal | None
    high: Decimal | None
    below: bool = False
    """Whether the highest number itself is left out."""

    def holds(self, other: Range) -> bool | None:
        """Whether all that a figure can mean lies in here, or nothing of it; None when part of it does."""
        if self._outside(other):
            return False
        return True if self._inside(other) else None

    def _inside(self, other: Range) -> bool:
        above = self.low is None or (other.low is not None and other.low >= self.low)
        if self.high is None or not above:
            return above
        ends = (other.high, self.high)
        return ends[0] is not None and (ends[0] < ends[1] or (ends[0] == ends[1] and (other.below or not self.below)))

    def _outside(self, other: Range) -> bool:
        return _ends_before(other, self) or _ends_before(self, other)

    @property
    def words(self) -> str:
        """What is asked for, in words: `mindestens 30`, `weniger als 500`, `900 bis 1 000`."""
        if self.low is None:
            bound = "weniger als" if self.below else "höchstens"
            return f"{bound} {write(self.high)}" if self.high is not None else "jede Zahl"
        if self.high is None:
            return f"mindestens {write(self.low)}"
        return write(self.low) if self.low == self.high else f"{write(self.low)} bis {write(self.high)}"


def _ends_before(one: Range, other: Range) -> bool:
    """Whether all numbers of one are smaller than all of the other."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and one.below)


def meant(value: Messwert) -> Range:
    """What a figure can be. „rund“ is taken as it is written; how far it may be off, nobody says."""
    high = value.wert if value.bis is None else value.bis
    match value.genauigkeit:
        case "mindestens":
            return Range(value.wert, None)
        case "höchstens" | "weniger als":
            return Range(None, high, value.genauigkeit == "weniger als")
    return Range(value.wert, high)


def wanted(target: Messwert, direction: Direction | None) -> Range | None:
    """What a target asks for.

    Args:
        target: the target.
        direction: in which direction it gets better.

    Returns:
        „mindestens“, „höchstens“ and „weniger als“ say it themselves; else what is to rise must reach the number (of a
        span its lower end), what is to fall must not exceed it (of a span its upper end), and what is to stay must
        be it or lie in the span. None where nothing says it, or word and direction contradict each other.
    """
    high = target.wert if target.bis is None else target.bis
    match target.genauigkeit, direction:
        case ("mindestens", "fallend") | ("höchstens" | "weniger als", "steigend"):
            return None
        case ("mindestens", _) | ("genau" | "rund", "steigend"):
            return Range(target.wert, None)
        case ("höchstens" | "weniger als", _) | (_, "fallend"):
            return Range(None, high, target.genauigkeit == "weniger als")
        case (_, "gleichbleibend"):
            return Range(target.wert, high)
    return None
