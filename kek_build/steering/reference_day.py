# The day on which "how long ago" and "is it late" are measured: one that somebody names for the build, or else the
# newest of which the concept itself tells that something happened. So the same content gives the same site every day.
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kek_build.concept import Konzept
from kek_build.models.dates import Datum
from kek_build.steering.freshness import dated, newest


@dataclass(frozen=True)
class ReferenceDay:
    """The day on which is measured, and how it came about."""

    day: date
    told: Datum
    """The day as precisely as it is known."""
    why: str
    """How it came about, in words."""


def reference_day(konzept: Konzept, given: date | None = None) -> ReferenceDay:
    """The day on which a concept is measured.

    Args:
        konzept: the concept.
        given: the day that the build names, if it does.

    Returns:
        That day, or the newest on which the concept says that something happened: news, actual begins and ends,
        milestones reached, tasks done, cost estimates, measured values, decisions and steps, and the edition itself. Of
        a time that is no day its first day counts, so that nothing is taken to be late that may not be.
    """
    if given is not None:
        return ReferenceDay(given, Datum(given, given, "tag"), "beim Erstellen der Website festgelegt")
    found = newest(konzept, dated(konzept)).when
    return ReferenceDay(found.first, found, "die neueste Angabe im Konzept")
