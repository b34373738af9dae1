# Indicators: figures with a unit and a date, and what they show progress for.
from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kek_build.models.base import Line, Model, Named, ReferenceTo, Slug, Text, ThemaName, themen_field
from kek_build.models.dates import DatumField
from kek_build.models.numbers import Zahl, ZahlError, write

Art = Literal["input", "output", "ergebnis", "wirkung"]
"""What a figure measures, after the chain of effects that budgets are steered by."""

ARTEN: dict[str, str] = {
    "input": "Einsatz (Input)",
    "output": "Leistung (Output)",
    "ergebnis": "Ergebnis (Outcome)",
    "wirkung": "Wirkung (Impact)",
}
"""What readers call each."""

Turnus = Literal["monatlich", "vierteljährlich", "halbjährlich", "jährlich", "alle zwei Jahre", "alle fünf Jahre"]
"""How often there are new values."""

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
    quelle: Line | None = Field(
        None,
        title="Beleg",
        description="Woher der Wert stammt: Statistik, Vorlage oder Adresse",
        examples=["Statistisches Landesamt, Tabelle 12411"],
    )

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.bis is not None and self.bis < self.wert:
            raise ZahlError("hat unter „bis“ eine Zahl, die kleiner ist als die unter „wert“")
        return self

    @property
    def amount(self) -> str:
        """The number in words, without its unit: `rund 1 250`, `900 bis 1 000`."""
        number = write(self.wert) if self.bis is None else f"{write(self.wert)} bis {write(self.bis)}"
        return number if self.genauigkeit == "genau" else f"{self.genauigkeit} {number}"


class Wirkung(Model):
    """What a figure says of something it shows progress for: whether it helps when the figure rises."""

    auf: FortschrittRef = Field(
        description="Wofür es etwas bedeutet: Nummer oder Kennung, wie unter „fuer“", examples=["I.5"]
    )
    richtung: Literal["gleichläufig", "gegenläufig"] = Field(
        title="Richtung der Wirkung",
        description="„gleichläufig“: steigt die Zahl, hilft es; „gegenläufig“: steigt die Zahl, schadet es",
    )
    vermerk: Text | None = Field(
        None, description="Warum das so ist", examples=["Jeder leere Wohnraum ist ein Ort weniger zum Wohnen."]
    )


class Kennzahl(Named):
    """An indicator: one file in `kennzahlen/`, named after its short name."""

    key_order = (
        "kennung", "aliase", "titel", "kurz", "leicht", "wortlaut", "einheit", "art", "richtung", "turnus",
        "naechste_werte", "ausgangswert", "zielwerte", "werte", "prognosen", "fuer", "wirkungen", "zuordnung", "themen",
        "quelle", "hinweis",
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
    art: Art | None = Field(
        None,
        title="Art der Kennzahl",
        description="Was sie misst: Einsatz (input), Leistung (output), Ergebnis (ergebnis) oder Wirkung (wirkung)",
    )
    turnus: Turnus | None = Field(None, description="Wie oft es neue Werte gibt")
    naechste_werte: DatumField | None = Field(None, description="Wann die nächsten Werte fällig sind")
    ausgangswert: Messwert | None = Field(None, description="Der Wert, von dem das Dokument ausgeht")
    zielwerte: tuple[Messwert, ...] = Field((), description="Werte, die erreicht werden sollen, jeweils mit Zeitpunkt")
    werte: tuple[Messwert, ...] = Field(
        (), description="Werte, die gemessen wurden, jeweils mit Zeitpunkt; viele auch als CSV-Datei daneben"
    )
    prognosen: tuple[Messwert, ...] = Field((), description="Werte, die vorausgesagt werden")
    fuer: tuple[FortschrittRef, ...] = Field(
        (), description="Wofür die Kennzahl den Fortschritt zeigt", examples=[["I.5", "1-32"]]
    )
    wirkungen: tuple[Wirkung, ...] = Field(
        (), description="Was es bedeutet, wenn die Zahl steigt, für das, was unter „fuer“ steht"
    )
    zuordnung: Literal["dokument", "redaktionell"] = Field(
        "dokument",
        description="„redaktionell“: wofür die Kennzahl steht, sagt nicht das Dokument, sondern die Redaktion",
    )

    @property
    def figures(self) -> tuple[tuple[str, Messwert], ...]:
        """All figures, each with what it is: baseline, values, targets, forecasts."""
        first = (self.ausgangswert,) if self.ausgangswert else ()
        groups = (
            ("Ausgangswert", first),
            ("Wert", self.werte),
            ("Zielwert", self.zielwerte),
            ("Prognose", self.prognosen),
        )
        return tuple((kind, value) for kind, values in groups for value in values)
