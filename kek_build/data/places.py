# Everything that concerns one place as a table beside its page, for the staff of a municipality: what it is, how near
# it is, and why it is there. The tables of the whole concept (see `tables`) say what each thing holds.
from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.places import IN_PART, IN_TEXT, LINKED, NAMED, Concern, concerns
from kek_build.data.csv import csv
from kek_build.data.keeping import Keeper
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, Value, fill, joined
from kek_build.outputs import Output
from kek_build.pages.addresses import PLACE_TABLE
from kek_build.pages.ort import reasons
from kek_build.pages.text import statement_label

_NEAR = {
    NAMED: "nennt den Ort",
    IN_PART: "nennt einen Ort, der dazugehört",
    IN_TEXT: "erwähnt den Ort im Text",
    LINKED: "mittelbar verbunden",
}


def _reason(source: Source, concern: Concern) -> Value:
    said = reasons(concern).items()
    return joined(f"{words} {', '.join(source.name(entry) for entry in entries)}" for words, entries in said)


def _number(entry: Entry) -> str | None:
    return statement_label(entry) if entry.kind == "aussage" else entry.number


def _field(source: Source, entry: Entry) -> str | None:
    field = source.konzept.field_of(entry)
    return field.number if field else None


_COLUMNS = (
    Column("id", "Kennung", "Bleibende Kennung in allen Daten", lambda s, c: s.id(c.entry), key=True),
    Column("art", "Art", "Was es ist", lambda s, c: s.konzept.kind_name(c.entry)),
    Column("nummer", "Nummer", "Nummer wie im Dokument oder von der Redaktion", lambda _, c: _number(c.entry)),
    Column("titel", "Titel", "Ganzer Titel", lambda s, c: s.title(c.entry)),
    Column("bezug", "Bezug", "Wie nah der Eintrag dem Ort ist", lambda _, c: _NEAR[c.closeness]),
    Column("grund", "Grund", "Worüber der Eintrag mit dem Ort verbunden ist", _reason),
    Column("handlungsfeld", "Handlungsfeld", "Nummer des Handlungsfelds", lambda s, c: _field(s, c.entry)),
    Column("phase", "Phase", "Wie weit es ist", lambda _, c: getattr(c.entry.model, "phase", None)),
    Column("status", "Status", "Wie es läuft", lambda _, c: getattr(c.entry.model, "status", None)),
    Column("adresse", "Adresse", "Seite dazu auf dieser Website", lambda s, c: s.url(c.entry), type="uri"),
)


def outputs(source: Source, keeper: Keeper) -> Iterator[Output]:
    """A CSV file beside the page of each place that something concerns.

    Args:
        source: the concept.
        keeper: what is kept of earlier builds.
    """
    for place in source.konzept.of_kind("ort"):
        path = source.shop.addresses.folder(place) + PLACE_TABLE
        yield from keeper.outputs(path, partial(_file, path, place, source))


def _file(path: str, place: Entry, source: Source) -> Iterator[Output]:
    table = fill(_kind(place, concerns(source.konzept, place)), source)
    if table.rows:
        yield Output(path, b"".join(csv(table)))


def _kind(place: Entry, found: tuple[Concern, ...]) -> Kind:
    title = f"Was das Konzept zu {place.title} sagt"
    return Kind("eintraege", title, f"{title}, mit dem Grund", _COLUMNS, lambda _: found)
