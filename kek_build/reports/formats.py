# The formats of programs that show problems beside the files: GitHub's annotations, GitLab's code quality, SARIF for
# everything else, and a JSON of our own. Each is a function from problems to the text of the report.
from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from kek_build.errors import Problem
from kek_build.reports.fingerprint import fingerprints
from kek_build.reports.sarif import as_sarif
from kek_build.reports.spot import printable, spot
from kek_build.reports.text import as_text, example_of, in_words


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands: GitHub shows each as an annotation at its line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    told = {"file": str(problem.file), "line": problem.line, "col": problem.column, "title": problem.rule.title}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in told.items() if value)
    command = "notice" if problem.rule.is_hint else "error"
    return f"::{command} {properties}::{_data(in_words(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A code quality report: GitLab shows it in the merge request.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    report = [
        {
            "description": in_words(problem),
            "check_name": problem.rule.slug,
            "fingerprint": name,
            "severity": "info" if problem.rule.is_hint else "blocker",
            "location": {"path": str(problem.file), "lines": {"begin": max(problem.line, 1)}},
        }
        for problem, name in fingerprints(problems)
    ]
    return _json(report)


def as_json(problems: Sequence[Problem]) -> str:
    """A report for programs of one's own, in the words of the text.

    `format` is `kek-bericht/1`; `anzahl` counts the errors, without hints; `meldungen` holds an object for each
    problem: `datei`, `zeile` and `spalte` (from 1; null when the whole file or line is meant), `regel` (see
    `rules.Rule`), `hinweis` (true when it keeps nothing from being published), `meldung`, and, each a text or null,
    `erwartet`, `beispiel`, `vorschlag` and `ausschnitt`, the line itself, shortened around the spot.
    """
    return _json(
        {
            "format": "kek-bericht/1",
            "anzahl": sum(not problem.rule.is_hint for problem in problems),
            "meldungen": [
                {
                    "datei": str(problem.file),
                    "zeile": problem.line or None,
                    "spalte": problem.column or None,
                    "regel": problem.rule.slug,
                    "hinweis": problem.rule.is_hint,
                    "meldung": problem.message,
                    "erwartet": problem.expected,
                    "beispiel": example_of(problem),
                    "vorschlag": problem.suggestion,
                    "ausschnitt": spot(problem.excerpt, problem.column).line if problem.excerpt else None,
                }
                for problem in problems
            ],
        }
    )


def _json(report: Any) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2)


_HERE = PurePosixPath()

FORMATS: MappingProxyType[str, Callable[[Sequence[Problem]], str]] = MappingProxyType(
    {
        "text": as_text,
        "github": as_github,
        "gitlab": as_gitlab,
        "sarif": lambda problems: _json(as_sarif(problems)),
        "json": as_json,
    }
)
"""Every format, by the name that people give it."""


def render(problems: Iterable[Problem], form: str, base: PurePosixPath = _HERE) -> str:
    """A report.

    Args:
        problems: what was found, in the order to show.
        form: a name of `FORMATS`.
        base: where the project lies in the repository; other programs look for the files from there.

    Returns:
        The report, without a line end at the end; empty when a format says nothing of nothing.
    """
    found = [_placed(problem, base) for problem in problems]
    return FORMATS[form](found)


def _placed(problem: Problem, base: PurePosixPath) -> Problem:
    return replace(
        problem,
        file=PurePosixPath(printable(str(base / problem.file))),
        message=printable(problem.message),
        expected=_printable(problem.expected),
        suggestion=_printable(problem.suggestion),
        example=_printable(problem.example),
    )


def _printable(text: str | None) -> str | None:
    return None if text is None else printable(text)
