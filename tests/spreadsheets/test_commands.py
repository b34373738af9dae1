from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kek_build.cli import main
from tests.example import Copy
from tests.spreadsheets.sheets import put, row, sheet
from tests.spreadsheets.test_assignment import ASSIGNMENT, LIST


def _export(copy: Copy, path: Path, *more: str) -> int:
    return main(["export", "--xlsx", str(path), f"--inhalt={copy.content}", *more])


def _import(copy: Copy, path: Path, *more: str) -> int:
    return main(["import", str(path), f"--inhalt={copy.content}", *more])


def test_a_workbook_goes_out_and_comes_back(copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "neu" / "muster.xlsx"
    assert _export(copy, path) == 0
    book = load_workbook(path)
    measures = sheet(book, "Maßnahmen")
    put(measures, row(measures, "2-1"), "Titel", "Mehr Busse")
    book.save(path)
    assert _import(copy, path, "--probe") == 0
    assert copy.konzept()["2-1"].title == "Ein dichtes Busnetz"
    assert _import(copy, path) == 0
    assert copy.konzept()["2-1"].title == "Mehr Busse"
    out = capsys.readouterr().out
    assert "+titel: Mehr Busse" in out
    assert "0 Einträge sind neu, 1 ändert sich, 23 bleiben gleich.\nGeschrieben: 1 Datei.\n" in out


def test_what_an_import_would_take_away_is_told(copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "muster.xlsx"
    _export(copy, path)
    book = load_workbook(path)
    measures = sheet(book, "Maßnahmen")
    put(measures, row(measures, "1-2"), "Kurz gesagt", None)
    actors = sheet(book, "Maßnahmen, Beteiligte")
    actors.delete_rows(row(actors, "1-2", "2"))
    book.save(path)
    assert _import(copy, path, "--probe") == 0
    assert "  Dabei entfällt in massnahme 1-2: „kurz“, 1 Eintrag unter „beteiligte“\n" in capsys.readouterr().out


def test_a_file_that_is_there_is_replaced_only_when_told(
    copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "muster.xlsx"
    path.write_text("schon da", encoding="utf-8")
    assert _export(copy, path) == 1
    assert path.read_text(encoding="utf-8") == "schon da"
    assert "gibt es schon" in capsys.readouterr().err
    assert _export(copy, path, "--ueberschreiben", "--art", "ort") == 0
    assert "Orte" in load_workbook(path).sheetnames


def test_wrong_cells_are_told_and_nothing_changes(
    copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "muster.xlsx"
    _export(copy, path)
    book = load_workbook(path)
    measures = sheet(book, "Maßnahmen")
    put(measures, row(measures, "2-1"), "Status", "geht so")
    book.save(path)
    assert _import(copy, path) == 1
    err = capsys.readouterr().err
    assert "Zelle L4 (Status): „status“: „geht so“ ist nicht erlaubt." in err
    assert err.endswith("1 Fehler in der Tabelle; es wurde nichts übernommen.\n")


def test_a_list_of_the_county_comes_in_by_way_of_a_proposal(
    copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, kept = tmp_path / "liste.csv", tmp_path / "zuordnung.yml"
    path.write_text(LIST, encoding="cp1252")
    assert _import(copy, path, "--zuordnung-anlegen", str(kept)) == 0
    out = capsys.readouterr().out
    assert "nicht in UTF-8 gespeichert" in out
    assert "  Gemeinde → orte\n" in out
    assert _import(copy, path, "--zuordnung-anlegen", str(kept)) == 1
    kept.write_text(ASSIGNMENT, encoding="utf-8")
    assert _import(copy, path, "--zuordnung", str(kept)) == 0
    assert copy.konzept()["2-9"].title == "Neues Schwimmbad"
    assert "kek adressen --festhalten" in capsys.readouterr().out


def test_a_workbook_of_unknown_sheets_is_explained(
    copy: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "muster.xlsx"
    _export(copy, path)
    book = load_workbook(path)
    for name in book.sheetnames[1:]:
        del book[name]
    book[book.sheetnames[0]].title = "Liste"
    book.save(path)
    assert _import(copy, path) == 1
    assert "--zuordnung-anlegen zuordnung.yml" in capsys.readouterr().err
