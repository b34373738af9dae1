# What a file shall say after some changes. Each list remembers which of its entries stood where before, so that an
# entry that stays keeps its lines, its comments and its layout wherever it goes.
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from kek_build.editing.layout import Value

Path = tuple[str | int, ...]
_NAMES = ("kennung", "nummer", "id", "massnahme", "akteur", "verweis", "dokument", "einzahl")
"""Keys that tell entries of a list apart."""


@dataclass(frozen=True)
class Set:
    """Put a value in a place: a key is replaced or added, an entry of a list replaced, or appended at its end."""

    path: Path
    value: Value


@dataclass(frozen=True)
class Remove:
    """Take a key or an entry away, and the list or table around it when nothing is left in it."""

    path: Path


class Entries(list[Any]):
    """A list that knows where its entries stood before: `origins` holds their places; None for new ones."""

    origins: list[int | None]

    def __init__(self, values: Sequence[Any], origins: Sequence[int | None]) -> None:
        super().__init__(values)
        self.origins = list(origins)


def tracked(value: Any) -> Any:
    """A copy of what was read, whose lists remember."""
    if isinstance(value, Mapping):
        return {key: tracked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return Entries([tracked(inner) for inner in value], range(len(value)))
    return value


def _new(value: Value) -> Any:
    """A copy of what is written anew."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _new(inner) for key, inner in value.items()}
    return Entries([_new(inner) for inner in value], [None] * len(value))


def plain(value: Any) -> Any:
    """The same without memory."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def carry_out(data: Any, change: Set | Remove) -> Any:
    """Change tracked data.

    Args:
        data: the data; it is changed in place.
        change: what shall be different.

    Returns:
        The data.

    Raises:
        KeyError: the path leads nowhere.
    """
    if isinstance(change, Remove):
        return _remove(data, change.path)
    return _put(data, change.path, change.value)


def _put(data: Any, path: Path, value: Value) -> Any:
    if not path:
        return _merged(data, value)
    part, rest = path[0], path[1:]
    if data is None or data in ("", [], {}):  # a key without a value
        data = {} if isinstance(part, str) else Entries([], [])
    if isinstance(data, dict) and isinstance(part, str):
        data[part] = _put(data.get(part), rest, value)
    elif isinstance(data, Entries) and isinstance(part, int) and 0 <= part < len(data):
        data[part] = _put(data[part], rest, value)
    elif isinstance(data, Entries) and part == len(data):
        data.append(_put(None, rest, value))
        data.origins.append(None)
    else:
        raise KeyError(part)
    return data


def _remove(data: Any, path: Path) -> Any:
    if not path:
        raise KeyError(path)
    part, rest = path[0], path[1:]
    if isinstance(data, dict) and part in data:
        if rest and (left := _remove(data[part], rest)) not in ({}, []):
            data[part] = left
        else:
            del data[part]
    elif isinstance(data, Entries) and isinstance(part, int) and 0 <= part < len(data):
        if rest and (left := _remove(data[part], rest)) not in ({}, []):
            data[part] = left
        else:
            del data[part]
            del data.origins[part]
    else:
        raise KeyError(part)
    return data


def _merged(old: Any, new: Value) -> Any:
    """A whole new value in the place of an old one: what is the same in both is remembered."""
    if isinstance(old, dict) and isinstance(new, Mapping):
        return {key: _merged(old.get(key), inner) for key, inner in new.items()}
    if isinstance(old, Entries) and not isinstance(new, str | Mapping):
        values: list[Any] = []
        origins: list[int | None] = []
        for here, before in _aligned(old, new):
            values.append(_new(new[here]) if before is None else _merged(old[before], new[here]))
            origins.append(None if before is None else old.origins[before])
        return Entries(values, origins)
    return _new(new)


def _aligned(old: Sequence[Any], new: Sequence[Value]) -> Iterator[tuple[int, int | None]]:
    """For each entry of a new list the place of the old entry it stands for; the places rise."""
    matcher = SequenceMatcher(None, [_key(v) for v in old], [_key(v) for v in new], autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "equal" or last - first == end - begin:
            yield from zip(range(begin, end), range(first, last), strict=True)
            continue
        free = first
        for here in range(begin, end):
            name = _name(new[here])
            place = next((n for n in range(free, last) if name and _name(old[n]) == name), None)
            yield here, place
            free = free if place is None else place + 1


def _key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _name(value: Any) -> str | None:
    if not isinstance(value, Mapping):
        return None
    return next((f"{key}={value[key]}" for key in _NAMES if isinstance(value.get(key), str)), None)
