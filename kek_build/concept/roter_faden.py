# The Roter Faden: SWOT statement → field of action → goal → key project → measure → indicator, from any link of the
# chain upwards and downwards. Links from SWOT statements to action are editorial; all others come from the
# document.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Konzept

LEVELS = ("aussage", "handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "kennzahl")
"""The links of the chain, from top to bottom."""

_Neighbours = Callable[[Konzept, Entry], tuple[Entry, ...]]


@dataclass(frozen=True)
class Step:
    """One thing above or below another in the chain."""

    entry: Entry
    via: Entry | None
    """The thing between, when the two are not linked directly."""


@dataclass(frozen=True)
class RoterFaden:
    """What stands above and below one thing, by level."""

    entry: Entry
    above: dict[str, tuple[Step, ...]]
    below: dict[str, tuple[Step, ...]]


def roter_faden(konzept: Konzept, ref: str) -> RoterFaden:
    """Follow the chain from one thing.

    Args:
        konzept: the concept.
        ref: a thing of one of the `LEVELS`.

    Returns:
        All steps above and below, nearest first within each level; a thing linked both directly and through others
        stands once, as direct. No step leads through a field: a statement that a field answers is not answered by
        everything in that field.
    """
    entry = konzept[ref]
    return RoterFaden(entry, _follow(konzept, entry, _up), _follow(konzept, entry, _down))


@dataclass(frozen=True)
class Strand:
    """One direct link of the chain: a thing and what stands right below it."""

    upper: str
    lower: str
    editorial: bool
    """Whether the editors made it and not the document: all from SWOT statements, and to indicators that say so."""


def strands(konzept: Konzept, refs: Iterable[str]) -> tuple[Strand, ...]:
    """The direct links between some things, from top to bottom, each once."""
    among = dict.fromkeys(refs)
    return tuple(
        Strand(upper, lower.ref, _editorial(konzept[upper], lower))
        for upper in among
        for lower in _down(konzept, konzept[upper])
        if lower.ref in among and lower.ref != upper
    )


def _editorial(upper: Entry, lower: Entry) -> bool:
    return upper.kind == "aussage" or (lower.kind == "kennzahl" and lower.model.zuordnung == "redaktionell")


def _follow(konzept: Konzept, start: Entry, neighbours: _Neighbours) -> dict[str, tuple[Step, ...]]:
    steps: dict[str, Step] = {}
    front: list[tuple[Entry, Entry | None]] = [(entry, None) for entry in neighbours(konzept, start)]
    while front:
        following: list[tuple[Entry, Entry | None]] = []
        for entry, via in front:
            if entry.ref == start.ref or entry.ref in steps:
                continue
            steps[entry.ref] = Step(entry, via)
            if entry.kind != "handlungsfeld":
                following.extend((further, via or entry) for further in neighbours(konzept, entry))
        front = following
    return {level: found for level in LEVELS if (found := tuple(s for s in steps.values() if s.entry.kind == level))}


def _down(konzept: Konzept, entry: Entry) -> tuple[Entry, ...]:
    return _kept(konzept, entry, _below)


def _up(konzept: Konzept, entry: Entry) -> tuple[Entry, ...]:
    return _kept(konzept, entry, _above)


def _kept(konzept: Konzept, entry: Entry, find: Callable[[Konzept, Entry], Iterator[Entry]]) -> tuple[Entry, ...]:
    """What stands right above or below a thing, each once; a chain asks it of all its things, and chains overlap."""

    def unique() -> tuple[Entry, ...]:
        return tuple({near.ref: near for near in find(konzept, entry)}.values())

    found: tuple[Entry, ...] = konzept.worked_out.get((find, entry.ref), unique)
    return found


def _below(konzept: Konzept, entry: Entry) -> Iterator[Entry]:
    ref = entry.ref
    if entry.kind == "aussage":
        yield from konzept.targets(ref, "antworten")
    yield from konzept.children(ref, "ziel")
    if entry.kind in {"handlungsfeld", "ziel"}:
        yield from _only("schluesselvorhaben", konzept.targets(ref, "schluesselvorhaben"))
    if entry.kind in {"ziel", "schluesselvorhaben"}:
        yield from _only("massnahme", konzept.targets(ref, "massnahmen"))
        yield from konzept.sources(ref, "ziele", kind="massnahme")
    yield from _only("kennzahl", konzept.targets(ref, "kennzahlen"))
    yield from konzept.sources(ref, "fuer", kind="kennzahl")


def _above(konzept: Konzept, entry: Entry) -> Iterator[Entry]:
    ref = entry.ref
    if entry.kind == "kennzahl":
        yield from konzept.sources(ref, "kennzahlen")
        yield from konzept.targets(ref, "fuer")
    if entry.kind == "massnahme":
        yield from konzept.sources(ref, "massnahmen")
        yield from konzept.targets(ref, "ziele")
    if entry.kind == "schluesselvorhaben":
        yield from konzept.sources(ref, "schluesselvorhaben")
    if entry.kind == "ziel" and entry.parent:
        yield konzept[entry.parent]
    yield from konzept.sources(ref, "antworten", kind="aussage")


def _only(kind: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.kind == kind)
