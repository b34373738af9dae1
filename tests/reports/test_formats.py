# The reports that other programs read, against what those programs say of them.
from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest

from kek_build.reports import FORMATS, render
from kek_build.rules import Rule
from tests.reports.problems import problem

_GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{40}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation says of a code quality report."""


def _annotation(text: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does."""
    found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", text)
    assert found, text
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}

    def unescape(value: str) -> str:
        return re.sub("|".join(escapes), lambda match: escapes[match[0]], value)

    return found[1], {key: unescape(value) for key, value in properties.items()}, unescape(found[3])


def test_github_shows_an_error_at_its_line() -> None:
    command, properties, message = _annotation(render([problem()], "github"))
    assert command == "error"
    assert properties == {
        "file": "content/muster/massnahmen/1-1.yml", "line": "5", "col": "9", "title": "Unbekannter Wert",
    }  # fmt: skip
    assert message.splitlines()[0] == "„status“: „verzoegert“ ist nicht erlaubt."
    assert message.splitlines()[-1] == "Meinten Sie „verzögert“?"


def test_github_is_told_every_character_that_means_something_to_it() -> None:
    file = PurePosixPath("content/a,b:c%0A.yml")
    _, properties, message = _annotation(render([problem(file=file, message="100 %0A\n::error::x, y: z")], "github"))
    assert properties["file"] == "content/a,b:c%0A.yml"
    assert message.startswith("100 %0A\n::error::x, y: z\n")


def test_github_is_told_one_line_for_each_problem_and_no_line_number_for_whole_files() -> None:
    lines = render([problem(), problem(line=0, column=0)], "github").splitlines()
    assert len(lines) == 2
    assert set(_annotation(lines[1])[1]) == {"file", "title"}


def test_hints_are_notices_and_no_errors() -> None:
    assert render([problem(rule=Rule.OVERDUE)], "github").startswith("::notice ")
    assert json.loads(render([problem(rule=Rule.OVERDUE)], "gitlab"))[0]["severity"] == "info"
    report = json.loads(render([problem(rule=Rule.OVERDUE)], "json"))
    assert (report["anzahl"], report["meldungen"][0]["hinweis"]) == (0, True)


@pytest.mark.parametrize("found", [[], [problem()], [problem(), problem(line=0, column=0, excerpt=None)]])
def test_gitlab_gets_what_its_documentation_asks_for(found: list[Any]) -> None:
    report = json.loads(render(found, "gitlab"))
    jsonschema.validate(report, _GITLAB)
    assert len({item["fingerprint"] for item in report}) == len(found)


def test_a_finding_keeps_its_name_when_its_line_moves() -> None:
    def names(*found: Any) -> list[str]:
        return [item["fingerprint"] for item in json.loads(render(found, "gitlab"))]

    assert names(problem()) == names(problem(line=50, column=11, excerpt="  status: verzoegert"))
    assert names(problem()) != names(problem(excerpt="status: verzoegerd"))
    assert names(problem()) != names(problem(rule=Rule.WRONG_FORM))
    assert len(set(names(problem(), problem(line=9)))) == 2


def test_the_report_of_our_own_has_every_key_that_is_documented() -> None:
    report = json.loads(render([problem(rule=Rule.DATE, example="beginn: 2026"), problem(line=0, column=0)], "json"))
    assert (report["format"], report["anzahl"]) == ("kek-bericht/1", 2)
    assert report["meldungen"][0] == {
        "datei": "content/muster/massnahmen/1-1.yml",
        "zeile": 5,
        "spalte": 9,
        "regel": "zeitpunkt",
        "hinweis": False,
        "meldung": "„status“: „verzoegert“ ist nicht erlaubt.",
        "erwartet": "im Plan, verzögert",
        "beispiel": "beginn: 2026",
        "vorschlag": "verzögert",
        "ausschnitt": "status: verzoegert",
    }
    assert (report["meldungen"][1]["zeile"], report["meldungen"][1]["spalte"]) == (None, None)
    documented = FORMATS["json"].__doc__ or ""
    assert [key for key in (*report, *report["meldungen"][0]) if f"`{key}`" not in documented] == []


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "json"])
def test_files_are_named_from_the_root_of_the_repository(form: str) -> None:
    assert "konzepte/kreis/content/muster/" in render([problem()], form, PurePosixPath("konzepte/kreis"))


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_file_name_that_is_no_text_breaks_no_report(form: str) -> None:
    file = PurePosixPath("content/muster/\udcff\x1b.yml")
    assert render([problem(file=file)], form).encode()


def test_nothing_wrong_makes_an_empty_report_that_is_one() -> None:
    assert json.loads(render([], "gitlab")) == []
    assert json.loads(render([], "json"))["meldungen"] == []
    assert render([], "github") == render([], "text") == ""
