# Comparing counties by subject: on a site with several concepts, a page that lists the subjects, and one for each on
# which the concepts stand side by side. Of many counties no page holds everything: there a table counts and leads to
# each county's own page of the subject, and a reader chooses which of them stand side by side (kek/vergleich.js).
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kek_build.concept.entries import KINDS
from kek_build.models import Thema
from kek_build.pages.addresses import SECTIONS, SUBJECTS, relative
from kek_build.pages.draft import Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.portal import county_link, in_order, is_portal
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.site_page import filled
from kek_build.pages.text import counted
from kek_build.pages.themen import TITLE, Part, address, number_of, parts, present_in
from kek_build.pages.views import LinkView

COMPARED = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "kennzahl", "aussage")
"""The kinds of thing that are counted for each county, from left to right."""
_LISTED = 12
"""How many things of a kind stand in a cell; the county's own page has more."""


@dataclass(frozen=True)
class Cell:
    """A number in a table, and where what was counted stands."""

    count: int
    href: str


@dataclass(frozen=True)
class CountyCounts:
    """A county's row in the table: how many things of each kind it has under the subject."""

    slug: str
    county: LinkView
    """The county's own page of the subject, or its start page where it has nothing under it."""
    given: bool
    """Whether it has anything under the subject."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A county's part of a row: what it has of one kind."""

    slug: str
    county: LinkView
    part: Part | None
    """None where the county has nothing of the kind."""


@dataclass(frozen=True)
class KindRow:
    """All counties side by side with what they have of one kind."""

    key: str
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class SubjectCounts:
    """A subject's row in the list of subjects."""

    link: LinkView
    about: str
    counties: str
    cells: tuple[Cell, ...]
    """How many things each county has under it; of many counties none."""


def plan(shops: Sequence[Workshop], home: Crumb) -> Iterator[Planned]:
    """The list of subjects and the page of each that anything of any concept belongs to.

    Args:
        shops: the concepts of a site, several.
        home: the first page of the site.
    """
    present = present_in(shops)
    if not present:
        return
    yield Planned(f"{SUBJECTS}/", TITLE, partial(_list_page, shops, home, present))
    for subject in present:
        yield Planned(f"{SUBJECTS}/{subject.kennung}/", title_of(subject), partial(_page, shops, home, subject))


def title_of(subject: Thema) -> str:
    """The heading of the page that compares the counties by a subject."""
    return f"{subject.titel} im Vergleich"


def _has(shop: Workshop, subject: Thema) -> bool:
    return subject in shop.konzept.by_subject.present


def _list_page(shops: Sequence[Workshop], home: Crumb, present: Sequence[Thema]) -> PageRecord:
    path = f"{SUBJECTS}/"
    shown = [] if is_portal(shops) else in_order(shops)
    rows = []
    for subject in present:
        cells = tuple(Cell(_all_things(shop, subject), relative(address(shop, subject), path)) for shop in shown)
        number = sum(_has(shop, subject) for shop in shops)
        rows.append(
            SubjectCounts(
                LinkView(relative(f"{SUBJECTS}/{subject.kennung}/", path), subject.titel),
                subject.kurz,
                counted(number, "Landkreis", "Landkreise"),
                cells,
            )
        )
    lead = "Was verschiedene Landkreise zum selben Thema vorhaben, nebeneinander."
    view = {"rows": rows, "counties": [county_link(shop, path) for shop in shown]}
    return filled(shops[0], "themen-vergleich", PageRecord(path, TITLE, "", lead, (home,), kind="uebersicht"), view)


def _all_things(shop: Workshop, subject: Thema) -> int:
    return sum(number_of(shop.konzept, subject, kind) for kind in COMPARED)


def _page(shops: Sequence[Workshop], home: Crumb, subject: Thema) -> PageRecord:
    path = f"{SUBJECTS}/{subject.kennung}/"
    ordered = in_order(shops)
    view = {
        "lead": subject.kurz,
        "kinds": [KINDS[kind][2] for kind in COMPARED],
        "counts": [_counts(shop, subject, path) for shop in ordered],
        "rows": [] if is_portal(shops) else _rows(ordered, subject, path),
        "choosing": is_portal(shops),
    }
    names = ", ".join(shop.konzept.datei.name for shop in ordered)
    whose = f"{len(ordered)} Landkreise" if is_portal(shops) else names
    description = f"{title_of(subject)}: Ziele, Vorhaben, Maßnahmen und Kennzahlen ({whose})."
    crumbs = (home, Crumb(TITLE, f"{SUBJECTS}/"))
    record = PageRecord(path, title_of(subject), "", description, crumbs, kind="vergleich")
    return filled(shops[0], "thema-vergleich", record, view)


def _counts(shop: Workshop, subject: Thema, page: str) -> CountyCounts:
    given = _has(shop, subject)
    own = relative(address(shop, subject), page)
    cells = []
    for kind in COMPARED:
        anchor = SECTIONS["swot" if kind == "aussage" else kind]
        cells.append(Cell(number_of(shop.konzept, subject, kind), f"{own}#{anchor}"))
    county = LinkView(own, shop.konzept.datei.name) if given else county_link(shop, page)
    return CountyCounts(shop.konzept.slug, county, given, tuple(cells))


def _rows(shops: Sequence[Workshop], subject: Thema, page: str) -> list[KindRow]:
    """All kinds that any of the counties has something of."""
    found = [(shop, {part.key: part for part in parts(shop.draft(page), subject, _LISTED)}) for shop in shops]
    titles = {part.key: part.title for _, by_key in found for part in by_key.values()}
    return [
        KindRow(
            key,
            titles[key],
            tuple(Column(shop.konzept.slug, county_link(shop, page), by_key.get(key)) for shop, by_key in found),
        )
        for kind in COMPARED
        if (key := SECTIONS["swot" if kind == "aussage" else kind]) in titles
    ]
