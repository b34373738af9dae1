# The day on which "how long ago" and "is it late" are measured: one that somebody names for the build, or else the
# newest of which the concept itself tells that something happened. So the same content gives the same site every day.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kek_build.concept import Konzept
from kek_build.concept.entries import IN_PROGRESS
from kek_build.models import Kennzahl
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt


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
        milestones reached, tasks done, measured values, decisions and steps, and the edition itself. Of a time that is
        no day its first day counts, so that nothing is taken to be late that may not be.
    """
    if given is not None:
        return ReferenceDay(given, Datum(given, given, "tag"), "beim Erstellen der Website festgelegt")
    newest = max(_happened(konzept), key=lambda when: when.first)
    return ReferenceDay(newest.first, newest, "die neueste Angabe im Konzept")


def _happened(konzept: Konzept) -> Iterator[Datum]:
    """The days of which the concept says that something happened."""
    yield konzept.datei.fassung.stand
    yield from (event.datum for event in konzept.datei.verlauf if event.art != "ausblick")
    for kind in IN_PROGRESS:
        for entry in konzept.of_kind(kind):
            yield from _of_progress(entry.model)
    for entry in konzept.of_kind("kennzahl"):
        yield from _of_indicator(entry.model)


def _of_progress(model: Fortschritt) -> Iterator[Datum]:
    yield from (news.datum for news in model.aktualisierungen)
    yield from (one.erreicht for one in model.meilensteine if one.erreicht)
    yield from (one.erledigt for one in model.aufgaben if one.erledigt)
    if actual := model.tatsaechlich:
        yield from filter(None, (actual.beginn, actual.ende))


def _of_indicator(model: Kennzahl) -> Iterator[Datum]:
    yield from (value.zeit for value in model.werte if value.zeit)
    if model.ausgangswert and model.ausgangswert.zeit:
        yield model.ausgangswert.zeit
