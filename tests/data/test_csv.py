from __future__ import annotations

import csv as reader
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.data import SiteData
from kek_build.data.csv import cell, csv, guarded, unguarded
from kek_build.data.table import Column, Kind, Table


def _table(*texts: str) -> Table:
    column = Column("spalte", "Spalte", "Text", lambda _, item: str(item))
    return Table(Kind("tabelle", "Tabelle", "Texte", (column,), lambda _: texts), tuple((text,) for text in texts))


def _read(data: bytes) -> list[list[str]]:
    return list(reader.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+++", "-", "@SUMME(A1)", "\tx", "\rx", "'x", "1-10", "4.3.1", "1/2", "12:30", "01234567", "1E5",
        "1,5e3", "12345678901234567", "31. Dezember 2019", "Mai 2020", "Mai",
    ],
)  # fmt: skip
def test_text_that_a_spreadsheet_would_change_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "Rad", "14729010", "2030", "massnahmen/1-10", "I.1", "4 Häuser", "a=b", "Maiwald"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_guarded_text_can_be_read_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=1))
def test_any_text_survives_the_file(texts: list[str]) -> None:
    rows = [row[0] if row else "" for row in _read(b"".join(csv(_table(*texts))))[1:]]
    assert [unguarded(text) for text in rows] == texts


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""), (True, "ja"), (False, "nein"), (3, "3"), (-3, "-3"), (Decimal("1198.5"), "1198,5"),
        (Decimal("48.10"), "48,10"), (Decimal(-3), "-3"), (date(2019, 12, 31), "2019-12-31"), ("Rad", "Rad"),
    ],
)  # fmt: skip
def test_a_value_is_written_as_german_spreadsheets_read_it(value: object, shown: str) -> None:
    assert cell(value) == shown  # type: ignore[arg-type]


def test_a_file_begins_with_a_byte_order_mark_and_ends_every_line_the_same_way() -> None:
    assert b"".join(csv(_table("Rad; Weg", 'sagt "ja"', "zwei\nZeilen"))) == (
        '\ufeffspalte\r\n"Rad; Weg"\r\n"sagt ""ja"""\r\n"zwei\nZeilen"\r\n'.encode()
    )


def test_the_files_hold_what_the_tables_hold(site_data: SiteData, filled: tuple[Table, ...]) -> None:
    for table, made in zip(filled, site_data.concepts[0].tables, strict=True):
        head, *rows = _read(made.file.content)
        assert head == [column.name for column in table.kind.columns]
        for row, values in zip(rows, table.rows, strict=True):
            for text, value in zip(row, values, strict=True):
                assert (unguarded(text) if isinstance(value, str) else text) == (value or "") or text == cell(value)
