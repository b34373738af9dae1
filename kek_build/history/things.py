# One file of an old version, read leniently, as the things in it: fields with nested goals, topics with statements,
# lists of actors, the concept with its documents, pages with a head, the values beside an indicator. What cannot be
# read is told as such and skipped.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from kek_build.concept.entries import CONCEPT_REF, KINDS, PREFIXES
from kek_build.history.shapes import folded
from kek_build.models import QUADRANTS
from kek_build.models.base import Model
from kek_build.reading.figures import said_figures
from kek_build.reading.files import decode
from kek_build.reading.folder import CONCEPT_FILE, FIGURES_FOLDER, FOLDERS, LISTS, PAGES_FOLDER, split_page
from kek_build.reading.strict_yaml import Document, parse

Key = tuple[str, str]
"""A thing of a site: the short name of its concept, and its reference."""

_KIND_OF = {model: kind for kind, (model, _, _) in KINDS.items()}
_IDS = {"kennung", "nummer", "id"}
_TITLES = ("titel", "name", "begriff", "text")


@dataclass(frozen=True)
class State:
    """A thing as it was in one version."""

    kind: str
    concept: str
    ref: str
    data: dict[str, Any] = field(hash=False)
    """What its file said, without the things inside it."""
    parent: str | None = None
    beside: bool = False
    """Whether it is only what a file beside that of the thing says of it: the values of an indicator."""

    @property
    def key(self) -> Key:
        return self.concept, self.ref

    @property
    def model(self) -> type[Model]:
        """What it is read as today."""
        return KINDS[self.kind][0]

    @cached_property
    def title(self) -> str:
        """What it was called."""
        return next((folded(self.data[key]) for key in _TITLES if isinstance(self.data.get(key), str)), self.ref)

    @property
    def former(self) -> tuple[str, ...]:
        """The references that it says it had before."""
        names = self.data.get("aliase")
        prefix = f"{(self.parent or '')}#" if self.kind == "aussage" else PREFIXES.get(self.kind, "")
        found = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
        return tuple(name if name.startswith("swot/") else prefix + name for name in found)


def is_thing(path: PurePosixPath) -> bool:
    """Whether a file, relative to the content folder, holds things of a concept."""
    match path.parts:
        case (_, name):
            return name == CONCEPT_FILE or name in LISTS
        case (_, folder, _):
            return (
                (folder in FOLDERS and path.suffix == ".yml")
                or (folder == PAGES_FOLDER and path.suffix == ".md")
                or owner_of(path) is not None
            )
    return False


def owner_of(path: PurePosixPath) -> PurePosixPath | None:
    """The file of the indicator whose values a CSV file holds; None for any other file."""
    match path.parts:
        case (_, folder, _) if folder == FIGURES_FOLDER and path.suffix == ".csv":
            return path.with_suffix(".yml")
    return None


def joined(found: Iterable[State]) -> list[State]:
    """Things with what the files beside theirs say of them; values without their indicator say nothing."""
    found = list(found)
    beside = {state.key: state.data for state in found if state.beside}
    return [
        replace(state, data={**state.data, **beside[state.key]}) if state.key in beside else state
        for state in found
        if not state.beside
    ]


def states(path: PurePosixPath, content: bytes) -> list[State] | None:
    """The things in a version of a file.

    Args:
        path: the file, relative to the content folder.
        content: its bytes.

    Returns:
        The things with a number or short name; None when the file cannot be read. Of the values in a CSV file, what
        they say of their indicator: `joined` puts both together.
    """
    text = decode(content, path)
    if not isinstance(text, str):
        return None
    concept, *inner = path.parts
    if inner[0] == PAGES_FOLDER:
        head, body, _ = split_page(text)
        data = _data(head or "", path)
        return None if not isinstance(data, dict) else [_state("seite", concept, path.stem, {**data, "text": body})]
    if owner_of(path):
        values = said_figures(text)
        return None if values is None else [_state("kennzahl", concept, path.stem, {"werte": values}, beside=True)]
    data = _data(text, path)
    if inner[0] in LISTS:
        kind = _KIND_OF[LISTS[inner[0]]]
        return None if not isinstance(data, list) else list(_listed(kind, concept, data))
    if not isinstance(data, dict):
        return None
    if inner[0] == CONCEPT_FILE:
        documents = data.pop("quellen", None)
        return [State("konzept", concept, CONCEPT_REF, data), *_listed("dokument", concept, documents)]
    folder = FOLDERS[inner[0]]
    return list(_nested(_KIND_OF[folder.model], concept, path.stem, data))


def _data(text: str, path: PurePosixPath) -> Any:
    document = parse(text, path)
    return document.data if isinstance(document, Document) else None


def _state(kind: str, concept: str, name: str, data: dict[str, Any], *, beside: bool = False) -> State:
    return State(kind, concept, PREFIXES.get(kind, "") + name, data, beside=beside)


def _listed(kind: str, concept: str, items: object) -> Iterator[State]:
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and isinstance(name := item.get("kennung"), str):
            yield _state(kind, concept, name, item)


def _nested(kind: str, concept: str, name: str, data: dict[str, Any]) -> Iterator[State]:
    owner = _state(kind, concept, name, data)
    yield owner
    if kind == "handlungsfeld":
        yield from _goals(owner)
    elif kind == "swot":
        for quadrant in QUADRANTS:
            items = data.pop(quadrant, None)
            for item in items if isinstance(items, list) else []:
                if isinstance(item, dict) and isinstance(number := item.get("id"), str):
                    yield State("aussage", concept, f"{owner.ref}#{number}", item, owner.ref)


def _goals(owner: State) -> Iterator[State]:
    items = owner.data.pop("ziele", None)
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and isinstance(number := item.get("nummer"), str):
            goal = State("ziel", owner.concept, number, item, owner.ref)
            yield goal
            yield from _goals(goal)


def says(data: object) -> Any:
    """What a version says, apart from layout and from what it is called by: for telling versions apart."""
    if isinstance(data, dict):
        return {key: says(value) for key, value in sorted(data.items()) if key not in _IDS}
    if isinstance(data, list):
        return [says(item) for item in data]
    return None if data is None else folded(data)
