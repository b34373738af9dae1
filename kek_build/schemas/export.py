# The JSON Schemas (draft 2020-12) of the files in `content/`, one for each kind of file. They are read off the models,
# so a new key is in them without a line of code here. What they take for right is what the strict reader takes, in the
# types in which an editor's own reader of YAML sees it: `1.10` is a number there, `2022` an integer.
from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import BaseModel

from kek_build.models import (
    Akteur,
    Aufgehoben,
    Begriff,
    Handlungsfeld,
    Kennzahl,
    KonzeptDatei,
    Massnahme,
    Ort,
    Schluesselvorhaben,
    Seite,
    SwotThema,
    Synonyme,
    Thema,
)
from kek_build.models.base import written_order
from kek_build.models.seiten import NOT_WRITTEN
from kek_build.models.words import part_title, title_of
from kek_build.reading.examples import example_of
from kek_build.reading.strict_yaml import parse
from kek_build.schemas.scalars import limits, scalar_schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class File:
    """A kind of file."""

    model: type[BaseModel]
    title: str
    description: str
    is_list: bool = False


FILES = {
    "konzept": File(KonzeptDatei, "Das Konzept als Ganzes", "konzept.yml: Name, Fassung, Leitgedanke, Ebenen, Quellen"),
    "handlungsfeld": File(Handlungsfeld, "Handlungsfeld", "handlungsfelder/….yml: ein Handlungsfeld mit seinen Zielen"),
    "schluesselvorhaben": File(Schluesselvorhaben, "Schlüsselvorhaben", "schluesselvorhaben/….yml: ein Profil"),
    "massnahme": File(Massnahme, "Maßnahme", "massnahmen/….yml: eine Maßnahme"),
    "swot": File(SwotThema, "Thema der SWOT-Analyse", "swot/….yml: Stärken, Schwächen, Chancen und Risiken"),
    "kennzahl": File(Kennzahl, "Kennzahl", "kennzahlen/….yml: eine Kennzahl mit ihren Werten"),
    "akteure": File(Akteur, "Akteure", "akteure.yml: wer handelt, entscheidet oder gemeint ist", is_list=True),
    "orte": File(Ort, "Orte", "orte.yml: Gemeinden, Ortsteile, Landschaften, Regionen", is_list=True),
    "glossar": File(Begriff, "Glossar", "glossar.yml: Abkürzungen und Fachwörter", is_list=True),
    "synonyme": File(Synonyme, "Synonyme", "synonyme.yml: Alltagswörter für die Suche", is_list=True),
    "themen": File(Thema, "Themen", "themen.yml: wonach sich Konzepte vergleichen lassen", is_list=True),
    "aufgehoben": File(Aufgehoben, "Aufgehobenes", "aufgehoben.yml: was es nicht mehr gibt", is_list=True),
    "seite": File(Seite, "Kopf einer Textseite", "seiten/….md: was zwischen den beiden Zeilen --- steht"),
}
"""All kinds of file, by the name of their schema."""


def file_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The schema of every kind of file, with its name."""
    for name in FILES:
        yield name, file_schema(name)


def file_schema(name: str, address: str | None = None) -> dict[str, Any]:
    """The schema of a kind of file.

    Args:
        name: one of `FILES`.
        address: where it is published, if it is.
    """
    file = FILES[name]
    parts: dict[str, Any] = {}
    first = _part(file.model, parts)
    head = {"$schema": DRAFT, **({"$id": address} if address else {})}
    said = {"title": file.title, "description": file.description}
    if file.is_list:
        return {**head, **said, "type": "array", "items": first, "$defs": parts}
    return {**head, **parts.pop(file.model.__name__), **said, "$defs": parts}


def document(schema: dict[str, Any]) -> str:
    """A schema as a file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _part(model: type[BaseModel], parts: dict[str, Any]) -> dict[str, Any]:
    """A reference to the description of a model, which is added to the parts if it is not there yet."""
    name = model.__name__
    if name not in parts:
        parts[name] = {}
        written = [key for key in written_order(model) if model is not Seite or key not in NOT_WRITTEN]
        parts[name] = {
            "title": part_title(model),
            "type": "object",
            "properties": {key: _property(model, key, parts) for key in written},
            "required": [key for key in written if model.model_fields[key].is_required()],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _property(model: type[BaseModel], key: str, parts: dict[str, Any]) -> dict[str, Any]:
    field = model.model_fields[key]
    said = {"title": title_of(model, key), "description": field.description}
    schema = _schema(field.annotation, list(field.metadata), parts)
    if field.default and isinstance(field.default, str):
        schema["default"] = field.default
    return {**said, **schema, "examples": [_example(model, key)]}


def _example(model: type[BaseModel], key: str) -> Any:
    written = parse(example_of(model, key) or "", PurePosixPath(model.__name__))
    return written.data[key] if not isinstance(written, list) else None


def _schema(annotation: Any, marks: list[Any], parts: dict[str, Any]) -> dict[str, Any]:
    """What may stand behind a key.

    Args:
        annotation: the type of the field.
        marks: what else the model says of it.
        parts: the descriptions of models so far.
    """
    while hasattr(annotation, "__metadata__"):  # Annotated, perhaps in an alias
        marks = [*marks, *annotation.__metadata__]
        annotation = annotation.__origin__
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _schema(inner, marks, parts)
    if origin is tuple:
        items = _schema(arguments[0], [], parts)
        counts = {limit: count for mark in marks for limit, count in limits(mark, "Items").items()}
        return {"type": "array", "items": items, **counts}
    if origin is Literal:
        return {"enum": [*arguments], "errorMessage": f"Erwartet: {', '.join(arguments)}"}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _part(annotation, parts)
    return scalar_schema(annotation, marks)
