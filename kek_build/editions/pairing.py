# What became of each thing of an edition in the next one. First counts what the newer edition says itself: former
# numbers (`aliase`), what ended and what carries on (aufgehoben.yml, `ersetzt_durch`, `zusammengefuehrt_mit`). What it
# says nothing of is the same when it is called the same, then when it has the same number; but a number under which no
# word of the older edition is left was given to something else.
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kek_build.concept.entries import PREFIXES
from kek_build.editions.states import Things
from kek_build.history.shapes import folded
from kek_build.history.things import State

Happened = Literal["same", "merged", "replaced", "split", "dropped"]

_WORD = re.compile(r"\w{4,}")
_SAID = ("titel", "kurz", "beschreibung", "wortlaut", "kurztitel")
"""The keys whose words tell whether a number means the same as before."""
_MERGED, _REPLACED = "zusammengefuehrt_mit", "ersetzt_durch"


@dataclass(frozen=True)
class Fate:
    """What became of a thing."""

    what: Happened
    to: tuple[str, ...] = ()
    """What carries it on in the newer edition; of one that stayed the same, itself."""
    ended: str | None = None
    """When it was dissolved, as written."""
    reason: str | None = None
    still: str | None = None
    """Its number in the newer edition, where that still lists it though something else carries it on."""


def fates(old: Things, new: Things) -> dict[str, Fate]:
    """What became of each thing of the older edition, by its reference there."""
    return _Pairing(old, new).all()


class _Pairing:
    def __init__(self, old: Things, new: Things) -> None:
        self.old, self.new = old.things, new.things
        self.stones = {ref: stone for stone in new.ended for ref in _names(stone)}
        self.former = _former(new.things.values())
        self.found: dict[str, Fate] = {}
        self.taken: set[str] = set()

    def all(self) -> dict[str, Fate]:
        self._told()
        self._by_number(_same_title)
        self._called_the_same()
        self._by_number(_something_in_common)
        return {ref: self.found.get(ref, Fate("dropped")) for ref in self.old}

    def _same(self, ref: str, to: str) -> None:
        self.found[ref] = Fate("same", (to,))
        self.taken.add(to)

    def _stays(self, state: State) -> bool:
        """Whether something of its kind has its number still."""
        return state.ref in self.new and self.new[state.ref].kind == state.kind

    def _told(self) -> None:
        """What the newer edition says itself."""
        for ref, state in self.old.items():
            if self._stays(state):
                if told := _carried_on(self.new[ref].data, state.data):
                    self.found[ref] = self._fate(*told, still=ref)
                    self.taken.add(ref)
            elif stone := self.stones.get(ref.lower()):
                self.found[ref] = self._of_stone(stone)
        by_heir: dict[str, list[str]] = {}
        for ref, state in self.old.items():
            heir = self.former.get(ref.lower())
            if ref not in self.found and heir and self.new[heir].kind == state.kind and not self._stays(state):
                by_heir.setdefault(heir, []).append(ref)
        for heir, refs in by_heir.items():
            goes_on = heir in self.old and self.old[heir].kind == self.new[heir].kind
            if len(refs) == 1 and not goes_on:
                self._same(refs[0], heir)
            else:
                self.found |= {ref: Fate("merged", (heir,)) for ref in refs}

    def _of_stone(self, stone: Mapping[str, Any]) -> Fate:
        merged, replaced = _listed(stone.get(_MERGED)), _listed(stone.get(_REPLACED))
        ended = stone.get("ende")
        reason = stone.get("grund")
        return self._fate(
            merged,
            replaced,
            ended=ended if isinstance(ended, str) else None,
            reason=reason if isinstance(reason, str) else None,
        )

    def _fate(
        self,
        merged: list[str],
        replaced: list[str],
        ended: str | None = None,
        reason: str | None = None,
        still: str | None = None,
    ) -> Fate:
        to = tuple(dict.fromkeys(self._follow([*merged, *replaced], set())))
        what: Happened = "dropped" if not to else "merged" if merged else "split" if len(to) > 1 else "replaced"
        return Fate(what, to, ended, reason, still)

    def _follow(self, refs: Iterable[str], seen: set[str]) -> Iterator[str]:
        """What carries on in the end: what took the place of something may have ended, too."""
        for ref in refs:
            key = ref.lower()
            if key in seen:
                continue
            seen.add(key)
            if ref in self.new:
                yield ref
            elif heir := self.former.get(key):
                yield heir
            elif stone := self.stones.get(key):
                yield from self._follow([*_listed(stone.get(_MERGED)), *_listed(stone.get(_REPLACED))], seen)

    def _by_number(self, fits: Callable[[State, State], bool]) -> None:
        """Take things with the same number for the same, when they fit."""
        for ref, state in self.old.items():
            other = self.new.get(ref)
            if ref not in self.found and other and self._stays(state) and ref not in self.taken and fits(state, other):
                self._same(ref, ref)

    def _called_the_same(self) -> None:
        """Take things for the same that alone are called so, whatever their numbers are."""
        left = {state.ref: state for ref, state in self.old.items() if ref not in self.found}
        fresh = {state.ref: state for ref, state in self.new.items() if ref not in self.taken}
        count = Counter(map(_called, left.values())), Counter(map(_called, fresh.values()))
        by_name = {_called(state): ref for ref, state in fresh.items()}
        for ref, state in left.items():
            name = _called(state)
            if count[0][name] == count[1][name] == 1:
                self._same(ref, by_name[name])


def _called(state: State) -> tuple[str, str]:
    return state.kind, state.title.casefold()


def _same_title(old: State, new: State) -> bool:
    return _called(old) == _called(new)


def _something_in_common(old: State, new: State) -> bool:
    return bool(_words(old) & _words(new)) or not (_words(old) and _words(new))


def _words(state: State) -> set[str]:
    said = " ".join(folded(state.data[key]) for key in _SAID if isinstance(state.data.get(key), str))
    return set(_WORD.findall(said.casefold()))


def _former(things: Iterable[State]) -> dict[str, str]:
    """What carries each former number on, in small letters."""
    return {ref.lower(): state.ref for state in things for ref in state.former}


def _names(stone: Mapping[str, Any]) -> Iterator[str]:
    """What a dissolved thing was called, and before that."""
    ref = stone.get("verweis")
    if isinstance(ref, str):
        yield ref.lower()
        head, slash, _ = ref.partition("/")
        prefix = f"{head}{slash}" if f"{head}{slash}" in PREFIXES.values() else ""
        yield from (f"{prefix}{name}".lower() for name in _listed(stone.get("aliase")))


def _carried_on(now: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[list[str], list[str]] | None:
    """What a thing that is still listed says of what carries it on, unless it said so before."""
    told = tuple(_listed(now.get(key)) for key in (_MERGED, _REPLACED))
    was = tuple(_listed(before.get(key)) for key in (_MERGED, _REPLACED))
    return (told[0], told[1]) if any(told) and told != was else None


def _listed(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]
