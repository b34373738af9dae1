# First pages: of a concept, and of a site that holds several.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from urllib.parse import urlencode

from markupsafe import Markup

from kek_build.concept.entries import CONCEPT_REF, KINDS
from kek_build.pages import fassungen
from kek_build.pages.addresses import CHANGES, EDITIONS, REPORTS, STANDING, list_section, relative
from kek_build.pages.aenderungen import DigestView, digest
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings.pyramide import pyramid
from kek_build.pages.handlungsfelder import FieldGroup, FieldView, field_groups
from kek_build.pages.neues import newest
from kek_build.pages.record import PageRecord
from kek_build.pages.templates import environment
from kek_build.pages.themen import subject_links, subject_rows
from kek_build.pages.umsetzungsstand_satz import StandLink, sentence
from kek_build.pages.views import LinkView


@dataclass(frozen=True)
class FigureView:
    """How many of something a concept holds."""

    count: int
    label: str
    href: str


@dataclass(frozen=True)
class ConceptCard:
    """A concept on the first page of a site."""

    slug: str
    link: LinkView
    document: str
    idea: str
    lead: Markup | None
    figures: tuple[FigureView, ...]
    fields: tuple[FieldView, ...]
    changed: DigestView | None
    """What changed last in its content."""


@dataclass(frozen=True)
class SearchView:
    """The search on a start page: a link to the search page and words to try."""

    href: str
    examples: tuple[LinkView, ...]


_EXAMPLES = 6
"""How many words to try the search of several concepts offers."""
_NEWS = 3
"""How many news a start page shows."""

_COUNTED = ("handlungsfeld", "schluesselvorhaben", "massnahme", "aussage", "kennzahl", "akteur", "ort")


def concept_page(shop: Workshop) -> PageRecord:
    """The start page of a concept."""
    konzept = shop.konzept
    datei = konzept.datei
    draft = shop.draft(shop.addresses.section())
    groups: tuple[FieldGroup, ...] = field_groups(draft)
    return draft.finish(
        "konzept",
        f"{datei.name}, Fassung {shop.frozen}" if shop.frozen else datei.name,
        kind="konzept",
        entry=konzept[CONCEPT_REF],
        kind_label=datei.titel,
        groups=groups,
        pyramid=pyramid(shop, draft.path),
        levels=[(level.mehrzahl, draft.text(level.kurz)) for level in datei.ebenen if level.kurz],
        news=newest(draft, _NEWS),
        changed=digest(draft),
        history_href=draft.section("verlauf") if datei.verlauf else None,
        search=None if shop.frozen else search_view(draft.path, datei.suchbeispiele, datei.name if shop.home else None),
        idea_text=draft.block(datei.leitgedanke.kurz),
        idea_sources=draft.sources(datei.leitgedanke.quelle),
        figures=figures(shop, draft.path),
        umsetzung=StandLink(sentence(shop, konzept[CONCEPT_REF]), draft.section(STANDING)),
        subjects=subject_rows(draft),
        facts=[
            (item.bezeichnung, item.wert, draft.text(item.vermerk), draft.sources(item.quelle))
            for item in datei.eckdaten
        ],
        more=list(_more(shop, draft.path)),
        notes=(),
        note_count=len(draft.notes(CONCEPT_REF)),
        sources_href=draft.section("quellen"),
    )


def figures(shop: Workshop, page: str) -> tuple[FigureView, ...]:
    """How many fields, goals, measures … a concept holds, with links as seen from a page."""
    konzept = shop.konzept
    found = []
    for kind in _COUNTED:
        if count := len(konzept.of_kind(kind)):
            _, one, many = KINDS[kind]
            label = one if count == 1 else many
            found.append(FigureView(count, label, _href(shop, list_section(kind), page)))
        if kind == "handlungsfeld":
            for depth, level in enumerate(konzept.datei.ebenen):
                count = sum(goal.depth == depth for goal in konzept.of_kind("ziel"))
                if count:
                    label = level.einzahl if count == 1 else level.mehrzahl
                    found.append(FigureView(count, label, _href(shop, "ziele", page)))
    return tuple(found)


def search_view(page: str, examples: Iterable[str], concept: str | None = None) -> SearchView:
    """The search as a start page offers it, with links as seen from the page.

    Args:
        page: the path of the start page.
        examples: words to try.
        concept: the name of the concept to search in; None for all of them.
    """
    href = relative("suche/", page)
    within = {"landkreis": concept} if concept else {}
    return SearchView(
        f"{href}?{urlencode(within)}" if within else href,
        tuple(LinkView(f"{href}?{urlencode({'q': example, **within})}", example) for example in examples),
    )


def search_of(page: str, shops: Iterable[Workshop]) -> SearchView:
    """The search in all concepts of a site, with words to try from several of them."""
    examples = chain.from_iterable(zip_longest(*(shop.konzept.datei.suchbeispiele for shop in shops)))
    return search_view(page, list(dict.fromkeys(filter(None, examples)))[:_EXAMPLES])


def _href(shop: Workshop, section: str, page: str) -> str:
    return relative(shop.addresses.section(section), page)


def _more(shop: Workshop, page: str) -> Iterator[LinkView]:
    for entry in shop.konzept.of_kind("seite"):
        yield LinkView(_href(shop, f"seiten/{entry.model.kennung}", page), entry.title)
    if shop.konzept.datei.befragung:
        yield LinkView(_href(shop, "befragung", page), shop.konzept.datei.befragung.titel)
    if shop.konzept.datei.verlauf or shop.konzept.datei.mitwirkende:
        yield LinkView(_href(shop, "verlauf", page), "Beschlüsse und Entstehung")
    if shop.konzept.datei.berichte:
        yield LinkView(_href(shop, REPORTS, page), "Berichte")
    if fassungen.has_page(shop) and not shop.frozen:
        yield LinkView(_href(shop, EDITIONS, page), fassungen.TITLE)
    if not shop.frozen:
        yield LinkView(_href(shop, CHANGES, page), "Änderungen")
    yield LinkView(_href(shop, "quellen", page), "Quellen und Widersprüche")
    if shop.konzept.of_kind("begriff"):
        yield LinkView(_href(shop, "glossar", page), "Glossar")
    yield LinkView(_href(shop, "lose-enden", page), "Lose Enden")


def site_page(shops: Iterable[Workshop], title: str, lead: str) -> PageRecord:
    """The first page of a site with several concepts."""
    shops = list(shops)
    cards = []
    for shop in shops:
        datei = shop.konzept.datei
        draft = shop.draft("")
        cards.append(
            ConceptCard(
                slug=shop.konzept.slug,
                link=LinkView(_href(shop, "", ""), datei.name),
                document=f"{datei.titel} – {datei.fassung.bezeichnung}",
                idea=datei.leitgedanke.bezeichnung,
                lead=draft.text(datei.kurz),
                figures=figures(shop, "")[:6],
                fields=tuple(view for group in field_groups(draft) for view in group.fields),
                changed=digest(draft),
            )
        )
    template = environment(shops[0].templates).get_template("pages/start.html.j2")
    html = template.render(
        title=title, lead=lead, cards=cards, search=search_of("", shops), subjects=subject_links(shops, "")
    )
    return PageRecord(path="", title=title, html=html, description=lead, kind="start")
