# What should have happened by now, as far as the content says: planned times that passed, and things nobody has told
# anything new of for long. What has no dates is not said to be late; the document often gives none.
from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Konzept
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt

_KINDS = ("schluesselvorhaben", "massnahme")
_CLOSED = {"abgeschlossen", "eingestellt"}
_NOT_BEGUN = {"geplant", "in Vorbereitung"}


@dataclass(frozen=True)
class Late:
    """A key project or measure that somebody should look at."""

    key: str
    """What kind of delay: `ende`, `beginn` or `nachricht`."""
    entry: Entry
    path: tuple[str | int, ...]
    """The way to the date, inside the entry."""
    when: Datum

    @property
    def told(self) -> str:
        """What is late, in a sentence."""
        return {
            "ende": f"Das geplante Ende ({self.when}) ist vorbei, aber nichts sagt, dass es abgeschlossen ist.",
            "beginn": f"Der geplante Beginn ({self.when}) ist vorbei, aber nichts sagt, dass es begonnen hat.",
            "nachricht": f"Die letzte Aktualisierung ist lange her ({self.when}).",
        }[self.key]


TITLES = {
    "ende": "Geplantes Ende verstrichen",
    "beginn": "Geplanter Beginn verstrichen",
    "nachricht": "Lange nichts Neues",
}
"""The heading for each kind of delay."""


def overdue(konzept: Konzept, day: date, months: int) -> list[Late]:
    """What is late on a day.

    Args:
        konzept: the concept.
        day: the day; a time passed when its last day lies before it.
        months: how old the latest piece of news may be.

    Returns:
        The end, the begin and the news of key projects and measures that are neither completed, given up, replaced nor
        merged; one that should have ended is not told to have begun late as well.
    """
    return [late for kind in _KINDS for entry in konzept.of_kind(kind) for late in _of(entry, day, months)]


def _of(entry: Entry, day: date, months: int) -> Iterator[Late]:
    model = entry.model
    actual = model.tatsaechlich
    replaced = getattr(model, "ersetzt_durch", None) or getattr(model, "zusammengefuehrt_mit", None)
    if model.phase in _CLOSED or replaced or (actual and actual.ende and actual.ende.last < day):
        return
    planned = model.geplant
    if planned and planned.ende and planned.ende.last < day:
        yield Late("ende", entry, ("geplant", "ende"), planned.ende)
    elif planned and planned.beginn and planned.beginn.last < day and not _has_begun(model):
        yield Late("beginn", entry, ("geplant", "beginn"), planned.beginn)
    if model.aktualisierungen:
        news = list(enumerate(model.aktualisierungen))
        index, latest = max(news, key=lambda item: item[1].datum.last)
        if latest.datum.last < months_before(day, months):
            yield Late("nachricht", entry, ("aktualisierungen", index, "datum"), latest.datum)


def _has_begun(model: Fortschritt) -> bool:
    """Whether anything says that something has begun."""
    if model.tatsaechlich and model.tatsaechlich.beginn:
        return True
    return model.phase is not None and model.phase not in _NOT_BEGUN


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
