# The one layout of a file: keys in the order of the model, indented by two, long text folded at 120 columns, quotes
# only where YAML needs them, at most one blank line. Comments go with what they stand at; what the file says does not
# change.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from kek_build.editing.change import make_sure, parts, read
from kek_build.editing.comments import Comment
from kek_build.editing.layout import STEP, behind, block, hint_of, in_brackets, item
from kek_build.editing.order import kind_of, part_of, rank, stands_apart
from kek_build.editing.places import Places
from kek_build.editing.scalars import Hint, inline
from kek_build.reading.strict_yaml import Node

_FOR_TOOLS = "# yaml-language-server:"
"""Begins a comment that has to stay in the first line."""


def canonical(text: str, name: PurePosixPath) -> str:
    """A file in its one layout.

    Args:
        text: the file, as `reading.files.read_text` gives it; of a page its head is laid out.
        name: the file; its name says what it holds and so the order of the keys.

    Returns:
        The text; the same data, the same comments. Laid out again, it stays as it is.

    Raises:
        ContentError: the text is no YAML that can be read.
        SetupError: the file is written in a way that cannot be laid out.
    """
    before, head, after = parts(text, name)
    document = read(head, name, before.count("\n") + 1)
    kind = kind_of(name)
    model = kind.model if kind else None
    lines = _Layout(head, document.root).file(document.data, model, apart=stands_apart(model))
    laid_out = "\n".join([*lines, ""])
    make_sure(laid_out, document, head, document.data)
    return before + laid_out + after


Above = list[Comment | None]
"""Comments in lines of their own; None stands for a blank line."""


@dataclass
class _Entry:
    """A key or an entry of a list, with what belongs to it."""

    key: str | None
    node: Node
    data: Any
    start: int
    """Behind its colon or its dash."""
    end: int
    above: Above
    behind: Comment | None = None
    below: Above = field(default_factory=list)

    @property
    def is_nested(self) -> bool:
        return self.node.style in {"-", ":"}


class _Layout(Places):
    def file(self, data: Any, model: type[BaseModel] | None, *, apart: bool) -> list[str]:
        """The lines of a whole file.

        Args:
            data: what it says.
            model: what it holds.
            apart: whether a blank line parts its entries.
        """
        if self.root.style in {"[", "{"}:
            return [*(comment.text for comment in self.comments), *block(data, 0, model)]
        entries, rest = self._entries(self.root, data, 0, len(self.text))
        header, entries[0].above = _header(entries[0].above)
        above, lines = self._block(entries, rest, 0, model, apart=apart)
        return [*_without_blanks(_written([*header, *above], 0)), *lines]

    def _entries(self, node: Node, data: Any, begin: int, end: int) -> tuple[list[_Entry], Above]:
        """The entries of a list or a table between two places, and the comments behind the last one."""
        entries = []
        for part, child in node.children.items():
            start = child.key_span[0] if child.key_span else self.dash(node, child)
            above, begin = self._between(begin, start), self.end(start, child, node.column - 1)
            value = data.get(part) if isinstance(data, dict) else data[part]
            key, mark = (str(part), self.colon(child)) if child.key_span else (None, start + 1)
            entry = _Entry(key, child, value, mark, begin, above)
            self._find_comments(entry)
            entries.append(entry)
        return entries, self._between(begin, end)

    def _find_comments(self, entry: _Entry) -> None:
        """Find the comments of an entry itself, not of entries inside it."""
        first_line, last = self.line_end(entry.start), self.content_end(entry.node)
        for comment in self.comments:
            if not entry.start <= comment.start < entry.end:
                continue
            in_line = comment.start < first_line or (comment.start >= last and not comment.own_line)
            if entry.is_nested:
                if in_line and comment.start < entry.node.span[0]:
                    entry.behind = comment
            elif in_line and entry.behind is None:
                entry.behind = comment
            elif comment.start >= last:
                entry.below.append(comment)
            else:
                entry.above.append(comment)

    def _between(self, begin: int, end: int) -> Above:
        """Comments in lines of their own, and blank lines, between two places."""
        found: Above = []
        for comment in self.comments:
            if begin <= comment.start < end and comment.own_line:
                found += [None, comment] if self.text.count("\n", begin, comment.start) > 1 else [comment]
                begin = comment.end
        return [*found, None] if self.text.count("\n", begin, end) > 1 else found

    def _block(
        self, entries: list[_Entry], rest: Above, indent: int, model: type[BaseModel] | None, *, apart: bool = False
    ) -> tuple[Above, list[str]]:
        """What stands above a list or a table, and its lines."""
        places = rank(model)
        lines: list[str] = []
        first: Above = []
        for number, entry in enumerate(sorted(entries, key=lambda entry: places.get(entry.key or "", len(places)))):
            above, written = self._entry(entry, indent, model)
            if number:
                lines += ["", *_without_blanks(_written(above, indent))] if apart else _written(above, indent)
            else:
                first = above
            lines += written
        return first, [*lines, *(_written(rest, indent) if any(rest) else [])]

    def _entry(self, entry: _Entry, indent: int, model: type[BaseModel] | None) -> tuple[Above, list[str]]:
        """What stands above an entry, and its lines."""
        mark = " " * indent + ("-" if entry.key is None else f"{inline(entry.key)}:")
        inner = model if entry.key is None else part_of(model, entry.key)
        tail = f"  {entry.behind.text}" if entry.behind else ""
        if not entry.is_nested:
            head, below = self._value(entry, len(mark), indent, inner)
            return entry.above, [mark + head + tail, *below, *_written(entry.below, indent)]
        entries, rest = self._entries(entry.node, entry.data, entry.start, entry.end)
        above, lines = self._block(entries, rest, indent + STEP, inner)
        if entry.key is not None:
            return entry.above, [mark + tail, *_without_blanks(_written(above, indent + STEP)), *lines]
        # The first line follows the dash, so what stands above that line goes above the dash.
        found = [*entry.above, *([entry.behind] if entry.behind else []), *filter(None, above)]
        return found, [f"{mark} {lines[0].lstrip(' ')}", *lines[1:]]

    def _value(self, entry: _Entry, column: int, indent: int, model: type[BaseModel] | None) -> tuple[str, list[str]]:
        """A text, or what stands in brackets, behind its key or dash."""
        data = entry.data
        if data is None:
            return "", []
        if entry.node.style == "[" and (found := in_brackets(data, column, indent)):
            return found
        if entry.key is None and data and not isinstance(data, str):
            first, *below = item(data, indent, model)
            return first.lstrip(" ")[1:], below
        return behind(data, column, indent, model, _hint(entry))


def _hint(entry: _Entry) -> Hint | None:
    """How a text of several lines is written: as it is."""
    known: dict[str, Hint] = {"|": "lines", ">": "folded"}
    return known.get(entry.node.style) or hint_of(entry.key or "")


def _header(above: Above) -> tuple[Above, Above]:
    """What stands above the first entry: what is said of the whole file, and what of the entry."""
    end = max((number + 1 for number, comment in enumerate(above) if comment is None), default=0)
    while end < len(above) and (comment := above[end]) and comment.text.startswith(_FOR_TOOLS):
        end += 1
    return above[:end], above[end:]


def _written(above: Above, indent: int) -> list[str]:
    return [f"{' ' * indent}{comment.text}" if comment else "" for comment in above]


def _without_blanks(lines: Iterable[str]) -> list[str]:
    """Lines without blank ones at the beginning, and without two in a row."""
    found: list[str] = []
    for line in lines:
        if line or (found and found[-1]):
            found.append(line)
    return found
