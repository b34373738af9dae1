# Notes to the reader (`hinweis`), gathered from wherever they stand in a thing, and shown wherever they apply: at
# the thing itself, at those they name in `auch`, and together on the page of contradictions.
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Konzept
from kek_build.models import Aussage, Dokument, Leitsatz, Ziel
from kek_build.models.base import Hinweis, Model

_ENTRIES_INSIDE = (Ziel, Leitsatz, Aussage, Dokument)


@dataclass(frozen=True)
class Note:
    """A note and the thing it was written at."""

    entry: Entry
    hinweis: Hinweis
    also: tuple[Entry, ...]


def all_notes(konzept: Konzept) -> tuple[Note, ...]:
    """Every note of a concept, in the order of the entries."""
    found = []
    for entry in konzept.entries.values():
        for hinweis in _inside(entry.model):
            also = (konzept.resolve(ref) for ref in hinweis.auch)
            found.append(Note(entry, hinweis, tuple(other for other in also if other)))
    return tuple(found)


def notes_by_ref(notes: tuple[Note, ...]) -> dict[str, tuple[Note, ...]]:
    """For each thing the notes it shows: its own first, then those of others that name it."""
    shown: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        shown[note.entry.ref].append(note)
    for note in notes:
        for other in note.also:
            if other.ref != note.entry.ref:
                shown[other.ref].append(note)
    return {ref: tuple(items) for ref, items in shown.items()}


def _inside(value: Any) -> Iterator[Hinweis]:
    if isinstance(value, Hinweis):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, tuple):
                for item in inner:
                    if not isinstance(item, _ENTRIES_INSIDE):
                        yield from _inside(item)
            elif isinstance(inner, Model) and not isinstance(inner, _ENTRIES_INSIDE):
                yield from _inside(inner)
