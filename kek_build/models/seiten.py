# Prose pages: Markdown with a YAML head, for what is told and not listed.
from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from kek_build.models.base import Line, Named, Slug, Text

NOT_WRITTEN = frozenset({"kennung", "text"})
"""Keys that do not stand in the head of a page: its name is that of the file, its text stands below."""

Position = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}$")]


class Seite(Named):
    """The head of a file in `seiten/`; `text` is the Markdown below it."""

    key_order = (
        "kennung", "aliase", "titel", "kurz", "leicht", "wortlaut", "position", "quelle", "hinweis", "text",
    )  # fmt: skip

    titel: Line = Field(description="Überschrift der Seite", examples=["Wie das Konzept entstanden ist"])
    position: Position = Field("50", description="Reihenfolge im Menü, kleinere Zahlen zuerst", examples=["20"])
    kennung: Slug = Field(description="Kurzer Name für die Adresse; das ist der Dateiname", examples=["entstehung"])
    text: Text = Field(
        description="Der Text der Seite in Markdown, unter dem Kopf",
        examples=["Der Kreistag hat das Konzept 2019 in Auftrag gegeben."],
    )
