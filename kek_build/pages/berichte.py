# The reports of a concept: the list of them, newest first, and their pages.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kek_build.concept.entries import CONCEPT_REF
from kek_build.models.berichte import Bericht
from kek_build.pages import bericht
from kek_build.pages.addresses import REPORTS, relative
from kek_build.pages.bericht import TITLE
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.standing import page_stand
from kek_build.pages.views import LinkView
from kek_build.steering.period import period_of


@dataclass(frozen=True)
class ReportRow:
    """A report in the list."""

    link: LinkView
    period: str
    body: LinkView | None
    """Whom it is for."""
    lead: Markup | None


def plan(shop: Workshop) -> Iterator[Planned]:
    """The list of reports and the reports; nothing where a concept has none."""
    reports = shop.konzept.datei.berichte
    if reports:
        yield Planned(shop.addresses.section(REPORTS), TITLE, partial(_page, shop))
    for report in reports:
        yield Planned(bericht.address(shop, report), report.titel, partial(bericht.page, shop, report))


def newest_first(shop: Workshop) -> list[Bericht]:
    """All reports of a concept; of two that end on one day, the one that begins later comes first."""
    return sorted(shop.konzept.datei.berichte, key=lambda one: (one.bis.last, one.von.first), reverse=True)


def _page(shop: Workshop) -> PageRecord:
    draft = shop.draft(shop.addresses.section(REPORTS))
    return draft.finish(
        "berichte",
        TITLE,
        kind="uebersicht",
        lead="Jeder Bericht sagt, was sich zwischen zwei Tagen geändert hat, errechnet aus den Angaben im Konzept.",
        description=f"Was sich von wann bis wann geändert hat: {shop.konzept.datei.titel}",
        source=shop.konzept[CONCEPT_REF],
        fresh=page_stand(shop, shop.konzept[CONCEPT_REF]),
        rows=[_row(draft, report) for report in newest_first(shop)],
    )


def _row(draft: Draft, report: Bericht) -> ReportRow:
    body = draft.konzept.resolve(report.gremium, ("akteur",)) if report.gremium else None
    href = relative(bericht.address(draft.shop, report), draft.path)
    return ReportRow(
        LinkView(href, report.titel),
        bericht.period_words(period_of(report)),
        draft.link(body) if body else None,
        draft.text(report.kurz),
    )
