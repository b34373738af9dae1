# Blanks that are none are told in the structure of YAML and welcome in its texts.
from __future__ import annotations

import pytest

from kek_build.reading.blanks import foreign_blank


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\u00a0a: 1", (0, 0)),
        ("a:\n \u00a0b: 1", (1, 1)),
        ("a\u00a0: 1", (0, 1)),
        ("a:\u00a01", (0, 2)),
        ("a:\n  -\u00a0b", (1, 3)),
        ("\u2003- a", (0, 0)),
        ("hand\u00adlungsfeld: I", (0, 4)),
        ("a: |\n  x\nb\u202f: 1", (2, 1)),
        ("- a: >-\n    x\n\u00a0 b: 1", (2, 0)),
    ],
)
def test_a_blank_that_is_none_is_found_where_yaml_has_its_structure(text: str, place: tuple[int, int]) -> None:
    assert foreign_blank(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: 2",
        "a: z.\u00a0B. so",
        "a: |\n  \u00a0eingerückt\n  b\u00a0: 1\nc: 2",
        "a: >-\n\n  \u00a0x: y\n",
        "- z.\u00a0B.",
        "- \u00adalt",
        "a: \u00a0alt",
        "a: eins\n  \u00a0zwei",
        "a:\n  - 5\u202f%",
        'a: "b\u00a0: c"',
        "a: 1\n\u00a0\nb: 2",
    ],
)
def test_in_texts_it_is_welcome(text: str) -> None:
    assert foreign_blank(text) is None
