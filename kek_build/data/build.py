# All data of a site, each file made once, when it is first asked for: those that pages and catalogue offer, and
# everything that is written beside the pages. It stands behind the pages because it needs their addresses; the pages
# about the data stand in this package, because they show how large the files are.
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kek_build import termine
from kek_build.builds import Units
from kek_build.builds.store import Store
from kek_build.data import (
    berichte,
    catalogue,
    indicators,
    json_files,
    package,
    places,
    rdf,
    schema,
    standing_json,
    stratml,
)
from kek_build.data.archive import archive, pack
from kek_build.data.edition import Edition, edition_of
from kek_build.data.files import DataFile
from kek_build.data.keeping import Keeper, told_of
from kek_build.data.source import Source
from kek_build.data.table_file import TableFile, table_file
from kek_build.data.tables import KINDS
from kek_build.data.xlsx import cover_of, frame, xlsx
from kek_build.outputs import Output
from kek_build.pages.addresses import DATA
from kek_build.pages.draft import Workshop
from kek_build.pages.termine import calendar_of
from kek_build.pages.umsetzungsstand_satz import has_things
from kek_build.schemas import FILES, document, file_schema
from kek_build.site import SiteOptions
from kek_build.tracing import kept


@dataclass(frozen=True)
class ConceptData:
    """The data of one concept."""

    edition: Edition
    keeper: Keeper

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
    def tables(self) -> tuple[TableFile, ...]:
        """Each table that has rows."""
        found = (table_file(kind, self.edition.source, self._folder, self.keeper) for kind in KINDS)
        return tuple(table for table in found if table)

    @kept
    def package(self) -> DataFile:
        """What stands in the CSV files, for programs."""
        described = package.package(
            ((table.kind, table.file.name, table.file.told) for table in self.tables), self.edition
        )
        content = json_files.document(described)
        return DataFile(
            f"{self._folder}{package.NAME}",
            f"{self._name}: Beschreibung der CSV-Dateien (Data Package)",
            "Sagt Programmen, was in den Spalten der CSV-Dateien steht und wie sie zusammenhängen.",
            "JSON",
            "application/json",
            told_of([content]),
            lambda: content,
        )

    @kept
    def workbook(self) -> DataFile:
        """All tables as a workbook."""
        cover = cover_of(self.edition, ((table.kind, table.count) for table in self.tables))
        around = self.keeper.kept(f"cover {cover}", partial(frame, cover))
        content = xlsx(around, (table.sheet for table in self.tables))
        return DataFile(
            f"{self._folder}{self._slug}.xlsx",
            f"{self._name}: alle Tabellen als Excel-Arbeitsmappe",
            "Ein Blatt je Tabelle, mit echten Zahlen, Datumsangaben und Links; das erste Blatt erklärt sie.",
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            told_of([content]),
            lambda: content,
        )

    @kept
    def _things(self) -> json_files.Things:
        return json_files.Things(self.edition, self.keeper)

    @kept
    def whole(self) -> DataFile:
        """Everything as JSON."""
        path = f"{self._folder}{self._slug}.json"
        address = _schema_address(self.edition.source.shop, schema.CONCEPT_SCHEMA)
        pieces = partial(json_files.concept, self._things, address)
        told, stays = self.keeper.known(path, lambda: told_of(pieces()), path)
        return DataFile(
            path,
            f"{self._name}: das ganze Konzept als JSON",
            "Alle Einträge mit ihren Texten und Verbindungen, beschrieben durch ein JSON-Schema.",
            "JSON",
            "application/json",
            told,
            lambda: b"".join(pieces()),
            stays,
        )

    @kept
    def archive(self) -> DataFile:
        """All CSV files and their description, packed."""
        parts = [
            (self.package.name, pack([self.package.content])),
            *((table.file.name, table.packed) for table in self.tables),
        ]
        content = archive(parts)
        return DataFile(
            f"{self._folder}{self._slug}-csv.zip",
            f"{self._name}: alle CSV-Dateien mit ihrer Beschreibung, gepackt",
            "Alle CSV-Dateien und ihre Beschreibung in einer Datei.",
            "ZIP",
            "application/zip",
            told_of([content]),
            lambda: content,
        )

    @kept
    def goals(self) -> DataFile | None:
        """The goals for planning tools, where there are any."""
        if not self.edition.source.konzept.of_kind("handlungsfeld"):
            return None
        return self._kept_file(
            f"{self._folder}{stratml.NAME}",
            partial(stratml.stratml, self.edition),
            "das Zielsystem als StratML",
            "Ziele, Beteiligte und Kennzahlen in der Strategy Markup Language, Teil 2 (ANSI/AIIM 22, ISO 17469).",
            ("XML", "application/xml"),
        )

    @kept
    def standing(self) -> DataFile | None:
        """How the concept is being carried out, for programs; nothing where there is nothing to carry out."""
        if not has_things(self.edition.source.shop):
            return None
        return self._kept_file(
            f"{self._folder}{standing_json.NAME}",
            partial(standing_json.standing_json, self.edition),
            "der Umsetzungsstand als JSON",
            "Alle Zahlen des Umsetzungsstands und alles, woraus sie gezählt sind.",
            ("JSON", "application/json"),
        )

    @kept
    def calendar(self) -> DataFile | None:
        """What is due, for calendar programs; none where nothing is."""
        shop = self.edition.source.shop
        if not calendar_of(shop).dates:
            return None
        return self._kept_file(
            shop.addresses.calendar,
            partial(termine.written, shop),
            "Termine als Kalender",
            "Geplante Zeitpunkte, Meilensteine, Aufgaben, nächste Werte und Überprüfungen (iCalendar, RFC 5545).",
            ("ICS", termine.TYPE),
        )

    def _kept_file(
        self, path: str, make: Callable[[], bytes], title: str, description: str, form: tuple[str, str]
    ) -> DataFile:
        """A file that stays from build to build; `form` is the name of its format and the media type."""
        part = self.keeper.part(path, make, path)
        return DataFile(path, f"{self._name}: {title}", description, *form, part.told, part.read, part.stays)

    @property
    def files(self) -> list[DataFile]:
        """All files, as a catalogue lists them."""
        some = (self.goals, self.standing, self.calendar)
        others = [self.workbook, self.whole, self.archive, self.package, *(file for file in some if file)]
        return [*others, *(table.file for table in self.tables)]

    @property
    def outputs(self) -> Iterator[Output]:
        """Every file of the concept, but for those that stay as the last build left them."""
        yield from (Output(file.path, file.content) for file in self.files if not file.stays)
        address = _schema_address(self.edition.source.shop, schema.THING_SCHEMA)
        yield from json_files.files(self._things, address)
        self._things.forget()
        yield from places.outputs(self.edition.source, self.keeper)
        yield from indicators.outputs(self.edition.source, self.keeper)
        yield from berichte.outputs(self.edition.source, self.keeper)


@dataclass(frozen=True)
class SiteData:
    """The data of a site."""

    concepts: tuple[ConceptData, ...]
    options: SiteOptions

    @property
    def outputs(self) -> Iterator[Output]:
        """Every file to write, but for those that stay as the last build left them; made when it is asked for."""
        for concept in self.concepts:
            yield from concept.outputs
        shop = self.concepts[0].edition.source.shop
        keeper = self.concepts[0].keeper
        yield from keeper.outputs(f"{DATA}/{schema.FILE_SCHEMAS}", partial(_schemas, shop))
        nodes = catalogue.catalogue(
            shop.site_url,
            self.options,
            [(held.edition, _page(held), held.files) for held in self.concepts],
        )
        yield Output(f"{DATA}/{catalogue.TURTLE}", rdf.turtle(nodes))
        yield Output(f"{DATA}/{catalogue.JSON_LD}", rdf.json_ld(nodes))
        keeper.tidy()  # by now every part was asked for, also where its file stays


def build(
    shops: list[Workshop], options: SiteOptions, store: Store | None = None, units: Units | None = None
) -> SiteData:
    """All data of a site.

    Args:
        shops: its concepts.
        options: its options.
        store: keeps parts of files for the next build; by default nothing does.
        units: what the last build made, where that is remembered.
    """
    keeper = Keeper(store, units)
    editions = (edition_of(Source(shop), options) for shop in shops)
    return SiteData(tuple(ConceptData(edition, keeper) for edition in editions), options)


def _schemas(shop: Workshop) -> Iterator[Output]:
    whole, thing = (_schema_address(shop, name) for name in (schema.CONCEPT_SCHEMA, schema.THING_SCHEMA))
    yield Output(f"{DATA}/{schema.CONCEPT_SCHEMA}", json_files.document(schema.concept_schema(whole)))
    yield Output(f"{DATA}/{schema.THING_SCHEMA}", json_files.document(schema.thing_schema(thing, whole)))
    for name in FILES:
        place = f"{schema.FILE_SCHEMAS}{name}.json"
        written = document(file_schema(name, _schema_address(shop, place)))
        yield Output(f"{DATA}/{place}", written.encode())


def _page(held: ConceptData) -> str:
    shop = held.edition.source.shop
    return shop.url(shop.addresses.section(DATA))


def _schema_address(shop: Workshop, name: str) -> str:
    return shop.url(f"{DATA}/{name}")
