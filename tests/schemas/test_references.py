# The first line of a file leads editors to its schema.
from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kek_build.schemas import reference, with_reference

_MEASURE = PurePosixPath("content/leipzig/massnahmen/1-1.yml")
_LINE = "# yaml-language-server: $schema=../../.schema/massnahme.json"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("content/leipzig/massnahmen/1-1.yml", _LINE),
        ("content/leipzig/orte.yml", "# yaml-language-server: $schema=../.schema/orte.json"),
        ("content/synonyme.yml", "# yaml-language-server: $schema=.schema/synonyme.json"),
        ("content/leipzig/seiten/a.md", None),
        ("content/leipzig/adressen.txt", None),
    ],
)
def test_the_way_to_the_schema_is_relative(name: str, line: str | None) -> None:
    assert reference(PurePosixPath(name)) == line


@pytest.mark.parametrize(
    "text", ["nummer: 1\n", f"{_LINE}\nnummer: 1\n", "# yaml-language-server: $schema=x\nnummer: 1\n"]
)
def test_a_file_has_the_line_once(text: str) -> None:
    assert with_reference(text, _MEASURE) == f"{_LINE}\nnummer: 1\n"
