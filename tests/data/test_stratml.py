from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
import xmlschema

from kek_build.data.stratml import NAMESPACE
from tests.example import ROOT

_SPACE = {"": NAMESPACE}


@pytest.fixture(scope="module")
def plan(files: dict[str, bytes]) -> Element:
    return fromstring(files["daten/stratml.xml"])  # noqa: S314  (our own file)


def test_the_file_is_as_the_schema_has_it(folder: Path) -> None:
    schema = xmlschema.XMLSchema(ROOT / "stratml.xsd")
    assert [error.reason for error in schema.iter_errors(str(folder / "daten" / "stratml.xml"))] == []


def test_the_schema_finds_an_element_out_of_order(files: dict[str, bytes]) -> None:
    text = files["daten/stratml.xml"].decode()
    wrong = text.replace("<UnitOfMeasurement>", "<Identifier>x</Identifier><UnitOfMeasurement>", 1)
    assert not xmlschema.XMLSchema(ROOT / "stratml.xsd").is_valid(wrong.split("\n", 1)[1])


def test_every_field_is_a_goal_and_every_goal_and_key_project_an_objective(plan: Element) -> None:
    goals = {
        goal.findtext("SequenceIndicator", namespaces=_SPACE): [
            objective.findtext("SequenceIndicator", namespaces=_SPACE)
            for objective in goal.findall("Objective", _SPACE)
        ]
        for goal in plan.findall("StrategicPlanCore/Goal", _SPACE)
    }
    assert goals == {
        "I": ["1.1", "1.1.1", "1.1.1-1", "1.1.1-2", "1.2", "I.1"],
        "II": ["2.1", "2.1.1", "II.1", "II.2"],
    }


def _objective(plan: Element, number: str) -> Element:
    (found,) = [
        objective
        for objective in plan.findall("StrategicPlanCore/Goal/Objective", _SPACE)
        if objective.findtext("SequenceIndicator", namespaces=_SPACE) == number
    ]
    return found


def test_an_objective_says_what_it_stands_under_and_its_adopted_wording(plan: Element) -> None:
    objective = _objective(plan, "1.1.1")
    assert objective.findtext("Description", namespaces=_SPACE) == "Der Leerstand wird vermindert."
    more = objective.findtext("OtherInformation", namespaces=_SPACE)
    assert more == "Strategisches Ziel, gehört zu 1.1 Gutes Wohnen. https://kek.example.org/ziele/1.1.1/"


def test_who_takes_part_is_a_stakeholder_with_the_role_the_document_gives(plan: Element) -> None:
    found = [
        (stakeholder.findtext("Name", namespaces=_SPACE), stakeholder.findtext("Role/Name", namespaces=_SPACE))
        for stakeholder in _objective(plan, "I.1").findall("Stakeholder", _SPACE)
    ]
    assert found == [
        ("Bürgerverein „Wir & <Du>“ e. V.", "mitwirkend"),
        ("Landkreis Muster", "Träger"),
        ("Bauamt", "Träger"),
    ]
    (bauamt,) = _objective(plan, "1.1.1-1").findall("Stakeholder", _SPACE)
    assert bauamt.find("Role", _SPACE) is None


def test_targets_and_results_are_kept_apart(plan: Element) -> None:
    (indicator,) = _objective(plan, "1.1.1").findall("PerformanceIndicator", _SPACE)
    targets, results = (
        [
            (value.findtext("EndDate", namespaces=_SPACE), value.findtext("NumberOfUnits", namespaces=_SPACE))
            for value in indicator.findall(f"MeasurementInstance/{name}", _SPACE)
        ]
        for name in ("TargetResult", "ActualResult")
    )
    assert targets == [("2025-12-31", "900"), ("2035-12-31", "500"), (None, "-3")]
    assert results == [("2019-12-31", "1250"), ("2021-12-31", "1198.5")]


def test_the_plan_names_vision_values_and_source(plan: Element) -> None:
    assert plan.findtext("StrategicPlanCore/Vision/Description", namespaces=_SPACE) == (
        "Muster – mittendrin & <weit> voraus"
    )
    assert len(plan.findall("StrategicPlanCore/Value", _SPACE)) == 2
    assert plan.findtext("AdministrativeInformation/Source", namespaces=_SPACE) == "https://kek.example.org/"
