# All data of a site, made once: the files that pages and catalogue offer, and everything that is written beside the
# pages. It stands behind the pages because it needs their addresses; the pages about the data stand in this package,
# because they show how large the files are.
from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kek_build.data import catalogue, json_files, package, places, rdf, schema, stratml
from kek_build.data.archive import packed
from kek_build.data.csv import csv
from kek_build.data.edition import Edition, edition_of
from kek_build.data.files import DataFile
from kek_build.data.source import Source
from kek_build.data.table import Table, fill
from kek_build.data.tables import KINDS
from kek_build.outputs import Output
from kek_build.pages.addresses import DATA
from kek_build.pages.draft import Workshop
from kek_build.site import SiteOptions

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what is kept under a name, or makes it."""


@dataclass(frozen=True)
class ConceptData:
    """The data of one concept."""

    edition: Edition
    tables: tuple[tuple[Table, DataFile], ...]
    """Each table with its CSV file."""
    workbook: DataFile
    whole: DataFile
    """Everything as JSON."""
    package: DataFile
    archive: DataFile
    """All CSV files and their description, packed."""
    goals: DataFile | None
    """The goals for planning tools, where there are any."""

    @property
    def files(self) -> list[DataFile]:
        """All files, as a catalogue lists them."""
        others = [self.workbook, self.whole, self.archive, self.package, *([self.goals] if self.goals else [])]
        return [*others, *(file for _, file in self.tables)]


@dataclass(frozen=True)
class SiteData:
    """The data of a site."""

    concepts: tuple[ConceptData, ...]
    outputs: tuple[Output, ...]
    """Every file to write."""


def build(shops: list[Workshop], options: SiteOptions, keep: Keep | None = None) -> SiteData:
    """All data of a site.

    Args:
        shops: its concepts.
        options: its options.
        keep: how workbooks are kept for the next build; by default they are not.
    """
    concepts = tuple(_concept(Source(shop), options, keep or _make) for shop in shops)
    return SiteData(concepts, tuple(_outputs(shops[0], options, concepts)))


def _make(_: str, make: Callable[[], bytes]) -> bytes:
    return make()


def _concept(source: Source, options: SiteOptions, keep: Keep) -> ConceptData:
    edition = edition_of(source, options)
    folder = source.shop.addresses.section(DATA)
    slug, name = source.konzept.slug, source.konzept.datei.name
    filled = fill(KINDS, source)
    tables = tuple((table, _csv_file(table, folder)) for table in filled)
    described = json_files.document(
        package.package(((table, file.name, file.content) for table, file in tables), edition)
    )
    # The description holds the titles of all columns and the checksum of every table.
    made_of = f"{_made_with()} {edition.title} {edition.notice} {edition.credit} {edition.licence} {described!r}"
    described_by = DataFile(
        f"{folder}{package.NAME}",
        f"{name}: Beschreibung der CSV-Dateien (Data Package)",
        "Sagt Programmen, was in den Spalten der CSV-Dateien steht und wie sie zusammenhängen.",
        "JSON",
        "application/json",
        described,
    )
    parts = [described_by, *(file for _, file in tables)]
    return ConceptData(
        edition,
        tables,
        DataFile(
            f"{folder}{slug}.xlsx",
            f"{name}: alle Tabellen als Excel-Arbeitsmappe",
            "Ein Blatt je Tabelle, mit echten Zahlen, Datumsangaben und Links; das erste Blatt erklärt sie.",
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            keep(made_of, lambda: _workbook(filled, edition)),
        ),
        DataFile(
            f"{folder}{slug}.json",
            f"{name}: das ganze Konzept als JSON",
            "Alle Einträge mit ihren Texten und Verbindungen, beschrieben durch ein JSON-Schema.",
            "JSON",
            "application/json",
            json_files.concept(edition, _schema_address(source.shop, schema.CONCEPT_SCHEMA)),
        ),
        described_by,
        DataFile(
            f"{folder}{slug}-csv.zip",
            f"{name}: alle CSV-Dateien mit ihrer Beschreibung, gepackt",
            "Alle CSV-Dateien und ihre Beschreibung in einer Datei.",
            "ZIP",
            "application/zip",
            keep(f"csv {made_of}", lambda: packed((file.name, file.content) for file in parts)),
        ),
        DataFile(
            f"{folder}{stratml.NAME}",
            f"{name}: das Zielsystem als StratML",
            "Ziele, Beteiligte und Kennzahlen in der Strategy Markup Language, Teil 2 (ANSI/AIIM 22, ISO 17469).",
            "XML",
            "application/xml",
            stratml.stratml(edition),
        )
        if source.konzept.of_kind("handlungsfeld")
        else None,
    )


def _workbook(tables: tuple[Table, ...], edition: Edition) -> bytes:
    from kek_build.data.xlsx import xlsx  # noqa: PLC0415  (openpyxl takes longer to load than all other files to make)

    return xlsx(tables, edition)


def _csv_file(table: Table, folder: str) -> DataFile:
    return DataFile(
        f"{folder}{table.kind.name}.csv",
        f"{table.kind.title} als CSV",
        table.kind.description,
        "CSV",
        "text/csv",
        csv(table),
    )


def _outputs(shop: Workshop, options: SiteOptions, concepts: tuple[ConceptData, ...]) -> Iterator[Output]:
    for concept in concepts:
        yield from (Output(file.path, file.content) for file in concept.files)
        yield from json_files.things(concept.edition, _schema_address(shop, schema.THING_SCHEMA))
        yield from places.outputs(concept.edition.source)
    whole, thing = (_schema_address(shop, name) for name in (schema.CONCEPT_SCHEMA, schema.THING_SCHEMA))
    yield Output(f"{DATA}/{schema.CONCEPT_SCHEMA}", json_files.document(schema.concept_schema(whole)))
    yield Output(f"{DATA}/{schema.THING_SCHEMA}", json_files.document(schema.thing_schema(thing, whole)))
    nodes = catalogue.catalogue(
        shop.site_url,
        options,
        [(held.edition, _page(held), held.files) for held in concepts],
    )
    yield Output(f"{DATA}/{catalogue.TURTLE}", rdf.turtle(nodes))
    yield Output(f"{DATA}/{catalogue.JSON_LD}", rdf.json_ld(nodes))


def _page(held: ConceptData) -> str:
    shop = held.edition.source.shop
    return shop.url(shop.addresses.section(DATA))


def _schema_address(shop: Workshop, name: str) -> str:
    return shop.url(f"{DATA}/{name}")


@cache
def _made_with() -> str:
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return f"openpyxl {version('openpyxl')} {hashlib.sha256(code).hexdigest()}"
