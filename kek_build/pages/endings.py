# What a page shows of things that were dissolved: registers list those of their kind, so that who looks for one finds
# what became of it.
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kek_build.concept import Entry
from kek_build.concept.former import Tombstone
from kek_build.pages.addresses import relative
from kek_build.pages.text import statement_name
from kek_build.pages.views import EndingView, LinkView

if TYPE_CHECKING:
    from kek_build.pages.draft import Draft


def endings(draft: Draft) -> tuple[EndingView, ...]:
    """What was dissolved of the things that a page lists, in the order of the file."""
    stones = draft.konzept.former.tombstones.values()
    return tuple(ending(draft, stone) for stone in stones if draft.shop.addresses.list_of(stone) == draft.path)


def ending(draft: Draft, stone: Tombstone) -> EndingView:
    """One thing that was dissolved, as seen from a page."""
    link = stone_link(draft, stone)
    path, _, anchor = draft.shop.addresses.of_tombstone(stone).partition("#")
    return EndingView(
        link,
        anchor if path == draft.path else "",
        str(stone.model.ende),
        stone.model.ende.iso(),
        draft.text(stone.model.grund),
        tuple(successors(draft, stone)),
    )


def stone_link(draft: Draft, stone: Tombstone) -> LinkView:
    """The way to the page, or the place on a page, that says what became of a thing."""
    href = relative(draft.shop.addresses.of_tombstone(stone), draft.path)
    number = statement_name(stone.ref.partition("#")[2]) if stone.kind == "aussage" else stone.number
    return LinkView(href, stone.model.titel, number)


def successors(draft: Draft, stone: Tombstone) -> Iterator[LinkView]:
    """What carries on; it may have ended, too."""
    for ref in stone.successors:
        found = draft.konzept.former.find(ref)
        if isinstance(found, Tombstone):
            yield stone_link(draft, found)
        elif isinstance(found, Entry):
            yield draft.brief_link(found)
