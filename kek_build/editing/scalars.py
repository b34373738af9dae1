# How a text is written in YAML: bare where YAML allows it, quoted where it needs quotes, and folded or line by line
# where it is long. One rule for all who write content, so a file looks the same whoever wrote it last.
from __future__ import annotations

import re
from typing import Literal

WIDTH = 120
"""Columns of a line, as in the content that is shipped."""

Hint = Literal["lines", "folded"]
"""How a text of several lines is written: each line for itself (`|`), or filled up (`>`)."""

_NEEDS_QUOTES = re.compile(
    r"""
    \A\Z | \A\s | \s\Z                  # nothing, or blanks at an end
    | \A[,\[\]{}\#&*!|>'"%@`]           # marks that begin something else
    | \A[-?:](?:\s|\Z)                  # of a list, a key or a value
    | \A(?:---|\.\.\.)(?:\s|\Z)         # of a document
    | :(?:\s|\Z) | \s\#                 # a value or a comment begins
    """,
    re.VERBOSE,
)
_FLOW_MARKS = re.compile(r"[,\[\]{}:?]")
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_BREAK = re.compile(r"(?<=\S) (?=\S)")
"""Where a folded text may be broken: at a single blank."""


def inline(text: str, *, flow: bool = False) -> str:
    """A text in one line: bare or quoted.

    Args:
        text: any text.
        flow: whether it stands in brackets, where more characters mean something.
    """
    if _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return _escaped(text)
    if _NEEDS_QUOTES.search(text) or (flow and _FLOW_MARKS.search(text)):
        if '"' in text or "\\" in text:
            return "'" + text.replace("'", "''") + "'"
        return f'"{text}"'
    return text


def _escaped(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'


def scalar(text: str, column: int, indent: int, hint: Hint | None = None) -> tuple[str, list[str]]:
    """A text as it stands behind `key: ` or `- `.

    Args:
        text: any text.
        column: how many characters stand before it in its line.
        indent: how many blanks stand before the lines below, if it needs some.
        hint: how a text of several lines is written; by default by its form.

    Returns:
        What stands in the line itself, and the lines below it.
    """
    one = inline(text)
    if "\n" not in text:
        if column + len(one) > WIDTH and _BREAK.search(text) and (below := _folded(text, indent)):
            return ">-", below
        return one, []
    ways = {"folded": (">", _folded), "lines": ("|", _lines)}
    first = hint or ("lines" if text.endswith("\n") else "folded")
    for name in (first, *ways):
        mark, write = ways[name]
        body = text.removesuffix("\n")
        if body and not body.endswith("\n") and (below := write(body, indent)):
            indicator = "2" if body[0] == " " else ""  # else YAML would take the blanks for indentation
            return f"{mark}{indicator}{'' if text.endswith(chr(10)) else '-'}", below
    return one, []


def _folded(text: str, indent: int) -> list[str] | None:
    """The lines of a text that is filled up; None when folding would change it."""
    lines: list[str] = []
    for line in text.split("\n"):
        if _ESCAPED.search(line.replace('"', "").replace("\\", "")) or line != line.strip(" "):
            return None
        if lines:
            lines.append("")
        if line:
            lines += _filled(line, indent)
    return lines if lines[0] and lines[-1] else None


def _filled(line: str, indent: int) -> list[str]:
    filled: list[str] = []
    for word in _BREAK.split(line):
        if filled and len(filled[-1]) + 1 + len(word) <= WIDTH:
            filled[-1] += f" {word}"
        else:
            filled.append(" " * indent + word)
    return filled


def _lines(text: str, indent: int) -> list[str] | None:
    """The lines of a text as they are; None when they cannot stand so."""
    lines = text.split("\n")
    if not lines[0].strip(" ") or any(_ESCAPED.search(line.replace('"', "").replace("\\", "")) for line in lines):
        return None
    return [" " * indent + line if line else "" for line in lines]
