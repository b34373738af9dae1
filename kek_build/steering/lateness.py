# What should have happened by a day, as far as the content says: computed from planned and actual times, never typed.
# What has no dates is not said to be late; the document often gives none. A time that is no day has passed when its
# last day has: what was planned for 2025 is late from 1 January 2026 on.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt
from kek_build.steering.state import State, state_of, successors

NOT_BEGUN = frozenset({"geplant", "in Vorbereitung"})
"""The phases of what has not begun."""

Way = tuple[str | int, ...]
Kind = Literal["ende", "beginn", "beendet", "begonnen", "meilenstein", "aufgabe"]

_HAPPENED: dict[Kind, Kind] = {"ende": "beendet", "beginn": "begonnen"}
"""What it is called when it has happened, and too late."""
_UNITS = {
    "tag": ("Tag", "Tage"), "monat": ("Monat", "Monate"), "quartal": ("Quartal", "Quartale"), "jahr": ("Jahr", "Jahre"),
}  # fmt: skip
_IN = {"jahr": 1, "quartal": 4, "monat": 12}
"""How many of a unit a year has."""


@dataclass(frozen=True)
class Late:
    """Something that is late, or was."""

    kind: Kind
    """`ende`, `beginn`, `meilenstein`, `aufgabe`: should have happened and has not; `beendet`, `begonnen`: happened,
    and too late."""
    path: Way
    """The way to the planned time, inside the thing."""
    planned: Datum
    actual: Datum | None
    amount: int
    """By how much, in units of the less precise of the two times; at least 1."""
    unit: str

    @property
    def is_open(self) -> bool:
        """Whether it has not happened yet."""
        return self.actual is None

    @property
    def by(self) -> str:
        """By how much, in words: `3 Monate`, `1 Jahr`."""
        one, many = _UNITS[self.unit]
        return f"{self.amount} {one if self.amount == 1 else many}"


def lateness(model: Fortschritt, day: date) -> tuple[Late, ...]:
    """What of a measure or key project is late on a day, or was.

    Args:
        model: what is said of it.
        day: what happened later has not happened yet.

    Returns:
        The end before the begin, then milestones and tasks. What is replaced or merged is not late, nor what is
        closed without dates; a Daueraufgabe has no time of its own to be late. What should have ended is not told to
        have begun late as well while it goes on.
    """
    if successors(model):
        return ()
    state = state_of(model, day)
    return (*_period(model, state, day), *([] if state.is_closed else _steps(model, day)))


def _period(model: Fortschritt, state: State, day: date) -> Iterator[Late]:
    planned, actual = model.geplant, model.tatsaechlich
    end = _by(day, actual.ende if actual else None)
    begin = _by(day, actual.beginn if actual else None)
    if state.phase == "Daueraufgabe":
        return
    late_end = None
    if planned and planned.ende and (end or not state.is_closed):
        late_end = _late("ende", ("geplant", "ende"), planned.ende, end, day)
        if late_end:
            yield late_end
    if planned and planned.beginn and not (late_end and late_end.is_open) and (begin or not _has_begun(state, end)):
        late_begin = _late("beginn", ("geplant", "beginn"), planned.beginn, begin, day)
        if late_begin:
            yield late_begin


def _has_begun(state: State, end: Datum | None) -> bool:
    """Whether anything but a date says that it has begun."""
    return end is not None or (state.phase is not None and state.phase not in NOT_BEGUN)


def _steps(model: Fortschritt, day: date) -> Iterator[Late]:
    """Milestones and tasks that should be done and are not."""
    for index, milestone in enumerate(model.meilensteine):
        if milestone.geplant and not _by(day, milestone.erreicht):
            way: Way = ("meilensteine", index, "geplant")
            yield from filter(None, [_late("meilenstein", way, milestone.geplant, None, day)])
    for index, task in enumerate(model.aufgaben):
        if task.bis and not _by(day, task.erledigt):
            way = ("aufgaben", index, "bis")
            yield from filter(None, [_late("aufgabe", way, task.bis, None, day)])


def _by(day: date, when: Datum | None) -> Datum | None:
    """A time, as far as it had come by a day."""
    return when if when and when.first <= day else None


def _late(kind: Kind, path: Way, planned: Datum, actual: Datum | None, day: date) -> Late | None:
    """How late something is that happened at a time, or has not happened by a day; None when it is not."""
    if (actual.first if actual else day) <= planned.last:
        return None
    amount, unit = _apart(planned, actual or Datum(day, day, "tag"))
    return Late(_HAPPENED[kind] if actual else kind, path, planned, actual, amount, unit)


def _apart(earlier: Datum, later: Datum) -> tuple[int, str]:
    """How far two times are apart, no more precisely than both are known: years, quarters, months, days.

    Months and more are counted in calendar months: from December 2025 to January 2026 it is one.
    """
    known = [_unit(earlier), _unit(later)]
    for unit in ("jahr", "quartal", "monat"):
        if unit in known:
            amount = _count(later.first, unit) - _count(earlier.last, unit)
            return max(amount, 1), unit
    return (later.first - earlier.last).days, "tag"


def _unit(when: Datum) -> str:
    return "jahr" if when.precision == "zeitraum" else when.precision


def _count(day: date, unit: str) -> int:
    """The number of the year, quarter or month that a day lies in, counted from the beginning of time."""
    per_year = _IN[unit]
    return day.year * per_year + (day.month - 1) * per_year // 12
