# Key projects and measures: what is done. A measure stands once; each key project places it with a note of its own.
from __future__ import annotations

from typing import Literal

from pydantic import Field

from kek_build.models.base import (
    Beteiligung,
    HandlungsfeldRef,
    Hinweis,
    KennzahlRef,
    Line,
    MassnahmeRef,
    Model,
    Number,
    Numbered,
    OrtRef,
    Text,
    ZielRef,
    Zustaendigkeit,
)
from kek_build.models.dates import DatumField

Phase = Literal["geplant", "in Vorbereitung", "in Umsetzung", "Daueraufgabe", "abgeschlossen", "eingestellt"]
"""How far something has come: a fact."""

Status = Literal["im Plan", "verzögert", "gefährdet", "ruht"]
"""How it goes: a judgement."""


class Punkt(Model):
    """A point of a measure, with points of its own."""

    text: Text
    punkte: tuple[Punkt, ...] = ()


class Zeitraum(Model):
    """Begin and end, each as precise as known."""

    beginn: DatumField | None = None
    ende: DatumField | None = None


class Aktualisierung(Model):
    """A dated piece of news about a measure or key project."""

    datum: DatumField
    text: Text
    quelle: Line | None = Field(None, description="Vorlage, Protokoll oder Adresse")


class Fortschritt(Numbered):
    """What measures and key projects have in common: how they stand in time."""

    phase: Phase | None = Field(None, description="Wie weit es ist (Tatsache)")
    status: Status | None = Field(None, description="Wie es läuft (Urteil)")
    geplant: Zeitraum | None = Field(None, description="Geplanter Zeitraum")
    tatsaechlich: Zeitraum | None = Field(None, description="Tatsächlicher Zeitraum")
    aktualisierungen: tuple[Aktualisierung, ...] = ()


class Massnahme(Fortschritt):
    """A measure: one file in `massnahmen/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "kurz", "leicht", "wortlaut", "beschreibung", "punkte", "handlungsfeld",
        "ziele", "prioritaet", "phase", "status", "geplant", "tatsaechlich", "aktualisierungen", "beteiligte",
        "orte", "kennzahlen", "ersetzt_durch", "zusammengefuehrt_mit", "quelle", "hinweis",
    )  # fmt: skip

    nummer: Number
    titel: Line = Field(max_length=80, description="Verständlicher Titel, höchstens 80 Zeichen")
    beschreibung: Text | None = None
    punkte: tuple[Punkt, ...] = ()
    handlungsfeld: HandlungsfeldRef
    ziele: tuple[ZielRef, ...] = ()
    prioritaet: Line | None = Field(None, description="Stufe der Skala in konzept.yml, zum Beispiel „+++“")
    beteiligte: tuple[Beteiligung, ...] = ()
    orte: tuple[OrtRef, ...] = ()
    kennzahlen: tuple[KennzahlRef, ...] = ()
    ersetzt_durch: MassnahmeRef | None = None
    zusammengefuehrt_mit: MassnahmeRef | None = None


class Platzierung(Model):
    """A measure in a key project."""

    massnahme: MassnahmeRef
    vermerk: Text | None = Field(None, description="Was das Dokument an dieser Stelle anders oder zusätzlich sagt")


class Massnahmengruppe(Model):
    """A row of a key project's profile that lists measures."""

    titel: Line = Field(description="Überschrift der Zeile, zum Beispiel „Maßnahmen“, „ÖPNV“, „Weitere Maßnahmen“")
    art: Literal["kern", "weitere"] = Field(description="Kern des Vorhabens oder weitere Maßnahmen, die beitragen")
    massnahmen: tuple[Platzierung, ...] = Field(min_length=1)


class Profilziel(Model):
    """A goal that the profile of a key project states in its own words."""

    text: Text
    wortlaut: Text | None = None
    hinweis: tuple[Hinweis, ...] = ()


class Schluesselvorhaben(Fortschritt):
    """A key project: one file in `schluesselvorhaben/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "kurztitel", "kurz", "leicht", "wortlaut", "phase", "status", "geplant",
        "tatsaechlich", "handlungsfelder", "ziele", "beschreibung", "massnahmen", "bearbeitungsstand",
        "aktualisierungen", "traeger", "arbeitsschritte", "ansprechpartner", "beteiligte", "orte", "kennzahlen",
        "quelle", "hinweis",
    )  # fmt: skip

    nummer: Number
    titel: Line = Field(description="Name des Schlüsselvorhabens, genau wie im Dokument")
    kurztitel: Line = Field(max_length=60, description="Kurzer Name für Listen und Brotkrumen")
    handlungsfelder: tuple[HandlungsfeldRef, ...] = Field(min_length=1, description="Handlungsfelder laut Profil")
    ziele: tuple[Profilziel, ...] = Field((), description="Ziele laut Profil, in eigenen Worten")
    beschreibung: Text
    massnahmen: tuple[Massnahmengruppe, ...] = ()
    bearbeitungsstand: Text | None = None
    traeger: Zustaendigkeit | None = None
    arbeitsschritte: tuple[Text, ...] = ()
    ansprechpartner: Zustaendigkeit | None = None
    orte: tuple[OrtRef, ...] = ()
    kennzahlen: tuple[KennzahlRef, ...] = ()
    beteiligte: tuple[Beteiligung, ...] = ()
