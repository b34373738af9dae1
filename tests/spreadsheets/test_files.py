from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from kek_build.errors import SetupError
from kek_build.spreadsheets.files import CellValue, Unreadable, as_text, read_table_file


def _csv(tmp_path: Path, data: bytes) -> list[tuple[int, tuple[object, ...]]]:
    path = tmp_path / "liste.csv"
    path.write_bytes(data)
    return [(row.number, row.cells) for row in read_table_file(path).sheets[0].rows]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_with_any_common_delimiter(tmp_path: Path, delimiter: str) -> None:
    text = f'Nr.{delimiter}Titel\r\n\r\n1-2{delimiter}"Zwei\nZeilen"\r\n'
    assert _csv(tmp_path, text.encode()) == [(1, ("Nr.", "Titel")), (3, ("1-2", "Zwei\nZeilen"))]


def test_csv_is_read_as_utf_8_and_else_as_windows_writes_it(tmp_path: Path) -> None:
    for encoding, guessed in {"utf-8": False, "utf-8-sig": False, "cp1252": True}.items():
        (tmp_path / "liste.csv").write_bytes("Maßnahme;Straße –\n".encode(encoding))
        file = read_table_file(tmp_path / "liste.csv")
        assert file.sheets[0].rows[0].cells == ("Maßnahme", "Straße –")
        assert file.guessed_encoding is guessed


def test_the_mark_of_our_own_csv_files_is_taken_away(tmp_path: Path) -> None:
    assert _csv(tmp_path, b"'1-10;'+++;'s ist so\n") == [(1, ("1-10", "+++", "'s ist so"))]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("liste.xls", b"\xd0\xcf\x11\xe0", "nur XLSX und CSV"),
        ("liste.xlsx", b"\xd0\xcf\x11\xe0", "mit einem Kennwort geschützt oder im alten Format"),
        ("liste.xlsx", b"Nr.;Titel", "beschädigt oder keine Excel-Arbeitsmappe"),
        ("liste.xlsx", b"", "beschädigt oder keine Excel-Arbeitsmappe"),
        ("liste.csv", b'Nr.;"Titel', "liste.csv:1: Ein Anführungszeichen wird nicht geschlossen"),
        ("liste.csv", b"\xff\xfeN\0r\0", "keine CSV-Datei"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SetupError, match=message):
        read_table_file(path)


def test_a_zip_file_without_a_workbook_and_one_that_is_huge_inside_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x.txt", "x")
    with pytest.raises(SetupError, match="beschädigt"):
        read_table_file(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b"0" * 310_000_000)
    with pytest.raises(SetupError, match="ausgepackt zu groß"):
        read_table_file(path)


@pytest.mark.parametrize(
    ("value", "moment", "figure", "text"),
    [
        (None, False, False, ""),
        (True, False, False, "ja"),
        (2027, False, False, "2027"),
        (2027.0, True, False, "2027"),
        (47.1, False, True, "47,1"),
        (date(2026, 2, 14), True, False, "14.02.2026"),
    ],
)
def test_values_of_a_spreadsheet_become_text(value: CellValue, moment: bool, figure: bool, text: str) -> None:
    assert as_text(value, moment=moment, figure=figure) == text


@pytest.mark.parametrize("value", [1.1, date(2026, 1, 10)])
def test_what_the_spreadsheet_has_changed_is_not_guessed(value: CellValue) -> None:
    assert isinstance(as_text(value, moment=False, figure=False), Unreadable)
