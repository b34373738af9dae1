# What happened in a period: what is dated counts in exactly one of two periods that follow each other, and how things
# stood at the end of the one is how they stood before the other.
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.steering.period import Events, Movement, Period, events
from tests.example import Copy, load_musterkreis

_MEASURE = "massnahmen/2-1.yml"


def _in(copy: Copy, first: date, last: date) -> Movement:
    """What happened to the measure 2-1."""
    found = events(copy.konzept(), Period(first, last))
    (move,) = (move for move in found.movements if move.entry.ref == "2-1")
    return move


_2025 = (date(2025, 1, 1), date(2025, 12, 31))


def test_a_measure_of_which_nothing_is_dated_does_not_move(copy: Copy) -> None:
    move = _in(copy, *_2025)
    assert not move.has_any
    assert (move.began, move.ended) == (False, False)


@pytest.mark.parametrize("day", ["01.01.2025", "31.12.2025", "2025", "Q4/2025"])
def test_both_days_of_a_period_belong_to_it(copy: Copy, day: str) -> None:
    copy.append(_MEASURE, f"aktualisierungen:\n  - datum: {day}\n    text: Neu.\n    phase: geplant\n")
    move = _in(copy, *_2025)
    assert [news.told.text for news in move.news] == ["Neu."]
    assert (move.before.phase, move.after.phase) == (None, "geplant")


@pytest.mark.parametrize("day", ["31.12.2024", "01.01.2026", "2024/2025"])
def test_what_is_dated_before_or_after_does_not(copy: Copy, day: str) -> None:
    copy.append(_MEASURE, f"aktualisierungen:\n  - datum: {day}\n    text: Neu.\n")
    assert not _in(copy, *_2025).has_any


_COURSE = """\
phase: geplant
aktualisierungen:
  - {datum: 01.02.2025, text: Los., phase: in Umsetzung, status: im Plan}
  - {datum: 01.03.2025, text: Weiter., status: im Plan}
  - {datum: 01.04.2025, text: Stockt., status: gefährdet}
  - {datum: 01.05.2025, text: Fertig., phase: abgeschlossen}
"""


def test_news_say_from_what_to_what_they_moved_a_measure(copy: Copy) -> None:
    copy.append(_MEASURE, _COURSE)
    move = _in(copy, *_2025)
    assert [(news.phase, news.status) for news in move.news] == [
        (("geplant", "in Umsetzung"), (None, "im Plan")),
        (None, None),
        (None, ("im Plan", "gefährdet")),
        (("in Umsetzung", "abgeschlossen"), None),
    ]
    assert (move.began, move.ended) == (True, True)


def test_a_phase_that_is_told_for_the_first_time_is_no_begin(copy: Copy) -> None:
    copy.append(_MEASURE, _COURSE.removeprefix("phase: geplant\n"))
    assert (_in(copy, *_2025).began, _in(copy, *_2025).ended) == (False, True)


def test_an_actual_begin_and_end_count_before_any_phase(copy: Copy) -> None:
    copy.append(_MEASURE, _COURSE + "tatsaechlich: {beginn: 2024, ende: 01.05.2026}\n")
    move = _in(copy, *_2025)
    assert (move.began, move.ended, move.begin, move.end) == (False, False, None, None)
    assert _in(copy, date(2024, 1, 1), date(2024, 1, 1)).began
    assert _in(copy, date(2026, 5, 1), date(2026, 5, 1)).ended


_STEPS = """\
geplant: {beginn: 2023, ende: 11/2025}
meilensteine:
  - {titel: Eins, geplant: 06/2024}
  - {titel: Zwei, geplant: 06/2025, erreicht: 09/2025}
  - {titel: Drei, geplant: 10/2025}
aufgaben:
  - {text: Tun, bis: 2024, erledigt: 31.12.2025}
kosten: {betrag: 100, stand: 03/2025}
"""


def test_steps_done_costs_and_what_became_late_are_told(copy: Copy) -> None:
    copy.append(_MEASURE, _STEPS)
    move = _in(copy, *_2025)
    assert [one.titel for one in move.milestones] == ["Zwei"]
    assert [one.text for one in move.tasks] == ["Tun"]
    assert move.cost is not None
    assert [late.path[:2] for late in move.late] == [("geplant", "ende"), ("meilensteine", 0), ("meilensteine", 2)]
    assert [late.path[:2] for late in move.newly_late] == [("geplant", "ende"), ("meilensteine", 2)]


@pytest.mark.parametrize(("time", "last", "counts"), [("2024", 2024, True), ("2024", 2023, False)])
def test_a_value_counts_when_the_time_that_it_measures_is_over(
    copy: Copy, time: str, last: int, *, counts: bool
) -> None:
    copy.append("kennzahlen/radwege.csv", f"{time};50,5;;;;\n")
    found = events(copy.konzept(), Period(date(last, 7, 1), date(last, 12, 31)))
    assert any(entry.ref == "kennzahlen/radwege" for entry, _ in found.values) is counts


def test_decisions_are_counted_apart_and_what_is_to_come_is_none(copy: Copy) -> None:
    found = events(copy.konzept(), Period(date(2019, 1, 1), date(2035, 12, 31)))
    assert [event.art for event in found.history] == ["schritt", "beschluss"]
    assert found.decisions == 1


def test_what_was_replaced_or_merged_does_not_stand_by_itself(copy: Copy) -> None:
    found = events(copy.konzept(), Period(*_2025))
    gone = {move.entry.ref for move in found.movements} - {move.entry.ref for move in found.standing}
    assert gone == {"1-2", "2-3", "II.2"}


_DAYS = st.dates(date(2018, 1, 1), date(2026, 12, 31))


def _told(found: Events) -> list[Any]:
    """Everything that a period tells of and that happens once."""
    told: list[Any] = [event.titel for event in found.history]
    told += [(entry.ref, value) for entry, values in found.values for value in values]
    for move in found.movements:
        ref = move.entry.ref
        told += [(ref, news.told.text) for news in move.news]
        told += [(ref, one) for one in (*move.milestones, *move.tasks, move.cost, move.begin, move.end) if one]
        told += [(ref, part) for part, is_so in (("began", move.began), ("ended", move.ended)) if is_so]
    return told


@given(days=st.lists(_DAYS, min_size=3, max_size=3, unique=True).map(sorted))
def test_two_periods_that_follow_each_other_tell_what_the_whole_tells_each_once(days: list[date]) -> None:
    first, middle, last = days
    konzept = load_musterkreis()
    one = events(konzept, Period(first, middle))
    two = events(konzept, Period(middle + timedelta(days=1), last))
    whole = events(konzept, Period(first, last))
    assert sorted(map(repr, [*_told(one), *_told(two)])) == sorted(map(repr, _told(whole)))
    assert [move.after for move in one.movements] == [move.before for move in two.movements]
    assert [move.late for move in two.movements] == [move.late for move in whole.movements]
