# Indicators: figures with a unit and a date, and what they show progress for.
from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kek_build.models.base import Line, Model, Named, ReferenceTo, Slug, Text, ThemaName, themen_field
from kek_build.models.dates import DatumField
from kek_build.models.numbers import Zahl, ZahlError

FortschrittRef = Annotated[str, ReferenceTo(("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "aussage"))]


class Messwert(Model):
    """A value, a target or a forecast."""

    zeit: DatumField | None = Field(None, description="Zeitpunkt; fehlt er, nennt das Dokument keinen")
    wert: Zahl = Field(description="Der Wert als Zahl, mit Komma")
    bis: Zahl | None = Field(None, description="Obergrenze, wenn eine Spanne angegeben ist")
    variante: Line | None = Field(None, description="Name der Variante, wenn es mehrere gibt", examples=["V1"])
    genauigkeit: Literal["genau", "rund", "mindestens", "höchstens", "weniger als"] = Field(
        "genau", description="Wie genau das Dokument den Wert nennt"
    )
    vermerk: Text | None = Field(
        None, description="Was das Dokument zu diesem Wert sagt", examples=["laut Kreisstraßenkonzeption"]
    )

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.bis is not None and self.bis < self.wert:
            raise ZahlError("hat unter „bis“ eine Zahl, die kleiner ist als die unter „wert“")
        return self


class Kennzahl(Named):
    """An indicator: one file in `kennzahlen/`, named after its short name."""

    key_order = (
        "kennung", "aliase", "titel", "kurz", "leicht", "wortlaut", "einheit", "richtung", "ausgangswert",
        "zielwerte", "werte", "prognosen", "fuer", "zuordnung", "themen", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug = Field(
        description="Kurzer Name für die Adresse; so heißt auch die Datei", examples=["strassenzustand"]
    )
    titel: Line = Field(description="Was gemessen wird", examples=["Kreisstraßen in gutem Zustand"])
    themen: tuple[ThemaName, ...] = themen_field()
    einheit: Line = Field(description="Einheit der Werte", examples=["km je Jahr"])
    richtung: Literal["steigend", "fallend", "gleichbleibend"] | None = Field(
        None, description="In welche Richtung es besser wird"
    )
    ausgangswert: Messwert | None = Field(None, description="Der Wert, von dem das Dokument ausgeht")
    zielwerte: tuple[Messwert, ...] = Field((), description="Werte, die erreicht werden sollen, jeweils mit Zeitpunkt")
    werte: tuple[Messwert, ...] = Field((), description="Werte, die gemessen wurden, jeweils mit Zeitpunkt")
    prognosen: tuple[Messwert, ...] = Field((), description="Werte, die vorausgesagt werden")
    fuer: tuple[FortschrittRef, ...] = Field(
        (), description="Wofür die Kennzahl den Fortschritt zeigt", examples=[["I.5", "1-32"]]
    )
    zuordnung: Literal["dokument", "redaktionell"] = Field(
        "dokument",
        description="„redaktionell“: wofür die Kennzahl steht, sagt nicht das Dokument, sondern die Redaktion",
    )
