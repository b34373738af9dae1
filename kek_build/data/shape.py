# The form of the content in JSON, read off the models once and used twice: to write the data, and to describe them in a
# JSON Schema. So the two cannot differ, and a new key of the content is in both without a line of code here.
from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from pydantic import StringConstraints

from kek_build.concept import Entry
from kek_build.data.source import Source
from kek_build.models import Aussage, Seite
from kek_build.models.base import Model, NamesSubject, Prose, ReferenceTo
from kek_build.models.dates import Datum
from kek_build.models.words import title_of

_KEPT_LINES = {"leicht": Model, "text": Seite}
"""Texts whose lines mean something, by key, and the model they do so in."""
_RENAMED: dict[tuple[type[Model], str], str] = {(Aussage, "id"): "kennung"}
"""Keys that mean something else in the data."""


@dataclass(frozen=True)
class Text:
    """A string; of running text its plain words."""

    prose: Literal["no", "words", "lines"] = "no"
    pattern: str | None = None
    longest: int | None = None


@dataclass(frozen=True)
class Reference:
    """The name of a thing in the data."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Flag:
    """`ja` or `nein`."""


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A number."""


@dataclass(frozen=True)
class Moment:
    """A point in time, as precise as the document gives it."""


@dataclass(frozen=True)
class Many:
    """A list."""

    item: Shape


@dataclass(frozen=True)
class Part:
    """An object."""

    model: type[Model]


@dataclass(frozen=True)
class Subject:
    """The short name of a subject that all concepts share."""


Shape = Text | Reference | Subject | Flag | OneOf | Figure | Moment | Many | Part


@dataclass(frozen=True)
class Key:
    """A key of an object."""

    field: str
    """What the model calls it."""
    name: str
    """What the data call it."""
    shape: Shape
    required: bool
    title: str
    description: str


@cache
def keys(model: type[Model]) -> tuple[Key, ...]:
    """The keys of a model, in its order."""
    return tuple(
        Key(
            name,
            _RENAMED.get((model, name), name),
            _shape(field.annotation, field.metadata, name, model),
            field.is_required(),
            title_of(model, name),
            field.description or title_of(model, name),
        )
        for name, field in model.model_fields.items()
    )


def _shape(annotation: Any, marks: Iterable[Any], name: str, model: type[Model]) -> Shape:
    marks = list(marks)
    while hasattr(annotation, "__metadata__"):  # Annotated, perhaps in an alias
        marks += annotation.__metadata__
        annotation = annotation.__origin__
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _shape(inner, marks, name, model)
    if origin is tuple:
        return Many(_shape(arguments[0], marks, name, model))
    if origin is Literal:
        return Flag() if set(arguments) == {"ja", "nein"} else OneOf(arguments)
    if annotation is Datum:
        return Moment()
    if annotation is Decimal:
        return Figure()
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Part(annotation)
    assert annotation is str, f"{model.__name__}.{name}: {annotation}"
    return _text(marks, name, model)


def _text(marks: list[Any], name: str, model: type[Model]) -> Text | Reference | Subject:
    for mark in marks:
        if isinstance(mark, NamesSubject):
            return Subject()
        if isinstance(mark, ReferenceTo):
            return Reference(mark.kinds)
    if any(isinstance(mark, Prose) for mark in marks):
        return Text("lines" if issubclass(model, _KEPT_LINES.get(name, type(None))) else "words")
    limits = [mark for mark in marks if isinstance(mark, StringConstraints)]
    pattern = next((mark.pattern for mark in limits if mark.pattern), None)
    assert pattern is None or isinstance(pattern, str)
    return Text("no", pattern, next((mark.max_length for mark in limits if mark.max_length), None))


def plain(source: Source, model: Model) -> dict[str, Any]:
    """A model as plain data: what the document does not say is left out, references are names, texts plain words.

    Args:
        source: the concept it stands in.
        model: the model; where it stands for a thing, the thing's name, kind and address come first.
    """
    entry = source.entry_of(model)
    found = head(source, entry) if entry else {}
    for key in keys(type(model)):
        value = getattr(model, key.field)
        if value is not None and value != ():
            found[key.name] = _plain(source, key.shape, value)
    return found


def head(source: Source, entry: Entry) -> dict[str, Any]:
    """What every thing says of itself first."""
    found = {"id": source.id(entry), "typ": entry.kind, "adresse": source.url(entry)}
    if entry.kind == "ziel":
        found["ebene"] = source.konzept.kind_name(entry)
    return found


def _plain(source: Source, shape: Shape, value: Any) -> Any:
    match shape:
        case Many(item):
            return [_plain(source, item, inner) for inner in value]
        case Part():
            return plain(source, value)
        case Text(prose):
            return _in_words(source, prose, value)
        case Reference(kinds):
            entry = source.find(value, kinds)
            return source.id(entry) if entry else value
        case Flag():
            return value == "ja"
        case Figure():
            return number(value)
        case Moment():
            return moment(value)
        case OneOf() | Subject():
            return value


def _in_words(source: Source, prose: Literal["no", "words", "lines"], text: str) -> str:
    match prose:
        case "no":
            return text
        case "words":
            return source.words(text)
        case "lines":
            return source.lines(text)


def number(value: Decimal) -> int | float:
    """A number as JSON and spreadsheets know it."""
    return int(value) if value == value.to_integral_value() else float(value)


def moment(value: Datum) -> dict[str, str]:
    """A point in time: in words, its first and its last day, and how precise it is."""
    return {
        "text": str(value),
        "von": value.first.isoformat(),
        "bis": value.last.isoformat(),
        "genauigkeit": value.precision,
    }
