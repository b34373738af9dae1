from __future__ import annotations

import io
import time
import zipfile
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kek_build.data import SiteData
from kek_build.data.edition import Edition, edition_of
from kek_build.data.sheet import sheet
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, Table
from kek_build.data.xlsx import cover_of, frame, xlsx
from tests.example import OPTIONS


def _book(tables: list[Table], edition: Edition) -> bytes:
    return xlsx(frame(cover_of(edition, ((table.kind, len(table.rows)) for table in tables))), map(sheet, tables))


@pytest.fixture(scope="module")
def book(site_data: SiteData) -> Workbook:
    return load_workbook(io.BytesIO(site_data.concepts[0].workbook.content))


def test_there_is_a_sheet_for_each_table_between_the_one_that_explains_and_the_one_of_columns(
    book: Workbook, site_data: SiteData
) -> None:
    tables = [table.kind.title for table in site_data.concepts[0].tables]
    assert book.sheetnames == ["Erläuterung", *tables, "Spalten"]


def test_the_sheets_hold_what_the_tables_hold(book: Workbook, filled: tuple[Table, ...]) -> None:
    for table in filled:
        head, *rows = book[table.kind.title].iter_rows(values_only=True)
        assert list(head) == [column.title for column in table.kind.columns]
        assert [list(row) for row in rows] == [[_shown(value) for value in row] for row in table.rows]


def _shown(value: Any) -> Any:
    match value:
        case bool():
            return "ja" if value else "nein"
        case Decimal():
            return float(value)
        case str() | int() | None:
            return value
        case _:
            return datetime(value.year, value.month, value.day)  # noqa: DTZ001


def _column(sheet: Any, title: str) -> list[Any]:
    """The cells below a heading."""
    (column,) = [cells for cells in sheet.iter_cols() if cells[0].value == title]
    return list(column[1:])


def test_numbers_dates_and_links_are_what_they_are(book: Workbook) -> None:
    readings, measures = book["Werte der Kennzahlen"], book["Maßnahmen"]
    values = _column(readings, "Wert")
    assert [value.value for value in values][-7:] == [1250, 1198.5, 900, 500, -3, 47.1, 1048.5]
    assert {(value.data_type, value.number_format) for value in values} == {("n", "#,##0.###")}
    assert [day.is_date for day in _column(readings, "Zeit (erster Tag)") if day.value] == [True] * 23
    address = _column(measures, "Adresse")[0]
    assert address.hyperlink.target == address.value == "https://kek.example.org/massnahmen/1-2/"


def test_the_head_stays_in_sight_and_filters(book: Workbook, filled: tuple[Table, ...]) -> None:
    for table in filled:
        sheet = book[table.kind.title]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])


def test_the_first_sheet_says_what_it_is_and_under_which_licence(book: Workbook) -> None:
    said = {row[0]: row[1] for row in book["Erläuterung"].iter_rows(max_col=2, values_only=True)}
    assert "keine amtliche Veröffentlichung" in str(said["Was das ist"])
    assert str(said["Lizenz"]).startswith("CC BY 4.0: ")
    assert said["Adresse"] == "https://kek.example.org/"


def test_text_that_looks_like_a_formula_stays_text(source: Source) -> None:
    column = Column("text", "Text", "Text", lambda _, item: str(item))
    texts = ("=1+1", "+++", "-3", "@a", "1-10", "0123")
    table = Table(Kind("texte", "Texte", "Texte", (column,), lambda _: texts), tuple((text,) for text in texts))
    shown = load_workbook(io.BytesIO(_book([table], edition_of(source, OPTIONS))))["Texte"]
    assert [(row[0].value, row[0].data_type) for row in shown.iter_rows(min_row=2)] == [(text, "s") for text in texts]


def test_the_same_content_makes_the_same_bytes_at_any_time(
    site_data: SiteData, source: Source, filled: tuple[Table, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = site_data.concepts[0]
    monkeypatch.setattr(time, "localtime", lambda *_: (2031, 2, 3, 4, 5, 6, 0, 34, 0))
    again = _book(list(filled), edition_of(source, OPTIONS))
    assert again == first.workbook.content
    with zipfile.ZipFile(io.BytesIO(again)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert core.count("2021-03-31T00:00:00Z") == 2
