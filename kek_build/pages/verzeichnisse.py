# Directories: actors and glossary. A page of an actor is what the concept says about it: what links there.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.concept.entries import title_key
from kek_build.pages.addresses import relative
from kek_build.pages.begriffe import ElsewhereView, elsewhere
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.mentions import mentions
from kek_build.pages.paging import Node, page_address
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import registers_with
from kek_build.pages.series import Series
from kek_build.pages.views import Fact, LinkView, NoteView, SourceView
from kek_build.reading.suggestions import fold


@dataclass(frozen=True)
class DirectoryRow:
    """An actor in the directory."""

    link: LinkView
    short: str | None
    kind: str
    count: int


@dataclass(frozen=True)
class DirectoryGroup:
    """Rows under one heading."""

    title: str
    anchor: str
    rows: tuple[DirectoryRow, ...]


@dataclass(frozen=True)
class TermView:
    """An entry of the glossary."""

    anchor: str
    term: str
    long_form: str | None
    wording: Markup | None
    lead: Markup | None
    text: Markup | None
    forms: tuple[str, ...]
    from_document: bool
    sources: tuple[SourceView, ...]
    notes: tuple[NoteView, ...]
    mentioned: tuple[LinkView, ...]
    elsewhere: ElsewhereView | None
    """Who else explains it, on a site with several concepts."""
    more: LinkView | None
    """Where all that mentions it stands, when that is long."""


def plan(shop: Workshop) -> Iterator[Planned]:
    """The directories a concept has, and a page for each actor."""
    konzept = shop.konzept
    if konzept.of_kind("akteur"):
        yield from _ACTORS.plan(shop)
        for entry in konzept.of_kind("akteur"):
            yield Planned(shop.addresses.of(entry), entry.title, partial(_actor, shop, entry))
    if konzept.of_kind("begriff"):
        yield Planned(shop.addresses.section("glossar"), "Glossar", partial(_glossary, shop))


def _directory(shop: Workshop, number: int) -> PageRecord:
    draft, shown, pages = _ACTORS.begin(shop, number)
    lead = "Wer das Konzept umsetzt, entscheidet oder gefragt ist"
    groups = [
        DirectoryGroup(name, anchor, tuple(_row(draft, below.item) for below in part.children))
        for part in shown
        for anchor, name in [part.item]
    ]
    return draft.finish(
        "verzeichnis",
        "Akteure",
        kind="uebersicht",
        lead=f"{lead}.",
        description=f"{lead}: {shop.konzept.datei.titel}",
        source=shop.konzept.of_kind("akteur")[0],
        groups=groups,
        begins=_begins(draft) if pages and number == 1 else [],
        pager=pages,
    )


def _actors(shop: Workshop) -> tuple[Node[Any], ...]:
    return shop.once("akteure", partial(_by_kind, shop))


def _by_kind(shop: Workshop) -> tuple[Node[Any], ...]:
    """The actors by what they are."""
    entries = sorted(shop.konzept.of_kind("akteur"), key=lambda entry: title_key(entry.model.art))
    return tuple(
        Node((f"gruppe-{index}", name), tuple(map(Node, found)), 0)
        for index, (name, found) in enumerate(groupby(entries, key=lambda entry: str(entry.model.art)), 1)
    )


def _begins(draft: Draft) -> list[LinkView]:
    """Where each kind of actor begins."""
    shop = draft.shop
    first = shop.addresses.section(_ACTORS.section)
    items = [node.item for node in _actors(shop)]
    pages = [page_address(first, _ACTORS.where(shop, item)) for item in items]
    return [
        LinkView(relative(f"{page}#{item[0]}", draft.path), item[1]) for page, item in zip(pages, items, strict=True)
    ]


_ACTORS = Series("akteure", "Akteure", _actors, _directory)


def _row(draft: Draft, entry: Entry) -> DirectoryRow:
    count = sum(len(group.entries) for group in mentions(draft.konzept, entry))
    return DirectoryRow(draft.link(entry), getattr(entry.model, "kurzform", None), entry.model.art, count)


def _actor(shop: Workshop, entry: Entry) -> PageRecord:
    konzept, model = shop.konzept, entry.model
    draft = shop.draft(shop.addresses.of(entry), shop.crumb("Akteure", "akteure"))
    facts = [
        draft.fact("Art", text=model.art),
        draft.fact("Kurzform", text=model.kurzform) if model.kurzform else None,
        draft.fact("Gehört zu", konzept.targets(entry.ref, "gehoert_zu")) if model.gehoert_zu else None,
        draft.fact("Orte", konzept.targets(entry.ref, "orte")) if model.orte else None,
        spellings(draft, model.schreibweisen),
    ]
    return draft.finish(
        "verzeichnis-eintrag",
        entry.title,
        kind="akteur",
        entry=entry,
        description=f"{entry.title}: alle Ziele, Vorhaben und Maßnahmen dazu. {konzept.datei.titel}",
        facts=[fact for fact in facts if fact],
        registers=registers_with(draft, entry),
        mentions=draft.mentioned_by(entry),
        mentions_title="Was das Konzept dazu sagt",
    )


def spellings(draft: Draft, written: tuple[str, ...]) -> Fact | None:
    """Other spellings of a name in the document, as a row of key facts."""
    quoted = ", ".join(f"„{spelling}“" for spelling in written)
    return draft.fact("Auch so geschrieben", text=quoted) if written else None


def _glossary(shop: Workshop) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.section("glossar"))
    limit = shop.limits.of_terms(len(konzept.of_kind("begriff")))
    terms = [
        TermView(
            anchor=entry.model.kennung,
            term=entry.model.begriff,
            long_form=entry.model.langform,
            wording=draft.wording(entry.model.wortlaut),
            lead=draft.block(entry.model.kurz),
            text=draft.block(entry.model.erklaerung),
            forms=entry.model.formen,
            from_document=entry.model.herkunft == "dokument",
            sources=draft.sources(entry.model.quelle),
            notes=draft.notes(entry.ref),
            elsewhere=elsewhere(draft, entry),
            mentioned=draft.links(mentioned),
            more=more,
        )
        for entry in konzept.of_kind("begriff")
        for mentioned, more in [draft.first(entry, "verweise", konzept.sources(entry.ref), limit)]
    ]
    return draft.finish(
        "glossar",
        "Glossar",
        kind="uebersicht",
        lead="Abkürzungen und Fachwörter des Konzepts, kurz erklärt.",
        description=f"Abkürzungen und Fachwörter, kurz erklärt: {konzept.datei.titel}",
        source=konzept.of_kind("begriff")[0],
        letters=[(letter, list(group)) for letter, group in groupby(terms, key=_initial)],
    )


def _initial(term: TermView) -> str:
    """The letter a term stands under: without umlaut, numbers together."""
    first = fold(term.term.lstrip("„(§ "))[:1].upper()
    return first if first.isalpha() else "0-9"
