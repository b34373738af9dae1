# Reads Word files: paragraphs, lists and tables, with the numbers Word draws, with tracked insertions and without what
# was deleted, and with the text in boxes.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from kek_build.wortlaut.cleaning import SOFT_HYPHEN, clean, join
from kek_build.wortlaut.document import Block, Cell, Document, Line, Paragraph, Place, Row, make
from kek_build.wortlaut.paragraphs import Levels, without_sign
from kek_build.wortlaut.readers.limits import unreadable
from kek_build.wortlaut.readers.word_numbering import Label, Numbering, indent_of
from kek_build.wortlaut.readers.word_xml import MC, W, open_parts, value

_HEADING = re.compile(r"(?:heading|überschrift|title|titel)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|verzeichnis|inhaltsverzeichnis)\s*\d*", re.IGNORECASE)
_PASSED = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{MC}Fallback", f"{W}instrText", f"{W}rPr", f"{W}pPr"}
_GROUPS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}


def read(data: bytes, name: str) -> Document:
    """Read a Word file.

    Args:
        data: the file.
        name: how messages call it.

    Raises:
        SetupError: it cannot be read, or holds no text.
    """
    parts = open_parts(data, name)
    body = parts.text.find(f"{W}body")
    reader = _Reader(_Styles.of(parts.styles), Numbering.of(parts.numbering))
    reader.has_pages = body is not None and body.find(f".//{W}lastRenderedPageBreak") is not None
    blocks = list(reader.blocks(body)) if body is not None else []
    if not blocks:
        raise unreadable(name, "Die Datei enthält keinen Text.", "Nehmen Sie die Datei mit dem beschlossenen Text.")
    return make(name, blocks, reader.contents)


@dataclass(frozen=True)
class _Style:
    name: str = ""
    based_on: str = ""
    number: str | None = None
    level: int | None = None
    outline: bool = False
    indent: float | None = None


@dataclass(frozen=True)
class _Styles:
    by_id: dict[str, _Style]

    @classmethod
    def of(cls, root: ET.Element | None) -> _Styles:
        found = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            properties = style.find(f"{W}pPr")
            number, level = _numbered(properties)
            outline = properties.find(f"{W}outlineLvl") if properties is not None else None
            found[style.get(f"{W}styleId", "")] = _Style(
                value(style.find(f"{W}name")), value(style.find(f"{W}basedOn")), number, level,
                outline is not None and value(outline, "9") != "9", indent_of(properties),
            )  # fmt: skip
        return cls(found)

    def chain(self, key: str) -> Iterator[tuple[str, _Style]]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            yield key, self.by_id[key]
            key = self.by_id[key].based_on


def _numbered(properties: ET.Element | None) -> tuple[str | None, int | None]:
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None, None
    number, level = numbered.find(f"{W}numId"), value(numbered.find(f"{W}ilvl"))
    return (value(number) if number is not None else None), (int(level) if level.isdecimal() else None)


@dataclass
class _Reader:
    styles: _Styles
    numbering: Numbering
    has_pages: bool = False
    page: int = 1
    count: int = 0
    contents: list[Line] = field(default_factory=list)
    levels: Levels = field(default_factory=Levels)
    list_indent: float | None = None
    """How far the list of the paragraph at hand stands to the right."""

    def blocks(self, parent: ET.Element) -> Iterator[Block]:
        """The paragraphs and rows inside an element."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self.paragraphs(element)
            elif element.tag == f"{W}tbl":
                yield from self._rows(element)
            elif element.tag in _GROUPS:
                yield from self.blocks(element)

    def paragraphs(self, element: ET.Element) -> Iterator[Paragraph]:
        """A paragraph, and behind it what stands in the boxes that hang on it."""
        said = "".join(self._signs(element))
        place = self._place()
        properties = element.find(f"{W}pPr")
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        chain = [one for _, one in self.styles.chain(style)]
        text = join(clean(line) for line in said.split("\n"))
        if text and any(_CONTENTS.fullmatch(one.name) for one in chain):
            self.contents.append(Line(text, place))
        elif text:
            outline = properties.find(f"{W}outlineLvl") if properties is not None else None
            heading = outline is not None and value(outline, "9") != "9"
            heading = heading or any(one.outline or _HEADING.match(one.name) for one in chain)
            made = self._labelled(text, said, place, self._label(properties, style), heading=heading)
            if made.bullet:
                yield replace(made, bullet=self.levels.depth("", self._indent(properties, chain, made.bullet)))
            else:
                self.levels.clear()
                yield made
        for box in _boxes(element):
            for block in self.blocks(box):
                if isinstance(block, Paragraph):
                    yield block
                else:
                    yield from (paragraph for cell in block.cells for paragraph in cell)

    def _labelled(self, text: str, said: str, place: Place, label: Label | None, *, heading: bool) -> Paragraph:
        parts = [clean(line) for line in said.split("\n")]
        lines = tuple(Line(part, place) for part in parts if part) if len(parts) > 1 else ()
        if label is None or (not label.text and not label.bullet):
            bare, signed = without_sign(text)
            return Paragraph(bare, place, int(signed), heading, () if signed else lines)
        single = re.fullmatch(r"\(?\w{1,4}[.)]?", label.text)
        if label.bullet or (single and not heading):
            return Paragraph(text, place, label.level + 1, heading, lines)
        return Paragraph(f"{label.text} {text}", place, 0, heading)

    def _label(self, properties: ET.Element | None, style: str) -> Label | None:
        number, level = _numbered(properties)
        for key, one in self.styles.chain(style):
            if number is None and one.number is not None:
                number = one.number
                if level is None:
                    level = self.numbering.level_of_style(number, key) if one.level is None else one.level
        label = self.numbering.label(number, level or 0) if number else None
        self.list_indent = label.indent if label else None
        return label

    def _indent(self, properties: ET.Element | None, chain: Sequence[_Style], level: int) -> float:
        """How far an item stands to the right: as it says itself, its style, or its list; else by its level."""
        said = [indent_of(properties), *(one.indent for one in chain), self.list_indent]
        return next((indent for indent in said if indent is not None), 3.0 * level)

    def _place(self) -> Place:
        self.count += 1
        if self.has_pages:
            return Place(self.page, self.count, "Seite", "Absatz")
        return Place(self.count, unit="Absatz")

    def _signs(self, element: ET.Element) -> Iterator[str]:
        """The text of a paragraph, sign by sign; a broken line is a line end."""
        for child in element:
            if child.tag in _PASSED:
                continue
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag in {f"{W}tab", f"{W}ptab"}:
                yield " "
            elif child.tag in {f"{W}br", f"{W}cr"}:
                yield "\n"
            elif child.tag == f"{W}lastRenderedPageBreak":
                self.page, self.count = self.page + 1, 0
            elif child.tag == f"{W}noBreakHyphen":
                yield "-"
            elif child.tag == f"{W}softHyphen":
                yield SOFT_HYPHEN
            else:
                yield from self._signs(child)

    def _rows(self, table: ET.Element) -> Iterator[Row]:
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            place = self._place()
            yield Row(tuple(self._cell(cell) for cell in _inside(row, f"{W}tc")), place)

    def _cell(self, cell: ET.Element) -> Cell:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and value(merged, "continue") == "continue":
            return ()
        found: list[Paragraph] = []
        self.levels.clear()
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                found.append(block)
            else:
                found += (paragraph for inner in block.cells for paragraph in inner)
        return tuple(found)


def _inside(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    """The children of a kind, those in groups included."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _GROUPS:
            yield from _inside(element, tag)


def _boxes(element: ET.Element) -> Iterator[ET.Element]:
    """The text boxes inside a paragraph, each once: Word writes it a second time for older versions."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != f"{MC}Fallback":
            yield from _boxes(child)
