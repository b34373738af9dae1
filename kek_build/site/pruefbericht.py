# The result of the last accessibility test, as `make pruefbericht` writes it into the site's configuration. The
# statement on accessibility is generated from it, so a wrong file is told with its line, and none is guessed.
from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath
from typing import Literal

from pydantic import Field

from kek_build.errors import Problem
from kek_build.models.base import Line, Model
from kek_build.reading.files import read_text
from kek_build.reading.strict_yaml import parse
from kek_build.reading.validation import validate

Grund = Literal["unvereinbar", "unverhältnismäßig", "ausgenommen"]
"""Why something is not accessible, as Implementing Decision (EU) 2018/1523 groups it."""


class Luecke(Model):
    """Something that is known not to be accessible."""

    was: Line = Field(description="Was nicht barrierefrei ist")
    grund: Line = Field(description="Warum, und was geplant ist")
    art: Grund = Field("unvereinbar", description="unvereinbar, unverhältnismäßig oder ausgenommen")
    ersatz: Line | None = Field(None, description="Wo es den Inhalt barrierefrei gibt")


class Pruefbericht(Model):
    """What was tested, with what, and what was found."""

    datum: date = Field(description="Tag der Prüfung: 2026-11-25")
    werkzeug: Line = Field(description="Werkzeug mit Version, zum Beispiel „axe-core 4.11“")
    seiten: int = Field(ge=1, description="Zahl der geprüften Seiten")
    ansichten: tuple[Line, ...] = Field(min_length=1, description="Wie geprüft wurde, zum Beispiel „hell, 1280 px“")
    regeln: Line = Field(description="Geprüfte Regeln, zum Beispiel „WCAG 2.0–2.2 A/AA“")
    verstoesse: int = Field(ge=0, description="Zahl der gefundenen Verstöße")
    verletzte_regeln: tuple[Line, ...] = Field((), description="Kennungen der verletzten Regeln")
    html_fehler: int = Field(ge=0, description="Zahl der Fehler im HTML")
    luecken: tuple[Luecke, ...] = Field((), description="Was bekanntermaßen nicht barrierefrei ist")

    @property
    def failed(self) -> bool:
        """Whether the test found anything wrong."""
        return bool(self.verstoesse or self.html_fehler or self.verletzte_regeln)


def read_report(path: Path, root: Path) -> tuple[Pruefbericht | None, list[Problem]]:
    """Read the report of the last test, when there is one.

    JSON is YAML, so the reader of the content reads it too, and says in German what is wrong where.

    Args:
        path: the file.
        root: the project; the file must lie in it.

    Returns:
        The report, and all problems of the file.
    """
    if not path.exists():
        return None, []
    name = PurePosixPath(path.relative_to(root).as_posix()) if path.is_relative_to(root) else PurePosixPath(path.name)
    text = read_text(path, name, root)
    if isinstance(text, Problem):
        return None, [text]
    document = parse(text, name)
    if isinstance(document, list):
        return None, document
    found = validate(Pruefbericht, document)
    return (None, found) if isinstance(found, list) else (found, [])
