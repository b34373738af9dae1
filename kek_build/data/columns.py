# Columns that many tables have: what a thing is called, where it is shown, what it stands in, what it names.
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kek_build.concept import Entry
from kek_build.data.source import Source
from kek_build.data.table import Column, Value, joined, moment, of_model
from kek_build.models.massnahmen import Zeitraum
from kek_build.pages.standing import due_words, standing
from kek_build.steering import stand_of

FIELD = ("handlungsfeld",)

ID = Column(
    "id",
    "Kennung",
    "Bleibende Kennung in diesen Daten; andere Tabellen nennen sie",
    lambda source, entry: source.id(entry),
    key=True,
)
ADDRESS = Column(
    "adresse", "Adresse", "Seite dazu auf dieser Website", lambda source, entry: source.url(entry), type="uri"
)
SOURCES = Column(
    "quelle",
    "Quelle",
    "Fundstellen im Dokument",
    lambda source, entry: joined(source.place(place) for place in entry.model.quelle),
)
NUMBER = Column("nummer", "Nummer", "Nummer wie im Dokument oder von der Redaktion", lambda _, entry: entry.number)


def about(model: Any) -> tuple[Column, ...]:
    """What all things carry: text in our words, Leichte Sprache, adopted wording, address, places in the document."""
    return (*(of_model(model, name) for name in ("kurz", "leicht", "wortlaut")), ADDRESS, SOURCES)


def one(
    name: str,
    title: str,
    description: str,
    get: Callable[[Any], str | None],
    kinds: tuple[str, ...],
    *,
    target: str | None = None,
) -> Column:
    """A column with the identifier of one other thing."""

    def value(source: Source, item: Any) -> Value:
        entry = source.find(get(item), kinds)
        return source.id(entry) if entry else None

    return Column(name, title, description, value, target=target)


def many(
    name: str, title: str, description: str, get: Callable[[Any], Iterable[str]], kinds: tuple[str, ...]
) -> Column:
    """A column with the numbers or names of several other things."""

    def value(source: Source, item: Any) -> Value:
        return joined(source.name(entry) for entry in source.found(get(item), kinds))

    return Column(name, title, f"{description}; jede einzeln in „verbindungen“", value)


def parent(name: str, title: str, description: str, kind: str, target: str) -> Column:
    """A column with the nearest thing of a kind that an entry stands in."""

    def value(source: Source, entry: Entry) -> Value:
        above = [other for other in source.konzept.above(entry) if other.kind == kind]
        return source.id(above[-1]) if above else None

    return Column(name, title, description, value, target=target)


def entries(kind: str) -> Callable[[Source], Iterable[Entry]]:
    """All things of a kind have a row each."""
    return lambda source: source.konzept.of_kind(kind)


def _span(name: str, get: Callable[[Any], Zeitraum | None], begin: str, end: str) -> tuple[Column, ...]:
    def part(name: str) -> Callable[[Any], Any]:
        return lambda item: getattr(get(item), name, None)

    return (
        *moment(f"{name}_beginn", begin, begin, part("beginn")),
        *moment(f"{name}_ende", end, end, part("ende")),
    )


def _subjects(source: Source, entry: Entry) -> Value:
    return joined(source.konzept.by_subject.of(entry).names)


def _subjects_from(source: Source, entry: Entry) -> Value:
    return joined(source.id(other) for other in source.konzept.by_subject.of(entry).above)


SUBJECTS = Column("themen", "Themen", "Kennungen der Themen, zu denen es gehört (Zuordnung der Redaktion)", _subjects)
SUBJECTS_FROM = Column(
    "themen_aus", "Themen folgen aus", "Woraus die Themen folgen; leer, wo sie selbst zugeordnet sind", _subjects_from
)


def _phase(source: Source, entry: Entry) -> Value:
    return standing(source.shop, entry).state.phase


def _status(source: Source, entry: Entry) -> Value:
    return standing(source.shop, entry).state.status


def _late(source: Source, entry: Entry) -> Value:
    late = [one for one in standing(source.shop, entry).late if one.path[0] == "geplant"]
    return joined(f"{_LATE[one.kind]}: {one.by}" for one in late)


_LATE = {
    "ende": "Ende überfällig",
    "beginn": "Beginn überfällig",
    "beendet": "später beendet",
    "begonnen": "später begonnen",
}


def progress(model: Any) -> tuple[Column, ...]:
    """How measures and key projects stand in time."""
    return (
        *(of_model(model, name) for name in ("phase", "status", "status_grund")),
        text("aktuelle_phase", "Aktuelle Phase", "Phase am Stichtag, nach den Aktualisierungen", _phase),
        text("aktueller_status", "Aktueller Status", "Status am Stichtag, nach den Aktualisierungen", _status),
        text(
            "verzug", "Verzug", "Um wie viel geplantes Ende und geplanter Beginn überschritten sind oder waren", _late
        ),
        *_span("geplant", lambda entry: entry.model.geplant, "Geplanter Beginn", "Geplantes Ende"),
        *_span("tatsaechlich", lambda entry: entry.model.tatsaechlich, "Tatsächlicher Beginn", "Tatsächliches Ende"),
        of_model(model, "ueberpruefung"),
        *freshness(),
    )


def freshness() -> tuple[Column, ...]:
    """How fresh what is said of a thing is, and whether somebody should look at it again."""
    told = "Neueste Angabe über Geschehenes, sonst der Stand des Dokuments"
    return (
        text("stand", "Stand", told, lambda source, entry: str(stand_of(source.konzept, entry).when)),
        Column("stand_von", "Stand (erster Tag)", f"{told}: erster Tag, der gemeint sein kann",
               lambda source, entry: stand_of(source.konzept, entry).when.first, "date"),
        Column("stand_bis", "Stand (letzter Tag)", f"{told}: letzter Tag, der gemeint sein kann",
               lambda source, entry: stand_of(source.konzept, entry).when.last, "date"),
        text("pruefung", "Zu prüfen", "Was am Stichtag zu prüfen ist; leer, wo nichts zu prüfen ist",
             lambda source, entry: due_words(source.shop, entry)),
    )  # fmt: skip


def text(name: str, title: str, description: str, of: Callable[[Source, Any], Value]) -> Column:
    """A column of text that is computed."""
    return Column(name, title, description, of)


def count(
    name: str, title: str, description: str, of: Callable[[Source, Any], int | None], *, key: bool = False
) -> Column:
    """A column of whole numbers."""
    return Column(name, title, description, of, "integer", key=key)
