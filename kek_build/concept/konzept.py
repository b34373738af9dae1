# The linked concept: one immutable object that knows every thing and every link, in both directions.
from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from kek_build.concept.entries import CONCEPT_REF, KINDS, PREFIXES, Entry, capital
from kek_build.concept.former import Former, Tombstone
from kek_build.concept.subjects import Subjects
from kek_build.models import KonzeptDatei, Synonyme, Thema
from kek_build.models.themen import STANDARD
from kek_build.reading import Origin
from kek_build.reading.registry import Published
from kek_build.tracing import Memo, unnoted

PROSE = "text"
"""The relation of links written in running text."""


@dataclass(frozen=True, slots=True)
class Link:
    """One thing names another."""

    source: str
    target: str
    relation: str
    """The field that names it (`antworten`, `massnahmen`, `traeger`, …), or `text`."""
    editorial: bool = False


@dataclass(frozen=True)
class Konzept:
    """A county's development concept, checked and linked."""

    slug: str
    datei: KonzeptDatei
    entries: Mapping[str, Entry]
    outgoing: Mapping[str, tuple[Link, ...]]
    incoming: Mapping[str, tuple[Link, ...]]
    children_of: Mapping[str, tuple[Entry, ...]]
    by_kind: Mapping[str, tuple[Entry, ...]]
    synonyms: tuple[Synonyme, ...]
    """Everyday words of this county, for the search."""
    folder: PurePosixPath
    """The folder it was read from, relative to the project."""
    former: Former
    """What things were called before, and what was dissolved."""
    published: tuple[Published, ...]
    """Every address that was ever published, as far as it is recorded."""
    marks: Mapping[PurePosixPath, str]
    """For each file a mark that changes with its text."""
    subjects: tuple[Thema, ...] = STANDARD
    """The subjects that things may be put under; all concepts of a site share them."""
    held_back: tuple[Origin, ...] = ()
    """Where names of persons stand in the files that are not shown."""

    @cached_property
    def worked_out(self) -> Memo[Hashable, Any]:
        """What many pages want to know of it, kept by whoever works it out."""
        return Memo()

    @cached_property
    def by_subject(self) -> Subjects:
        """Which subjects each thing belongs to."""
        return Subjects(self)

    def __getitem__(self, ref: str) -> Entry:
        return self.entries[ref]

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of every entry in the order of the concept."""
        with unnoted():  # the order of two things is that of their files and of their places in them
            return {ref: place for place, ref in enumerate(self.entries)}

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """All entries of a kind, in natural order of their numbers or in the order of their list."""
        return self.by_kind.get(kind, ())

    def children(self, ref: str, kind: str | None = None) -> tuple[Entry, ...]:
        """The entries that stand inside an entry, in printed order."""
        return tuple(c for c in self.children_of.get(ref, ()) if kind is None or c.kind == kind)

    def targets(self, ref: str, *relations: str) -> tuple[Entry, ...]:
        """What an entry names in the given fields (all when none is given), each once."""
        links = self.outgoing.get(ref, ())
        return self._unique([link.target for link in links if not relations or link.relation in relations])

    def sources(self, ref: str, *relations: str, kind: str | None = None) -> tuple[Entry, ...]:
        """What names an entry in the given fields (all when none is given), each once."""
        links = self.incoming.get(ref, ())
        found = self._unique([link.source for link in links if not relations or link.relation in relations])
        return found if kind is None else tuple([entry for entry in found if entry.kind == kind])

    def _unique(self, refs: list[str]) -> tuple[Entry, ...]:
        return tuple([self.entries[ref] for ref in dict.fromkeys(refs)])

    def field_of(self, entry: Entry) -> Entry | None:
        """The field of action an entry stands in, when it stands in one."""
        current: Entry | None = entry
        while current is not None:
            if current.kind == "handlungsfeld":
                return current
            if current.kind == "massnahme":
                return self.entries[current.model.handlungsfeld]
            current = self.entries.get(current.parent) if current.parent else None
        return None

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """What an entry stands in, from the top: the field and the goals above a goal."""
        found: list[Entry] = []
        parent = entry.parent
        while parent and parent != CONCEPT_REF:
            found.insert(0, self.entries[parent])
            parent = self.entries[parent].parent
        return tuple(found)

    def resolve(self, value: str, kinds: tuple[str, ...] | None = None) -> Entry | None:
        """The entry that a reference as written means, or None."""
        return resolve(self.entries, value, kinds)

    def dissolved_into(self, entry: Entry) -> tuple[Tombstone, ...]:
        """What was dissolved and carries on in an entry."""
        stones = self.former.tombstones.values()
        return tuple(stone for stone in stones if any(self.resolve(ref) is entry for ref in stone.successors))

    def kind_name(self, entry: Entry) -> str:
        """What readers call a thing of this kind; goals by their level."""
        if entry.kind == "ziel":
            return capital(self.datei.ebenen[min(entry.depth, len(self.datei.ebenen) - 1)].einzahl)
        return KINDS[entry.kind][1]


def resolve(entries: Mapping[str, Entry], value: str, kinds: tuple[str, ...] | None) -> Entry | None:
    """The entry that a reference as written means.

    Args:
        entries: all entries by reference.
        value: a reference, or, where only one kind is allowed, a short name without the kind's prefix.
        kinds: the kinds allowed, or None for all.

    Returns:
        The entry, even when its kind is not allowed; None when there is no such thing.
    """
    if value == CONCEPT_REF:
        return None
    if kinds and len(kinds) == 1 and (prefixed := entries.get(PREFIXES.get(kinds[0], "") + value)):
        return prefixed
    return entries.get(value)
