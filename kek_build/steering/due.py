# What is still to come, or was due not long ago: planned begins and ends, milestones, tasks, new values of indicators,
# and when somebody should look at something again. What has happened, is closed, replaced or merged is not among it.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import IN_PROGRESS
from kek_build.models import Kennzahl
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt
from kek_build.steering.freshness import DATED, months_before, next_review, values_come
from kek_build.steering.state import state_of, successors

Kind = Literal["beginn", "ende", "meilenstein", "aufgabe", "werte", "pruefung", "ausblick"]

YEARS_BACK = 1
"""How long what was due stays, in years before the day."""
MOST = 1000
"""How many there are at most: those nearest to the day."""

_BEGUN = {"in Umsetzung", "Daueraufgabe"}


@dataclass(frozen=True)
class Due:
    """Something that is due."""

    kind: Kind
    entry: Entry
    when: Datum
    text: str | None = None
    """What a milestone, a task or an announced step is, as running text."""

    @property
    def day(self) -> date:
        """The day it is due: of a time that is no day, its last one."""
        return self.when.last


@dataclass(frozen=True)
class Calendar:
    """What is due around a day."""

    dates: tuple[Due, ...]
    """In the order of the days."""
    left: int = 0
    """How many are left out, because they are farther from the day than those."""


def calendar(konzept: Konzept, day: date, most: int = MOST) -> Calendar:
    """What is due in a concept, from a year before a day on.

    Args:
        konzept: the concept.
        day: the day on which is measured.
        most: how many there may be; of more, those nearest to the day stay.
    """
    since = months_before(day, 12 * YEARS_BACK)
    found = [due for kind in DATED for entry in konzept.of_kind(kind) for due in _of(konzept, entry, day)]
    around = sorted((due for due in found if due.day >= since), key=lambda due: abs((due.day - day).days))
    return Calendar(tuple(sorted(around[:most], key=lambda due: due.day)), max(len(around) - most, 0))


def _of(konzept: Konzept, entry: Entry, day: date) -> Iterator[Due]:
    yield from planned(entry, day)
    if review := next_review(konzept, entry):
        yield Due("pruefung", entry, Datum(review, review, "tag"))


def planned(entry: Entry, day: date) -> Iterator[Due]:
    """What the plan of a measure, a key project or an indicator holds that had not happened by a day.

    Args:
        entry: the thing.
        day: what happened later has not happened yet.
    """
    yield from _of_progress(entry, day) if entry.kind in IN_PROGRESS else _of_values(entry)


def _of_progress(entry: Entry, day: date) -> Iterator[Due]:
    model: Fortschritt = entry.model
    state = state_of(model, day)
    if state.is_closed or successors(model):
        return
    plan, actual = model.geplant, model.tatsaechlich
    begun, ended = (_by(day, getattr(actual, key, None)) for key in ("beginn", "ende"))
    if plan and plan.beginn and not (begun or ended or state.phase in _BEGUN):
        yield Due("beginn", entry, plan.beginn)
    if plan and plan.ende and not ended:
        yield Due("ende", entry, plan.ende)
    for milestone in model.meilensteine:
        if milestone.geplant and not _by(day, milestone.erreicht):
            yield Due("meilenstein", entry, milestone.geplant, milestone.titel)
    for task in model.aufgaben:
        if task.bis and not _by(day, task.erledigt):
            yield Due("aufgabe", entry, task.bis, task.text)


def _by(day: date, when: Datum | None) -> bool:
    """Whether something had happened by a day."""
    return when is not None and when.first <= day


def _of_values(entry: Entry) -> Iterator[Due]:
    model: Kennzahl = entry.model
    if model.naechste_werte and not values_come(model):
        yield Due("werte", entry, model.naechste_werte)
