# What the SWOT analysis answers: for each field and kind of statement how many are answered, by what, and which are
# not; the numbers as a picture and in tables, and below them the lists that they count.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kek_build.concept import Coverage, Entry
from kek_build.concept.coverage import ANSWERS, Cell
from kek_build.concept.entries import KINDS
from kek_build.pages.addresses import ANSWERED, ANSWERED_TABLE, DATA, SECTIONS, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.matrix import Reihe, matrix
from kek_build.pages.paging import page_address
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import NOT_GIVEN, register_link
from kek_build.pages.series import Series
from kek_build.pages.swot import ANALYSIS, QUADRANT_TITLES
from kek_build.pages.swot_listen import anchor_of, counts_of, field_view, halves, nodes
from kek_build.pages.text import counted, without_references
from kek_build.pages.views import LinkView
from kek_build.pages.words import slug

TITLE = "Was die Analyse beantwortet"
_ASKING = ("schwaechen", "risiken")
"""The kinds of statement that ask for an answer; strengths and chances may be taken up."""


@dataclass(frozen=True)
class Count:
    """A number in a table, and where the list is that it counts; no link where there is nothing."""

    count: int
    href: str | None


@dataclass(frozen=True)
class CellView:
    """A cell of the matrix."""

    label: str
    total: int
    answered: Count
    unanswered: Count


@dataclass(frozen=True)
class MatrixRow:
    """A field, or all of them."""

    link: LinkView
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class KindRow:
    """How many statements of each kind are answered by one kind of thing, or by nothing."""

    name: str
    cells: tuple[tuple[str, Count], ...]


@dataclass(frozen=True)
class Overview:
    """What stands above the lists, on their first page."""

    columns: tuple[str, ...]
    diagram: Diagramm
    fields: tuple[MatrixRow, ...]
    whole: MatrixRow
    kinds: tuple[KindRow, ...]
    table: str | None
    """The link to the same numbers as CSV."""


def plan(shop: Workshop) -> Iterator[Planned]:
    """The overview with its lists; nothing where a concept's analysis has no statements."""
    if shop.konzept.of_kind("aussage"):
        yield from _SERIES.plan(shop)


def _page(shop: Workshop, number: int) -> PageRecord:
    draft, shown, pages = _SERIES.begin(shop, number)
    counts = counts_of(shop)
    return draft.finish(
        "swot-antworten",
        TITLE,
        kind="uebersicht",
        lead=_lead(counts.whole),
        description=f"Welche Schwächen und Risiken beantwortet sind, und welche nicht: {shop.konzept.datei.titel}",
        source=shop.konzept["konzept"],
        overview=_overview(draft, counts) if number == 1 else None,
        several=any(len(shop.konzept.targets(e.ref, "handlungsfelder")) > 1 for e in shop.konzept.of_kind("swot")),
        fields=[field_view(draft, part) for part in shown],
        pager=pages,
    )


def _lead(whole: Mapping[str, Cell]) -> str:
    asking = [whole[key] for key in _ASKING]
    total, left = sum(cell.total for cell in asking), sum(len(cell.unanswered) for cell in asking)
    if not total:
        return "Die Analyse nennt keine Schwächen und keine Risiken."
    return (
        f"Die Analyse nennt {counted(whole['schwaechen'].total, 'Schwäche', 'Schwächen')} und "
        f"{counted(whole['risiken'].total, 'Risiko', 'Risiken')}. Auf {total - left} von {total} antwortet etwas im "
        f"Konzept, auf {left} noch nichts."
    )


_SERIES = Series(ANSWERED, TITLE, nodes, _page, ((ANALYSIS, SECTIONS["swot"]),))


def _overview(draft: Draft, counts: Coverage) -> Overview:
    shop, columns = draft.shop, tuple(QUADRANT_TITLES.values())
    places = _places(shop)
    rows = [
        Reihe(
            f"{field.number} {without_references(field.short_title, shop.konzept.resolve)}",
            tuple((len(cell.answered), cell.total) for cell in cells.values()),
        )
        for field, cells in counts.fields
    ]

    def in_lists(field: Entry, quadrant: str, *, answered: bool) -> str:
        anchor = anchor_of(field, quadrant, answered=answered)
        return relative(f"{places[anchor]}#{anchor}", draft.path)

    def in_register(quadrant: str, *, answered: bool) -> str:
        return _register(draft, quadrant, beantwortet="ja" if answered else "nein")

    return Overview(
        columns,
        matrix(TITLE, columns, rows, "mit Antwort", "ohne Antwort"),
        tuple(MatrixRow(draft.link(field), _cells(cells, partial(in_lists, field))) for field, cells in counts.fields),
        MatrixRow(LinkView(draft.section(SECTIONS["swot"]), "Alle Aussagen"), _cells(counts.whole, in_register)),
        tuple(_kinds(draft, counts.whole)),
        None if draft.shop.frozen else f"{draft.section(DATA)}{ANSWERED_TABLE}",
    )


def _cells(cells: Mapping[str, Cell], href: Any) -> tuple[CellView, ...]:
    return tuple(
        CellView(
            title,
            cells[quadrant].total,
            *(
                Count(len(found), href(quadrant, answered=answered) if found else None)
                for answered, found in reversed(halves(cells[quadrant]))
            ),
        )
        for quadrant, title in QUADRANT_TITLES.items()
    )


def _kinds(draft: Draft, whole: Mapping[str, Cell]) -> Iterator[KindRow]:
    for kind in ANSWERS:
        name = KINDS[kind][1]
        yield _kind(draft, name, slug(name), {quadrant: cell.by[kind] for quadrant, cell in whole.items()})
    yield _kind(draft, "nichts", NOT_GIVEN, {quadrant: len(cell.unanswered) for quadrant, cell in whole.items()})


def _kind(draft: Draft, name: str, key: str, counts: Mapping[str, int]) -> KindRow:
    cells = (
        (title, Count(count, _register(draft, quadrant, antwort=key) if count else None))
        for quadrant, title in QUADRANT_TITLES.items()
        for count in [counts[quadrant]]
    )
    return KindRow(name, tuple(cells))


def _register(draft: Draft, quadrant: str, **values: str) -> str:
    return register_link(draft, "aussage", quadrant=slug(QUADRANT_TITLES[quadrant]), **values)


def _places(shop: Workshop) -> dict[str, str]:
    """The address of the page on which each list begins."""
    first = shop.addresses.section(ANSWERED)
    return {
        below.item.anchor: page_address(first, number)
        for number, parts in enumerate(_SERIES.pages(shop), 1)
        for part in parts
        for below in part.children
        if not below.continued
    }
