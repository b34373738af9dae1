# Reads tables that people bring, from XLSX and CSV, as plain cells with their places. What a spreadsheet may have done
# to them (dates, numbers, formulas) is kept as it is; what it means is decided where the column is known.
from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kek_build.data.csv import guarded, unguarded
from kek_build.errors import SetupError

MAX_BYTES = 20_000_000
"""How large a file may be."""
MAX_UNPACKED = 300_000_000
"""How large the parts of an XLSX file may be when they are unpacked."""
_DELIMITERS = ";,\t|"

CellValue = str | bool | int | float | date | None


@dataclass(frozen=True)
class Unreadable:
    """A cell whose value is not in the file: a formula that was never computed, or one that failed."""

    why: str


@dataclass(frozen=True)
class Row:
    """A row, with its number in the file, from 1."""

    number: int
    cells: tuple[CellValue | Unreadable, ...]


@dataclass(frozen=True)
class RawSheet:
    """A sheet as it stands in the file; rows without any value are left out."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TableFile:
    """A file with tables."""

    name: str
    sheets: tuple[RawSheet, ...]
    is_workbook: bool
    guessed_encoding: bool = False
    """Whether the file was no UTF-8 and was read as Windows writes it."""


def cell_name(row: int, column: int) -> str:
    """What spreadsheets call a cell: `D7`; row and column from 1."""
    return f"{get_column_letter(column)}{row}"


def read_table_file(path: Path) -> TableFile:
    """Read a file with tables.

    Args:
        path: an XLSX or a CSV file.

    Raises:
        SetupError: it is neither, or too large, or damaged.
    """
    if not path.is_file():
        raise SetupError(f"Die Datei „{path}“ gibt es nicht.")
    if path.stat().st_size > MAX_BYTES:
        raise SetupError(f"Die Datei „{path.name}“ ist zu groß (über {MAX_BYTES // 1_000_000} MB).")
    match path.suffix.lower():
        case ".xlsx":
            return TableFile(path.name, tuple(_xlsx(path)), is_workbook=True)
        case ".csv" | ".txt" | ".tsv":
            return _csv(path)
    raise SetupError(
        f"„{path.name}“ lässt sich nicht lesen: nur XLSX und CSV. "
        "Öffnen Sie die Datei in Excel oder LibreOffice und speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“."
    )


def _xlsx(path: Path) -> Iterator[RawSheet]:
    damaged = f"„{path.name}“ ist beschädigt oder keine Excel-Arbeitsmappe (.xlsx)."
    try:
        with zipfile.ZipFile(path) as file:
            if sum(part.file_size for part in file.infolist()) > MAX_UNPACKED:
                raise SetupError(f"„{path.name}“ ist ausgepackt zu groß.")
        computed = load_workbook(path, data_only=True)
        written = load_workbook(path)
    except SetupError:
        raise
    except zipfile.BadZipFile:
        protected = path.read_bytes()[:4] == b"\xd0\xcf\x11\xe0"
        raise SetupError(
            f"„{path.name}“ ist mit einem Kennwort geschützt oder im alten Format .xls gespeichert. "
            "Speichern Sie sie ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“."
            if protected
            else damaged
        ) from None
    except Exception:  # noqa: BLE001  (the library raises whatever a damaged part leads to)
        raise SetupError(damaged) from None
    for sheet, formulas in zip(computed.worksheets, written.worksheets, strict=True):
        rows = []
        for values, originals in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True):
            cells = tuple(_cell(value, original) for value, original in zip(values, originals, strict=True))
            if any(cell is not None for cell in cells):
                rows.append(Row(values[0].row or 0, cells))
        yield RawSheet(sheet.title, tuple(rows))


def _cell(computed: Any, original: Any) -> CellValue | Unreadable:
    value = computed.value
    if computed.data_type == "e":
        return Unreadable(f"In der Zelle steht der Fehler „{value}“.")
    if value is None and original.data_type == "f":
        return Unreadable("Die Formel in der Zelle hat kein Ergebnis.")
    if isinstance(value, str):
        return _text(value)
    return value if isinstance(value, bool | int | float | date) else None if value is None else str(value)


def _text(value: str) -> str | None:
    return value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip() or None


def _csv(path: Path) -> TableFile:
    data = path.read_bytes()
    guessed = False
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise SetupError(f"„{path.name}“ ist keine CSV-Datei in UTF-8 oder wie Windows sie schreibt.") from None
        text, guessed = data.decode("cp1252", errors="replace"), True
    if "\0" in text or "\ufffd" in text:
        raise SetupError(f"„{path.name}“ ist keine CSV-Datei in UTF-8 oder wie Windows sie schreibt.")
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    line = 1
    try:
        for cells in reader:
            values = tuple(_text(_without_guard(cell)) for cell in cells)
            if any(values):
                rows.append(Row(line, values))
            line = reader.line_num + 1
    except csv.Error:
        raise SetupError(
            f"{path.name}:{line}: Ein Anführungszeichen wird nicht geschlossen, oder hinter ihm steht noch Text."
        ) from None
    return TableFile(path.name, (RawSheet(path.stem, tuple(rows)),), is_workbook=False, guessed_encoding=guessed)


def _without_guard(cell: str) -> str:
    """The text of a cell, without the mark that our own files set before what a spreadsheet would change."""
    return unguarded(cell) if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def as_text(value: CellValue, *, moment: bool, figure: bool) -> str | Unreadable:
    """A cell as the content writes it.

    Args:
        value: the cell.
        moment: whether the column holds points in time.
        figure: whether it holds numbers to reckon with.
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "ja" if value else "nein"
        case int():
            return str(value)
        case float():
            if value.is_integer():
                return str(int(value))
            if figure:
                return repr(value).replace(".", ",")
            return Unreadable(
                f"Die Tabelle hat daraus die Zahl {repr(value).replace('.', ',')} gemacht. "
                "Formatieren Sie die Zelle als Text und schreiben Sie den Wert neu."
            )
        case datetime() | date():
            if moment:
                return f"{value:%d.%m.%Y}"
            return Unreadable(
                f"Die Tabelle hat daraus das Datum {value:%d.%m.%Y} gemacht. "
                "Formatieren Sie die Zelle als Text und schreiben Sie den Wert neu."
            )
