# For the tests of tables: the example as a workbook that a test may change, and an import of what a test has made.
from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kek_build.errors import ContentError
from kek_build.spreadsheets.assignment import Assignment
from kek_build.spreadsheets.files import read_table_file
from kek_build.spreadsheets.layout import EXCHANGED
from kek_build.spreadsheets.plan import Plan, plan
from kek_build.spreadsheets.source import read_source
from kek_build.spreadsheets.workbook import workbook
from tests.example import Copy


def exported(copy: Copy, path: Path) -> Workbook:
    """The workbook of a concept, read again."""
    path.write_bytes(workbook(read_source(copy.konzept(), copy.root), EXCHANGED))
    return load_workbook(path)


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def column(where: Worksheet, head: str) -> int:
    return [cell.value for cell in where[1]].index(head) + 1


def row(where: Worksheet, *names: str) -> int:
    """The number of the row that begins with these texts."""
    found = [cells[0].row for cells in where.iter_rows() if [c.value for c in cells[: len(names)]] == list(names)]
    assert len(found) == 1
    assert found[0] is not None
    return found[0]


def put(where: Worksheet, line: int, head: str, value: Any) -> None:
    where.cell(line, column(where, head)).value = value


def planned(copy: Copy, book: Workbook, path: Path, assignment: Assignment | None = None) -> Plan:
    """The import of a workbook."""
    book.save(path)
    return plan(copy.konzept(), copy.root, read_table_file(path), assignment=assignment)


def told(copy: Copy, book: Workbook, path: Path) -> list[tuple[str, str]]:
    """What an import of a workbook complains of: place and message."""
    try:
        planned(copy, book, path)
    except ContentError as error:
        return [(problem.place, problem.message) for problem in error.problems]
    return []
