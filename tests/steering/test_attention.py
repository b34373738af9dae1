# What editors should look at: what is late (see `test_lateness`), what is older than its interval, and old news.
from __future__ import annotations

from datetime import date

import pytest

from kek_build.steering.attention import TITLES, overdue
from tests.example import Copy

_DAY = date(2026, 11, 28)


@pytest.fixture
def calm(copy: Copy) -> Copy:
    """The example, where nobody says how often anything is looked at."""
    copy.replace("konzept.yml", "ueberpruefung: 120\n", "")
    return copy


def _due(copy: Copy, text: str, months: int = 12, ref: str = "2-1") -> list[tuple[str, str]]:
    """What is due of a measure about which something is added, each with its date."""
    copy.append("massnahmen/2-1.yml", text)
    return [(late.key, str(late.when)) for late in overdue(copy.konzept(), _DAY, months) if late.entry.ref == ref]


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
def test_the_latest_news_counts(calm: Copy, dates: list[str], expected: list[str]) -> None:
    news = "".join(f"  - {{datum: {when}, text: x}}\n" for when in dates)
    assert _due(calm, f"aktualisierungen:\n{news}") == [("nachricht", when) for when in expected]


def test_news_of_what_is_closed_may_be_old(calm: Copy) -> None:
    assert _due(calm, "phase: abgeschlossen\naktualisierungen:\n  - {datum: 2010, text: x}\n") == []


def test_how_old_news_may_be_can_be_said(calm: Copy) -> None:
    assert _due(calm, "aktualisierungen:\n  - {datum: 10/2025, text: x}\n", months=24) == []


def test_the_place_is_that_of_the_date(calm: Copy) -> None:
    calm.append("massnahmen/2-1.yml", "aktualisierungen:\n  - {datum: 2012, text: x}\n  - {datum: 2010, text: x}\n")
    (late,) = [late for late in overdue(calm.konzept(), _DAY, 12) if late.entry.ref == "2-1"]
    assert late.path == ("aktualisierungen", 0, "datum")
    assert late.told == "Die letzte Aktualisierung ist lange her (2012)."


def test_with_an_interval_the_age_of_news_is_measured_by_it_alone(calm: Copy) -> None:
    news = "aktualisierungen:\n  - {datum: 01.10.2025, text: x}\n"
    assert _due(calm, f"{news}ueberpruefung: 14\n") == []
    assert _due(calm, "", months=24) == []
    calm.replace("massnahmen/2-1.yml", "ueberpruefung: 14", "ueberpruefung: 13")
    assert _due(calm, "", months=24) == [("stand", "1. Oktober 2025")]
    (late,) = [late for late in overdue(calm.konzept(), _DAY, 24) if late.entry.ref == "2-1"]
    assert late.path == ("aktualisierungen", 0, "datum")
    assert late.told == "Der Stand (1. Oktober 2025) ist älter als 13 Monate."


def test_values_that_were_due_are_told_also_where_nobody_sets_an_interval(calm: Copy) -> None:
    (late,) = [late for late in overdue(calm.konzept(), _DAY, 12) if late.entry.ref == "kennzahlen/leerstand"]
    assert (late.key, late.path, str(late.when)) == ("werte", ("naechste_werte",), "März 2023")
    assert late.told == "Neue Werte waren fällig (März 2023). Wenn sie da sind, setzen Sie „naechste_werte“ weiter."


def test_every_delay_has_its_heading(copy: Copy) -> None:
    assert {late.key for late in overdue(copy.konzept(), date(2060, 1, 1), 12)} <= TITLES.keys()
