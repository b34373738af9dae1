# Two versions of a thing, compared as data and field by field. Lists are compared by what stands in them, never by
# position; order, layout and quoting say nothing. What comes out is running text in the form of the content, with
# `[[references]]`: names belong to the page that shows it.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kek_build.history.labels import IN_SHORT
from kek_build.history.pairs import IDENTITY, paired
from kek_build.history.shapes import Shape, plain, shapes
from kek_build.history.words import Run, compare_words
from kek_build.models.base import Model

What = Literal["new", "changed", "gone"]
Data = dict[str, Any]

_WORDS_FROM = 40
"""Texts from this length on are compared word by word."""
_LONGEST = 300
"""Characters of a value that are kept."""
_MANY = 60
"""Fields of one thing that are told."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What happened to one field."""

    label: str
    """What readers call it; inside a list, with the item: `Maßnahmen, [[3-34]]: Vermerk`."""
    what: What
    before: str | None = None
    after: str | None = None
    words: tuple[Run, ...] = ()
    """Of a longer text, word by word instead."""


def compare(model: type[Model], old: Data, new: Data) -> list[FieldChange]:
    """What changed between two versions of a thing.

    Args:
        model: what it is today.
        old: the data of its file, of an earlier version, which need not fit the model.
        new: the same, later.
    """
    return list(_fields(model, old, new, ""))[:_MANY]


def phrase(model: type[Model], data: object) -> str:
    """An item of a list in one line: all it says, in the order of the model."""
    if not isinstance(data, dict):
        return _cut(str(data))
    parts: list[str] = []
    for shape in shapes(model):
        if (value := _value(data, shape)) is None:
            continue
        if shape.many:
            parts.extend(_phrase(item, shape) for item in value)
        else:
            parts.append(_phrase(value, shape))
    return _cut(", ".join(filter(None, parts)))


def _fields(model: type[Model], old: Data, new: Data, inside: str) -> Iterator[FieldChange]:
    for shape in shapes(model):
        before, after = _value(old, shape), _value(new, shape)
        if before == after:
            continue
        label = f"{inside}{shape.label}"
        if shape.many:
            yield from _lists(shape, _items(before), _items(after), label)
        elif shape.model and isinstance(before, dict) and isinstance(after, dict):
            yield from _fields(shape.model, before, after, f"{label}: ")
        else:
            yield from _scalars(shape, before, after, label)


def _value(data: Data, shape: Shape) -> Any:
    value = data.get(shape.key)
    if value is None or value in ([], {}) or (shape.default is not None and value == shape.default):
        return None
    return value


def _items(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _scalars(shape: Shape, before: Any, after: Any, label: str) -> Iterator[FieldChange]:
    old = None if before is None else _phrase(before, shape)
    new = None if after is None else _phrase(after, shape)
    if old == new:
        return
    what: What = "new" if old is None else "gone" if new is None else "changed"
    if shape.key in IN_SHORT:
        yield FieldChange(label, what)
    elif old is not None and new is not None and shape.prose and max(len(old), len(new)) >= _WORDS_FROM:
        yield FieldChange(label, what, words=compare_words(old, new))
    else:
        yield FieldChange(label, what, old and _cut(old), new and _cut(new))


def _phrase(value: Any, shape: Shape) -> str:
    return phrase(shape.model, value) if shape.model else plain(value, shape)


def _lists(shape: Shape, old: list[Any], new: list[Any], label: str) -> Iterator[FieldChange]:
    pairs, gone, added = paired(shape, old, new, lambda item: _phrase(item, shape))
    for before, after in pairs:
        if shape.model and isinstance(before, dict) and isinstance(after, dict):
            yield from _fields(shape.model, before, after, f"{label}{_name(shape, after)}: ")
        else:
            yield from _scalars(shape, before, after, label)
    yield from (FieldChange(label, "gone", before=_cut(_phrase(item, shape))) for item in gone)
    yield from (FieldChange(label, "new", after=_cut(_phrase(item, shape))) for item in added)


def _name(shape: Shape, item: Data) -> str:
    """What tells an item of a list apart, behind the name of the list."""
    assert shape.model is not None
    for inner in shapes(shape.model):
        if inner.key in IDENTITY and (value := item.get(inner.key)):
            return f", {_cut(plain(value, inner), 60)}"
    return ""


def _cut(text: str, length: int = _LONGEST) -> str:
    if len(text) <= length:
        return text
    short = text[:length].rsplit(" ", 1)[0]
    if short.count("[[") > short.count("]]"):
        short = short[: short.rindex("[[")]
    return f"{short.rstrip(' ,;:–')} …"
