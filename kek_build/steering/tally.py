# How a concept, a field or a goal stands, counted: of its key projects and measures, how many there are in each class.
# Every thing counts one. There is no degree of completion: what a measure weighs, the content does not say.
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.steering.classes import APART, QUESTIONS, Classes, Question
from kek_build.steering.scope import Scope


@dataclass(frozen=True)
class Count:
    """How many there are."""

    projects: int = 0
    measures: int = 0

    @property
    def total(self) -> int:
        """Key projects and measures together."""
        return self.projects + self.measures


@dataclass(frozen=True)
class Tally:
    """The numbers of a scope."""

    counted: Count
    classes: Mapping[str, Mapping[str, Count]]
    """By the keys of the questions, for every class how many are in it, also when none is; they sum up to `counted`."""
    apart: Mapping[str, Count]
    """What is not counted, by the reason."""

    def of(self, question: Question, name: str) -> Count:
        """How many are in a class."""
        return self.classes[question.key][name]

    def missing(self, question: Question) -> Count:
        """Of how many the content does not say."""
        return self.of(question, question.missing)


def tally(scope: Scope, classes: Callable[[Entry], Classes]) -> Tally:
    """Count what belongs to a scope.

    Args:
        scope: what belongs to it.
        classes: gives the classes of a thing.
    """
    sorted_things = [(thing, classes(thing)) for thing in scope.things]
    counted = [(thing, found) for thing, found in sorted_things if found.apart is None]
    return Tally(
        _count(thing for thing, _ in counted),
        {
            question.key: _by_class(question.classes, ((thing, found.of(question)) for thing, found in counted))
            for question in QUESTIONS
        },
        _by_class(APART, ((thing, found.apart) for thing, found in sorted_things if found.apart)),
    )


def _by_class(names: Iterable[str], things: Iterable[tuple[Entry, str]]) -> Mapping[str, Count]:
    found: dict[str, list[Entry]] = {name: [] for name in names}
    for thing, name in things:
        found[name].append(thing)
    return {name: _count(entries) for name, entries in found.items()}


def _count(things: Iterable[Entry]) -> Count:
    kinds = [thing.kind for thing in things]
    return Count(kinds.count("schluesselvorhaben"), kinds.count("massnahme"))
