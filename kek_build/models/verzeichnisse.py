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

    kennung: Slug = Field(
        description="Kurzer Name für die Adresse und für Verweise", examples=["mitteldeutscher-verkehrsverbund"]
    )
    name: Line = Field(description="Name, genau wie im Dokument", examples=["Mitteldeutscher Verkehrsverbund"])
    kurzform: Line | None = Field(None, description="Abkürzung, unter der man ihn kennt", examples=["MDV"])
    art: Literal[
        "Landkreis", "Amt", "Gremium", "Behörde", "Kommune", "Unternehmen", "Verein", "Verband", "Netzwerk",
        "Hochschule", "Einrichtung", "Funktion", "Gruppe",
    ] = Field(description="Was für ein Akteur es ist")  # fmt: skip
    schreibweisen: tuple[Line, ...] = Field(
        (), description="Andere Schreibweisen im Dokument", examples=[["Verkehrsverbund", "MDV GmbH"]]
    )
    gehoert_zu: AkteurRef | None = Field(None, description="Akteur, zu dem er gehört: dessen Kennung")
    orte: tuple[OrtRef, ...] = Field((), description="Orte, an denen er sitzt oder wirkt: Kennungen aus orte.yml")


class Ort(Named):
    """An entry of orte.yml: a municipality, a part of one, a landscape, a region."""

    key_order = (
        "kennung", "aliase", "name", "art", "im_landkreis", "ags", "gehoert_zu", "schreibweisen", "nachbarn",
        "nachbarn_quelle", "kurz", "leicht", "wortlaut", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug = Field(description="Kurzer Name für die Adresse und für Verweise", examples=["bad-lausick"])
    name: Line = Field(description="Name des Orts, genau wie im Dokument", examples=["Bad Lausick"])
    art: Literal[
        "Stadt", "Große Kreisstadt", "Gemeinde", "Ortsteil", "Landkreis", "Land", "Region", "Landschaft", "Gewässer",
        "Verkehrsweg", "Bauwerk", "Kooperationsraum",
    ] = Field(description="Was für ein Ort es ist")  # fmt: skip
    im_landkreis: Choice = Field(description="Ob der Ort im Landkreis liegt")
    ags: Ags | None = Field(None, description="Amtlicher Gemeindeschlüssel, acht Ziffern", examples=["14729020"])
    gehoert_zu: OrtRef | None = Field(None, description="Ort, zu dem er gehört: dessen Kennung")
    nachbarn: tuple[NachbarRef, ...] = Field(
        (),
        description="Orte, die angrenzen; es genügt, wenn einer der beiden den anderen nennt",
        examples=[["colditz", "grimma"]],
    )
    nachbarn_quelle: Line | None = Field(
        None,
        title="Quelle der Nachbarn",
        description="Woher die Redaktion die Nachbarn kennt",
        examples=["Karte der Gemeinden, Statistisches Landesamt, 2024"],
    )
    schreibweisen: tuple[Line, ...] = Field(
        (), description="Andere Schreibweisen im Dokument", examples=[["Stadt Bad Lausick"]]
    )


class Begriff(Named):
    """An entry of glossar.yml: an abbreviation or a technical term."""

    key_order = (
        "kennung", "aliase", "begriff", "langform", "erklaerung", "formen", "herkunft", "kurz", "leicht", "wortlaut",
        "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug = Field(description="Kurzer Name für die Adresse und für Verweise", examples=["oepnv"])
    begriff: Line = Field(description="Abkürzung oder Fachwort, wie es im Dokument steht", examples=["ÖPNV"])
    langform: Line | None = Field(
        None, description="Ausgeschriebene Form", examples=["Öffentlicher Personennahverkehr"]
    )
    erklaerung: Text = Field(
        description="Was es bedeutet, in einem oder zwei einfachen Sätzen",
        examples=["Busse, Straßenbahnen und Züge, die alle nutzen können."],
    )
    formen: tuple[Line, ...] = Field(
        (),
        description="Weitere Formen, die auf diesen Eintrag zeigen",
        examples=[["Nahverkehrs", "Öffentlicher Nahverkehr"]],
    )
    herkunft: Literal["dokument", "redaktion"] = Field(
        "redaktion", description="Ob Langform und Erklärung im Dokument stehen oder von der Redaktion kommen"
    )
