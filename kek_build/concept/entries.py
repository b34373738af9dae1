# Every thing that can be referred to, as one flat register: nested goals and SWOT statements stand beside the files
# they come from. An entry knows its number, its parent and where it was read; it knows no address (see
# `pages.addresses`).
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kek_build.models import (
    QUADRANTS,
    Akteur,
    Aussage,
    Begriff,
    Dokument,
    Handlungsfeld,
    Kennzahl,
    KonzeptDatei,
    Leitsatz,
    Massnahme,
    Ort,
    Schluesselvorhaben,
    Seite,
    SwotThema,
    Ziel,
)
from kek_build.models.base import Model
from kek_build.reading import ConceptFiles, Origin
from kek_build.reading.folder import CONCEPT_FILE
from kek_build.tracing import note

KINDS: dict[str, tuple[type[Model], str, str]] = {
    "konzept": (KonzeptDatei, "Konzept", "Konzepte"),
    "handlungsfeld": (Handlungsfeld, "Handlungsfeld", "Handlungsfelder"),
    "leitsatz": (Leitsatz, "Leitsatz", "Leitsätze"),
    "ziel": (Ziel, "Ziel", "Ziele"),
    "schluesselvorhaben": (Schluesselvorhaben, "Schlüsselvorhaben", "Schlüsselvorhaben"),
    "massnahme": (Massnahme, "Maßnahme", "Maßnahmen"),
    "swot": (SwotThema, "SWOT-Thema", "SWOT-Themen"),
    "aussage": (Aussage, "SWOT-Aussage", "SWOT-Aussagen"),
    "kennzahl": (Kennzahl, "Kennzahl", "Kennzahlen"),
    "akteur": (Akteur, "Akteur", "Akteure"),
    "ort": (Ort, "Ort", "Orte"),
    "begriff": (Begriff, "Glossareintrag", "Glossar"),
    "seite": (Seite, "Seite", "Seiten"),
    "dokument": (Dokument, "Dokument", "Quellen"),
}
"""Each kind of thing: its model, its name, and its plural."""

# To ask a model for what its kind does not have takes longer than all else that is asked of an entry.
_TITLES = {
    kind: tuple(name for name in ("titel", "name", "begriff", "text") if name in model.model_fields)
    for kind, (model, _, _) in KINDS.items()
}
_NUMBERED = {kind for kind, (model, _, _) in KINDS.items() if "nummer" in model.model_fields}
_WITH_SHORT_TITLE = {kind for kind, (model, _, _) in KINDS.items() if "kurztitel" in model.model_fields}

IN_PROGRESS = ("schluesselvorhaben", "massnahme")
"""The kinds of thing that have a progress."""

PREFIXES = {
    "swot": "swot/",
    "kennzahl": "kennzahlen/",
    "akteur": "akteure/",
    "ort": "orte/",
    "begriff": "glossar/",
    "seite": "seiten/",
    "dokument": "quellen/",
}
"""What stands before the short name in a reference; numbered things have no prefix."""

CONCEPT_REF = "konzept"
"""The reference of the concept itself; only its own lists start there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a concept."""

    kind: str
    ref: str
    own: Any
    """Its model; whoever shows something of it asks for `model`, so that it is noted."""
    origin: Origin
    parent: str | None = None
    """The thing it stands in: a goal's field or goal, a statement's topic."""
    depth: int = 0
    """A goal's level, 0 for the one right below the field."""
    concept: str = ""
    """The short name of the concept."""

    @property
    def model(self) -> Any:
        """Everything that the document says of it."""
        note(self.concept, "models", self.ref)
        return self.own

    def at(self, *path: str | int) -> Origin:
        """Where a part of it stands.

        Args:
            path: the way to it, from the thing.
        """
        return Origin(self.origin.file, (*self.origin.path, *path))

    @property
    def number(self) -> str | None:
        """The number as printed, or None for things with a short name only."""
        return self.model.nummer if self.kind in _NUMBERED else None

    @property
    def title(self) -> str:
        """The title or name; of statements, their text."""
        model = self.model
        for name in _TITLES[self.kind]:
            if value := getattr(model, name):
                return str(value)
        return self.ref

    @property
    def short_title(self) -> str:
        """A name for lists and breadcrumbs."""
        return str((self.kind in _WITH_SHORT_TITLE and self.model.kurztitel) or self.title)


def entries_of(files: ConceptFiles) -> Iterator[Entry]:
    """All entries of a concept's files, parents before children, files in natural order."""
    if files.konzept is not None:
        origin = Origin(_concept_file(files))
        yield Entry("konzept", CONCEPT_REF, files.konzept, origin, concept=files.slug)
        for index, dokument in enumerate(files.konzept.quellen):
            place = Origin(origin.file, ("quellen", index))
            yield Entry(
                "dokument", PREFIXES["dokument"] + dokument.kennung, dokument, place, CONCEPT_REF, 0, files.slug
            )
    kind_of = {model: kind for kind, (model, _, _) in KINDS.items()}
    for loaded in sorted(files.things, key=lambda loaded: natural_key(str(loaded.origin.file))):
        kind = kind_of[type(loaded.model)]
        key = str(getattr(loaded.model, "nummer", None) or getattr(loaded.model, "kennung", ""))
        entry = Entry(kind, PREFIXES.get(kind, "") + key, loaded.model, loaded.origin, CONCEPT_REF, 0, files.slug)
        yield entry
        if isinstance(loaded.model, Handlungsfeld):
            yield from _guiding_statements(entry, loaded.model.leitsaetze)
            yield from _goals(entry, loaded.model.ziele, 0)
        elif isinstance(loaded.model, SwotThema):
            yield from _statements(entry, loaded.model)


def _concept_file(files: ConceptFiles) -> Any:
    return next(name for name in files.names if name.name == CONCEPT_FILE)


def _guiding_statements(parent: Entry, statements: tuple[Leitsatz, ...]) -> Iterator[Entry]:
    for index, statement in enumerate(statements):
        origin = Origin(parent.origin.file, (*parent.origin.path, "leitsaetze", index))
        yield Entry("leitsatz", f"{parent.ref}#leitsatz-{index + 1}", statement, origin, parent.ref, 0, parent.concept)


def _goals(parent: Entry, goals: tuple[Ziel, ...], depth: int) -> Iterator[Entry]:
    for index, goal in enumerate(goals):
        origin = Origin(parent.origin.file, (*parent.origin.path, "ziele", index))
        entry = Entry("ziel", goal.nummer, goal, origin, parent.ref, depth, parent.concept)
        yield entry
        if goal.leitsatz:
            place = Origin(origin.file, (*origin.path, "leitsatz"))
            yield Entry("leitsatz", f"{goal.nummer}#leitsatz", goal.leitsatz, place, entry.ref, 0, entry.concept)
        yield from _goals(entry, goal.ziele, depth + 1)


def _statements(parent: Entry, topic: SwotThema) -> Iterator[Entry]:
    for key in QUADRANTS:
        for index, statement in enumerate(getattr(topic, key)):
            origin = Origin(parent.origin.file, (key, index))
            yield Entry("aussage", f"{parent.ref}#{statement.id}", statement, origin, parent.ref, 0, parent.concept)


_PART = re.compile(r"\d+|[^\W\d_]+")
_PLAIN = str.maketrans("äöü", "aou")
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts numbers as people do: `1-9` before `1-32`, `IX` before `X`, `Ä` beside `A`.

    Roman numerals count up to 39; beyond that, capitals are letters (`C` after `B`) and abbreviations (`LVV`).
    """
    parts = []
    for part in _PART.findall(text):
        if part.isdecimal():
            parts.append((0, int(part), ""))
        elif roman := _ROMAN.fullmatch(part):
            parts.append((0, 10 * len(roman[1]) + _ONES[roman[2]], ""))
        else:
            parts.append((1, 0, _alphabetical(part)))
    return tuple(parts)


def capital(words: str) -> str:
    """Words as they begin a heading: `strategische Ziele` become `Strategische Ziele`."""
    return words[:1].upper() + words[1:]


def title_key(text: str) -> tuple[int, str]:
    """A key that sorts titles as a dictionary does: `Ä` beside `A`, no number counted, digits first."""
    plain = "".join(letter for letter in _alphabetical(text) if letter.isalnum() or letter == " ").strip()
    return (0 if plain[:1].isdecimal() else 1, plain)


def _alphabetical(text: str) -> str:
    return text.casefold().translate(_PLAIN)
