# What is told of the past: changes of things, each made of changes of fields. Plain data, newest first; nothing of
# whoever made them, and no message of a commit, for those are about the work and not about the concept.
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from kek_build.history.compare import FieldChange
from kek_build.history.gaps import Gap
from kek_build.tracing import Asked, note

Happened = Literal["created", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one thing."""

    when: datetime
    """When it was committed, or when the step before it was, if a clock went wrong."""
    kind: str
    """The kind of thing, see `concept.entries`."""
    ref: str
    """What it is referred to by today; of a thing that is gone, when it was last there."""
    title: str
    """What it was called then."""
    happened: Happened
    fields: tuple[FieldChange, ...] = ()
    """What changed; nothing when it was created or removed."""
    mark: str = ""
    """Tells this change from all others of the concept. Made of the day on which it was written and of what it says, so
    that amending, rebasing and cloning keep it."""
    near: tuple[str, ...] = ()
    """Of a thing that is gone: what it stood in and what it named, as references."""
    place: int = 0
    """Its place among all changes of the concept, newest first."""

    @property
    def day(self) -> date:
        """The day on which it happened, where the editors work."""
        return self.when.date()


@dataclass(frozen=True)
class ConceptHistory:
    """What happened in one concept."""

    told: tuple[Change, ...] = ()
    """All changes, newest first; whoever shows them asks for `changes`, so that it is noted."""
    gap: Gap | None = Gap.NOT_READ
    """Why nothing is known, or why the beginning is missing."""
    since: date | None = None
    """From which day on the history is told, when its beginning is missing."""
    concept: str = ""
    """The short name of the concept."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, newest first."""
        note(self.concept, "history")
        return self.told

    @cached_property
    def by_ref(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of each thing, newest first."""
        found: dict[str, list[Change]] = {}
        for change in self.told:
            found.setdefault(change.ref, []).append(change)
        return Asked(self.concept, "history", {ref: tuple(changes) for ref, changes in found.items()})

    def of(self, ref: str) -> tuple[Change, ...]:
        """The changes of one thing, newest first."""
        changes: tuple[Change, ...] = self.by_ref.get(ref, ())
        return changes

    @property
    def whole(self) -> bool:
        """Whether it is known from the beginning."""
        return self.gap is None


@dataclass(frozen=True)
class History:
    """What happened in all concepts of a content folder."""

    concepts: Mapping[str, ConceptHistory] = field(default_factory=dict)
    """By the short names of the concepts."""
    gap: Gap | None = None
    """Why nothing is known, or why the beginning is missing."""
    since: date | None = None
    """From which day on it is told, when its beginning is missing."""
    unreadable: int = 0
    """How many versions of files could not be read; what they changed is told with the next one that can."""

    def of(self, concept: str) -> ConceptHistory:
        """The history of a concept."""
        return self.concepts.get(concept) or ConceptHistory((), self.gap or Gap.UNTRACKED, self.since, concept)

    @property
    def log(self) -> str:
        """What whoever builds the site is told, in one line."""
        count = sum(len(history.changes) for history in self.concepts.values())
        told = f"Verlauf: {count} Änderungen" if not (self.gap and self.gap.missing) else "Verlauf"
        parts = [self.gap.log if self.gap else "", f"{self.unreadable} alte Fassungen unlesbar" * bool(self.unreadable)]
        return ": ".join([told, "; ".join(filter(None, parts))] if any(parts) else [told])


UNTOLD = ConceptHistory()
"""The history of a concept in a build that did not ask for it."""
UNKNOWN = History(gap=Gap.NOT_READ)
"""The history of a build that did not ask for it."""
