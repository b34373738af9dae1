# Tables as CSV that German spreadsheets open rightly with a double click: UTF-8 with a byte order mark, semicolons,
# decimal commas, and no cell that is computed or taken for a date. Form: RFC 4180, but for the separator.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from kek_build.data.table import Table, Value
from kek_build.models.dates import MONTHS

DELIMITER = ";"
LINE_END = "\r\n"
MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""
TRUE, FALSE = "ja", "nein"
_ROWS_AT_ONCE = 500

GUARD = "'"
"""Stands before text that a spreadsheet would change. Whoever reads the file takes one away from every text."""
GUARD_RULE = (
    "Vor Text, den eine Tabellenkalkulation als Formel, Datum oder Zahl verstehen würde („+++“, „1-10“, „=…“, "
    "„01234567“), steht in den CSV-Dateien ein gerades Hochkomma ('). Programme entfernen das erste Hochkomma am "
    "Anfang einer Zelle."
)

_CHANGED = re.compile(
    r"[=+\-@\t\r']"  # what begins so is computed, see OWASP, CSV Injection; and the mark itself
    r"|(?:0\d+|\d{16,}"  # leading zeros and last digits are dropped
    r"|\d[\d.,:/ -]*[.,:/ -][\d.,:/ -]*|\d+(?:[,.]\d+)?[eE]\d+"  # 1-10, 4.3.1, 12:30 and 1E5 are dates and numbers
    rf"|(?:\d{{1,2}}\. ?)?(?:{'|'.join(MONTHS)})(?: \d{{2,4}})?)\Z"  # 31. Dezember 2019
)
"""Text that a spreadsheet would make something else of."""
_QUOTED = re.compile(f'[{DELIMITER}"\\r\\n]')
"""What makes a cell stand in quotes."""


def csv(table: Table) -> Iterator[bytes]:
    """A table as a file, piece by piece: one line of names, then the rows."""
    yield (MARK + line(column.name for column in table.kind.columns)).encode()
    for begin in range(0, len(table.rows), _ROWS_AT_ONCE):
        rows = table.rows[begin : begin + _ROWS_AT_ONCE]
        yield "".join(map(line, rows)).encode()


def line(row: Iterable[Value]) -> str:
    """A row as a line of a file."""
    return DELIMITER.join(map(_written, row)) + LINE_END


def cell(value: Value) -> str:
    """A value as it stands in a cell; nothing for what the document does not say."""
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case bool():
            return TRUE if value else FALSE
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def guarded(text: str) -> str:
    """Text that no spreadsheet computes or takes for something else."""
    return GUARD + text if _CHANGED.match(text) else text


def unguarded(text: str) -> str:
    """The text itself, as `guarded` got it."""
    return text.removeprefix(GUARD)


def _written(value: Value) -> str:
    return _quoted(value) if type(value) is str else cell(value)


@lru_cache(maxsize=5000)  # titles, names and words for relations stand in many cells
def _quoted(text: str) -> str:
    text = guarded(text)
    if _QUOTED.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
