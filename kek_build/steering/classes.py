# How things are sorted when a concept's state is counted: four questions, to each of which every key project and
# measure has exactly one answer. The first answer is always that the content does not say; it is what one looks for
# first, and what must never be hidden.
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from kek_build.models.massnahmen import Aktualisierung, Fortschritt, Phase, Status
from kek_build.steering.freshness import months_before
from kek_build.steering.lateness import Late
from kek_build.steering.state import State

WINDOW = 12
"""How many months before the reference day news counts as new."""

NOT_GIVEN = "ohne Angabe"
OVER = "beendet"
"""The status of what is completed or given up: there is nothing more to judge."""
OVERDUE = "überfällig"
CAME_LATE = "später als geplant"
NEW = f"in den letzten {WINDOW} Monaten"
REPLACED, MERGED = "ersetzt", "zusammengeführt"


@dataclass(frozen=True)
class Question:
    """What is asked of every thing, and the answers there are."""

    key: str
    title: str
    classes: tuple[str, ...]
    """The answers; the first is that the content does not say."""

    @property
    def missing(self) -> str:
        """The answer where the content does not say."""
        return self.classes[0]


PHASE = Question("phase", "Phase", (NOT_GIVEN, *get_args(Phase)))
STATUS = Question("status", "Status", (NOT_GIVEN, *get_args(Status), OVER))
DATES = Question("termine", "Termine", ("ohne Termine", OVERDUE, CAME_LATE, "ohne Verzug"))
NEWS = Question("neues", "Neues", ("ohne Nachricht", "vor längerer Zeit", NEW))
QUESTIONS = (PHASE, STATUS, DATES, NEWS)
APART = (REPLACED, MERGED)
"""What is counted apart: its work goes on elsewhere and is counted there."""


@dataclass(frozen=True)
class Classes:
    """The answers for one thing, by the keys of the questions, and why it is counted apart, if it is."""

    phase: str
    status: str
    termine: str
    neues: str
    apart: str | None

    def of(self, question: Question) -> str:
        """The answer to a question."""
        answer: str = getattr(self, question.key)
        return answer


def classes_of(model: Fortschritt, state: State, late: tuple[Late, ...], day: date) -> Classes:
    """Sort a key project or measure.

    Args:
        model: what is said of it.
        state: how it stands on the day.
        late: what of it is late on the day, or was.
        day: the reference day.
    """
    return Classes(
        phase_class(state),
        status_class(state),
        _dates(model, late),
        _news(model, day),
        _apart(model),
    )


def phase_class(state: State) -> str:
    """The answer to the question for the phase."""
    return state.phase or NOT_GIVEN


def status_class(state: State) -> str:
    """The answer to the question for the status."""
    return state.status or (OVER if state.is_closed else NOT_GIVEN)


def is_new(news: Aktualisierung, day: date) -> bool:
    """Whether news was told in the months before a day; of a time that is no day, one of its days is enough."""
    return news.datum.first <= day and news.datum.last >= months_before(day, WINDOW)


def _apart(model: Fortschritt) -> str | None:
    if getattr(model, "ersetzt_durch", None):
        return REPLACED
    return MERGED if getattr(model, "zusammengefuehrt_mit", None) else None


def _dates(model: Fortschritt, late: tuple[Late, ...]) -> str:
    missing, overdue, came_late, in_time = DATES.classes
    planned = model.geplant
    given = (
        planned and (planned.beginn or planned.ende),
        *(milestone.geplant for milestone in model.meilensteine),
        *(task.bis for task in model.aufgaben),
    )
    if not any(given):
        return missing
    if any(one.is_open for one in late):
        return overdue
    return came_late if late else in_time


def _news(model: Fortschritt, day: date) -> str:
    missing, old, new = NEWS.classes
    told = [news for news in model.aktualisierungen if news.datum.first <= day]
    if not told:
        return missing
    return new if any(is_new(news, day) for news in told) else old
