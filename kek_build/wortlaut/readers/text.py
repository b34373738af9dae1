# Reads plain text and Markdown: the two mix in practice, where a text was copied or converted from a PDF. Tables are
# lines with bars or with tabs; lists inside their cells are HTML.
from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

from kek_build.wortlaut.cleaning import LONG_LINE, clean, mend_inside, running_lines
from kek_build.wortlaut.document import Block, Cell, Document, Line, Paragraph, Place, Row, make
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.paragraphs import Printed, paragraphs, without_sign
from kek_build.wortlaut.readers.limits import MAX_LINES, unreadable

_BARS = re.compile(r"\s*\|(?P<cells>.*)\|\s*")
_RULE = re.compile(r"[\s|:+-]+")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|p|ul|ol|li|br|span|div)\b[^<>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_DEEPEST = 3
"""So deep marks of emphasis stand inside each other."""
_BREAK = re.compile(r"(?:  +|\\)$")


def decode(data: bytes, name: str) -> str:
    """The text of a file.

    Raises:
        SetupError: it is no text, or written in an encoding that can only be guessed.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data:
        raise unreadable(name, "Die Datei enthält Binärdaten und keinen Text.",
                         "Lesen lassen sich .docx, .pdf, .md und .txt.")  # fmt: skip
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise unreadable(
            name,
            f"In Zeile {line} steht ein Zeichen, das nicht als UTF-8 gespeichert ist (vermutlich Windows-1252).",
            "Speichern Sie die Datei mit der Zeichenkodierung UTF-8.",
        ) from None


def read(data: bytes, name: str, numbers: Numbers) -> Document:
    """Read a text.

    Args:
        data: the file.
        name: how messages call it.
        numbers: the numbers of the concept, which begin paragraphs.

    Raises:
        SetupError: it cannot be read.
    """
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    pages = text.split("\f")
    lines: list[list[tuple[int, str]]] = []
    count = 0
    for page in pages:
        raw = page.split("\n")
        lines.append([(count + index, line) for index, line in enumerate(raw, 1)])
        count += len(raw) - (0 if page is pages[-1] else 1)
    if count > MAX_LINES:
        raise unreadable(name, f"Der Text hat mehr als {MAX_LINES:,} Zeilen.".replace(",", "."),
                         "Nehmen Sie nur den Teil, in dem der Wortlaut steht.")  # fmt: skip
    if not text.strip():
        raise unreadable(name, "Die Datei ist leer.", "Nehmen Sie die Datei mit dem beschlossenen Text.")
    printed_pages = [[Line(clean(line), Place(number)) for number, line in page if line.strip()] for page in lines]
    running = running_lines(printed_pages) if len(pages) > 1 else set()
    blocks = _blocks(lines, {line.place.number for line in running}, numbers)
    return make(name, blocks, sorted(running, key=lambda line: line.place))


def _blocks(pages: list[list[tuple[int, str]]], running: set[int], numbers: Numbers) -> Iterator[Block]:
    every = [line for page in pages for _, line in page]
    gap_from = 2 if _is_double_spaced(every) else 1
    indented = _indents_first_lines(every)
    waiting: list[Printed] = []
    in_table = False
    for page in pages:
        blanks, first = 0, True
        for number, raw in page:
            if number in running:
                continue
            if not raw.strip():
                blanks, in_table = blanks + 1, False
                continue
            row = _row(raw, Place(number), numbers, in_table=in_table)
            in_table = row is not None
            if row is not None:
                yield from paragraphs(waiting, numbers)
                waiting = []
                if row.cells:
                    yield row
                blanks, first = 1, False
                continue
            indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
            said = mend_inside(_inline(raw))
            if said:
                gap = blanks >= gap_from
                waiting.append(Printed(said, Place(number), indent, gap, begins=indented and indent > 0,
                                       page_start=first and page is not pages[0]))  # fmt: skip
            blanks, first = 0, False
            if _BREAK.search(raw) and gap_from == 1 and raw.lstrip().startswith("#"):
                blanks = 1
    yield from paragraphs(waiting, numbers)


def _is_double_spaced(lines: list[str]) -> bool:
    """Whether nearly every line is followed by a blank one, as some converters of PDF files write."""
    written = [index for index, line in enumerate(lines[:-1]) if line.strip()]
    followed = sum(not lines[index + 1].strip() for index in written)
    listed = sum(1 for index in written if len(lines[index].strip()) < 100)
    return len(written) >= 20 and followed > 0.8 * len(written) and listed > 0.9 * len(written)


def _indents_first_lines(lines: list[str]) -> bool:
    """Whether paragraphs begin with an indent, which is all that is left where a converter has lost the bullets."""
    written = [line.expandtabs(4) for line in lines if line.strip() and not without_sign(line.strip())[1]]
    indents = [len(line) - len(line.lstrip()) for line in written]
    steps = list(pairwise(indents))
    hanging, block = sum(a > 0 == b for a, b in steps), sum(a == b > 0 for a, b in steps)
    return hanging >= 10 and hanging > block


def _row(raw: str, place: Place, numbers: Numbers, *, in_table: bool) -> Row | None:
    """A line as a row of a table; one without cells for the rule below a table's head; None for no row.

    A line that only begins or ends with a tab is a row where the line above is one.
    """
    if bars := _BARS.fullmatch(raw):
        if _RULE.fullmatch(raw):
            return Row((), place)
        cells = re.split(r"(?<!\\)\|", bars["cells"])
    elif "\t" in (raw.strip(" ") if in_table else raw.strip()):
        cells = raw.split("\t")
    else:
        return None
    return Row(tuple(_cell(cell.replace("\\|", "|"), place, numbers) for cell in cells), place)


def _cell(text: str, place: Place, numbers: Numbers) -> Cell:
    parser = _CellParser()
    parser.feed(text)
    parser.close()
    found: list[Paragraph] = []
    for part, depth in parser.parts():
        lines = [line for raw in part.split("\n") if (line := mend_inside(_plain(raw)))]
        if depth:
            said, _ = without_sign(" ".join(lines))
            found += [Paragraph(said, place, depth)] if said else []
        else:
            found += paragraphs([Printed(line, place) for line in lines], numbers)
    return tuple(found)


def _inline(raw: str) -> str:
    """A line without the marks of Markdown and HTML."""
    parser = _CellParser()
    if _TAG.search(raw):
        parser.feed(raw)
        parser.close()
        raw = " ".join(part for part, _ in parser.parts())
    return _plain(raw)


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    for _ in range(_DEEPEST if len(text) < LONG_LINE else 0):
        text = _EMPHASIS.sub(r"\2", text)
    # Emphasis may begin in one line and end in another.
    return clean(re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", text.replace("**", "")))


class _CellParser(HTMLParser):
    """The paragraphs and lists in a cell; tags that only dress the text go."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[tuple[list[str], int]] = [([], 0)]
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in {"ul", "ol"}:
            self._depth += 1
        elif tag == "li":
            self._parts.append(([], max(1, self._depth)))
        elif tag in {"p", "div"}:
            self._parts.append(([], 0))
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._depth = max(0, self._depth - 1)
            self._parts.append(([], self._depth))
        elif tag in {"p", "div", "li"}:
            self._parts.append(([], 0))

    def handle_data(self, data: str) -> None:
        self._parts[-1][0].append(data)

    def parts(self) -> Iterator[tuple[str, int]]:
        for words, depth in self._parts:
            if text := "".join(words).strip():
                yield text, depth
