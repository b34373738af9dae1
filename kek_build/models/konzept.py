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
    Monate,
    SchluesselvorhabenRef,
    Slug,
    Text,
    Thing,
)
from kek_build.models.berichte import Bericht
from kek_build.models.dates import DatumField
from kek_build.models.massnahmen import Phase, Status


class Fassung(Model):
    """The edition of the document."""

    bezeichnung: Line = Field(description="Name der Fassung", examples=["Fortschreibung KEK 2030"])
    stand: DatumField = Field(description="Von wann die Fassung ist")
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über diese Fassung wissen müssen")


class Leitgedanke(Model):
    """The guiding idea: a designation, carried exactly."""

    bezeichnung: Line = Field(
        description="Leitgedanke, genau wie beschlossen", examples=["Starker Partner in der Metropolregion"]
    )
    kurz: Text | None = Field(
        None,
        description="Was damit gemeint ist, in eigenen Worten",
        examples=["Der Landkreis will moderner werden und offen für die Welt sein."],
    )
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo der Leitgedanke in den Dokumenten steht")


class Wert(Model):
    """One of the values the county wants to stand for."""

    bezeichnung: Line = Field(description="Der Wert, genau wie beschlossen", examples=["familienfreundlich"])
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über diesen Wert wissen müssen")


class Ebene(Model):
    """One level of goals; the concept declares its levels from the top down."""

    einzahl: Line = Field(description="Name der Ebene in der Einzahl", examples=["strategisches Ziel"])
    mehrzahl: Line = Field(description="Name der Ebene in der Mehrzahl", examples=["strategische Ziele"])
    eigene_seite: Choice = Field(
        "ja", description="Ob Ziele dieser Ebene eine eigene Seite haben; „nein“: Sie stehen auf der Seite darüber"
    )
    nummern: Literal["dokument", "redaktionell"] = Field(
        "dokument",
        title="Herkunft der Nummern",
        description="Ob die Nummern im Dokument stehen oder von der Redaktion vergeben sind",
    )
    kurz: Text | None = Field(
        None, description="Was die Ebene bedeutet", examples=["Ein strategisches Ziel gibt die Richtung vor."]
    )


class Prioritaetsgruppe(Model):
    """A group of fields of action that the concept puts before or after others."""

    nummer: Line = Field(description="Nummer der Gruppe", examples=["1"])
    titel: Line = Field(description="Name der Gruppe, genau wie im Dokument", examples=["Prioritätengruppe 1"])
    kurz: Text | None = Field(
        None, description="Was die Gruppe bedeutet", examples=["Diese Handlungsfelder kommen zuerst."]
    )
    handlungsfelder: tuple[HandlungsfeldRef, ...] = Field(
        min_length=1, description="Handlungsfelder der Gruppe: ihre Nummern"
    )


class Prioritaetsstufe(Model):
    """A step of the scale by which measures are ranked."""

    zeichen: Line = Field(description="Zeichen der Stufe", examples=["+++"])
    bedeutung: Line = Field(description="Was das Zeichen bedeutet", examples=["hohe Priorität"])


class Haushaltsprodukt(Model):
    """A product of the county's budget: what goals, key projects and measures are paid from."""

    nummer: Line = Field(description="Nummer im Produkthaushalt", examples=["51101"])
    bezeichnung: Line = Field(description="Name des Produkts im Haushalt", examples=["Räumliche Planung"])


class Bearbeitungsstand(Model):
    """What a document prints on how far key projects have come, and which phase that is: a reading that all can see."""

    angabe: Line = Field(description="Was im Dokument steht, kurz und genau so", examples=["Laufende Aufgabe"])
    phase: Phase | None = Field(None, description="Welche Phase das ist; fehlt sie, lässt der Text keine zu")
    status: Status | None = Field(None, description="Wie es läuft, wenn das Dokument darüber urteilt")
    begruendung: Text = Field(
        description="Warum es diese Phase ist, oder warum keine",
        examples=["Eine Aufgabe, die läuft und kein Ende nennt, ist eine Daueraufgabe."],
    )
    schluesselvorhaben: tuple[SchluesselvorhabenRef, ...] = Field(
        min_length=1, description="Schlüsselvorhaben, bei denen das steht: ihre Nummern"
    )


class Befragungsergebnis(Model):
    """One list of answers in a survey."""

    titel: Line = Field(description="Überschrift der Liste", examples=["Das ist den Befragten wichtig"])
    kurz: Text | None = Field(
        None, description="Was die Liste zeigt", examples=["Die Themen stehen in der Reihenfolge der Nennungen."]
    )
    eintraege: tuple[Text, ...] = Field(
        min_length=1,
        description="Die Antworten, in der Reihenfolge des Dokuments",
        examples=[["Gesundheit", "Öffentlicher Nahverkehr"]],
    )
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo die Antworten in den Dokumenten stehen")
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über diese Antworten wissen müssen")


class Befragung(Model):
    """What citizens and others were asked, and what came of it."""

    titel: Line = Field(description="Überschrift der Befragung", examples=["Befragung der Bürgerinnen und Bürger"])
    kurz: Text = Field(
        description="Wer wie gefragt wurde und was daraus wurde",
        examples=["Mit Fragebögen wurden Menschen im Landkreis gefragt, was ihnen wichtig ist."],
    )
    befragte: tuple[Text, ...] = Field(
        (), description="Wer befragt wurde", examples=[["Bürgerinnen und Bürger", "Vereine"]]
    )
    ergebnisse: tuple[Befragungsergebnis, ...] = Field(description="Listen von Antworten")
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo die Befragung in den Dokumenten steht")
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über die Befragung wissen müssen")


class Ereignis(Model):
    """A dated step in the concept's history; a decision names the body that took it."""

    datum: DatumField = Field(description="Wann es war")
    art: Literal["beschluss", "schritt", "ausblick"] = Field(
        description="Ein Beschluss, ein anderer Schritt oder etwas, das noch kommt"
    )
    titel: Line = Field(description="Was geschah, in wenigen Worten", examples=["Der Kreistag beschließt das Konzept"])
    text: Text | None = Field(
        None, description="Näheres dazu", examples=["Der Kreistag hat dem Konzept einstimmig zugestimmt."]
    )
    gremium: AkteurRef | None = Field(
        None, description="Wer beschlossen hat: Kennung aus akteure.yml", examples=["kreistag"]
    )
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo das in den Dokumenten steht")
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser darüber wissen müssen")


class Abschnitt(Model):
    """A section of a source document."""

    titel: Line = Field(
        description="Überschrift des Abschnitts, genau wie im Dokument", examples=["4. Schlüsselvorhaben"]
    )
    seiten: Line | None = Field(None, description="Seiten, auf denen er steht", examples=["25–45"])
    vorhanden: Choice = Field("ja", description="Ob der Abschnitt der Redaktion vorlag")
    vermerk: Text | None = Field(
        None, description="Was zu dem Abschnitt zu sagen ist", examples=["nur als Inhaltsverzeichnis"]
    )


class Dokument(Model):
    """A source document."""

    key_order = (
        "kennung", "aliase", "titel", "kurz", "herausgeber", "stand", "vermerk", "abschnitte",
    )  # fmt: skip

    kennung: Slug = Field(description="Kurzer Name für Fundstellen", examples=["kek-2030"])
    titel: Line = Field(
        description="Titel des Dokuments, genau wie auf dem Deckblatt",
        examples=["Fortschreibung Kreisentwicklungskonzept Landkreis Leipzig"],
    )
    kurz: Line = Field(title="Kurztitel", description="Kurztitel für Belege", examples=["KEK 2030"])
    herausgeber: Line | None = Field(
        None, description="Wer das Dokument herausgegeben hat", examples=["Landkreis Leipzig"]
    )
    stand: DatumField | None = Field(None, description="Von wann das Dokument ist")
    vermerk: Text | None = Field(None, description="Was zu dem Dokument zu sagen ist", examples=["lag als PDF vor"])
    abschnitte: tuple[Abschnitt, ...] = Field((), description="Abschnitte des Dokuments, von vorn nach hinten")
    aliase: tuple[Slug, ...] = Field(
        (), description="Frühere Kennungen; ihre Adressen führen hierher", examples=[["kek-2019"]]
    )


class Mitwirkung(Model):
    """Who made the document, and in which part."""

    akteur: AkteurRef = Field(description="Wer mitgewirkt hat: Kennung aus akteure.yml", examples=["landkreis-leipzig"])
    aufgabe: Line = Field(description="Was seine Aufgabe war", examples=["Auftraggeber"])
    vermerk: Text | None = Field(None, description="Was das Dokument dazu sagt", examples=["gemeinsam mit den Ämtern"])


class Eckdatum(Model):
    """One figure about the county that the document gives."""

    bezeichnung: Line = Field(description="Was die Zahl sagt", examples=["Einwohnerinnen und Einwohner"])
    wert: Line = Field(description="Zahl mit Einheit, genau wie im Dokument", examples=["258.008"])
    vermerk: Text | None = Field(
        None, description="Was das Dokument zu der Zahl sagt", examples=["am 31. Dezember 2018"]
    )
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo die Zahl in den Dokumenten steht")


class KonzeptDatei(Thing):
    """konzept.yml"""

    key_order = (
        "name", "kurzname", "titel", "land", "behoerde", "kurz", "leicht", "leicht_geprueft", "wortlaut", "fassung",
        "leitgedanke", "werte", "werte_titel", "ebenen", "prioritaetsgruppen", "prioritaeten",
        "prioritaeten_vermerk", "haushaltsprodukte", "bearbeitungsstaende", "ansprechpersonen_zeigen", "ueberpruefung",
        "befragung", "verlauf", "berichte", "mitwirkende", "eckdaten", "suchbeispiele", "quellen", "quelle", "hinweis",
    )  # fmt: skip

    name: Line = Field(description="Name des Landkreises", examples=["Landkreis Leipzig"])
    kurzname: Line = Field(description="Kurzer Name des Landkreises, für enge Stellen", examples=["Leipzig"])
    titel: Line = Field(
        description="Titel des Konzepts, genau wie im Dokument", examples=["Kreisentwicklungskonzept 2030"]
    )
    land: Line = Field(description="Bundesland, in dem der Landkreis liegt", examples=["Sachsen"])
    behoerde: Line = Field(description="Behörde, die das Konzept herausgibt", examples=["Landkreis Leipzig"])
    leicht_geprueft: Line | None = Field(
        None,
        description="Wer die Texte in Leichter Sprache wann geprüft hat; fehlt es, heißen sie Entwürfe",
        examples=["Prüfgruppe der Werkstatt Borna, März 2025"],
    )
    fassung: Fassung = Field(description="Welche Fassung des Konzepts hier steht")
    leitgedanke: Leitgedanke = Field(description="Leitgedanke des Konzepts")
    werte: tuple[Wert, ...] = Field((), description="Werte, für die der Landkreis stehen will")
    werte_titel: Line = Field("Werte", description="Überschrift über den Werten", examples=["Unsere Werte"])
    ebenen: tuple[Ebene, ...] = Field(min_length=1, description="Ebenen der Ziele von oben nach unten, mit ihren Namen")
    prioritaetsgruppen: tuple[Prioritaetsgruppe, ...] = Field(
        (), description="Gruppen, in die das Konzept die Handlungsfelder ordnet"
    )
    prioritaeten: tuple[Prioritaetsstufe, ...] = Field((), description="Stufen, nach denen Maßnahmen geordnet sind")
    prioritaeten_vermerk: Text | None = Field(
        None,
        description="Was das Dokument zu den Prioritäten sagt",
        examples=["Alle Maßnahmen sind wichtig; die Stufen sagen, was zuerst kommt."],
    )
    haushaltsprodukte: tuple[Haushaltsprodukt, ...] = Field(
        (), description="Produkte des Haushalts; gibt es die Liste, gilt sie für alles, was unter „produkte“ steht"
    )
    bearbeitungsstaende: tuple[Bearbeitungsstand, ...] = Field(
        (), description="Welche Phase aus dem folgt, was im Dokument über den Stand der Schlüsselvorhaben steht"
    )
    ansprechpersonen_zeigen: Choice = Field(
        "nein", description="Ob Namen unter „ansprechpersonen“ veröffentlicht werden"
    )
    ueberpruefung: Monate | None = Field(
        None,
        description="Nach wie vielen Monaten Angaben zu Maßnahmen, Schlüsselvorhaben und Kennzahlen zu prüfen sind",
        examples=["12"],
    )
    befragung: Befragung | None = Field(None, description="Befragung, auf der das Konzept beruht")
    verlauf: tuple[Ereignis, ...] = Field((), description="Beschlüsse und Schritte der Entstehung")
    berichte: tuple[Bericht, ...] = Field(
        (), description="Berichte darüber, was sich zwischen zwei Tagen geändert hat; aus jedem wird eine Seite"
    )
    mitwirkende: tuple[Mitwirkung, ...] = Field((), description="Wer das Dokument erarbeitet hat")
    eckdaten: tuple[Eckdatum, ...] = Field((), description="Zahlen zum Landkreis, die das Dokument nennt")
    suchbeispiele: tuple[Line, ...] = Field(
        (),
        max_length=6,
        description="Suchwörter, die die Startseite vorschlägt, höchstens sechs",
        examples=[["Radweg", "Kita", "Bus"]],
    )
    quellen: tuple[Dokument, ...] = Field(min_length=1, description="Dokumente, aus denen das Konzept stammt")
