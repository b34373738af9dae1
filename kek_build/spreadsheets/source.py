# The things of a concept as their files say them: plain data, before any model has given it a meaning. What is exported
# from here and comes back unchanged is, to the letter, what stands in the files.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from kek_build.concept import Konzept
from kek_build.concept.entries import KINDS
from kek_build.editing import read
from kek_build.editing.change import read as parse
from kek_build.reading.folder import FOLDERS, LISTS
from kek_build.spreadsheets.layout import EXCHANGED, Sheet, own_key


@dataclass(frozen=True)
class Thing:
    """A thing as its file says it."""

    key: str
    file: PurePosixPath
    path: tuple[str | int, ...]
    """Where it stands in the file."""
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Source:
    """The files of a concept."""

    konzept: Konzept
    things: Mapping[str, Mapping[str, Thing]]
    """All things of each exchanged kind, by their key."""
    texts: Mapping[PurePosixPath, str]
    """The text of each file that holds one."""

    def file_of(self, kind: str, key: str) -> PurePosixPath:
        """Where a new thing goes."""
        model = KINDS[kind][0]
        folder = next((name for name, found in FOLDERS.items() if found.model is model), None)
        if folder:
            return PurePosixPath(self.konzept.folder, folder, f"{key}.yml")
        return PurePosixPath(self.konzept.folder, next(name for name, found in LISTS.items() if found is model))


def read_source(konzept: Konzept, root: Path) -> Source:
    """Read the files of a concept as plain data.

    Args:
        konzept: the concept, which is without problems.
        root: the project.
    """
    texts: dict[PurePosixPath, str] = {}
    documents: dict[PurePosixPath, Any] = {}
    things: dict[str, dict[str, Thing]] = {kind: {} for kind in EXCHANGED}
    for entry in konzept.entries.values():
        if entry.kind not in EXCHANGED:
            continue
        file, path = entry.origin.file, entry.origin.path
        if file not in documents:
            texts[file] = read(root, file)
            documents[file] = parse(texts[file], file).data
        data = at(documents[file], path)
        key = data[own_key(entry.kind)]
        things[entry.kind][key] = Thing(key, file, path, data)
    return Source(konzept, things, texts)


def at(data: Any, path: Sequence[str | int]) -> Any:
    """What stands at a path; None when there is nothing."""
    for part in path:
        if isinstance(part, int):
            data = data[part] if isinstance(data, list) and part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, Mapping) else None
    return data


def rows(sheet: Sheet, data: Mapping[str, Any]) -> list[tuple[tuple[int, ...], Any]]:
    """The rows that a thing has on a sheet: the place of each, counted from 1, and what stands there."""
    found: list[tuple[tuple[int, ...], Any]] = [((), data)]
    for step in sheet.steps:
        found = [row for place, value in found for row in _entries(step.way, value, place, nests=step.nests)]
    return found


def _entries(
    way: tuple[str, ...], value: Any, place: tuple[int, ...], *, nests: bool
) -> list[tuple[tuple[int, ...], Any]]:
    found = []
    for number, inner in enumerate(at(value, way) or (), 1):
        found.append(((*place, number), inner))
        if nests:
            found += _entries(way, inner, (*place, number), nests=True)
    return found
