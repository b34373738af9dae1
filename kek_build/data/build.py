# All data of a site, each file made once, when it is first asked for: those that pages and catalogue offer, and
# everything that is written beside the pages. It stands behind the pages because it needs their addresses; the pages
# about the data stand in this package, because they show how large the files are.
from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kek_build.data import catalogue, json_files, package, places, rdf, schema, stratml
from kek_build.data.archive import archive, pack
from kek_build.data.csv import csv
from kek_build.data.edition import Edition, edition_of
from kek_build.data.files import DataFile
from kek_build.data.sheet import sheet
from kek_build.data.source import Source
from kek_build.data.table import Table, fill
from kek_build.data.tables import KINDS
from kek_build.data.xlsx import cover_of, frame, xlsx
from kek_build.outputs import Output
from kek_build.pages.addresses import DATA
from kek_build.pages.draft import Workshop
from kek_build.schemas import FILES, document, file_schema
from kek_build.site import SiteOptions
from kek_build.tracing import kept

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what is kept under a name, or makes it."""


@dataclass(frozen=True)
class ConceptData:
    """The data of one concept."""

    edition: Edition
    keep: Keep

    @property
    def _folder(self) -> str:
        return self.edition.source.shop.addresses.section(DATA)

    @property
    def _slug(self) -> str:
        return self.edition.source.konzept.slug

    @property
    def _name(self) -> str:
        return self.edition.source.konzept.datei.name

    @kept
    def _filled(self) -> tuple[Table, ...]:
        return fill(KINDS, self.edition.source)

    @kept
    def tables(self) -> tuple[tuple[Table, DataFile], ...]:
        """Each table with its CSV file."""
        return tuple((table, _csv_file(table, self._folder)) for table in self._filled)

    @kept
    def package(self) -> DataFile:
        """What stands in the CSV files, for programs."""
        described = package.package(((table, file.name, file.content) for table, file in self.tables), self.edition)
        return DataFile(
            f"{self._folder}{package.NAME}",
            f"{self._name}: Beschreibung der CSV-Dateien (Data Package)",
            "Sagt Programmen, was in den Spalten der CSV-Dateien steht und wie sie zusammenhängen.",
            "JSON",
            "application/json",
            json_files.document(described),
        )

    @property
    def _made_of(self) -> str:
        # The description holds the titles of all columns and the checksum of every table.
        edition = self.edition
        told = f"{edition.title} {edition.notice} {edition.credit} {edition.licence}"
        return f"{_made_with()} {told} {self.package.content!r}"

    @kept
    def workbook(self) -> DataFile:
        """All tables as a workbook."""
        return DataFile(
            f"{self._folder}{self._slug}.xlsx",
            f"{self._name}: alle Tabellen als Excel-Arbeitsmappe",
            "Ein Blatt je Tabelle, mit echten Zahlen, Datumsangaben und Links; das erste Blatt erklärt sie.",
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            self.keep(self._made_of, lambda: _workbook(self._filled, self.edition)),
        )

    @kept
    def whole(self) -> DataFile:
        """Everything as JSON."""
        return DataFile(
            f"{self._folder}{self._slug}.json",
            f"{self._name}: das ganze Konzept als JSON",
            "Alle Einträge mit ihren Texten und Verbindungen, beschrieben durch ein JSON-Schema.",
            "JSON",
            "application/json",
            json_files.concept(self.edition, _schema_address(self.edition.source.shop, schema.CONCEPT_SCHEMA)),
        )

    @kept
    def archive(self) -> DataFile:
        """All CSV files and their description, packed."""
        parts = [self.package, *(file for _, file in self.tables)]
        return DataFile(
            f"{self._folder}{self._slug}-csv.zip",
            f"{self._name}: alle CSV-Dateien mit ihrer Beschreibung, gepackt",
            "Alle CSV-Dateien und ihre Beschreibung in einer Datei.",
            "ZIP",
            "application/zip",
            self.keep(f"csv {self._made_of}", lambda: archive((file.name, pack([file.content])) for file in parts)),
        )

    @kept
    def goals(self) -> DataFile | None:
        """The goals for planning tools, where there are any."""
        if not self.edition.source.konzept.of_kind("handlungsfeld"):
            return None
        return DataFile(
            f"{self._folder}{stratml.NAME}",
            f"{self._name}: das Zielsystem als StratML",
            "Ziele, Beteiligte und Kennzahlen in der Strategy Markup Language, Teil 2 (ANSI/AIIM 22, ISO 17469).",
            "XML",
            "application/xml",
            stratml.stratml(self.edition),
        )

    @property
    def files(self) -> list[DataFile]:
        """All files, as a catalogue lists them."""
        others = [self.workbook, self.whole, self.archive, self.package, *([self.goals] if self.goals else [])]
        return [*others, *(file for _, file in self.tables)]


@dataclass(frozen=True)
class SiteData:
    """The data of a site."""

    concepts: tuple[ConceptData, ...]
    options: SiteOptions

    @kept
    def outputs(self) -> tuple[Output, ...]:
        """Every file to write."""
        return tuple(_outputs(self.options, self.concepts))


def build(shops: list[Workshop], options: SiteOptions, keep: Keep | None = None) -> SiteData:
    """All data of a site.

    Args:
        shops: its concepts.
        options: its options.
        keep: how workbooks are kept for the next build; by default they are not.
    """
    editions = (edition_of(Source(shop), options) for shop in shops)
    return SiteData(tuple(ConceptData(edition, keep or _make) for edition in editions), options)


def _make(_: str, make: Callable[[], bytes]) -> bytes:
    return make()


def _workbook(tables: tuple[Table, ...], edition: Edition) -> bytes:
    cover = cover_of(edition, ((table.kind, len(table.rows)) for table in tables))
    return xlsx(frame(cover), map(sheet, tables))


def _csv_file(table: Table, folder: str) -> DataFile:
    return DataFile(
        f"{folder}{table.kind.name}.csv",
        f"{table.kind.title} als CSV",
        table.kind.description,
        "CSV",
        "text/csv",
        csv(table),
    )


def _outputs(options: SiteOptions, concepts: tuple[ConceptData, ...]) -> Iterator[Output]:
    shop = concepts[0].edition.source.shop
    for concept in concepts:
        yield from (Output(file.path, file.content) for file in concept.files)
        yield from json_files.things(concept.edition, _schema_address(shop, schema.THING_SCHEMA))
        yield from places.outputs(concept.edition.source)
    whole, thing = (_schema_address(shop, name) for name in (schema.CONCEPT_SCHEMA, schema.THING_SCHEMA))
    yield Output(f"{DATA}/{schema.CONCEPT_SCHEMA}", json_files.document(schema.concept_schema(whole)))
    yield Output(f"{DATA}/{schema.THING_SCHEMA}", json_files.document(schema.thing_schema(thing, whole)))
    for name in FILES:
        place = f"{schema.FILE_SCHEMAS}{name}.json"
        written = document(file_schema(name, _schema_address(shop, place)))
        yield Output(f"{DATA}/{place}", written.encode())
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
