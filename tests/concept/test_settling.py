# What one file says of things in others stands in these when they are linked, and two files never say it both.
from __future__ import annotations

from kek_build.concept.hints import held_back
from kek_build.rules import Rule
from tests.example import Copy, load_musterkreis, place

_PROJECT = "schluesselvorhaben/II.1.yml"


def test_a_phase_follows_from_what_the_document_prints() -> None:
    model = load_musterkreis()["II.1"].model
    assert (model.phase, model.status) == ("Daueraufgabe", None)
    model = load_musterkreis()["II.2"].model
    assert (model.phase, model.status) == ("eingestellt", "ruht")
    assert model.status_grund == "Das Dokument sagt <nichts> weiter dazu."


def test_a_phase_that_follows_is_not_typed_as_well(copy: Copy) -> None:
    copy.append(_PROJECT, "phase: in Umsetzung\n")
    problem = copy.only_problem()
    assert problem.rule is Rule.DERIVED_PHASE
    assert (problem.file, problem.line) == place(_PROJECT, copy.line(_PROJECT, "phase"))
    line = copy.line("konzept.yml", "angabe: läuft")
    assert problem.message == f"„phase“ folgt schon aus „läuft & <läuft>“ in konzept.yml (Zeile {line})."


def test_a_status_of_ones_own_stands_beside_a_phase_that_follows(copy: Copy) -> None:
    copy.append(_PROJECT, "status: verzögert\nstatus_grund: Es fehlt Geld.\n")
    model = copy.konzept()["II.1"].model
    assert (model.phase, model.status) == ("Daueraufgabe", "verzögert")


def test_budget_products_have_the_name_of_the_list() -> None:
    konzept = load_musterkreis()
    goal = konzept["1.1.1"].model
    assert [product.bezeichnung for product in goal.produkte] == ["Bauen & <Wohnen>", "Häuser & <Höfe>"]
    assert konzept["I.1"].model.produkte[0].bezeichnung == "Häuser & <Höfe>"
    assert konzept["I"].model.ziele[0].ziele[0] is goal


def test_names_of_persons_are_shown_only_where_the_county_wants_it(copy: Copy) -> None:
    assert copy.konzept()["1-2"].model.ansprechpersonen[0].name == "Erika & <Muster>"
    copy.replace("konzept.yml", "ansprechpersonen_zeigen: ja\n", "")
    konzept = copy.konzept()
    assert konzept["1-2"].model.ansprechpersonen == konzept["I.1"].model.ansprechpersonen == ()
    hints = held_back([konzept], copy.root)
    wanted = [place(name, copy.line(name, "ansprechpersonen") + 1) for name in
              ("massnahmen/1-2.yml", "schluesselvorhaben/I.1.yml")]  # fmt: skip
    assert sorted((hint.file, hint.line) for hint in hints) == wanted
    assert all(hint.rule.is_hint for hint in hints)


def test_the_values_of_a_csv_file_are_those_of_its_indicator() -> None:
    values = load_musterkreis()["kennzahlen/radwege"].model.werte
    assert [(str(value.zeit), str(value.wert)) for value in values] == [("2019", "47.10"), ("2020", "1048.5")]


def test_values_stand_in_one_of_both_files(copy: Copy) -> None:
    copy.append("kennzahlen/radwege.yml", "werte:\n  - zeit: 2018\n    wert: 40\n")
    problem = copy.only_problem()
    assert problem.rule is Rule.FIGURES_FILE
    assert (problem.file, problem.line) == place("kennzahlen/radwege.yml", copy.line("kennzahlen/radwege.yml", "zeit"))
    assert problem.message == "Die Werte stehen auch in radwege.csv."


def test_a_csv_file_belongs_to_an_indicator(copy: Copy) -> None:
    copy.write("kennzahlen/radweg.csv", "zeit;wert\n2024;1\n")
    problem = copy.only_problem()
    assert (str(problem.file), problem.suggestion) == (
        "content/musterkreis/kennzahlen/radweg.csv",
        "kennzahlen/radwege.csv",
    )
    assert problem.message == "Zu dieser Datei gibt es keine Kennzahl."
