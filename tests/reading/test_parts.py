# Where one part of a file cannot be read, the others are read all the same.
from __future__ import annotations

import pytest

from kek_build.reading.parts import without_part
from kek_build.reading.strict_yaml import MAX_BROKEN, Document, read
from kek_build.rules import Rule
from tests.reading.checks import NAME, problems


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (0, "\nb:\n  c: 2\n# x\nd: 3"),
        (1, "a: 1\n\n\n\nd: 3"),
        (2, "a: 1\n\n\n\nd: 3"),
        (4, "a: 1\nb:\n  c: 2\n# x\n"),
        (99, "a: 1\nb:\n  c: 2\n# x\n"),
    ],
)
def test_a_part_is_taken_out_and_every_other_line_stays_at_its_place(line: int, left: str) -> None:
    assert without_part("a: 1\nb:\n  c: 2\n# x\nd: 3", line) == left


def test_every_broken_part_of_a_file_is_told() -> None:
    found = problems('a: "x\nb: 1\nc: [1\nd: 2\ne: @x\n')
    assert [(problem.line, problem.rule) for problem in found] == [
        (1, Rule.QUOTES), (3, Rule.BRACKETS), (5, Rule.SPECIAL_START),
    ]  # fmt: skip


def test_a_broken_entry_of_a_list_leaves_the_others_at_their_lines() -> None:
    document = read("- a: 1\n- b: [x\n- c: 3\n", NAME)
    assert isinstance(document, Document)
    assert document.data == [{"a": "1"}, {"c": "3"}]
    assert document.locate((1, "c")) == (3, 6)
    assert document.has_gaps
    assert [problem.line for problem in document.problems] == [2]


def test_a_file_that_is_broken_all_over_is_told_only_so_often() -> None:
    assert len(problems("a: @x\n" * 50)) == MAX_BROKEN
