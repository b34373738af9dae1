# The content as JSON: a whole concept in one file, and beside the page of each thing a file with what it is linked to.
from __future__ import annotations

import json
from collections.abc import Iterator
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


def concept(edition: Edition, schema: str) -> bytes:
    """The file with a whole concept, a thing a line.

    Args:
        edition: the concept.
        schema: the address of the schema that describes it.
    """
    source = edition.source
    konzept = source.konzept
    parts = [("$schema", written(schema)), ("ausgabe", written(about(edition)))]
    parts.append(("konzept", written(plain(source, konzept[CONCEPT_REF].model))))
    lists = ((SECTIONS[kind], konzept.of_kind(kind)) for kind in LISTS)
    parts += [(name, _lines(plain(source, entry.model) for entry in entries)) for name, entries in lists if entries]
    links = dict.fromkeys(link for links in konzept.outgoing.values() for link in links)
    parts.append(("verbindungen", _lines(_link(source, link) for link in links)))
    return ("{\n" + ",\n".join(f"{written(key)}: {text}" for key, text in parts) + "\n}\n").encode()


def things(edition: Edition, schema: str) -> Iterator[Output]:
    """The file of each thing that has one.

    Args:
        edition: the concept.
        schema: the address of the schema that describes them.
    """
    source = edition.source
    first = f'"$schema": {written(schema)},\n"ausgabe": {written(about(edition))}'
    for entry in source.konzept.entries.values():
        if path := source.shop.addresses.data(entry):
            yield Output(path, _thing(source, entry, first))


def _thing(source: Source, entry: Entry, first: str) -> bytes:
    konzept = source.konzept
    out = (_end(source, link.target, link) for link in dict.fromkeys(konzept.outgoing.get(entry.ref, ())))
    back = (_end(source, link.source, link) for link in dict.fromkeys(konzept.incoming.get(entry.ref, ())))
    parts = [
        first,
        f'"inhalt": {written(plain(source, entry.model))}',
        f'"verweist_auf": {_lines(out)}',
        f'"verwiesen_von": {_lines(back)}',
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


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


def _end(source: Source, ref: str, link: Link) -> dict[str, Any]:
    entry = source.konzept[ref]
    return {
        "id": source.id(entry),
        "typ": entry.kind,
        "titel": source.title(entry),
        "adresse": source.url(entry),
        "beziehung": link.relation,
        "redaktionell": link.editorial,
    }


def _lines(items: Iterator[dict[str, Any]]) -> str:
    """A list with an item a line: readable, and much faster than the indentation of the library."""
    inner = ",\n".join(map(written, items))
    return f"[\n{inner}\n]" if inner else "[]"


def written(value: Any) -> str:
    """A value as JSON in one line, its letters as they are."""
    return json.dumps(value, ensure_ascii=False)
