# What a model points to: every reference in a field and every `[[reference]]` in running text, found from the types
# alone, so a new field that names an actor or a place is linked without a line of code here.
from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kek_build.models.base import Model, Prose, ReferenceTo

PROSE_REFERENCE = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]]*))?\]\]")
"""`[[III.1]]` or `[[3-34|das Busnetz]]`: the reference and, perhaps, the words of the link."""

_LEFT_OVER = re.compile(r"\[\[[^\s\[\]]{0,40}|[^\s\[\]]{0,40}\]\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as written."""

    path: tuple[str | int, ...]
    """The way to it inside the model."""
    value: str
    kinds: tuple[str, ...] | None
    """The kinds of thing allowed; None in running text, where all are."""
    editorial: bool = False
    written: str | None = None
    """How it begins in running text, for finding its line: `[[III.1]` or `[[III.1|`."""


@dataclass(frozen=True, slots=True)
class BrokenMention:
    """Brackets in running text that make no reference."""

    path: tuple[str | int, ...]
    value: str
    """The brackets with what stands in them or beside them."""


@cache
def _markers(model: type[Model]) -> tuple[tuple[str, ReferenceTo | Prose | None], ...]:
    found: list[tuple[str, ReferenceTo | Prose | None]] = []
    for name, field in model.model_fields.items():
        marker = _marker_in([*field.metadata, field.annotation])
        if marker is not None or _holds_models(field.annotation):
            found.append((name, marker))
    return tuple(found)


def _marker_in(parts: typing.Iterable[Any]) -> ReferenceTo | Prose | None:
    for part in parts:
        if isinstance(part, (ReferenceTo, Prose)):
            return part
        inner = [*getattr(part, "__metadata__", ()), *typing.get_args(part)]
        if inner and (marker := _marker_in(inner)):
            return marker
    return None


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Model)
    return any(_holds_models(argument) for argument in typing.get_args(annotation))


def mentions(model: Model, path: tuple[str | int, ...] = ()) -> Iterator[Mention | BrokenMention]:
    """All references in a model and the models inside it, in the order of the fields."""
    for name, marker in _markers(type(model)):
        yield from _in_value(getattr(model, name), (*path, name), marker)


def _in_value(value: Any, path: tuple[str | int, ...], marker: ReferenceTo | Prose | None) -> Iterator[Any]:
    if isinstance(value, Model):
        yield from mentions(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_value(item, (*path, index), marker)
    elif isinstance(value, str) and isinstance(marker, ReferenceTo):
        yield Mention(path, value, marker.kinds, marker.editorial)
    elif isinstance(value, str) and isinstance(marker, Prose):
        yield from in_prose(value, path)


def in_prose(text: str, path: tuple[str | int, ...] = ()) -> Iterator[Mention | BrokenMention]:
    """All references in a running text."""
    if "[[" not in text and "]]" not in text:
        return
    for match in PROSE_REFERENCE.finditer(text):
        if match[1].strip() and (match[2] is None or match[2].strip()):
            end = match.end(1) + 1 - match.start()
            yield Mention(path, match[1].strip(), None, written=match[0][:end])
        else:
            yield BrokenMention(path, match[0])
    rest = PROSE_REFERENCE.sub(" ", text)
    if broken := _LEFT_OVER.search(rest):
        yield BrokenMention(path, broken[0])


_NOTES = {"hinweis", "quelle"}


def prose_of(model: Model) -> Iterator[str]:
    """All running texts of a model and the models inside it, without notes on the document."""
    return (text for path, text in prose_in(model) if _NOTES.isdisjoint(path))


def prose_in(model: Model, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All running texts of a model and the models inside it, each with the way to it."""
    for name, marker in _markers(type(model)):
        yield from _texts(getattr(model, name), (*path, name), marker)


def _texts(
    value: Any, path: tuple[str | int, ...], marker: ReferenceTo | Prose | None
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, Model):
        yield from prose_in(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index), marker)
    elif isinstance(value, str) and isinstance(marker, Prose):
        yield path, value
