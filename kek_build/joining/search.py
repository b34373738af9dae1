# One search index of many: the numbers of each site's records go on where those of the one before end, so the lists of
# a term are put behind each other. Pagefind itself would join the indexes of several sites in the browser
# (`mergeIndex`), which fetches the tables of all of them for the first search.
from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import cbor2

from kek_build.errors import SetupError
from kek_build.search import files, hits, index, pagefind, suggested
from kek_build.search.files import Writer
from kek_build.search.postings import entry, length, number
from kek_build.search.vocabulary import Vocabulary, read_steps

_LEADING_NUMBER = re.compile(r"[IVX\d]+[.-]")


@dataclass(frozen=True)
class Part:
    """The index of a site."""

    folder: str
    """Where the site stands in the portal, with a slash at its end."""
    site: Path

    def piece(self, name: str) -> Any:
        """A piece of it."""
        return files.read_json(self.site / files.FOLDER / "teile" / f"{name}.json")

    def index(self, name: str) -> Path:
        """Where a piece of Pagefind's index stands."""
        return self.site / files.BUNDLE / "index" / f"{name}.pf_index"


def join(parts: Sequence[Part], writer: Writer) -> int:
    """Write one index of several.

    Args:
        parts: the sites, in the order of the portal.
        writer: writes into the portal.

    Returns:
        How many records it holds.

    Raises:
        SetupError: an index is broken or of another version, or Pagefind is missing.
    """
    told = [_entry(part) for part in parts]
    starts = [0]
    for one in told:
        starts.append(starts[-1] + sum(map(_count, one["konzepte"])))
    concepts = [
        concept | {"adresse": part.folder + concept["adresse"], "felder": writer.piece(part.piece(concept["felder"]))}
        for part, one in zip(parts, told, strict=True)
        for concept in one["konzepte"]
    ]
    known = Vocabulary(_words(parts, told), _titles(parts, told))
    listed = [
        {"name": of["name"], "adresse": part.folder + of["adresse"],
         "teile": [(label, part.folder + address) for label, address in of["teile"]]}
        for part, one in zip(parts, told, strict=True) for of in part.piece(one["verzeichnisse"])
    ]  # fmt: skip
    index.write_entry(
        {
            "konzepte": concepts,
            "woerter": suggested.words(known, writer),
            "titel": suggested.titles(known, writer),
            "nummern": suggested.numbers(_numbers(parts, told, starts), writer),
            "verzeichnisse": writer.piece(listed),
        },
        _terms(parts, told, starts),
        writer,
    )
    return starts[-1]


def directories(part: Part) -> list[Mapping[str, Any]]:
    """The concepts of a site and their lists: `name`, `adresse`, `teile`."""
    found: list[Mapping[str, Any]] = part.piece(_entry(part)["verzeichnisse"])
    return found


def _entry(part: Part) -> Mapping[str, Any]:
    try:
        read: Mapping[str, Any] = files.read_json(part.site / files.ENTRY)
        known = read["pagefind"], read["block"], read["reihe"]
    except (OSError, ValueError, KeyError, TypeError):
        raise SetupError(f"Der Suchindex von „{part.site}“ ist unvollständig: die Website noch einmal bauen.") from None
    if known != (pagefind.program().version, hits.BLOCK, hits.ROW):
        raise SetupError(
            f"Der Suchindex von „{part.site}“ ist von Pagefind {known[0]}, hier ist Pagefind "
            f"{pagefind.program().version}: alle Websites mit derselben Fassung von kek bauen."
        )
    return read


def _count(concept: Mapping[str, Any]) -> int:
    return sum(sum(steps[1::2]) for _, steps in concept["arten"])


def _words(parts: Sequence[Part], told: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...], ...]:
    """The words of all sites; each in the group of those where it stands most often."""
    best: dict[str, int] = {}
    for part, one in zip(parts, told, strict=True):
        for _, name in one["woerter"]:
            for group, steps in enumerate(part.piece(name)):
                for word in read_steps(steps):
                    best[word] = min(group, best.get(word, group))
    return tuple(tuple(sorted(word for word, of in best.items() if of == group)) for group in range(3))


def _titles(parts: Sequence[Part], told: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The titles of all sites, those with a number first."""
    found = dict.fromkeys(
        title for part, one in zip(parts, told, strict=True) for _, name in one["titel"] for title in part.piece(name)
    )
    return tuple(sorted(found, key=lambda title: not _LEADING_NUMBER.match(title)))


def _numbers(
    parts: Sequence[Part], told: Sequence[Mapping[str, Any]], starts: Sequence[int]
) -> Iterator[tuple[str, int]]:
    for part, one, start in zip(parts, told, starts, strict=False):
        for _, name in one["nummern"]:
            for written, records in part.piece(name):
                yield from ((written, start + record) for record in records)


def _terms(
    parts: Sequence[Part], told: Sequence[Mapping[str, Any]], starts: Sequence[int]
) -> Iterator[tuple[str, bytes]]:
    streams = [_terms_of(part, one, start) for part, one, start in zip(parts, told, starts, strict=False)]
    for term, found in groupby(heapq.merge(*streams, key=lambda item: item[:2]), key=lambda item: item[0]):
        count, before, pages = 0, 0, bytearray()
        for _, start, held in found:
            pages += _behind(held, start - before)
            before = start + sum(page[0] for page in held)
            count += len(held)
        yield term, entry(term, count, bytes(pages))


def _behind(held: Sequence[Sequence[Any]], distance: int) -> bytes:
    """The records of a term as they are written, the first one so much farther from the one before."""
    (first, places, titles), *rest = held
    return (
        b"\x83" + number(first + distance) + cbor2.dumps(places) + cbor2.dumps(titles)
        + cbor2.dumps(rest)[len(length(len(rest))) :]
    )  # fmt: skip


def _terms_of(part: Part, told: Mapping[str, Any], start: int) -> Iterator[tuple[str, int, list[Any]]]:
    for _, table in told["tafeln"]:
        for _, name in part.piece(table):
            for term, held, _ in files.read_index(part.index(name)):
                yield term, start, held


def check(parts: Iterable[Part]) -> None:
    """Make sure that every file of the indexes is there, before anything is written.

    Raises:
        SetupError: one is not, or is of another version.
    """
    for part in parts:
        told = _entry(part)
        names = [name for key in ("woerter", "titel", "nummern") for _, name in told[key]]
        names += [told["verzeichnisse"], *(concept["felder"] for concept in told["konzepte"])]
        try:
            for name in names:
                part.piece(name)
            indexed = [name for _, table in told["tafeln"] for _, name in part.piece(table)]
            whole = all(part.index(name).is_file() for name in indexed)
        except (OSError, ValueError):
            whole = False
        if not whole:
            raise SetupError(f"Der Suchindex von „{part.site}“ ist unvollständig: die Website noch einmal bauen.")
