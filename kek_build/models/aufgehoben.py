# aufgehoben.yml: what the concept once held and holds no more. Its address goes on answering, and says what it was,
# when and why it ended, and what carries on.
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kek_build.models.base import AnyRef, Fundstelle, Line, Model, Text
from kek_build.models.dates import DatumField

FORMER_REF = (
    r"^(?:[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
    r"|(?:kennzahlen|akteure|orte|glossar|seiten|quellen)/[a-z0-9]+(?:-[a-z0-9]+)*"
    r"|swot/[a-z0-9]+(?:-[a-z0-9]+)*(?:#(?:staerke|schwaeche|chance|risiko)-[1-9][0-9]*)?)$"
)
"""A reference to any kind of thing but guiding statements, which are part of something else."""

FormerRef = Annotated[str, StringConstraints(pattern=FORMER_REF, max_length=140)]

FormerAlias = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:swot/[a-z0-9]+(?:-[a-z0-9]+)*#)?[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$", max_length=140
    ),
]


class Aufgehoben(Model):
    """A tombstone: an entry of aufgehoben.yml."""

    verweis: FormerRef = Field(
        description="Worauf früher verwiesen wurde: 3-34, swot/bildung#schwaeche-2, orte/zwenkau", examples=["3-34"]
    )
    art: Literal["handlungsfeld", "ziel", "schluesselvorhaben", "massnahme"] | None = Field(
        None, description="Was es war: handlungsfeld, ziel, schluesselvorhaben oder massnahme; nötig bei Nummern"
    )
    titel: Line = Field(description="Wie es zuletzt hieß", examples=["Radweg nach Kitzscher"])
    ende: DatumField = Field(description="Wann es aufgehoben wurde")
    grund: Text = Field(description="Warum es aufgehoben wurde", examples=["Der Kreistag hat die Maßnahme beendet."])
    ersetzt_durch: tuple[AnyRef, ...] = Field(
        (), description="Was an seine Stelle getreten ist: Verweise", examples=[["1-32"]]
    )
    zusammengefuehrt_mit: tuple[AnyRef, ...] = Field(
        (), description="Worin es aufgegangen ist: Verweise", examples=[["1-32"]]
    )
    aliase: tuple[FormerAlias, ...] = Field(
        (), description="Nummern oder Kennungen, die es davor hatte", examples=[["3-12"]]
    )
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo das steht, zum Beispiel im Beschluss")
