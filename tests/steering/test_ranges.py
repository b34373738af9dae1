# What a figure leaves open and what a target asks for: ranges that lie in each other, apart, or neither.
from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.models import Messwert
from kek_build.steering.ranges import Direction, Range, meant, wanted

_ENDS = st.one_of(st.none(), st.integers(-5, 5).map(Decimal))


@st.composite
def _ranges(draw: st.DrawFn) -> Range:
    low, high = draw(_ENDS), draw(_ENDS)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Range(low, high, high is not None and low != high and draw(st.booleans()))


def _numbers(of: Range) -> set[Decimal]:
    """Some of the numbers of a range: halves from far below to far above all ends."""
    halves = [Decimal(number) / 2 for number in range(-20, 21)]
    return {
        one
        for one in halves
        if (of.low is None or one >= of.low) and (of.high is None or one < of.high or (one == of.high and not of.below))
    }


@given(_ranges(), _ranges())
def test_a_range_holds_another_when_it_holds_all_its_numbers_and_does_not_when_it_holds_none(
    one: Range, other: Range
) -> None:
    own, others = _numbers(one), _numbers(other)
    expected = True if others <= own else False if not others & own else None
    assert one.holds(other) is expected


@pytest.mark.parametrize(
    ("target", "direction", "words"),
    [
        ({"wert": "30"}, "steigend", "mindestens 30"),
        ({"wert": "30", "genauigkeit": "rund"}, "fallend", "höchstens 30"),
        ({"wert": "900", "bis": "1 000"}, "steigend", "mindestens 900"),
        ({"wert": "900", "bis": "1 000"}, "fallend", "höchstens 1\u202f000"),
        ({"wert": "900", "bis": "1 000"}, "gleichbleibend", "900 bis 1\u202f000"),
        ({"wert": "30"}, "gleichbleibend", "30"),
        ({"wert": "30", "genauigkeit": "mindestens"}, None, "mindestens 30"),
        ({"wert": "30", "genauigkeit": "höchstens"}, "gleichbleibend", "höchstens 30"),
        ({"wert": "30", "genauigkeit": "weniger als"}, "fallend", "weniger als 30"),
    ],
)
def test_what_a_target_asks_for_depends_on_its_words_and_on_the_direction(
    target: dict[str, str], direction: Direction | None, words: str
) -> None:
    asked = wanted(Messwert.model_validate(target), direction)
    assert asked is not None
    assert asked.words == words


@pytest.mark.parametrize(
    ("target", "direction"),
    [
        ({"wert": "30"}, None),
        ({"wert": "30", "genauigkeit": "mindestens"}, "fallend"),
        ({"wert": "30", "genauigkeit": "höchstens"}, "steigend"),
        ({"wert": "30", "genauigkeit": "weniger als"}, "steigend"),
    ],
)
def test_what_nothing_says_or_two_words_contradict_is_not_guessed(
    target: dict[str, str], direction: Direction | None
) -> None:
    assert wanted(Messwert.model_validate(target), direction) is None


def test_a_value_can_be_all_that_its_words_leave_open() -> None:
    assert meant(Messwert.model_validate({"wert": "5", "genauigkeit": "mindestens"})) == Range(Decimal(5), None)
    assert meant(Messwert.model_validate({"wert": "5", "genauigkeit": "weniger als"})) == Range(None, Decimal(5), True)
    assert meant(Messwert.model_validate({"wert": "5", "bis": "8"})) == Range(Decimal(5), Decimal(8))
