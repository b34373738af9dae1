# Key projects and measures: what is done. A measure stands once; each key project places it with a note of its own.
from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

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
    ThemaName,
    ZielRef,
    Zustaendigkeit,
    themen_field,
)
from kek_build.models.dates import DatumField, ZeitpunktError

Phase = Literal["geplant", "in Vorbereitung", "in Umsetzung", "Daueraufgabe", "abgeschlossen", "eingestellt"]
"""How far something has come: a fact."""

Status = Literal["im Plan", "verzögert", "gefährdet", "ruht"]
"""How it goes: a judgement."""


class Punkt(Model):
    """A point of a measure, with points of its own."""

    text: Text = Field(
        description="Worum es bei dem Punkt geht", examples=["Bus und Bahn sowie das Rad stärker verknüpfen"]
    )
    punkte: tuple[Punkt, ...] = Field(
        (), description="Unterpunkte, in derselben Form", examples=[[{"text": "Haltestellen ausbauen"}]]
    )


class Zeitraum(Model):
    """Begin and end, each as precise as known."""

    beginn: DatumField | None = Field(None, description="Wann es beginnt, so genau wie bekannt")
    ende: DatumField | None = Field(None, description="Wann es endet, so genau wie bekannt")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.beginn and self.ende and self.ende.last < self.beginn.first:
            raise ZeitpunktError("endet, bevor er beginnt")
        return self


class Aktualisierung(Model):
    """A dated piece of news about a measure or key project."""

    datum: DatumField = Field(description="Von wann die Nachricht ist")
    text: Text = Field(
        description="Was geschehen ist, in einfachen Worten", examples=["Der erste Abschnitt ist fertig."]
    )
    quelle: Line | None = Field(
        None, title="Beleg", description="Vorlage, Protokoll oder Adresse", examples=["Vorlage 2025/114"]
    )


class Fortschritt(Numbered):
    """What measures and key projects have in common: how they stand in time."""

    phase: Phase | None = Field(None, description="Wie weit es ist (Tatsache)")
    status: Status | None = Field(None, description="Wie es läuft (Urteil)")
    geplant: Zeitraum | None = Field(None, description="Von wann bis wann es laufen soll")
    tatsaechlich: Zeitraum | None = Field(None, description="Von wann bis wann es wirklich gelaufen ist")
    aktualisierungen: tuple[Aktualisierung, ...] = Field((), description="Was es Neues gibt, jeweils mit Datum")


class Massnahme(Fortschritt):
    """A measure: one file in `massnahmen/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "kurz", "leicht", "wortlaut", "beschreibung", "punkte", "handlungsfeld",
        "ziele", "prioritaet", "phase", "status", "geplant", "tatsaechlich", "aktualisierungen", "beteiligte",
        "orte", "kennzahlen", "themen", "ersetzt_durch", "zusammengefuehrt_mit", "quelle", "hinweis",
    )  # fmt: skip

    nummer: Number = Field(description="Nummer wie im Dokument; so heißt auch die Datei", examples=["1-44"])
    titel: Line = Field(
        max_length=80,
        description="Verständlicher Titel, höchstens 80 Zeichen",
        examples=["Radweg von Borna nach Kitzscher bauen"],
    )
    themen: tuple[ThemaName, ...] = themen_field()
    beschreibung: Text | None = Field(
        None,
        description="Was genau geplant ist, ausführlicher als „kurz“",
        examples=["Der Weg führt an der Kreisstraße entlang und bekommt einen sicheren Übergang."],
    )
    punkte: tuple[Punkt, ...] = Field(
        (),
        description="Einzelne Punkte der Maßnahme, als Liste; Punkte können Unterpunkte haben",
        examples=[[{"text": "Grundstücke kaufen"}, {"text": "Den Übergang an der Kreisstraße sichern"}]],
    )
    handlungsfeld: HandlungsfeldRef = Field(description="Handlungsfeld, zu dem die Maßnahme gehört: seine Nummer")
    ziele: tuple[ZielRef, ...] = Field((), description="Ziele, denen die Maßnahme dient: ihre Nummern")
    prioritaet: Line | None = Field(
        None, description="Zeichen der Stufe, wie unter „prioritaeten“ in konzept.yml", examples=["+++"]
    )
    beteiligte: tuple[Beteiligung, ...] = Field((), description="Wer mitmacht, und in welcher Rolle")
    orte: tuple[OrtRef, ...] = Field((), description="Orte, die es betrifft: Kennungen aus orte.yml")
    kennzahlen: tuple[KennzahlRef, ...] = Field(
        (), description="Kennzahlen, die den Fortschritt zeigen: ihre Kennungen"
    )
    ersetzt_durch: MassnahmeRef | None = Field(None, description="Nummer der Maßnahme, die an ihre Stelle getreten ist")
    zusammengefuehrt_mit: MassnahmeRef | None = Field(
        None, description="Nummer der Maßnahme, in der sie aufgegangen ist"
    )


class Platzierung(Model):
    """A measure in a key project."""

    massnahme: MassnahmeRef = Field(description="Nummer der Maßnahme")
    vermerk: Text | None = Field(
        None,
        description="Was das Dokument an dieser Stelle anders oder zusätzlich sagt",
        examples=["Hier ist nur ein Teil der Maßnahme gedruckt."],
    )


class Massnahmengruppe(Model):
    """A row of a key project's profile that lists measures."""

    titel: Line = Field(
        description="Überschrift der Zeile, zum Beispiel „Maßnahmen“, „ÖPNV“, „Weitere Maßnahmen“",
        examples=["Weitere Maßnahmen"],
    )
    art: Literal["kern", "weitere"] = Field(description="Kern des Vorhabens oder weitere Maßnahmen, die beitragen")
    massnahmen: tuple[Platzierung, ...] = Field(min_length=1, description="Maßnahmen, die in dieser Zeile stehen")


class Profilziel(Model):
    """A goal that the profile of a key project states in its own words."""

    text: Text = Field(
        description="Was das Profil erreichen will, in eigenen Worten",
        examples=["Der Landkreis begleitet den Strukturwandel aktiv."],
    )
    wortlaut: Text | None = Field(
        None,
        description="Beschlossener Wortlaut; hat auf der Website Vorrang",
        examples=["Aktive Begleitung des Strukturwandels"],
    )
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über dieses Ziel wissen müssen")


class Schluesselvorhaben(Fortschritt):
    """A key project: one file in `schluesselvorhaben/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "kurztitel", "kurz", "leicht", "wortlaut", "phase", "status", "geplant",
        "tatsaechlich", "handlungsfelder", "ziele", "beschreibung", "massnahmen", "bearbeitungsstand",
        "aktualisierungen", "traeger", "arbeitsschritte", "ansprechpartner", "beteiligte", "orte", "kennzahlen",
        "themen", "quelle", "hinweis",
    )  # fmt: skip

    nummer: Number = Field(description="Nummer wie im Dokument; so heißt auch die Datei", examples=["I.1"])
    titel: Line = Field(
        description="Name des Schlüsselvorhabens, genau wie im Dokument",
        examples=["Aktive Begleitung von Projekten des Strukturwandels"],
    )
    kurztitel: Line = Field(
        max_length=60,
        description="Kurzer Name für Listen und die Zeile „Sie sind hier“, höchstens 60 Zeichen",
        examples=["Strukturwandel"],
    )
    themen: tuple[ThemaName, ...] = themen_field()
    handlungsfelder: tuple[HandlungsfeldRef, ...] = Field(
        min_length=1, description="Handlungsfelder laut Profil: ihre Nummern"
    )
    ziele: tuple[Profilziel, ...] = Field((), description="Ziele laut Profil, in eigenen Worten")
    beschreibung: Text = Field(
        description="Worum es geht und warum, in eigenen Worten",
        examples=["Der Ausstieg aus der Braunkohle prägt den Landkreis bis 2030 und danach."],
    )
    massnahmen: tuple[Massnahmengruppe, ...] = Field(
        (), description="Maßnahmen laut Profil, in Gruppen wie im Dokument"
    )
    bearbeitungsstand: Text | None = Field(
        None,
        description="Wie weit es laut Dokument ist",
        examples=["Die Gesetzgebung läuft; Vorhaben werden angemeldet."],
    )
    traeger: Zustaendigkeit | None = Field(None, description="Wer das Vorhaben trägt")
    arbeitsschritte: tuple[Text, ...] = Field(
        (), description="Nächste Schritte laut Profil", examples=[["Arbeitsgruppe bilden", "Fördermittel beantragen"]]
    )
    ansprechpartner: Zustaendigkeit | None = Field(None, description="Wer Fragen beantwortet")
    orte: tuple[OrtRef, ...] = Field((), description="Orte, die es betrifft: Kennungen aus orte.yml")
    kennzahlen: tuple[KennzahlRef, ...] = Field(
        (), description="Kennzahlen, die den Fortschritt zeigen: ihre Kennungen"
    )
    beteiligte: tuple[Beteiligung, ...] = Field((), description="Wer außer den Trägern mitmacht")
