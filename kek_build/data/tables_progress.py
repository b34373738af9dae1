# The tables of how things stand: news, milestones, tasks, money, whom to ask, what the county's budget calls its
# products, and which phase follows from what a document prints.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kek_build.concept import Entry
from kek_build.concept.entries import IN_PROGRESS
from kek_build.data.columns import count, many, one, text
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, joined, moment, of_model
from kek_build.models import Kennzahl
from kek_build.models.base import Model
from kek_build.models.kennzahlen import Wirkung
from kek_build.models.konzept import Bearbeitungsstand, Haushaltsprodukt
from kek_build.models.massnahmen import Aktualisierung, Ansprechperson, Aufgabe, Foerderung, Meilenstein

Item = tuple[Entry, int, Any]
"""An entry of a list: the thing, its place in the list from 1, and what stands there."""


def _part(item: Item) -> Model:
    model: Model = item[2]
    return model


def _of(model: type[Model], name: str, **told: str) -> Column:
    return of_model(model, name, _part, **told)


def _number(name: str, title: str, description: str) -> Column:
    return Column(name, title, description, lambda _, item: getattr(item[2], name), "number")


_SUBJECT = (
    Column(
        "gegenstand",
        "Gegenstand",
        "Kennung der Maßnahme oder des Schlüsselvorhabens",
        lambda source, item: source.id(item[0]),
        key=True,
    ),
    count("position", "Position", "Reihenfolge, ab 1", lambda _, item: item[1], key=True),
)


def _listed(name: str) -> Callable[[Source], Iterable[Item]]:
    """The entries of a list that key projects and measures have."""

    def items(source: Source) -> Iterator[Item]:
        for entry in source.konzept.entries.values():
            found = getattr(entry.model, name, ()) if entry.kind in IN_PROGRESS else ()
            yield from ((entry, position, item) for position, item in enumerate(found, 1))

    return items


UPDATES = Kind(
    "aktualisierungen",
    "Neues",
    "Datierte Nachrichten zu Maßnahmen und Schlüsselvorhaben, und was seither von Phase und Status gilt",
    (
        *_SUBJECT,
        *moment("datum", "Datum", "Datum der Nachricht", lambda item: item[2].datum),
        _of(Aktualisierung, "text", description="Die Nachricht"),
        *(_of(Aktualisierung, name) for name in ("phase", "status", "quelle", "link")),
    ),
    _listed("aktualisierungen"),
)

MILESTONES = Kind(
    "meilensteine",
    "Meilensteine",
    "Was unterwegs erreicht wird, mit geplantem und erreichtem Zeitpunkt",
    (
        *_SUBJECT,
        _of(Meilenstein, "titel"),
        *moment("geplant", "Geplant für", "Geplanter Zeitpunkt", lambda item: item[2].geplant),
        *moment("erreicht", "Erreicht", "Zeitpunkt, zu dem es erreicht war", lambda item: item[2].erreicht),
        _of(Meilenstein, "vermerk"),
    ),
    _listed("meilensteine"),
)

TASKS = Kind(
    "aufgaben",
    "Aufgaben",
    "Was zu tun ist, bis wann und von wem",
    (
        *_SUBJECT,
        _of(Aufgabe, "text", description="Was zu tun ist"),
        *moment("faellig", "Zu tun bis", "Zeitpunkt, bis zu dem es zu tun ist", lambda item: item[2].bis),
        *moment("erledigt", "Erledigt", "Zeitpunkt, zu dem es getan war", lambda item: item[2].erledigt),
        many("zustaendig", "Zuständig", "Wer es tut", lambda item: item[2].zustaendig, ("akteur",)),
    ),
    _listed("aufgaben"),
)

FUNDING = Kind(
    "foerderungen",
    "Förderungen",
    "Geld, das andere zu Maßnahmen und Schlüsselvorhaben geben",
    (
        *_SUBJECT,
        _of(Foerderung, "programm"),
        one("geber", "Geldgeber", "Kennung dessen, der das Geld gibt", lambda item: item[2].geber, ("akteur",),
            target="akteure"),
        _number("betrag", "Betrag", "Förderung in Euro"),
        _number("anteil", "Anteil", "Anteil an den Kosten in Prozent"),
        _of(Foerderung, "vermerk"),
    ),
    _listed("foerderung"),
)  # fmt: skip

PERSONS = Kind(
    "ansprechpersonen",
    "Ansprechpersonen",
    "Wer Fragen beantwortet, mit Namen; nur wo der Landkreis sie zeigt",
    (*_SUBJECT, *(_of(Ansprechperson, name) for name in ("name", "funktion", "telefon", "email"))),
    _listed("ansprechpersonen"),
)

EFFECTS = Kind(
    "wirkungen",
    "Wirkungen der Kennzahlen",
    "Was es für etwas bedeutet, wenn eine Kennzahl steigt",
    (
        Column(
            "kennzahl", "Kennzahl", "Kennung der Kennzahl", lambda source, item: source.id(item[0]),
            target="kennzahlen", key=True,
        ),
        count("position", "Position", "Reihenfolge, ab 1", lambda _, item: item[1], key=True),
        one("auf", "Wirkt auf", "Kennung dessen, wofür es etwas bedeutet", lambda item: item[2].auf,
            ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "aussage")),
        *(_of(Wirkung, name) for name in ("richtung", "vermerk")),
    ),
    lambda source: (
        (entry, position, effect)
        for entry in source.konzept.of_kind("kennzahl")
        for position, effect in enumerate(_indicator(entry).wirkungen, 1)
    ),
)  # fmt: skip


def _indicator(entry: Entry) -> Kennzahl:
    model: Kennzahl = entry.model
    return model


PRODUCTS = Kind(
    "haushaltsprodukte",
    "Haushaltsprodukte",
    "Die Produkte des Haushalts, die konzept.yml nennt",
    tuple(of_model(Haushaltsprodukt, name, lambda item: item) for name in ("nummer", "bezeichnung")),
    lambda source: source.konzept.datei.haushaltsprodukte,
)

STATES = Kind(
    "bearbeitungsstaende",
    "Bearbeitungsstände",
    "Welche Phase aus dem folgt, was im Dokument über den Stand der Schlüsselvorhaben steht (redaktionell)",
    (
        *(of_model(Bearbeitungsstand, name, lambda item: item) for name in
          ("angabe", "phase", "status", "begruendung")),
        many("schluesselvorhaben", "Schlüsselvorhaben", "Bei welchen es steht",
             lambda item: item.schluesselvorhaben, ("schluesselvorhaben",)),
    ),
    lambda source: source.konzept.datei.bearbeitungsstaende,
)  # fmt: skip


def _products(source: Source, entry: Entry) -> Iterator[str]:
    """The budget products of a thing, each in words."""
    for product in entry.model.produkte:
        yield source.line(product.words)


PAID_BY = text("produkte", "Produkte", "Produkte des Haushalts", lambda source, entry: joined(_products(source, entry)))
"""What a thing is paid from."""


def cost_columns() -> Iterator[Column]:
    """What a key project or a measure costs."""

    def cost(name: str) -> Callable[[Source, Entry], Any]:
        return lambda _, entry: getattr(entry.model.kosten, name, None)

    yield Column("kosten", "Kosten", "Kosten in Euro", cost("betrag"), "number")
    yield Column("kosten_bis", "Kosten (Obergrenze)", "Obergrenze in Euro, wenn eine Spanne angegeben ist",
                 cost("bis"), "number")  # fmt: skip
    yield text("kosten_genauigkeit", "Genauigkeit der Kosten", "Wie genau der Betrag ist", cost("genauigkeit"))
    yield from moment("kosten_stand", "Stand der Kosten", "Von wann die Angabe ist",
                      lambda entry: getattr(entry.model.kosten, "stand", None))  # fmt: skip
    yield text("kosten_vermerk", "Vermerk zu den Kosten", "Was zu den Kosten zu sagen ist", _cost_remark)


def _cost_remark(source: Source, entry: Entry) -> str | None:
    remark = getattr(entry.model.kosten, "vermerk", None)
    return source.words(remark) if remark else None
