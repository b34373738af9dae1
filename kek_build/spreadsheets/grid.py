# From the sheets of a file to rows of known columns: which sheet is which, where its heads stand, which column is which
# value, and what in a cell cannot be taken. Every value keeps its cell, so that whatever is wrong with it later can be
# told there.
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kek_build.data.shape import Figure, Moment
from kek_build.errors import Problem
from kek_build.reading.suggestions import fold, nearest
from kek_build.rules import Rule
from kek_build.spreadsheets.assignment import IGNORED, Assignment, heads_of, targets
from kek_build.spreadsheets.files import CellValue, RawSheet, Row, TableFile, Unreadable, as_text, cell_name
from kek_build.spreadsheets.layout import EXCHANGED, PLACE, Column, Sheet, own_key, sheets
from kek_build.spreadsheets.workbook import INTRO


@dataclass(frozen=True)
class Cell:
    """Where a value stands in the file."""

    sheet: str
    row: int
    column: int
    head: str


@dataclass(frozen=True)
class Line:
    """A row: what it says of one thing, or of one entry in a list of it."""

    thing: str
    place: tuple[int, ...] | None
    """Where it stands in the list; None at its end."""
    values: Mapping[Column, str]
    """What stands in the columns that the file has; empty where the cell is."""
    cells: Mapping[Column, Cell]
    cell: Cell
    """The cell that names the thing."""


@dataclass(frozen=True)
class Table:
    """A sheet that was understood."""

    sheet: Sheet
    lines: tuple[Line, ...]
    separator: str | None = None
    """What parts several values of a cell; None: as in our own workbooks."""


@dataclass(frozen=True)
class Grid:
    """What a file holds."""

    tables: tuple[Table, ...]
    left_out: tuple[str, ...]
    """Sheets that nobody knows, by name."""


@dataclass(frozen=True)
class _Heads:
    """Which column of a sheet is what, by its place."""

    sheet: Sheet
    columns: Mapping[int, Column]
    named: int
    """The column that names the thing."""
    place: int | None


class Reader:
    """Reads the tables of a file and notes what is wrong."""

    def __init__(self, file: TableFile) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def own(self, kinds: Sequence[str] = EXCHANGED) -> Grid:
        """The tables of a workbook as we write them, or of one CSV file with such columns."""
        by_name = {sheet.name: sheet for kind in kinds for sheet in sheets(kind)}
        tables, left_out = [], []
        for raw in self.file.sheets:
            sheet = by_name.get(raw.name)
            if sheet is None and not self.file.is_workbook:
                sheet = sheets(kinds[0])[0] if len(kinds) == 1 else None
            if sheet is None:
                left_out += [raw.name] if raw.name != INTRO else []
            elif raw.rows and (table := self._own(raw, sheet)):
                tables.append(table)
        return Grid(tuple(tables), tuple(left_out))

    def _own(self, raw: RawSheet, sheet: Sheet) -> Table | None:
        head, *rows = raw.rows
        heads = heads_of(head.cells)
        by_name = {fold(column.title): column for column in sheet.columns} | {fold(c.key): c for c in sheet.columns}
        first = (sheet.thing, PLACE) if sheet.steps else ()
        columns: dict[int, Column] = {}
        places: dict[str, int] = {}
        for index, name in enumerate(heads):
            if name in first:
                places[name] = index
            elif column := by_name.get(fold(name)):
                if column in columns.values():
                    self._tell(_cell(raw, head, index, name), f"Die Spalte „{name}“ gibt es zweimal.")
                columns[index] = column
            elif name or any(row.cells[index] is not None for row in rows if index < len(row.cells)):
                guess = nearest(name, [*first, *(column.title for column in sheet.columns)])
                known = ", ".join([*first, *(c.title for c in sheet.columns)])
                message = f"Die Spalte „{name}“ gibt es hier nicht."
                self._tell(_cell(raw, head, index, name), message, known, guess=guess, rule=Rule.UNKNOWN_KEY)
        key = sheet.thing if sheet.steps else None
        named = places.get(key) if key else next((i for i, c in columns.items() if c is sheet.columns[0]), None)
        if named is None:
            self._tell(_cell(raw, head, 0, sheet.thing), f"Die Spalte „{sheet.thing}“ fehlt.", rule=Rule.MISSING_KEY)
            return None
        found = _Heads(sheet, columns, named, places.get(PLACE))
        return Table(sheet, tuple(line for row in rows if (line := self._line(raw, row, found))))

    def _line(self, raw: RawSheet, row: Row, heads: _Heads) -> Line | None:
        cells = {column: _cell(raw, row, index, column.title) for index, column in heads.columns.items()}
        values = {column: self._value(row, index, column, cells[column]) for index, column in heads.columns.items()}
        here = _cell(raw, row, heads.named, heads.sheet.thing)
        named = _plain(row, heads.named)
        if isinstance(named, Unreadable):
            if heads.named not in heads.columns:  # else it was told as a value
                self._tell(here, named.why)
            return None
        if not named:
            self._tell(here, f"„{heads.sheet.thing}“ fehlt in dieser Zeile.", rule=Rule.MISSING_KEY)
            return None
        if heads.place is None:
            return Line(named, None, values, cells, here)
        text = _plain(row, heads.place)
        if isinstance(text, Unreadable) or not all(part.isdecimal() and int(part) for part in text.split(".") if text):
            why = text.why if isinstance(text, Unreadable) else f"„{text}“ ist keine Stelle."
            self._tell(_cell(raw, row, heads.place, PLACE), why, "2, oder 2.1 für den ersten Punkt darunter")
            return None
        return Line(named, tuple(map(int, text.split("."))) if text else None, values, cells, here)

    def assigned(self, assignment: Assignment) -> Grid:
        """The one table of a file whose columns an assignment names."""
        raw = next((s for s in self.file.sheets if assignment.blatt in {None, s.name} and s.rows), None)
        if raw is None and not self.file.is_workbook:
            raw = next((s for s in self.file.sheets if s.rows), None)
        if raw is None:
            names = ", ".join(sheet.name for sheet in self.file.sheets)
            what = f"Das Blatt „{assignment.blatt}“ gibt es nicht." if assignment.blatt else "Die Datei ist leer."
            self._missing(0, what, names or None)
            return Grid((), ())
        wanted = {" ".join(head.split()): key for head, key in assignment.spalten.items()}
        found = max(
            ([" ".join(name.split()) for name in heads_of(row.cells)] for row in raw.rows),
            key=lambda names: sum(name in wanted for name in names),
        )
        head = next(row for row in raw.rows if [" ".join(n.split()) for n in heads_of(row.cells)] == found)
        there = list(filter(None, found))
        for name in set(wanted) - set(found):
            message = f"Blatt „{raw.name}“: Die Spalte „{name}“ aus der Zuordnung fehlt."
            self._missing(head.number, message, ", ".join(there), nearest(name, there))
        below = [row for row in raw.rows if row.number > head.number]
        for index, name in enumerate(found):
            if name not in wanted and (name or any(_at(row, index) is not None for row in below)):
                expected = f"eine Zeile unter „spalten“, zum Beispiel {name or 'Überschrift'}: {IGNORED}"
                self._tell(
                    _cell(raw, head, index, name), f"Die Spalte „{name}“ steht nicht in der Zuordnung.", expected
                )
        return self._by_target(raw, below, {i: wanted[n] for i, n in enumerate(found) if n in wanted}, assignment)

    def _by_target(
        self, raw: RawSheet, rows: Sequence[Row], columns: Mapping[int, str], assignment: Assignment
    ) -> Grid:
        known = targets(assignment.art)
        name = own_key(assignment.art)
        key = next((index for index, wanted in columns.items() if wanted == name), None)
        if key is None:
            self._missing(0, f"Keiner Spalte ist „{name}“ zugeordnet.", f"eine Zeile unter „spalten“: …: {name}")
            return Grid((), ())
        title = known[name].column.title
        by_sheet: dict[Sheet, list[Line]] = {sheets(assignment.art)[0]: []}
        for row in rows:
            here = _cell(raw, row, key, title)
            thing = self._value(row, key, known[name].column, here)
            if not thing and not isinstance(_at(row, key), Unreadable):
                self._tell(here, f"„{title}“ fehlt in dieser Zeile.", rule=Rule.MISSING_KEY)
            elif thing:
                for sheet, line in self._split(raw, row, columns, assignment, Line(thing, None, {}, {}, here)):
                    by_sheet.setdefault(sheet, []).append(line)
        return Grid(tuple(Table(s, tuple(lines), assignment.trenner) for s, lines in by_sheet.items()), ())

    def _split(
        self, raw: RawSheet, row: Row, columns: Mapping[int, str], assignment: Assignment, named: Line
    ) -> Iterator[tuple[Sheet, Line]]:
        """What a row says of the thing itself, and of the entries of its lists."""
        known = targets(assignment.art)
        main = sheets(assignment.art)[0]
        values: dict[Column, str] = {}
        cells: dict[Column, Cell] = {}
        for index, wanted in columns.items():
            if wanted == IGNORED:
                continue
            column, sheet = known[wanted].column, known[wanted].sheet
            cell = _cell(raw, row, index, column.title)
            text = self._value(row, index, column, cell)
            meaning = assignment.werte.get(wanted, {})
            if sheet is main:
                values[column], cells[column] = meaning.get(text, text), cell
                continue
            for part in filter(None, (one.strip() for one in _parts(text, assignment.trenner))):
                yield sheet, replace(named, values={column: meaning.get(part, part)}, cells={column: cell})
        for key, text in assignment.fest.items():
            if known[key].sheet is main and known[key].column not in values:
                values[known[key].column], cells[known[key].column] = text, named.cell
        yield main, replace(named, values=values, cells=cells)

    def _value(self, row: Row, index: int, column: Column, cell: Cell) -> str:
        text = _plain(row, index, column)
        if isinstance(text, Unreadable):
            self._tell(cell, text.why)
            return ""
        return text

    def _tell(
        self,
        cell: Cell,
        message: str,
        expected: str | None = None,
        *,
        guess: str | None = None,
        rule: Rule = Rule.TABLE_CELL,
    ) -> None:
        self.problems.append(problem_at(self.file, cell, message, expected, guess=guess, rule=rule))

    def _missing(self, row: int, message: str, expected: str | None, guess: str | None = None) -> None:
        name = PurePosixPath(self.file.name)
        self.problems.append(Problem(name, row, 0, message, expected, guess, rule=Rule.MISSING_KEY))


def problem_at(
    file: TableFile, cell: Cell, message: str, expected: str | None, *, guess: str | None = None, rule: Rule
) -> Problem:
    """A problem of a cell: file, row and column for programs, sheet and cell for people."""
    where = f"Zelle {cell_name(cell.row, cell.column)}" + (f" ({cell.head})" if cell.head else "")
    if file.is_workbook:
        where = f"Blatt „{cell.sheet}“, {where}"
    name = PurePosixPath(file.name)
    return Problem(name, cell.row, cell.column, f"{where}: {message}", expected, guess, rule=rule)


def _cell(raw: RawSheet, row: Row, index: int, head: str) -> Cell:
    return Cell(raw.name, row.number, index + 1, head)


def _plain(row: Row, index: int, column: Column | None = None) -> str | Unreadable:
    """What a cell says, as the content writes it."""
    value = _at(row, index)
    if isinstance(value, Unreadable):
        return value
    item = column.item if column else None
    return as_text(value, moment=isinstance(item, Moment), figure=isinstance(item, Figure))


def _at(row: Row, index: int) -> CellValue | Unreadable:
    return row.cells[index] if index < len(row.cells) else None


def _parts(text: str, separator: str) -> list[str]:
    return [part for line in text.split("\n") for part in line.split(separator)]
