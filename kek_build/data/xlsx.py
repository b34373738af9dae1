# The tables of a concept as one workbook: a sheet that explains, a sheet for each table with real numbers, dates and
# links, and a sheet that describes all columns. The same content makes the same bytes: no clock, no random order.
from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from kek_build.data.archive import packed
from kek_build.data.csv import FALSE, TRUE
from kek_build.data.edition import Edition
from kek_build.data.shape import number
from kek_build.data.table import Column, Table, Value

_NAME_LIMIT = 31
"""How long the name of a sheet may be."""
_CELL_LIMIT = 32_767
"""How many characters a cell may hold."""
_WIDTHS = {"integer": 10, "number": 12, "boolean": 12, "date": 13, "uri": 28}
_NARROW, _WIDE = 16, 48
_FORMATS = {"date": "DD.MM.YYYY", "integer": "0", "number": "#,##0.###"}
INTRO, COLUMNS = "Erläuterung", "Spalten"


def xlsx(tables: Iterable[Table], edition: Edition) -> bytes:
    """The workbook.

    Args:
        tables: the tables, each becomes a sheet.
        edition: what it is an edition of, told on the first sheet and in the properties of the file.
    """
    tables = list(tables)
    book = Workbook(write_only=True)
    _intro(book.create_sheet(INTRO), tables, edition)
    for table in tables:
        _sheet(book.create_sheet(table.kind.title[:_NAME_LIMIT]), table)
    _columns(book.create_sheet(COLUMNS), tables)
    stand = edition.source.konzept.datei.fassung.stand.last
    properties = book.properties
    properties.title = edition.title
    properties.creator = edition.source.konzept.datei.behoerde
    properties.description = f"{edition.notice} Lizenz: {edition.licence.name}"
    properties.language = "de-DE"
    properties.created = datetime(stand.year, stand.month, stand.day)  # noqa: DTZ001  (the file knows no zone)
    written = io.BytesIO()
    book.save(written)
    return _stable(written.getvalue(), properties.created)


def _intro(sheet: Any, tables: list[Table], edition: Edition) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
    address = edition.source.url(edition.source.konzept["konzept"])
    rows: list[tuple[str, str | int, str | None]] = [
        (edition.source.konzept.datei.name, edition.title, None),
        ("Was das ist", edition.notice, None),
        ("Adresse", address, address),
        ("Lizenz", f"{edition.licence.name}: {edition.licence.title}", edition.licence.address),
        ("Namensnennung", edition.credit, None),
        ("Leere Zelle", "Das Dokument sagt dazu nichts.", None),
        ("Mehrere Werte in einer Zelle", "getrennt durch Semikolon; einzeln in der Tabelle „Verbindungen“", None),
    ]
    for label, text, link in rows:
        cells = [_cell(sheet, label, bold=True), WriteOnlyCell(sheet, text)]
        _wrap(cells[1])
        if link:
            cells[1].hyperlink = link
            cells[1].style = "Hyperlink"
        sheet.append(cells)
    sheet.append([])
    sheet.append([_cell(sheet, "Tabelle", bold=True), _cell(sheet, "Inhalt", bold=True)])
    for table in tables:
        count = "1 Zeile" if len(table.rows) == 1 else f"{len(table.rows)} Zeilen"
        sheet.append([table.kind.title, f"{table.kind.description} ({count})"])


def _sheet(sheet: Any, table: Table) -> None:
    columns = table.kind.columns
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = _width(column, index - 1, table)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(table.rows) + 1}"
    sheet.append([_cell(sheet, column.title, bold=True) for column in columns])
    for row in table.rows:
        sheet.append([_value(sheet, column, value) for column, value in zip(columns, row, strict=True)])


def _columns(sheet: Any, tables: list[Table]) -> None:
    for letter, width in zip("ABCDE", (26, 26, 28, 12, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    heads = ("Tabelle", "Spalte", "Name in den CSV-Dateien", "Typ", "Beschreibung")
    sheet.append([_cell(sheet, head, bold=True) for head in heads])
    for table in tables:
        for column in table.kind.columns:
            sheet.append([table.kind.title, column.title, column.name, column.type, column.description])


def _width(column: Column, index: int, table: Table) -> int:
    """Wide enough for short texts, and not so wide that long ones push all else out of sight."""
    if width := _WIDTHS.get(column.type):
        return max(width, min(len(column.title) + 4, 24))
    longest = max((len(str(row[index])) for row in table.rows if row[index]), default=0)
    return max(_NARROW, min(longest + 2, _WIDE))


def _value(sheet: Any, column: Column, value: Value) -> Any:
    match value:
        case bool():
            return TRUE if value else FALSE
        case Decimal():
            shown = WriteOnlyCell(sheet, number(value))
            shown.number_format = _FORMATS["number"]
            return shown
        case date():
            shown = WriteOnlyCell(sheet, datetime(value.year, value.month, value.day))  # noqa: DTZ001
            shown.number_format = _FORMATS["date"]
            return shown
        case str():
            if column.type == "uri":
                shown = WriteOnlyCell(sheet, value)
                shown.hyperlink = value
                shown.style = "Hyperlink"
                return shown
            if value.startswith("="):
                shown = WriteOnlyCell(sheet, value[:_CELL_LIMIT])
                shown.data_type = "s"  # else it would be a formula
                return shown
            return value[:_CELL_LIMIT]
        case _:
            return value


def _cell(sheet: Any, text: str, *, bold: bool = False) -> Any:
    shown = WriteOnlyCell(sheet, text)
    if bold:
        shown.font = Font(bold=True)
    return shown


def _wrap(shown: Any) -> None:
    shown.alignment = Alignment(wrap_text=True, vertical="top")


def _stable(data: bytes, created: datetime) -> bytes:
    """The file without the time of its making, which the library writes into the properties and beside every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    return packed((name, _with_time(part, created) if name == "docProps/core.xml" else part) for name, part in parts)


def _with_time(part: bytes, created: datetime) -> bytes:
    begin = part.index(b">", part.index(b"<dcterms:modified")) + 1
    return part[:begin] + f"{created:%Y-%m-%dT%H:%M:%SZ}".encode() + part[part.index(b"</dcterms:modified") :]
