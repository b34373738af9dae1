# The tables of what is done: key projects, measures and their points, who takes part, what is new.
from __future__ import annotations

from collections.abc import Iterator

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.data.columns import (
    FIELD,
    ID,
    NUMBER,
    SUBJECTS,
    SUBJECTS_FROM,
    about,
    count,
    entries,
    many,
    one,
    progress,
    text,
)
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, joined, of_model
from kek_build.data.tables_progress import PAID_BY, cost_columns
from kek_build.models import Massnahme, Punkt, Schluesselvorhaben
from kek_build.models.massnahmen import Massnahmengruppe, Platzierung, Profilziel

_CONTACT = many(
    "ansprechpartner",
    "Ansprechpartner",
    "Wer Auskunft gibt",
    lambda entry: entry.model.ansprechpartner.akteure if entry.model.ansprechpartner else (),
    ("akteur",),
)


def _successors(kind: str, target: str, called: str) -> tuple[Column, ...]:
    """What took the place of a thing, and what it became a part of."""
    return (
        one(
            "ersetzt_durch",
            "Ersetzt durch",
            f"{called} an seiner Stelle",
            lambda entry: entry.model.ersetzt_durch,
            (kind,),
            target=target,
        ),
        one(
            "zusammengefuehrt_mit",
            "Zusammengeführt mit",
            f"{called}, worin es aufging",
            lambda entry: entry.model.zusammengefuehrt_mit,
            (kind,),
            target=target,
        ),
    )


PROJECTS = Kind(
    "schluesselvorhaben",
    "Schlüsselvorhaben",
    "Die Schlüsselvorhaben",
    (
        ID,
        NUMBER,
        *(of_model(Schluesselvorhaben, name) for name in ("titel", "kurztitel")),
        many(
            "handlungsfelder",
            "Handlungsfelder",
            "Handlungsfelder laut Profil",
            lambda entry: entry.model.handlungsfelder,
            FIELD,
        ),
        of_model(Schluesselvorhaben, "beschreibung"),
        of_model(Schluesselvorhaben, "bearbeitungsstand"),
        many(
            "traeger",
            "Träger",
            "Wer es trägt",
            lambda e: e.model.traeger.akteure if e.model.traeger else (),
            ("akteur",),
        ),
        _CONTACT,
        text(
            "arbeitsschritte",
            "Arbeitsschritte",
            "Arbeitsschritte in ihrer Reihenfolge",
            lambda source, entry: joined(map(source.line, entry.model.arbeitsschritte)),
        ),
        many("orte", "Orte", "Orte, die das Profil nennt", lambda entry: entry.model.orte, ("ort",)),
        *progress(Schluesselvorhaben),
        PAID_BY,
        *cost_columns(),
        *_successors("schluesselvorhaben", "schluesselvorhaben", "Schlüsselvorhaben"),
        *about(Schluesselvorhaben),
        SUBJECTS,
        SUBJECTS_FROM,
    ),
    entries("schluesselvorhaben"),
)

PROFILE_GOALS = Kind(
    "profilziele",
    "Ziele der Schlüsselvorhaben",
    "Ziele, die das Profil eines Schlüsselvorhabens in eigenen Worten nennt",
    (
        Column(
            "schluesselvorhaben",
            "Schlüsselvorhaben",
            "Kennung des Schlüsselvorhabens",
            lambda source, item: source.id(item[0]),
            target="schluesselvorhaben",
            key=True,
        ),
        count("position", "Position", "Reihenfolge, ab 1", lambda _, item: item[1], key=True),
        of_model(Profilziel, "text", lambda item: item[2], description="Das Ziel in eigenen Worten"),
        of_model(Profilziel, "wortlaut", lambda item: item[2], description="Beschlossener Wortlaut"),
    ),
    lambda source: (
        (entry, position, goal)
        for entry in source.konzept.of_kind("schluesselvorhaben")
        for position, goal in enumerate(entry.model.ziele, 1)
    ),
)


def _priority(source: Source, entry: Entry) -> str | None:
    steps = source.konzept.datei.prioritaeten
    return next((step.bedeutung for step in steps if step.zeichen == entry.model.prioritaet), None)


MEASURES = Kind(
    "massnahmen",
    "Maßnahmen",
    "Die Maßnahmen; in welchem Schlüsselvorhaben sie stehen, sagt „platzierungen“",
    (
        ID,
        NUMBER,
        of_model(Massnahme, "titel"),
        of_model(Massnahme, "beschreibung"),
        one(
            "handlungsfeld",
            "Handlungsfeld",
            "Handlungsfeld der Maßnahme",
            lambda entry: entry.model.handlungsfeld,
            FIELD,
            target="handlungsfelder",
        ),
        many("ziele", "Ziele", "Ziele, zu denen sie beiträgt", lambda entry: entry.model.ziele, ("ziel",)),
        of_model(Massnahme, "prioritaet"),
        text("prioritaet_bedeutung", "Bedeutung der Priorität", "Was das Zeichen der Priorität bedeutet", _priority),
        many("orte", "Orte", "Orte, die sie nennt", lambda entry: entry.model.orte, ("ort",)),
        many(
            "kennzahlen",
            "Kennzahlen",
            "Kennzahlen zu dieser Maßnahme",
            lambda entry: entry.model.kennzahlen,
            ("kennzahl",),
        ),
        *progress(Massnahme),
        _CONTACT,
        PAID_BY,
        *cost_columns(),
        *_successors("massnahme", "massnahmen", "Maßnahme"),
        *about(Massnahme),
        SUBJECTS,
        SUBJECTS_FROM,
    ),
    entries("massnahme"),
)


def _points(
    source: Source, entry: Entry, points: tuple[Punkt, ...], above: str = ""
) -> Iterator[tuple[Entry, str, str, Punkt]]:
    for position, point in enumerate(points, 1):
        number = f"{above}.{position}" if above else f"Punkt {position}"
        yield entry, number, above, point
        yield from _points(source, entry, point.punkte, number)


POINTS = Kind(
    "punkte",
    "Punkte der Maßnahmen",
    "Die einzelnen Punkte der Maßnahmen mit ihren Unterpunkten",
    (
        Column(
            "massnahme",
            "Maßnahme",
            "Kennung der Maßnahme",
            lambda source, item: source.id(item[0]),
            target="massnahmen",
            key=True,
        ),
        Column("punkt", "Punkt", "Stelle des Punkts: „Punkt 2“ oder „Punkt 2.1“", lambda _, item: item[1], key=True),
        text("oberpunkt", "Oberpunkt", "Punkt, zu dem er gehört", lambda _, item: item[2] or None),
        of_model(Punkt, "text", lambda item: item[3], description="Der Punkt in eigenen Worten"),
    ),
    lambda source: (
        point for entry in source.konzept.of_kind("massnahme") for point in _points(source, entry, entry.model.punkte)
    ),
)


def _placements(source: Source) -> Iterator[tuple[Entry, Massnahmengruppe, int, Platzierung]]:
    for entry in source.konzept.of_kind("schluesselvorhaben"):
        placed = [(group, place) for group in entry.model.massnahmen for place in group.massnahmen]
        yield from ((entry, group, position, place) for position, (group, place) in enumerate(placed, 1))


PLACEMENTS = Kind(
    "platzierungen",
    "Maßnahmen in Schlüsselvorhaben",
    "Welche Maßnahme in welchem Schlüsselvorhaben steht, in welcher Zeile des Profils, mit welchem Vermerk",
    (
        Column(
            "schluesselvorhaben",
            "Schlüsselvorhaben",
            "Kennung des Schlüsselvorhabens",
            lambda source, item: source.id(item[0]),
            target="schluesselvorhaben",
            key=True,
        ),
        count("position", "Position", "Reihenfolge im Profil, ab 1", lambda _, item: item[2], key=True),
        one(
            "massnahme",
            "Maßnahme",
            "Kennung der Maßnahme",
            lambda item: item[3].massnahme,
            ("massnahme",),
            target="massnahmen",
        ),
        of_model(Massnahmengruppe, "titel", lambda item: item[1], title="Gruppe"),
        of_model(Massnahmengruppe, "art", lambda item: item[1]),
        of_model(Platzierung, "vermerk", lambda item: item[3]),
    ),
    _placements,
)


def _participations(source: Source) -> Iterator[tuple[Entry, str, str, str | None]]:
    """What somebody takes part in, who it is, as what, and what is added to it."""
    konzept = source.konzept
    for entry in konzept.entries.values():
        for part in getattr(entry.model, "beteiligte", ()):
            yield entry, part.akteur, part.rolle or "genannt", part.vermerk
        for name, role in (("traeger", "Träger"), ("ansprechpartner", "Ansprechpartner")):
            if duty := getattr(entry.model, name, None):
                yield from ((entry, actor, role, duty.vermerk) for actor in duty.akteure)
    for part in konzept.datei.mitwirkende:
        yield konzept[CONCEPT_REF], part.akteur, part.aufgabe, part.vermerk


PARTICIPATIONS = Kind(
    "beteiligungen",
    "Beteiligungen",
    "Wer woran beteiligt ist, und in welcher Rolle",
    (
        text(
            "gegenstand",
            "Gegenstand",
            "Kennung des Ziels, Schlüsselvorhabens, der Maßnahme oder des Konzepts",
            lambda source, item: source.id(item[0]),
        ),
        one("akteur", "Akteur", "Kennung des Akteurs", lambda item: item[1], ("akteur",), target="akteure"),
        text(
            "akteur_name",
            "Name des Akteurs",
            "Name des Akteurs, wie im Dokument",
            lambda source, item: joined(actor.title for actor in source.found([item[1]], ("akteur",))),
        ),
        text(
            "rolle",
            "Rolle",
            "federführend, mitwirkend, Träger, Ansprechpartner oder eine Aufgabe am Konzept; „genannt“: "
            "das Dokument nennt keine Rolle",
            lambda _, item: item[2],
        ),
        text(
            "vermerk",
            "Vermerk",
            "Zusatz zur Beteiligung",
            lambda source, item: source.words(item[3]) if item[3] else None,
        ),
    ),
    _participations,
)
