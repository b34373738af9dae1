# Which things stand behind what a page on the state of a concept lists: what is overdue, what came late, what is new,
# and what has dates to draw. Only counted things are listed, so that a list is as long as the number above it says.
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kek_build.concept import Entry
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt
from kek_build.steering.classes import CAME_LATE, NEW, OVERDUE, Classes
from kek_build.steering.lateness import Late
from kek_build.steering.scope import Scope


@dataclass(frozen=True)
class Agenda:
    """Things of a scope, by their references."""

    overdue: tuple[str, ...]
    """What is longest overdue comes first."""
    came_late: tuple[str, ...]
    """In the order of the concept."""
    new: tuple[str, ...]
    """With news of late, the newest first."""
    dated: tuple[str, ...]
    """With a planned or actual begin or end: what comes next, then what was last."""


class Known(Protocol):
    """What the lists need to know of a thing."""

    @property
    def classes(self) -> Classes:
        """How it is sorted."""

    @property
    def late(self) -> tuple[Late, ...]:
        """What of it is late."""

    @property
    def newest(self) -> Datum | None:
        """The time of its newest news."""


def agenda(scope: Scope, day: date, stand: Callable[[Entry], Known]) -> Agenda:
    """The lists of a scope.

    Args:
        scope: what belongs to it.
        day: the reference day.
        stand: gives what is to be known of a thing.
    """
    known = {thing.ref: (thing, stand(thing)) for thing in scope.things}
    known = {ref: (thing, found) for ref, (thing, found) in known.items() if found.classes.apart is None}
    overdue = [ref for ref, (_, found) in known.items() if found.classes.termine == OVERDUE]
    overdue.sort(key=lambda ref: min(late.planned.last for late in known[ref][1].late if late.is_open))
    new = [ref for ref, (_, found) in known.items() if found.classes.neues == NEW]
    new.sort(key=lambda ref: newest.first if (newest := known[ref][1].newest) else date.min, reverse=True)
    times = {ref: found for ref, (thing, _) in known.items() if (found := times_of(thing.own))}
    return Agenda(
        tuple(overdue),
        tuple(ref for ref, (_, found) in known.items() if found.classes.termine == CAME_LATE),
        tuple(new),
        tuple(sorted(times, key=lambda ref: _from(day, times[ref]))),
    )


def times_of(model: Fortschritt) -> tuple[Datum, ...]:
    """The planned and actual begins and ends of a thing, as far as they are known."""
    spans = [span for span in (model.geplant, model.tatsaechlich) if span]
    return tuple(when for span in spans for when in (span.beginn, span.ende) if when)


def _from(day: date, times: tuple[Datum, ...]) -> tuple[bool, int]:
    """What sorts things by their time: those to come, the next first, then those gone, the last first."""
    ahead = [(when.last - day).days for when in times if when.last >= day]
    return (False, min(ahead)) if ahead else (True, min((day - when.last).days for when in times))
