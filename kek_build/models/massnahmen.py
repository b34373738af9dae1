# Key projects and measures: what is done. A measure stands once; each key project places it with a note of its own.
from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from kek_build.models.base import (
    AkteurRef,
    Beteiligung,
    HandlungsfeldRef,
    Hinweis,
    KennzahlRef,
    Line,
    MassnahmeRef,
    Model,
    Monate,
    Number,
    Numbered,
    OrtRef,
    Produkt,
    SchluesselvorhabenRef,
    Text,
    ThemaName,
    ZielRef,
    Zustaendigkeit,
    themen_field,
)
from kek_build.models.dates import DatumField, ZeitpunktError
from kek_build.models.numbers import Zahl, ZahlError

Phase = Literal["geplant", "in Vorbereitung", "in Umsetzung", "Daueraufgabe", "abgeschlossen", "eingestellt"]
"""How far something has come: a fact."""

CLOSED = frozenset({"abgeschlossen", "eingestellt"})
"""The phases of what is over."""

Status = Literal["im Plan", "verzögert", "gefährdet", "ruht"]
"""How it goes: a judgement."""

WebAddress = Annotated[Line, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
"""An address on the web that nobody on the way can change or read."""

MailAddress = Annotated[Line, StringConstraints(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")]
"""An address for e-mail."""

PhoneNumber = Annotated[Line, StringConstraints(pattern=r"^\+?[0-9][0-9 ()/-]{2,29}$")]
"""A telephone number as people write it."""


def _share(value: Decimal) -> Decimal:
    if not 0 <= value <= 100:
        raise ZahlError("muss zwischen 0 und 100 liegen")
    return value


Prozent = Annotated[Zahl, AfterValidator(_share)]
"""A share of a whole."""


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
    """A dated piece of news about a measure or key project. What it says of phase and status holds from that day on."""

    datum: DatumField = Field(description="Von wann die Nachricht ist")
    text: Text = Field(
        description="Was geschehen ist, in einfachen Worten; bei einem Status auch, warum er gilt",
        examples=["Der erste Abschnitt ist fertig."],
    )
    phase: Phase | None = Field(None, description="Wie weit es seither ist (Tatsache)")
    status: Status | None = Field(None, description="Wie es seither läuft (Urteil); „text“ ist die Begründung")
    quelle: Line | None = Field(
        None, title="Beleg", description="Vorlage, Protokoll oder Adresse", examples=["Vorlage 2025/114"]
    )
    link: WebAddress | None = Field(
        None,
        description="Adresse der Vorlage oder Meldung im Netz, mit https:// am Anfang",
        examples=["https://ratsinfo.landkreis-muster.de/vorlage/2025-114"],
    )


class Meilenstein(Model):
    """A result on the way, with the day it is planned for and the day it was reached."""

    titel: Line = Field(description="Was dann erreicht ist", examples=["Baurecht liegt vor"])
    geplant: DatumField | None = Field(None, title="Geplant für", description="Wann es so weit sein soll")
    erreicht: DatumField | None = Field(None, description="Wann es so weit war")
    vermerk: Text | None = Field(
        None, description="Was dazu zu sagen ist", examples=["Die Genehmigung kam später als gedacht."]
    )


class Aufgabe(Model):
    """Something to be done, by a day, by somebody."""

    text: Text = Field(description="Was zu tun ist", examples=["Grundstücke kaufen"])
    bis: DatumField | None = Field(None, title="Zu tun bis", description="Bis wann es zu tun ist")
    erledigt: DatumField | None = Field(None, description="Wann es getan war")
    zustaendig: tuple[AkteurRef, ...] = Field((), description="Wer es tut: Kennungen aus akteure.yml")


class Kosten(Model):
    """What it costs."""

    betrag: Zahl = Field(description="Kosten in Euro", examples=["1 200 000"])
    bis: Zahl | None = Field(None, description="Obergrenze in Euro, wenn eine Spanne angegeben ist")
    genauigkeit: Literal["genau", "rund", "mindestens", "höchstens"] = Field(
        "genau", description="Wie genau der Betrag ist"
    )
    stand: DatumField | None = Field(None, description="Von wann die Angabe ist")
    vermerk: Text | None = Field(None, description="Was dazu zu sagen ist", examples=["ohne den Kauf von Grundstücken"])

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.bis is not None and self.bis < self.betrag:
            raise ZahlError("hat unter „bis“ eine Zahl, die kleiner ist als die unter „betrag“")
        return self


class Foerderung(Model):
    """Money from somebody else."""

    programm: Line = Field(description="Name des Programms", examples=["Sonderprogramm Stadt und Land"])
    geber: AkteurRef | None = Field(
        None, description="Wer das Geld gibt: Kennung aus akteure.yml", examples=["freistaat-sachsen"]
    )
    betrag: Zahl | None = Field(None, description="Förderung in Euro", examples=["800 000"])
    anteil: Prozent | None = Field(None, description="Anteil an den Kosten in Prozent", examples=["75"])
    vermerk: Text | None = Field(None, description="Was dazu zu sagen ist", examples=["bewilligt im Mai 2025"])


class Ansprechperson(Model):
    """Somebody by name. Shown and given out only where the county wants it (`ansprechpersonen_zeigen`)."""

    name: Line = Field(description="Name der Person", examples=["Erika Muster"])
    funktion: Line | None = Field(None, description="Was sie macht", examples=["Leiterin des Bauamts"])
    telefon: PhoneNumber | None = Field(None, description="Telefonnummer", examples=["03433 241-0"])
    email: MailAddress | None = Field(None, description="Adresse für E-Mails", examples=["bauamt@landkreis-muster.de"])


class Fortschritt(Numbered):
    """What measures and key projects have in common: how they stand in time, what they cost, who answers."""

    phase: Phase | None = Field(
        None, description="Wie weit es beim Beschluss war (Tatsache); später sagen es die Aktualisierungen"
    )
    status: Status | None = Field(
        None, description="Wie es beim Beschluss lief (Urteil); später sagen es die Aktualisierungen"
    )
    status_grund: Text | None = Field(
        None, description="Warum der Status gilt", examples=["Die Förderung ist bewilligt, der Bau beginnt im Mai."]
    )
    geplant: Zeitraum | None = Field(None, description="Von wann bis wann es laufen soll")
    tatsaechlich: Zeitraum | None = Field(None, description="Von wann bis wann es wirklich gelaufen ist")
    meilensteine: tuple[Meilenstein, ...] = Field(
        (),
        description="Was unterwegs erreicht wird, mit geplantem und erreichtem Tag",
        examples=[[{"titel": "Baurecht liegt vor", "geplant": "Q2/2026"}]],
    )
    aufgaben: tuple[Aufgabe, ...] = Field(
        (),
        description="Was zu tun ist, bis wann und von wem",
        examples=[[{"text": "Grundstücke kaufen", "bis": "2026"}]],
    )
    aktualisierungen: tuple[Aktualisierung, ...] = Field((), description="Was es Neues gibt, jeweils mit Datum")
    ueberpruefung: Monate | None = Field(
        None,
        description="Nach wie vielen Monaten die Angaben zu prüfen sind; fehlt es, gilt, was in konzept.yml steht",
        examples=["6"],
    )
    produkte: tuple[Produkt, ...] = Field((), description="Produkte des Haushalts, aus denen es bezahlt wird")
    kosten: Kosten | None = Field(None, description="Was es kostet")
    foerderung: tuple[Foerderung, ...] = Field((), description="Geld, das andere dazugeben")
    ansprechpartner: Zustaendigkeit | None = Field(None, description="Welche Stelle Fragen beantwortet")
    ansprechpersonen: tuple[Ansprechperson, ...] = Field(
        (),
        description="Wer Fragen beantwortet, mit Namen; sichtbar nur mit „ansprechpersonen_zeigen: ja“ in konzept.yml",
        examples=[[{"name": "Erika Muster", "telefon": "03433 241-0"}]],
    )


class Massnahme(Fortschritt):
    """A measure: one file in `massnahmen/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "kurz", "leicht", "wortlaut", "beschreibung", "punkte", "handlungsfeld",
        "ziele", "prioritaet", "phase", "status", "status_grund", "geplant", "tatsaechlich", "meilensteine", "aufgaben",
        "aktualisierungen", "ueberpruefung", "beteiligte", "ansprechpartner", "ansprechpersonen", "produkte", "kosten",
        "foerderung", "orte", "kennzahlen", "themen", "ersetzt_durch", "zusammengefuehrt_mit", "quelle", "hinweis",
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
        "nummer", "aliase", "titel", "kurztitel", "kurz", "leicht", "wortlaut", "phase", "status", "status_grund",
        "geplant", "tatsaechlich", "handlungsfelder", "ziele", "beschreibung", "massnahmen", "bearbeitungsstand",
        "meilensteine", "aufgaben", "aktualisierungen", "ueberpruefung", "traeger", "arbeitsschritte",
        "ansprechpartner", "ansprechpersonen", "beteiligte", "produkte", "kosten", "foerderung", "orte", "kennzahlen",
        "themen", "ersetzt_durch", "zusammengefuehrt_mit", "quelle", "hinweis",
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
    orte: tuple[OrtRef, ...] = Field((), description="Orte, die es betrifft: Kennungen aus orte.yml")
    kennzahlen: tuple[KennzahlRef, ...] = Field(
        (), description="Kennzahlen, die den Fortschritt zeigen: ihre Kennungen"
    )
    beteiligte: tuple[Beteiligung, ...] = Field((), description="Wer außer den Trägern mitmacht")
    ersetzt_durch: SchluesselvorhabenRef | None = Field(
        None, description="Nummer des Schlüsselvorhabens, das an seine Stelle getreten ist"
    )
    zusammengefuehrt_mit: SchluesselvorhabenRef | None = Field(
        None, description="Nummer des Schlüsselvorhabens, in dem es aufgegangen ist"
    )
