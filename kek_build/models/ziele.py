# Fields of action and the goals below them, nested to any depth; the concept names the levels (see
# `konzept.Ebene`).
from __future__ import annotations

from typing import Literal

from pydantic import Field

from kek_build.models.base import (
    Beteiligung,
    Fundstelle,
    Hinweis,
    KennzahlRef,
    Line,
    MassnahmeRef,
    Model,
    Number,
    Numbered,
    OrtRef,
    Produkt,
    SchluesselvorhabenRef,
    Text,
    ThemaName,
    themen_field,
)

Symbol = Literal[
    "wirtschaft",
    "gesundheit",
    "bildung",
    "mobilitaet",
    "umwelt",
    "energie",
    "wohnen",
    "landwirtschaft",
    "tourismus",
    "digital",
    "verwaltung",
    "sicherheit",
    "kultur",
    "familie",
    "soziales",
    "zusammenarbeit",
]
"""The subjects that there is an icon for, drawn in `docs_templates/parts/symbole.html.j2`."""


class Leitsatz(Model):
    """A guiding statement of a field or a goal, in our words; the adopted wording takes precedence."""

    text: Text = Field(
        description="Der Leitsatz in eigenen Worten",
        examples=["Damit die Wirtschaft stark bleibt, arbeiten alle zusammen."],
    )
    wortlaut: Text | None = Field(
        None,
        description="Beschlossener Wortlaut; hat auf der Website Vorrang",
        examples=["Wir stärken die regionale Wirtschaft durch gemeinsames Handeln."],
    )
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über diesen Leitsatz wissen müssen")


class AndereForm(Model):
    """How the document calls the same thing in another place."""

    titel: Line = Field(
        description="Name an der anderen Stelle, genau wie gedruckt", examples=["Wohnen, Mobilität und Infrastruktur"]
    )
    quelle: Fundstelle = Field(description="Wo dieser Name steht")


_ANDERE_FORMEN = "Andere Namen, die das Dokument an anderer Stelle gibt; die Website stellt sie gegenüber"


class Ziel(Numbered):
    """A goal of any level."""

    key_order = (
        "nummer", "aliase", "titel", "andere_formen", "kurz", "leicht", "wortlaut", "leitsatz", "schluesselvorhaben",
        "massnahmen", "kennzahlen", "beteiligte", "orte", "produkte", "themen", "quelle", "hinweis", "ziele",
    )  # fmt: skip

    nummer: Number = Field(description="Nummer wie im Dokument oder von der Redaktion vergeben", examples=["1.1.2"])
    titel: Line = Field(
        description="Name des Ziels, genau wie im Dokument", examples=["Ausbau des schnellen Internets"]
    )
    andere_formen: tuple[AndereForm, ...] = Field((), description=_ANDERE_FORMEN)
    themen: tuple[ThemaName, ...] = themen_field()
    leitsatz: Leitsatz | None = Field(None, description="Leitsatz, der über dem Ziel steht")
    ziele: tuple[Ziel, ...] = Field(
        (),
        description="Ziele der nächsten Ebene, in derselben Form",
        examples=[[{"nummer": "1.1.2-1", "titel": "Glasfaser in allen Gewerbegebieten"}]],
    )
    schluesselvorhaben: tuple[SchluesselvorhabenRef, ...] = Field(
        (), description="Schlüsselvorhaben, die das Dokument unter dieses Ziel stellt: ihre Nummern"
    )
    massnahmen: tuple[MassnahmeRef, ...] = Field((), description="Maßnahmen, die dem Ziel dienen: ihre Nummern")
    kennzahlen: tuple[KennzahlRef, ...] = Field(
        (), description="Kennzahlen, die den Fortschritt zeigen: ihre Kennungen"
    )
    beteiligte: tuple[Beteiligung, ...] = Field((), description="Wer daran mitwirkt")
    orte: tuple[OrtRef, ...] = Field((), description="Orte, die es betrifft: Kennungen aus orte.yml")
    produkte: tuple[Produkt, ...] = Field((), description="Produkte des Haushalts, aus denen das Ziel bezahlt wird")


class Handlungsfeld(Numbered):
    """A field of action: one file in `handlungsfelder/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "andere_formen", "symbol", "kurz", "leicht", "wortlaut", "leitsaetze",
        "kennzahlen", "themen", "quelle", "hinweis", "ziele",
    )  # fmt: skip

    nummer: Number = Field(description="Nummer wie im Dokument; so heißt auch die Datei", examples=["III"])
    titel: Line = Field(
        description="Name des Handlungsfelds, genau wie im Dokument", examples=["Umwelt, Klima und Mobilität"]
    )
    andere_formen: tuple[AndereForm, ...] = Field((), description=_ANDERE_FORMEN)
    symbol: Symbol | None = Field(
        None, description="Zeichen neben dem Namen; schmückt nur und stammt von der Redaktion"
    )
    themen: tuple[ThemaName, ...] = themen_field()
    leitsaetze: tuple[Leitsatz, ...] = Field((), description="Leitsätze des Handlungsfelds")
    ziele: tuple[Ziel, ...] = Field(
        (), description="Ziele des Handlungsfelds; darunter beliebig tief die nächsten Ebenen"
    )
    kennzahlen: tuple[KennzahlRef, ...] = Field(
        (), description="Kennzahlen, die den Fortschritt zeigen: ihre Kennungen"
    )
