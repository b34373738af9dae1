# Values of an indicator that cannot stand together are told, in YAML and in CSV files.
from __future__ import annotations

import pytest

from kek_build.errors import Problem
from kek_build.rules import Rule
from tests.example import Copy, place

_YAML, _CSV = "kennzahlen/leerstand.yml", "kennzahlen/radwege.csv"


def _only(copy: Copy, rule: Rule) -> Problem:
    problem = copy.only_problem()
    assert problem.rule is rule
    assert problem.expected
    return problem


@pytest.mark.parametrize("series", ["werte", "zielwerte", "prognosen"])
def test_a_time_has_one_value_in_each_list(copy: Copy, series: str) -> None:
    name = "kennzahlen/wald.yml"
    values = "  - zeit: 2024\n    wert: 1\n  - zeit: 2025\n    wert: 2\n  - zeit: 2024 # noch einmal\n    wert: 3\n"
    copy.write(name, f"kennung: wald\ntitel: Wald\neinheit: ha\n{series}:\n{values}")
    problem = _only(copy, Rule.FIGURES)
    assert (problem.file, problem.line) == place(name, copy.line(name, "noch einmal"))
    assert problem.message == "Für 2024 gibt es schon einen Wert (Zeile 5)."


def test_variants_have_values_of_their_own(copy: Copy) -> None:
    copy.replace(_YAML, "  - zeit: 2035\n", "  - zeit: 2025\n")
    assert len(copy.konzept()["kennzahlen/leerstand"].model.zielwerte) == 2
    copy.replace(_YAML, "    variante: V2\n", "    variante: V1\n")
    assert _only(copy, Rule.FIGURES).message.startswith("Für 2025 gibt es der Variante „V1“ schon einen Wert (Zeile ")


def test_a_time_has_one_value_in_a_csv_file(copy: Copy) -> None:
    copy.append(_CSV, "2019;50\n")
    problem = _only(copy, Rule.FIGURES)
    assert (problem.file, problem.line) == place(_CSV, 4)
    assert problem.message == "Für 2019 gibt es schon einen Wert (Zeile 2)."


def test_a_value_without_a_time_stands_alone(copy: Copy) -> None:
    copy.append(_CSV, ";50\n")
    problem = _only(copy, Rule.FIGURES)
    assert (problem.file, problem.line) == place(_CSV, 4)
    assert problem.message == "Zu diesem Wert fehlt der Zeitpunkt; es gibt mehrere."


def test_a_target_does_not_lie_before_the_baseline(copy: Copy) -> None:
    copy.replace(_YAML, "  - zeit: 2025\n", "  - zeit: 2018\n")
    problem = _only(copy, Rule.FIGURES)
    assert (problem.file, problem.line) == place(_YAML, copy.line(_YAML, "2018"))
    assert (
        problem.message == f"Der Zielwert (2018) liegt vor dem Ausgangswert (2019, Zeile {copy.line(_YAML, '2019')})."
    )


def test_a_target_may_lie_in_the_year_of_the_baseline(copy: Copy) -> None:
    copy.replace(_YAML, "  - zeit: 2025\n", "  - zeit: 31.12.2019\n")
    assert str(copy.konzept()["kennzahlen/leerstand"].model.zielwerte[0].zeit) == "31. Dezember 2019"


def test_an_effect_is_told_once(copy: Copy) -> None:
    copy.replace(_YAML, "zuordnung: redaktionell", "  - {auf: I.1, richtung: gleichläufig}\nzuordnung: redaktionell")
    problem = _only(copy, Rule.REPEATED)
    assert problem.message.startswith("„I.1“ steht schon weiter oben")


def test_an_effect_on_nothing_is_told(copy: Copy) -> None:
    copy.replace(_YAML, "  - auf: I.1", "  - auf: I.7")
    assert _only(copy, Rule.NO_SUCH_THING).suggestion == "I.1"
