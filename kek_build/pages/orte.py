# Places: a register of all that the concept names, those in the county apart from those outside, and a page for each.
from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.places import LINKED, concerns
from kek_build.models.verzeichnisse import MUNICIPALITIES
from kek_build.pages import ort, ort_einbetten
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Group, Row, by_words, register, sift
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
        yield Planned(shop.addresses.section("orte"), "Orte", partial(_register, shop, places))
    for place in places:
        yield Planned(shop.addresses.of(place), place.title, partial(ort.page, shop, place))
    yield from ort_einbetten.plan(shop)


def _register(shop: Workshop, places: tuple[Entry, ...]) -> PageRecord:
    draft = shop.draft(shop.addresses.section("orte"))
    kinds = dict.fromkeys(kind for _, kinds in _GROUPS for kind in kinds)
    criteria = (
        by_words("lage", "Lage", ort.LOCATIONS, lambda place: place.model.im_landkreis, sortable=False),
        by_words("art", "Art", {kind: kind for kind in kinds}, lambda place: place.model.art),
    )
    facets, values = sift(places, criteria)
    inside = [place for place in places if place.model.im_landkreis == "ja"]
    outside = [place for place in places if place.model.im_landkreis == "nein"]
    groups = [
        Group(title, anchor=anchor, groups=tuple(_groups(draft, found, values)))
        for anchor, title, found in (
            ("im-landkreis", "Im Landkreis", inside),
            ("ausserhalb", "Außerhalb des Landkreises", outside),
        )
        if found
    ]
    lead = "Städte, Gemeinden und Räume, die im Konzept vorkommen"
    return draft.finish(
        "register",
        "Orte",
        kind="register",
        lead=f"{lead}. Jede Seite zeigt alles, was das Konzept zu einem Ort sagt.",
        description=f"{lead}: {shop.konzept.datei.titel}",
        source=places[0],
        register=register("ort", "Lage und Art", facets, groups, len(places)),
    )


def _groups(draft: Draft, places: list[Entry], values: dict[str, str]) -> Iterator[Group]:
    for title, kinds in _GROUPS:
        rows = tuple(_row(draft, place, values[place.ref]) for place in places if place.model.art in kinds)
        if rows:
            yield Group(title, style="kek-orte", rows=rows)


def _row(draft: Draft, place: Entry, values: str) -> Row:
    model = place.model
    near = [concern for concern in concerns(draft.konzept, place) if concern.closeness != LINKED]
    facts = (model.art, f"AGS {model.ags}" if model.ags else None, counted(len(near), "Eintrag", "Einträge"))
    return Row(draft.link(place), values, facts=tuple(filter(None, facts)))
