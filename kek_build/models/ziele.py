# Fields of action and the goals below them, nested to any depth; the concept names the levels (see
# `konzept.Ebene`).
from __future__ import annotations

from pydantic import Field

from kek_build.models.base import (
    Beteiligung,
    Hinweis,
    KennzahlRef,
    Line,
    MassnahmeRef,
    Model,
    Number,
    OrtRef,
    Produkt,
    SchluesselvorhabenRef,
    Text,
    Thing,
)


class Leitsatz(Model):
    """A guiding statement of a field or a goal, in our words; the adopted wording takes precedence."""

    text: Text
    wortlaut: Text | None = None
    hinweis: tuple[Hinweis, ...] = ()


class Ziel(Thing):
    """A goal of any level."""

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


class Handlungsfeld(Thing):
    """A field of action: one file in `handlungsfelder/`, named after its number."""

    nummer: Number
    titel: Line = Field(description="Name des Handlungsfelds, genau wie im Dokument")
    leitsaetze: tuple[Leitsatz, ...] = ()
    ziele: tuple[Ziel, ...] = ()
    kennzahlen: tuple[KennzahlRef, ...] = ()
