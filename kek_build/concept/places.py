# Places: what one is part of, what lies beside it, and everything in the concept that concerns it, each with the
# reason. Only what names the place itself is about it; the rest is near by, and says by which way.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import PROSE, Konzept

NAMED, IN_PART, IN_TEXT, LINKED = "genannt", "teil", "text", "verbunden"
CLOSENESS = (NAMED, IN_PART, IN_TEXT, LINKED)
"""How near something is to a place, nearest first: it names the place as one of its places; it names a part of it; it
only mentions it in running text; it is linked with something that names it."""

NEIGHBOURS = "nachbarn"
PART_OF = "gehoert_zu"
_NAMES = "orte"
_ABOUT = (_NAMES, PROSE)
_DOWN = {
    "schluesselvorhaben": ("massnahmen", "kennzahlen", "traeger", "ansprechpartner", "beteiligte"),
    "massnahme": ("ziele", "kennzahlen", "beteiligte"),
    "ziel": ("schluesselvorhaben", "massnahmen", "kennzahlen", "beteiligte"),
}
"""The fields in which what names a place names things that belong to it."""
_UP = {
    "schluesselvorhaben": (("ziel", "schluesselvorhaben"), ("kennzahl", "fuer")),
    "massnahme": (("schluesselvorhaben", "massnahmen"), ("ziel", "massnahmen"), ("kennzahl", "fuer")),
    "ziel": (("massnahme", "ziele"), ("kennzahl", "fuer")),
}
"""The kinds of thing, and their fields, that name what names a place."""
_WHOLE = {"Landkreis", "Land"}
"""Kinds of place with so many parts that what concerns one part does not concern the whole."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A thing that concerns a place."""

    entry: Entry
    closeness: str
    via: tuple[tuple[str, Entry], ...] = ()
    """What leads to it, each with the field that links the two: the part of the place, or what names the place. A
    field of the thing itself stands with its kind, such as `ziel.schluesselvorhaben`."""


def chain(konzept: Konzept, place: Entry) -> tuple[Entry, ...]:
    """What a place is part of, from the nearest up: the town, the county, the Land."""
    found: list[Entry] = []
    current = place
    while above := konzept.targets(current.ref, PART_OF):
        current = above[0]
        found.append(current)
    return tuple(found)


def parts(konzept: Konzept, place: Entry) -> tuple[Entry, ...]:
    """All places that are part of a place, at any depth."""
    found: list[Entry] = []
    for part in konzept.sources(place.ref, PART_OF, kind="ort"):
        found += [part, *parts(konzept, part)]
    return tuple(found)


def neighbours(konzept: Konzept, place: Entry) -> tuple[Entry, ...]:
    """The places beside a place, by name. Who lies beside whom is written once and holds both ways."""
    beside = (*konzept.targets(place.ref, NEIGHBOURS), *konzept.sources(place.ref, NEIGHBOURS))
    refs = {entry.ref for entry in beside}
    return tuple(entry for entry in konzept.of_kind("ort") if entry.ref in refs)


def neighbour_sources(konzept: Konzept, place: Entry) -> tuple[str, ...]:
    """Where the neighbours of a place were found, each source once."""
    stated = [place] if place.model.nachbarn else []
    stated += konzept.sources(place.ref, NEIGHBOURS)
    return tuple(dict.fromkeys(entry.model.nachbarn_quelle for entry in stated if entry.model.nachbarn_quelle))


def concerns(konzept: Konzept, place: Entry) -> tuple[Concern, ...]:
    """Everything that concerns a place.

    Args:
        konzept: the concept.
        place: a place of it.

    Returns:
        Each thing once, by its nearest way, nearest first, then in the order of the concept. What names parts of a
        county or a Land is left out: that would be nearly everything. Parts and neighbours as such are no concerns.
    """
    named = _naming(konzept, place, _NAMES)
    found = {entry.ref: Concern(entry, NAMED) for entry in named}
    inner = () if place.model.art in _WHOLE else parts(konzept, place)
    for relation in (_NAMES, PROSE):
        for entry in _naming(konzept, place, relation):
            found.setdefault(entry.ref, Concern(entry, IN_TEXT))
        ways = ((entry, relation, part) for part in inner for entry in _naming(konzept, part, relation))
        _add(found, place, IN_PART, ways)
    linked = ((entry, relation, near) for near in named for relation, entry in _linked(konzept, near))
    _add(found, place, LINKED, linked)
    rank = konzept.rank
    return tuple(
        sorted(found.values(), key=lambda concern: (CLOSENESS.index(concern.closeness), rank[concern.entry.ref]))
    )


def _add(found: dict[str, Concern], place: Entry, closeness: str, ways: Iterable[tuple[Entry, str, Entry]]) -> None:
    """Add what is not yet there, each thing once with all its ways."""
    new: dict[str, tuple[Entry, dict[tuple[str, str], tuple[str, Entry]]]] = {}
    for entry, relation, via in ways:
        if entry.ref not in found:
            new.setdefault(entry.ref, (entry, {}))[1].setdefault((relation, via.ref), (relation, via))
    new.pop(place.ref, None)
    for entry, via_all in new.values():
        found[entry.ref] = Concern(entry, closeness, tuple(via_all.values()))


def companions(konzept: Konzept, place: Entry) -> tuple[tuple[Entry, tuple[Entry, ...]], ...]:
    """The other places that are named together with a place, each with what names both; most often first."""
    shared: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entry.ref for relation in _ABOUT for entry in _naming(konzept, place, relation)):
        for other in konzept.targets(entry, *_ABOUT):
            if other.kind == "ort" and other.ref != place.ref:
                shared.setdefault(other.ref, []).append(konzept[entry])
    by_name = [entry for entry in konzept.of_kind("ort") if entry.ref in shared]
    return tuple((entry, tuple(shared[entry.ref])) for entry in sorted(by_name, key=lambda e: -len(shared[e.ref])))


def _naming(konzept: Konzept, place: Entry, relation: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in konzept.sources(place.ref, relation) if entry.ref != place.ref)


def _linked(konzept: Konzept, near: Entry) -> Iterator[tuple[str, Entry]]:
    """What belongs to a key project, a measure or a goal: above it and below, its indicators, and who takes part."""
    for relation in _DOWN.get(near.kind, ()):
        for entry in konzept.targets(near.ref, relation):
            yield relation, entry
    for kind, relation in _UP.get(near.kind, ()):
        for entry in konzept.sources(near.ref, relation, kind=kind):
            yield f"{kind}.{relation}", entry
