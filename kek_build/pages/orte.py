# Places: a register of all that the concept names, those in the county apart from those outside, and a page for each.
from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.places import LINKED, concerns
from kek_build.models.verzeichnisse import MUNICIPALITIES
from kek_build.pages import ort, ort_einbetten
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Group, Row, by_words, sift
from kek_build.pages.register_pages import Listing, Made, Source, heading, row
from kek_build.pages.text import counted

_GROUPS = (
    ("Städte und Gemeinden", MUNICIPALITIES),
    ("Ortsteile", ("Ortsteil",)),
    ("Landkreise und Länder", ("Landkreis", "Land")),
    ("Regionen und Kooperationsräume", ("Region", "Kooperationsraum")),
    ("Landschaften und Gewässer", ("Landschaft", "Gewässer")),
    ("Verkehrswege und Bauwerke", ("Verkehrsweg", "Bauwerk")),
)


def plan(shop: Workshop) -> Iterator[Planned]:
    """The register of places, a page for each, and what municipalities can show; nothing where a concept names none."""
    places = shop.konzept.of_kind("ort")
    if places:
        yield from REGISTER.plan(shop)
    for place in places:
        yield Planned(shop.addresses.of(place), place.title, partial(ort.page, shop, place))
    yield from ort_einbetten.plan(shop)


def _register(shop: Workshop, number: int) -> PageRecord:
    draft = REGISTER.draft(shop, number)
    shown, pages = REGISTER.view(draft, number)
    lead = "Städte, Gemeinden und Räume, die im Konzept vorkommen"
    return draft.finish(
        "register",
        "Orte",
        kind="register",
        lead=f"{lead}. Jede Seite zeigt alles, was das Konzept zu einem Ort sagt.",
        description=f"{lead}: {shop.konzept.datei.titel}",
        source=shop.konzept.of_kind("ort")[0],
        register=shown,
        pager=pages,
    )


def _listing(shop: Workshop) -> Listing:
    places = shop.konzept.of_kind("ort")
    kinds = dict.fromkeys(kind for _, kinds in _GROUPS for kind in kinds)
    criteria = (
        by_words("lage", "Lage", ort.LOCATIONS, lambda place: place.model.im_landkreis, sortable=False),
        by_words("art", "Art", {kind: kind for kind in kinds}, lambda place: place.model.art),
    )
    facets, values = sift(places, criteria)
    inside = [place for place in places if place.model.im_landkreis == "ja"]
    outside = [place for place in places if place.model.im_landkreis == "nein"]
    nodes = tuple(
        heading(partial(_heading, title=title, anchor=anchor), tuple(_groups(found, values)))
        for anchor, title, found in (
            ("im-landkreis", "Im Landkreis", inside),
            ("ausserhalb", "Außerhalb des Landkreises", outside),
        )
        if found
    )
    return Listing("ort", "Lage und Art", facets, len(places), nodes)


REGISTER = Source("ort", "Orte", _listing, _register)
"""The register of places."""


def _heading(_draft: Draft, title: str, anchor: str = "", style: str = "") -> Group:
    return Group(title, anchor=anchor, style=style)


def _groups(places: list[Entry], values: dict[str, str]) -> Iterator[Node[Made]]:
    for title, kinds in _GROUPS:
        rows = tuple(
            row(partial(_row, place=place, values=values[place.ref])) for place in places if place.model.art in kinds
        )
        if rows:
            yield heading(partial(_heading, title=title, style="kek-orte"), rows)


def _row(draft: Draft, place: Entry, values: str) -> Row:
    model = place.model
    near = [concern for concern in concerns(draft.konzept, place) if concern.closeness != LINKED]
    facts = (model.art, f"AGS {model.ags}" if model.ags else None, counted(len(near), "Eintrag", "Einträge"))
    return Row(draft.link(place), values, facts=tuple(filter(None, facts)))
