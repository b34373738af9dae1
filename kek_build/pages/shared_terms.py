# Which terms several concepts of a site explain: all that a page of one concept needs to know of the glossaries of the
# others, as plain data.
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.concept.entries import title_key
from kek_build.pages.addresses import Addresses
from kek_build.reading.suggestions import fold


@dataclass(frozen=True)
class Explained:
    """That a concept explains a term."""

    slug: str
    """The short name of the concept."""
    county: str
    address: str
    """The address of the entry in its glossary."""


@dataclass(frozen=True)
class SharedTerm:
    """A term that several concepts explain."""

    name: str
    """Part of its address: `oepnv`."""
    title: str
    explained: tuple[Explained, ...]
    """Who explains it, from A to Z."""


SharedTerms = Mapping[str, SharedTerm]
"""The terms that several concepts explain, by their name (see `name_of`)."""


def name_of(entry: Entry) -> str:
    """The same for two spellings of a term: `e-Akte`, `eAkte`."""
    return "".join(letter for letter in fold(entry.model.begriff) if letter.isascii() and letter.isalnum())


def shared_terms(concepts: Iterable[Addresses]) -> SharedTerms:
    """Find the terms that several concepts explain; `concepts` are those of a site, with their addresses."""
    titles: dict[str, str] = {}
    found: dict[str, dict[str, Explained]] = {}
    for addresses in sorted(concepts, key=lambda addresses: title_key(addresses.konzept.datei.kurzname)):
        konzept = addresses.konzept
        for entry in konzept.of_kind("begriff"):
            if name := name_of(entry):
                titles.setdefault(name, entry.model.begriff)
                explained = Explained(konzept.slug, konzept.datei.name, addresses.of(entry))
                found.setdefault(name, {}).setdefault(konzept.slug, explained)
    return {
        name: SharedTerm(name, titles[name], tuple(explained.values()))
        for name, explained in sorted(found.items())
        if len(explained) > 1
    }
