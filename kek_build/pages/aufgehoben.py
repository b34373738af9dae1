# The page of a thing that was dissolved, at the address it always had: what it was, when and why it ended, and what
# carries on. SWOT statements, terms and documents have none of their own; the page they stood on tells.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from kek_build.concept.entries import KINDS
from kek_build.concept.former import Tombstone
from kek_build.pages.addresses import list_section
from kek_build.pages.draft import Workshop
from kek_build.pages.endings import successors
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.views import Fact


def plan(shop: Workshop) -> Iterator[Planned]:
    """A page for everything that was dissolved and had an address of its own."""
    for stone in shop.konzept.former.tombstones.values():
        if "#" not in (address := shop.addresses.of_tombstone(stone)):
            yield Planned(address, stone.model.titel, partial(_page, shop, stone))


def _page(shop: Workshop, stone: Tombstone) -> PageRecord:
    konzept, model = shop.konzept, stone.model
    _, one, many = KINDS[stone.kind]
    listed = konzept.of_kind(stone.kind) and stone.kind != "seite"
    crumbs = [shop.crumb(many, list_section(stone.kind))] if listed else []
    draft = shop.draft(shop.addresses.of_tombstone(stone), *crumbs)
    carries_on = tuple(successors(draft, stone))
    record = draft.finish(
        "aufgehoben",
        model.titel,
        kind="aufgehoben",
        number=stone.number,
        kind_label=f"{one}, aufgehoben",
        description=f"{one} „{model.titel}“: aufgehoben ({model.ende}). {konzept.datei.titel}",
        source=stone,
        facts=[
            Fact("Aufgehoben", text=draft.text(str(model.ende))),
            Fact("Grund", text=draft.text(model.grund)),
            Fact("Hier geht es weiter", carries_on) if carries_on else None,
        ],
        found_in=draft.sources(model.quelle),
    )
    return replace(record, indexed=False)
