# Indicators: figures with a unit and a date, and what they show progress for.
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kek_build.models.base import Line, Model, Named, ReferenceTo, Slug, Text
from kek_build.models.dates import DatumField
from kek_build.models.numbers import Zahl

FortschrittRef = Annotated[str, ReferenceTo(("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "aussage"))]


class Messwert(Model):
    """A value, a target or a forecast."""

    zeit: DatumField | None = Field(None, description="Zeitpunkt; fehlt er, nennt das Dokument keinen")
    wert: Zahl
    bis: Zahl | None = Field(None, description="Obergrenze, wenn eine Spanne angegeben ist")
    variante: Line | None = Field(None, description="Name der Variante, zum Beispiel „V1“")
    genauigkeit: Literal["genau", "rund", "mindestens", "höchstens", "weniger als"] = "genau"
    vermerk: Text | None = None


class Kennzahl(Named):
    """An indicator: one file in `kennzahlen/`, named after its short name."""

    key_order = (
        "kennung", "aliase", "titel", "kurz", "leicht", "wortlaut", "einheit", "richtung", "ausgangswert",
        "zielwerte", "werte", "prognosen", "fuer", "zuordnung", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug
    titel: Line
    einheit: Line = Field(description="zum Beispiel „km je Jahr“ oder „%“")
    richtung: Literal["steigend", "fallend", "gleichbleibend"] | None = Field(
        None, description="In welche Richtung es besser wird"
    )
    ausgangswert: Messwert | None = None
    zielwerte: tuple[Messwert, ...] = ()
    werte: tuple[Messwert, ...] = ()
    prognosen: tuple[Messwert, ...] = ()
    fuer: tuple[FortschrittRef, ...] = Field((), description="Wofür die Kennzahl den Fortschritt zeigt")
    zuordnung: Literal["dokument", "redaktionell"] = Field(
        "dokument",
        description="„redaktionell“: wofür die Kennzahl steht, sagt nicht das Dokument, sondern die Redaktion",
    )
