# What happened between two days, both included: the facts of a report to the council. Pure functions on a concept and a
# period; nothing of how it is shown.
#
# What is dated counts on the first day that it can mean, as everywhere in this package: so of two periods that follow
# each other, exactly one tells of it. Only values of indicators count on the last day of the time that they measure: a
# figure for 2025 is known when 2025 is over. How things stood before is how they stood on the evening before the first
# day, so that what is told in between explains the difference.
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import IN_PROGRESS
from kek_build.models import Messwert
from kek_build.models.berichte import Bericht
from kek_build.models.dates import Datum
from kek_build.models.konzept import Ereignis
from kek_build.models.massnahmen import Aktualisierung, Aufgabe, Fortschritt, Kosten, Meilenstein
from kek_build.steering.lateness import NOT_BEGUN, Late, lateness
from kek_build.steering.state import State, course, state_of, successors


@dataclass(frozen=True)
class Period:
    """A stretch of time."""

    first: date
    last: date
    """The last day, which is a part of it."""

    @property
    def eve(self) -> date:
        """The day before it."""
        return self.first - timedelta(days=1)

    def has(self, when: Datum | None) -> bool:
        """Whether something of that date counts in it."""
        return when is not None and self.first <= when.first <= self.last


def period_of(report: Bericht) -> Period:
    """The period that a report is about."""
    return Period(report.von.first, report.bis.last)


@dataclass(frozen=True)
class News:
    """A piece of news, and how its thing stood before and after it."""

    told: Aktualisierung
    before: State
    after: State

    @property
    def phase(self) -> tuple[str | None, str] | None:
        """From which phase to which it went, if it did."""
        changed = self.after.phase is not None and self.after.phase != self.before.phase
        return (self.before.phase, str(self.after.phase)) if changed else None

    @property
    def status(self) -> tuple[str | None, str] | None:
        """From which status to which it went, if it did."""
        changed = self.after.status is not None and self.after.status != self.before.status
        return (self.before.status, str(self.after.status)) if changed else None


@dataclass(frozen=True)
class Movement:
    """What happened to a measure or a key project in a period."""

    entry: Entry
    before: State
    """How it stood on the evening before the period."""
    after: State
    """How it stood at its end."""
    news: tuple[News, ...]
    """Oldest first."""
    begin: Datum | None
    """When it really began, if that was in the period."""
    end: Datum | None
    milestones: tuple[Meilenstein, ...]
    """Those that were reached."""
    tasks: tuple[Aufgabe, ...]
    """Those that were done."""
    cost: Kosten | None
    """What it costs, if that was told in the period."""
    late: tuple[Late, ...]
    """What should have happened by the end and had not."""
    newly_late: tuple[Late, ...]
    """What of this was not late before."""

    @cached_property
    def began(self) -> bool:
        """Whether it began: by its actual begin, or where it has none, by the news of a phase."""
        model: Fortschritt = self.entry.own
        if model.tatsaechlich and model.tatsaechlich.beginn:
            return self.begin is not None
        return any(
            news.phase and news.phase[0] in NOT_BEGUN and not (news.after.is_closed or news.phase[1] in NOT_BEGUN)
            for news in self.news
        )

    @cached_property
    def ended(self) -> bool:
        """Whether it ended: by its actual end, or where it has none, by the news of a phase."""
        model: Fortschritt = self.entry.own
        if model.tatsaechlich and model.tatsaechlich.ende:
            return self.end is not None
        return self.after.is_closed and not self.before.is_closed

    @property
    def has_any(self) -> bool:
        """Whether anything happened."""
        told = (self.news, self.begin, self.end, self.milestones, self.tasks, self.cost, self.newly_late)
        return any(told)


def movement(entry: Entry, period: Period) -> Movement:
    """What happened to a measure or a key project in a period.

    Args:
        entry: the measure or key project.
        period: the period.
    """
    model: Fortschritt = entry.model
    actual, cost = model.tatsaechlich, model.kosten
    before = {late.path for late in lateness(model, period.eve) if late.is_open}
    late = tuple(item for item in lateness(model, period.last) if item.is_open)
    return Movement(
        entry=entry,
        before=state_of(model, period.eve),
        after=state_of(model, period.last),
        news=tuple(News(*step) for step in course(model, period.last) if period.has(step[0].datum)),
        begin=actual.beginn if actual and period.has(actual.beginn) else None,
        end=actual.ende if actual and period.has(actual.ende) else None,
        milestones=tuple(one for one in model.meilensteine if period.has(one.erreicht)),
        tasks=tuple(one for one in model.aufgaben if period.has(one.erledigt)),
        cost=cost if cost and period.has(cost.stand) else None,
        late=late,
        newly_late=tuple(item for item in late if item.path not in before),
    )


@dataclass(frozen=True)
class Events:
    """Everything that happened in a period."""

    period: Period
    movements: tuple[Movement, ...]
    """Of all key projects and measures, in the order of the concept."""
    values: tuple[tuple[Entry, tuple[Messwert, ...]], ...]
    """The indicators that have new values."""
    history: tuple[Ereignis, ...]
    """Decisions and steps, oldest first."""

    @cached_property
    def standing(self) -> tuple[Movement, ...]:
        """Those of what still stands by itself: neither replaced nor merged."""
        return tuple(one for one in self.movements if not successors(one.entry.own))

    @property
    def decisions(self) -> int:
        """How many decisions were taken."""
        return sum(event.art == "beschluss" for event in self.history)


def events(konzept: Konzept, period: Period) -> Events:
    """Everything that happened in a period, as far as the content dates it."""
    values = (
        (entry, tuple(value for value in entry.model.werte if value.zeit and _measured(value.zeit, period)))
        for entry in konzept.of_kind("kennzahl")
    )
    history = (event for event in konzept.datei.verlauf if event.art != "ausblick" and period.has(event.datum))
    return Events(
        period,
        tuple(movement(entry, period) for kind in IN_PROGRESS for entry in konzept.of_kind(kind)),
        tuple((entry, found) for entry, found in values if found),
        tuple(sorted(history, key=lambda event: event.datum)),
    )


def _measured(when: Datum, period: Period) -> bool:
    return period.first <= when.last <= period.last
