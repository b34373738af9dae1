# Short lists that share a file each: actors, places, glossary.
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kek_build.models.base import AkteurRef, Choice, Line, NachbarRef, Named, OrtRef, Slug, Text

Ags = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
"""The official municipality key: eight digits."""

MUNICIPALITIES = ("Stadt", "Große Kreisstadt", "Gemeinde")
"""The kinds of place that have a municipality key."""


class Akteur(Named):
    """An entry of akteure.yml: who acts, decides or is addressed."""

    key_order = (
        "kennung", "aliase", "name", "kurzform", "art", "schreibweisen", "gehoert_zu", "orte", "kurz", "leicht",
        "wortlaut", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug
    name: Line = Field(description="Name, genau wie im Dokument")
    kurzform: Line | None = Field(None, description="Abkürzung, zum Beispiel „MDV“")
    art: Literal[
        "Landkreis", "Amt", "Gremium", "Behörde", "Kommune", "Unternehmen", "Verein", "Verband", "Netzwerk",
        "Hochschule", "Einrichtung", "Funktion", "Gruppe",
    ]  # fmt: skip
    schreibweisen: tuple[Line, ...] = Field((), description="Andere Schreibweisen im Dokument")
    gehoert_zu: AkteurRef | None = None
    orte: tuple[OrtRef, ...] = ()


class Ort(Named):
    """An entry of orte.yml: a municipality, a part of one, a landscape, a region."""

    key_order = (
        "kennung", "aliase", "name", "art", "im_landkreis", "ags", "gehoert_zu", "schreibweisen", "nachbarn",
        "nachbarn_quelle", "kurz", "leicht", "wortlaut", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug
    name: Line
    art: Literal[
        "Stadt", "Große Kreisstadt", "Gemeinde", "Ortsteil", "Landkreis", "Land", "Region", "Landschaft", "Gewässer",
        "Verkehrsweg", "Bauwerk", "Kooperationsraum",
    ]  # fmt: skip
    im_landkreis: Choice
    ags: Ags | None = Field(None, description="Amtlicher Gemeindeschlüssel, acht Ziffern")
    gehoert_zu: OrtRef | None = None
    nachbarn: tuple[NachbarRef, ...] = Field(
        (), description="Orte, die angrenzen; es genügt, wenn einer der beiden den anderen nennt"
    )
    nachbarn_quelle: Line | None = Field(None, description="Woher die Redaktion die Nachbarn kennt")
    schreibweisen: tuple[Line, ...] = ()


class Begriff(Named):
    """An entry of glossar.yml: an abbreviation or a technical term."""

    key_order = (
        "kennung", "aliase", "begriff", "langform", "erklaerung", "formen", "herkunft", "kurz", "leicht", "wortlaut",
        "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug
    begriff: Line = Field(description="Abkürzung oder Fachwort, wie es im Dokument steht")
    langform: Line | None = Field(None, description="Ausgeschriebene Form")
    erklaerung: Text
    formen: tuple[Line, ...] = Field((), description="Weitere Formen, die auf diesen Eintrag zeigen")
    herkunft: Literal["dokument", "redaktion"] = Field(
        "redaktion", description="Ob Langform und Erklärung im Dokument stehen oder von der Redaktion kommen"
    )
