# From plain data to models: pydantic finds all errors in one pass; this module turns each into German with its
# line.
from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kek_build.errors import Problem
from kek_build.models import Seite
from kek_build.models.aufgehoben import FORMER_REF
from kek_build.models.dates import ZeitpunktError
from kek_build.models.numbers import ZahlError
from kek_build.models.seiten import NOT_WRITTEN
from kek_build.reading.examples import example_of
from kek_build.reading.strict_yaml import Document
from kek_build.reading.suggestions import nearest, shorten
from kek_build.rules import Rule

M = TypeVar("M", bound=BaseModel)

FORMS = {
    r"^[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$": "eine Nummer aus Buchstaben und Ziffern, mit . oder -: III.1, 1-32",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "eine Kennung: kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche: bad-lausick",
    r"^[0-9]{8}$": "ein Gemeindeschlüssel aus acht Ziffern: 14729430",
    r"^https://[^\s<>\"]+$": "eine Adresse mit https:// am Anfang: https://www.landkreis-muster.de/vorlage",
    r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$": "eine Adresse für E-Mails: bauamt@landkreis-muster.de",
    r"^\+?[0-9][0-9 ()/-]{2,29}$": "eine Telefonnummer: 03433 241-0",
    r"^[0-9]{1,3}$": "eine Zahl mit höchstens drei Ziffern",
    r"^[1-9][0-9]{0,2}$": "eine Zahl von Monaten, von 1 bis 999: 12",
    r"^(?:staerke|schwaeche|chance|risiko)-[1-9][0-9]*$": "staerke-1, schwaeche-2, chance-3 oder risiko-4",
    r"^(?:swot/[a-z0-9]+(?:-[a-z0-9]+)*#)?(?:staerke|schwaeche|chance|risiko)-[1-9][0-9]*$": "schwaeche-2, oder aus "
    "einem anderen Thema: swot/wohnen#schwaeche-2",
    r"^(?:swot/[a-z0-9]+(?:-[a-z0-9]+)*#)?[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$": "eine Nummer oder Kennung",
    FORMER_REF: "ein Verweis: 3-34, orte/zwenkau, swot/bildung oder swot/bildung#chance-1",
}
"""What each pattern of the models asks for, in German."""

_RULES: dict[type | None, Rule] = {ZeitpunktError: Rule.DATE, ZahlError: Rule.NUMBER}
"""The rule that a validator of our own holds, by what it raises."""


@dataclass(frozen=True)
class Extra:
    """A value of a model that does not stand in the YAML: the text below a page's head, its short name."""

    value: str
    called: str
    """What messages call it."""
    line: int
    """The line of the file where it begins; 0 when it stands outside."""


def validate(model: type[M], document: Document, extra: Mapping[str, Extra] | None = None) -> M | list[Problem]:
    """Check plain data against a model.

    Args:
        model: the model of the file.
        document: the file, read.
        extra: values that do not stand in the YAML, by key.

    Returns:
        The model, or all problems with line and column.
    """
    return validate_at(model, document, (), document.data, extra)


def validate_at(
    model: type[M],
    document: Document,
    path: tuple[str | int, ...],
    data: Any,
    extra: Mapping[str, Extra] | None = None,
) -> M | list[Problem]:
    """Check one part of a file against a model; `path` leads to it."""
    if not isinstance(data, dict):
        line, column = document.locate(path)
        expected = "Zeilen der Form „schluessel: wert“"
        return [Problem(document.name, line, column, "Hier fehlen die Schlüssel.", expected, rule=Rule.KEYS_EXPECTED)]
    extra = extra or {}
    try:
        return model.model_validate({**data, **{key: given.value for key, given in extra.items()}})
    except ValidationError as error:
        found = _without_echoes(model, error.errors(include_url=False))
        return [_problem(model, document, path, details, extra) for details in found]


def _without_echoes(model: type[BaseModel], errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those of keys that are missing only because they are misspelt."""
    misspelt = set()
    for details in errors:
        if details["type"] == "extra_forbidden":
            *above, key = details["loc"]
            misspelt.add((*above, nearest(str(key), _allowed_keys(model, above))))
    return [details for details in errors if details["type"] != "missing" or details["loc"] not in misspelt]


@dataclass(frozen=True)
class _Told:
    """What is said of an error, without its place."""

    rule: Rule
    message: str
    expected: str | None = None
    suggestion: str | None = None
    example: str | None = None


def _problem(
    model: type[BaseModel],
    document: Document,
    path: tuple[str | int, ...],
    details: ErrorDetails,
    extra: Mapping[str, Extra],
) -> Problem:
    loc = details["loc"]
    names = [part for part in loc if isinstance(part, str)]
    key = shorten(names[-1]) if names else "Eintrag"
    line, column = document.locate((*path, *loc), key=details["type"] in {"extra_forbidden", "missing"})
    if given := extra.get(key) if len(loc) == 1 else None:
        key, line, column = given.called, given.line, 0
    told = _in_german(model, details, key)
    return Problem(document.name, line, column, told.message, told.expected, told.suggestion,
                   rule=told.rule, example=told.example)  # fmt: skip


def _in_german(  # noqa: C901, PLR0912  (a table of cases)
    model: type[BaseModel], details: ErrorDetails, key: str
) -> _Told:
    loc, kind, value, ctx = details["loc"], details["type"], details["input"], details.get("ctx", {})
    shown = f"„{shorten(value)}“" if isinstance(value, str) else "dieser Wert"
    example = _example(model, loc)
    match kind:
        case _ if value is None:
            expected = "Text hinter „- “, oder lassen Sie die Zeile weg"
            return _Told(Rule.EMPTY, f"„{key}“: Ein Eintrag ist leer.", expected)
        case "missing":
            message = f"„{key}“ fehlt oder ist leer."
            return _Told(Rule.MISSING_KEY, message, _description(model, loc), example=example)
        case "extra_forbidden":
            allowed = _allowed_keys(model, loc[:-1])
            message, guess = f"Den Schlüssel „{key}“ gibt es hier nicht", nearest(key, allowed)
            if guess is None and (place := _place_of(model, loc)):
                return _Told(Rule.UNKNOWN_KEY, f"{message}; er gehört {place}.")
            return _Told(Rule.UNKNOWN_KEY, f"{message}.", ", ".join(allowed), guess)
        case "literal_error":
            options = [option.strip("' ") for option in str(ctx.get("expected", "")).replace(" or ", ", ").split(",")]
            guess = nearest(value, options) if isinstance(value, str) else None
            message = f"„{key}“: {shown} ist nicht erlaubt."
            return _Told(Rule.UNKNOWN_VALUE, message, ", ".join(options), guess)
        case "string_pattern_mismatch":
            form = FORMS.get(str(ctx.get("pattern")))
            return _Told(Rule.WRONG_FORM, f"„{key}“: {shown} hat nicht die richtige Form.", form, example=example)
        case "string_too_long":
            count = len(value) if isinstance(value, str) else "?"
            expected = f"höchstens {ctx.get('max_length')} Zeichen"
            return _Told(Rule.TOO_LONG, f"„{key}“ ist zu lang ({count} Zeichen).", expected)
        case "too_long" if not isinstance(value, str):
            expected = f"höchstens {ctx.get('max_length')} Einträge"
            return _Told(Rule.TOO_MANY, f"„{key}“ hat zu viele Einträge ({len(value)}).", expected)
        case "too_long":  # which one depends on the field's validators
            expected = f"höchstens {ctx.get('max_length')} Zeichen"
            return _Told(Rule.TOO_LONG, f"„{key}“ ist zu lang ({len(value)} Zeichen).", expected)
        case "string_too_short" | "too_short" if isinstance(value, str):
            return _Told(Rule.EMPTY, f"„{key}“ ist leer.", "Text, oder lassen Sie den Schlüssel weg")
        case "too_short":
            least = ctx.get("min_length")
            expected = "mindestens ein Eintrag" if least == 1 else f"mindestens {least} Einträge"
            message = f"„{key}“ {'hat zu wenige Einträge' if value else 'ist leer'}."
            return _Told(Rule.TOO_FEW, message, expected, example=example)
        case "tuple_type" | "list_type":
            expected = "je Eintrag eine Zeile, die mit „- “ beginnt"
            return _Told(Rule.LIST_EXPECTED, f"„{key}“: {shown} ist keine Liste.", expected, example=example)
        case "model_type" | "model_attributes_type" | "dict_type":
            expected = "Zeilen der Form „schluessel: wert“"
            return _Told(Rule.KEYS_EXPECTED, f"„{key}“: Hier fehlen die Schlüssel.", expected, example=example)
        case "string_type":
            message = f"„{key}“: Hier muss Text stehen, keine Liste und keine Schlüssel."
            return _Told(Rule.TEXT_EXPECTED, message, example=example)
        case "value_error":
            cause = ctx.get("error")
            return _Told(_RULES.get(type(cause), Rule.ONE_LINE), f"„{key}“: {shown} {cause}.", example=example)
    return _Told(Rule.INVALID, f"„{key}“: {shown} ist ungültig.", _description(model, loc))


def _example(model: type[BaseModel], loc: Sequence[str | int]) -> str | None:
    """How the key is written that a place belongs to."""
    keys = [index for index, part in enumerate(loc) if isinstance(part, str)]
    if not keys:
        return None
    parent = model_at(model, loc[: keys[-1]])
    return example_of(parent, str(loc[keys[-1]])) if parent else None


def _allowed_keys(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The keys of the model at a place, its own before those it shares with others."""
    found = model_at(model, loc)
    if found is None:
        return []
    not_written = NOT_WRITTEN if found is Seite else frozenset()
    names = [name for name in found.model_fields if name not in not_written]
    own = found.__annotations__
    return sorted(names, key=lambda name: name not in own)


def _place_of(model: type[BaseModel], loc: Sequence[str | int]) -> str | None:
    """Where a key belongs that stands a level too high or too low; None when it could belong to many places."""
    *above, key = loc
    here = model_at(model, above)
    below = [
        f"„{name}“"
        for name, field in (here.model_fields if here else {}).items()
        if (inner := model_in(field.annotation)) and inner is not here and key in inner.model_fields
    ]
    if len(below) in {1, 2}:
        return f"unter {' oder '.join(below)}, zwei Leerzeichen weiter eingerückt"
    around = model_at(model, above[:-1]) if above and isinstance(above[-1], str) else None
    if around and not below and key in around.model_fields:
        return f"nicht unter „{above[-1]}“, sondern gleich weit eingerückt wie „{above[-1]}“"
    return None


def _description(model: type[BaseModel], loc: Sequence[str | int]) -> str | None:
    parent = model_at(model, loc[:-1])
    field = parent.model_fields.get(str(loc[-1])) if parent else None
    return field.description if field else None


def model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel] | None:
    """The model that stands at a place in another model, such as `Ziel` at `("ziele", 0, "ziele", 2)`."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current else None
        current = model_in(field.annotation) if field else None
    return current


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, by itself or in a list, a table or a choice."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in {tuple, list, Mapping, typing.Union, types.UnionType, typing.Annotated}:
        for argument in typing.get_args(annotation):
            if found := model_in(argument):
                return found
    return None
