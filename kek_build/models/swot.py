# The SWOT analysis: one file a topic, statements in four quadrants, each with the goals and projects that answer
# it.
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kek_build.models.base import AntwortRef, HandlungsfeldRef, Hinweis, Line, Model, Named, Slug, Text

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

    id: StatementId = Field(description="Bleibende Kennung in diesem Thema, zum Beispiel „schwaeche-2“")
    text: Text
    wortlaut: Text | None = None
    punkte: tuple[Text, ...] = Field((), description="Unterpunkte")
    antworten: tuple[AntwortRef, ...] = Field(
        (), description="Ziele, Schlüsselvorhaben oder Maßnahmen, die darauf antworten (redaktionell)"
    )
    hinweis: tuple[Hinweis, ...] = ()
    aliase: tuple[FormerStatement, ...] = Field(
        (), description="Frühere Kennungen; aus einem anderen Thema mit ihm: „swot/wohnen#chance-1“"
    )


class SwotThema(Named):
    """A topic of the SWOT analysis: one file in `swot/`, named after its short name."""

    key_order = (
        "kennung", "aliase", "titel", "titel_redaktionell", "kurz", "leicht", "wortlaut", "handlungsfelder",
        "staerken", "schwaechen", "chancen", "risiken", "quelle", "hinweis",
    )  # fmt: skip

    kennung: Slug
    titel: Line
    titel_redaktionell: Literal["ja", "nein"] = Field("nein", description="„ja“: der Titel stammt von der Redaktion")
    handlungsfelder: tuple[HandlungsfeldRef, ...] = Field(min_length=1, description="Zuordnung (redaktionell)")
    staerken: tuple[Aussage, ...] = ()
    schwaechen: tuple[Aussage, ...] = ()
    chancen: tuple[Aussage, ...] = ()
    risiken: tuple[Aussage, ...] = ()
