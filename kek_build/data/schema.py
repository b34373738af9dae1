# The published JSON Schemas (draft 2020-12): of a whole concept, and of the file beside the page of a thing.
from __future__ import annotations

from typing import Any

from kek_build.concept.entries import KINDS
from kek_build.data.current import current_schema
from kek_build.data.shape import Figure, Flag, Key, Many, Moment, OneOf, Part, Reference, Shape, Subject, Text, keys
from kek_build.models.base import Model
from kek_build.models.words import part_title
from kek_build.pages.addresses import SECTIONS, WITH_DATA

DRAFT = "https://json-schema.org/draft/2020-12/schema"
CONCEPT_SCHEMA = "schema/konzept.json"
"""Where the schema of a whole concept stands, below the site's page of data."""
THING_SCHEMA = "schema/ding.json"
"""Where the schema of the file of a single thing stands."""
FILE_SCHEMAS = "schema/eingabe/"
"""Where the schemas of the files that editors write stand: what goes in, where the others describe what comes out."""

LISTS = ("handlungsfeld", "schluesselvorhaben", "massnahme", "swot", "kennzahl", "akteur", "ort", "begriff", "seite")
"""The kinds that a concept's file lists, each under the name of its part of the site; goals, statements and documents
stand inside others."""

_TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}


def concept_schema(address: str) -> dict[str, Any]:
    """The schema of the file with a whole concept.

    Args:
        address: where it is published.
    """
    parts: dict[str, Any] = {}
    properties: dict[str, Any] = {
        "$schema": _described("Schema", "Adresse dieser Beschreibung", _URI),
        "ausgabe": {"$ref": "#/$defs/Ausgabe"},
        "konzept": _part(KINDS["konzept"][0], parts),
    }
    for kind in LISTS:
        model, _, plural = KINDS[kind]
        what = _described(plural, f"Alle Einträge der Art „{plural}“", {"type": "array", "items": _part(model, parts)})
        properties[SECTIONS[kind]] = what
    links = {"type": "array", "items": {"$ref": "#/$defs/Verbindung"}}
    properties["verbindungen"] = _described("Verbindungen", "Alles, was in diesem Konzept aufeinander verweist", links)
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": "Kreisentwicklungskonzept",
        "description": "Ein ganzes Kreisentwicklungskonzept als Daten. Was das Dokument nicht sagt, fehlt.",
        "type": "object",
        "properties": properties,
        "required": ["$schema", "ausgabe", "konzept", "verbindungen"],
        "additionalProperties": False,
        "$defs": {**dict(sorted(parts.items())), **_COMMON},
    }


def thing_schema(address: str, concept: str) -> dict[str, Any]:
    """The schema of the file beside the page of a thing.

    Args:
        address: where it is published.
        concept: where the schema of a whole concept is published, which describes the things.
    """
    end = {"type": "array", "items": {"$ref": "#/$defs/Ende"}}
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": "Ein Teil eines Kreisentwicklungskonzepts",
        "description": "Die Daten einer Seite: der Gegenstand selbst und was mit ihm verbunden ist.",
        "type": "object",
        "properties": {
            "$schema": _described("Schema", "Adresse dieser Beschreibung", _URI),
            "ausgabe": {"$ref": f"{concept}#/$defs/Ausgabe"},
            "inhalt": _described(
                "Inhalt",
                "Der Gegenstand der Seite; seine Art steht unter „typ“",
                {
                    "oneOf": [
                        {"$ref": f"{concept}#/$defs/{KINDS[kind][0].__name__}"} for kind in KINDS if kind in WITH_DATA
                    ]
                },
            ),
            "stand": _described(
                "Stand",
                "Die neueste Angabe über Geschehenes im Inhalt; sonst der Stand des Dokuments",
                {"$ref": f"{concept}#/$defs/Zeitpunkt"},
            ),
            "verweist_auf": _described("Verweist auf", "Was er nennt", end),
            "verwiesen_von": _described("Verwiesen von", "Was ihn nennt", end),
        },
        "required": ["$schema", "ausgabe", "inhalt", "stand", "verweist_auf", "verwiesen_von"],
        "additionalProperties": False,
        "$defs": {
            "Ende": _object(
                "Ende einer Verbindung",
                {
                    "id": _described("Kennung", "Bleibende Kennung in diesen Daten", _TEXT),
                    "typ": _KIND,
                    "titel": _described("Titel", "Titel oder Text in einfachen Worten", _TEXT),
                    "adresse": _described("Adresse", "Seite dazu auf dieser Website", _URI),
                    "beziehung": _RELATION,
                    "redaktionell": _EDITORIAL,
                },
            )
        },
    }


def _part(model: type[Model], parts: dict[str, Any]) -> dict[str, Any]:
    """A reference to the description of a model, which is added to the parts if it is not there yet."""
    name = model.__name__
    if name not in parts:
        parts[name] = {}
        own = {key.name: _property(key, parts) for key in keys(model)}
        required = [key.name for key in keys(model) if key.required]
        kind = next((kind for kind, (made_by, _, _) in KINDS.items() if made_by is model), None)
        if kind:
            first: dict[str, Any] = {**_HEAD, "typ": {**_KIND, "const": kind}}
            if kind == "ziel":
                first["ebene"] = _described("Ebene", "Wie das Konzept diese Ebene von Zielen nennt", _TEXT)
            own = first | own | current_schema(kind)
            required = [*first, *required]
        parts[name] = {**_object(part_title(model), own), "required": required}
    return {"$ref": f"#/$defs/{name}"}


def _property(key: Key, parts: dict[str, Any]) -> dict[str, Any]:
    return _described(key.title, key.description, _schema(key.shape, parts))


def _schema(shape: Shape, parts: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Many(item):
            return {"type": "array", "items": _schema(item, parts)}
        case Part(model):
            return _part(model, parts)
        case Text(_, pattern, longest):
            limits = {"pattern": pattern, "maxLength": longest}
            return {**_TEXT, **{name: limit for name, limit in limits.items() if limit}}
        case Reference() | Subject():
            return _TEXT
        case Flag():
            return {"type": "boolean"}
        case OneOf(values):
            return {"enum": list(values)}
        case Figure():
            return {"type": "number"}
        case Moment():
            return {"$ref": "#/$defs/Zeitpunkt"}


def _described(title: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "description": description, **schema}


def _object(title: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_KIND = _described("Typ", "Art des Gegenstands", {"enum": list(KINDS)})
_RELATION = _described("Beziehung", "Der Schlüssel, der ihn nennt; „text“: ein Verweis im Fließtext", _TEXT)
_EDITORIAL = _described("Redaktionell", "Ob die Verbindung von der Redaktion stammt", {"type": "boolean"})
_HEAD = {
    "id": _described("Kennung", "Bleibende Kennung in diesen Daten, zum Beispiel „massnahmen/1-32“", _TEXT),
    "typ": _KIND,
    "adresse": _described("Adresse", "Seite dazu auf dieser Website", _URI),
}
_COMMON = {
    "Ausgabe": _object(
        "Ausgabe dieser Daten",
        {
            "landkreis": _described("Landkreis", "Name des Landkreises", _TEXT),
            "titel": _described("Titel", "Titel des Konzepts", _TEXT),
            "fassung": _described("Fassung", "Name der Fassung", _TEXT),
            "stand": _described("Stand", "Stand des Dokuments", {"$ref": "#/$defs/Zeitpunkt"}),
            "lizenz": _described("Lizenz", "Name der Lizenz", _TEXT),
            "lizenz_adresse": _described("Adresse der Lizenz", "Wo die Lizenz steht", _URI),
            "namensnennung": _described("Namensnennung", "Was Sie als Quelle nennen", _TEXT),
            "vermerk": _described("Vermerk", "Was diese Daten sind und was nicht", _TEXT),
        },
    ),
    "Verbindung": _object(
        "Verbindung zweier Gegenstände",
        {
            "von": _described("Von", "Kennung dessen, der nennt", _TEXT),
            "nach": _described("Nach", "Kennung dessen, der genannt wird", _TEXT),
            "beziehung": _RELATION,
            "redaktionell": _EDITORIAL,
        },
    ),
    "Zeitpunkt": _object(
        "Zeitpunkt",
        {
            "text": _described("Text", "So genau, wie das Dokument ihn nennt", _TEXT),
            "von": _described("Von", "Erster Tag", {"type": "string", "format": "date"}),
            "bis": _described("Bis", "Letzter Tag", {"type": "string", "format": "date"}),
            "genauigkeit": _described(
                "Genauigkeit", "Wie genau er ist", {"enum": ["tag", "monat", "quartal", "jahr", "zeitraum"]}
            ),
        },
    ),
}
