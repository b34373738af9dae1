# The content as JSON: a whole concept in one file, and beside the page of each thing a file with what it is linked to.
from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.data.current import current
from kek_build.data.edition import Edition
from kek_build.data.keeping import Keeper
from kek_build.data.schema import LISTS
from kek_build.data.shape import moment, plain
from kek_build.data.source import Source
from kek_build.outputs import Output
from kek_build.pages.addresses import SECTIONS
from kek_build.steering import stand_of
from kek_build.tracing import Memo

_AT_ONCE = 100
"""So many things are kept together: when one changes, so many are made again."""
_ENCODER = json.JSONEncoder(ensure_ascii=False)


@dataclass
class Things:
    """The things of a concept as JSON, each made once for both kinds of file."""

    edition: Edition
    keeper: Keeper
    _lines: Memo[str, bytes] = field(default_factory=Memo)

    @property
    def source(self) -> Source:
        return self.edition.source

    @property
    def _slug(self) -> str:
        return self.source.konzept.slug

    def line(self, entry: Entry) -> bytes:
        """A thing in one line."""
        return self._lines.get(entry.ref, lambda: written(self._object(entry)).encode())

    def _object(self, entry: Entry) -> dict[str, Any]:
        return plain(self.source, entry.model) | current(self.source, entry)

    def forget(self) -> None:
        """Let go of them, when all files are made; they are as large as the largest."""
        self._lines = Memo()

    def lines(self, kind: str) -> Iterator[bytes]:
        """All things of a kind, a line each, with commas between them, in pieces."""
        entries = self.source.konzept.of_kind(kind)
        for begin in range(0, len(entries), _AT_ONCE):
            some = entries[begin : begin + _AT_ONCE]
            names = hashlib.sha256("\n".join(entry.ref for entry in some).encode()).hexdigest()
            part = self.keeper.part(f"{self._slug}/{kind} {names}", partial(self._joined, some))
            yield (b",\n" if begin else b"") + part.read()

    def _joined(self, entries: tuple[Entry, ...]) -> bytes:
        return b",\n".join(map(self.line, entries))

    def links(self) -> bytes:
        """Everything that things name, a line each."""
        return self.keeper.part(f"{self._slug}/verbindungen", self._links).read()

    def _links(self) -> bytes:
        konzept = self.source.konzept
        links = dict.fromkeys(link for links in konzept.outgoing.values() for link in links)
        names = {ref: written(self.source.id(entry)) for ref, entry in konzept.entries.items()}
        found = (
            f'{{"von": {names[link.source]}, "nach": {names[link.target]}{_relation(link.relation, link.editorial)}'
            for link in links
        )
        return _list(found).encode()


def concept(things: Things, schema: str) -> Iterator[bytes]:
    """The file with a whole concept, a thing a line, piece by piece.

    Args:
        things: the things of the concept.
        schema: the address of the schema that describes it.
    """
    konzept = things.source.konzept
    yield f'{{\n"$schema": {written(schema)},\n"ausgabe": {written(about(things.edition))},\n"konzept": '.encode()
    yield things.line(konzept[CONCEPT_REF])
    for kind in LISTS:
        if konzept.of_kind(kind):
            yield f",\n{written(SECTIONS[kind])}: [\n".encode()
            yield from things.lines(kind)
            yield b"\n]"
    yield b',\n"verbindungen": '
    yield things.links()
    yield b"\n}\n"


def files(things: Things, schema: str) -> Iterator[Output]:
    """The file of each thing that has one.

    Args:
        things: the things of a concept.
        schema: the address of the schema that describes them.
    """
    source = things.source
    beginning = f'{{\n"$schema": {written(schema)},\n"ausgabe": {written(about(things.edition))},\n"inhalt": '.encode()
    ends: Memo[str, str] = Memo()

    def end(ref: str) -> str:
        return ends.get(ref, lambda: _end(source, source.konzept[ref]))

    def content(entry: Entry) -> bytes:
        konzept = source.konzept
        out = dict.fromkeys(konzept.outgoing.get(entry.ref, ()))
        back = dict.fromkeys(konzept.incoming.get(entry.ref, ()))
        named = _list(end(link.target) + _relation(link.relation, link.editorial) for link in out)
        naming = _list(end(link.source) + _relation(link.relation, link.editorial) for link in back)
        stand = written(moment(stand_of(konzept, entry).when))
        rest = f',\n"stand": {stand},\n"verweist_auf": {named},\n"verwiesen_von": {naming}\n}}\n'
        return beginning + things.line(entry) + rest.encode()

    for entry in source.konzept.entries.values():
        if path := source.shop.addresses.data(entry):
            yield from things.keeper.outputs(path, partial(_one, path, partial(content, entry)))


def _one(path: str, content: Callable[[], bytes]) -> list[Output]:
    return [Output(path, content())]


def _end(source: Source, entry: Entry) -> str:
    """What is said of a thing wherever a link begins or ends at it; the rest depends on the link."""
    said = {
        "id": source.id(entry),
        "typ": entry.kind,
        "titel": source.title(entry),
        "adresse": source.url(entry),
    }
    return written(said).removesuffix("}")


@cache
def _relation(name: str, editorial: bool) -> str:
    return f', "beziehung": {written(name)}, "redaktionell": {written(editorial)}}}'


def about(edition: Edition) -> dict[str, Any]:
    """What every file says of itself."""
    datei = edition.source.konzept.datei
    return {
        "landkreis": datei.name,
        "titel": datei.titel,
        "fassung": datei.fassung.bezeichnung,
        "stand": moment(datei.fassung.stand),
        "lizenz": edition.licence.name,
        "lizenz_adresse": edition.licence.address,
        "namensnennung": edition.credit,
        "vermerk": edition.notice,
    }


def document(value: dict[str, Any]) -> bytes:
    """An object as a file: a key a line, and below it an item a line."""
    return ("{\n" + ",\n".join(f"{written(key)}: {_parts(inner)}" for key, inner in value.items()) + "\n}\n").encode()


def _parts(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return _lines(value)
    if isinstance(value, dict) and all(isinstance(inner, dict) for inner in value.values()):
        return "{\n" + ",\n".join(f"{written(key)}: {written(inner)}" for key, inner in value.items()) + "\n}"
    return written(value)


def _lines(items: Iterable[dict[str, Any]]) -> str:
    """A list with an item a line: readable, and much faster than the indentation of the library."""
    return _list(map(written, items))


def _list(items: Iterable[str]) -> str:
    inner = ",\n".join(items)
    return f"[\n{inner}\n]" if inner else "[]"


def written(value: Any) -> str:
    """A value as JSON in one line, its letters as they are."""
    return _ENCODER.encode(value)
