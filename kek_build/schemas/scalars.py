# What a single value may be, in the types in which an editor's reader of YAML sees it: it takes `1.10` for a number and
# `2022` for an integer, where the content is text to the strict reader. Truths are left out, and
# keys without a value: editors would offer `true` and `null` behind every key, and to the strict reader that is text.
from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from annotated_types import MaxLen, MinLen
from pydantic import BeforeValidator, StringConstraints, TypeAdapter

from kek_build.concept.entries import KINDS, PREFIXES
from kek_build.models.base import ReferenceTo
from kek_build.models.dates import Datum, DatumField
from kek_build.models.numbers import Zahl
from kek_build.reading.validation import FORMS

_TEXT = ["string", "number"]
_ENDLESS = 10**9
_ONE_LINE = r"^[^\n]*\n*$"
_NUMBER = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def scalar_schema(kind: type, marks: list[Any]) -> dict[str, Any]:
    """What may stand behind a key that holds one value.

    Args:
        kind: the type of the value in the model.
        marks: what else the model says of it.
    """
    if kind is Datum:
        return _told(_of_type(DatumField), "14.02.2026, 11/2022, Q2/2020, 2022 oder 2022/2023")
    if kind is Decimal:
        return _told(_of_type(Zahl), "eine Zahl: 30, 47,1 oder 12 500")
    assert kind is str, kind
    for mark in marks:
        if isinstance(mark, ReferenceTo):
            schema = {"type": _TEXT, "pattern": _reference(mark.kinds)}
            return _told(schema, _reference_form(mark.kinds))
    return _text(marks)


def _of_type(annotation: Any) -> dict[str, Any]:
    """What a type says of itself; the example is the field's."""
    return {key: value for key, value in TypeAdapter(annotation).json_schema().items() if key != "examples"}


def _text(marks: list[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": _TEXT}
    told = None
    for mark in marks:
        if isinstance(mark, BeforeValidator):  # of text, the only one is that for one line
            schema["pattern"], told = _ONE_LINE, "Text in einer Zeile"
        if isinstance(mark, StringConstraints) and mark.pattern:
            pattern = str(mark.pattern)
            schema["pattern"] = pattern
            told = FORMS.get(pattern)
        found = limits(mark, "Length")
        found["maxLength"] = min(found.get("maxLength", _ENDLESS), schema.get("maxLength", _ENDLESS))
        schema |= {name: limit for name, limit in found.items() if limit < _ENDLESS}
    return _told(schema, told)


def limits(mark: Any, of: str) -> dict[str, int]:
    """The least and the most, if a mark of a field says so.

    Args:
        mark: what the model says.
        of: `Length` of texts, or `Items` of lists.
    """
    least = getattr(mark, "min_length", None) if isinstance(mark, MinLen | StringConstraints) else None
    most = getattr(mark, "max_length", None) if isinstance(mark, MaxLen | StringConstraints) else None
    return {f"{name}{of}": limit for name, limit in (("min", least), ("max", most)) if limit}


def _told(schema: dict[str, Any], form: str | None) -> dict[str, Any]:
    """A schema with what editors say of a wrong value, in German; the word for it is one that several of them know."""
    return {**schema, "patternErrorMessage": f"Erwartet: {form}"} if form else schema


def _reference(kinds: tuple[str, ...]) -> str:
    """The form of a reference to one of some kinds of things; with one kind its prefix may be left out."""
    return f"^(?:{'|'.join(dict.fromkeys(_forms(kinds)))})$"


def _forms(kinds: tuple[str, ...]) -> Iterator[str]:
    for kind in kinds:
        if kind in {"aussage", "leitsatz"}:
            yield rf"(?:{_NUMBER}|swot/{_SLUG})#[a-z]+-[1-9][0-9]*"
        elif prefix := PREFIXES.get(kind):
            yield f"(?:{prefix}){'?' if len(kinds) == 1 else ''}{_SLUG}"
        else:
            yield _NUMBER


def _reference_form(kinds: tuple[str, ...]) -> str:
    if len(kinds) > 1:
        return "ein Verweis: 3-34, I.1, orte/zwenkau oder swot/bildung#schwaeche-2"
    what = "Kennung" if PREFIXES.get(kinds[0]) else "Nummer"
    return f"{what} aus: {KINDS[kinds[0]][2]}"
