from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kek_build.concept import load
from kek_build.reading import concept_folders
from kek_build.spreadsheets.files import read_table_file
from kek_build.spreadsheets.layout import EXCHANGED
from kek_build.spreadsheets.plan import plan
from kek_build.spreadsheets.source import read_source
from kek_build.spreadsheets.workbook import INTRO, workbook
from tests import libreoffice
from tests.example import PROJECT, Copy
from tests.spreadsheets.sheets import column, exported, row, sheet


def test_what_the_files_say_stands_in_the_cells(copy: Copy, tmp_path: Path) -> None:
    book = exported(copy, tmp_path / "muster.xlsx")
    measures = sheet(book, "Maßnahmen")
    line = row(measures, "1-2")
    said = {cell.value: measures.cell(line, number).value for number, cell in enumerate(measures[1], 1)}
    assert said["Titel"] == "Verzeichnis leerer Häuser & <Höfe>"
    assert said["Priorität"] == "+++"
    assert said["Frühere Namen"] == "1-5\n0-7"
    assert said["Geplanter Zeitraum: Ende"] == "12/2022"
    points = sheet(book, "Maßnahmen, Punkte")
    assert [[cell.value for cell in cells] for cells in points.iter_rows(min_row=2)] == [
        ["1-2", "1", "zählen & prüfen"],
        ["1-2", "1.1", "im Sommer"],
        ["1-2", "1.2", "im [[orte/musterdorf]]"],
        ["1-2", "2", "veröffentlichen"],
    ]


def test_every_cell_is_text_and_no_formula(copy: Copy, tmp_path: Path) -> None:
    copy.replace("massnahmen/2-1.yml", "titel: Ein dichtes Busnetz", "titel: =1+1")
    book = exported(copy, tmp_path / "muster.xlsx")
    cells = [cell for one in book.worksheets[1:] for cells in one.iter_rows(min_row=2) for cell in cells]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert "=1+1" in [cell.value for cell in cells]


def test_what_can_be_chosen_has_a_list_to_choose_from(copy: Copy, tmp_path: Path) -> None:
    measures = sheet(exported(copy, tmp_path / "muster.xlsx"), "Maßnahmen")
    letter = get_column_letter(column(measures, "Status"))
    rules = [rule for rule in measures.data_validations.dataValidation if str(rule.sqref).startswith(f"{letter}2")]
    assert [rule.formula1 for rule in rules] == ['"im Plan,verzögert,gefährdet,ruht"']


@pytest.mark.parametrize("content", [PROJECT / "tests/data/content", PROJECT / "content"], ids=["Muster", "beide"])
def test_given_back_unchanged_it_changes_nothing(content: Path, tmp_path: Path) -> None:
    concepts, problems = load(content.parent, concept_folders(content))
    assert not problems
    for konzept in concepts:
        path = tmp_path / f"{konzept.slug}.xlsx"
        path.write_bytes(workbook(read_source(konzept, content.parent), EXCHANGED))
        back = plan(konzept, content.parent, read_table_file(path))
        assert (back.files, back.new, back.changed) == ({}, (), ())
        assert back.unchanged > 10


def test_given_back_from_libreoffice_it_changes_nothing(copy: Copy, tmp_path: Path) -> None:
    program = libreoffice.find()
    assert program, "Für die Tests fehlt LibreOffice: make test richtet es ein."
    exported(copy, tmp_path / "muster.xlsx")
    saved = tmp_path / "gespeichert"
    own = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [program, own, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved),
               str(tmp_path / "muster.xlsx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    assert load_workbook(saved / "muster.xlsx").sheetnames[0] == INTRO
    back = plan(copy.konzept(), copy.root, read_table_file(saved / "muster.xlsx"))
    assert (back.diff(), back.unchanged) == ("", 24)
