# SARIF against the schema of the standard, as Microsoft's package for tests of SARIF ships it.
from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest

from kek_build.reports.sarif import as_sarif
from kek_build.rules import Rule
from tests.reports.problems import problem
from tests.shipped.tools import module


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft4Validator:
    """The schema of SARIF 2.1.0."""
    path = module("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
    return jsonschema.Draft4Validator(
        json.loads(path.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
    )


@pytest.mark.parametrize(
    "found",
    [
        [],
        [problem()],
        [problem(line=0, column=0, excerpt=None, expected=None, suggestion=None)],
        [problem(excerpt="x" * 10_000, file=PurePosixPath("content/mit Leerzeichen/ä%.yml"))],
        [problem(rule=rule) for rule in Rule],
    ],
)
def test_a_report_holds_to_the_schema(schema: jsonschema.Draft4Validator, found: list[Any]) -> None:
    assert [error.message for error in schema.iter_errors(as_sarif(found))] == []


def test_the_schema_refuses_what_is_no_sarif(schema: jsonschema.Draft4Validator) -> None:
    log = as_sarif([problem()])
    log["runs"][0]["results"][0]["level"] = "fehler"
    assert [*schema.iter_errors(log)]


def test_a_result_names_its_rule_place_and_line() -> None:
    run = as_sarif([problem(), problem(rule=Rule.DATE), problem(line=7)])["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["unbekannter-wert", "zeitpunkt"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "content/muster/massnahmen/1-1.yml"
    assert location["region"] == {"startLine": 5, "startColumn": 9}
    assert location["contextRegion"]["snippet"]["text"] == "status: verzoegert"


def test_a_path_is_written_as_an_address() -> None:
    run = as_sarif([problem(file=PurePosixPath("content/mit Leerzeichen/ä.yml"))])["runs"][0]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "content/mit%20Leerzeichen/%C3%A4.yml"


def test_a_hint_is_a_note() -> None:
    run = as_sarif([problem(rule=Rule.LOOSE_END)])["runs"][0]
    assert run["results"][0]["level"] == "note"
