# The content as JSON: a whole concept in one file, and beside the page of each thing a file with what it is linked to.
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.concept.konzept import Link
from kek_build.data.edition import Edition
from kek_build.data.schema import LISTS
from kek_build.data.shape import moment, plain
from kek_build.data.source import Source
from kek_build.outputs import Output
from kek_build.pages.addresses import SECTIONS

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def concept(edition: Edition, schema: str) -> bytes:
    """The file with a whole concept, a thing a line.

    Args:
        edition: the concept.
        schema: the address of the schema that describes it.
    """
    source = edition.source
    konzept = source.konzept
    lists = ((SECTIONS[kind], konzept.of_kind(kind)) for kind in LISTS)
    links = dict.fromkeys(link for links in konzept.outgoing.values() for link in links)
    return document(
        {
            "$schema": schema,
            "ausgabe": about(edition),
            "konzept": plain(source, konzept[CONCEPT_REF].model),
            **{name: [plain(source, entry.model) for entry in entries] for name, entries in lists if entries},
            "verbindungen": [_link(source, link) for link in links],
        }
    )


def things(edition: Edition, schema: str) -> Iterator[Output]:
    """The file of each thing that has one.

    Args:
        edition: the concept.
        schema: the address of the schema that describes them.
    """
    source = edition.source
    konzept = source.konzept
    first = f'"$schema": {written(schema)},\n"ausgabe": {written(about(edition))}'
    ends = {entry.ref: _end(source, entry) for entry in konzept.entries.values()}
    for entry in konzept.entries.values():
        if path := source.shop.addresses.data(entry):
            out = (
                ends[link.target] + _relation(link.relation, link.editorial)
                for link in dict.fromkeys(konzept.outgoing.get(entry.ref, ()))
            )
            back = (
                ends[link.source] + _relation(link.relation, link.editorial)
                for link in dict.fromkeys(konzept.incoming.get(entry.ref, ()))
            )
            parts = [
                first,
                f'"inhalt": {written(plain(source, entry.model))}',
                f'"verweist_auf": {_list(out)}',
                f'"verwiesen_von": {_list(back)}',
            ]
            yield Output(path, ("{\n" + ",\n".join(parts) + "\n}\n").encode())


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


def _link(source: Source, link: Link) -> dict[str, Any]:
    konzept = source.konzept
    return {
        "von": source.id(konzept[link.source]),
        "nach": source.id(konzept[link.target]),
        "beziehung": link.relation,
        "redaktionell": link.editorial,
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
