# A report on a stretch of time: what the county's council is told of everything that changed between two days. Only
# what frames it is written down; what it says is computed from the content.
from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from kek_build.models.base import AkteurRef, Line, Model, Slug, Text
from kek_build.models.dates import DatumField, ZeitpunktError
from kek_build.models.massnahmen import WebAddress


class Bericht(Model):
    """A report on what changed between two days, both included."""

    key_order = ("kennung", "titel", "von", "bis", "gremium", "quelle", "link", "kurz")

    kennung: Slug | None = Field(
        None,
        description="Kurzer Name für die Adresse; fehlt er, stehen dort die beiden Tage",
        examples=["halbjahr-2025-2"],
    )
    titel: Line = Field(description="Wie der Bericht heißt", examples=["Bericht über das zweite Halbjahr 2025"])
    von: DatumField = Field(
        description="Mit welchem Tag der Zeitraum beginnt; „2025“ meint den 1. Januar", examples=["01.07.2025"]
    )
    bis: DatumField = Field(
        title="Bis",
        description="Mit welchem Tag er endet, der mitzählt; „2025“ meint den 31. Dezember",
        examples=["31.12.2025"],
    )
    gremium: AkteurRef | None = Field(
        None, description="Für wen der Bericht ist: Kennung aus akteure.yml", examples=["kreistag"]
    )
    quelle: Line | None = Field(
        None, title="Vorlage", description="Vorlage, zu der der Bericht gehört", examples=["Vorlage 2026/12"]
    )
    link: WebAddress | None = Field(
        None,
        description="Adresse der Vorlage im Netz, mit https:// am Anfang",
        examples=["https://ratsinfo.landkreis-muster.de/vorlage/2026-12"],
    )
    kurz: Text | None = Field(
        None,
        description="Was die Verwaltung dem Bericht voranstellt",
        examples=["Das Halbjahr stand im Zeichen der neuen Buslinien."],
    )

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.bis.last < self.von.first:
            raise ZeitpunktError("endet, bevor er beginnt")
        return self

    @property
    def name(self) -> str:
        """The part of its address: its short name, or else `2025-07-01-bis-2025-12-31`."""
        return self.kennung or f"{self.von.first.isoformat()}-bis-{self.bis.last.isoformat()}"
