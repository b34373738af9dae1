# A table as the sheet of a workbook, with real numbers, dates and links. The rows are written as XML here, because the
# library that writes the rest of the workbook takes longer for them than all pages of a large concept take: it makes
# objects of every cell, tests what is in it, and finds out how to write each element anew.
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

from kek_build.data.archive import Packed, pack
from kek_build.data.csv import FALSE, TRUE
from kek_build.data.shape import number
from kek_build.data.table import Column, Table, Value

BOLD, WRAPPED, LINK, DATE, NUMBER = 1, 2, 3, 4, 5
"""The looks of cells, in the order in which the workbook lists them."""
_CELL_LIMIT = 32_767
"""How many characters a cell may hold."""
_LINK_LIMIT = 65_530
"""How many links a sheet may have; further ones are text."""
_WIDTHS = {"integer": 10, "number": 12, "boolean": 12, "date": 13, "uri": 28}
_NARROW, _WIDE = 16, 48
_ROWS_AT_ONCE = 500
_NO_DAY = date(1899, 12, 30)
"""The day before the first that spreadsheets count, as far as they count rightly: from March 1900 on."""
_FIRST_RIGHT = 61
_SPECIAL = re.compile(r"[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|^\s|\s\Z")
"""What text may not hold in XML as it is."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Sheet:
    """A sheet, as its workbook holds it."""

    page: Packed
    links: Packed | None
    """Where its links lead, if it has any."""

    def written(self) -> bytes:
        """As bytes, for keeping."""
        page = self.page.written()
        return len(page).to_bytes(8) + page + (self.links.written() if self.links else b"")

    @classmethod
    def read(cls, written: bytes) -> Sheet:
        """What `written` gave."""
        end = 8 + int.from_bytes(written[:8])
        return cls(Packed.read(written[8:end]), Packed.read(written[end:]) if written[end:] else None)


def sheet(table: Table) -> Sheet:
    """A table as a sheet: a head that stays in sight and filters, below it the rows."""
    cells = _Cells(table)
    page = pack(piece.encode() for piece in cells.page())
    return Sheet(page, pack(piece.encode() for piece in cells.relations()) if cells.links else None)


class _Cells:
    """Writes the cells of a table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._columns = table.kind.columns
        self._letters = [letters(index) for index in range(len(self._columns))]
        self.links: list[tuple[str, str]] = []
        """The place of each link, and where it leads."""

    def page(self) -> Iterator[str]:
        """The sheet, piece by piece."""
        yield _head(_width(column, index, self._table) for index, column in enumerate(self._columns))
        yield '<row r="1">'
        yield "".join(
            f'<c r="{letter}1" s="{BOLD}" t="inlineStr">{_text(column.title)}</c>'
            for letter, column in zip(self._letters, self._columns, strict=True)
        )
        yield "</row>"
        rows = self._table.rows
        for begin in range(0, len(rows), _ROWS_AT_ONCE):
            yield "".join(
                self._row(row, place) for place, row in enumerate(rows[begin : begin + _ROWS_AT_ONCE], begin + 2)
            )
        yield f'</sheetData><autoFilter ref="{area(self._table.kind.columns, len(rows))}" />'
        if self.links:
            yield "<hyperlinks>"
            for count, (place, _) in enumerate(self.links, 1):
                yield f'<hyperlink xmlns:r="{_OFFICE}" ref="{place}" r:id="rId{count}" />'
            yield "</hyperlinks>"
        yield '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5" /></worksheet>'

    def relations(self) -> Iterator[str]:
        """Where the links lead, piece by piece."""
        yield f'<Relationships xmlns="{_PACKAGE}">'
        for count, (_, target) in enumerate(self.links, 1):
            address = escape(target, {'"': "&quot;"})
            kind = f"{_OFFICE}/hyperlink"
            yield f'<Relationship Type="{kind}" Target="{address}" TargetMode="External" Id="rId{count}" />'
        yield "</Relationships>"

    def _row(self, row: tuple[Value, ...], place: int) -> str:
        cells = [
            f'<c r="{letter}{place}" t="inlineStr">{_text(value)}</c>'
            if type(value) is str and column.type != "uri"
            else self._cell(f"{letter}{place}", value)
            for letter, column, value in zip(self._letters, self._columns, row, strict=True)
            if value is not None
        ]
        return f'<row r="{place}">{"".join(cells)}</row>'

    def _cell(self, place: str, value: Value) -> str:
        match value:
            case str():  # an address
                if len(self.links) == _LINK_LIMIT:
                    return f'<c r="{place}" t="inlineStr">{_text(value)}</c>'
                self.links.append((place, value))
                return f'<c r="{place}" s="{LINK}" t="inlineStr">{_text(value)}</c>'
            case bool():
                return f'<c r="{place}" t="inlineStr"><is><t>{TRUE if value else FALSE}</t></is></c>'
            case Decimal():
                return f'<c r="{place}" s="{NUMBER}" t="n"><v>{number(value):.16g}</v></c>'
            case date():
                return f'<c r="{place}" s="{DATE}" t="n"><v>{_day(value)}</v></c>'
            case _:
                return f'<c r="{place}" t="n"><v>{value}</v></c>'


def _head(widths: Iterator[int]) -> str:
    columns = (
        f'<col width="{width}" customWidth="1" min="{place}" max="{place}" />' for place, width in enumerate(widths, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}">'
        '<sheetPr><outlinePr summaryBelow="1" summaryRight="1" /><pageSetUpPr /></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen" />'
        '<selection pane="topRight" /><selection pane="bottomLeft" />'
        '<selection pane="bottomRight" activeCell="A1" sqref="A1" /></sheetView></sheetViews>'
        f'<sheetFormatPr baseColWidth="8" defaultRowHeight="15" /><cols>{"".join(columns)}</cols><sheetData>'
    )


def letters(index: int) -> str:
    """What spreadsheets call a column, from 0: `A`, `Z`, `AA`."""
    before, last = divmod(index, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def area(columns: tuple[Column, ...], count: int) -> str:
    """The cells of a table with its head: `A1:F1108`."""
    return f"A1:{letters(len(columns) - 1)}{count + 1}"


@lru_cache(maxsize=5000)  # titles, names and words for relations stand in many cells
def _text(text: str) -> str:
    """A text as the inside of a cell; no text is taken for a formula."""
    text = text[:_CELL_LIMIT]
    if not _SPECIAL.search(text):
        return f"<is><t>{text}</t></is>" if text else ""
    kept = ' xml:space="preserve"' if text.strip() not in {"", text} else ""
    return f"<is><t{kept}>{escape(_FORBIDDEN.sub('', text), {chr(13): '&#13;'})}</t></is>"


def _day(day: date) -> int:
    """A day as spreadsheets count it; they know a 29 February 1900."""
    count = (day - _NO_DAY).days
    return count - 1 if 0 < count < _FIRST_RIGHT else count


def _width(column: Column, index: int, table: Table) -> int:
    """Wide enough for short texts, and not so wide that long ones push all else out of sight."""
    if width := _WIDTHS.get(column.type):
        return max(width, min(len(column.title) + 4, 24))
    longest = max((len(str(row[index])) for row in table.rows if row[index]), default=0)
    return max(_NARROW, min(longest + 2, _WIDE))
