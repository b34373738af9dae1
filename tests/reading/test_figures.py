# CSV files with values, as spreadsheets of German offices write them: read to the last digit, or refused with the line.
from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.models.numbers import write
from kek_build.reading.figures import parse_figures
from kek_build.rules import Rule

_FILE = PurePosixPath("content/muster/kennzahlen/radwege.csv")


def _values(text: str) -> list[tuple[str, str]]:
    figures, problems = parse_figures(_FILE, text)
    assert problems == []
    assert figures.key == "radwege"
    return [(str(value.zeit), str(value.wert)) for value in figures.values]


@pytest.mark.parametrize(
    "text",
    [
        "zeit;wert\n2024;47,1\n2025;1.250,5\n",
        "zeit\twert\n2024\t47,1\n2025\t1 250,5",
        'zeit,wert\n2024,"47,1"\n2025,1250.5\n',
        "Zeit; WERT \n\n2024; 47,1\n;\n2025;1250,5\n",
        'zeit;wert;vermerk\n2024;47,1;"mit ; und ""Anführung"""\n2025;1250,5\n',
    ],
)
def test_decimal_commas_and_every_usual_separator_are_understood(text: str) -> None:
    assert _values(text) == [("2024", "47.1"), ("2025", "1250.5")]


def test_a_value_keeps_its_line() -> None:
    figures, _ = parse_figures(_FILE, 'zeit;wert;vermerk\n\n2024;1;"zwei\nZeilen"\n2025;2\n')
    assert figures.lines == (3, 5)
    assert figures.values[0].vermerk == "zwei\nZeilen"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 0, "Die Datei ist leer."),
        ("zeit;wert\n", 0, "Die Datei enthält keine Werte."),
        ("zeit,wert\n2024,47,1\n", 2, "Die Zeile hat 3 Zellen, der Kopf 2: Steht hier ein Komma in einer Zahl?"),
        ("zeit,wert,bis,vermerk\n2024,47,1\n", 2,
         "Die Zeile hat 3 Zellen, der Kopf 4: Steht hier ein Komma in einer Zahl?"),
        ("zeit;wert\n2024;1;2\n", 2, "Die Zeile hat 3 Zellen, der Kopf 2."),
        ("zeit;wert\n2024;abc\n", 2, "„wert“: „abc“ muss eine Zahl sein, zum Beispiel 30 oder 47,1."),
        ("zeit;wert\n2024;1.250\n", 2, "„wert“: „1.250“ ist mehrdeutig: bitte „1250“ oder „1,250“ schreiben."),
        ("zeit;wert\n\n2024;5 km\n", 3, "„wert“: „5 km“ muss eine Zahl ohne Einheit sein: „5“."),
        ("zeit;wert\n32.01.2024;5\n", 2, "„zeit“: „32.01.2024“ gibt es nicht."),
        ("zeit;wert\n2024;\n", 2, "„wert“ fehlt oder ist leer."),
        ("jahr;wert\n2024;1\n", 1, "Die Spalte „jahr“ gibt es nicht."),
        ("zeit;wert;\n2024;1;x\n", 1, "Eine Spalte hat keine Überschrift."),
        ("zeit;wert;zeit\n2024;1;2\n", 1, "Die Spalte „zeit“ gibt es zweimal."),
        ("wert\n1\n", 1, "Die Spalte „zeit“ fehlt."),
        ('zeit;wert\n2024;"1\n', 2, "Ein Anführungszeichen passt nicht."),
        ("zeit;wert;vermerk\n2024;1;siehe [[I.1]]\n", 2,
         "„siehe [[I.1]]“: In einer CSV-Datei gibt es keine Verweise."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, message: str) -> None:
    _, (problem,) = parse_figures(_FILE, text)
    assert (problem.file, problem.line, problem.message) == (_FILE, line, message)


def test_a_column_that_is_called_as_the_form_calls_it_is_found() -> None:
    _, (problem,) = parse_figures(_FILE, "Zeitpunkt;wert\n2024;1\n")
    assert problem.suggestion == "zeit"


def test_all_wrong_rows_are_told_at_once() -> None:
    figures, problems = parse_figures(_FILE, "zeit;wert\n2023;x\n2024;1\n2025;y\n")
    assert [(problem.line, problem.rule) for problem in problems] == [(2, Rule.NUMBER), (4, Rule.NUMBER)]
    assert figures.lines == (3,)


_ROWS = st.lists(
    st.tuples(st.integers(1900, 2100), st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9),
                                                   max_value=10**9), st.text(alphabet=' ";,\täx', max_size=8)),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(_ROWS, st.sampled_from(";\t,"))
def test_what_a_spreadsheet_writes_is_read_again(rows: list[tuple[int, Decimal, str]], separator: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\n")
    writer.writerows([("zeit", "wert", "vermerk"), *((year, write(number), remark) for year, number, remark in rows)])
    figures, problems = parse_figures(_FILE, file.getvalue())
    assert problems == []
    assert [(str(value.zeit), value.wert) for value in figures.values] == [
        (str(year), number) for year, number, _ in rows
    ]
