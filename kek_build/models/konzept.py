# konzept.yml: what is said of a concept as a whole. Lists of things with pages of their own live in other files.
from __future__ import annotations

from typing import Literal

from pydantic import Field

from kek_build.models.base import (
    AkteurRef,
    Choice,
    Fundstelle,
    HandlungsfeldRef,
    Hinweis,
    Line,
    Model,
    Slug,
    Text,
    Thing,
)
from kek_build.models.dates import DatumField


class Fassung(Model):
    """The edition of the document."""

    bezeichnung: Line = Field(description="Name der Fassung, zum Beispiel „Fortschreibung KEK 2030“")
    stand: DatumField = Field(description="Stand des Dokuments")
    hinweis: tuple[Hinweis, ...] = ()


class Leitgedanke(Model):
    """The guiding idea: a designation, carried exactly."""

    bezeichnung: Line = Field(description="Leitgedanke, genau wie beschlossen")
    kurz: Text | None = Field(None, description="Was damit gemeint ist, in eigenen Worten")
    quelle: tuple[Fundstelle, ...] = ()


class Wert(Model):
    """One of the values the county wants to stand for."""

    bezeichnung: Line
    hinweis: tuple[Hinweis, ...] = ()


class Ebene(Model):
    """One level of goals; the concept declares its levels from the top down."""

    einzahl: Line = Field(description="Name der Ebene, zum Beispiel „strategisches Ziel“")
    mehrzahl: Line = Field(description="Mehrzahl, zum Beispiel „strategische Ziele“")
    eigene_seite: Choice = Field("ja", description="„nein“: Ziele dieser Ebene stehen auf der Seite darüber")
    nummern: Literal["dokument", "redaktionell"] = Field(
        "dokument", description="Ob die Nummern im Dokument stehen oder von der Redaktion vergeben sind"
    )
    kurz: Text | None = Field(None, description="Was die Ebene bedeutet")


class Prioritaetsgruppe(Model):
    """A group of fields of action that the concept puts before or after others."""

    nummer: Line
    titel: Line
    kurz: Text | None = None
    handlungsfelder: tuple[HandlungsfeldRef, ...] = Field(min_length=1)


class Prioritaetsstufe(Model):
    """A step of the scale by which measures are ranked."""

    zeichen: Line = Field(description="Zeichen, zum Beispiel „+++“")
    bedeutung: Line = Field(description="Bedeutung, zum Beispiel „hohe Priorität“")


class Befragungsergebnis(Model):
    """One list of answers in a survey."""

    titel: Line
    kurz: Text | None = None
    eintraege: tuple[Text, ...] = Field(min_length=1)
    quelle: tuple[Fundstelle, ...] = ()
    hinweis: tuple[Hinweis, ...] = ()


class Befragung(Model):
    """What citizens and others were asked, and what came of it."""

    titel: Line
    kurz: Text
    befragte: tuple[Text, ...] = Field((), description="Wer befragt wurde")
    ergebnisse: tuple[Befragungsergebnis, ...]
    quelle: tuple[Fundstelle, ...] = ()
    hinweis: tuple[Hinweis, ...] = ()


class Ereignis(Model):
    """A dated step in the concept's history; a decision names the body that took it."""

    datum: DatumField
    art: Literal["beschluss", "schritt", "ausblick"]
    titel: Line
    text: Text | None = None
    gremium: AkteurRef | None = Field(None, description="Wer beschlossen hat")
    quelle: tuple[Fundstelle, ...] = ()
    hinweis: tuple[Hinweis, ...] = ()


class Abschnitt(Model):
    """A section of a source document."""

    titel: Line
    seiten: Line | None = None
    vorhanden: Choice = Field("ja", description="„nein“: der Abschnitt lag der Redaktion nicht vor")
    vermerk: Text | None = None


class Dokument(Model):
    """A source document."""

    key_order = (
        "kennung", "aliase", "titel", "kurz", "herausgeber", "stand", "vermerk", "abschnitte",
    )  # fmt: skip

    kennung: Slug
    titel: Line
    kurz: Line = Field(description="Kurztitel für Belege, zum Beispiel „KEK 2030“")
    herausgeber: Line | None = None
    stand: DatumField | None = None
    vermerk: Text | None = None
    abschnitte: tuple[Abschnitt, ...] = ()
    aliase: tuple[Slug, ...] = Field((), description="Frühere Kennungen; ihre Adressen führen hierher")


class Mitwirkung(Model):
    """Who made the document, and in which part."""

    akteur: AkteurRef
    aufgabe: Line = Field(description="zum Beispiel „Auftraggeber“")
    vermerk: Text | None = None


class Eckdatum(Model):
    """One figure about the county that the document gives."""

    bezeichnung: Line
    wert: Line = Field(description="Zahl mit Einheit, genau wie im Dokument")
    vermerk: Text | None = None
    quelle: tuple[Fundstelle, ...] = ()


class KonzeptDatei(Thing):
    """konzept.yml"""

    key_order = (
        "name", "kurzname", "titel", "land", "behoerde", "kurz", "leicht", "leicht_geprueft", "wortlaut", "fassung",
        "leitgedanke", "werte", "werte_titel", "ebenen", "prioritaetsgruppen", "prioritaeten",
        "prioritaeten_vermerk", "befragung", "verlauf", "mitwirkende", "eckdaten", "suchbeispiele", "quellen",
        "quelle", "hinweis",
    )  # fmt: skip

    name: Line = Field(description="Name des Landkreises, zum Beispiel „Landkreis Leipzig“")
    kurzname: Line = Field(description="Kurzer Name, zum Beispiel „Leipzig“")
    titel: Line = Field(description="Titel des Konzepts")
    land: Line = Field(description="Bundesland")
    behoerde: Line = Field(description="Herausgebende Behörde")
    leicht_geprueft: Line | None = Field(
        None, description="Wer die Texte in Leichter Sprache wann geprüft hat; fehlt es, heißen sie Entwürfe"
    )
    fassung: Fassung
    leitgedanke: Leitgedanke
    werte: tuple[Wert, ...] = ()
    werte_titel: Line = Field("Werte", description="Überschrift über den Werten")
    ebenen: tuple[Ebene, ...] = Field(min_length=1, description="Zielebenen von oben nach unten")
    prioritaetsgruppen: tuple[Prioritaetsgruppe, ...] = ()
    prioritaeten: tuple[Prioritaetsstufe, ...] = ()
    prioritaeten_vermerk: Text | None = Field(None, description="Was das Dokument zu den Prioritäten sagt")
    befragung: Befragung | None = None
    verlauf: tuple[Ereignis, ...] = Field((), description="Beschlüsse und Schritte der Entstehung")
    mitwirkende: tuple[Mitwirkung, ...] = Field((), description="Wer das Dokument erarbeitet hat")
    eckdaten: tuple[Eckdatum, ...] = Field((), description="Der Landkreis in Zahlen")
    suchbeispiele: tuple[Line, ...] = Field((), max_length=6, description="Suchwörter, die die Startseite vorschlägt")
    quellen: tuple[Dokument, ...] = Field(min_length=1, description="Quelldokumente")
