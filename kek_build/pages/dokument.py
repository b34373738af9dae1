# Pages about the concept as a document: prose, history and decisions, survey, sources and contradictions, loose
# ends.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from kek_build.concept import Entry, Konzept, loose_ends
from kek_build.concept.entries import CONCEPT_REF, KINDS
from kek_build.concept.loose_ends import LooseEnds
from kek_build.concept.notes import Note
from kek_build.models.konzept import Bearbeitungsstand, Ereignis
from kek_build.pages import prose
from kek_build.pages.addresses import ANSWERED, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.neues import EVENT_LABELS
from kek_build.pages.paging import Node, Part, page_address
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.series import Series
from kek_build.pages.standing import day_of, stand_view
from kek_build.pages.views import NOTE_LABELS, LinkView, NoteView, SourceView
from kek_build.steering import newest, overdue
from kek_build.steering.attention import EXPLANATIONS, TITLES

WHOLE = "Das Konzept als Ganzes"
"""What notes about no single thing are about."""
_HISTORY = "Beschlüsse und Entstehung"
_SOURCES = "Quellen und Widersprüche"
_LOOSE_ENDS = "Lose Enden"
_NEVER = 12_000
"""Months after which news is old, where nobody may call it so."""


@dataclass(frozen=True)
class EventView:
    """A step in the concept's history."""

    label: str
    decision: bool
    date: str
    iso: str
    title: str
    text: Markup | None
    body: LinkView | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class StateRow:
    """What the document prints of key projects, and which phase follows from it."""

    printed: str
    """In quotation marks; what stands in brackets says that nothing is printed."""
    phase: str
    """Empty where none follows."""
    reason: Markup | None
    projects: tuple[LinkView, ...]


@dataclass(frozen=True)
class NotePart:
    """Notes of one kind about one part of the concept."""

    title: str
    notes: tuple[NoteView, ...]
    count: int
    """How many there are; some may stand on other pages."""


@dataclass(frozen=True)
class NoteGroup:
    """Notes of one kind."""

    kind: str
    title: str
    lead: str
    count: int
    parts: tuple[NotePart, ...]
    href: str
    """The link to its beginning."""


_NOTE_KINDS = (
    ("widerspruch", "Widersprüche", "Hier sagt das Dokument an zwei Stellen nicht dasselbe. Wir zeigen beides."),
    ("schreibweise", "Schreibweisen", "Hier schreibt das Dokument etwas ungewöhnlich oder auf mehrere Arten."),
    ("luecke", "Lücken", "Hier fehlt im Dokument eine Angabe, oder ein Teil liegt uns nicht vor."),
    ("redaktionell", "Hinweise der Redaktion", "Hier hat die Redaktion etwas ergänzt oder entschieden."),
)


def plan(shop: Workshop) -> Iterator[Planned]:
    """All pages about the document itself."""
    for entry in shop.konzept.of_kind("seite"):
        yield Planned(shop.addresses.of(entry), entry.title, partial(_prose, shop, entry))
    section, datei = shop.addresses.section, shop.konzept.datei
    if datei.verlauf or datei.mitwirkende:
        yield Planned(section("verlauf"), _HISTORY, partial(_history, shop))
    if datei.befragung:
        yield Planned(section("befragung"), datei.befragung.titel, partial(_survey, shop))
    yield from _NOTES.plan(shop)
    yield from _ENDS.plan(shop)


def _prose(shop: Workshop, entry: Entry) -> PageRecord:
    draft = shop.draft(shop.addresses.of(entry))
    html = prose.render(entry.model.text, shop.konzept.resolve, draft.href)
    return draft.finish(
        "seite", entry.title, kind="seite", entry=entry, kind_label=shop.konzept.datei.fassung.bezeichnung,
        html=Markup(html), mentions=draft.mentioned_by(entry),
    )  # fmt: skip


def _history(shop: Workshop) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.section("verlauf"))
    events = sorted(konzept.datei.verlauf, key=lambda event: event.datum)
    people = [
        (part.aufgabe, draft.link(actor, part.vermerk))
        for part in konzept.datei.mitwirkende
        if (actor := konzept.resolve(part.akteur, ("akteur",)))
    ]
    page = draft.finish(
        "verlauf",
        _HISTORY,
        kind="seite",
        description=f"Beschlüsse, Schritte und Beteiligte: {konzept.datei.titel}",
        source=konzept["konzept"],
        fresh=stand_view(shop, newest(konzept, [konzept[CONCEPT_REF]]), "letzter Schritt"),
        events=[event_view(draft, event) for event in events],
        people=people,
    )
    return replace(page, only_here=True)


def event_view(draft: Draft, event: Ereignis) -> EventView:
    """A step in the concept's history, as seen from a page."""
    body = draft.konzept.resolve(event.gremium, ("akteur",)) if event.gremium else None
    return EventView(
        label=EVENT_LABELS[event.art],
        decision=event.art == "beschluss",
        date=str(event.datum),
        iso=event.datum.iso(),
        title=event.titel,
        text=draft.block(event.text),
        body=draft.link(body) if body else None,
        sources=draft.sources(event.quelle),
    )


def _survey(shop: Workshop) -> PageRecord:
    survey = shop.konzept.datei.befragung
    assert survey is not None
    draft = shop.draft(shop.addresses.section("befragung"))
    results = [
        (index, r.titel, draft.block(r.kurz), [draft.text(e) for e in r.eintraege], draft.sources(r.quelle))
        for index, r in enumerate(survey.ergebnisse, 1)
    ]
    notes = [
        NoteView(hinweis.art, NOTE_LABELS[hinweis.art], draft.block(hinweis.text) or Markup())
        for hinweis in [*survey.hinweis, *(h for r in survey.ergebnisse for h in r.hinweis)]
    ]
    page = draft.finish(
        "befragung",
        survey.titel,
        kind="seite",
        lead=survey.kurz,
        source=shop.konzept["konzept"],
        asked=[draft.text(text) for text in survey.befragte],
        results=results,
        notes=tuple(notes),
        survey_sources=draft.sources(survey.quelle),
    )
    return replace(page, only_here=True)


def _sources(shop: Workshop, number: int) -> PageRecord:
    konzept = shop.konzept
    draft, shown, pages = _NOTES.begin(shop, number)
    documents = [
        (
            entry.model,
            draft.text(entry.model.vermerk),
            [(part, draft.text(part.vermerk)) for part in entry.model.abschnitte],
        )
        for entry in konzept.of_kind("dokument")
        if number == 1
    ]
    return draft.finish(
        "quellen",
        _SOURCES,
        kind="seite",
        description=f"Woher die Angaben stammen, und wo das Dokument sich widerspricht: {konzept.datei.titel}",
        source=konzept["konzept"],
        documents=documents,
        states=[_state(draft, state) for state in konzept.datei.bearbeitungsstaende if number == 1],
        groups=[_note_group(draft, part) for part in shown],
        kinds=[_note_group(draft, node, bare=True) for node in _note_nodes(shop)] if number == 1 else [],
        pager=pages,
    )


def _state(draft: Draft, state: Bearbeitungsstand) -> StateRow:
    found = (draft.konzept.resolve(ref, ("schluesselvorhaben",)) for ref in state.schluesselvorhaben)
    phase = ", ".join(filter(None, (state.phase, state.status)))
    printed = state.angabe if state.angabe.startswith("(") else f"„{state.angabe}“"
    return StateRow(printed, phase, draft.text(state.begruendung), draft.links(entry for entry in found if entry))


@dataclass(frozen=True)
class _Notes:
    """Notes of one kind, or those about one part of the concept."""

    key: str
    title: str
    count: int
    lead: str = ""


def _note_nodes(shop: Workshop) -> tuple[Node[Any], ...]:
    return shop.once("hinweise", partial(_noted, shop))


def _noted(shop: Workshop) -> tuple[Node[Any], ...]:
    """All notes by their kind, below it by the part of the concept they stand in, in the order of the menu."""
    found = []
    for kind, title, lead in _NOTE_KINDS:
        parts: dict[tuple[int, str], list[Note]] = {}
        for note in shop.notes:
            if note.hinweis.art == kind:
                parts.setdefault(_part_of(shop.konzept, note.entry), []).append(note)
        if parts:
            below = tuple(
                Node(_Notes(kind, part[1], len(parts[part])), tuple(map(Node, parts[part])), 0)
                for part in sorted(parts, key=lambda part: part[0])
            )
            found.append(Node(_Notes(kind, title, sum(map(len, parts.values())), lead), below, 0))
    return tuple(found)


def _note_group(draft: Draft, part: Part[Any] | Node[Any], *, bare: bool = False) -> NoteGroup:
    """Notes of a kind as a page shows them, or `bare`, only where they begin."""
    shop, head = draft.shop, part.item
    first = page_address(shop.addresses.section("quellen"), _NOTES.where(shop, head))
    href = relative(f"{first}#{head.key}", draft.path)
    parts = () if bare else tuple(_note_part(draft, below) for below in part.children)
    return NoteGroup(head.key, head.title, head.lead, head.count, parts, href)


def _note_part(draft: Draft, part: Part[Any] | Node[Any]) -> NotePart:
    notes = []
    for below in part.children:
        note, art = below.item, below.item.hinweis.art
        text = draft.block(note.hinweis.text) or Markup()
        also = tuple(_owner(draft, other) for other in note.also)
        notes.append(NoteView(art, NOTE_LABELS[art], text, _owner(draft, note.entry), also))
    return NotePart(part.item.title, tuple(notes), part.item.count)


def _part_of(konzept: Konzept, entry: Entry) -> tuple[int, str]:
    """The part of the concept that an entry stands in: its place in the order, and its name."""
    rank = list(KINDS).index
    if entry.kind in {"handlungsfeld", "ziel", "leitsatz"} and (field := konzept.field_of(entry)):
        return rank("handlungsfeld"), f"{KINDS['handlungsfeld'][1]} {field.number}: {field.title}"
    if entry.kind in {"swot", "aussage"}:
        topic = konzept[entry.parent] if entry.kind == "aussage" and entry.parent else entry
        return rank("swot"), f"SWOT-Analyse: {topic.title}"
    if entry.kind in {"konzept", "dokument"}:
        return rank("konzept"), WHOLE
    return rank(entry.kind), KINDS[entry.kind][2]


def _owner(draft: Draft, entry: Entry) -> LinkView:
    return draft.link(entry, title=WHOLE) if entry.kind == "konzept" else draft.brief_link(entry)


def _loose_ends(shop: Workshop, number: int) -> PageRecord:
    draft, shown, pages = _ENDS.begin(shop, number)
    found = [
        (ends.key, ends.title, ends.explanation, draft.links(below.item for below in part.children), len(ends.entries))
        for part in shown
        for ends in [part.item]
    ]
    return draft.finish(
        "lose-enden",
        _LOOSE_ENDS,
        kind="seite",
        lead="Was im Konzept keine Verbindung hat oder überfällig ist: Schwächen ohne Antwort, Ziele ohne Maßnahme "
        "und anderes.",
        source=shop.konzept["konzept"],
        lists=found,
        begins=_begins(draft, number) if pages else [],
        answered_href=draft.section(ANSWERED),
        pager=pages,
    )


def _begins(draft: Draft, number: int) -> list[LinkView]:
    """On the first of several pages, where each kind of loose end begins."""
    shop = draft.shop
    first = shop.addresses.section(_ENDS.section)
    return [
        LinkView(
            relative(f"{page_address(first, _ENDS.where(shop, ends))}#{ends.key}", draft.path),
            f"{ends.title} ({len(ends.entries)})",
        )
        for ends in (node.item for node in _loose(shop))
        if number == 1
    ]


def _loose(shop: Workshop) -> tuple[Node[Any], ...]:
    return shop.once("lose-enden", partial(_found_loose, shop))


def _found_loose(shop: Workshop) -> tuple[Node[Any], ...]:
    found = [*loose_ends(shop.konzept), *_overdue(shop)]
    return tuple(Node(ends, tuple(map(Node, ends.entries)), 0) for ends in found)


def _overdue(shop: Workshop) -> Iterator[LooseEnds]:
    """What is late on the reference day, or should be looked at again."""
    day = day_of(shop)
    late = overdue(shop.konzept, day.day, _NEVER)
    for key, explanation in EXPLANATIONS.items():
        if entries := {item.entry.ref: item.entry for item in late if item.key == key}:
            told = f"{explanation} Stichtag: {day.told} ({day.why})."
            yield LooseEnds(f"faellig-{key}", TITLES[key], told, tuple(entries.values()))


_NOTES = Series("quellen", _SOURCES, _note_nodes, _sources)
_ENDS = Series("lose-enden", _LOOSE_ENDS, _loose, _loose_ends)
