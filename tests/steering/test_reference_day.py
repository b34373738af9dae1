# The day on which is measured: named, or the newest of which the concept says that something happened.
from __future__ import annotations

from datetime import date

import pytest

from kek_build.steering import reference_day
from tests.example import MINIMAL, Copy, load_musterkreis


def test_a_day_that_is_named_holds() -> None:
    day = reference_day(load_musterkreis(), date(2026, 11, 28))
    assert (day.day, str(day.told)) == (date(2026, 11, 28), "28. November 2026")
    assert day.why == "beim Erstellen der Website festgelegt"


def test_otherwise_it_is_the_newest_day_of_the_content() -> None:
    day = reference_day(load_musterkreis())
    assert (day.day, str(day.told), day.why) == (date(2023, 6, 1), "Juni 2023", "die neueste Angabe im Konzept")


@pytest.mark.parametrize(
    "text",
    [
        "aktualisierungen:\n  - {datum: 2031, text: x}\n",
        "tatsaechlich: {beginn: 2031}\n",
        "phase: abgeschlossen\ntatsaechlich: {ende: 2031}\n",
        "meilensteine:\n  - {titel: x, erreicht: 2031}\n",
        "aufgaben:\n  - {text: x, erledigt: 2031}\n",
    ],
)
def test_whatever_happened_counts_from_the_first_day_it_can_mean(copy: Copy, text: str) -> None:
    copy.append("massnahmen/2-1.yml", text)
    assert reference_day(copy.konzept()).day == date(2031, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "geplant: {beginn: 2031, ende: 2032}\n",
        "meilensteine:\n  - {titel: x, geplant: 2031}\n",
        "aufgaben:\n  - {text: x, bis: 2031}\n",
    ],
)
def test_what_is_planned_has_not_happened(copy: Copy, text: str) -> None:
    copy.append("massnahmen/2-1.yml", text)
    assert reference_day(copy.konzept()).day == date(2023, 6, 1)


def test_measured_values_have_happened_and_targets_have_not(copy: Copy) -> None:
    copy.append("kennzahlen/radwege.csv", "Q2/2031;50\n")
    copy.append("kennzahlen/radwege.yml", "zielwerte:\n  - {zeit: 2040, wert: 60}\n")
    assert reference_day(copy.konzept()).day == date(2031, 4, 1)


def test_an_outlook_has_not_happened(copy: Copy) -> None:
    copy.replace("konzept.yml", "datum: 2030/2035", "datum: 2024")
    assert reference_day(copy.konzept()).day == date(2023, 6, 1)
    copy.replace("konzept.yml", "art: ausblick", "art: schritt")
    assert reference_day(copy.konzept()).day == date(2024, 1, 1)


def test_a_concept_that_says_nothing_else_has_the_day_of_its_edition(copy: Copy) -> None:
    for path in sorted(copy.folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    copy.write("konzept.yml", MINIMAL)
    assert str(reference_day(copy.konzept()).told) == "2020"
