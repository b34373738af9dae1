# The mark stands below the character that is meant, whatever stands before it.
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.reports.spot import WIDTH, printable, spot


def _columns(text: str) -> int:
    """How many columns a terminal takes for a text."""
    return sum(
        0 if unicodedata.category(c) in {"Mn", "Me", "Cf"} else 1 + (unicodedata.east_asian_width(c) in {"W", "F"})
        for c in text
    )


@pytest.mark.parametrize(
    ("text", "column", "line", "mark"),
    [
        ("status: ruht", 9, "status: ruht", "        ^"),
        ("status: ruht", 1, "status: ruht", "^"),
        ("status:", 8, "status:", "       ^"),
        ("status:", 99, "status:", "       ^"),
        ("\tstatus: ruht", 2, "    status: ruht", "    ^"),
        ("a\tb", 3, "a    b", "     ^"),
        ("東京: x", 5, "東京: x", "      ^"),
        ("a\u0301\u0323b", 4, "a\u0301\u0323b", " ^"),
        ("Straße: ö", 9, "Straße: ö", "        ^"),
        ("status: ruht", 0, "status: ruht", ""),
        ("status: ruht   ", 9, "status: ruht", "        ^"),
        ("", 1, "", "^"),
    ],
)
def test_the_mark_stands_below_the_spot(text: str, column: int, line: str, mark: str) -> None:
    marked = spot(text, column)
    assert (marked.line, marked.mark) == (line, mark)


def test_a_long_line_is_cut_around_the_spot() -> None:
    text = "a" * 300 + "X" + "b" * 300
    marked = spot(text, 301)
    assert marked.line.startswith("…a")
    assert marked.line.endswith("b…")
    assert len(marked.line) == WIDTH
    assert marked.line[marked.mark.index("^")] == "X"


def test_a_long_line_is_cut_only_behind_when_the_spot_stands_in_front() -> None:
    marked = spot("X" + "b" * 300, 1)
    assert marked.line == "X" + "b" * 97 + "…"


def test_a_long_line_is_cut_only_before_when_the_spot_stands_at_its_end() -> None:
    marked = spot("a" * 300 + "X", 301)
    assert marked.line == "…" + "a" * 97 + "X"
    assert marked.mark == " " * 98 + "^"


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u2028", "\u202e", "\u2066", "\udcff"])
def test_what_a_terminal_would_obey_is_not_printed(character: str) -> None:
    assert spot(f"a{character}b", 3).line == "a\ufffdb"
    assert printable(f"a{character}b\nc") == "a\ufffdb\nc"


@given(st.text(st.characters(blacklist_categories=["Zl", "Zp", "Cs"]), max_size=400), st.integers(1, 420))
def test_any_line_fits_and_is_marked_at_the_character_that_is_meant(text: str, column: int) -> None:
    marked = spot(text, column)
    assert _columns(marked.line) <= WIDTH
    assert marked.mark.count("^") == 1
    assert len(marked.mark) <= WIDTH + 1
    shown = text.rstrip()
    if column <= len(shown) and shown[column - 1].isalnum():
        before = 0
        for character in marked.line:
            if before == len(marked.mark) - 1 and _columns(character):
                assert character == shown[column - 1]
                break
            before += _columns(character)
        else:
            raise AssertionError(marked)
