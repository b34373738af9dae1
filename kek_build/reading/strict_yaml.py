# YAML as editors need it: every scalar stays the text that was written, a key stands once, nothing refers to
# anything else (no anchors, so no bombs and no cycles), and every value knows its line. Composed by libyaml, so it
# is fast.
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml
from yaml import CBaseLoader, MappingNode, Node, ScalarNode, SequenceNode

from kek_build.errors import Problem

MAX_DEPTH = 30
"""Levels of nesting; the deepest thing in the model needs about ten."""

_STANDARD_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(\s|$)", re.MULTILINE)
_OPENING = re.compile(r"[\[{]|^\s*(?:- ){3}|\? ", re.MULTILINE)

_GERMAN = (
    ("found character '\\t'", "Hier steht ein Tabulator.", "Rücken Sie mit Leerzeichen ein, zwei je Stufe."),
    ("found a tab character", "Hier steht ein Tabulator.", "Rücken Sie mit Leerzeichen ein, zwei je Stufe."),
    ("mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner stehen kann.",
     'Prüfen Sie die Einrückung, oder setzen Sie den Wert in Anführungszeichen: titel: "Wert: mit Punkt".'),
    ("did not find expected key", "Diese Zeile passt nicht zur Einrückung darüber.",
     "gleiche Einrückung für Schlüssel derselben Stufe und die Form „schluessel: wert“"),
    ("did not find expected '-' indicator", "Diese Zeile gehört nicht zur Liste darüber.",
     "„- “ vor jedem Eintrag, gleich weit eingerückt"),
    ("could not find expected ':'", "Hier fehlt ein Doppelpunkt.", "die Form „schluessel: wert“"),
    ("found unexpected end of stream", "Eine Klammer oder ein Anführungszeichen wird nicht geschlossen.", None),
    ("did not find expected ',' or", "Eine Klammer wird nicht geschlossen, oder ein Komma fehlt.", None),
    ("found undefined tag", "Angaben mit „!“ sind nicht erlaubt.", "nur Text, Listen und Schlüssel"),
    ("found undefined alias", "Verweise mit „*“ sind nicht erlaubt.",
     "Setzen Sie einen Wert, der mit * beginnt, in Anführungszeichen."),
    ("found duplicate anchor", "Anker mit „&“ sind nicht erlaubt.",
     "Setzen Sie einen Wert, der mit & beginnt, in Anführungszeichen."),
    ("did not find expected alphabetic or numeric", "Ein Wert darf nicht mit „*“ oder „&“ beginnen.",
     "Setzen Sie den Wert in Anführungszeichen."),
    ("expected a single document", "Die Datei enthält mehrere Teile, die „---“ trennt.", "eine Datei, ein Teil"),
    ("found character that cannot start any token", "Ein Wert darf nicht mit „%“, „@“ oder „`“ beginnen.",
     "Setzen Sie den Wert in Anführungszeichen."),
    ("control characters are not allowed", "Hier steht ein unsichtbares Steuerzeichen.",
     "Löschen Sie die Stelle und schreiben Sie sie neu."),
    ("found unknown escape character", 'In Anführungszeichen "…" hat „\\“ eine besondere Bedeutung.',
     "Schreiben Sie den Wert ohne oder mit einfachen Anführungszeichen."),
    ("did not find expected <document start>", "Vor dieser Zeile endet der Inhalt bereits.",
     "gleiche Einrückung für Schlüssel derselben Stufe und die Form „schluessel: wert“"),
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A YAML text, read: plain data of str, list and dict, and where each value stands."""

    name: PurePosixPath
    data: Any
    root: Node | None
    first_line: int
    """The line of the file in which the YAML begins, first line 1."""

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at a path, or of its key; of the nearest parent when it is missing."""
        node, mark = self.root, self.root.start_mark if self.root else None
        for part in path:
            found: Node | None = None
            if isinstance(node, MappingNode):
                for key_node, value_node in node.value:
                    if key_node.value == part:
                        found = value_node
                        mark = key_node.start_mark if key or _is_empty(value_node) else value_node.start_mark
            elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
                found = node.value[part]
                mark = found.start_mark
            if found is None:
                break
            node = found
        if mark is None:
            return self.first_line, 1
        return mark.line + self.first_line, mark.column + 1

    def lines_of(self, path: Sequence[str | int]) -> tuple[int, int]:
        """First and last line of the file that the scalar at a path takes."""
        node = self.root
        for part in path:
            if isinstance(node, MappingNode):
                node = next((value for key, value in node.value if key.value == part), None)
            elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
        if node is None:
            return self.first_line, self.first_line
        return node.start_mark.line + self.first_line, node.end_mark.line + self.first_line


def parse(text: str, name: PurePosixPath, first_line: int = 1) -> Document | list[Problem]:
    """Read a YAML text strictly.

    Args:
        text: the YAML.
        name: how messages call the file.
        first_line: the line of the file in which the text begins.

    Returns:
        The document, or what is wrong with it.
    """
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + first_line
        expected = "eine der beiden Fassungen, ohne die Zeilen mit <<<<<<<, ======= und >>>>>>>"
        return [Problem(name, line, 1, "Hier steht ein ungelöster Konflikt aus Git.", expected)]
    try:
        if len(_OPENING.findall(text)) > 500:
            _check_depth(text, name, first_line)
        root = CBaseLoader(text).get_single_node()
        if root is None:
            return [Problem(name, first_line, 0, "Die Datei ist leer.")]
        builder = _Builder(name, first_line)
        data = builder.build(root, 0)
    except _TooDeepError as error:
        return [error.problem]
    except yaml.MarkedYAMLError as error:
        return [_translate(error, name, first_line)]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        return [Problem(name, line, 0, "Hier steht ein unsichtbares Steuerzeichen.",
                        "Löschen Sie die Stelle und schreiben Sie sie neu.")]  # fmt: skip
    if builder.problems:
        return builder.problems
    return Document(name, data, root, first_line)


def _translate(error: yaml.MarkedYAMLError, name: PurePosixPath, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
    said = f"{error.context or ''} {error.problem or ''}"
    if "while scanning a quoted scalar" in said or "while parsing a flow" in said:
        start = error.context_mark
        line, column = (start.line + first_line, start.column + 1) if start else (line, column)
    for english, german, expected in _GERMAN:
        if english in said:
            return Problem(name, line, column, german, expected)
    return Problem(name, line, column, "Diese Zeile ist kein gültiges YAML.", "die Form „schluessel: wert“")


class _TooDeepError(Exception):
    def __init__(self, name: PurePosixPath, line: int) -> None:
        self.problem = Problem(name, line, 0, "Der Inhalt ist zu tief verschachtelt.", f"höchstens {MAX_DEPTH} Stufen")


def _check_depth(text: str, name: PurePosixPath, first_line: int) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _TooDeepError(name, (event.start_mark.line if event.start_mark else 0) + first_line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line(node: Node) -> int:
    return node.start_mark.line if node.start_mark else 0


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value == ""


class _Builder:
    """Turns nodes into plain data and notes what strict reading forbids."""

    def __init__(self, name: PurePosixPath, first_line: int) -> None:
        self.name = name
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def build(self, node: Node, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise _TooDeepError(self.name, _line(node) + self.first_line)
        if id(node) in self.seen:
            self._report(
                node, "Verweise mit „&“ und „*“ sind nicht erlaubt.", "Schreiben Sie den Wert noch einmal aus."
            )
            return None
        self.seen.add(id(node))
        if node.tag not in _STANDARD_TAGS:
            self._report(node, "Typangaben mit „!“ sind nicht erlaubt.", "nur Text, Listen und Schlüssel")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        return None if _is_empty(node) else node.value

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._report(key_node, "Ein Schlüssel muss ein Wort sein.", "die Form „schluessel: wert“")
                continue
            key = key_node.value
            if key in lines:
                self._report(
                    key_node,
                    f"Der Schlüssel „{key}“ steht doppelt (zuerst in Zeile {lines[key]}).",
                    "jeder Schlüssel einmal",
                )
            lines.setdefault(key, _line(key_node) + self.first_line)
            value = self.build(value_node, depth + 1)
            if value is not None:
                data[key] = value
        return data

    def _report(self, node: Node, message: str, expected: str) -> None:
        mark = node.start_mark
        assert mark is not None
        self.problems.append(Problem(self.name, mark.line + self.first_line, mark.column + 1, message, expected))
