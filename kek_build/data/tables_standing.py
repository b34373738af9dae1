# The tables of how a concept is being carried out: every number of its Umsetzungsstand, and for each key project and
# measure what these numbers were counted from. Whoever counts the second table anew gets the first.
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.concept.entries import IN_PROGRESS, KINDS
from kek_build.data.columns import ID, count, text
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, Value, joined, moment
from kek_build.models.dates import Datum
from kek_build.pages.standing import standing, tally_of
from kek_build.pages.umsetzungsstand_kennzahlen import STATES, targets_of
from kek_build.pages.umsetzungsstand_satz import has_things
from kek_build.steering import Count, fields_of, goals_of, scopes
from kek_build.steering.classes import QUESTIONS, Question

COUNTED, APART = "gezählt", "nicht gezählt"
"""What a row of the numbers is about, where it is no question."""


@dataclass(frozen=True)
class Number:
    """A number of the Umsetzungsstand: how many things of a scope are in a class."""

    scope: Entry
    about: str
    name: str
    count: Count


def numbers(source: Source) -> Iterator[Number]:
    """Every number, scope by scope; none where a concept has no key projects and no measures."""
    if not has_things(source.shop):
        return
    for scope in scopes(source.konzept):
        found = tally_of(source.shop, scope.entry)
        yield Number(scope.entry, COUNTED, "alle", found.counted)
        for question in QUESTIONS:
            for name in question.classes:
                yield Number(scope.entry, question.key, name, found.of(question, name))
        for name, apart in found.apart.items():
            yield Number(scope.entry, APART, name, apart)


NUMBERS = Kind(
    "umsetzungsstand",
    "Umsetzungsstand",
    "Wie viele Schlüsselvorhaben und Maßnahmen am Stichtag in welcher Klasse sind: im ganzen Konzept, in jedem "
    "Handlungsfeld und zu jedem Ziel; jedes zählt in einem Bereich einmal",
    (
        Column(
            "bereich", "Bereich", "Kennung des Konzepts, Handlungsfelds oder Ziels",
            lambda source, item: source.id(item.scope), key=True,
        ),
        text("art", "Art", "Konzept, Handlungsfeld oder Ziel", lambda _, item: KINDS[item.scope.kind][1]),
        Column(
            "frage", "Frage",
            f"„{COUNTED}“, „{APART}“ oder wonach sortiert ist: phase, status, termine, neues",
            lambda _, item: item.about, key=True,
        ),
        Column("klasse", "Klasse", "Die Klasse", lambda _, item: item.name, key=True),
        count("schluesselvorhaben", "Schlüsselvorhaben", "Wie viele Schlüsselvorhaben", lambda _, i: i.count.projects),
        count("massnahmen", "Maßnahmen", "Wie viele Maßnahmen", lambda _, item: item.count.measures),
        count("zusammen", "Zusammen", "Schlüsselvorhaben und Maßnahmen", lambda _, item: item.count.total),
    ),
    numbers,
)  # fmt: skip


def _class(question: Question) -> Column:
    return text(
        f"klasse_{question.key}",
        f"Klasse: {question.title}",
        f"Klasse nach {question.title} am Stichtag; eine von: {', '.join(question.classes)}",
        lambda source, entry: standing(source.shop, entry).classes.of(question),
    )


def _since(get: Callable[[Source, Entry], Datum | None], name: str, title: str) -> Column:
    def value(source: Source, entry: Entry) -> Value:
        found = get(source, entry)
        return str(found) if found else None

    return text(name, title, "Zeitpunkt der Nachricht, aus der es folgt; leer, wo es von Anfang an gilt", value)


def _late(kinds: tuple[str, ...]) -> Callable[[Source, Entry], Value]:
    def value(source: Source, entry: Entry) -> Value:
        return joined(f"{one.kind}: {one.by}" for one in standing(source.shop, entry).late if one.kind in kinds)

    return value


def _newest(source: Source, entry: Entry) -> Value:
    """The newest news that had been told by the reference day."""
    found = standing(source.shop, entry).newest
    return str(found) if found else None


THINGS = Kind(
    "umsetzungsstand_vorhaben",
    "Vorhaben im Umsetzungsstand",
    "Was der Umsetzungsstand zählt: jedes Schlüsselvorhaben und jede Maßnahme mit den Bereichen, zu denen es gehört, "
    "und den Angaben, aus denen seine Klassen folgen",
    (
        ID,
        text("art", "Art", "Schlüsselvorhaben oder Maßnahme", lambda _, entry: KINDS[entry.kind][1]),
        text("titel", "Titel", "Titel", lambda source, entry: source.title(entry)),
        text(
            "handlungsfelder", "Handlungsfelder", "Kennungen der Handlungsfelder, in denen es zählt",
            lambda source, entry: joined(source.id(field) for field in fields_of(source.konzept, entry)),
        ),
        text(
            "ziele", "Ziele", "Kennungen der Ziele aller Ebenen, zu denen es zählt",
            lambda source, entry: joined(source.id(goal) for goal in goals_of(source.konzept, entry)),
        ),
        Column(
            "zaehlt", "Zählt", "Ob es gezählt wird",
            lambda source, entry: standing(source.shop, entry).classes.apart is None, "boolean",
        ),
        text(
            "verbleib", "Verbleib", "Warum es nicht gezählt wird: ersetzt oder zusammengeführt",
            lambda source, entry: standing(source.shop, entry).classes.apart,
        ),
        *map(_class, QUESTIONS),
        _since(lambda source, entry: standing(source.shop, entry).state.phase_since, "phase_seit", "Phase seit"),
        _since(lambda source, entry: standing(source.shop, entry).state.status_since, "status_seit", "Status seit"),
        text(
            "ueberfaellig", "Überfällig",
            "Was nach Plan geschehen sein sollte, und seit wann es überfällig ist: ende, beginn, meilenstein, aufgabe",
            _late(("ende", "beginn", "meilenstein", "aufgabe")),
        ),
        text(
            "spaeter", "Später als geplant", "Was später geschehen ist als geplant, und um wie viel: beendet, begonnen",
            _late(("beendet", "begonnen")),
        ),
        text("letzte_nachricht", "Letzte Nachricht", "Zeitpunkt der neuesten Nachricht bis zum Stichtag", _newest),
        *moment("geplant_beginn", "Geplanter Beginn", "Geplanter Beginn", lambda e: _date(e, "geplant", "beginn")),
        *moment("geplant_ende", "Geplantes Ende", "Geplantes Ende", lambda e: _date(e, "geplant", "ende")),
        *moment("tatsaechlich_beginn", "Tatsächlicher Beginn", "Tatsächlicher Beginn",
                lambda e: _date(e, "tatsaechlich", "beginn")),
        *moment("tatsaechlich_ende", "Tatsächliches Ende", "Tatsächliches Ende",
                lambda e: _date(e, "tatsaechlich", "ende")),
    ),
    lambda source: (entry for kind in IN_PROGRESS for entry in source.konzept.of_kind(kind)),
)  # fmt: skip

FIGURES = Kind(
    "umsetzungsstand_kennzahlen",
    "Kennzahlen im Umsetzungsstand",
    "Ob die Kennzahlen des Konzepts, der Handlungsfelder und der Ziele am Stichtag auf dem Weg zu ihrem Zielwert sind",
    (
        Column("bereich", "Bereich", "Kennung des Konzepts, Handlungsfelds oder Ziels",
               lambda source, item: source.id(item[0]), key=True),
        Column("kennzahl", "Kennzahl", "Kennung der Kennzahl", lambda source, item: source.id(item[1]),
               target="kennzahlen", key=True),
        text("stand", "Stand", f"Eines von: {', '.join(STATES)}", lambda _, item: item[2].state),
        text("begruendung", "Begründung", "Wie geurteilt wurde", lambda source, item: source.line(item[2].told)),
    ),
    lambda source: (
        (scope.entry, source.konzept[one.ref], one)
        for scope in scopes(source.konzept)
        for one in targets_of(source.shop, scope.entry)
    ),
)  # fmt: skip


def _date(entry: Entry, span: str, part: str) -> Datum | None:
    found: Datum | None = getattr(getattr(entry.model, span), part, None)
    return found
