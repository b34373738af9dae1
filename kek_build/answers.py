# What the model answers to the questions that were noted while files were made (see `tracing`), each as a short mark:
# an answer is the same when its mark is.
from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from kek_build.assembly import Assembly
from kek_build.concept import Entry
from kek_build.concept.entries import KINDS
from kek_build.editions.states import is_compared
from kek_build.pages.draft import Workshop
from kek_build.pages.eingefroren import in_force
from kek_build.pages.figure_standing import FIGURES, figure_standing
from kek_build.pages.standing import (
    AGENDA,
    DAY,
    NEWEST,
    REVIEW,
    STANDING,
    TALLY,
    UNFINISHED,
    agenda_of,
    day_of,
    newest_of,
    review_of,
    standing,
    tally_of,
    unfinished,
)
from kek_build.pages.termine import CALENDAR, calendar_of
from kek_build.pages.umsetzungsstand_kennzahlen import TARGETS, targets_of
from kek_build.reading.folder import LISTS
from kek_build.tracing import ALL, Question, unnoted

_ALWAYS = ("concept", "former", "site")
"""What every file of a concept may show without asking: its own file, former names, what is around the concept."""


class Answers:
    """The answers of a site as it is now."""

    def __init__(self, assembly: Assembly, around: object) -> None:
        """Take its content, and everything that stands around each page; of that, what it is called."""
        self._assembly, self._around = assembly, around
        self._shops = {shop.konzept.slug: shop for shop in assembly.shops}
        self._known: dict[Question, bytes] = {}
        self._how: dict[str, Callable[[Workshop, str], object]] = {
            "entries": _entries,
            "models": _model,
            "outgoing": partial(_links, of="outgoing"),
            "incoming": partial(_links, of="incoming"),
            "children": _children,
            "kinds": _kind,
            "history": _history,
            "notes": _notes,
            "abbreviations": _abbreviations,
            "concept": lambda shop, _: _mark(shop, shop.konzept["konzept"].origin.file),
            "former": _former,
            "editions": _editions,
            "successor": lambda shop, about: in_force(shop, about, assembly.planned),
            STANDING: lambda shop, ref: ref in shop.konzept.entries and standing(shop, shop.konzept.entries[ref]),
            TALLY: lambda shop, ref: ref in shop.konzept.entries and tally_of(shop, shop.konzept.entries[ref]),
            FIGURES: lambda shop, ref: ref in shop.konzept.entries and figure_standing(shop, shop.konzept.entries[ref]),
            AGENDA: lambda shop, ref: ref in shop.konzept.entries and agenda_of(shop, shop.konzept.entries[ref]),
            TARGETS: lambda shop, ref: ref in shop.konzept.entries and targets_of(shop, shop.konzept.entries[ref]),
            DAY: lambda shop, _: day_of(shop),
            UNFINISHED: lambda shop, last: unfinished(shop, date.fromisoformat(last)),
            REVIEW: lambda shop, ref: ref in shop.konzept.entries and review_of(shop, shop.konzept.entries[ref]),
            NEWEST: lambda shop, about: (about in KINDS or about in shop.konzept.entries) and newest_of(shop, about),
            CALENDAR: _calendar,
            "site": lambda shop, _: (
                shop.history.gap,
                shop.history.since,
                shop.home,
                shop.documents,
                shop.shared_terms,
                shop.konzept.subjects,
            ),
        }

    def always(self, asked: set[Question]) -> set[Question]:
        """What a file that asked something asks without a note."""
        concepts = {whom for whom, _, _ in asked if whom}
        return {(concept, what, ALL) for concept in concepts for what in _ALWAYS} | {("", "around", ALL)}

    def to(self, question: Question) -> bytes:
        """The mark of an answer; empty where nobody is there to answer."""
        if question not in self._known:
            with unnoted():
                self._known[question] = hashlib.blake2b(repr(self._answer(question)).encode(), digest_size=12).digest()
        return self._known[question]

    def _answer(self, question: Question) -> object:
        whom, what, about = question
        if what == "anchors":
            return self._assembly.anchors_of(about)
        if what == "around":
            return self._around
        shop = self._shops.get(whom)
        return self._how[what](shop, about) if shop else None


def _mark(shop: Workshop, file: PurePosixPath) -> str | None:
    return shop.konzept.marks.get(file)


def _place(entry: Entry) -> tuple[object, ...]:
    """Everything of an entry but what it says."""
    return entry.kind, entry.ref, entry.parent, entry.depth, str(entry.origin.file), entry.origin.path


def _entries(shop: Workshop, ref: str) -> object:
    entries = shop.konzept.entries
    if ref == ALL:
        return [_place(entry) for entry in entries.values()]
    entry = entries.get(ref)
    return entry and _place(entry)


def _model(shop: Workshop, ref: str) -> object:
    entry = shop.konzept.entries.get(ref)
    if entry is None:
        return None
    # In a list each thing counts for itself; otherwise all of the file does, which needs no look at the model. What
    # konzept.yml says of things counts for all of them (`_ALWAYS`); values of indicators may stand beside.
    file = entry.origin.file
    if file.name in LISTS:
        return repr(entry.own)
    return (_mark(shop, file), _mark(shop, file.with_suffix(".csv"))) if entry.kind == "kennzahl" else _mark(shop, file)


def _links(shop: Workshop, ref: str, of: str) -> object:
    links = getattr(shop.konzept, of)
    return list(links.items()) if ref == ALL else links.get(ref)


def _children(shop: Workshop, ref: str) -> object:
    return _places(shop.konzept.children_of, ref)


def _kind(shop: Workshop, kind: str) -> object:
    return _places(shop.konzept.by_kind, kind)


def _places(lists: Mapping[str, tuple[Entry, ...]], about: str) -> object:
    asked = lists.items() if about == ALL else [(about, lists.get(about, ()))]
    return [(key, [_place(entry) for entry in entries]) for key, entries in asked]


def _history(shop: Workshop, ref: str) -> object:
    return shop.history.told if ref == ALL else shop.history.of(ref)


def _notes(shop: Workshop, ref: str) -> object:
    notes = shop.notes if ref == ALL else shop.notes_by_ref.get(ref, ())
    return [(note.entry.ref, repr(note.hinweis), [entry.ref for entry in note.also]) for note in notes]


def _abbreviations(shop: Workshop, _: str) -> object:
    return [(word, item.short, item.long, item.entry.ref) for word, item in shop.abbreviations.by_spelling.items()]


def _editions(shop: Workshop, _: str) -> object:
    """What the edition in force says, as far as editions are compared."""
    folder = shop.konzept.folder
    return [(file, mark) for file, mark in shop.konzept.marks.items() if is_compared(file.relative_to(folder))]


def _calendar(shop: Workshop, _: str) -> object:
    """What is due, and when; all else that a calendar says of it is asked of the thing itself."""
    held = calendar_of(shop)
    return [(due.kind, due.entry.ref, str(due.when), due.text) for due in held.dates], held.left


def _former(shop: Workshop, _: str) -> object:
    former = shop.konzept.former
    aliases = [(ref, thing.ref) for ref, thing in former.aliases.items()]
    return aliases, [(ref, repr(stone.model)) for ref, stone in former.tombstones.items()]
