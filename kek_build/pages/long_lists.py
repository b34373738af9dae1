# All of a list that is too long for the page of the thing it belongs to: the measures of a place, what mentions an
# actor. That page shows the beginning (`Draft.first`) and links here, where it goes on for as many pages as it needs.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS
from kek_build.pages.addresses import list_section
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.handlungsfelder import accent_of, goal_lists, lists_of_field
from kek_build.pages.mentions import mentions
from kek_build.pages.ort import lists_of_place
from kek_build.pages.paging import page_address, pager
from kek_build.pages.plan import Planned
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.register import Row
from kek_build.pages.schluesselvorhaben import lists_of_project
from kek_build.pages.text import shorten, without_references

_NAME = 70
"""Characters of a thing's name in the heading of its list."""
_WITHOUT = {"konzept", "leitsatz", "aussage", "dokument"}
"""The kinds of thing that have no folder, or no page that lists anything."""


@dataclass(frozen=True)
class LongList:
    """A list that belongs to a thing."""

    owner: Entry
    key: str
    """What it is called in its address."""
    title: str
    entries: tuple[Entry, ...]


def lists_of(konzept: Konzept, entry: Entry) -> Iterator[LongList]:
    """The lists on the page of a thing that may be long.

    Args:
        konzept: the concept.
        entry: the thing.
    """
    for group in mentions(konzept, entry) if entry.kind != "begriff" else ():
        yield LongList(entry, group.key, group.title, group.entries)
    found: Iterable[tuple[str, str, Sequence[Entry]]] = ()
    match entry.kind:
        case "handlungsfeld":
            found = lists_of_field(konzept, entry)
        case "ziel":
            found = goal_lists(konzept, entry)
        case "schluesselvorhaben":
            found = lists_of_project(konzept, entry)
        case "ort":
            found = lists_of_place(konzept, entry)
        case "begriff":
            found = [("verweise", "Erwähnt in", konzept.sources(entry.ref))]
    for key, title, entries in found:
        yield LongList(entry, key, title, tuple(entries))


def plan(shop: Workshop) -> Iterator[Planned]:
    """The pages of all lists that are longer than the page of their thing shows."""
    konzept, limits = shop.konzept, shop.limits
    of_terms = limits.of_terms(len(konzept.of_kind("begriff")))
    for entry in konzept.entries.values():
        # Nothing is worked out for things that cannot have so long a list.
        links = len(konzept.incoming.get(entry.ref, ())) + len(konzept.outgoing.get(entry.ref, ()))
        limit = of_terms if entry.kind == "begriff" else limits.links
        if links <= limit or entry.kind in _WITHOUT:
            continue
        for found in lists_of(konzept, entry):
            if len(found.entries) > limit:
                yield from _pages(shop, found)


def _pages(shop: Workshop, found: LongList) -> Iterator[Planned]:
    first = f"{shop.addresses.folder(found.owner)}{found.key}/"
    count = -(-len(found.entries) // shop.limits.page)
    for number in range(1, count + 1):
        yield Planned(page_address(first, number), found.title, partial(_page, shop, found, first, number))


def _page(shop: Workshop, found: LongList, first: str, number: int) -> PageRecord:
    owner, size = found.owner, shop.limits.page
    title = shorten(without_references(owner.short_title, shop.konzept.resolve), _NAME)
    name = f"{owner.number} {title}" if owner.number else title
    above = [Crumb(name, shop.addresses.of(owner))]
    if owner.kind != "seite":  # pages of prose stand right below the concept
        above.insert(0, shop.crumb(KINDS[owner.kind][2], list_section(owner.kind)))
    draft = shop.draft(page_address(first, number), *above)
    count = -(-len(found.entries) // size)
    return draft.finish(
        "liste",
        f"{found.title}: {name}",
        kind="uebersicht",
        description=f"{found.title}: {name}. {shop.konzept.datei.titel}",
        source=owner,
        accent=accent_of(shop.konzept, owner),
        rows=[_row(draft, entry) for entry in found.entries[(number - 1) * size : number * size]],
        count=len(found.entries),
        back=draft.link(owner),
        pager=pager(first, number, count, found.title),
        further=True,
    )


def _row(draft: Draft, entry: Entry) -> Row:
    text = draft.text(getattr(entry.model, "kurz", None) or getattr(entry.model, "text", None))
    return Row(draft.link(entry), "", accent_of(draft.konzept, entry), text, facts=(draft.konzept.kind_name(entry),))
