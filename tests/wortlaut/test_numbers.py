from __future__ import annotations

import pytest

from kek_build.wortlaut.numbers import Numbers

NUMBERS = Numbers(["1", "1.1", "1.1.1", "I.1", "III.12", "3-34", "3-35", "2-58"])


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("1.1.1 Naturnahe Ufer", (("1.1.1",), "Naturnahe Ufer")),
        ("1.1. Lebendige Auen", (("1.1",), "Lebendige Auen")),
        ("3-34/ 3-35 Busse und Bahnen", (("3-34", "3-35"), "Busse und Bahnen")),
        ("2-58 3-34, 3-35", (("2-58", "3-34", "3-35"), "")),
        ("i.1: Kreisstraßen", (("I.1",), "Kreisstraßen")),
        ("3-34", (("3-34",), "")),
        ("3-345 Wege", None),
        ("1.1.1.5 Wege", None),
        ("Im Jahr 1.1.1", None),
        ("3-34-fach verglast", None),
    ],
)
def test_numbers_of_the_concept_are_split_from_the_text(text: str, split: tuple[tuple[str, ...], str] | None) -> None:
    assert NUMBERS.split(text) == split


@pytest.mark.parametrize(
    "text", ["14.02.2018 beschlossen", "1.000 Menschen", "10-20 Jahre Zeit", "§ 11 bis 14", "B 176"]
)
def test_dates_and_figures_are_no_numbers_of_goals(text: str) -> None:
    assert not NUMBERS.begins(text)


def test_a_number_that_the_concept_does_not_know_is_told() -> None:
    assert NUMBERS.unknown("4.2.7 Neue Wege") == "4.2.7"
    assert NUMBERS.unknown("1.1.1 Naturnahe Ufer") is None
    assert NUMBERS.begins("4.2.7 Neue Wege")


def test_a_1_that_was_read_for_an_i_is_understood() -> None:
    assert Numbers(["I.5"]).misread("1.5") == "I.5"
    assert Numbers(["III.12"]).misread("lll.12") == "III.12"
    assert Numbers(["I.5"]).misread("2.5") is None
