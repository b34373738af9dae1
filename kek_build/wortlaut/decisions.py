# Decides for each place of the concept what was found for it: surely one text, perhaps one, several that differ, or
# none. The same number with different texts is never decided here: a person chooses.
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kek_build.wortlaut.found import Found
from kek_build.wortlaut.likeness import plain
from kek_build.wortlaut.slots import Slot, Slots

Verdict = Literal["sicher", "unsicher", "mehrere", "fehlt"]


@dataclass(frozen=True)
class Decision:
    """What was found for a place."""

    slot: Slot
    verdict: Verdict
    versions: tuple[Found, ...]
    """The texts that differ, in the order of the document; with „sicher“ the first one is meant."""
    also: tuple[Found, ...] = ()
    """Other texts under the same number, where the designation has decided."""


def decide(slots: Slots, found: Iterable[Found]) -> tuple[Decision, ...]:
    """Decide for all places.

    Args:
        slots: the places, in the order of the concept.
        found: all that was found.
    """
    by_ref: dict[str, list[Found]] = defaultdict(list)
    for one in _without_doubles(list(found)):
        by_ref[one.slot.ref].append(one)
    return tuple(_decide(slot, sorted(by_ref[slot.ref], key=lambda one: one.place)) for slot in slots.all)


def _decide(slot: Slot, found: Sequence[Found]) -> Decision:
    if not found:
        return Decision(slot, "fehlt", ())
    sure = [one for one in found if one.sure]
    if exact := [one for one in sure if one.exact]:
        others = [one for one in found if (one.numbered or one.sure) and plain(one.text) != plain(exact[0].text)]
        return Decision(slot, "sicher", _distinct(exact)[:1], _distinct(others))
    if not sure:
        versions = _distinct(found)
        return Decision(slot, "unsicher" if len(versions) == 1 else "mehrere", versions)
    # What only seemed alike somewhere else in the document counts no more; another text under the number does.
    versions = _distinct([one for one in found if one.sure or one.numbered])
    return Decision(slot, "sicher" if len(versions) == 1 else "mehrere", versions)


def _distinct(found: Iterable[Found]) -> tuple[Found, ...]:
    """Texts that differ in more than signs and blanks, a sure one before an unsure one that is the same."""
    kept: dict[str, Found] = {}
    for one in found:
        key = plain(one.text)
        if key not in kept or (one.sure and not kept[key].sure):
            kept[key] = one
    return tuple(kept.values())


def _without_doubles(found: Sequence[Found]) -> list[Found]:
    """A text that is said to belong to two places surely belongs to neither."""
    places: dict[tuple[tuple[int, ...], str], set[str]] = defaultdict(set)
    for one in found:
        if one.sure and one.keys and not (one.numbered or one.exact):
            places[one.keys, plain(one.text)].add(one.slot.ref)
    return [
        replace(one, sure=False, reason="derselbe Absatz passt zu mehreren Stellen")
        if one.sure and not one.exact and len(places.get((one.keys, plain(one.text)), ())) > 1
        else one
        for one in found
    ]
