# How fresh what is said of a thing is, and whether somebody should look at it again. „Stand“ is the newest date that
# the thing itself gives for something that has happened, or the edition of the document. Whether that is old depends on
# a day, and on how often the county wants to look: where a concept does not say so, nothing is old.
from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS
from kek_build.models import Kennzahl, KonzeptDatei
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt
from kek_build.steering.state import state_of, successors

Way = tuple[str | int, ...]

DATED = (*IN_PROGRESS, "kennzahl")
"""The kinds of thing that give dates of their own, and that somebody looks at again."""

_MONTHS = {
    "monatlich": 1, "vierteljährlich": 3, "halbjährlich": 6, "jährlich": 12, "alle zwei Jahre": 24,
    "alle fünf Jahre": 60,
}  # fmt: skip
"""How many months lie between the values of an indicator."""


@dataclass(frozen=True)
class Stand:
    """How fresh something is."""

    when: Datum
    own: bool
    """Whether the thing itself gives the date; else it is that of the document's edition."""
    path: Way = ()
    """The way to the date, inside the thing; empty where it gives none."""


@dataclass(frozen=True)
class Review:
    """Something that somebody should look at again."""

    kind: Literal["stand", "werte"]
    """`stand`: what is said is older than the interval; `werte`: new values were due."""
    when: Datum
    """How old it is, or when the values were due."""
    path: Way
    months: int = 0
    """The interval, where there is one."""

    @property
    def words(self) -> str:
        """What readers are told: `Stand älter als 12 Monate`."""
        if self.kind == "werte":
            return f"Neue Werte waren fällig: {self.when}"
        return f"Stand älter als {months_in_words(self.months)}"


def months_in_words(months: int) -> str:
    """`12 Monate`, `ein Monat`."""
    return "ein Monat" if months == 1 else f"{months} Monate"


def happened(model: object) -> Iterator[tuple[Way, Datum]]:
    """The dates that a thing gives for what has happened, each with the way to it.

    News, actual begins and ends, milestones reached, tasks done, the day of a cost estimate; measured values; of a
    concept its edition, decisions and steps. What is planned, due, aimed at or expected is not among them.
    """
    match model:
        case Fortschritt():
            yield from _of_progress(model)
        case Kennzahl():
            yield from _of_indicator(model)
        case KonzeptDatei():
            yield ("fassung", "stand"), model.fassung.stand
            yield from (
                (("verlauf", index, "datum"), event.datum)
                for index, event in enumerate(model.verlauf)
                if event.art != "ausblick"
            )


def _of_progress(model: Fortschritt) -> Iterator[tuple[Way, Datum]]:
    for index, news in enumerate(model.aktualisierungen):
        yield ("aktualisierungen", index, "datum"), news.datum
    for index, milestone in enumerate(model.meilensteine):
        if milestone.erreicht:
            yield ("meilensteine", index, "erreicht"), milestone.erreicht
    for index, task in enumerate(model.aufgaben):
        if task.erledigt:
            yield ("aufgaben", index, "erledigt"), task.erledigt
    if model.tatsaechlich:
        for name in ("beginn", "ende"):
            if when := getattr(model.tatsaechlich, name):
                yield ("tatsaechlich", name), when
    if model.kosten and model.kosten.stand:
        yield ("kosten", "stand"), model.kosten.stand


def _of_indicator(model: Kennzahl) -> Iterator[tuple[Way, Datum]]:
    for index, value in enumerate(model.werte):
        if value.zeit:
            yield ("werte", index, "zeit"), value.zeit
    if model.ausgangswert and model.ausgangswert.zeit:
        yield ("ausgangswert", "zeit"), model.ausgangswert.zeit


def stand_of(konzept: Konzept, entry: Entry) -> Stand:
    """How fresh what is said of a thing is.

    Args:
        konzept: the concept it stands in.
        entry: the thing.

    Returns:
        The newest date that it gives itself, or the edition where that is newer or it gives none; of an indicator the
        time of its newest value, however old. Of a time that is no day the first one counts, so that nothing is called
        newer than it may be.
    """
    given = [Stand(when, own=True, path=path) for path, when in happened(entry.model)]
    edition = [] if given and entry.kind == "kennzahl" else [Stand(konzept.datei.fassung.stand, own=False)]
    return max([*given, *edition], key=_age)


def newest(konzept: Konzept, entries: Iterable[Entry]) -> Stand:
    """The same of several things: the newest of them; of none, the edition."""
    edition = Stand(konzept.datei.fassung.stand, own=False)
    return max((stand_of(konzept, entry) for entry in entries), key=_age, default=edition)


def _age(stand: Stand) -> date:
    return stand.when.first


def dated(konzept: Konzept) -> Iterator[Entry]:
    """All that gives dates of its own: the concept itself, key projects, measures, indicators."""
    yield konzept[CONCEPT_REF]
    for kind in DATED:
        yield from konzept.of_kind(kind)


def interval_of(konzept: Konzept, entry: Entry) -> int | None:
    """After how many months somebody should look at a thing again; None where nobody says so.

    Args:
        konzept: the concept; where it sets no interval, only things that set one themselves have one.
        entry: a key project, a measure or an indicator. Of an indicator the rhythm of its values goes first.
    """
    model, general = entry.model, konzept.datei.ueberpruefung
    own = getattr(model, "ueberpruefung", None)
    if own is None and isinstance(model, Kennzahl) and model.turnus and general:
        return _MONTHS[model.turnus]
    months = own or general
    return int(months) if months else None


def next_review(konzept: Konzept, entry: Entry) -> date | None:
    """The day until which somebody should look at a thing again.

    None where nobody says so, where it is closed, and of an indicator that says itself when its next values are due.
    """
    if isinstance(entry.model, Kennzahl) and entry.model.naechste_werte:
        return None
    months = interval_of(konzept, entry)
    if months is None or _is_over(entry, date.max):
        return None
    return months_after(stand_of(konzept, entry).when.last, months)


def review(konzept: Konzept, entry: Entry, day: date) -> Review | None:
    """Whether a thing should be looked at again.

    Args:
        konzept: the concept.
        entry: the thing; only key projects, measures and indicators ever should.
        day: the day on which is measured.

    Returns:
        What is due; None of what is closed, replaced or merged. An indicator that says when its next values are due is
        measured by that alone, also in a concept that sets no interval.
    """
    if entry.kind not in DATED or _is_over(entry, day):
        return None
    model = entry.model
    if isinstance(model, Kennzahl) and model.naechste_werte:
        return values_due(model, day)
    months = interval_of(konzept, entry)
    stand = stand_of(konzept, entry)
    if months is None or months_after(stand.when.last, months) >= day:
        return None
    return Review("stand", stand.when, stand.path, months)


def values_due(model: Kennzahl, day: date) -> Review | None:
    """Whether the next values of an indicator were due before a day, and nothing measured then has come."""
    due = model.naechste_werte
    if due is None or due.last >= day or values_come(model):
        return None
    return Review("werte", due, ("naechste_werte",))


def values_come(model: Kennzahl) -> bool:
    """Whether an indicator has a value from when its next ones are due, or later."""
    due = model.naechste_werte
    return due is not None and any(value.zeit and value.zeit.last >= due.first for value in model.werte)


def _is_over(entry: Entry, day: date) -> bool:
    """Whether nothing new is to be expected of a thing."""
    model = entry.model
    if not isinstance(model, Fortschritt):
        return False
    ended = model.tatsaechlich and model.tatsaechlich.ende and model.tatsaechlich.ende.last < day
    return bool(successors(model) or ended or state_of(model, day).is_closed)


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last day of a month is followed by the last of that month.

    What would be after the end of time is its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))
