# What several tests of reading check: that problems are told in German, at a place that exists.
from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from kek_build.errors import Problem
from kek_build.reading.strict_yaml import Document, parse

NAME = PurePosixPath("content/muster/massnahmen/1-1.yml")

ENGLISH = re.compile(
    r"\b(?:the|a|is|of|not|and|or|while|found|expected|should|must|input|string|list|dictionary|tuple|error|invalid|valid|"
    r"character|value|mapping|sequence|scalar|scanning|parsing|permission|denied|such|file|directory|field|type|"
    r"required|least|most|match|pattern|extra|inputs|unknown|none)\b",
    re.IGNORECASE,
)


def read(text: str) -> Document:
    """Read a YAML text that must be right."""
    document = parse(text, NAME)
    assert isinstance(document, Document), tell(document)
    return document


def problems(text: str) -> list[Problem]:
    """Read a YAML text that must be wrong."""
    found = parse(text, NAME)
    assert isinstance(found, list), found.data
    assert found
    assert_german(found)
    return found


def only_problem(text: str) -> Problem:
    """Read a YAML text with a single problem."""
    (problem,) = problems(text)
    return problem


def tell(found: Iterable[Problem]) -> str:
    """Problems as a person sees them."""
    return "\n".join(map(str, found))


def assert_german(found: Iterable[Problem]) -> None:
    """No problem may hand on what a library or the operating system says in English."""
    for problem in found:
        # What stands between quotation marks was written by the person who reads it.
        said = re.sub(r"„.*“", "„…“", problem.message, flags=re.DOTALL)
        assert not ENGLISH.search(said), problem.message
        assert said[0].isupper() or said[0] == "„", problem.message
        assert said.endswith((".", "?")), problem.message


def assert_placed(found: Iterable[Problem], text: str) -> None:
    """Every place must be one that an editor can go to."""
    lines = text.split("\n")
    for problem in found:
        assert 0 <= problem.line <= len(lines), str(problem)
        if problem.line:
            assert 0 <= problem.column <= len(lines[problem.line - 1]) + 1, str(problem)
