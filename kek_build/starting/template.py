# A template for a new thing: the keys it needs, those it may have as comments, and what each is for.
from __future__ import annotations

import textwrap
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from kek_build.editing.layout import Value, pair
from kek_build.editing.scalars import WIDTH
from kek_build.models import Seite
from kek_build.models.base import written_order
from kek_build.models.seiten import NOT_WRITTEN
from kek_build.reading.examples import example_of

_OPTIONAL = "Alles Weitere ist freiwillig. Was Sie brauchen: „# “ vor der Zeile löschen und den Wert ändern."


@dataclass(frozen=True)
class Template:
    """The lines of a new thing."""

    lines: tuple[str, ...]
    missing: tuple[str, ...]
    """Keys that it needs and that have no value yet."""


def template(model: type[BaseModel], given: Mapping[str, Value]) -> Template:
    """Write a template.

    Args:
        model: what the thing is made by.
        given: the values that are known.
    """
    keys = [key for key in written_order(model) if model is not Seite or key not in NOT_WRITTEN]
    first = [key for key in keys if key in given or model.model_fields[key].is_required()]
    lines: list[str] = []
    for key in first:
        lines += _comment(model, key)
        lines += pair(key, given[key], 0, model) if key in given else [f"{key}:"]
    lines += ["", *_wrapped(_OPTIONAL)]
    for key in keys:
        if key not in first:
            lines += ["#", *_comment(model, key)]
            lines += [f"# {line}" for line in (example_of(model, key) or f"{key}: …").split("\n")]
    return Template(tuple(lines), tuple(key for key in first if key not in given))


def as_entry(lines: tuple[str, ...], indent: int) -> Iterator[str]:
    """The lines of a template as an entry of a list.

    Args:
        lines: the lines of the template.
        indent: how far the dash is indented.
    """
    dash = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        mark = "" if number < dash else "- " if number == dash else "  "
        yield f"{' ' * indent}{mark}{line}".rstrip() if line else ""


def _comment(model: type[BaseModel], key: str) -> list[str]:
    field = model.model_fields[key]
    told = field.description or ""
    if choices := _choices(field.annotation):
        told += f". Eines von: {', '.join(choices)}"
    return _wrapped(told)


def _choices(annotation: object) -> tuple[str, ...]:
    if typing.get_origin(annotation) is Literal:
        return typing.get_args(annotation)
    return next((found for part in typing.get_args(annotation) if (found := _choices(part))), ())


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")
