# What the content shall say after an import: each thing as plain data, built from what it says today and from the
# rows. For every place it knows the cell that it came from.
from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kek_build.rules import Rule
from kek_build.spreadsheets.grid import Cell, Line, Table
from kek_build.spreadsheets.layout import Column, Step, own_key
from kek_build.spreadsheets.names import Names
from kek_build.spreadsheets.source import Source, Thing, at

Path = tuple[str | int, ...]
Spots = dict[tuple[int, ...], tuple[Any, Path]]
"""Objects and the way to them, by their place on a sheet."""
Tell = Callable[[Cell, str, str | None, Rule], None]


@dataclass
class Draft:
    """A thing as it shall be."""

    key: str
    old: Thing | None
    """The thing as it is; None for a new one."""
    cell: Cell
    data: dict[str, Any]
    cells: dict[Path, Cell] = field(default_factory=dict)
    """The cell behind each value, by its place in the thing."""
    spots: dict[tuple[Step, ...], Spots] = field(default_factory=dict)
    """The entries of each list that was made anew, by the place that its sheet calls them by."""


def drafts(source: Source, kind: str, tables: list[Table], tell: Tell) -> list[Draft]:
    """Build the things that a file speaks of.

    Args:
        source: the content.
        kind: the kind of thing.
        tables: what the file holds of that kind, lists before the lists in them.
        tell: notes what is wrong with a cell.
    """
    builder = _Builder(source, kind, tell)
    for table in tables:
        if not table.sheet.steps:
            builder.things(table)
    for table in tables:
        if table.sheet.steps:
            builder.lists(table)
    return list(builder.found.values())


class _Builder:
    def __init__(self, source: Source, kind: str, tell: Tell) -> None:
        self.known = source.things[kind]
        self.kind = kind
        self.names = Names(source.konzept)
        self.tell = tell
        self.found: dict[str, Draft] = {}
        self.whole = False
        """Whether the file holds the sheet of the things themselves."""
        self.folded = {key.lower(): key for key in self.known}

    def things(self, table: Table) -> None:
        """Take over what the rows say of the things themselves."""
        self.whole = True
        for line in table.lines:
            if first := self.found.get(line.thing):
                message = f"„{line.thing}“ steht schon in Zeile {first.cell.row}."
                self.tell(line.cell, message, "jede Nummer einmal", Rule.TABLE_CELL)
                continue
            draft = self._draft(line)
            draft.data.setdefault(own_key(self.kind), line.thing)
            self._overlay(draft, draft.data, (), line, table.separator)

    def lists(self, table: Table) -> None:
        """Make the lists anew from their rows, entries that stay with all that the sheet does not show."""
        by_thing: dict[str, list[Line]] = {}
        for line in table.lines:
            if line.thing in self.found or (line.thing in self.known and not self.whole):
                by_thing.setdefault(line.thing, []).append(line)
            else:
                where = "in der Tabelle der Einträge" if self.whole else "im Konzept"
                self.tell(line.cell, f"„{line.thing}“ gibt es {where} nicht.", None, Rule.TABLE_CELL)
        whole = self.whole and table.separator is None  # a list of the county's own takes nothing away
        for thing in list(self.found) if whole else by_thing:
            lines = by_thing.get(thing, [])
            draft = self.found.get(thing) or self._draft(lines[0])
            steps = table.sheet.steps
            spots = draft.spots[steps] = {}
            for above, parent in _parents(draft, steps[:-1]).items():
                self._fill(draft, parent, above, lines, table)
            for line in lines:
                if line.place is not None and line.place not in spots:
                    here, parts = ".".join(map(str, line.place)), line.place[:-1]
                    message = f"Die Stelle „{here}“ gehört zu „{'.'.join(map(str, parts))}“, die es nicht gibt."
                    self.tell(line.cell, message, None, Rule.TABLE_CELL)

    def _draft(self, line: Line) -> Draft:
        old = self.known.get(line.thing)
        other = self.folded.get(line.thing.lower())
        if old is None and other:
            self.tell(
                line.cell, f"„{line.thing}“ gibt es schon, in anderer Schreibung: „{other}“.", other, Rule.TABLE_CELL
            )
        draft = Draft(line.thing, old, line.cell, copy.deepcopy(dict(old.data)) if old else {})
        self.found[line.thing] = draft
        return draft

    def _fill(
        self, draft: Draft, spot: tuple[Any, Path], place: tuple[int, ...], lines: list[Line], table: Table
    ) -> None:
        """Make one list from its rows."""
        parent, path = spot
        step = table.sheet.steps[-1]
        depth = len(place) + 1
        here = [line for line in lines if line.place and len(line.place) == depth and line.place[:-1] == place]
        here.sort(key=lambda line: line.place or ())
        here += [line for line in lines if line.place is None] if not place else []
        old = at(parent, step.way) or []
        entries: list[Any] = []
        for line in here:
            if line.place in draft.spots[table.sheet.steps]:
                self.tell(line.cell, "Diese Stelle hat schon eine andere Zeile.", None, Rule.TABLE_CELL)
                continue
            before = self._stood(old, line)
            where = (*path, *step.way, len(entries))
            entry: Any = copy.deepcopy(before) if isinstance(before, dict) else {}
            if () in {column.way for column in line.values}:  # a list of texts
                column = next(iter(line.values))
                entry = _same_or(before, line.values[column])
                draft.cells[where] = line.cells[column]
            else:
                self._overlay(draft, entry, where, line, table.separator)
            if not entry:
                self.tell(line.cell, "Die Zeile ist leer.", None, Rule.TABLE_CELL)
                continue
            entries.append(entry)
            draft.cells.setdefault(where, line.cell)
            if line.place:
                draft.spots[table.sheet.steps][line.place] = (entry, where)
                if step.nests:
                    self._fill(draft, (entry, where), line.place, lines, table)
        _put(parent, step.way, entries)

    def _stood(self, old: list[Any], line: Line) -> Any:
        """The entry of a list that a row is about; None for a new one."""
        if line.place:
            return old[line.place[-1] - 1] if line.place[-1] <= len(old) else None
        said = {column.way: self.names.reference(column, text) for column, text in line.values.items() if text}
        return next((one for one in old if all(at(one, way) == text for way, text in said.items())), None)

    def _overlay(self, draft: Draft, data: dict[str, Any], path: Path, line: Line, separator: str | None) -> None:
        """Put what a row says into an object."""
        for column, text in line.values.items():
            draft.cells[(*path, *column.way)] = line.cells[column]
            old = at(data, column.way)
            if text or separator is None:
                several = self._several(column, text, old, separator) if column.several else None
                _put(data, column.way, self._single(column, text, old) if several is None else several)

    def _single(self, column: Column, text: str, old: Any) -> str:
        return _same_or(old, self.names.reference(column, text)) if text else ""

    def _several(self, column: Column, text: str, old: Any, separator: str | None) -> list[str]:
        parts = text.split("\n") if column.separator == "\n" and not separator else [
            part for one in text.split("\n") for part in one.split(separator or ";")
        ]  # fmt: skip
        new = [self.names.reference(column, part.strip()) for part in parts if part.strip()]
        same = isinstance(old, list) and [str(one).strip() for one in old] == new
        return old if same else new


def _parents(draft: Draft, steps: tuple[Step, ...]) -> Spots:
    """The objects that hold the lists of a sheet, by their place on the sheet above."""
    if steps in draft.spots:
        return draft.spots[steps]
    found: Spots = {(): (draft.data, ())}
    for step in steps:
        below: Spots = {}
        for place, (value, path) in found.items():
            _below(step, value, place, path, below)
        found = below
    return found


def _below(step: Step, value: Any, place: tuple[int, ...], path: Path, found: Spots) -> None:
    for index, entry in enumerate(at(value, step.way) or ()):
        where = (*path, *step.way, index)
        found[(*place, index + 1)] = (entry, where)
        if step.nests:
            _below(step, entry, (*place, index + 1), where, found)


def _same_or(old: Any, new: str) -> str:
    """A value that says the same but for blanks around it stays as it is."""
    return old if isinstance(old, str) and old.strip() == new else new


def _put(data: Any, way: tuple[str, ...], value: Any) -> None:
    """Set a value, or take its key away when it is empty, and objects around it that hold nothing then."""
    key, *rest = way
    if rest:
        inner = data.get(key)
        inner = inner if isinstance(inner, dict) else {}
        _put(inner, tuple(rest), value)
        value = inner
    if value in ("", [], {}):
        data.pop(key, None)
    else:
        data[key] = value
