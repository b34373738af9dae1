# What a document of any format is reduced to: paragraphs and rows of tables, each with the place where a clerk finds
# it. What a line, a page or a column was is known to the readers only.
from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_LONGEST_NUMBER = 12


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in the document."""

    number: int
    """The page, line or paragraph, from 1."""
    line: int = 0
    """The line or paragraph of the page, from 1; 0 when the number says it all."""
    unit: str = "Zeile"
    """What the number counts: Seite, Zeile or Absatz."""
    part: str = "Zeile"
    """What `line` counts on the page."""

    def __str__(self) -> str:
        return f"{self.unit} {self.number}" + (f", {self.part} {self.line}" if self.line else "")


@dataclass(frozen=True)
class Line:
    """One printed line."""

    text: str
    place: Place


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a heading, or an item of a list."""

    text: str
    """In one line, with hyphenation undone."""
    place: Place
    bullet: int = 0
    """How deep it stands in a list, from 1; 0 outside of lists."""
    heading: bool = False
    """Whether the format says that it is a heading."""
    lines: tuple[Line, ...] = ()
    """The printed lines, where the format knows them: perhaps two paragraphs that look like one."""
    keys: tuple[int, ...] = ()
    """Which paragraphs of the document it is made of; given by the document."""


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table. A cell that goes on from the row above is empty."""

    cells: tuple[Cell, ...]
    place: Place


Block = Paragraph | Row


@dataclass(frozen=True)
class Document:
    """A document that was read."""

    name: str
    blocks: tuple[Block, ...]
    dropped: tuple[Line, ...] = ()
    """Running heads, page numbers and the like, which belong to no text."""
    remarks: tuple[str, ...] = ()
    """What a reader noticed that a clerk must know, in German."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, those in tables included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (paragraph for cell in block.cells for paragraph in cell)


def make(name: str, blocks: Iterable[Block], dropped: Iterable[Line] = (), remarks: Iterable[str] = ()) -> Document:
    """A document whose paragraphs are counted, so that what nobody claims can be told."""
    count = itertools.count()

    def keyed(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, keys=(next(count),))

    counted = [
        keyed(block)
        if isinstance(block, Paragraph)
        else replace(block, cells=tuple(tuple(keyed(paragraph) for paragraph in cell) for cell in block.cells))
        for block in blocks
    ]
    return Document(name, tuple(counted), tuple(dropped), tuple(remarks))


def flow(document: Document) -> Iterator[tuple[Paragraph, bool]]:
    """All paragraphs in reading order, and whether each stands in a table.

    A number in a cell of its own goes before the text in the cell beside it.
    """
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block, False
            continue
        number: Paragraph | None = None
        for paragraph in (paragraph for cell in block.cells for paragraph in cell):
            if number is not None:
                joined, keys = f"{number.text} {paragraph.text}", (*number.keys, *paragraph.keys)
                yield replace(paragraph, text=joined, bullet=0, lines=(), keys=keys), True
                number = None
            elif not any(sign.islower() for sign in paragraph.text) and len(paragraph.text) <= _LONGEST_NUMBER:
                number = paragraph
            else:
                yield paragraph, True
        if number is not None:
            yield number, True
