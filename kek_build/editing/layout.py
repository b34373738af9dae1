# Writes lists and keys in lines, indented by two, keys in the order of the model.
from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from kek_build.editing.order import part_of, rank
from kek_build.editing.scalars import WIDTH, Hint, inline, scalar

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""What stands in a file: text, lists and tables of keys."""

STEP = 2
_LINE_BY_LINE = {"leicht"}
"""Keys behind which each line stands for itself."""


def block(value: Value, indent: int, model: type[BaseModel] | None) -> list[str]:
    """The lines of a list or a table that is not empty.

    Args:
        value: a list or a table.
        indent: blanks before each line.
        model: what the table, or each entry of the list, is made by; orders the keys.
    """
    lines = []
    if isinstance(value, Mapping):
        for key in ordered(value, model):
            lines += pair(key, value[key], indent, model)
    else:
        for entry in value:
            lines += item(entry, indent, model)
    return lines


def ordered(keys: Mapping[str, Value], model: type[BaseModel] | None) -> list[str]:
    """Keys in the order of the model; those it does not know go last, as they stand."""
    places = rank(model)
    return sorted(keys, key=lambda key: places.get(key, len(places)))


def pair(key: str, value: Value, indent: int, model: type[BaseModel] | None) -> list[str]:
    """The lines of a key with its value."""
    name = inline(key)
    head, below = behind(value, indent + len(name) + 1, indent, part_of(model, key), hint_of(key))
    return [f"{' ' * indent}{name}:{head}", *below]


def item(value: Value, indent: int, model: type[BaseModel] | None) -> list[str]:
    """The lines of an entry of a list; its dash is indented."""
    if not isinstance(value, str) and value:
        first, *rest = block(value, indent + STEP, model)
        return [f"{' ' * indent}- {first.lstrip(' ')}", *rest]
    head, below = behind(value, indent + 1, indent, model)
    return [f"{' ' * indent}-{head}", *below]


def behind(
    value: Value, column: int, indent: int, model: type[BaseModel] | None, hint: Hint | None = None
) -> tuple[str, list[str]]:
    """A value as it stands behind `key:`.

    Args:
        value: the value.
        column: where the line stands.
        indent: how far the key is indented.
        model: what is in the value.
        hint: how a text of several lines is written.

    Returns:
        What follows in the same line, and the lines below.
    """
    if isinstance(value, str):
        head, below = scalar(value, column + 1, indent + STEP, hint)
        return f" {head}", below
    if not value:
        return (" {}" if isinstance(value, Mapping) else " []"), []
    return "", block(value, indent + STEP, model)


def hint_of(key: str | int) -> Hint | None:
    """How a text of several lines is written behind a key."""
    return "lines" if key in _LINE_BY_LINE else None


def in_brackets(value: Value, column: int, indent: int) -> tuple[str, list[str]] | None:
    """A list of texts in brackets, as it stands behind `key:`.

    Args:
        value: the value.
        column: where the line stands.
        indent: how far the key is indented.

    Returns:
        What follows in the same line, and the lines below; None when the value does not fit for it.
    """
    if isinstance(value, str | Mapping) or not value:
        return None
    words = [inline(word, flow=True) for word in value if isinstance(word, str)]
    if len(words) != len(value):
        return None
    lines = [f" [{words[0]}"]
    for word in words[1:]:
        before = column if len(lines) == 1 else 0
        if before + len(lines[-1]) + 2 + len(word) + 1 <= WIDTH:
            lines[-1] += f", {word}"
        else:
            lines[-1] += ","
            lines.append(" " * (indent + STEP) + word)
    lines[-1] += "]"
    return lines[0], lines[1:]
