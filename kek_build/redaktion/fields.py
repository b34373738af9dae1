# The fields of the form, read off the models: a text is a box, one of a few words a choice, a reference a picker, a
# model a group, a list a list. So a new key of the content is in the form without a line of code here.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from kek_build.data.shape import Figure, Flag, Key, Many, Moment, OneOf, Part, Reference, Shape, Subject, Text, keys
from kek_build.models import Seite
from kek_build.models.base import Model, written_order
from kek_build.models.dates import FORM as DATE_FORM
from kek_build.models.numbers import FORM as NUMBER_FORM
from kek_build.models.words import part_title
from kek_build.reading.validation import FORMS

Field = dict[str, Any]
"""A field as Sveltia's configuration has it, https://sveltiacms.app/en/docs/fields."""

DEPTH = 5
"""How often a model may stand inside itself: goals below goals, points below points. What lies deeper in a file stays
as it is; the form does not show it."""

BODY = "text"
"""The field of a page that is the Markdown below its head."""

NOT_IN_FORM: Mapping[tuple[type[Model], str], str] = {
    (Seite, "kennung"): "der Name der Datei; er wird beim Anlegen gefragt",
}
"""Keys that the form has no field for, and why."""

SUBJECT = "thema"
"""Stands for the subjects among the kinds of thing that are picked from."""

OPTIONS = "$auswahl"
"""Stands for a list of options in the configuration, which `auswahl` holds once under this name."""

_NUMBER = "Bitte eine Zahl schreiben: 30, 47,1 oder 12 500."
_DATE = "Bitte einen Zeitpunkt schreiben: 14.02.2018, 11/2022, Q2/2020, 2022 oder 2022/2023."
_OTHER_FORM = "Der Text hat nicht die richtige Form."
_SUMMARIES = ("nummer", "kennung", "id", "titel", "name", "begriff", "bezeichnung", "einzahl", "massnahme", "akteur",
              "dokument", "verweis", "datum", "zeit", "wert", "art", "zeichen", "text")  # fmt: skip
"""Keys that tell an entry of a list from the others, when it is folded."""


@dataclass(frozen=True)
class Pickers:
    """Where the things of a concept are picked from."""

    relations: Mapping[str, Field]
    """What a picker of each kind looks up in the files."""

    def of(self, kinds: tuple[str, ...]) -> Field:
        """The options of a picker: of one kind that a file of its own lists, or a list made when the site was built."""
        if len(kinds) == 1 and kinds[0] in self.relations:
            return {"widget": "relation", **self.relations[kinds[0]]}
        return {"widget": "select", "options": {OPTIONS: list_name(kinds)}}


def list_name(kinds: tuple[str, ...]) -> str:
    """The name of the list of all things of some kinds."""
    return "+".join(kinds)


def fields(model: type[Model], pickers: Pickers, above: tuple[type[Model], ...] = ()) -> list[Field]:
    """The fields of a model, in the order in which its keys are written.

    Args:
        model: what the form fills in.
        pickers: where things are picked from.
        above: the models it stands in.
    """
    return [_field(model, key, pickers, (*above, model)) for key in shown(model, above)]


def shown(model: type[Model], above: tuple[type[Model], ...] = ()) -> Iterator[Key]:
    """The keys of a model that the form shows."""
    by_name = {key.field: key for key in keys(model)}
    for name in written_order(model):
        deeper = _inner(by_name[name].shape)
        too_deep = deeper is not None and (*above, model).count(deeper) >= DEPTH
        if (model, name) not in NOT_IN_FORM and not too_deep:
            yield by_name[name]


def _inner(shape: Shape) -> type[Model] | None:
    """The model that a key holds, by itself or in a list."""
    shape = shape.item if isinstance(shape, Many) else shape
    return shape.model if isinstance(shape, Part) else None


def _field(model: type[Model], key: Key, pickers: Pickers, above: tuple[type[Model], ...]) -> Field:
    info = model.model_fields[key.field]
    field: Field = {"name": key.field, "label": key.title, "required": key.required}
    if hint := _hint(key, info):
        field["hint"] = hint
    if isinstance(key.shape, Many):
        return field | _list(key, info, pickers, above)
    return field | _single(key.shape, info, pickers, above)


def _hint(key: Key, info: FieldInfo) -> str:
    """What stands below a field: what it is for, examples, and what holds when it stays empty."""
    parts = [] if key.description == key.title else [key.description]
    if examples := [example for given in info.examples or [] if (example := _example(given))]:
        parts.append("Beispiel: " + " oder ".join(examples))
    if isinstance(default := info.get_default(), str):
        parts.append(f"Leer bedeutet: {default}")
    return ". ".join(part.rstrip(".") for part in parts)


def _example(given: Any) -> str | None:
    """An example as it is typed into a field; of a list, its entries. What has fields of its own is no text."""
    if isinstance(given, list) and all(isinstance(entry, str) for entry in given):
        return ", ".join(given)
    return given if isinstance(given, str) else None


def _single(shape: Shape, info: FieldInfo, pickers: Pickers, above: tuple[type[Model], ...]) -> Field:
    """What a value that is no list is filled in with."""
    match shape:
        case Part(model):
            return {"widget": "object", "collapsed": "auto", "fields": fields(model, pickers, above)}
        case Reference(kinds):
            return pickers.of(kinds)
        case Subject():
            return pickers.of((SUBJECT,))
        case Many():
            raise AssertionError("there are no lists of lists")
        case _:
            return _box(shape, info)


def _box(shape: Text | Flag | OneOf | Figure | Moment, info: FieldInfo) -> Field:
    """What a plain value is filled in with."""
    match shape:
        case Flag():
            return {"widget": "select", "options": [{"label": "Ja", "value": "ja"}, {"label": "Nein", "value": "nein"}]}
        case OneOf(values):
            return {"widget": "select", "options": list(values)}
        case Figure():
            return {"widget": "string", "pattern": [f"^(?:{NUMBER_FORM})$", _NUMBER]}
        case Moment():
            return {"widget": "string", "pattern": [f"^(?:{DATE_FORM})$", _DATE]}
        case Text("no", pattern, longest):
            field: Field = {"widget": "string"} | _longest(info, longest)
            if pattern:
                field["pattern"] = [pattern, f"Erwartet: {FORMS[pattern]}." if pattern in FORMS else _OTHER_FORM]
            return field
        case Text():
            return {"widget": "text"}


def _list(key: Key, info: FieldInfo, pickers: Pickers, above: tuple[type[Model], ...]) -> Field:
    """What a list is filled in with."""
    assert isinstance(key.shape, Many)
    limits: Field = {}
    for name, attribute in (("min", "min_length"), ("max", "max_length")):
        if (limit := _limit(info, attribute)) is not None:
            limits[name] = limit
    item = key.shape.item
    if isinstance(item, Reference):
        return {**pickers.of(item.kinds), "multiple": True} | limits
    if isinstance(item, Subject):
        return {**pickers.of((SUBJECT,)), "multiple": True} | limits
    field: Field = {"widget": "list", "collapsed": "auto", "minimize_collapsed": "auto"} | limits
    if isinstance(item, Part):
        inner = fields(item.model, pickers, above)
        names = {one["name"] for one in inner}
        told = [name for name in _SUMMARIES if name in names][:2]
        field |= {"summary": " ".join(f"{{{{fields.{name}}}}}" for name in told)} if told else {}
        return field | {"label_singular": part_title(item.model), "fields": inner}
    inner_field = _single(item, _inner_info(info), pickers, above)
    return field | {"field": {"name": "eintrag", "label": key.title, "required": True, **inner_field}}


def _inner_info(info: FieldInfo) -> FieldInfo:
    """What is said of each entry of a list."""
    annotation = info.annotation
    arguments = getattr(annotation, "__args__", ())
    return FieldInfo.from_annotation(arguments[0]) if arguments else info


def _longest(info: FieldInfo, longest: int | None) -> Field:
    """How long a line may be at most."""
    limits = [length for length in (longest, _limit(info, "max_length")) if length]
    return {"maxlength": min(limits)} if limits else {}


def _limit(info: FieldInfo, attribute: str) -> int | None:
    """The strictest limit of a kind that is set for a key."""
    found = [limit for mark in info.metadata if isinstance(limit := getattr(mark, attribute, None), int)]
    return (max if attribute == "min_length" else min)(found, default=None)
