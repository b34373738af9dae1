# What belongs to a field of action and to a goal when its state is counted. A field has what names it; a goal has what
# the Roter Faden leads to from it: its own key projects and measures, those of all goals below it, and the measures
# that these key projects place. Each thing belongs to a scope once, however many ways lead there.
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS

SCOPES = ("konzept", "handlungsfeld", "ziel")
"""The kinds of thing whose state is counted."""


@dataclass(frozen=True)
class Scope:
    """A concept, a field or a goal, and what is counted in it."""

    entry: Entry
    things: tuple[Entry, ...]
    """Key projects, then measures, each once."""
    indicators: tuple[Entry, ...]
    """What measures the scope itself, a goal below it, or one of the things; each once."""


def scope_of(konzept: Konzept, entry: Entry) -> Scope:
    """What belongs to a concept, a field or a goal.

    Args:
        konzept: the concept.
        entry: the concept itself, one of its fields, or a goal of any level.
    """

    def make() -> Scope:
        things = tuple(sorted(map(konzept.__getitem__, _reached(konzept, entry)), key=partial(_order, konzept)))
        return Scope(entry, things, _indicators(konzept, entry, things))

    found: Scope = konzept.worked_out.get((scope_of, entry.ref), make)
    return found


def scopes(konzept: Konzept) -> tuple[Scope, ...]:
    """All scopes of a concept: itself, its fields, its goals in their order."""
    entries = [konzept[CONCEPT_REF], *konzept.of_kind("handlungsfeld"), *konzept.of_kind("ziel")]
    return tuple(scope_of(konzept, entry) for entry in entries)


def fields_of(konzept: Konzept, thing: Entry) -> tuple[Entry, ...]:
    """The fields that a key project or measure belongs to.

    Returns:
        Of a measure the one that it names. Of a key project those that the overview puts it under, by a goal that names
        it, and those that its profile names; they differ in places.
    """
    if thing.kind == "massnahme":
        return konzept.targets(thing.ref, "handlungsfeld")
    overview = [konzept.field_of(goal) for goal in konzept.sources(thing.ref, "schluesselvorhaben", kind="ziel")]
    profile = konzept.targets(thing.ref, "handlungsfelder")
    return tuple({field.ref: field for field in (*overview, *profile) if field}.values())


def goals_of(konzept: Konzept, thing: Entry) -> tuple[Entry, ...]:
    """The goals, of all levels, that a key project or measure is counted in, in the order of the concept."""
    # The ways of `_of_goal` upwards: only what is near the thing is asked for, however many goals there are.
    placing = konzept.sources(thing.ref, "massnahmen")
    naming = [*placing, *konzept.targets(thing.ref, "ziele"), *konzept.sources(thing.ref, "schluesselvorhaben")]
    for project in placing:
        if project.kind == "schluesselvorhaben":
            naming.extend(konzept.sources(project.ref, "schluesselvorhaben"))
    found: dict[str, Entry] = {}
    for near in naming:
        goal: Entry | None = near
        while goal and goal.kind == "ziel" and goal.ref not in found:
            found[goal.ref] = goal
            goal = konzept[goal.parent] if goal.parent else None
    return tuple(sorted(found.values(), key=lambda goal: konzept.rank[goal.ref]))


def _reached(konzept: Konzept, entry: Entry) -> frozenset[str]:
    if entry.kind == "ziel":
        return _of_goal(konzept, entry)
    things = (thing for kind in IN_PROGRESS for thing in konzept.of_kind(kind))
    if entry.kind == "konzept":
        return frozenset(thing.ref for thing in things)
    return _by_field(konzept).get(entry.ref, frozenset())


def _by_field(konzept: Konzept) -> Mapping[str, frozenset[str]]:
    def make() -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for kind in IN_PROGRESS:
            for thing in konzept.of_kind(kind):
                for field in fields_of(konzept, thing):
                    found.setdefault(field.ref, set()).add(thing.ref)
        return {ref: frozenset(refs) for ref, refs in found.items()}

    by_field: Mapping[str, frozenset[str]] = konzept.worked_out.get(_by_field, make)
    return by_field


def _of_goal(konzept: Konzept, goal: Entry) -> frozenset[str]:
    def make() -> frozenset[str]:
        projects = _refs(konzept.targets(goal.ref, "schluesselvorhaben"))
        found = {*projects, *_refs(konzept.targets(goal.ref, "massnahmen"))}
        found.update(_refs(konzept.sources(goal.ref, "ziele", kind="massnahme")))
        found.update(ref for project in projects for ref in _refs(konzept.targets(project, "massnahmen")))
        found.update(*(_of_goal(konzept, below) for below in konzept.children(goal.ref, "ziel")))
        return frozenset(found)

    refs: frozenset[str] = konzept.worked_out.get((_of_goal, goal.ref), make)
    return refs


def _refs(entries: Iterable[Entry]) -> list[str]:
    return [entry.ref for entry in entries]


def _indicators(konzept: Konzept, entry: Entry, things: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if entry.kind == "konzept":
        return konzept.of_kind("kennzahl")
    measured = [entry.ref, *_goals_below(konzept, entry), *_refs(things)]
    found = {
        indicator.ref: indicator
        for ref in measured
        for indicator in (*konzept.targets(ref, "kennzahlen"), *konzept.sources(ref, "fuer", kind="kennzahl"))
    }
    return tuple(sorted(found.values(), key=partial(_order, konzept)))


def _order(konzept: Konzept, entry: Entry) -> tuple[bool, int]:
    """Key projects first, then as in the concept."""
    return entry.kind == "massnahme", konzept.rank[entry.ref]


def _goals_below(konzept: Konzept, entry: Entry) -> list[str]:
    below = konzept.children(entry.ref, "ziel")
    return [ref for goal in below for ref in (goal.ref, *_goals_below(konzept, goal))]
