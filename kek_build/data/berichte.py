# Everything that a report tells, as a table beside its page: what its page has no room for stands here, and whoever
# writes a council paper can sort it. What changed in the text of the concept is told by the pages of changes.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.entries import IN_PROGRESS
from kek_build.data.csv import csv
from kek_build.data.keeping import Keeper
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, fill, moment
from kek_build.models.berichte import Bericht
from kek_build.models.dates import Datum
from kek_build.outputs import Output
from kek_build.pages.addresses import REPORT_TABLE
from kek_build.pages.bericht import AHEAD, COMING, address
from kek_build.pages.bewegung import LATE
from kek_build.pages.fortschritt import cost_words
from kek_build.pages.neues import EVENT_LABELS
from kek_build.steering import fields_of
from kek_build.steering.coming import coming
from kek_build.steering.lateness import Late
from kek_build.steering.period import Events, Movement, events, period_of


@dataclass(frozen=True)
class Row:
    """Something that a report tells."""

    part: str
    """The part of the report."""
    entry: Entry | None
    """What it is about; None for steps of the concept's own history."""
    when: Datum | None
    what: str
    text: str | None = None
    phase: tuple[str | None, str] | None = None
    """From what to what the phase went."""
    status: tuple[str | None, str] | None = None
    source: str | None = None
    link: str | None = None


def outputs(source: Source, keeper: Keeper) -> Iterator[Output]:
    """A CSV file beside the page of each report that tells anything.

    Args:
        source: the concept.
        keeper: what is kept of earlier builds.
    """
    for report in source.konzept.datei.berichte:
        path = address(source.shop, report) + REPORT_TABLE
        yield from keeper.outputs(path, partial(_file, path, report, source))


def _file(path: str, report: Bericht, source: Source) -> Iterator[Output]:
    kind = Kind("bericht", report.titel, "Alles, was der Bericht nennt", _COLUMNS, partial(rows, report))
    yield Output(path, b"".join(csv(fill(kind, source))))


def rows(report: Bericht, source: Source) -> Iterator[Row]:
    """Everything that a report tells.

    Args:
        report: the report.
        source: the concept.
    """
    konzept, period = source.konzept, period_of(report)
    found = events(konzept, period)
    for move in found.movements:
        yield from _moves(source, move)
    yield from _values(found)
    for move in found.movements:
        for late in move.late:
            since = "in diesem Zeitraum" if late in move.newly_late else "schon vorher"
            told = f"{_late(source, move.entry, late)}; Verzug: {late.by}, entstanden {since}"
            yield Row("Im Verzug", move.entry, late.planned, "überfällig", told)
    for event in found.history:
        yield Row("Beschlüsse und Schritte", None, event.datum, EVENT_LABELS[event.art], event.titel)
    for one in coming(konzept, period.last, AHEAD):
        entry = None if one.kind == "ausblick" else one.entry
        yield Row("Was danach ansteht", entry, one.when, COMING[one.kind], one.text)


def _moves(source: Source, move: Movement) -> Iterator[Row]:
    part = partial(Row, "Was sich bewegt hat", move.entry)
    if move.begin:
        yield part(move.begin, "Beginn")
    if move.end:
        yield part(move.end, "Ende")
    for milestone in move.milestones:
        yield part(milestone.erreicht, "Meilenstein erreicht", milestone.titel)
    for task in move.tasks:
        yield part(task.erledigt, "Aufgabe erledigt", source.line(task.text))
    if move.cost:
        yield part(move.cost.stand, "Kosten", source.line(cost_words(move.cost)))
    for news in move.news:
        told = news.told
        words = source.words(told.text)
        yield part(told.datum, "Nachricht", words, news.phase, news.status, told.quelle, told.link)


def _values(found: Events) -> Iterator[Row]:
    for entry, values in found.values:
        for value in values:
            told = f"{value.amount} {entry.model.einheit}" + (f" ({value.variante})" if value.variante else "")
            yield Row("Neue Werte von Kennzahlen", entry, value.zeit, "Wert", told, source=value.quelle)


def _late(source: Source, entry: Entry, late: Late) -> str:
    if late.kind in LATE:
        return LATE[late.kind]
    index = int(late.path[1])
    if late.kind == "meilenstein":
        return f"Meilenstein „{entry.model.meilensteine[index].titel}“"
    return f"Aufgabe „{source.line(entry.model.aufgaben[index].text)}“"


def _change(name: str, title: str) -> Iterator[Column]:
    def part(of: int) -> Column:
        def value(_: Source, row: Row) -> str | None:
            change = row.phase if name == "phase" else row.status
            return change[of] if change else None

        key, words = (("vorher", "vorher"), ("nachher", "nachher"))[of]
        return Column(f"{name}_{key}", f"{title} {words}", f"{title} {words}, wo eine Nachricht sie ändert", value)

    yield from (part(0), part(1))


def _field(source: Source, row: Row) -> str | None:
    fields = fields_of(source.konzept, row.entry) if row.entry and row.entry.kind in IN_PROGRESS else ()
    return fields[0].number if fields else None


_COLUMNS = (
    Column("teil", "Teil", "Teil des Berichts", lambda _, row: row.part),
    *moment("datum", "Datum", "Wann es war, oder wann es geplant ist", lambda row: row.when),
    Column("kennung", "Kennung", "Bleibende Kennung in allen Daten", lambda s, row: row.entry and s.id(row.entry)),
    Column("art", "Art", "Was es ist", lambda s, row: row.entry and s.konzept.kind_name(row.entry)),
    Column("titel", "Titel", "Ganzer Titel", lambda s, row: row.entry and s.title(row.entry)),
    Column("handlungsfeld", "Handlungsfeld", "Nummer des ersten Handlungsfelds", _field),
    Column("was", "Was", "Was geschehen ist oder geschehen soll", lambda _, row: row.what),
    Column("text", "Text", "Näheres", lambda s, row: row.text and s.words(row.text)),
    *_change("phase", "Phase"),
    *_change("status", "Status"),
    Column("beleg", "Beleg", "Vorlage, Protokoll oder Statistik", lambda _, row: row.source),
    Column("link", "Link", "Adresse des Belegs", lambda _, row: row.link, type="uri"),
    Column(
        "adresse", "Adresse", "Seite dazu auf dieser Website", lambda s, row: row.entry and s.url(row.entry), type="uri"
    ),
)
