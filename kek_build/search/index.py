# Writes what the search fetches: an entry that names everything, Pagefind's program and its index in pieces, what hits
# show, and the words, titles and numbers for suggestions and corrections. Of all of it a search fetches a few pieces,
# however large the site is.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kek_build.models import Synonyme
from kek_build.pages.directories import Directory
from kek_build.search import files, hits, numbering, pagefind, suggested
from kek_build.search.cutting import Cut, pieces, tables
from kek_build.search.files import Writer
from kek_build.search.kept import Kept, Read, mark_of
from kek_build.search.numbering import Numbered
from kek_build.search.postings import MOST, Terms
from kek_build.search.records import SearchRecord
from kek_build.search.vocabulary import vocabulary
from kek_build.search.words import Lexicon, Words

_PIECE = Cut(enough=5_000, most=16_000, letters=3)
"""Bytes before packing; about a third travels."""
_LINES = 80
"""Pieces that one table names."""
_NAMED = {"Akteur", "Glossareintrag"}
"""Kinds whose names are abbreviated."""

Entry = dict[str, object]


def write(
    records: Sequence[SearchRecord],
    synonyms: Mapping[str, Sequence[Synonyme]],
    directories: Sequence[Directory],
    writer: Writer,
    kept: Kept | None = None,
) -> None:
    """Write everything that the search of a site needs.

    Args:
        records: everything that can be found, those of each concept together.
        synonyms: for each concept, by name, everyday words for official ones.
        directories: the concepts and their lists.
        writer: writes into the built site.
        kept: what the last build kept of its records; afterwards, what the next one may take.

    Raises:
        SetupError: Pagefind is missing.
    """
    kept = Kept() if kept is None else kept
    marks = {concept: mark_of(concept, groups) for concept, groups in synonyms.items()}
    read = [kept.read(record, marks[record.concept]) for record in records]
    ordered = numbering.in_order(_with_added(records, read, kept.words(read), synonyms))
    concepts = list(_concepts(ordered, writer))
    groups = [group for groups in synonyms.values() for group in groups]
    known = vocabulary(records, [one.tokens for one in read], kept.tokens, groups)
    numbered = ((one.record.number, at) for at, one in enumerate(ordered) if one.record.number)
    listed = [{"name": one.name, "adresse": one.address, "teile": one.lists} for one in directories]
    write_entry(
        {
            "konzepte": concepts,
            "woerter": suggested.words(known, writer),
            "titel": suggested.titles(known, writer),
            "nummern": suggested.numbers(numbered, writer),
            "verzeichnisse": writer.piece(listed),
        },
        _terms(ordered, kept.terms),
        writer,
    )


def write_entry(entry: Entry, terms: Iterable[tuple[str, bytes]], writer: Writer) -> None:
    """Write the index, Pagefind's program, and the entry that names them.

    Args:
        entry: what else it names.
        terms: each term as it stands in the index, sorted.
        writer: writes into the built site.

    Raises:
        SetupError: Pagefind is missing.
    """
    rows = [
        (begin, writer.index([encoded for _, encoded in piece]))
        for begin, piece in pieces(terms, lambda item: item[0], lambda item: len(item[1]), _PIECE)
    ]
    program = pagefind.program()
    for name, content in program.files.items():
        (writer.site / files.BUNDLE / name).write_bytes(content)
    named = [(begin, writer.piece(part)) for begin, part in tables(rows, _LINES)]
    sizes = {"block": hits.BLOCK, "reihe": hits.ROW, "hoechstens": MOST}
    writer.entry({"pagefind": program.version, **sizes, "tafeln": named, **entry})


def _concepts(ordered: Sequence[Numbered], writer: Writer) -> Iterator[Entry]:
    for name, found in groupby(ordered, key=lambda one: one.record.concept):
        own = list(found)
        records = [one.record for one in own]
        yield {
            "name": name,
            "adresse": "",
            "arten": numbering.runs(own),
            "treffer": hits.write(records, writer),
            "felder": writer.piece(_fields(records)),
        }


def _fields(records: Sequence[SearchRecord]) -> list[tuple[str, list[int]]]:
    """The fields of action of a concept, and which of its records belong to each."""
    found: dict[str, list[int]] = {}
    for at, record in enumerate(records):
        for name in record.fields:
            found.setdefault(name, []).append(at)
    return [(name, suggested.distances(numbers, 0)) for name, numbers in sorted(found.items())]


def _with_added(
    records: Sequence[SearchRecord],
    read: Sequence[Read],
    words: Words,
    synonyms: Mapping[str, Sequence[Synonyme]],
) -> Iterator[Numbered]:
    lexicons = {concept: Lexicon(words, groups) for concept, groups in synonyms.items()}
    for record, one in zip(records, read, strict=True):
        if one.added is None:
            one.added, one.holds = _added(record, lexicons[record.concept]), None
        yield Numbered(record, one.added, one)


def _added(record: SearchRecord, lexicon: Lexicon) -> str:
    added = lexicon.expansions(record.words)
    if record.kind in _NAMED:
        added += lexicon.initials(record.title)
    return " ".join(added)


def _terms(ordered: Sequence[Numbered], terms: Terms) -> Iterator[tuple[str, bytes]]:
    held = []
    for one in ordered:
        if one.read.holds is None:
            one.read.holds = terms.read(one.content, one.record.title)
        held.append(one.read.holds)
    return terms.encoded(held)
