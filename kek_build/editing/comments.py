# Finds the comments of a YAML text: what begins with # and stands in no value.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kek_build.reading.strict_yaml import Node


@dataclass(frozen=True)
class Comment:
    """A comment, and where it stands; places are counted from 0."""

    start: int
    end: int
    """Behind its last character, which is not the end of the line."""
    column: int
    text: str
    own_line: bool
    """Whether nothing stands before it in its line."""


def comments(text: str, root: Node) -> list[Comment]:
    """All comments of a text, in order.

    Args:
        text: the YAML.
        root: what was read from it.
    """
    found = []
    end = 0
    for start, after in [*_values(text, root), (len(text), len(text))]:
        place = text.find("#", end, start)
        while place >= 0:
            line_end = text.find("\n", place)
            line_end = len(text) if line_end < 0 else line_end
            line_start = text.rfind("\n", 0, place) + 1
            before = text[line_start:place]
            written = text[place:line_end].rstrip()
            found.append(Comment(place, place + len(written), place - line_start, written, not before.strip()))
            place = text.find("#", line_end, start)
        end = max(end, after)
    return found


def _values(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Begin and end of every key and every text, in order."""
    if node.key_span:
        yield node.key_span
    if node.children:
        for child in node.children.values():
            yield from _values(text, child)
    elif node.style in {"|", ">"}:
        start, end = node.span
        header = text.find("\n", start)
        mark = text.find("#", start, end if header < 0 else header)
        # Behind the mark of a block a comment may stand; the lines below are text.
        if mark < 0:
            yield start, end
        else:
            yield start, mark
            yield (end if header < 0 else header), end
    elif node.style not in {"[", "{", "-", ":"}:
        yield node.span
