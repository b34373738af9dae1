# Directories: actors and glossary. A page of an actor is what the concept says about it: what links there.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.concept.entries import title_key
from kek_build.pages.begriffe import ElsewhereView, elsewhere
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import registers_with
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


def plan(shop: Workshop) -> Iterator[Planned]:
    """The directories a concept has, and a page for each actor."""
    konzept = shop.konzept
    if konzept.of_kind("akteur"):
        yield Planned(shop.addresses.section("akteure"), "Akteure", partial(_directory, shop))
        for entry in konzept.of_kind("akteur"):
            yield Planned(shop.addresses.of(entry), entry.title, partial(_actor, shop, entry))
    if konzept.of_kind("begriff"):
        yield Planned(shop.addresses.section("glossar"), "Glossar", partial(_glossary, shop))


def _directory(shop: Workshop) -> PageRecord:
    draft = shop.draft(shop.addresses.section("akteure"))
    entries = sorted(shop.konzept.of_kind("akteur"), key=lambda entry: title_key(entry.model.art))
    lead = "Wer das Konzept umsetzt, entscheidet oder gefragt ist"
    groups = [
        DirectoryGroup(name, f"gruppe-{index}", tuple(_row(draft, entry) for entry in found))
        for index, (name, found) in enumerate(groupby(entries, key=lambda entry: str(entry.model.art)), 1)
    ]
    return draft.finish(
        "verzeichnis",
        "Akteure",
        kind="uebersicht",
        lead=f"{lead}.",
        description=f"{lead}: {shop.konzept.datei.titel}",
        source=entries[0],
        groups=groups,
    )


def _row(draft: Draft, entry: Entry) -> DirectoryRow:
    count = sum(len(group.links) for group in draft.mentioned_by(entry))
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
            mentioned=draft.links(konzept.sources(entry.ref)),
            elsewhere=elsewhere(draft, entry),
        )
        for entry in konzept.of_kind("begriff")
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
