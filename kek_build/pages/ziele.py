# The register of goals: all goals of all levels, by field, with filters.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import capital
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.handlungsfelder import accent_of, field_group
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Criterion, Row, by_name, by_subject, by_things, by_words, sift
from kek_build.pages.register_pages import Listing, Made, Source, heading, row


def plan(shop: Workshop) -> Iterator[Planned]:
    """The register; nothing where a concept has no goals."""
    if shop.konzept.of_kind("ziel"):
        yield from REGISTER.plan(shop)


def _register(shop: Workshop, number: int) -> PageRecord:
    draft = REGISTER.draft(shop, number)
    konzept = shop.konzept
    levels = [(level.mehrzahl, draft.text(level.kurz), level.nummern) for level in konzept.datei.ebenen]
    shown, pages = REGISTER.view(draft, number)
    return draft.finish(
        "ziele",
        "Ziele",
        kind="register",
        description=f"Alle Ziele im Überblick: {konzept.datei.titel}",
        source=konzept["konzept"],
        levels=levels,
        register=shown,
        pager=pages,
    )


def _listing(shop: Workshop) -> Listing:
    konzept = shop.konzept
    goals = konzept.of_kind("ziel")
    facets, values = sift(goals, _criteria(konzept))
    nodes = tuple(
        heading(partial(field_group, field=field), rows)
        for field in konzept.of_kind("handlungsfeld")
        if (rows := _rows(konzept, field, values))
    )
    return Listing("ziel", "Nummer", facets, len(goals), nodes)


REGISTER = Source("ziel", "Ziele", _listing, _register)
"""The register of goals."""


def _criteria(konzept: Konzept) -> list[Criterion]:
    levels = {str(depth): capital(level.einzahl) for depth, level in enumerate(konzept.datei.ebenen)}
    return [
        by_things(
            konzept,
            "feld",
            "Handlungsfeld",
            "handlungsfeld",
            lambda e: filter(None, [konzept.field_of(e)]),
            sortable=True,
        ),
        by_words("ebene", "Zielebene", levels, lambda e: str(e.depth)),
        by_things(
            konzept,
            "vorhaben",
            "Schlüsselvorhaben",
            "schluesselvorhaben",
            lambda e: konzept.targets(e.ref, "schluesselvorhaben"),
            missing="keins",
        ),
        by_subject(konzept),
        *by_name(konzept, "ziel"),
    ]


def _rows(konzept: Konzept, above: Entry, values: Mapping[str, str]) -> tuple[Node[Made], ...]:
    """The goals below a field or goal, each with those below it."""
    return tuple(
        row(partial(_row, goal=goal, above=above, values=values[goal.ref]), _rows(konzept, goal, values))
        for goal in konzept.children(above.ref, "ziel")
    )


def _row(draft: Draft, goal: Entry, above: Entry, values: str) -> Row:
    konzept = draft.konzept
    return Row(
        draft.link(goal),
        values,
        accent_of(konzept, above),
        draft.text(goal.model.kurz),
        facts=(konzept.kind_name(goal),) if len(konzept.datei.ebenen) > 1 else (),
        related_label="Schlüsselvorhaben ",
        related=draft.links(konzept.targets(goal.ref, "schluesselvorhaben")),
    )
