# How a measure or a key project stands on a day: its phase (a fact) and its status (a judgement with its reason), as
# the newest piece of news says that was told by then, or else as the concept said when it was adopted.
#
# A point in time that is no day (2023, Q2/2024) counts from the first day it can mean: news of „2023“ holds from
# 1 January 2023 on. So what holds on a later day never depends on which day of the year was meant.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kek_build.models.dates import Datum
from kek_build.models.massnahmen import CLOSED, Aktualisierung, Fortschritt, Phase, Status


@dataclass(frozen=True)
class State:
    """How something stands on a day."""

    phase: Phase | None = None
    phase_since: Datum | None = None
    """The date of the news that said so; None where the concept itself does."""
    status: Status | None = None
    status_since: Datum | None = None
    reason: str | None = None
    """Why the status holds, as running text."""

    @property
    def is_closed(self) -> bool:
        """Whether it is completed or given up."""
        return self.phase in CLOSED

    @property
    def since(self) -> Datum | None:
        """The date of the newest news that phase or status come from."""
        dates = [when for when in (self.phase_since, self.status_since) if when]
        return max(dates, key=lambda when: when.first, default=None)

    @property
    def words(self) -> tuple[str, ...]:
        """Phase and status, as far as they are known."""
        return tuple(filter(None, (self.phase, self.status)))


def state_of(model: Fortschritt, day: date) -> State:
    """How a measure or key project stands on a day.

    Args:
        model: what is said of it.
        day: what was told later does not count.

    Returns:
        Of phase and of status each what the newest news up to the day says; of two on one day the later in the file. A
        judgement from before it was closed no longer holds, not even when it is taken up again.
    """
    state = _adopted(model)
    for news in _told_by(model, day):
        state = _after(state, news)
    return state


def course(model: Fortschritt, day: date) -> Iterator[tuple[Aktualisierung, State, State]]:
    """The news told by a day, oldest first, each with how the measure or key project stood before and after it."""
    state = _adopted(model)
    for news in _told_by(model, day):
        before, state = state, _after(state, news)
        yield news, before, state


def _adopted(model: Fortschritt) -> State:
    """How it stood when the concept was adopted."""
    return State(model.phase, None, model.status, None, model.status_grund)


def _after(state: State, news: Aktualisierung) -> State:
    """How something stands after a piece of news."""
    if news.phase:
        state = replace(state, phase=news.phase, phase_since=news.datum)
    if news.status:
        state = replace(state, status=news.status, status_since=news.datum, reason=news.text)
    elif news.phase in CLOSED:
        state = replace(state, status=None, status_since=None, reason=None)
    return state


def _told_by(model: Fortschritt, day: date) -> list[Aktualisierung]:
    """The news that had been told by a day, oldest first; those of one day in the order of the file."""
    return sorted(
        (news for news in model.aktualisierungen if news.datum.first <= day), key=lambda news: news.datum.first
    )


def moved(model: Fortschritt) -> tuple[tuple[Aktualisierung, State], ...]:
    """The news of a measure or key project, newest first, each with how it stood from then on."""
    every = _told_by(model, date.max)
    return tuple((news, state_of(model, news.datum.first)) for news in reversed(every))


def successors(model: Fortschritt) -> tuple[str, ...]:
    """The numbers of what took the place of something or what it became a part of; nothing while it stands."""
    named = (getattr(model, "ersetzt_durch", None), getattr(model, "zusammengefuehrt_mit", None))
    return tuple(number for number in named if number)
