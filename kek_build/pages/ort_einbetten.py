# For the website of a municipality: everything about it as cards and badges to copy, on one page. Only a municipality
# has such a page, and only where something about it can be shown elsewhere; every other page offers its own card.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.places import concerns
from kek_build.models.verzeichnisse import MUNICIPALITIES
from kek_build.pages.addresses import EMBED, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.einbetten import badge, frame
from kek_build.pages.karten import EMBEDDABLE
from kek_build.pages.plan import Planned
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.views import LinkView

_TITLES = {
    "ort": "Der Ort selbst",
    "schluesselvorhaben": "Schlüsselvorhaben",
    "massnahme": "Maßnahmen",
    "ziel": "Ziele",
    "kennzahl": "Kennzahlen",
}


@dataclass(frozen=True)
class SnippetView:
    """What to copy to show one thing."""

    link: LinkView
    name: str
    """Kind and number: `Maßnahme 3-34`."""
    card: str
    """The link to its card, to look at."""
    frame: str
    badge: str


@dataclass(frozen=True)
class SnippetGroup:
    """The things of one kind."""

    anchor: str
    title: str
    snippets: tuple[SnippetView, ...]
    count: int
    """How many there are; the page of each has its own, so here are only the first."""


def plan(shop: Workshop) -> Iterator[Planned]:
    """A page for each municipality that something is about."""
    for place in shop.konzept.of_kind("ort"):
        if address := address_of(shop, place):
            yield Planned(address, _title(place), partial(_page, shop, place))


def address_of(shop: Workshop, place: Entry) -> str | None:
    """The address of the page for embedding, where a place has one."""
    has_page = not shop.frozen and place.model.art in MUNICIPALITIES and bool(_things(shop, place))
    return f"{shop.addresses.of(place)}{EMBED}/" if has_page else None


def _title(place: Entry) -> str:
    return f"{place.title} auf der eigenen Website"


def _things(shop: Workshop, place: Entry) -> list[Entry]:
    found = [concern.entry for concern in concerns(shop.konzept, place)]
    return [entry for entry in found if entry.kind in EMBEDDABLE]


def _page(shop: Workshop, place: Entry) -> PageRecord:
    address = shop.addresses.of(place)
    above = (shop.crumb("Orte", "orte"), Crumb(place.title, address))
    draft = shop.draft(f"{address}{EMBED}/", *above)
    things = [place, *_things(shop, place)]
    groups = [_group(draft, kind, [entry for entry in things if entry.kind == kind]) for kind in _TITLES]
    return draft.finish(
        "ort-einbetten",
        _title(place),
        kind="uebersicht",
        lead=f"Alles, was das Konzept zu {place.title} sagt, zum Einbauen in eine andere Website.",
        source=place,
        place=draft.link(place),
        groups=[group for group in groups if group.snippets],
    )


def _group(draft: Draft, kind: str, things: list[Entry]) -> SnippetGroup:
    shown = things[: draft.shop.limits.links]
    return SnippetGroup(f"zeigen-{kind}", _TITLES[kind], tuple(_snippet(draft, e) for e in shown), len(things))


def _snippet(draft: Draft, entry: Entry) -> SnippetView:
    shop = draft.shop
    view = shop.card_of(entry)
    card = relative(shop.addresses.card(entry), draft.path)
    return SnippetView(draft.link(entry), view.name, card, frame(shop, view), badge(shop, view))
