# What is right and yet worth a word to editors: names of persons that stand in the files and are not shown.
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kek_build.concept.konzept import Konzept
from kek_build.errors import Problem
from kek_build.reading.excerpts import quote
from kek_build.reading.positions import locate
from kek_build.rules import Rule

_HELD_BACK = "Diese Namen stehen in der Datei, aber nicht auf der Website und nicht in den Daten."
_SHOWN = "so, wenn sie niemand sehen soll; sonst in konzept.yml: ansprechpersonen_zeigen: ja"


def held_back(concepts: Iterable[Konzept], root: Path) -> list[Problem]:
    """Where names of persons stand that their county does not show.

    Args:
        concepts: concepts without problems.
        root: the project.

    Returns:
        Hints, each with its line.
    """
    found = [
        Problem(origin.file, *locate(root, origin), _HELD_BACK, _SHOWN, rule=Rule.NOT_SHOWN)
        for konzept in concepts
        for origin in konzept.held_back
    ]
    return quote(found, root)
