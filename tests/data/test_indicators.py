# The table beside the page of an indicator: its rows are those of the table of all figures.
from __future__ import annotations

import csv
import io

import pytest

from kek_build.data import indicators
from kek_build.data.csv import MARK
from kek_build.data.keeping import Keeper
from kek_build.data.source import Source
from kek_build.data.tables_goals import READINGS
from kek_build.pages.build import workshops
from tests.example import OPTIONS, Copy


def _read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode().removeprefix(MARK)), delimiter=";"))


@pytest.fixture(scope="module")
def tables(source: Source) -> dict[str, list[dict[str, str]]]:
    """The rows of every file, by its path."""
    return {output.path: _read(output.content) for output in indicators.outputs(source, Keeper())}


def test_all_of_them_together_are_the_table_of_all_figures(
    tables: dict[str, list[dict[str, str]]], files: dict[str, bytes]
) -> None:
    assert list(tables) == [f"kennzahlen/{name}/werte.csv" for name in ("busfahrten", "leerstand", "radwege")]
    assert [row for rows in tables.values() for row in rows] == _read(files["daten/messwerte.csv"])


def test_a_row_says_what_it_is_and_when(tables: dict[str, list[dict[str, str]]]) -> None:
    rows = tables["kennzahlen/busfahrten/werte.csv"]
    assert list(rows[0]) == [column.name for column in READINGS.columns]
    assert [(row["art"], row["position"], row["zeit"], row["wert"]) for row in rows][:2] == [
        ("Ausgangswert", "1", "2012", "40"),
        ("Wert", "1", "2013", "41,5"),
    ]
    assert rows[8]["genauigkeit"] == "rund"
    assert rows[8]["vermerk"] == "Pandemie"


def test_an_indicator_without_figures_has_none(copy: Copy) -> None:
    copy.write("kennzahlen/leer.yml", "kennung: leer\ntitel: Leer\neinheit: '%'\n")
    source = Source(workshops([copy.konzept()], OPTIONS)[0])
    assert "kennzahlen/leer/werte.csv" not in {output.path for output in indicators.outputs(source, Keeper())}
