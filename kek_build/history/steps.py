# What one commit did, from the things before it and after it: which are new, which are gone, which go on under another
# number, and what changed in those that stayed. Depends on nothing but these two states, so it can be kept.
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kek_build.history.changes import Happened
from kek_build.history.compare import FieldChange, compare
from kek_build.history.labels import ABOVE, NUMBER
from kek_build.history.things import Key, State, says
from kek_build.history.words import Run

_TITLE = 160
"""Characters of a title that are kept."""


@dataclass(frozen=True)
class Event:
    """What a commit did to one thing."""

    key: Key
    kind: str
    title: str
    happened: Happened
    fields: tuple[FieldChange, ...]
    digest: str
    """Made of what it said before and says now."""
    near: tuple[str, ...] = ()
    before: Key | None = None
    """What it was referred to by before, when that changed."""

    def dump(self) -> list[Any]:
        """As plain data for JSON."""
        fields = [[f.label, f.what, f.before, f.after, [[r.op, r.text] for r in f.words]] for f in self.fields]
        return [self.key, self.kind, self.title, self.happened, fields, self.digest, self.near, self.before]


def load(data: list[Any]) -> Event:
    """An event from what `dump` gave."""
    key, kind, title, happened, fields, digest, near, before = data
    told = tuple(
        FieldChange(label, what, old, new, tuple(Run(*run) for run in words)) for label, what, old, new, words in fields
    )
    return Event((key[0], key[1]), kind, title, happened, told, digest, tuple(near), before and (before[0], before[1]))


def events(old: Iterable[State], new: Iterable[State]) -> list[Event]:
    """What happened between two states.

    Args:
        old: the things before, of all files that a commit touches.
        new: the things after it.
    """
    before = {state.key: state for state in old}
    after = {state.key: state for state in new}
    before = _with_moved_concepts(before, after)
    went_on = {key: key for key in after if key in before} | _renamed(before, after)
    gone = [state for key, state in before.items() if key not in went_on.values()]
    found = [_event(before[went_on[key]], state) if key in went_on else _created(state) for key, state in after.items()]
    return [*(event for event in found if event), *map(_removed, gone)]


def _with_moved_concepts(before: Mapping[Key, State], after: Mapping[Key, State]) -> dict[Key, State]:
    """The things before, under the name their concept has now: its folder may have been renamed."""
    left = [concept for concept, ref in before if ref == "konzept" and (concept, ref) not in after]
    came = [concept for concept, ref in after if ref == "konzept" and (concept, ref) not in before]
    if len(left) != 1 or len(came) != 1:
        return dict(before)
    return {((came[0], ref) if concept == left[0] else (concept, ref)): state
            for (concept, ref), state in before.items()}  # fmt: skip


def _renamed(before: Mapping[Key, State], after: Mapping[Key, State]) -> dict[Key, Key]:
    """New references of things that were there before: they name the old one, or are called the same."""
    free = {key: state for key, state in before.items() if key not in after}
    fresh = {key: state for key, state in after.items() if key not in before}
    found: dict[Key, Key] = {}
    for key, state in fresh.items():
        for ref in state.former:
            if (old := (state.concept, ref)) in free:
                found[key] = old
                del free[old]
                break
    named = _by_name(free)
    for name, keys in _by_name({key: state for key, state in fresh.items() if key not in found}).items():
        if len(keys) == 1 and len(olds := named.get(name, [])) == 1:
            found[keys[0]] = olds[0]
    return found


def _by_name(things: Mapping[Key, State]) -> dict[tuple[str, str, str], list[Key]]:
    found: dict[tuple[str, str, str], list[Key]] = {}
    for key, state in things.items():
        found.setdefault((key[0], state.kind, state.title), []).append(key)
    return found


def _event(old: State, new: State) -> Event | None:
    if old.data == new.data and old.key == new.key and old.parent == new.parent:
        return None
    fields = compare(new.model, old.data, new.data)
    if old.parent != new.parent and old.parent and new.parent and new.kind == "ziel":
        fields.insert(0, FieldChange(ABOVE, "changed", f"[[{old.parent}]]", f"[[{new.parent}]]"))
    if old.ref != new.ref:
        fields.insert(0, FieldChange(NUMBER, "changed", _short(old.ref), _short(new.ref)))
    moved = old.key if old.key != new.key else None
    if not fields and not moved:
        return None
    return Event(new.key, new.kind, _title(new), "changed", tuple(fields), _digest(old, new), before=moved)


def _created(state: State) -> Event:
    return Event(state.key, state.kind, _title(state), "created", (), _digest(None, state))


def _removed(state: State) -> Event:
    near = [state.parent] if state.parent else []
    near += sorted({text for text in _texts(state.data) if len(text) <= 80 and " " not in text})
    return Event(state.key, state.kind, _title(state), "removed", (), _digest(state, None), tuple(near))


def _texts(data: Any) -> Iterable[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, str):
        yield data


def _title(state: State) -> str:
    title = state.title
    return title if len(title) <= _TITLE else f"{title[:_TITLE].rsplit(' ', 1)[0]} …"


def _short(ref: str) -> str:
    return ref.rpartition("#" if "#" in ref else "/")[2]


def _digest(old: State | None, new: State | None) -> str:
    said = [says(state.data) if state else None for state in (old, new)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:12]
