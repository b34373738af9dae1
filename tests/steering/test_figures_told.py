# What the values of an indicator say: sentences in German that hold what the numbers give, and nothing more.
from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.models.numbers import write
from kek_build.steering.figures_told import told
from tests.steering.figures import at, indicator

_DAY = date(2026, 7, 1)
_TEN = [at(str(2015 + index), number) for index, number in enumerate(
    ["100", "104", "103", "110", "109", "112", "120", "118", "125", "130"]
)]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "sentences"),
    [
        ({}, ["Das Konzept nennt keinen gemessenen Wert."]),
        ({"ausgangswert": at(None, "3")},
         ["Das Konzept nennt keinen gemessenen Wert. Es gibt nur den Ausgangswert."]),
        ({"zielwerte": [at(None, "3")]}, []),
        ({"werte": [at("2027", "3")]}, ["Bis zum Stichtag gibt es keinen gemessenen Wert."]),
        ({"werte": [at(None, "3")]}, []),
        ({"werte": [at("2020", "3")]}, []),
        ({"richtung": "fallend", "zielwerte": [at(None, "110")], "werte": _TEN},
         ["In 5 von 10 Jahren lag der Wert über dem Ziel, in einem Jahr genau darauf, in 4 Jahren darunter.",
          "Darunter ist besser: Die Zahl soll sinken.",
          "Seit 2015 ist der Wert um 30 Prozent gestiegen, von 100 auf 130\u00a0km (2024).",
          "Gewünscht ist die andere Richtung."]),
        ({"richtung": "steigend", "ausgangswert": at("2014", "98"), "zielwerte": [at("2030", "146")], "werte": _TEN},
         ["In 2 von 10 Jahren lag der Wert über dem Weg zum Ziel, in 3 Jahren genau darauf, in 5 Jahren darunter.",
          "Darüber ist besser: Die Zahl soll steigen.",
          "Seit 2014 ist der Wert um 33 Prozent gestiegen, von 98 auf 130\u00a0km (2024).",
          "Das ist die gewünschte Richtung."]),
        ({"zielwerte": [at(None, "140", genauigkeit="höchstens")], "werte": _TEN},
         ["In allen 10 Jahren lag der Wert unter dem Ziel.", "Darunter ist besser: So nennt das Konzept das Ziel.",
          "Seit 2015 ist der Wert um 30 Prozent gestiegen, von 100 auf 130\u00a0km (2024)."]),
        ({"zielwerte": [at(None, "1", genauigkeit="mindestens")], "werte": _TEN[:2]},
         ["In beiden Jahren lag der Wert über dem Ziel.", "Darüber ist besser: So nennt das Konzept das Ziel.",
          "Seit 2015 ist der Wert um 4 Prozent gestiegen, von 100 auf 104\u00a0km (2016)."]),
        ({"zielwerte": [at(None, "1")], "werte": _TEN[:1]},
         ["2015 lag der Wert über dem Ziel.", "Was davon besser ist, sagt das Konzept nicht."]),
        ({"richtung": "steigend", "zielwerte": [at(None, "1")], "werte": [at("Q2/2020", "1")]},
         ["Im 2. Quartal 2020 lag der Wert genau auf dem Ziel."]),
        ({"richtung": "gleichbleibend", "zielwerte": [at(None, "99", bis="110")], "werte": _TEN[:2]},
         ["In beiden Jahren lag der Wert in der Spanne, die das Ziel nennt.",
          "Seit 2015 ist der Wert um 4 Prozent gestiegen, von 100 auf 104\u00a0km (2016)."]),
        ({"richtung": "gleichbleibend", "zielwerte": [at(None, "99", bis="102")], "werte": _TEN[:2]},
         ["In 1 von 2 Jahren lag der Wert über dem Ziel, in einem Jahr in der Spanne, die das Ziel nennt.",
          "Die Zahl soll gleich bleiben.",
          "Seit 2015 ist der Wert um 4 Prozent gestiegen, von 100 auf 104\u00a0km (2016)."]),
        ({"richtung": "steigend", "zielwerte": [at(None, "5")],
          "werte": [at("03/2020", "4"), at("10.06.2020", "4", bis="6"), at("07/2020", "7", genauigkeit="mindestens")]},
         [("Bei 1 von 3 Messungen lag der Wert über dem Ziel, bei einer Messung darunter, bei einer Messung lässt es "
          "sich nicht sagen."),
          "Darüber ist besser: Die Zahl soll steigen."]),
        ({"richtung": "steigend", "zielwerte": [at(None, "5")], "werte": [at("2020", "4", bis="6")]},
         ["2020 lässt sich nicht sagen, ob der Wert über oder unter dem Ziel lag."]),
        ({"zielwerte": [at("2030", "5")], "werte": _TEN[:1]}, []),
        ({"zielwerte": [at(None, "5", variante="A"), at(None, "7", variante="B")], "werte": _TEN[:1]},
         ["A: 2015 lag der Wert über dem Ziel. Was davon besser ist, sagt das Konzept nicht.",
          "B: 2015 lag der Wert über dem Ziel. Was davon besser ist, sagt das Konzept nicht."]),
        ({"zielwerte": [at(None, "9", variante="A"), at(None, "7", variante="B")],
          "werte": [at("2015", "5"), at("2016", "6")]},
         ["A: In beiden Jahren lag der Wert unter dem Ziel. Was davon besser ist, sagt das Konzept nicht.",
          "B: In beiden Jahren lag der Wert unter dem Ziel. Was davon besser ist, sagt das Konzept nicht.",
          "Seit 2015 ist der Wert um 20 Prozent gestiegen, von 5 auf 6\u00a0km (2016)."]),
        ({"werte": [at(when, number, variante=name) for name, numbers in (("A", "56"), ("B", "54"))
                    for when, number in zip(("2015", "2016"), numbers, strict=True)]},
         ["A: Seit 2015 ist der Wert um 20 Prozent gestiegen, von 5 auf 6\u00a0km (2016).",
          "B: Seit 2015 ist der Wert um 20 Prozent gesunken, von 5 auf 4\u00a0km (2016)."]),
    ],
)  # fmt: skip
def test_the_values_are_told_in_sentences(said: dict[str, Any], sentences: list[str]) -> None:
    assert list(told(indicator(**said), _DAY)) == sentences


@pytest.mark.parametrize(
    ("unit", "first", "last", "sentence"),
    [
        ("km", at("2015", "100"), at("2020", "100"), "Seit 2015 ist der Wert gleich geblieben: 100\u00a0km."),
        ("km", at("2015", "100", genauigkeit="rund"), at("2020", "96,5"),
         "Seit 2015 ist der Wert um rund 3,5 Prozent gesunken, von rund 100 auf 96,5\u00a0km (2020)."),
        ("km", at("1.3.2015", "200"), at("2020", "199,96"),
         "Seit dem 1. März 2015 ist der Wert um weniger als 0,1 Prozent gesunken, von 200 auf 199,96\u00a0km (2020)."),
        ("%", at("2015", "47"), at("2020", "48"),
         "Seit 2015 ist der Wert um 1 Prozentpunkt gestiegen, von 47 auf 48\u00a0% (2020)."),
        ("%", at("2015", "47"), at("2020", "50,5"),
         "Seit 2015 ist der Wert um 3,5 Prozentpunkte gestiegen, von 47 auf 50,5\u00a0% (2020)."),
        ("km", at("2015", "0"), at("2020", "5"), "Seit 2015 ist der Wert gestiegen: von 0 auf 5\u00a0km (2020)."),
        ("km", at("2015", "-5"), at("2020", "5"), "Seit 2015 ist der Wert gestiegen: von −5 auf 5\u00a0km (2020)."),
        ("km", at(None, "10"), at("2020", "30"),
         "Seit dem Ausgangswert ist der Wert um 200 Prozent gestiegen, von 10 auf 30\u00a0km (2020)."),
        ("km", at("2015", "10", bis="12"), at("2020", "30"), None),
        ("km", at("2015", "10"), at("2020", "30", genauigkeit="mindestens"), None),
        ("km", at("2020", "10"), at("2020", "10"), None),
    ],
)  # fmt: skip
def test_the_change_since_the_baseline_is_told_where_it_can_be(
    unit: str, first: dict[str, str], last: dict[str, str], sentence: str | None
) -> None:
    said = told(indicator(einheit=unit, ausgangswert=first, werte=[last]), _DAY)
    assert list(said) == ([sentence] if sentence else [])


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=12), st.integers(-50, 50))
def test_the_counts_are_those_of_the_numbers(numbers: list[int], goal: int) -> None:
    werte = [at(str(2000 + index), write_int(number)) for index, number in enumerate(numbers)]
    model = indicator(richtung="steigend", zielwerte=[at(None, write_int(goal))], werte=werte)
    first = told(model, _DAY)[0]
    total = len(numbers)
    counts = {
        "über": sum(number > goal for number in numbers),
        "genau": sum(number == goal for number in numbers),
        "unter": sum(number < goal for number in numbers),
    }
    given_counts = [count for count in counts.values() if count]
    begin = f"In {given_counts[0]} von {total} Jahren"
    if given_counts[0] == total:
        begin = "In beiden Jahren" if total == 2 else f"In allen {total} Jahren"
    assert first.startswith(begin)
    assert first.count("Jahr") == len(given_counts)


def write_int(number: int) -> str:
    """A whole number as editors write it."""
    return write(indicator(ausgangswert=at(None, str(number))).ausgangswert.wert)  # type: ignore[union-attr]
