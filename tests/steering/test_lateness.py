# What is late: only what names a time, and nothing that is closed.
from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.models import Massnahme
from kek_build.models.dates import parse
from kek_build.steering.attention import overdue
from kek_build.steering.lateness import lateness
from tests.example import Copy

_DAY = date(2026, 11, 28)


def _late(copy: Copy, text: str, day: date = _DAY, months: int = 12) -> list[tuple[str, str]]:
    """What is late of a measure about which something is added, each with its date."""
    copy.append("massnahmen/2-1.yml", text)
    return [(late.key, str(late.when)) for late in overdue(copy.konzept(), day, months) if late.entry.ref == "2-1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("geplant: {ende: 2025}\n", [("ende", "2025")]),
        ("geplant: {ende: 27.11.2026}\n", [("ende", "27. November 2026")]),
        ("geplant: {ende: 28.11.2026}\n", []),
        ("geplant: {ende: 2026}\n", []),
        ("geplant: {ende: Q3/2026}\n", [("ende", "3. Quartal 2026")]),
        ("geplant: {beginn: 2025, ende: 2025}\n", [("ende", "2025")]),
        ("geplant: {ende: 2025}\nphase: in Umsetzung\n", [("ende", "2025")]),
        ("geplant: {ende: 2025}\nphase: abgeschlossen\n", []),
        ("geplant: {ende: 2025}\nphase: eingestellt\n", []),
        ("geplant: {ende: 2025}\ntatsaechlich: {ende: 2024}\n", []),
        ("geplant: {ende: 2025}\ntatsaechlich: {ende: 2027}\n", [("ende", "2025")]),
        ("geplant: {ende: 2025}\nersetzt_durch: 1-2\n", []),
        ("geplant: {ende: 2025}\nzusammengefuehrt_mit: 1-2\n", []),
        ("geplant: {beginn: 2025}\n", [("beginn", "2025")]),
        ("geplant: {beginn: 2025}\nphase: geplant\n", [("beginn", "2025")]),
        ("geplant: {beginn: 2025}\nphase: in Umsetzung\n", []),
        ("geplant: {beginn: 2025}\ntatsaechlich: {beginn: 2026}\n", []),
        ("geplant: {beginn: 2027}\n", []),
    ],
)
def test_a_planned_time_that_passed_is_told_while_nothing_says_it_was_kept(
    copy: Copy, text: str, expected: list[tuple[str, str]]
) -> None:
    assert _late(copy, text) == expected


# By how much


def _measure(**said: Any) -> Massnahme:
    return Massnahme.model_validate({"nummer": "1-1", "titel": "Weg", "handlungsfeld": "I", **said})


def _told(measure: Massnahme, day: date = _DAY) -> list[tuple[str, str]]:
    return [(late.kind, late.by) for late in lateness(measure, day)]


@pytest.mark.parametrize(
    ("planned", "day", "by"),
    [
        ("27.11.2026", date(2026, 11, 28), "1 Tag"),
        ("31.12.2025", date(2026, 11, 28), "332 Tage"),
        ("10/2026", date(2026, 11, 1), "1 Monat"),
        ("12/2025", date(2026, 11, 28), "11 Monate"),
        ("Q4/2025", date(2026, 1, 1), "1 Quartal"),
        ("Q1/2025", date(2026, 11, 28), "7 Quartale"),
        ("2025", date(2026, 1, 1), "1 Jahr"),
        ("2023", date(2026, 11, 28), "3 Jahre"),
        ("2022/2024", date(2026, 11, 28), "2 Jahre"),
    ],
)
def test_how_late_something_is_is_told_no_more_precisely_than_its_date(planned: str, day: date, by: str) -> None:
    measure = _measure(geplant={"ende": planned})
    assert _told(measure, day) == [("ende", by)]
    assert lateness(measure, day)[0].is_open


@pytest.mark.parametrize(
    ("planned", "actual", "told"),
    [
        ({"ende": "2023"}, {"ende": "2024"}, [("beendet", "1 Jahr")]),
        ({"ende": "12/2023"}, {"ende": "15.02.2024"}, [("beendet", "2 Monate")]),
        ({"ende": "2024"}, {"ende": "15.02.2024"}, []),
        ({"ende": "2024"}, {"ende": "2023"}, []),
        ({"beginn": "Q1/2023"}, {"beginn": "Q3/2023"}, [("begonnen", "2 Quartale")]),
        ({"beginn": "01.03.2023"}, {"beginn": "02.03.2023"}, [("begonnen", "1 Tag")]),
        ({"beginn": "2020", "ende": "2022"}, {"beginn": "2021", "ende": "2024"},
         [("beendet", "2 Jahre"), ("begonnen", "1 Jahr")]),
    ],
)  # fmt: skip
def test_what_happened_too_late_is_told_with_both_times(
    planned: dict[str, str], actual: dict[str, str], told: list[tuple[str, str]]
) -> None:
    measure = _measure(geplant=planned, tatsaechlich=actual, phase="abgeschlossen")
    assert _told(measure) == told
    assert all(not late.is_open and late.actual for late in lateness(measure, _DAY))


def test_what_will_happen_has_not_happened() -> None:
    measure = _measure(geplant={"ende": "2025"}, tatsaechlich={"ende": "01.12.2026"}, phase="abgeschlossen")
    assert _told(measure, date(2026, 11, 28)) == []  # closed, though nobody says since when
    assert _told(measure, date(2026, 12, 1)) == [("beendet", "1 Jahr")]


@pytest.mark.parametrize(
    "said",
    [
        {"phase": "Daueraufgabe", "geplant": {"beginn": "2020"}},
        {"geplant": {"ende": "2020"}, "ersetzt_durch": "1-2"},
        {"geplant": {"ende": "2020"}, "zusammengefuehrt_mit": "1-2"},
        {"geplant": {"ende": "2020"}, "phase": "eingestellt"},
        {"meilensteine": [{"titel": "x", "geplant": "2020"}], "phase": "abgeschlossen"},
        {"meilensteine": [{"titel": "x", "geplant": "2020", "erreicht": "2026"}]},
        {"aufgaben": [{"text": "x", "bis": "2020", "erledigt": "2026"}]},
    ],
)
def test_what_lasts_is_replaced_closed_or_done_is_not_late(said: dict[str, Any]) -> None:
    assert _told(_measure(**said)) == []


def test_milestones_and_tasks_are_late_by_themselves() -> None:
    measure = _measure(
        phase="Daueraufgabe",
        meilensteine=[{"titel": "x", "geplant": "2027"}, {"titel": "y", "geplant": "08/2026"}],
        aufgaben=[{"text": "x", "bis": "2024"}],
    )
    assert _told(measure) == [("meilenstein", "3 Monate"), ("aufgabe", "2 Jahre")]
    assert [late.path for late in lateness(measure, _DAY)] == [("meilensteine", 1, "geplant"), ("aufgaben", 0, "bis")]


@settings(deadline=None, max_examples=200)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(["tag", "monat", "quartal", "jahr"]), st.data())
def test_nothing_that_is_late_is_in_time_later(planned: date, precision: str, data: st.DataObject) -> None:
    written = {
        "tag": planned.isoformat(),
        "monat": f"{planned:%m/%Y}",
        "quartal": f"Q{(planned.month + 2) // 3}/{planned.year}",
        "jahr": str(planned.year),
    }[precision]
    measure = _measure(geplant={"ende": written})
    first = data.draw(st.dates(date(2020, 1, 1), date(2034, 1, 1)))
    later = data.draw(st.dates(first, date(2035, 1, 1)))
    before, after = lateness(measure, first), lateness(measure, later)
    assert bool(before) == (first > parse(written).last)
    if before:
        assert after[0].amount >= before[0].amount >= 1
