# The things of an edition, read leniently from its files: what is compared. Only what a file says counts, not whether
# the models of today would take it, so an old file with old keys is compared like any other. What was read once is
# kept, by the name that git gives to its content, for the next build.
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from kek_build.editions import kept
from kek_build.editions.source import Source
from kek_build.history.things import State, is_thing, joined, states
from kek_build.reading.files import decode
from kek_build.reading.folder import CONCEPT_FILE, ENDED_FILE
from kek_build.reading.strict_yaml import Document, parse

COMPARED = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "kennzahl")
"""The kinds of thing that editions are compared by."""
_FOLDERS = ("handlungsfelder", "schluesselvorhaben", "massnahmen", "kennzahlen")


@dataclass(frozen=True)
class Things:
    """What an edition says, as far as it is compared."""

    things: Mapping[str, State]
    """Every thing by its reference, fields before the goals in them."""
    concept: Mapping[str, Any]
    """What konzept.yml says."""
    ended: tuple[Mapping[str, Any], ...] = ()
    """What aufgehoben.yml says."""
    unreadable: tuple[PurePosixPath, ...] = ()
    """Files that are no YAML; what they say is not compared."""


_Parsed = dict[tuple[str, str], list[State] | None]


def is_compared(path: PurePosixPath) -> bool:
    """Whether a file, relative to the concept, says anything that is compared."""
    return str(path) in {CONCEPT_FILE, ENDED_FILE} or path.parts[0] in _FOLDERS


def things_of(source: Source, concept: str, file: Path | None = None) -> Things:
    """The things of an edition.

    Args:
        source: its files.
        concept: the short name of the concept.
        file: the file that keeps what was read, for the next time.

    Raises:
        SourceError: files of it are missing.
    """
    known: _Parsed = kept.load(file) or {}
    wanted = {path: mark for path, mark in source.files.items() if is_compared(path)}
    parsed: _Parsed = {}
    fresh = []
    for path, mark in wanted.items():
        key = (str(path), mark)
        if key in known:
            parsed[key] = known[key]
        else:
            fresh.append(path)
    for path, content in source.read(fresh).items() if fresh else ():
        parsed[str(path), wanted[path]] = _parse(path, content, concept)
    if fresh or len(parsed) < len(known):
        kept.save(file, parsed)
    return _together((path, parsed[str(path), wanted[path]]) for path in sorted(wanted))


def _parse(path: PurePosixPath, content: bytes, concept: str) -> list[State] | None:
    if str(path) == ENDED_FILE:
        text = decode(content, path)
        document = parse(text, path) if isinstance(text, str) else None
        data = document.data if isinstance(document, Document) else None
        if not isinstance(data, list):
            return None
        return [State(ENDED_FILE, concept, "", item) for item in data if isinstance(item, dict)]
    named = PurePosixPath(concept, path)
    return states(named, content) if is_thing(named) else []


def _together(files: Iterable[tuple[PurePosixPath, list[State] | None]]) -> Things:
    things: dict[str, State] = {}
    read: list[State] = []
    concept: Mapping[str, Any] = {}
    ended: list[Mapping[str, Any]] = []
    unreadable = []
    for path, found in files:
        if found is None:
            unreadable.append(path)
        for state in found or ():
            if state.kind == "konzept":
                concept = state.data
            elif state.kind == ENDED_FILE:
                ended.append(state.data)
            elif state.kind in COMPARED:
                read.append(state)
    for state in joined(read):
        things.setdefault(state.ref, state)
    return Things(things, concept, tuple(ended), tuple(unreadable))
