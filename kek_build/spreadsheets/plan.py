# Plans an import: which files change and how, tried out aside before anything is written. What would be wrong is told
# where people can mend it, in the cell of their table.
from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from kek_build.concept import Konzept
from kek_build.editing import Remove, Set, change, render, write
from kek_build.editing.files import encoding_of, try_out
from kek_build.errors import ContentError, Problem
from kek_build.reading.folder import LISTS
from kek_build.reading.strict_yaml import Document, Node, parse
from kek_build.rules import Rule
from kek_build.schemas import with_reference
from kek_build.spreadsheets.assignment import Assignment
from kek_build.spreadsheets.draft import Draft, drafts
from kek_build.spreadsheets.files import TableFile
from kek_build.spreadsheets.grid import Cell, Reader, problem_at
from kek_build.spreadsheets.layout import EXCHANGED
from kek_build.spreadsheets.source import Source, read_source

_FIRST_NAMED = re.compile(r"„(\w+)“")
_NOTHING_TAKEN = "in der Tabelle; es wurde nichts übernommen"


@dataclass(frozen=True)
class Plan:
    """An import that is possible."""

    files: Mapping[PurePosixPath, str]
    """The new text of each file that changes or is new, relative to the project."""
    before: Mapping[PurePosixPath, str]
    new: tuple[str, ...]
    """The things that are new, by kind and key: `massnahme 1-44`."""
    changed: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]
    """The things that lose something, and what: `2 Einträge unter „punkte“`."""
    unchanged: int
    left_out: tuple[str, ...]
    """Sheets that nobody knows."""
    understood: bool
    """Whether the file holds any table that could be read."""

    def diff(self) -> str:
        """The lines that change, as `git diff` shows them."""
        found: list[str] = []
        for name, text in self.files.items():
            old = self.before.get(name, "")
            here = "/dev/null" if name not in self.before else str(name)
            found += difflib.unified_diff(old.splitlines(), text.splitlines(), here, str(name), lineterm="", n=0)
        return "\n".join(found)

    def carry_out(self, root: Path) -> None:
        """Write all files, or none.

        Args:
            root: the project.

        Raises:
            ContentError: the content has changed meanwhile and the result would have problems.
            OSError: a file cannot be written; all is as before.
        """
        write(root, self.files)


@dataclass
class _File:
    """A file that an import changes, and where its values come from."""

    text: str
    cells: dict[tuple[str | int, ...], Cell]


def plan(
    konzept: Konzept, root: Path, file: TableFile, *, assignment: Assignment | None = None,
    kinds: Sequence[str] = EXCHANGED,
) -> Plan:  # fmt: skip
    """Plan an import and try it out aside.

    Args:
        konzept: the concept that the tables belong to.
        root: the project.
        file: the tables.
        assignment: which column is which value; without it the tables are as we write them.
        kinds: the kinds of thing to look for.

    Raises:
        ContentError: something in the file is wrong, with the cells; nothing would be taken over.
    """
    source = read_source(konzept, root)
    reader = Reader(file)
    grid = reader.assigned(assignment) if assignment else reader.own(kinds)
    if reader.problems:
        raise ContentError(reader.problems, _NOTHING_TAKEN)

    def tell(cell: Cell, message: str, expected: str | None, rule: Rule) -> None:
        reader.problems.append(problem_at(file, cell, message, expected, rule=rule))

    made: list[tuple[str, Draft]] = []
    for kind in EXCHANGED:
        if tables := [table for table in grid.tables if table.sheet.kind == kind]:
            made += [(kind, draft) for draft in drafts(source, kind, tables, tell)]
    if reader.problems:
        raise ContentError(reader.problems, _NOTHING_TAKEN)
    moved = [(kind, draft) for kind, draft in made if draft.old is None or draft.data != draft.old.data]
    files = _files(source, moved)
    contents = {name: encoding_of(root / name).encode(found.text) for name, found in files.items()}
    try:
        if contents:
            try_out(root, contents)
    except ContentError as error:
        raise ContentError([_in_table(one, files, file) for one in error.problems], _NOTHING_TAKEN) from None
    return Plan(
        files={name: found.text for name, found in files.items()},
        before={name: source.texts[name] for name in files if name in source.texts},
        new=tuple(f"{kind} {draft.key}" for kind, draft in moved if draft.old is None),
        changed=tuple(f"{kind} {draft.key}" for kind, draft in moved if draft.old is not None),
        dropped=tuple(
            (f"{kind} {draft.key}", ", ".join(lost))
            for kind, draft in moved
            if draft.old is not None and (lost := [*_lost(draft.old.data, draft.data)])
        ),
        unchanged=len(made) - len(moved),
        left_out=grid.left_out,
        understood=bool(grid.tables),
    )


def _lost(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """What a thing says today and would not say any more."""
    for key, value in old.items():
        if count := _entries(value) - _entries(new.get(key)):
            if count > 0:
                yield f"{count} {'Eintrag' if count == 1 else 'Einträge'} unter „{key}“"
        elif key not in new:
            yield f"„{key}“"


def _entries(value: Any) -> int:
    """How many entries a list has, with those of the lists in it."""
    if isinstance(value, Mapping):
        return sum(map(_entries, value.values()))
    return len(value) + sum(map(_entries, value)) if isinstance(value, list) else 0


def _files(source: Source, moved: Sequence[tuple[str, Draft]]) -> dict[PurePosixPath, _File]:
    """The new text of every file, and the cells behind its values."""
    changes: dict[PurePosixPath, list[Set | Remove]] = {}
    cells: dict[PurePosixPath, dict[tuple[str | int, ...], Cell]] = {}
    added: dict[PurePosixPath, int] = {}
    found: dict[PurePosixPath, _File] = {}
    for kind, draft in moved:
        name = draft.old.file if draft.old else source.file_of(kind, draft.key)
        path: tuple[str | int, ...] = draft.old.path if draft.old else ()
        is_list = name.name in LISTS
        if draft.old is None and is_list:
            index = added.setdefault(name, sum(thing.file == name for thing in source.things[kind].values()))
            added[name] += 1
            path = (index,)
        cells.setdefault(name, {}).update(
            {(*path, *way): cell for way, cell in {(): draft.cell, **draft.cells}.items()}
        )
        if draft.old:
            changes.setdefault(name, []).extend(_differences(draft.old.data, draft.data, path))
        elif not is_list:
            found[name] = _File(with_reference(render(draft.data, name), name), cells[name])
        elif name in source.texts:
            changes.setdefault(name, []).append(Set(path, draft.data))
        else:
            before = parse(found[name].text, name) if name in found else None
            entries = [*before.data, draft.data] if isinstance(before, Document) else [draft.data]
            found[name] = _File(with_reference(render(entries, name), name), cells[name])
    for name, wanted in changes.items():
        found[name] = _File(change(source.texts[name], name, wanted), cells[name])
    return dict(sorted(found.items()))


def _differences(old: Any, new: Any, path: tuple[str | int, ...]) -> list[Set | Remove]:
    """The fewest changes that make one value of another."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        found: list[Set | Remove] = []
        for key, value in new.items():
            found += _differences(old[key], value, (*path, key)) if key in old else [Set((*path, key), value)]
        return [*found, *(Remove((*path, key)) for key in old if key not in new)]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [one for n, pair in enumerate(zip(old, new, strict=True)) for one in _differences(*pair, (*path, n))]
    return [] if old == new else [Set(path, new)]


def _in_table(problem: Problem, files: Mapping[PurePosixPath, _File], file: TableFile) -> Problem:
    """A problem of the content that an import would make, in the cell that it comes from."""
    found = files.get(problem.file)
    if found is None or problem.file.name == "adressen.txt":
        return problem
    document = parse(found.text, problem.file)
    path = _path_at(document.root, problem.line, problem.column) if isinstance(document, Document) else ()
    if problem.rule is Rule.MISSING_KEY and (key := _FIRST_NAMED.match(problem.message)):
        # What is missing has a column, though it stands nowhere in the file.
        columns = [(*path[:length], key[1]) for length in range(len(path), -1, -1)]
        path = next((column for column in columns if column in found.cells), path)
    while path and path not in found.cells:
        path = path[:-1]
    cell = found.cells.get(path) or next(iter(found.cells.values()))
    return problem_at(file, cell, problem.message, problem.expected, guess=problem.suggestion, rule=problem.rule)


def _path_at(node: Node, line: int, column: int) -> tuple[str | int, ...]:
    """The way to what stands at a line and a column of a file."""
    best: tuple[tuple[int, int], str | int, Node] | None = None
    for key, child in node.children.items():
        start = child.key or (child.line, child.column)
        if start <= (line, column or 10_000) and (best is None or start >= best[0]):
            best = (start, key, child)
    if best is None or line > max(best[2].last_line, best[0][0]):
        return ()
    return (best[1], *_path_at(best[2], line, column))
