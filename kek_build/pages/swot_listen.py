# The lists behind the numbers of the SWOT analysis: in each field, by kind of statement, those that nothing answers and
# those that something does, each with what answers it.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from kek_build.concept import Coverage, Entry, coverage
from kek_build.concept.coverage import ANSWERS, Cell, answers
from kek_build.concept.entries import KINDS
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.paging import Node, Part
from kek_build.pages.swot import QUADRANT_TITLES
from kek_build.pages.views import LinkView
from kek_build.pages.words import slug


@dataclass(frozen=True)
class StatementRow:
    """A statement in a list."""

    link: LinkView
    """By its topic."""
    text: Markup | None
    answers: tuple[tuple[str, tuple[LinkView, ...]], ...]
    """What answers it, by kinds."""


@dataclass(frozen=True)
class ListView:
    """The statements of one kind in one field that are answered, or those that are not."""

    anchor: str
    title: str
    count: int
    rows: tuple[StatementRow, ...]
    continued: bool


@dataclass(frozen=True)
class FieldView:
    """The lists of a field."""

    anchor: str
    link: LinkView
    lists: tuple[ListView, ...]
    continued: bool


@dataclass(frozen=True)
class _List:
    """A list before its pages are known."""

    anchor: str
    title: str
    count: int


def counts_of(shop: Workshop) -> Coverage:
    """How much is answered."""
    return shop.once("swot-antworten", partial(coverage, shop.konzept))


def anchor_of(field: Entry, quadrant: str, *, answered: bool) -> str:
    """Where a list begins on its page."""
    return f"feld-{slug(str(field.number))}-{quadrant}-{'mit' if answered else 'ohne'}"


def halves(cell: Cell) -> tuple[tuple[bool, Sequence[Entry]], ...]:
    """What is not answered, and what is; the first is what one looks for."""
    return (False, cell.unanswered), (True, cell.answered)


def nodes(shop: Workshop) -> Iterator[Node[Any]]:
    """All lists, before they are cut into pages."""
    for field, cells in counts_of(shop).fields:
        lists = [
            Node(
                _List(
                    anchor_of(field, quadrant, answered=answered),
                    f"{title} {'mit' if answered else 'ohne'} Antwort",
                    len(statements),
                ),
                tuple(map(Node, statements)),
                0,
            )
            for quadrant, title in QUADRANT_TITLES.items()
            for answered, statements in halves(cells[quadrant])
            if statements
        ]
        yield Node(field, tuple(lists), 0)


def field_view(draft: Draft, part: Part[Any]) -> FieldView:
    """What a page shows of the lists of a field."""
    field: Entry = part.item
    return FieldView(
        f"feld-{slug(str(field.number))}",
        draft.link(field),
        tuple(
            ListView(
                below.item.anchor,
                below.item.title,
                below.item.count,
                tuple(_row(draft, row.item) for row in below.children),
                below.continued,
            )
            for below in part.children
        ),
        part.continued,
    )


def _row(draft: Draft, statement: Entry) -> StatementRow:
    topic = draft.konzept[statement.parent] if statement.parent else statement
    found = answers(draft.konzept, statement)
    return StatementRow(
        draft.link(statement, title=topic.title),
        draft.text(statement.model.text),
        tuple(_by_kind(draft, found)),
    )


def _by_kind(draft: Draft, found: Iterable[Entry]) -> Iterator[tuple[str, tuple[LinkView, ...]]]:
    for kind in ANSWERS:
        links = draft.links(answer for answer in found if answer.kind == kind)
        if links:
            _, one, many = KINDS[kind]
            yield one if len(links) == 1 else many, links
