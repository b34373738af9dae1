# The register of goals: all goals of all levels, by field, with filters.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import capital
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.handlungsfelder import accent_of, field_group
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Criterion, Row, by_name, by_things, by_words, register, sift


def plan(shop: Workshop) -> Iterator[Planned]:
    """The register; nothing where a concept has no goals."""
    if shop.konzept.of_kind("ziel"):
        yield Planned(shop.addresses.section("ziele"), "Ziele", partial(_register, shop))


def _register(shop: Workshop) -> PageRecord:
    draft = shop.draft(shop.addresses.section("ziele"))
    konzept = shop.konzept
    goals = konzept.of_kind("ziel")
    levels = [(level.mehrzahl, draft.text(level.kurz), level.nummern) for level in konzept.datei.ebenen]
    facets, values = sift(goals, _criteria(konzept))
    groups = [
        field_group(draft, field, rows=rows)
        for field in konzept.of_kind("handlungsfeld")
        if (rows := _rows(draft, field, values))
    ]
    return draft.finish(
        "ziele",
        "Ziele",
        kind="register",
        description=f"Alle Ziele im Überblick: {konzept.datei.titel}",
        source=konzept["konzept"],
        levels=levels,
        register=register("ziel", "Nummer", facets, groups, len(goals)),
    )


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
        *by_name(konzept, "ziel"),
    ]


def _rows(draft: Draft, above: Entry, values: Mapping[str, str]) -> tuple[Row, ...]:
    """The goals below a field or goal, each with those below it."""
    konzept = draft.konzept
    return tuple(
        Row(
            draft.link(goal),
            values[goal.ref],
            accent_of(konzept, above),
            draft.text(goal.model.kurz),
            facts=(konzept.kind_name(goal),) if len(konzept.datei.ebenen) > 1 else (),
            related_label="Schlüsselvorhaben ",
            related=draft.links(konzept.targets(goal.ref, "schluesselvorhaben")),
            rows=_rows(draft, goal, values),
        )
        for goal in konzept.children(above.ref, "ziel")
    )
