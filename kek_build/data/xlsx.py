# The tables of a concept as one workbook: a sheet that explains, a sheet for each table, and a sheet that describes all
# columns. The same content makes the same bytes: no clock, no random order. A library writes the workbook with empty
# sheets in the place of the tables; `sheet` makes those.
from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any

from kek_build.data.archive import Packed, archive, pack
from kek_build.data.edition import Edition
from kek_build.data.sheet import BOLD, DATE, LINK, NUMBER, WRAPPED, Sheet, area
from kek_build.data.table import Kind

_NAME_LIMIT = 31
"""How long the name of a sheet may be."""
_FORMATS = {DATE: "DD.MM.YYYY", NUMBER: "#,##0.###"}
INTRO, COLUMNS = "Erläuterung", "Spalten"
_FIRST = 2
"""The number of the first sheet with a table."""


@dataclass(frozen=True)
class Cover:
    """What a workbook holds besides the rows of its tables."""

    name: str
    title: str
    authority: str
    notice: str
    address: str
    licence: str
    licence_title: str
    licence_address: str
    credit: str
    day: date
    """The last change of the document; the file says that it was made then."""
    tables: tuple[tuple[str, str, int, str, tuple[tuple[str, ...], ...]], ...]
    """Title, description, number of rows and cells of each table, and of its columns what the last sheet says."""


def cover_of(edition: Edition, tables: Iterable[tuple[Kind, int]]) -> Cover:
    """What stands around some tables.

    Args:
        edition: what they are an edition of.
        tables: each with the number of its rows.
    """
    datei = edition.source.konzept.datei
    return Cover(
        datei.name,
        edition.title,
        datei.behoerde,
        edition.notice,
        edition.source.url(edition.source.konzept["konzept"]),
        edition.licence.name,
        edition.licence.title,
        edition.licence.address,
        edition.credit,
        datei.fassung.stand.last,
        tuple((kind.title, kind.description, count, area(kind.columns, count), _told(kind)) for kind, count in tables),
    )


def _told(kind: Kind) -> tuple[tuple[str, ...], ...]:
    return tuple((column.title, column.name, column.type, column.description) for column in kind.columns)


def xlsx(frame: bytes, sheets: Iterable[Sheet]) -> bytes:
    """The workbook.

    Args:
        frame: what `frame` made of its cover.
        sheets: the tables, in the order of the cover.
    """
    with zipfile.ZipFile(io.BytesIO(frame)) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    own = dict(enumerate(sheets, _FIRST))
    return archive(chain.from_iterable(_parts(name, content, own) for name, content in parts))


def _parts(name: str, content: bytes, own: dict[int, Sheet]) -> Iterator[tuple[str, Packed]]:
    number = name.removeprefix(_SHEETS).removesuffix(".xml")
    sheet = own.get(int(number)) if number.isdecimal() else None
    yield name, sheet.page if sheet else pack([content])
    if sheet and sheet.links:
        yield f"{_SHEETS.replace('sheets/', 'sheets/_rels/')}{number}.xml.rels", sheet.links


_SHEETS = "xl/worksheets/sheet"


def frame(cover: Cover) -> bytes:
    """The workbook with empty tables, as the library writes it."""
    from openpyxl import Workbook  # noqa: PLC0415  (takes longer to load than the tables to make; most builds keep this)

    book = Workbook(write_only=True)
    intro = book.create_sheet(INTRO)
    _add_looks(intro)
    _intro(intro, cover)
    for title, _, _, cells, _ in cover.tables:
        book.create_sheet(title[:_NAME_LIMIT]).auto_filter.ref = cells
    _columns(book.create_sheet(COLUMNS), cover)
    properties = book.properties
    properties.title = cover.title
    properties.creator = cover.authority
    properties.description = f"{cover.notice} Lizenz: {cover.licence}"
    properties.language = "de-DE"
    properties.created = datetime(cover.day.year, cover.day.month, cover.day.day)  # noqa: DTZ001  (knows no zone)
    written = io.BytesIO()
    book.save(written)
    return _stable(written.getvalue(), properties.created)


def _add_looks(sheet: Any) -> None:
    """Make sure that looks have the numbers that sheets with tables call them by."""
    for look in (BOLD, WRAPPED, LINK, DATE, NUMBER):
        assert _cell(sheet, None, look).style_id == look


def _cell(sheet: Any, text: str | None, look: int) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    shown = WriteOnlyCell(sheet, text)
    if look == BOLD:
        shown.font = Font(bold=True)
    elif look == WRAPPED:
        shown.alignment = Alignment(wrap_text=True, vertical="top")
    elif look == LINK:
        shown.style = "Hyperlink"
    else:
        shown.number_format = _FORMATS[look]
    return shown


def _intro(sheet: Any, cover: Cover) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
    rows: list[tuple[str, str, str | None]] = [
        (cover.name, cover.title, None),
        ("Was das ist", cover.notice, None),
        ("Adresse", cover.address, cover.address),
        ("Lizenz", f"{cover.licence}: {cover.licence_title}", cover.licence_address),
        ("Namensnennung", cover.credit, None),
        ("Leere Zelle", "Das Dokument sagt dazu nichts.", None),
        ("Mehrere Werte in einer Zelle", "getrennt durch Semikolon; einzeln in der Tabelle „Verbindungen“", None),
    ]
    for label, text, link in rows:
        shown = _cell(sheet, text, LINK if link else WRAPPED)
        if link:
            shown.hyperlink = link
            shown.style = "Hyperlink"
        sheet.append([_cell(sheet, label, BOLD), shown])
    sheet.append([])
    sheet.append([_cell(sheet, "Tabelle", BOLD), _cell(sheet, "Inhalt", BOLD)])
    for title, description, count, _, _ in cover.tables:
        sheet.append([title, f"{description} ({'1 Zeile' if count == 1 else f'{count} Zeilen'})"])


def _columns(sheet: Any, cover: Cover) -> None:
    for letter, width in zip("ABCDE", (26, 26, 28, 12, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    heads = ("Tabelle", "Spalte", "Name in den CSV-Dateien", "Typ", "Beschreibung")
    sheet.append([_cell(sheet, head, BOLD) for head in heads])
    for title, _, _, _, columns in cover.tables:
        for column in columns:
            sheet.append([title, *column])


def _stable(data: bytes, created: datetime) -> bytes:
    """The file without the time of its making, which the library writes into the properties and beside every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    return archive(
        (name, pack([_with_time(part, created) if name == "docProps/core.xml" else part])) for name, part in parts
    )


def _with_time(part: bytes, created: datetime) -> bytes:
    begin = part.index(b">", part.index(b"<dcterms:modified")) + 1
    return part[:begin] + f"{created:%Y-%m-%dT%H:%M:%SZ}".encode() + part[part.index(b"</dcterms:modified") :]
