# Changes inside a text, by line and column: everything else of the file stays as somebody wrote it.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Edit:
    """One change; lines and columns from 1."""

    line: int
    column: int
    old: str
    """What stands there; empty to put something in."""
    new: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Change a text.

    Args:
        text: the text, with Unix line ends.
        edits: the changes, none inside another; the same one may come twice.

    Raises:
        ValueError: at a place, which it names, stands something else.
    """
    lines = text.split("\n")
    for edit in sorted(set(edits), reverse=True):
        line = lines[edit.line - 1]
        start, end = edit.column - 1, edit.column - 1 + len(edit.old)
        if line[start:end] != edit.old:
            raise ValueError(f"{edit.line}:{edit.column}")
        lines[edit.line - 1] = line[:start] + edit.new + line[end:]
    return "\n".join(lines)
