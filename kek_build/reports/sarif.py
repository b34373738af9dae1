# SARIF 2.1.0, the OASIS standard for results of checks: code scanning of forges, editors and other tools read it.
# https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from kek_build.errors import Problem
from kek_build.reports.fingerprint import fingerprints
from kek_build.reports.spot import printable
from kek_build.reports.text import in_words
from kek_build.rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_MAX_LINE = 500
"""Longer lines are left out: a report is no copy of the content."""


def as_sarif(problems: Sequence[Problem]) -> dict[str, Any]:
    """A SARIF log with one run, as plain data.

    Args:
        problems: what was found; files are relative to the root of the repository.
    """
    rules = list(dict.fromkeys(problem.rule for problem in problems))
    driver = {
        "name": "kek",
        "fullName": "kek pruefen",
        "version": version("kek-online"),
        "language": "de",
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "de",
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.rule), name) for problem, name in fingerprints(problems)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _level(rule: Rule) -> str:
    return "note" if rule.is_hint else "error"


def _rule(rule: Rule) -> dict[str, Any]:
    help_text = rule.explanation + (f"\n\nBeispiel:\n{rule.example}" if rule.example else "")
    return {
        "id": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": _level(rule)},
    }


def _result(problem: Problem, index: int, name: str) -> dict[str, Any]:
    return {
        "ruleId": problem.rule.slug,
        "ruleIndex": index,
        "level": _level(problem.rule),
        "message": {"text": in_words(problem)},
        "locations": [{"physicalLocation": _location(problem)}],
        "partialFingerprints": {"kekMeldung/v1": name},
    }


def _location(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(str(problem.file)), "uriBaseId": "%SRCROOT%"}}
    # A file as a whole is told at its first line: code scanning shows no result without a region.
    line = max(problem.line, 1)
    region: dict[str, Any] = {"startLine": line}
    if problem.column:
        region["startColumn"] = problem.column
    location["region"] = region
    if problem.excerpt and len(problem.excerpt) <= _MAX_LINE:
        location["contextRegion"] = {"startLine": line, "snippet": {"text": printable(problem.excerpt)}}
    return location
