# YAML as editors need it: every scalar stays the text that was written, a key stands once, nothing refers to
# anything else (no anchors, so no bombs and no cycles), and every value knows its place. Built from the events of
# libyaml, so it is fast and stops at the first level that is too deep. What libyaml complains of, `yaml_errors`
# says in German.
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    CBaseLoader,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kek_build.errors import Problem
from kek_build.reading.blanks import foreign_blank
from kek_build.reading.files import INVISIBLE
from kek_build.reading.parts import without_part
from kek_build.reading.suggestions import shorten
from kek_build.reading.yaml_errors import translate
from kek_build.rules import Rule

MAX_BROKEN = 10
"""So many parts of a file that cannot be read are told; then it is no longer one."""
_PLACEHOLDER = "…"
"""What templates show where something is still to be filled in."""
MAX_DEPTH = 30
"""Levels of nesting; the deepest thing in the model needs about ten."""


@dataclass(slots=True)
class Node:
    """Where a value stands; lines and columns from 1."""

    line: int
    column: int
    last_line: int
    key: tuple[int, int] | None = None
    """Line and column of its key, when it has one."""
    empty: bool = False
    children: dict[str | int, Node] = field(default_factory=dict)
    span: tuple[int, int] = (0, 0)
    """Where its characters begin and end in the text that was read, counted from 0; of a block collection and of a
    block scalar the end may be that of blank lines and comments behind it."""
    key_span: tuple[int, int] | None = None
    """The same of its key."""
    style: str = ""
    """How a scalar is written: with ' or ", as a block with | or >, or with nothing around it; [ and { stand for
    collections in brackets, - and : for those in lines."""


@dataclass(frozen=True)
class Document:
    """A YAML text, read: plain data of str, list and dict, and where each value stands."""

    name: PurePosixPath
    data: Any
    places: Callable[[], Node]
    """Gives what `root` is; not asked before somebody needs it."""
    problems: tuple[Problem, ...] = ()
    """What strict reading forbids, though the rest can be read."""
    has_gaps: bool = False
    """Whether parts were left out because they could not be read."""

    @cached_property
    def root(self) -> Node:
        """Where all of it stands, and in it where everything else does."""
        return self.places()

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at a path, or of its key; of the nearest parent when it is missing."""
        node = self._find(path)
        return node.key if node.key and (key or node.empty) else (node.line, node.column)

    def lines_of(self, path: Sequence[str | int]) -> tuple[int, int]:
        """First and last line of the file that the value at a path takes; of the nearest parent when it is missing."""
        node = self._find(path)
        return node.line, node.last_line

    def _find(self, path: Sequence[str | int]) -> Node:
        node = self.root
        for part in path:
            if part not in node.children:
                break
            node = node.children[part]
        return node


def parse(text: str, name: PurePosixPath, first_line: int = 1) -> Document | list[Problem]:
    """Read a YAML text strictly.

    Args:
        text: the YAML.
        name: how messages call the file.
        first_line: the line of the file in which the text begins.

    Returns:
        The document, or what is wrong with it.
    """
    document = read(text, name, first_line)
    return [*document.problems] if isinstance(document, Document) and document.problems else document


def read(text: str, name: PurePosixPath, first_line: int = 1) -> Document | list[Problem]:
    """Read a YAML text as `parse` does, but give the document even when it holds what is forbidden (`problems`)."""
    if odd := foreign_blank(text):
        line, column = odd
        message = "Hier steht ein Zeichen, das wie ein Leerzeichen aussieht und keines ist."
        expected = "Löschen Sie es, und tippen Sie ein Leerzeichen."
        return [Problem(name, line + first_line, column + 1, message, expected, rule=Rule.INVISIBLE)]
    broken: list[Problem] = []
    builder = _Builder(text, name, first_line)
    while True:
        try:
            found = builder.document()
            break
        except _TooDeepError as error:
            return [*broken, error.problem]
        except yaml.YAMLError as error:
            broken.append(translate(error, text, name, first_line, builder.last))
            text = without_part(text, broken[-1].line - first_line)
            builder = _Builder(text, name, first_line)
            if len(broken) > MAX_BROKEN or not text.strip():
                return broken[:MAX_BROKEN]
    if broken:  # a quotation mark that is not closed may swallow a line of dashes
        broken += [problem for problem in builder.problems if problem.rule is not Rule.SEVERAL_PARTS]
        builder.problems = broken
    if found is None or found[0].empty:
        if builder.problems:
            return builder.problems
        return [Problem(name, first_line, 0, "Die Datei ist leer.", rule=Rule.FILE_EMPTY)]
    root, data = found
    return Document(name, data, lambda: root, tuple(builder.problems), has_gaps=bool(broken))


class _TooDeepError(Exception):
    def __init__(self, name: PurePosixPath, line: int) -> None:
        message, expected = "Der Inhalt ist zu tief verschachtelt.", f"höchstens {MAX_DEPTH} Stufen"
        self.problem = Problem(name, line, 0, message, expected, rule=Rule.TOO_DEEP)


class _Builder:
    """Turns events into plain data and places, and notes what strict reading forbids."""

    def __init__(self, text: str, name: PurePosixPath, first_line: int) -> None:
        self.name = name
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.last: Event | None = None
        """The event read last, which tells what stands before an error."""
        self._events = yaml.parse(text, Loader=CBaseLoader)

    def document(self) -> tuple[Node, Any] | None:
        """The only document of the text with its data; None when there is none."""
        self._next()  # the stream begins
        if isinstance(self._next(), StreamEndEvent):
            return None
        found = self._value(self._next(), 0)
        self._next()  # the document ends
        if isinstance(event := self._next(), DocumentStartEvent):
            self._report(
                Rule.SEVERAL_PARTS, event, "Die Datei enthält mehrere Teile, die „---“ trennt.", "eine Datei, ein Teil"
            )
        return found

    def _next(self) -> Event:
        self.last = next(self._events)
        return self.last

    def _value(self, event: Event, depth: int) -> tuple[Node, Any]:
        node = self._node(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(self.name, node.line)
        self._forbid(event)
        data: Any = None
        if isinstance(event, ScalarEvent):
            node.empty = not event.style and event.value == ""
            data = None if node.empty else event.value
        elif isinstance(event, SequenceStartEvent):
            data = self._sequence(node, depth)
        elif isinstance(event, MappingStartEvent):
            data = self._mapping(node, depth)
        return node, data

    def _sequence(self, node: Node, depth: int) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := self._next(), CollectionEndEvent):
            node.children[len(data)], value = self._value(event, depth + 1)
            data.append(value)
        self._end(node, event)
        return data

    def _mapping(self, node: Node, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := self._next(), CollectionEndEvent):
            key_node, key = self._value(event, depth + 1)
            if not isinstance(event, ScalarEvent):
                self._report(Rule.NO_YAML, event, "Ein Schlüssel muss ein Wort sein.", "die Form „schluessel: wert“")
            key = str(key or "")
            if first := node.children.get(key):
                line = first.key[0] if first.key else first.line
                message = f"Der Schlüssel „{shorten(key)}“ steht doppelt (zuerst in Zeile {line})."
                self._report(Rule.DUPLICATE_KEY, event, message, "jeder Schlüssel einmal")
            child, value = self._value(self._next(), depth + 1)
            child.key = (key_node.line, key_node.column)
            child.key_span = key_node.span
            node.children.setdefault(key, child)
            if value is not None:
                data[key] = value
        self._end(node, event)
        return data

    def _end(self, node: Node, event: Event) -> None:
        """Note where a collection ends."""
        node.last_line = max([node.line, *(child.last_line for child in node.children.values())])
        node.span = (node.span[0], self._node(event).span[1])

    def _forbid(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._forbidden(event, "Verweise", "*")
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            self._forbidden(event, "Anker", "&")
        if getattr(event, "tag", None) is not None:
            self._forbidden(event, "Typangaben", "!")
        if isinstance(event, ScalarEvent) and event.value == _PLACEHOLDER:
            message = f"„{event.value}“ ist nur ein Platzhalter."
            self._report(Rule.PLACEHOLDER, event, message, "was hier stehen soll, oder löschen Sie die Zeile")
        if isinstance(event, ScalarEvent) and INVISIBLE.search(event.value):
            self._report(
                Rule.INVISIBLE,
                event,
                "Der Wert enthält ein unsichtbares Steuerzeichen.",
                "In Anführungszeichen \"…\" hat „\\“ eine besondere Bedeutung; nehmen Sie einfache: '…'.",
            )

    def _node(self, event: Event) -> Node:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        # A block ends where the next thing begins, which is no line of its own.
        last = end.line - 1 if end.column == 0 and end.line > start.line else end.line
        return Node(
            start.line + self.first_line,
            start.column + 1,
            last + self.first_line,
            span=(start.index, end.index),
            style=_style(event),
        )

    def _forbidden(self, event: Event, what: str, mark: str) -> None:
        expected = f"Wert mit {mark} am Anfang: in Anführungszeichen setzen"
        self._report(Rule.ANCHOR, event, f"{what} mit „{mark}“ sind nicht erlaubt.", expected)

    def _report(self, rule: Rule, event: Event, message: str, expected: str) -> None:
        node = self._node(event)
        self.problems.append(Problem(self.name, node.line, node.column, message, expected, rule=rule))


def _style(event: Event) -> str:
    if isinstance(event, ScalarEvent):
        return event.style or ""
    if isinstance(event, SequenceStartEvent):
        return "[" if event.flow_style else "-"
    if isinstance(event, MappingStartEvent):
        return "{" if event.flow_style else ":"
    return ""
