# How a key is written when it is right: made from the type of its field, so a new field has an example without a line
# of code here, and one with `examples` of its own shows those.
from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from typing import Any

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kek_build.models.base import Number, Prose, ReferenceTo, Slug
from kek_build.models.dates import DatumField
from kek_build.models.numbers import Zahl
from kek_build.models.swot import StatementId
from kek_build.models.verzeichnisse import Ags

_BY_TYPE: tuple[tuple[Any, str], ...] = (
    (DatumField, "14.02.2026"), (Zahl, "47,1"), (Number, "1-44"), (Slug, "bad-lausick"), (StatementId, "schwaeche-2"),
    (Ags, "14729430"),
)  # fmt: skip
_BY_KIND = {
    "handlungsfeld": "III", "ziel": "III-a", "schluesselvorhaben": "III.1", "massnahme": "3-34", "akteur": "kreistag",
    "ort": "zwenkau", "kennzahl": "strassenzustand", "dokument": "kek-2030",
}  # fmt: skip
_TEXT = "…"
_NEEDS_QUOTES = re.compile(r"^[\[{&*!|>%@`\"'#-] ?|: |:$| #")


def example_of(model: type[BaseModel], key: str) -> str | None:
    """How a key of a model is written.

    Args:
        model: the model.
        key: the name of one of its fields.

    Returns:
        One or more lines of YAML: `beginn: 14.02.2026`; None when nothing more than text can be said.
    """
    field = model.model_fields.get(key)
    if field is None:
        return None
    lines = [*_lines(key, field, 2)]
    return None if lines == [f"{key}: {_TEXT}"] else "\n".join(lines)


def _lines(key: str, field: FieldInfo, depth: int) -> Iterator[str]:
    if field.examples:
        yield from _written(key, field.examples[0])
        return
    annotation = _without_none(field.annotation)
    if typing.get_origin(annotation) is tuple:
        item = typing.get_args(annotation)[0]
        if (inner := _model(item)) is None:
            count = max([1, *(part.min_length for part in field.metadata if isinstance(part, MinLen))])
            yield f"{key}:"
            yield from [f"  - {_value(item, field.metadata)}"] * count
        else:
            yield f"{key}:"
            for number, line in enumerate(_required(inner, depth)):
                yield f"  {'- ' if number == 0 else '  '}{line}"
    elif inner := _model(annotation):
        yield f"{key}:"
        yield from (f"  {line}" for line in _required(inner, depth))
    else:
        yield f"{key}: {_value(annotation, field.metadata)}"


def _required(model: type[BaseModel], depth: int) -> Iterator[str]:
    """The keys that a model cannot do without; its first ones when it needs none."""
    fields = model.model_fields
    needed = [name for name, field in fields.items() if field.is_required()] or list(fields)[:2]
    for name in needed:
        if depth > 0 or _model(_without_none(fields[name].annotation)) is None:
            yield from _lines(name, fields[name], depth - 1)


def _written(key: str, value: Any) -> Iterator[str]:
    """An example as the model gives it: text, or a list of texts or of short tables."""
    if isinstance(value, list):
        yield f"{key}:"
        for item in value:
            table = isinstance(item, dict)
            inner = [line for name in item for line in _written(name, item[name])] if table else [_inline(item)]
            yield from (f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(inner))
    elif "\n" in value:
        yield f"{key}: |"
        yield from (f"  {line}" for line in value.rstrip("\n").split("\n"))
    else:
        yield f"{key}: {_inline(value)}"


def _inline(text: str) -> str:
    """A text as it stands in one line."""
    return f'"{text}"' if _NEEDS_QUOTES.search(text) else text


def _value(annotation: Any, metadata: list[Any]) -> str:
    annotation = _without_none(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return str(typing.get_args(annotation)[0])
    parts = [*metadata, *getattr(annotation, "__metadata__", ())]
    for part in parts:
        if isinstance(part, ReferenceTo):
            return next((_BY_KIND[kind] for kind in part.kinds if kind in _BY_KIND), _TEXT)
        if isinstance(part, Prose):
            return _TEXT
    for known, value in _BY_TYPE:
        if annotation == known or set(map(repr, parts)) & set(map(repr, known.__metadata__)):
            return value
    return _TEXT


def _model(annotation: Any) -> type[BaseModel] | None:
    annotation = _without_none(annotation)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _without_none(annotation: Any) -> Any:
    """What a field holds when it holds anything."""
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        return next(argument for argument in typing.get_args(annotation) if argument is not type(None))
    return annotation
