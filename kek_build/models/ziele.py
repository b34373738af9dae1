# Fields of action and the goals below them, nested to any depth; the concept names the levels (see
# `konzept.Ebene`).
from __future__ import annotations

from typing import Literal

from pydantic import Field

from kek_build.models.base import (
    Beteiligung,
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

    text: Text
    wortlaut: Text | None = None
    hinweis: tuple[Hinweis, ...] = ()


class Ziel(Numbered):
    """A goal of any level."""

    key_order = (
        "nummer", "aliase", "titel", "kurz", "leicht", "wortlaut", "leitsatz", "schluesselvorhaben", "massnahmen",
        "kennzahlen", "beteiligte", "orte", "produkte", "quelle", "hinweis", "ziele",
    )  # fmt: skip

    nummer: Number
    titel: Line = Field(description="Name des Ziels, genau wie im Dokument")
    leitsatz: Leitsatz | None = None
    ziele: tuple[Ziel, ...] = Field((), description="Ziele der nächsten Ebene")
    schluesselvorhaben: tuple[SchluesselvorhabenRef, ...] = Field(
        (), description="Schlüsselvorhaben, die das Dokument unter dieses Ziel stellt"
    )
    massnahmen: tuple[MassnahmeRef, ...] = ()
    kennzahlen: tuple[KennzahlRef, ...] = ()
    beteiligte: tuple[Beteiligung, ...] = ()
    orte: tuple[OrtRef, ...] = ()
    produkte: tuple[Produkt, ...] = Field((), description="Produkte des Haushalts")


class Handlungsfeld(Numbered):
    """A field of action: one file in `handlungsfelder/`, named after its number."""

    key_order = (
        "nummer", "aliase", "titel", "symbol", "kurz", "leicht", "wortlaut", "leitsaetze", "kennzahlen", "quelle",
        "hinweis", "ziele",
    )  # fmt: skip

    nummer: Number
    titel: Line = Field(description="Name des Handlungsfelds, genau wie im Dokument")
    symbol: Symbol | None = Field(
        None, description="Zeichen neben dem Namen; schmückt nur und stammt von der Redaktion"
    )
    leitsaetze: tuple[Leitsatz, ...] = ()
    ziele: tuple[Ziel, ...] = ()
    kennzahlen: tuple[KennzahlRef, ...] = ()
