# What editors should look at on a day: what should have happened and has not, and what nobody has looked at for long.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import IN_PROGRESS
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt
from kek_build.steering.freshness import DATED, Way, interval_of, months_before, months_in_words, review
from kek_build.steering.lateness import lateness
from kek_build.steering.state import state_of, successors

TITLES = {
    "ende": "Geplantes Ende verstrichen",
    "beginn": "Geplanter Beginn verstrichen",
    "meilenstein": "Meilenstein nicht erreicht",
    "aufgabe": "Aufgabe nicht erledigt",
    "werte": "Neue Werte überfällig",
    "stand": "Überprüfung fällig",
    "nachricht": "Lange nichts Neues",
}
"""The heading for each kind of delay."""
EXPLANATIONS = {
    "ende": "Das geplante Ende ist vorbei, aber nichts sagt, dass sie abgeschlossen sind.",
    "beginn": "Der geplante Beginn ist vorbei, aber nichts sagt, dass sie begonnen haben.",
    "meilenstein": "Ein geplanter Zeitpunkt ist vorbei, aber nichts sagt, dass der Meilenstein erreicht ist.",
    "aufgabe": "Ein Zeitpunkt ist vorbei, aber nichts sagt, dass die Aufgabe erledigt ist.",
    "werte": "Die nächsten Werte waren fällig, aber es gibt noch keine.",
    "stand": "Die Angaben sind älter, als sie nach den Vorgaben des Landkreises sein sollen.",
}
"""What each means, where several things are listed together; old news alone is no delay that readers are told."""


@dataclass(frozen=True)
class Overdue:
    """A key project, measure or indicator that somebody should look at."""

    key: str
    """What kind of delay, see `TITLES`."""
    entry: Entry
    path: Way
    """The way to the date, inside the entry."""
    when: Datum
    months: int = 0
    """How old it may be, where that is what counts."""

    @property
    def told(self) -> str:
        """What is late, in a sentence."""
        return {
            "ende": f"Das geplante Ende ({self.when}) ist vorbei, aber nichts sagt, dass es abgeschlossen ist.",
            "beginn": f"Der geplante Beginn ({self.when}) ist vorbei, aber nichts sagt, dass es begonnen hat.",
            "meilenstein": f"Ein Meilenstein war für {self.when} geplant, aber nichts sagt, dass er erreicht ist.",
            "aufgabe": f"Eine Aufgabe war bis {self.when} zu tun, aber nichts sagt, dass sie erledigt ist.",
            "werte": f"Neue Werte waren fällig ({self.when}). Wenn sie da sind, setzen Sie „naechste_werte“ weiter.",
            "stand": f"Der Stand ({self.when}) ist älter als {months_in_words(self.months)}.",
            "nachricht": f"Die letzte Aktualisierung ist lange her ({self.when}).",
        }[self.key]


def overdue(konzept: Konzept, day: date, months: int) -> list[Overdue]:
    """What editors should look at on a day.

    Args:
        konzept: the concept.
        day: the day.
        months: how old the latest piece of news may be of what has no interval of its own.

    Returns:
        What should have happened and has not, indicators whose values were due, and what is older than its interval or
        has had no news for long; nothing that is closed, replaced or merged.
    """
    return [item for kind in DATED for entry in konzept.of_kind(kind) for item in _of(konzept, entry, day, months)]


def _of(konzept: Konzept, entry: Entry, day: date, months: int) -> Iterator[Overdue]:
    if entry.kind in IN_PROGRESS:
        for late in lateness(entry.model, day):
            if late.is_open:
                yield Overdue(late.kind, entry, late.path, late.planned)
    if found := review(konzept, entry, day):
        yield Overdue(found.kind, entry, found.path, found.when, found.months)
    elif entry.kind in IN_PROGRESS and interval_of(konzept, entry) is None:
        yield from _news(entry, day, months)


def _news(entry: Entry, day: date, months: int) -> Iterator[Overdue]:
    """The latest news, where it is old; what has had none yet says nothing of its age."""
    model: Fortschritt = entry.model
    actual = model.tatsaechlich
    ended = actual and actual.ende and actual.ende.last < day
    if model.aktualisierungen and not (successors(model) or ended or state_of(model, day).is_closed):
        news = list(enumerate(model.aktualisierungen))
        index, latest = max(news, key=lambda item: item[1].datum.last)
        if latest.datum.last < months_before(day, months):
            yield Overdue("nachricht", entry, ("aktualisierungen", index, "datum"), latest.datum)
