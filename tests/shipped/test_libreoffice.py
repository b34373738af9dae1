# The workbooks as LibreOffice reads them: every sheet, every value, and of the right type.
from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, parse

import pytest
from openpyxl import load_workbook

from tests import libreoffice

CONCEPTS = ("boerde", "leipzig")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.mark.parametrize("concept", CONCEPTS)
def test_libreoffice_reads_every_value_with_its_type(site: Path, tmp_path: Path, concept: str) -> None:
    program = libreoffice.find()
    assert program, "Für die Tests fehlt LibreOffice: make test richtet es ein."
    workbook = site / concept / "daten" / f"{concept}.xlsx"
    own = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [program, own, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), str(workbook)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    read = {sheet.get(f"{_TABLE}name"): list(_rows(sheet)) for sheet in _sheets(tmp_path / f"{concept}.fods")}
    book = load_workbook(workbook)
    assert list(read) == book.sheetnames
    kinds = set()
    for name in book.sheetnames:
        written = [[_value(value) for value in row] for row in book[name].iter_rows(values_only=True)]
        for row, cells in zip(written, read[name], strict=False):
            shown = cells + [None] * (len(row) - len(cells))
            assert shown[: len(row)] == row, name
            kinds |= {type(value) for value in row}
        assert len(read[name]) >= len(written), name
    assert kinds == {str, float, datetime, type(None)}


def _value(value: Any) -> Any:
    """A value of a cell, numbers alike and texts without the blanks at which they may be broken."""
    if isinstance(value, str):
        return " ".join(value.split())
    return float(value) if isinstance(value, int) else value


def _sheets(path: Path) -> Iterator[Element]:
    yield from parse(path).iter(f"{_TABLE}table")  # noqa: S314  (made of our own file)


def _rows(sheet: Element) -> Iterator[list[Any]]:
    for row in sheet.iter(f"{_TABLE}table-row"):
        cells: list[Any] = []
        for cell in row:
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            value = _read(cell)
            if value is not None or times < 1000:  # the empty rest of a row
                cells += [value] * times
        if any(cell is not None for cell in cells):
            yield cells
        elif row.get(f"{_TABLE}number-rows-repeated") is None:
            yield []


def _read(cell: Element) -> Any:
    match cell.get(f"{_OFFICE}value-type"):
        case None:
            return None
        case "float":
            return float(cell.get(f"{_OFFICE}value", ""))
        case "date":
            return datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", ""))
        case "string":
            return " ".join(" ".join(_words(paragraph) for paragraph in cell.iter(f"{_TEXT}p")).split())
        case other:
            return other


def _words(node: Element) -> str:
    """The text of a paragraph, in which several blanks, tabs and line breaks are elements."""
    inner = "".join(_words(child) + (child.tail or "") for child in node)
    return " " if node.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"} else (node.text or "") + inner
