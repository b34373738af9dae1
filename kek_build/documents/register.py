# The register at the end of a document: numbers, places and actors, and where they stand. What names a place or an
# actor is found as on the website, so paper and screen agree.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.concept.entries import title_key
from kek_build.documents.views import Keeper
from kek_build.pages.draft import Draft
from kek_build.pages.names import brief_title
from kek_build.pages.text import shorten, statement_label

_NUMBERED = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme")
_HIDDEN = {"hinweis", "quelle"}
_IN_BOOK = {
    "handlungsfeld",
    "ziel",
    "leitsatz",
    "schluesselvorhaben",
    "massnahme",
    "aussage",
    "swot",
    "kennzahl",
    "seite",
}
"""The kinds of thing that have a place in the document."""


@dataclass(frozen=True)
class Where:
    """A place in the document."""

    href: str
    text: str


@dataclass(frozen=True)
class Item:
    """What somebody looks up."""

    href: str
    """Its own page on the website: links to it lead to this line."""
    title: str
    places: tuple[Where, ...]


@dataclass(frozen=True)
class Register:
    """A list of things to look up."""

    title: str
    lead: str
    numbers: bool
    items: tuple[Item, ...]


def registers(shop: Keeper) -> list[Register]:
    """All registers that have anything in them."""
    draft = shop.draft(shop.addresses.section())
    found = [
        Register("Nummern", "Handlungsfelder, Ziele, Schlüsselvorhaben und Maßnahmen.", True, tuple(_numbers(draft))),
        Register("Orte", "Wo ein Ort genannt ist.", False, tuple(_mentions(draft, "ort"))),
        Register("Akteure", "Wo ein Akteur genannt ist.", False, tuple(_mentions(draft, "akteur"))),
    ]
    return [register for register in found if register.items]


def _numbers(draft: Draft) -> Iterator[Item]:
    for kind in _NUMBERED:
        for entry in draft.konzept.of_kind(kind):
            title = shorten(brief_title(entry, draft.konzept.resolve), 70)
            yield Item("", entry.number or "", (Where(draft.href(entry), title),))


def _mentions(draft: Draft, kind: str) -> Iterator[Item]:
    konzept = draft.konzept
    for entry in sorted(konzept.of_kind(kind), key=lambda item: title_key(item.title)):
        sources = {link.source: konzept[link.source] for link in konzept.incoming.get(entry.ref, ())
                   if link.relation not in _HIDDEN}  # fmt: skip
        found = tuple(Where(draft.href(e), _label(draft, e)) for e in sources.values() if e.kind in _IN_BOOK)
        yield Item(draft.href(entry), entry.title, found)


def _label(draft: Draft, entry: Entry) -> str:
    if entry.kind == "aussage" and entry.parent:
        return f"SWOT {draft.konzept[entry.parent].title}, {statement_label(entry)}"
    title = shorten(brief_title(entry, draft.konzept.resolve), 50)
    return entry.number or title
