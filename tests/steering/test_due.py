# What is due, and how much of it a calendar holds.
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.steering import due
from kek_build.steering.due import calendar
from tests.example import Copy, load_musterkreis

_DAY = date(2026, 11, 28)


@pytest.fixture
def calm(copy: Copy) -> Copy:
    """The example, where nobody says how often anything is looked at."""
    copy.replace("konzept.yml", "ueberpruefung: 120\n", "")
    return copy


def _due(konzept: Konzept, ref: str = "2-1", day: date = _DAY) -> list[tuple[str, str]]:
    return [(one.kind, str(one.when)) for one in calendar(konzept, day).dates if one.entry.ref == ref]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("geplant: {beginn: Q2/2027, ende: 2028}\n", [("beginn", "2. Quartal 2027"), ("ende", "2028")]),
        ("geplant: {beginn: 2026, ende: 2028}\ntatsaechlich: {beginn: 03/2026}\n", [("ende", "2028")]),
        ("geplant: {beginn: 2027}\nphase: in Umsetzung\n", []),
        ("geplant: {beginn: 2027}\nphase: in Vorbereitung\n", [("beginn", "2027")]),
        ("geplant: {ende: 2028}\nphase: abgeschlossen\ntatsaechlich: {ende: 2025}\n", []),
        ("geplant: {ende: 2028}\nphase: eingestellt\n", []),
        ("geplant: {ende: 2028}\nersetzt_durch: 1-2\n", []),
        ("geplant: {ende: 2028}\nzusammengefuehrt_mit: 1-2\n", []),
        ("meilensteine:\n  - {titel: x, geplant: 01.02.2027}\n", [("meilenstein", "1. Februar 2027")]),
        ("meilensteine:\n  - {titel: x, geplant: 2027, erreicht: 2026}\n", []),
        ("aufgaben:\n  - {text: x, bis: 02/2027}\n", [("aufgabe", "Februar 2027")]),
        ("aufgaben:\n  - {text: x, bis: 2027, erledigt: 2026}\n", []),
        ("ueberpruefung: 80\n", [("pruefung", "30. November 2027")]),
    ],
)
def test_what_has_not_happened_is_due(calm: Copy, text: str, expected: list[tuple[str, str]]) -> None:
    calm.append("massnahmen/2-1.yml", text)
    assert _due(calm.konzept()) == expected


def test_values_are_due_until_they_have_come(calm: Copy) -> None:
    assert _due(calm.konzept(), "kennzahlen/leerstand", date(2023, 6, 1)) == [("werte", "März 2023")]
    calm.replace("kennzahlen/leerstand.yml", "zeit: 31.12.2021", "zeit: 15.03.2023")
    assert _due(calm.konzept(), "kennzahlen/leerstand", date(2023, 6, 1)) == []


@pytest.mark.parametrize(("day", "there"), [("2024-12-31", True), ("2025-12-31", True), ("2026-01-01", False)])
def test_what_was_due_stays_for_a_year(calm: Copy, day: str, there: bool) -> None:
    calm.append("massnahmen/2-1.yml", "geplant: {ende: 2024}\n")
    assert _due(calm.konzept(), day=date.fromisoformat(day)) == ([("ende", "2024")] if there else [])


@given(most=st.integers(0, 12), days=st.integers(-900, 5000))
def test_of_more_than_there_may_be_the_nearest_stay_in_their_order(most: int, days: int) -> None:
    day = date(2022, 1, 1) + timedelta(days=days)
    everything, some = calendar(load_musterkreis(), day, 10**6), calendar(load_musterkreis(), day, most)
    assert (len(some.dates), some.left) == (min(most, len(everything.dates)), max(len(everything.dates) - most, 0))
    assert [one.day for one in some.dates] == sorted(one.day for one in some.dates)
    away = [abs((one.day - day).days) for one in everything.dates]
    assert sorted(abs((one.day - day).days) for one in some.dates) == sorted(away)[:most]
    assert everything.left == 0


def test_a_calendar_holds_no_more_than_programs_take() -> None:
    assert due.MOST == 1000
