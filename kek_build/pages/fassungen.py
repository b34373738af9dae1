# The editions of a concept: the page that lists them, and which pages there are besides. What is frozen stands below
# the concept (`eingefroren`); how two editions differ is told by `fassungsvergleich`.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kek_build.concept.entries import CONCEPT_REF
from kek_build.editions.editions import Edition
from kek_build.editions.mending import Lost
from kek_build.pages import fassungsvergleich, formen
from kek_build.pages.addresses import EDITIONS, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.fassungsvergleich import DecisionView, edition_name
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.views import LinkView

TITLE = "Fassungen"


@dataclass(frozen=True)
class EditionView:
    """An edition in the list."""

    link: LinkView
    title: str
    """What it calls itself."""
    of: str | None
    iso: str | None
    in_force: bool
    compared: LinkView | None
    """What is different in it from the one before."""
    summary: str
    decisions: tuple[DecisionView, ...]
    """Those between the one before and it."""
    lost: tuple[Lost, ...]
    """What its pages cannot show."""


def has_page(shop: Workshop) -> bool:
    """Whether a concept has several editions, or one that gives something in two forms."""
    return bool(shop.editions) or formen.has_forms(shop)


def plan(shop: Workshop) -> Iterator[Planned]:
    """The list of editions, and the pages that compare them."""
    if not has_page(shop):
        return
    yield Planned(shop.addresses.section(EDITIONS), TITLE, partial(_page, shop))
    yield from fassungsvergleich.plan(shop)
    yield from formen.plan(shop)


def _page(shop: Workshop) -> PageRecord:
    draft = shop.draft(shop.addresses.section(EDITIONS))
    forms = formen.forms_view(draft)
    record = draft.finish(
        "fassungen",
        TITLE,
        kind="fassungen",
        lead="Ein Konzept wird alle paar Jahre erneuert. Frühere Fassungen bleiben hier lesbar, so wie sie waren."
        if shop.editions
        else "Wo das Dokument dasselbe an zwei Stellen verschieden nennt, stehen hier beide Formen nebeneinander.",
        description=f"Welche Fassungen es gibt und was sich geändert hat: {shop.konzept.datei.titel}",
        source=shop.konzept[CONCEPT_REF],
        editions=list(_editions(draft)),
        forms=forms,
    )
    return replace(record, configured=bool(shop.editions))


def _editions(draft: Draft) -> Iterator[EditionView]:
    """All editions, the one in force first."""
    editions = draft.shop.editions
    for place in reversed(range(len(editions.all))):
        edition = editions.all[place]
        now = edition is editions.current
        compared = fassungsvergleich.compared(draft.shop, place - 1) if place else None
        yield EditionView(
            link=_link(draft, edition),
            title=edition.title,
            of=str(edition.of) if edition.of else None,
            iso=edition.of.iso() if edition.of else None,
            in_force=now,
            compared=LinkView(relative(compared.path, draft.path), compared.title) if compared else None,
            summary=fassungsvergleich.summary(compared.comparison) if compared else "",
            decisions=fassungsvergleich.decision_views(draft, place - 1) if place else (),
            lost=() if now else edition.lost,
        )


def _link(draft: Draft, edition: Edition) -> LinkView:
    now = edition is draft.shop.editions.current
    address = draft.shop.addresses.section("" if now else edition.name)
    return LinkView(relative(address, draft.path), edition_name(edition.name, capital=True))
