from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.renaming.edits import Edit, apply


def test_several_changes_in_a_line_do_not_move_each_other() -> None:
    edits = [Edit(1, 1, "a", "xyz"), Edit(1, 5, "c", ""), Edit(2, 1, "", "neu ")]
    assert apply("a b c\nd", edits) == "xyz b \nneu d"


def test_the_same_change_twice_is_one() -> None:
    assert apply("a", [Edit(1, 1, "a", "b"), Edit(1, 1, "a", "b")]) == "b"


def test_a_place_where_something_else_stands_is_told() -> None:
    with pytest.raises(ValueError, match=r"^1:3$"):
        apply("a b", [Edit(1, 3, "x", "y")])


@given(st.lists(st.sampled_from(["1-1", "1-10", " ", "\n", ", "]), max_size=30))
def test_what_is_not_named_stays(parts: list[str]) -> None:
    edits, line, column = [], 1, 1
    for part in parts:
        if part == "1-1":
            edits.append(Edit(line, column, part, "9-9"))
        line, column = (line + 1, 1) if part == "\n" else (line, column + len(part))
    assert apply("".join(parts), edits) == "".join("9-9" if part == "1-1" else part for part in parts)
