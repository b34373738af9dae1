# What kind of value stands behind each key, found from the models alone: so a new key is compared without a line of
# code. Old versions need not fit the models: a value of another kind counts as plain text, an unknown key as not there.
from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kek_build.concept.entries import PREFIXES
from kek_build.history.labels import CODES, label_of
from kek_build.models import dates, numbers
from kek_build.models.base import Model, Prose, ReferenceTo
from kek_build.models.dates import Datum

_BLANKS = re.compile(r"\s+")
_LINK = re.compile(r"\[\[[^\[\]|]*\|([^\[\]]*)\]\]")
"""A link with words of its own; where it leads is no part of what is said."""


@dataclass(frozen=True)
class Shape:
    """A field whose changes are told."""

    key: str
    label: str
    many: bool
    model: type[Model] | None
    reference: ReferenceTo | None
    prose: bool
    type: type[Datum | Decimal] | None
    default: str | None
    """What the model takes where nothing is written."""


@cache
def shapes(model: type[Model]) -> tuple[Shape, ...]:
    """The told fields of a model, in their order."""
    found = []
    for key, field in model.model_fields.items():
        label = label_of(model, key)
        if label is None:
            continue
        parts = list(_parts([*field.metadata, field.annotation]))
        found.append(
            Shape(
                key,
                label,
                many=any(typing.get_origin(part) is tuple for part in parts),
                model=next((p for p in parts if isinstance(p, type) and issubclass(p, Model)), None),
                reference=next((p for p in parts if isinstance(p, ReferenceTo)), None),
                prose=any(isinstance(p, Prose) for p in parts),
                type=Datum if Datum in parts else Decimal if Decimal in parts else None,
                default=field.default if isinstance(field.default, str) else None,
            )
        )
    return tuple(found)


def _parts(values: list[Any]) -> Iterator[Any]:
    """A type and all types inside it, with what they are marked with."""
    for value in values:
        yield value
        yield from _parts([*getattr(value, "__metadata__", ()), *typing.get_args(value)])


def folded(text: object) -> str:
    """A text with single blanks: how it is laid out in the file says nothing."""
    return _BLANKS.sub(" ", str(text)).strip()


def plain(value: object, shape: Shape) -> str:
    """A scalar as running text: dates in words, figures as Germans write them, references in `[[…]]`."""
    if not isinstance(value, str):
        return folded(_flat(value))
    text = folded(value)
    try:
        if shape.type is Datum:
            return str(dates.parse(text))
        if shape.type is Decimal:
            return numbers.write(numbers.parse(text))
    except ValueError:
        return text
    if shape.reference:
        kinds = shape.reference.kinds
        prefix = PREFIXES.get(kinds[0], "") if len(kinds) == 1 else ""
        return f"[[{text if text.startswith(prefix) else prefix + text}]]"
    if shape.prose:
        return _LINK.sub(r"\1", text)
    return CODES.get((shape.label, text), text)


def _flat(value: object) -> str:
    """Whatever stands where text should: its words in a row."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flat(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(_flat, value))
    return "" if value is None else str(value)
