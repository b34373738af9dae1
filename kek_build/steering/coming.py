# What a concept says is still to come in the months after a day: what is due then (see `due`), and the steps of its own
# history that it announces. What should have happened by the day is late instead (see `lateness`).
from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kek_build.concept import Konzept
from kek_build.concept.entries import CONCEPT_REF
from kek_build.steering.due import Due, planned
from kek_build.steering.freshness import DATED, months_after


def coming(konzept: Konzept, day: date, months: int) -> tuple[Due, ...]:
    """What is to come after a day.

    Args:
        konzept: the concept.
        day: what has happened by this day is not to come.
        months: how far to look ahead.

    Returns:
        What is planned for a time that ends after the day, and within the months: for a year or a quarter its last day
        counts, since until then there is time. Sorted by that day, then by when the time begins.
    """
    end = months_after(day, months)
    found = [due for due in _all(konzept, day) if day < due.day <= end]
    return tuple(sorted(found, key=lambda due: (due.day, due.when.first)))


def _all(konzept: Konzept, day: date) -> Iterator[Due]:
    for kind in DATED:
        for entry in konzept.of_kind(kind):
            yield from planned(entry, day)
    for event in konzept.datei.verlauf:
        if event.art == "ausblick":
            yield Due("ausblick", konzept[CONCEPT_REF], event.datum, event.titel)
