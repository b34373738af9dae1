# synonyme.yml: everyday words for official ones, for the search.
from __future__ import annotations

from typing import Literal

from pydantic import Field

from kek_build.models.base import Line, Model


class Synonyme(Model):
    """Words of which each finds texts with the others."""

    woerter: tuple[Line, ...] = Field(
        min_length=2, description="Wörter, die dasselbe meinen", examples=[["Müll", "Abfall"]]
    )
    richtung: Literal["hin"] | None = Field(
        None, title="Richtung", description="„hin“: nur das erste Wort findet die anderen, nicht umgekehrt"
    )
