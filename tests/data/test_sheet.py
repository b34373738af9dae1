# Sheets are written as XML by us; a library that knows workbooks must find in them what it would have written itself.
from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from kek_build.data import sheet
from kek_build.data.edition import edition_of
from kek_build.data.shape import number
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, Table, Type, Value
from kek_build.data.xlsx import cover_of, frame, xlsx
from tests.example import OPTIONS

_LIMIT = 32_767


def _kind(*types: Type) -> Kind:
    columns = (Column(f"s{place}", f"Spalte {place}", "", lambda *_: None, kind) for place, kind in enumerate(types))
    return Kind("probe", "Probe", "Probe", tuple(columns), lambda _: ())


def _read(table: Table, source: Source) -> Any:
    """The sheet of a table, as the library reads it."""
    cover = cover_of(edition_of(source, OPTIONS), [(table.kind, len(table.rows))])
    return load_workbook(io.BytesIO(xlsx(frame(cover), [sheet.sheet(table)])))[table.kind.title]


def _by_library(table: Table) -> Any:
    """The same sheet, written by the library as well."""
    book = Workbook(write_only=True)
    shown = book.create_sheet(table.kind.title)
    shown.append([column.title for column in table.kind.columns])
    for row in table.rows:
        shown.append([_cell(shown, column, value) for column, value in zip(table.kind.columns, row, strict=True)])
    written = io.BytesIO()
    book.save(written)
    return load_workbook(written)[table.kind.title]


def _cell(shown: Any, column: Column, value: Value) -> Any:
    cell = WriteOnlyCell(shown)
    match value:
        case bool():
            cell.value = "ja" if value else "nein"
        case Decimal():
            cell.value, cell.number_format = number(value), "#,##0.###"
        case date():
            cell.value = datetime(value.year, value.month, value.day)  # noqa: DTZ001
            cell.number_format = "DD.MM.YYYY"
        case str():
            cell.value, cell.data_type = value, "s"
            if column.type == "uri":
                cell.hyperlink = value
                cell.style = "Hyperlink"
        case _:
            cell.value = value
    return cell


def _told(shown: Any) -> Iterator[tuple[Any, ...]]:
    """Everything of the cells below the head."""
    for row in shown.iter_rows(min_row=2):
        for cell in row:
            link = cell.hyperlink and cell.hyperlink.target
            yield cell.coordinate, cell.value, cell.data_type, cell.number_format, cell.style, link


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.just("\n"))
_TYPES: tuple[Type, ...] = ("string", "uri", "integer", "number", "boolean", "date")
_ROWS = st.lists(
    st.tuples(
        st.none() | _TEXT | st.sampled_from(["=1+1", "=", " a ", "<b>&amp;", "#N/A", "1-10", "0123", "_x0041_"]),
        st.none() | _TEXT.filter(bool).map('https://kek.example.org/?a=1&b="{}"'.format),
        st.none() | st.integers(-(10**15), 10**15),
        st.none() | st.decimals(-(10**9), 10**9, allow_nan=False, places=3),
        st.none() | st.booleans(),
        st.none() | st.dates(date(1900, 1, 1)),
    ).filter(any),
    min_size=1,
    max_size=20,
)


@settings(max_examples=25)
@given(rows=_ROWS)
def test_a_sheet_holds_what_the_library_would_have_written(source: Source, rows: list[tuple[Value, ...]]) -> None:
    table = Table(_kind(*_TYPES), tuple(rows))
    assert list(_told(_read(table, source))) == list(_told(_by_library(table)))


def test_the_tables_of_a_concept_are_what_the_library_would_have_written(
    filled: tuple[Table, ...], source: Source
) -> None:
    for table in filled:
        assert list(_told(_read(table, source))) == list(_told(_by_library(table)))


def test_text_keeps_blanks_and_loses_what_no_file_may_hold(source: Source) -> None:
    table = Table(_kind("string"), ((" a\r\nb ",), ("\x07Glocke\uffff",), ("x" * 40_000,), ("\U0001f600" * 3,)))
    (*_, first), (*_, bell), (*_, long), (*_, faces) = _read(table, source).iter_rows(min_row=2, values_only=True)
    assert (first, bell, faces) == (" a\r\nb ", "Glocke", "\U0001f600" * 3)
    assert long == "x" * _LIMIT


def test_a_sheet_has_no_more_links_than_spreadsheets_open(monkeypatch: Any) -> None:
    monkeypatch.setattr(sheet, "_LINK_LIMIT", 2)
    table = Table(_kind("uri"), tuple((f"https://kek.example.org/{place}/",) for place in range(4)))
    made = sheet.Sheet.read(sheet.sheet(table).written())
    assert made.links is not None
    assert made.links.content.count(b"<Relationship ") == 2
    assert made.page.content.count(b"https://kek.example.org/") == 4


@given(st.integers(0, 16_383))
def test_columns_are_called_as_the_library_calls_them(index: int) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    assert sheet.letters(index) == get_column_letter(index + 1)
