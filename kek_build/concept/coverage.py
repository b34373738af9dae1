# What the SWOT analysis says, counted: for each field of action and each kind of statement what something answers and
# what nothing does. The answers are the editors' links; the document makes none.
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Konzept
from kek_build.models import QUADRANTS

ANSWERS = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme")
"""The kinds of thing that a statement may be answered by."""


@dataclass(frozen=True)
class Cell:
    """The statements of one kind in one field, or in all."""

    answered: tuple[Entry, ...]
    unanswered: tuple[Entry, ...]
    by: Mapping[str, int]
    """How many of them each kind of thing answers; a statement counts with every kind that answers it."""

    @property
    def total(self) -> int:
        """How many statements there are."""
        return len(self.answered) + len(self.unanswered)


@dataclass(frozen=True)
class Coverage:
    """What is answered, by kinds of statement: the keys of a topic's four lists."""

    fields: tuple[tuple[Entry, Mapping[str, Cell]], ...]
    """Each field that a topic belongs to; the statements of a topic that belongs to several count in each."""
    whole: Mapping[str, Cell]
    """All statements, each once."""


def quadrant_of(statement: Entry) -> str:
    """The list that a statement stands in: `schwaechen`."""
    return str(statement.origin.path[0])


def answers(konzept: Konzept, statement: Entry) -> tuple[Entry, ...]:
    """What answers a statement."""
    return konzept.targets(statement.ref, "antworten")


def coverage(konzept: Konzept) -> Coverage:
    """Count a concept's SWOT analysis."""
    statements: dict[str, list[Entry]] = {}
    for topic in konzept.of_kind("swot"):
        for field in konzept.targets(topic.ref, "handlungsfelder"):
            statements.setdefault(field.ref, []).extend(konzept.children(topic.ref, "aussage"))
    fields = tuple(
        (field, _cells(konzept, statements[field.ref]))
        for field in konzept.of_kind("handlungsfeld")
        if field.ref in statements
    )
    return Coverage(fields, _cells(konzept, konzept.of_kind("aussage")))


def _cells(konzept: Konzept, statements: Iterable[Entry]) -> dict[str, Cell]:
    found: dict[str, list[Entry]] = {quadrant: [] for quadrant in QUADRANTS}
    for statement in statements:
        found[quadrant_of(statement)].append(statement)
    return {quadrant: _cell(konzept, entries) for quadrant, entries in found.items()}


def _cell(konzept: Konzept, statements: Iterable[Entry]) -> Cell:
    given = [(statement, answers(konzept, statement)) for statement in statements]
    kinds = [{answer.kind for answer in found} for _, found in given]
    return Cell(
        tuple(statement for statement, found in given if found),
        tuple(statement for statement, found in given if not found),
        {kind: sum(kind in each for each in kinds) for kind in ANSWERS},
    )
