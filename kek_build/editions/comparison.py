# Two editions, compared thing by thing and field of action by field of action: what is new, changed, merged, split,
# replaced or dropped, and what in it. Numbers that only moved on are no change: before two versions of a thing are
# compared, the older one speaks in the numbers of the newer.
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from kek_build.concept.entries import natural_key
from kek_build.editions.pairing import Fate, fates
from kek_build.editions.states import COMPARED, Things
from kek_build.history.compare import FieldChange, compare
from kek_build.history.labels import ABOVE, NUMBER
from kek_build.history.shapes import shapes
from kek_build.history.things import State
from kek_build.history.words import alike, compare_words
from kek_build.models.base import Model

What = Literal["new", "derived", "changed", "same", "merged", "replaced", "split", "dropped"]
KINDS_OF_CHANGE: tuple[What, ...] = ("new", "derived", "changed", "merged", "split", "replaced", "dropped", "same")
"""All that may have become of a thing, in the order in which it is told."""
IN_NEWER: tuple[What, ...] = ("new", "derived", "changed", "same")
"""What is told of things of the newer edition; the rest of those that only the older one has."""

_BESIDE = {"quelle", "hinweis", "aktualisierungen", "leicht", "leicht_geprueft", "themen"}
"""Keys that say where something stands, how it is told, or what happened later: no part of what was adopted."""
_REFERENCE = re.compile(r"\[\[([^\[\]|#]+)")


@dataclass(frozen=True)
class Row:
    """What became of one thing."""

    what: What
    kind: str
    ref: str
    """Its reference in the newer edition; of what only the older one has, there."""
    title: str
    field: str | None
    """The field of action it belongs to, as in the newer edition, or in the older one where that is gone."""
    before: str | None = None
    """Its reference in the older edition, where it has one there."""
    fields: tuple[FieldChange, ...] = ()
    to: tuple[str, ...] = ()
    """What carries it on in the newer edition."""
    origins: tuple[str, ...] = ()
    """What it came from, in the older edition."""
    ended: str | None = None
    reason: str | None = None
    still: str | None = None
    """Its reference in the newer edition, where that still lists it."""

    @property
    def is_in_newer(self) -> bool:
        """Whether it is told of a thing of the newer edition."""
        return self.what in IN_NEWER


@dataclass(frozen=True)
class Comparison:
    """Two editions side by side."""

    rows: tuple[Row, ...]
    """Every thing once: in the order of the fields of action, the kinds and the numbers."""
    gone_fields: Mapping[str, str]
    """Fields of action that only the older edition has, with their titles, by what rows call them."""
    unreadable: tuple[str, ...] = ()
    """Files of either edition that could not be read, and are not compared."""

    @cached_property
    def fields(self) -> tuple[str | None, ...]:
        """The fields of action, in order; None for what belongs to none."""
        return tuple(dict.fromkeys(row.field for row in self.rows))

    def count(self, *what: What, kind: str | None = None, field: str | Literal[False] | None = False) -> int:
        """How many things became what is asked for; of a kind, of a field."""
        return sum(
            number
            for (happened, of, where), number in self._counts.items()
            if (not what or happened in what) and kind in {None, of} and field in {False, where}
        )

    @cached_property
    def _counts(self) -> Counter[tuple[What, str, str | None]]:
        return Counter((row.what, row.kind, row.field) for row in self.rows)

    def listed_still(self, kind: str) -> int:
        """How many things of a kind the newer edition still lists though something else carries them on."""
        return sum(row.still is not None and row.kind == kind for row in self.rows)

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """What carries on each thing of the older edition; nothing for what was dropped."""
        found = {row.before: (row.ref,) for row in self.rows if row.before and row.is_in_newer}
        return found | {row.before: row.to for row in self.rows if row.before and not row.is_in_newer}

    @cached_property
    def ended(self) -> frozenset[str]:
        """What of the older edition did not stay what it was."""
        return frozenset(row.before for row in self.rows if row.before and not row.is_in_newer)


def compare_editions(old: Things, new: Things) -> Comparison:
    """Compare two editions.

    Args:
        old: the older one.
        new: the newer one.
    """
    found = fates(old, new)
    moved = {ref: fate.to[0] for ref, fate in found.items() if fate.what == "same"}
    origins: dict[str, list[str]] = {}
    for ref, fate in found.items():
        for target in fate.to if fate.what != "same" else ():
            origins.setdefault(target, []).append(ref)
    were = {to: ref for ref, to in moved.items()}
    still = {fate.still for fate in found.values() if fate.still}
    rows = [
        _newer(state, new, old.things.get(were.get(ref, "")), moved, tuple(origins.get(ref, ())))
        for ref, state in new.things.items()
        if ref not in still
    ]
    gone: dict[str, str] = {}
    for ref, fate in found.items():
        if fate.what != "same":
            rows.append(_older(old.things[ref], fate, old, moved, gone))
    order = {field: place for place, field in enumerate(_fields(new, gone))}
    rows.sort(key=lambda row: (order[row.field], COMPARED.index(row.kind), natural_key(row.ref), row.is_in_newer))
    unreadable = tuple(sorted({str(path) for things in (old, new) for path in things.unreadable}))
    return Comparison(tuple(rows), gone, unreadable)


def _fields(new: Things, gone: Mapping[str, str]) -> Iterator[str | None]:
    refs = (ref for ref, state in new.things.items() if state.kind == "handlungsfeld")
    yield from sorted(refs, key=natural_key)
    yield from sorted(gone, key=natural_key)
    yield None


def _newer(state: State, new: Things, was: State | None, moved: Mapping[str, str], origins: tuple[str, ...]) -> Row:
    field = field_of(state, new)
    field = field if field in new.things else None
    if was is None:
        what: What = "derived" if origins else "new"
        return Row(what, state.kind, state.ref, state.title, field, origins=origins)
    fields = tuple(_changes(was, state, moved))
    what = "changed" if fields else "same"
    return Row(what, state.kind, state.ref, state.title, field, was.ref, fields, origins=origins)


def _older(state: State, fate: Fate, old: Things, moved: Mapping[str, str], gone: dict[str, str]) -> Row:
    ref = field_of(state, old)
    field = moved.get(ref or "")
    if ref is not None and ref in old.things and field is None:
        field = f"alt/{ref}"
        gone[field] = old.things[ref].title
    assert fate.what != "same"
    return Row(
        fate.what, state.kind, state.ref, state.title, field, state.ref, to=fate.to, ended=fate.ended,
        reason=fate.reason, still=fate.still,
    )  # fmt: skip


def field_of(state: State, things: Things) -> str | None:
    """The field of action that a thing belongs to, as its edition says."""
    match state.kind:
        case "handlungsfeld":
            return state.ref
        case "massnahme":
            value = state.data.get("handlungsfeld")
            return value if isinstance(value, str) else None
        case "schluesselvorhaben":
            value = state.data.get("handlungsfelder")
            first = value[0] if isinstance(value, list) and value else None
            return first if isinstance(first, str) else None
        case "ziel":
            seen: set[str] = set()
            above: State | None = state
            while above is not None and above.kind == "ziel" and above.ref not in seen:
                seen.add(above.ref)
                above = things.things.get(above.parent or "")
            return above.ref if above is not None and above.kind == "handlungsfeld" else None
    return None


def _changes(old: State, new: State, moved: Mapping[str, str]) -> Iterator[FieldChange]:
    if old.ref != new.ref:
        yield FieldChange(NUMBER, "changed", _short(old.ref), _short(new.ref))
    if new.kind == "ziel" and old.parent and new.parent and moved.get(old.parent) != new.parent:
        yield FieldChange(ABOVE, "changed", f"[[{old.parent}]]", f"[[{new.parent}]]")
    before = {key: value for key, value in old.data.items() if key not in _BESIDE}
    after = {key: value for key, value in new.data.items() if key not in _BESIDE}
    if before != after:
        yield from map(_by_words, compare(new.model, _in_new_numbers(before, new.model, moved), after))


def title_change(old: str, new: str) -> FieldChange:
    """What changed in a name."""
    return _by_words(FieldChange("Name", "changed", old, new))


def _by_words(change: FieldChange) -> FieldChange:
    """A change told word by word, where both values are some words and have some in common."""
    old, new = change.before or "", change.after or ""
    if change.words or max(old.count(" "), new.count(" ")) < 1 or not alike(old, new):
        return change
    return replace(change, before=None, after=None, words=compare_words(old, new))


def _short(ref: str) -> str:
    return ref.rpartition("/")[2]


def _in_new_numbers(value: Any, model: type[Model], moved: Mapping[str, str]) -> Any:
    """What the older edition says, in the numbers of the newer one."""
    if not isinstance(value, dict):
        return value
    found = dict(value)
    for shape in shapes(model):
        if (inner := value.get(shape.key)) is None:
            continue
        items = inner if isinstance(inner, list) else [inner]
        told = list(_items(items, shape.model, moved, names=shape.reference is not None, prose=shape.prose))
        found[shape.key] = told if isinstance(inner, list) else told[0]
    return found


def _items(
    items: Iterable[Any], model: type[Model] | None, moved: Mapping[str, str], *, names: bool, prose: bool
) -> Iterator[Any]:
    for item in items:
        if model is not None:
            yield _in_new_numbers(item, model, moved)
        elif isinstance(item, str) and names:
            yield moved.get(item, item)
        elif isinstance(item, str) and prose:
            yield _REFERENCE.sub(lambda found: f"[[{moved.get(found[1], found[1])}", item)
        else:
            yield item
