# A small graph and its two written forms, Turtle and JSON-LD: enough for a catalogue, and always the same bytes. The
# tests read both with a real library and compare.
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Iri:
    """The address of something."""

    value: str


@dataclass(frozen=True)
class Literal:
    """A text in a language, or a value of a type such as `xsd:date`."""

    value: str
    language: str | None = None
    type: str | None = None


@dataclass(frozen=True)
class Node:
    """Something and what is said of it. Without an address it stands inside what names it."""

    type: str
    """Its class: `dcat:Dataset`."""
    iri: str | None = None
    said: list[tuple[str, Term]] = field(default_factory=list)
    """What is said of it: properties with a prefix, and their values."""

    def say(self, name: str, *values: Term | None) -> None:
        """Add what is known of a property."""
        self.said.extend((name, value) for value in values if value is not None)


Term = Iri | Literal | Node


def turtle(nodes: list[Node]) -> bytes:
    """The graph as Turtle; each node has an address."""
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return (head + "".join(f"\n{_iri(node.iri or '')} {_body(node, 1)} .\n" for node in nodes)).encode()


def json_ld(nodes: list[Node]) -> bytes:
    """The graph as JSON-LD; each node has an address."""
    written = ",\n".join(json.dumps(_object(node), ensure_ascii=False) for node in nodes)
    return f'{{\n"@context": {json.dumps(PREFIXES)},\n"@graph": [\n{written}\n]\n}}\n'.encode()


def _grouped(node: Node) -> Iterator[tuple[str, list[Term]]]:
    for name in dict.fromkeys(name for name, _ in node.said):
        yield name, [value for other, value in node.said if other == name]


def _body(node: Node, depth: int) -> str:
    blank = "    " * depth
    lines = [f"a {node.type}"]
    lines += [f"{name} {', '.join(_term(value, depth) for value in values)}" for name, values in _grouped(node)]
    return f" ;\n{blank}".join(lines)


def _term(term: Term, depth: int) -> str:
    match term:
        case Iri(value):
            return _iri(value)
        case Literal(value, language, kind):
            return _quoted(value) + (f"@{language}" if language else f"^^{kind}" if kind else "")
        case Node(_, iri):
            return _iri(iri) if iri else f"[ {_body(term, depth + 1)} ]"


_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def _iri(address: str) -> str:
    return f"<{_escaped(address)}>"


def _escaped(address: str) -> str:
    return _NOT_IN_IRIS.sub(lambda match: f"%{ord(match[0]):02X}", address)


def _quoted(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f'"{text}"'


def _object(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _escaped(node.iri)} if node.iri else {}
    found["@type"] = node.type
    for name, values in _grouped(node):
        shown = [_value(value) for value in values]
        found[name] = shown[0] if len(shown) == 1 else shown
    return found


def _value(term: Term) -> Any:
    match term:
        case Iri(value):
            return {"@id": _escaped(value)}
        case Literal(value, language, kind):
            more = {"@language": language} if language else {"@type": kind} if kind else {}
            return {"@value": value, **more}
        case Node(_, iri):
            return {"@id": _escaped(iri)} if iri else _object(term)
