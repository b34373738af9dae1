# What the library takes from a page of a PDF file: words, and the boxes of tables. Kept apart from what is made of it,
# so that a damaged file, in which the library may stumble anywhere, is told from a fault of our own.
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the page's top left corner."""

_SHORTEST_EDGE = 5


@dataclass(frozen=True)
class Word:
    """A word and the box it fills, in points from the page's top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Table:
    """A table with lines around its cells."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]
    """The box of each cell; None where a cell beside or above fills it."""


@dataclass(frozen=True)
class Taken:
    """What stands on a page."""

    words: tuple[Word, ...]
    tables: tuple[Table, ...]
    height: float


def take(page: Any) -> Taken:
    """Take what is needed from a page as pdfplumber gives it."""
    found = page.extract_words(extra_attrs=["size"], keep_blank_chars=False, x_tolerance_ratio=0.15)
    words = (Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"], w["size"]) for w in found if w["text"].strip())
    tables = (
        Table(tuple(table.bbox), tuple(tuple(row.cells) for row in table.rows))
        for table in page.find_tables({"explicit_horizontal_lines": _ends(page)})
        if len(table.rows) > 1 or len(table.rows[0].cells) > 1
    )
    return Taken(tuple(words), tuple(tables), float(page.height))


def _ends(page: Any) -> list[float]:
    """Where upright lines begin and end: a row that goes on on the next page may have no line below it."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v" and edge["height"] > _SHORTEST_EDGE]
    return sorted({round(end, 1) for edge in upright for end in (edge["top"], edge["bottom"])})
