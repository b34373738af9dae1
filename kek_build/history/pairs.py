# Which items of two lists are the same: those that say the same, then those with the same number or name, then those
# that say it a little differently. Never by position.
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kek_build.history.shapes import Shape, folded
from kek_build.history.words import alike

IDENTITY = ("nummer", "kennung", "id", "massnahme", "akteur", "zeichen", "einzahl", "titel", "bezeichnung", "zeit",
            "datum", "angabe", "programm", "auf")  # fmt: skip
"""What makes two items of a list the same one, though they say something else: what they have of these, in order."""
_MAIN = ("text", "titel", "bezeichnung")
"""What makes two items without such a key the same one, said a little differently."""
_SAME = 0.5
"""From which share of common words two texts are the same one."""
_COMPARED = 1_000
"""Pairs of items up to which texts are compared for that."""


def paired(
    shape: Shape, old: list[Any], new: list[Any], says: Callable[[Any], str]
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Find what is the same in two lists.

    Args:
        shape: the field that holds them.
        old: the items before.
        new: the items after.
        says: what an item says.

    Returns:
        The pairs, in the new order; the items that are gone; those that are new.
    """
    matching = _Matching(dict(enumerate(old)), dict(enumerate(new)))
    matching.by_key(says)
    for name in IDENTITY:
        if shape.model and name in shape.model.model_fields:
            matching.by_key(lambda item, name=name: _key(item, name))  # type: ignore[misc]
    if shape.reference is None and shape.type is None:
        matching.by_likeness(lambda item: _main(shape, item))
    pairs = sorted(matching.pairs, key=lambda pair: pair[1])
    return [(old[i], new[j]) for i, j in pairs], list(matching.old.values()), list(matching.new.values())


class _Matching:
    def __init__(self, old: dict[int, Any], new: dict[int, Any]) -> None:
        self.old = old
        self.new = new
        self.pairs: list[tuple[int, int]] = []

    def _pair(self, one: int, other: int) -> None:
        self.pairs.append((one, other))
        del self.old[one], self.new[other]

    def by_key(self, key: Callable[[Any], object]) -> None:
        """Pair items with the same key; None is none."""
        places: dict[object, list[int]] = {}
        for index, item in self.new.items():
            places.setdefault(key(item), []).append(index)
        for index, item in list(self.old.items()):
            found = key(item)
            if found is not None and places.get(found):
                self._pair(index, places[found].pop(0))

    def by_likeness(self, text: Callable[[Any], str]) -> None:
        """Pair items whose texts have much in common."""
        if len(self.old) * len(self.new) > _COMPARED:
            return
        for index, item in list(self.old.items()):
            likely = (other for other, value in self.new.items() if alike(text(item), text(value)) >= _SAME)
            if (other := next(likely, None)) is not None:
                self._pair(index, other)


def _key(item: Any, name: str) -> object:
    if not isinstance(item, dict) or not isinstance(value := item.get(name), str):
        return None
    return value, folded(item.get("variante", ""))


def _main(shape: Shape, item: Any) -> str:
    if shape.model is None:
        return str(item)
    key = next((key for key in _MAIN if key in shape.model.model_fields), None)
    return str(item.get(key, "")) if key and isinstance(item, dict) else ""
