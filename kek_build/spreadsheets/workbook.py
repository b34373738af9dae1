# Writes the workbook that people change and give back: all cells are text, so no spreadsheet makes a date of `1-10` or
# a number of `07131001`; what can be chosen has a list to choose from.
from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kek_build.spreadsheets.layout import PLACE, Column, Sheet, choices, sheets
from kek_build.spreadsheets.source import Source, at, rows

INTRO = "Hinweise"
"""The sheet that explains; it is not read again."""
_TEXT = "@"
_SPARE = 200
"""Empty rows below the last that offer choices, too."""
_LIST_LIMIT = 255
"""How long the choices of a cell may be together."""


def workbook(source: Source, kinds: Sequence[str]) -> bytes:
    """The things of a concept as a workbook.

    Args:
        source: the files of the concept.
        kinds: the kinds of thing wanted, of `layout.EXCHANGED`.
    """
    book = Workbook()
    intro = book.active
    assert intro is not None
    intro.title = INTRO
    written: list[tuple[Sheet, str]] = []
    for kind in kinds:
        for sheet in sheets(kind):
            lines = [
                (thing.key, place, value)
                for thing in source.things[kind].values()
                for place, value in rows(sheet, thing.data)
            ]
            if lines or len(sheet.steps) <= 1:
                written.append((sheet, f"{len(lines)}"))
                _sheet(book.create_sheet(sheet.name), sheet, lines)
    _intro(intro, source, written)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _intro(sheet: Any, source: Source, written: Sequence[tuple[Sheet, str]]) -> None:
    datei = source.konzept.datei
    for line in (
        (datei.name, datei.titel),
        ("Ändern", "Zellen überschreiben, Zeilen anfügen, die Datei speichern und mit „kek import“ zurückgeben."),
        ("Leere Zelle", "Die Angabe fehlt. Wer eine Zelle leert, nimmt die Angabe weg."),
        ("Fehlende Zeile", "Ein Eintrag, der fehlt, bleibt, wie er ist; ein Punkt mit „Stelle“, der fehlt, fällt weg."),
        (PLACE, "Welcher Punkt einer Liste: 2 ist der zweite, 2.1 der erste darunter. Leer: kommt ans Ende."),
        ("Mehrere Werte", "Verweise trennt ein Semikolon, freie Texte ein Zeilenumbruch in der Zelle (Alt+Eingabe)."),
        (),
        ("Tabelle", "Zeilen", "Spalte", "Schlüssel", "Bedeutung"),
    ):  # fmt: skip
        sheet.append(line)
    for shown, count in written:
        for column in shown.columns:
            sheet.append((shown.name, count, column.title, column.key, column.description))
    for letter, width in zip("ABCDE", (34, 70, 30, 26, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(max_col=1):
        row[0].font = Font(bold=True)


def _sheet(sheet: Any, shown: Sheet, lines: Sequence[tuple[str, tuple[int, ...], Any]]) -> None:
    before = (shown.thing, PLACE) if shown.steps else ()
    heads = (*before, *(column.title for column in shown.columns))
    for number, head in enumerate(heads, 1):
        sheet.cell(1, number, head).font = Font(bold=True)
    for row, (key, place, value) in enumerate(lines, 2):
        first = (key, ".".join(map(str, place))) if shown.steps else ()
        for number, text in enumerate((*first, *(text_of(column, value) for column in shown.columns)), 1):
            cell = sheet.cell(row, number)
            cell.number_format = _TEXT
            if text:
                cell.value = text
                cell.data_type = "s"  # else `=…` would be a formula
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(lines) + 1}"
    for number, head in enumerate(heads, 1):
        longest = max((len(str(row[number - 1].value or "")) for row in sheet.iter_rows(min_row=2)), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = max(len(head) + 4, min(longest + 2, 60))
    for number, column in enumerate(shown.columns, len(before) + 1):
        _offer(sheet, column, get_column_letter(number), len(lines) + 1)


def _offer(sheet: Any, column: Column, letter: str, last: int) -> None:
    """Let people choose where there are only some words to choose from."""
    words = choices(column)
    listed = ",".join(words)
    if not words or len(listed) > _LIST_LIMIT or any("," in word for word in words):
        return
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = column.title, "Bitte einen der Werte aus der Liste wählen."
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{last + _SPARE}")


def text_of(column: Column, value: Any) -> str:
    """What stands in a cell."""
    found = at(value, column.way) if column.way else value
    if isinstance(found, list):
        return column.separator.join(str(one).strip() for one in found)
    return str(found or "").strip()
