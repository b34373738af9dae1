# What is said of progress is told where it cannot be: with file and line, and what to write instead.
from __future__ import annotations

import pytest

from kek_build.rules import Rule
from tests.example import Copy, place

_MEASURE = "massnahmen/2-1.yml"
_PROJECT = "schluesselvorhaben/II.1.yml"


def _told(copy: Copy, name: str, needle: str, rule: Rule) -> str:
    """The one problem of the copy, which must be of a rule and at the line of a text."""
    problem = copy.only_problem()
    assert (problem.file, problem.line) == place(name, copy.line(name, needle))
    assert problem.rule is rule
    assert problem.expected or problem.example
    return problem.message


# Status


def test_a_status_needs_a_reason(copy: Copy) -> None:
    copy.append(_MEASURE, "status: verzögert\n")
    assert _told(copy, _MEASURE, "status:", Rule.STATUS_REASON) == "Warum der Status „verzögert“ gilt, fehlt."
    copy.append(_MEASURE, "status_grund: Die Genehmigung fehlt.\n")
    assert copy.konzept()["2-1"].model.status_grund == "Die Genehmigung fehlt."


def test_a_reason_needs_a_status(copy: Copy) -> None:
    copy.append(_MEASURE, "status_grund: Die Genehmigung fehlt.\n")
    assert _told(copy, _MEASURE, "status_grund", Rule.STATUS_REASON) == "„status_grund“ steht ohne „status“."


def test_news_are_the_reason_of_their_status(copy: Copy) -> None:
    copy.append(_MEASURE, "aktualisierungen:\n  - datum: 2025\n    text: Das Geld fehlt.\n    status: gefährdet\n")
    assert copy.konzept()["2-1"].model.aktualisierungen[0].status == "gefährdet"


_TWO = """\
aktualisierungen:
  - datum: 03.05.2025
    text: Es geht voran.
    status: im Plan
  - datum: {day}
    text: Es geht nicht voran.
    status: {status}
"""


def test_two_statuses_of_one_day_contradict_each_other(copy: Copy) -> None:
    copy.append(_MEASURE, _TWO.format(day="2025-05-03", status="ruht"))
    first = copy.line(_MEASURE, "im Plan")
    expected = f"„ruht“ widerspricht „im Plan“ vom selben Tag (Zeile {first})."
    assert _told(copy, _MEASURE, "status: ruht", Rule.STATUS_REASON) == expected


@pytest.mark.parametrize(("day", "status"), [("04.05.2025", "ruht"), ("03.05.2025", "im Plan")])
def test_another_day_or_the_same_status_is_right(copy: Copy, day: str, status: str) -> None:
    copy.append(_MEASURE, _TWO.format(day=day, status=status))
    assert copy.konzept()["2-1"].model.aktualisierungen[1].status == status


# Times


@pytest.mark.parametrize(
    ("step", "needle", "told"),
    [
        ("meilensteine:\n  - titel: Bau\n    geplant: 2029\n", "2029", "„2029“ liegt nach dem geplanten Ende (2028"),
        ("meilensteine:\n  - titel: Bau\n    geplant: Q1/2024\n", "Q1/2024",
         "„1. Quartal 2024“ liegt vor dem geplanten Beginn (2025"),
        ("aufgaben:\n  - text: Kaufen\n    bis: 01.01.2029\n", "bis:",
         "„1. Januar 2029“ liegt nach dem geplanten Ende (2028"),
        ("aufgaben:\n  - text: Kaufen\n    bis: 12/2024\n", "bis:",
         "„Dezember 2024“ liegt vor dem geplanten Beginn (2025"),
    ],
)  # fmt: skip
def test_what_is_planned_on_the_way_lies_between_begin_and_end(copy: Copy, step: str, needle: str, told: str) -> None:
    copy.append(_MEASURE, f"geplant:\n  beginn: 2025\n  ende: 2028\n{step}")
    limit = "ende: 2028" if "nach" in told else "beginn: 2025"
    assert _told(copy, _MEASURE, needle, Rule.PERIOD) == f"{told}, Zeile {copy.line(_MEASURE, limit)})."


@pytest.mark.parametrize("when", ["2025", "2028", "Q4/2028", "2028/2030"])
def test_a_time_that_may_lie_inside_is_right(copy: Copy, when: str) -> None:
    copy.append(_MEASURE, "geplant:\n  beginn: 06/2025\n  ende: 11/2028\n")
    copy.append(_MEASURE, f"meilensteine:\n  - titel: Bau\n    geplant: {when}\n")
    assert copy.konzept()["2-1"].model.meilensteine


def test_what_has_ended_is_closed(copy: Copy) -> None:
    copy.append(_MEASURE, "phase: in Umsetzung\ntatsaechlich:\n  ende: 2024\n")
    line = copy.line(_MEASURE, "phase")
    expected = f"Es hat geendet (2024), aber die Phase ist „in Umsetzung“ (Zeile {line})."
    assert _told(copy, _MEASURE, "ende: 2024", Rule.PERIOD) == expected


def test_the_phase_that_was_told_last_counts(copy: Copy) -> None:
    news = "aktualisierungen:\n  - datum: 2025\n    text: Fertig.\n    phase: abgeschlossen\n"
    copy.append(_MEASURE, f"phase: in Umsetzung\ntatsaechlich:\n  ende: 2024\n{news}")
    assert copy.konzept()["2-1"].model.phase == "in Umsetzung"
    copy.append(_MEASURE, "  - datum: 2026\n    text: Doch nicht fertig.\n    phase: in Vorbereitung\n")
    assert f"(Zeile {copy.line(_MEASURE, 'in Vorbereitung')})" in _told(copy, _MEASURE, "ende: 2024", Rule.PERIOD)


def test_a_lasting_task_does_not_end(copy: Copy) -> None:
    copy.append(_MEASURE, "phase: Daueraufgabe\ngeplant:\n  ende: 2028\n")
    message = _told(copy, _MEASURE, "ende: 2028", Rule.PERIOD)
    assert message == f"Eine Daueraufgabe (Zeile {copy.line(_MEASURE, 'phase')}) endet nicht, hier aber: 2028."


def test_a_lasting_task_that_follows_from_the_document_does_not_end_either(copy: Copy) -> None:
    copy.append(_PROJECT, "geplant:\n  ende: 2028\n")
    assert _told(copy, _PROJECT, "ende: 2028", Rule.PERIOD) == "Eine Daueraufgabe endet nicht, hier aber: 2028."


def test_a_share_of_the_costs_is_no_more_than_all(copy: Copy) -> None:
    copy.append(_MEASURE, "foerderung:\n  - programm: Rad & Weg\n    anteil: 120\n")
    assert _told(copy, _MEASURE, "anteil", Rule.NUMBER) == "„anteil“: „120“ muss zwischen 0 und 100 liegen."


# Budget


def test_an_unknown_budget_product_is_told_with_what_is_meant(copy: Copy) -> None:
    copy.append(_MEASURE, "produkte:\n  - nummer: 5.1.1.1\n")
    assert _told(copy, _MEASURE, "5.1.1.1", Rule.BUDGET_PRODUCT) == "Das Haushaltsprodukt „5.1.1.1“ gibt es nicht."
    assert copy.only_problem().suggestion == "5.1.1.0"


def test_a_budget_product_of_a_goal_must_be_known_as_well(copy: Copy) -> None:
    copy.replace("handlungsfelder/I.yml", "nummer: 5.2.2.0", "nummer: 9.9.9.9")
    assert "9.9.9.9" in _told(copy, "handlungsfelder/I.yml", "9.9.9.9", Rule.BUDGET_PRODUCT)


def test_a_budget_product_has_one_name(copy: Copy) -> None:
    copy.append(_MEASURE, "produkte:\n  - nummer: 5.2.2.0\n    bezeichnung: Hütten\n")
    message = _told(copy, _MEASURE, "Hütten", Rule.BUDGET_PRODUCT)
    assert message == "Das Haushaltsprodukt „5.2.2.0“ heißt in konzept.yml „Häuser & <Höfe>“."


def test_without_a_list_every_budget_product_is_right(copy: Copy) -> None:
    text = (copy.folder / "konzept.yml").read_text(encoding="utf-8")
    before, _, rest = text.partition("haushaltsprodukte:\n")
    copy.write("konzept.yml", before + "bearbeitungsstaende:" + rest.partition("bearbeitungsstaende:")[2])
    copy.append(_MEASURE, "produkte:\n  - nummer: 9.9.9.9\n")
    assert copy.konzept()["2-1"].model.produkte[0].bezeichnung is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - nummer: 5.2.2.0\n", "  - nummer: 5.1.1.0\n", "„5.1.1.0“ steht schon weiter oben"),
        ("schluesselvorhaben: [II.2]", "schluesselvorhaben: [II.2, II.1]", "„II.1“ steht schon weiter oben"),
    ],
)
def test_what_konzept_yml_lists_stands_once(copy: Copy, old: str, new: str, told: str) -> None:
    copy.replace("konzept.yml", old, new)
    assert any(problem.message.startswith(told) for problem in copy.problems())


# Replacements


def test_replacements_that_lead_in_a_circle_are_named(copy: Copy) -> None:
    copy.append("schluesselvorhaben/II.1.yml", "ersetzt_durch: II.2\n")
    problem, other = copy.problems()
    assert problem.rule is other.rule is Rule.CIRCLE
    assert problem.message == "„ersetzt_durch“ führt im Kreis: II.1 → II.2 → II.1."
    assert (problem.file, problem.line) == place(_PROJECT, copy.line(_PROJECT, "ersetzt_durch"))


def test_a_measure_is_no_successor_of_a_key_project(copy: Copy) -> None:
    copy.append("schluesselvorhaben/II.1.yml", "ersetzt_durch: 1-2\n")
    assert copy.only_problem().rule is Rule.WRONG_KIND
