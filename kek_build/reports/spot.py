# The place in a line that a problem speaks of, marked: tabs and wide characters keep the mark below the right
# character, a long line is cut around it, and nothing in it can do something to a terminal.
from __future__ import annotations

import unicodedata
from dataclasses import dataclass

WIDTH = 100
"""How many columns of a line are shown."""
_BEFORE = 60
"""How many of them stand before the spot when the line has to be cut."""
_CUT = "…"
_TAB = "    "
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows them."""


@dataclass(frozen=True)
class Spot:
    """A line with a mark below it."""

    line: str
    mark: str
    """Blanks and a caret; empty when the whole line is meant."""


def spot(text: str, column: int, width: int = WIDTH) -> Spot:
    """Mark a place in a line.

    Args:
        text: the line.
        column: the column that is meant, from 1, counted in characters; 0 when the whole line is.
        width: how many columns may be shown.

    Returns:
        The line, safe to print, with the mark below the character that is meant.
    """
    cells = [_cell(character) for character in text.rstrip()]
    at = min(max(column - 1, 0), len(cells))
    first, last = _window([columns for _, columns in cells], at, width)
    lead = _CUT if first > 0 else ""
    line = lead + "".join(shown for shown, _ in cells[first:last]) + (_CUT if last < len(cells) else "")
    if not column:
        return Spot(line, "")
    blanks = len(lead) + sum(columns for _, columns in cells[first:at])
    return Spot(line, " " * blanks + "^")


def printable(text: str) -> str:
    """A text without what a terminal would obey instead of showing it; line ends stay."""
    return "".join(character if character == "\n" else _cell(character)[0] for character in text)


def _cell(character: str) -> tuple[str, int]:
    """How a character is shown, and how many columns that takes."""
    if character == "\t":
        return _TAB, len(_TAB)
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Zl", "Zp"} or character in _TURNS:
        return "\ufffd", 1
    if category in {"Mn", "Me", "Cf"}:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _window(columns: list[int], at: int, width: int) -> tuple[int, int]:
    """The characters to show, so that they fit and the one that is meant is among them."""
    if sum(columns) <= width:
        return 0, len(columns)
    room = width - 2 * len(_CUT)
    first = at
    before = min(_BEFORE, room)
    while first > 0 and sum(columns[first - 1 : at]) <= before:
        first -= 1
    last = first
    while last < len(columns) and sum(columns[first : last + 1]) <= room:
        last += 1
    while first > 0 and sum(columns[first - 1 : last]) <= room:  # near the end of the line there is room before
        first -= 1
    return first, last
