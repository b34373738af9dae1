# The SWOT analysis: one file a topic, statements in four quadrants, each with the goals and projects that answer
# it.
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kek_build.models.base import (
    AntwortRef,
    HandlungsfeldRef,
    Hinweis,
    Line,
    Model,
    Named,
    Slug,
    Text,
    ThemaName,
    themen_field,
)

QUADRANTS = {"staerken": "staerke", "schwaechen": "schwaeche", "chancen": "chance", "risiken": "risiko"}
"""The keys of a topic's four lists, and how the ids of the statements in each begin."""

StatementId = Annotated[
    str, StringConstraints(pattern=r"^(?:staerke|schwaeche|chance|risiko)-[1-9][0-9]*$", max_length=40)
]


FormerStatement = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:swot/[a-z0-9]+(?:-[a-z0-9]+)*#)?(?:staerke|schwaeche|chance|risiko)-[1-9][0-9]*$", max_length=140
    ),
]


class Aussage(Model):
    """A statement of the analysis. `antworten` is editorial: the document does not make these links."""

    key_order = (
        "id", "aliase", "text", "wortlaut", "punkte", "antworten", "hinweis",
    )  # fmt: skip

    id: StatementId = Field(
        title="Kennung der Aussage",
        description="Bleibende Kennung in diesem Thema, zum Beispiel „schwaeche-2“",
        examples=["schwaeche-2"],
    )
    text: Text = Field(
        description="Die Aussage in eigenen Worten", examples=["Nach dem Abitur fehlen Angebote in der Region."]
    )
    wortlaut: Text | None = Field(
        None,
        description="Beschlossener Wortlaut; hat auf der Website Vorrang",
        examples=["fehlende höherwertige Angebote nach dem Abitur"],
    )
    punkte: tuple[Text, ...] = Field(
        (), description="Unterpunkte der Aussage", examples=[["Hochschulen", "Berufsakademien"]]
    )
    antworten: tuple[AntwortRef, ...] = Field(
        (),
        description="Ziele, Schlüsselvorhaben oder Maßnahmen, die darauf antworten (redaktionell)",
        examples=[["1-43", "I.1"]],
    )
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über diese Aussage wissen müssen")
    aliase: tuple[FormerStatement, ...] = Field(
        (),
        description="Frühere Kennungen; aus einem anderen Thema mit ihm: „swot/wohnen#chance-1“",
        examples=[["schwaeche-7"]],
    )


class SwotThema(Named):
    """A topic of the SWOT analysis: one file in `swot/`, named after its short name."""

    key_order = (
        "kennung", "aliase", "titel", "titel_redaktionell", "kurz", "leicht", "wortlaut", "handlungsfelder",
        "themen", "staerken", "schwaechen", "chancen", "risiken", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug = Field(description="Kurzer Name für die Adresse; so heißt auch die Datei", examples=["bildung"])
    titel: Line = Field(description="Name des Themas", examples=["Bildung"])
    titel_redaktionell: Literal["ja", "nein"] = Field("nein", description="„ja“: der Titel stammt von der Redaktion")
    themen: tuple[ThemaName, ...] = themen_field()
    handlungsfelder: tuple[HandlungsfeldRef, ...] = Field(
        min_length=1, description="Handlungsfelder, zu denen das Thema gehört (Zuordnung der Redaktion): ihre Nummern"
    )
    staerken: tuple[Aussage, ...] = Field((), description="Stärken: was heute gut ist")
    schwaechen: tuple[Aussage, ...] = Field((), description="Schwächen: was heute fehlt oder schlecht ist")
    chancen: tuple[Aussage, ...] = Field((), description="Chancen: was sich von außen günstig entwickeln kann")
    risiken: tuple[Aussage, ...] = Field((), description="Risiken: was von außen schaden kann")
