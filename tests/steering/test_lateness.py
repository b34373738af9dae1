# What is late: only what names a time, and nothing that is closed.
from __future__ import annotations

from datetime import date

import pytest

from kek_build.steering.lateness import months_before, overdue
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


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["27.11.2025"], ["27. November 2025"]),
        (["28.11.2025"], []),
        (["2025"], []),
        (["2024"], ["2024"]),
        (["2020", "2024", "2021"], ["2024"]),
        (["2020", "11/2026"], []),
        (["2020", "2030"], []),
    ],
)
def test_the_latest_news_counts(copy: Copy, dates: list[str], expected: list[str]) -> None:
    news = "".join(f"  - {{datum: {when}, text: x}}\n" for when in dates)
    assert _late(copy, f"aktualisierungen:\n{news}") == [("nachricht", when) for when in expected]


def test_news_of_what_is_closed_may_be_old(copy: Copy) -> None:
    assert _late(copy, "phase: abgeschlossen\naktualisierungen:\n  - {datum: 2010, text: x}\n") == []


def test_how_old_news_may_be_can_be_said(copy: Copy) -> None:
    assert _late(copy, "aktualisierungen:\n  - {datum: 10/2025, text: x}\n", months=24) == []


def test_the_place_is_that_of_the_date(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "aktualisierungen:\n  - {datum: 2012, text: x}\n  - {datum: 2010, text: x}\n")
    (late,) = [late for late in overdue(copy.konzept(), _DAY, 12) if late.entry.ref == "2-1"]
    assert late.path == ("aktualisierungen", 0, "datum")
    assert late.told == "Die letzte Aktualisierung ist lange her (2012)."


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 28), 12, date(2025, 11, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 1), 24, date(2024, 12, 1)),
    ],
)
def test_months_are_counted_back(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected
