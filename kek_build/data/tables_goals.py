# The tables of what a concept wants and starts from: fields, goals, guiding statements, SWOT analysis, indicators.
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kek_build.concept import Entry, coverage
from kek_build.concept.coverage import ANSWERS, Cell
from kek_build.concept.entries import CONCEPT_REF, KINDS
from kek_build.data.columns import (
    ADDRESS,
    FIELD,
    ID,
    NUMBER,
    SUBJECTS,
    SUBJECTS_FROM,
    about,
    count,
    entries,
    freshness,
    many,
    parent,
    text,
)
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, joined, moment, of_model
from kek_build.data.tables_progress import PAID_BY
from kek_build.models import (
    QUADRANTS,
    Aussage,
    Handlungsfeld,
    Kennzahl,
    KonzeptDatei,
    Leitsatz,
    Messwert,
    SwotThema,
    Ziel,
)
from kek_build.pages.figure_standing import figure_standing
from kek_build.pages.standing import day_of
from kek_build.pages.text import statement_label

CONCEPT = Kind(
    "konzept",
    "Konzept",
    "Das Konzept als Ganzes, eine Zeile",
    (
        ID,
        *(of_model(KonzeptDatei, name) for name in ("name", "titel", "land", "behoerde")),
        text("fassung", "Fassung", "Name der Fassung", lambda _, entry: entry.model.fassung.bezeichnung),
        *moment("stand", "Stand", "Stand des Dokuments", lambda entry: entry.model.fassung.stand),
        Column(
            "stichtag",
            "Stichtag",
            "Tag, an dem Phase, Status und Verzug gemessen sind",
            lambda source, _: day_of(source.shop).day,
            "date",
        ),
        text(
            "leitgedanke",
            "Leitgedanke",
            "Leitgedanke, genau wie beschlossen",
            lambda _, entry: entry.model.leitgedanke.bezeichnung,
        ),
        text(
            "werte",
            "Werte",
            "Wofür der Landkreis stehen will",
            lambda _, entry: joined(value.bezeichnung for value in entry.model.werte),
        ),
        text(
            "ebenen",
            "Zielebenen",
            "Wie das Konzept seine Ebenen von Zielen nennt, von oben nach unten",
            lambda _, entry: joined(level.einzahl for level in entry.model.ebenen),
        ),
        *about(KonzeptDatei),
    ),
    entries("konzept"),
)


def _group_of(source: Source, field: Entry) -> str | None:
    return next(
        (
            group.titel
            for group in source.konzept.datei.prioritaetsgruppen
            if field in source.found(group.handlungsfelder, FIELD)
        ),
        None,
    )


FIELDS = Kind(
    "handlungsfelder",
    "Handlungsfelder",
    "Die Handlungsfelder",
    (
        ID,
        NUMBER,
        of_model(Handlungsfeld, "titel"),
        text("prioritaetsgruppe", "Prioritätsgruppe", "Gruppe, in die das Konzept das Handlungsfeld stellt", _group_of),
        many("kennzahlen", "Kennzahlen", "Kennzahlen des Handlungsfelds", lambda e: e.model.kennzahlen, ("kennzahl",)),
        *about(Handlungsfeld),
        SUBJECTS,
    ),
    entries("handlungsfeld"),
)


GOALS = Kind(
    "ziele",
    "Ziele",
    "Die Ziele aller Ebenen; „oberziel“ und „tiefe“ sagen, wie sie aufgebaut sind",
    (
        ID,
        NUMBER,
        of_model(Ziel, "titel"),
        text(
            "ebene", "Ebene", "Wie das Konzept diese Ebene nennt", lambda source, entry: source.konzept.kind_name(entry)
        ),
        count("tiefe", "Tiefe", "0 für die oberste Ebene, 1 für die darunter", lambda _, entry: entry.depth),
        parent(
            "handlungsfeld", "Handlungsfeld", "Handlungsfeld, in dem das Ziel steht", "handlungsfeld", "handlungsfelder"
        ),
        parent("oberziel", "Oberziel", "Ziel, zu dem es gehört", "ziel", "ziele"),
        many(
            "schluesselvorhaben",
            "Schlüsselvorhaben",
            "Schlüsselvorhaben unter diesem Ziel",
            lambda entry: entry.model.schluesselvorhaben,
            ("schluesselvorhaben",),
        ),
        many(
            "massnahmen", "Maßnahmen", "Maßnahmen zu diesem Ziel", lambda entry: entry.model.massnahmen, ("massnahme",)
        ),
        many(
            "kennzahlen", "Kennzahlen", "Kennzahlen zu diesem Ziel", lambda entry: entry.model.kennzahlen, ("kennzahl",)
        ),
        many("orte", "Orte", "Orte, die das Ziel nennt", lambda entry: entry.model.orte, ("ort",)),
        PAID_BY,
        *about(Ziel),
        SUBJECTS,
        SUBJECTS_FROM,
    ),
    entries("ziel"),
)

GUIDING = Kind(
    "leitsaetze",
    "Leitsätze",
    "Die Leitsätze der Handlungsfelder und Ziele",
    (
        ID,
        text(
            "gehoert_zu",
            "Gehört zu",
            "Kennung des Handlungsfelds oder Ziels",
            lambda source, entry: source.id(source.konzept[entry.parent or CONCEPT_REF]),
        ),
        of_model(Leitsatz, "text", description="Der Leitsatz in eigenen Worten"),
        of_model(Leitsatz, "wortlaut"),
        ADDRESS,
    ),
    entries("leitsatz"),
)

TOPICS = Kind(
    "swot_themen",
    "Themen der SWOT-Analyse",
    "Die Themen der SWOT-Analyse: Stärken, Schwächen, Chancen, Risiken",
    (
        ID,
        of_model(SwotThema, "titel"),
        of_model(SwotThema, "titel_redaktionell"),
        many(
            "handlungsfelder",
            "Handlungsfelder",
            "Zuordnung zu Handlungsfeldern (redaktionell)",
            lambda entry: entry.model.handlungsfelder,
            FIELD,
        ),
        *about(SwotThema),
        SUBJECTS,
        SUBJECTS_FROM,
    ),
    entries("swot"),
)

_QUADRANT_OF = {beginning: quadrant for quadrant, beginning in QUADRANTS.items()}
_QUADRANT_NAMES = {"staerken": "Stärke", "schwaechen": "Schwäche", "chancen": "Chance", "risiken": "Risiko"}

STATEMENTS = Kind(
    "swot_aussagen",
    "Aussagen der SWOT-Analyse",
    "Die Aussagen der SWOT-Analyse; was auf sie antwortet, hat die Redaktion zugeordnet",
    (
        ID,
        Column(
            "thema",
            "Thema",
            "Kennung des Themas",
            lambda source, entry: source.id(source.konzept[entry.parent or ""]),
            target="swot_themen",
        ),
        text(
            "quadrant",
            "Quadrant",
            "Stärke, Schwäche, Chance oder Risiko",
            lambda _, entry: _QUADRANT_NAMES[_QUADRANT_OF[entry.model.id.rpartition("-")[0]]],
        ),
        text("name", "Name", "Wie die Website sie nennt: „Schwäche 2“", lambda _, entry: statement_label(entry)),
        of_model(Aussage, "text", description="Die Aussage in eigenen Worten"),
        of_model(Aussage, "wortlaut", description="Wortlaut der Aussage"),
        text(
            "punkte",
            "Unterpunkte",
            "Unterpunkte der Aussage",
            lambda source, entry: joined(map(source.line, entry.model.punkte)),
        ),
        many(
            "antworten",
            "Antworten",
            "Was darauf antwortet (redaktionell)",
            lambda entry: entry.model.antworten,
            ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme"),
        ),
        ADDRESS,
    ),
    entries("aussage"),
)


def _coverage(source: Source) -> Iterator[tuple[Entry | None, str, Cell]]:
    found = coverage(source.konzept)
    for field, cells in ((None, found.whole), *found.fields):
        yield from ((field, quadrant, cell) for quadrant, cell in cells.items() if found.whole[quadrant].total)


def _answered_by(kind: str) -> Callable[[Source, tuple[Entry | None, str, Cell]], int]:
    return lambda _, item: item[2].by[kind]


COVERAGE = Kind(
    "swot_antworten",
    "Antworten auf die SWOT-Analyse",
    "Wie viele Aussagen der SWOT-Analyse eine Antwort haben, je Handlungsfeld und Quadrant und über alle; Antworten "
    "hat die Redaktion zugeordnet",
    (
        Column(
            "bereich",
            "Bereich",
            "Kennung des Handlungsfelds, oder „alle“: dann zählt jede Aussage einmal, sonst in jedem Handlungsfeld "
            "ihres Themas",
            lambda source, item: source.id(item[0]) if item[0] else "alle",
            key=True,
        ),
        Column(
            "handlungsfeld",
            "Handlungsfeld",
            "Kennung des Handlungsfelds",
            lambda source, item: source.id(item[0]) if item[0] else None,
            target="handlungsfelder",
        ),
        Column(
            "quadrant",
            "Quadrant",
            "Stärke, Schwäche, Chance oder Risiko",
            lambda _, item: _QUADRANT_NAMES[item[1]],
            key=True,
        ),
        count("aussagen", "Aussagen", "Wie viele Aussagen es gibt", lambda _, item: item[2].total),
        count("mit_antwort", "Mit Antwort", "Auf wie viele etwas antwortet", lambda _, item: len(item[2].answered)),
        count(
            "ohne_antwort", "Ohne Antwort", "Auf wie viele nichts antwortet", lambda _, item: len(item[2].unanswered)
        ),
        *(
            count(
                f"durch_{kind}",
                f"Durch {KINDS[kind][1]}",
                f"Auf wie viele etwas dieser Art antwortet: {KINDS[kind][1]}; auf eine Aussage kann Verschiedenes "
                "antworten",
                _answered_by(kind),
            )
            for kind in ANSWERS
        ),
    ),
    _coverage,
)

INDICATORS = Kind(
    "kennzahlen",
    "Kennzahlen",
    "Die Kennzahlen; ihre Werte stehen in „messwerte“",
    (
        ID,
        of_model(Kennzahl, "titel"),
        of_model(Kennzahl, "einheit"),
        *(of_model(Kennzahl, name) for name in ("art", "richtung", "turnus")),
        *moment(
            "naechste_werte",
            "Nächste Werte",
            "Wann die nächsten Werte fällig sind",
            lambda entry: entry.model.naechste_werte,
        ),
        *freshness(),
        many(
            "fuer",
            "Zeigt Fortschritt für",
            "Wofür die Kennzahl den Fortschritt zeigt",
            lambda entry: entry.model.fuer,
            ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "aussage"),
        ),
        of_model(Kennzahl, "zuordnung"),
        text(
            "zielstand",
            "Stand zum Ziel",
            "Wie der neueste Wert am Stichtag des Konzepts zum Ziel steht: erreicht, auf Kurs, nicht auf Kurs, "
            "verfehlt, noch nicht fällig oder ohne Angabe",
            lambda source, entry: figure_standing(source.shop, entry).target.state,
        ),
        text(
            "zielstand_grund",
            "Wie das beurteilt ist",
            "Womit der Wert verglichen wurde, oder warum sich nichts sagen lässt",
            lambda source, entry: figure_standing(source.shop, entry).target.told,
        ),
        *about(Kennzahl),
        SUBJECTS,
        SUBJECTS_FROM,
    ),
    entries("kennzahl"),
)


def _readings(source: Source) -> Iterator[tuple[Entry, str, int, Messwert]]:
    for entry in source.konzept.of_kind("kennzahl"):
        yield from readings_of(entry)


def readings_of(entry: Entry) -> Iterator[tuple[Entry, str, int, Messwert]]:
    """The figures of an indicator: what it is, and its position among those of its kind."""
    positions: Counter[str] = Counter()
    for kind, value in entry.model.figures:
        positions[kind] += 1
        yield entry, kind, positions[kind], value


READINGS = Kind(
    "messwerte",
    "Werte der Kennzahlen",
    "Ausgangswerte, Zielwerte, gemessene Werte und Prognosen der Kennzahlen",
    (
        Column(
            "kennzahl",
            "Kennzahl",
            "Kennung der Kennzahl",
            lambda source, item: source.id(item[0]),
            target="kennzahlen",
            key=True,
        ),
        Column("art", "Art", "Ausgangswert, Zielwert, Wert oder Prognose", lambda _, item: item[1], key=True),
        count("position", "Position", "Reihenfolge in der Art, ab 1", lambda _, item: item[2], key=True),
        *moment("zeit", "Zeit", "Zeitpunkt", lambda item: item[3].zeit),
        Column("wert", "Wert", "Wert in der Einheit der Kennzahl", lambda _, item: item[3].wert, "number"),
        Column(
            "bis", "Obergrenze", "Obergrenze, wenn eine Spanne angegeben ist", lambda _, item: item[3].bis, "number"
        ),
        text("einheit", "Einheit", "Einheit der Kennzahl", lambda _, item: item[0].model.einheit),
        of_model(Messwert, "genauigkeit", lambda item: item[3], description="Wie genau der Wert ist"),
        of_model(Messwert, "variante", lambda item: item[3]),
        of_model(Messwert, "vermerk", lambda item: item[3]),
        of_model(Messwert, "quelle", lambda item: item[3]),
    ),
    _readings,
)
