# The values of an indicator as a CSV file beside it, as spreadsheets save it: a line of heads, a line for each value,
# and semicolons, tabs or commas between. Numbers and dates mean what they mean in YAML, and each value keeps its line.
from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kek_build.errors import Problem
from kek_build.models import Messwert
from kek_build.models.words import title_of
from kek_build.reading.strict_yaml import Document, Node
from kek_build.reading.suggestions import nearest, shorten
from kek_build.reading.validation import validate
from kek_build.rules import Rule

HEADS = tuple(Messwert.model_fields)
"""What a column may be called: as the keys of a value in YAML are."""
_NEEDED = ("zeit", "wert")
_SEPARATORS = (";", "\t", ",")
_EXPECTED = "in der ersten Zeile, mit ; dazwischen: zeit;wert"


@dataclass(frozen=True)
class Figures:
    """The values in a CSV file."""

    key: str
    """The short name of the indicator: the name of the file."""
    file: PurePosixPath
    """Relative to the project."""
    values: tuple[Messwert, ...]
    lines: tuple[int, ...]
    """The line of each value."""


def parse_figures(name: PurePosixPath, text: str) -> tuple[Figures, list[Problem]]:
    """Read the values of an indicator.

    Args:
        name: the file, relative to the project; messages call it so.
        text: what stands in it.

    Returns:
        The values that are right, in the order of the file, and all problems.
    """
    problems: list[Problem] = []
    rows = list(_rows(text, name, problems))
    found: list[tuple[int, Messwert]] = []
    if not problems:
        heads = _heads(name, rows, problems)
        if heads:
            separator = _separator(text)
            for line, cells in rows[1:]:
                value = _value(name, line, heads, cells, separator)
                if isinstance(value, Messwert):
                    found.append((line, value))
                else:
                    problems.extend(value)
    return Figures(name.stem, name, tuple(value for _, value in found), tuple(line for line, _ in found)), problems


def said_figures(text: str) -> list[dict[str, str]] | None:
    """The values in a CSV file as it says them, right or wrong, for comparing versions of it.

    Args:
        text: what stands in it.

    Returns:
        For each value what it says of each column that there is; None when it is no CSV file with heads.
    """
    problems: list[Problem] = []
    rows = list(_rows(text, PurePosixPath(), problems))
    if problems or not rows:
        return None
    heads = [cell.casefold() for cell in rows[0][1]]
    return [{head: cell for head, cell in zip(heads, cells, strict=False) if head and cell} for _, cells in rows[1:]]


def _separator(text: str) -> str:
    """What stands between the columns: what stands between their heads."""
    head = next((line for line in text.split("\n") if line.strip()), "")
    return max(_SEPARATORS, key=head.count)


def _rows(text: str, name: PurePosixPath, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The rows in which anything stands, each with the line it begins in."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        expected = 'zu jedem Anführungszeichen ein zweites; in einem Text doppelt: "der ""Ring"""'
        message = "Ein Anführungszeichen passt nicht."
        problems.append(Problem(name, line, 0, message, expected, rule=Rule.FIGURES_FILE))


def _heads(name: PurePosixPath, rows: Sequence[tuple[int, list[str]]], problems: list[Problem]) -> list[str]:
    """What the columns are called; nothing where that is wrong."""
    if len(rows) < 2:
        message = "Die Datei enthält keine Werte." if rows else "Die Datei ist leer."
        problems.append(Problem(name, 0, 0, message, "je Wert eine Zeile unter dem Kopf", rule=Rule.FIGURES_FILE))
        return []
    line, cells = rows[0]
    heads = [cell.casefold() for cell in cells]
    for head, cell in zip(heads, cells, strict=True):
        if head not in HEADS:
            guess = nearest(head, [*HEADS, *(title_of(Messwert, key) for key in HEADS)]) if head else None
            guess = next((key for key in HEADS if title_of(Messwert, key) == guess), guess)
            message = f"Die Spalte „{shorten(cell)}“ gibt es nicht." if head else "Eine Spalte hat keine Überschrift."
            problems.append(Problem(name, line, 0, message, ", ".join(HEADS), guess, rule=Rule.FIGURES_FILE))
        elif heads.count(head) > 1:
            problems.append(
                Problem(name, line, 0, f"Die Spalte „{head}“ gibt es zweimal.", _EXPECTED, rule=Rule.FIGURES_FILE)
            )
            return []
    if not problems:
        problems.extend(
            Problem(name, line, 0, f"Die Spalte „{head}“ fehlt.", _EXPECTED, rule=Rule.FIGURES_FILE)
            for head in _NEEDED
            if head not in heads
        )
    return [] if problems else heads


def _value(
    name: PurePosixPath, line: int, heads: Sequence[str], cells: Sequence[str], separator: str
) -> Messwert | list[Problem]:
    """The value of a row, or what is wrong with it."""
    if wrong := _wrong_count(len(heads), cells, separator):
        message, expected = wrong
        return [Problem(name, line, 0, message, expected, rule=Rule.FIGURES_FILE)]
    data = {head: cell for head, cell in zip(heads, cells, strict=False) if cell}
    if odd := next((cell for cell in cells if "[[" in cell), None):
        message = f"„{shorten(odd)}“: In einer CSV-Datei gibt es keine Verweise."
        return [Problem(name, line, 0, message, "der Text ohne [[ und ]]", rule=Rule.FIGURES_FILE)]

    def places() -> Node:
        return Node(line, 0, line, children={head: Node(line, 0, line, key=(line, 0)) for head in data})

    return validate(Messwert, Document(name, data, places))


def _wrong_count(heads: int, cells: Sequence[str], separator: str) -> tuple[str, str] | None:
    """What is said of a row that has not as many cells as there are heads.

    Behind a semicolon or a tab, what is not known may be left out. A comma may stand in a number as well; only as many
    cells as heads show that it does not.
    """
    if separator == "," and len(cells) != heads:
        message = f"Die Zeile hat {len(cells)} Zellen, der Kopf {heads}: Steht hier ein Komma in einer Zahl?"
        return message, 'Semikolons zwischen den Spalten: 2024;47,1 – oder Anführungszeichen: 2024,"47,1"'
    if len(cells) > heads and any(cells[heads:]):
        return f"Die Zeile hat {len(cells)} Zellen, der Kopf {heads}.", "zu jeder Zelle eine Überschrift"
    return None
