# The pages about the data: of each concept, and of a site that holds several. A single concept's page is the site's.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kek_build.concept.entries import CONCEPT_REF
from kek_build.data import catalogue, schema
from kek_build.data.build import ConceptData, SiteData
from kek_build.data.csv import GUARD_RULE
from kek_build.data.edition import Edition
from kek_build.data.files import DataFile
from kek_build.data.table import Type
from kek_build.pages.addresses import DATA, OBJECT_DATA, SECTIONS, relative
from kek_build.pages.plan import Planned
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.termine import calendar_view
from kek_build.pages.text import counted
from kek_build.pages.views import LinkView
from kek_build.schemas import FILES
from kek_build.site import SiteOptions
from kek_build.site.lizenzen import Lizenz

TITLE = "Offene Daten"
_TYPES: dict[Type, str] = {
    "string": "Text",
    "uri": "Adresse",
    "integer": "ganze Zahl",
    "number": "Zahl",
    "boolean": "ja oder nein",
    "date": "Datum",
}
_EXAMPLES = ("massnahme", "ziel")
"""The kinds of thing of which the first shows how to fetch the data of one, before all others."""


@dataclass(frozen=True)
class FileView:
    """A file to fetch."""

    href: str
    name: str
    format: str
    size: str
    description: str


@dataclass(frozen=True)
class ColumnView:
    """A column of a table."""

    name: str
    title: str
    type: str
    description: str
    target: str | None


@dataclass(frozen=True)
class TableView:
    """A table."""

    title: str
    description: str
    rows: str
    file: FileView
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True)
class LicenceView:
    """Under what conditions the data may be used."""

    name: str
    title: str
    href: str
    credits: tuple[str, ...]
    """Whom to name; nobody has to be named where it is empty."""


@dataclass(frozen=True)
class CatalogueView:
    """The descriptions for programs and portals."""

    turtle: str
    json_ld: str
    concept_schema: str
    thing_schema: str
    files: tuple[LinkView, ...]
    """The schemas of the files that editors write."""


@dataclass(frozen=True)
class OneView:
    """How to fetch the data of one thing, with an example."""

    title: str
    page: str
    file: str
    href: str


@dataclass(frozen=True)
class ConceptView:
    """A concept on the page of a site with several."""

    name: str
    document: str
    href: str
    files: tuple[FileView, ...]


def pages(data: SiteData, options: SiteOptions) -> Iterator[PageRecord]:
    """The page of each concept's data, and the site's."""
    for planned in plan(data, options):
        yield planned.write()


def plan(data: SiteData, options: SiteOptions) -> Iterator[Planned]:
    """The same pages before they are written."""
    for concept in data.concepts:
        address = concept.edition.source.shop.addresses.section(DATA)
        yield Planned(address, TITLE, partial(_concept_page, concept))
    if len(data.concepts) > 1:
        yield Planned(f"{DATA}/", TITLE, partial(_site_page, data, options))


def _concept_page(concept: ConceptData) -> PageRecord:
    source = concept.edition.source
    shop = source.shop
    path = shop.addresses.section(DATA)
    draft = shop.draft(path)
    document = draft.konzept.datei.titel
    return draft.finish(
        "daten",
        TITLE,
        kind="daten",
        kind_label=draft.konzept.datei.name,
        lead="Alles, was diese Website zeigt, gibt es auch als Daten: zum Auswerten, Weiterverwenden und Verlinken.",
        description=f"{document}: alle Inhalte als Excel-Tabellen, CSV und JSON zum Herunterladen",
        source=draft.konzept[CONCEPT_REF],
        workbook=_file(concept.workbook, path),
        whole=_file(concept.whole, path),
        package=_file(concept.package, path),
        archive=_file(concept.archive, path),
        calendar=calendar_view(shop, path),
        goal_file=_file(concept.goals, path) if concept.goals else None,
        standing_file=_file(concept.standing, path) if concept.standing else None,
        tables=tuple(_tables(concept, path)),
        guard=GUARD_RULE,
        licence=_licence(concept.edition.licence, [concept.edition]),
        one=_one(concept, path),
        catalogue=_catalogue(path),
    )


def _site_page(data: SiteData, options: SiteOptions) -> PageRecord:
    path = f"{DATA}/"
    shop = data.concepts[0].edition.source.shop
    concepts = []
    for concept in data.concepts:
        source = concept.edition.source
        address = source.shop.addresses.section(DATA)
        files = (concept.workbook, concept.archive, concept.whole)
        concepts.append(
            ConceptView(
                source.konzept.datei.name,
                concept.edition.title,
                relative(address, path),
                tuple(_file(file, path) for file in files),
            )
        )
    lead = "Alles, was diese Website zeigt, gibt es auch als Daten."
    html = shop.env.get_template("pages/daten-website.html.j2").render(
        title=TITLE,
        home=LinkView("../", options.titel),
        lead=lead,
        concepts=concepts,
        licence=_licence(data.concepts[0].edition.licence, [concept.edition for concept in data.concepts]),
        one=_one(data.concepts[0], path),
        catalogue=_catalogue(path),
    )
    description = f"{lead} Tabellen und JSON aller Konzepte, mit Lizenz und Katalog."
    return PageRecord(path, TITLE, html, description, (Crumb(options.titel, ""),), kind="daten")


def _file(file: DataFile, page: str) -> FileView:
    return FileView(relative(file.path, page), file.name, file.format, file.size, file.description)


def _tables(concept: ConceptData, page: str) -> Iterator[TableView]:
    names = {table.kind.name for table in concept.tables}
    for table in concept.tables:
        columns = tuple(
            ColumnView(
                column.name,
                column.title,
                _TYPES[column.type],
                column.description,
                column.target if column.target in names else None,
            )
            for column in table.kind.columns
        )
        rows = counted(table.count, "Zeile", "Zeilen")
        yield TableView(table.kind.title, table.kind.description, rows, _file(table.file, page), columns)


def _licence(licence: Lizenz, editions: list[Edition]) -> LicenceView:
    credits_ = tuple(edition.credit for edition in editions) if licence.attribution else ()
    return LicenceView(licence.name, licence.title, licence.address, credits_)


def _one(concept: ConceptData, page: str) -> OneView | None:
    source = concept.edition.source
    for kind in (*_EXAMPLES, *SECTIONS):
        for entry in source.konzept.of_kind(kind):
            if source.shop.addresses.has_page(entry) and (file := source.shop.addresses.data(entry)):
                title = f"{source.konzept.kind_name(entry)} {source.name(entry)}"
                url = source.shop.url(file)
                return OneView(title, url.removesuffix(OBJECT_DATA), url, relative(file, page))
    return None


def _catalogue(page: str) -> CatalogueView:
    turtle, json_ld, concept, thing = (
        relative(f"{DATA}/{name}", page)
        for name in (catalogue.TURTLE, catalogue.JSON_LD, schema.CONCEPT_SCHEMA, schema.THING_SCHEMA)
    )
    files = (
        LinkView(relative(f"{DATA}/{schema.FILE_SCHEMAS}{name}.json", page), file.title) for name, file in FILES.items()
    )
    return CatalogueView(turtle, json_ld, concept, thing, tuple(files))
