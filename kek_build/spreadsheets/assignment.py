# Which column of a county's own list is which value of the content: a small YAML file that is proposed once, corrected
# by hand and kept for the next time.
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from pydantic import Field

from kek_build.editing import render
from kek_build.errors import ContentError, Problem, SetupError
from kek_build.models.base import Line, Model
from kek_build.reading.files import read_text
from kek_build.reading.strict_yaml import parse
from kek_build.reading.suggestions import fold, nearest
from kek_build.reading.validation import validate
from kek_build.rules import Rule
from kek_build.spreadsheets.files import RawSheet, Unreadable
from kek_build.spreadsheets.layout import Column, Sheet, sheets

IGNORED = "-"
"""Stands behind a column that is not taken over."""

_USUAL = {
    "nr": "nummer", "lfd-nr": "nummer", "nummer": "nummer", "massnahmennummer": "nummer", "id": "nummer",
    "massnahme": "titel", "bezeichnung": "titel", "name": "titel", "projekt": "titel", "vorhaben": "titel",
    "titel-der-massnahme": "titel", "massnahmentitel": "titel",
    "inhalt": "beschreibung", "erlaeuterung": "beschreibung", "beschreibung-der-massnahme": "beschreibung",
    "zustaendig": "beteiligte.akteur", "zustaendigkeit": "beteiligte.akteur", "akteure": "beteiligte.akteur",
    "verantwortlich": "beteiligte.akteur", "federfuehrung": "beteiligte.akteur", "traeger": "beteiligte.akteur",
    "gemeinde": "orte", "ort": "orte", "prio": "prioritaet",
    "beginn": "geplant.beginn", "start": "geplant.beginn", "von": "geplant.beginn",
    "ende": "geplant.ende", "bis": "geplant.ende", "umsetzung-bis": "geplant.ende",
    "stand": "phase", "umsetzungsstand": "phase", "hf": "handlungsfeld",
}  # fmt: skip
"""What counties usually call the columns of their lists of measures."""

_WRONG = "in der Zuordnung; es wurde nichts übernommen"
_LOOKED_AT = 20
"""In how many rows from the top the heads of the columns are looked for."""

Kind = Literal["massnahme", "schluesselvorhaben", "handlungsfeld", "swot", "kennzahl", "akteur", "ort", "begriff"]


class Assignment(Model):
    """Which column is which value."""

    art: Kind = Field(description="massnahme, schluesselvorhaben, kennzahl, akteur, ort, begriff …")
    blatt: Line | None = Field(None, description="Name des Blatts; fehlt er, das erste")
    spalten: Mapping[str, str] = Field(
        description="Überschrift: Schlüssel, zum Beispiel „Nr.: nummer“; „-“: wird nicht übernommen"
    )
    werte: Mapping[str, Mapping[str, str]] = Field(
        {}, description="Je Schlüssel: was in der Liste steht, und was es hier heißt"
    )
    fest: Mapping[str, str] = Field(
        {}, description="Werte, die für alle Zeilen gelten, zum Beispiel „handlungsfeld: I“"
    )
    trenner: Line = Field(";", description="Was in einer Zelle mehrere Werte trennt")


@dataclass(frozen=True)
class Target:
    """What a key of an assignment means: a column of the things' own sheet, or of a list of theirs."""

    column: Column
    sheet: Sheet


def targets(kind: str) -> dict[str, Target]:
    """All keys that a list of things of a kind can fill, from one row each.

    Returns:
        The targets by key: `titel`, `geplant.ende`, and of lists with a row for each entry `beteiligte.akteur`.
    """
    found: dict[str, Target] = {}
    for sheet in sheets(kind):
        if len(sheet.steps) > 1:
            continue
        before = ".".join(sheet.steps[0].way) if sheet.steps else ""
        for column in sheet.columns:
            if not (sheet.steps and column.several):
                found[".".join(part for part in (before, column.key) if part)] = Target(column, sheet)
    return found


def read_assignment(path: Path) -> Assignment:
    """Read an assignment.

    Args:
        path: the YAML file.

    Raises:
        ContentError: the file is wrong.
    """
    name = PurePosixPath(path.name)
    text = read_text(path, name, path.parent)
    if isinstance(text, Problem):
        raise ContentError([text], _WRONG)
    document = parse(text, name)
    if isinstance(document, list):
        raise ContentError(document, _WRONG)
    found = validate(Assignment, document)
    if isinstance(found, list):
        raise ContentError(found, _WRONG)
    known = targets(found.art)
    problems = []
    for part in ("spalten", "fest", "werte"):
        for key, target in getattr(found, part).items():
            wanted = target if part == "spalten" else key
            if wanted == IGNORED or wanted in known:
                continue
            line, column = document.locate((part, key), key=part != "spalten")
            problems.append(
                Problem(
                    name,
                    line,
                    column,
                    f"Den Schlüssel „{wanted}“ gibt es nicht.",
                    ", ".join(known),
                    nearest(wanted, known),
                    rule=Rule.UNKNOWN_KEY,
                )
            )
    if problems:
        raise ContentError(problems, _WRONG)
    return found


def propose(sheet: RawSheet, kind: Kind) -> Assignment:
    """Propose which columns of a list are which values, by their heads.

    Args:
        sheet: the list.
        kind: the kind of thing that its rows are.

    Raises:
        SetupError: no row looks like the heads of columns.
    """
    known = targets(kind)
    best: dict[str, str] = {}
    for row in sheet.rows[:_LOOKED_AT]:
        heads = [cell for cell in row.cells if isinstance(cell, str)]
        found = _by_heads(heads, known)
        if sum(key != IGNORED for key in found.values()) > sum(key != IGNORED for key in best.values()):
            best = found
    if not best:
        raise SetupError(f"In „{sheet.name}“ ist keine Zeile mit Überschriften zu erkennen.")
    return Assignment(art=kind, blatt=sheet.name, spalten=best)


def _by_heads(heads: Iterable[str], known: Mapping[str, Target]) -> dict[str, str]:
    by_name = {fold(target.column.title): key for key, target in known.items() if not target.sheet.steps}
    by_name |= {fold(key): key for key in known}
    found: dict[str, str] = {}
    for head in heads:
        plain = re.sub(r"[^a-z0-9]+", "-", fold(head)).strip("-")
        key = by_name.get(plain) or _USUAL.get(plain)
        key = key if key in known else by_name.get(nearest(plain, by_name) or "")
        found[head] = IGNORED if key is None or key in found.values() else key
    return found


def written(assignment: Assignment) -> str:
    """An assignment as the file that people correct."""
    data: dict[str, object] = {"art": assignment.art}
    if assignment.blatt:
        data["blatt"] = assignment.blatt
    data |= {"trenner": assignment.trenner, "spalten": dict(assignment.spalten)}
    head = (
        "# Welche Spalte der Liste welche Angabe ist. „-“: wird nicht übernommen.\n"
        "# Weitere Abschnitte: „werte“ übersetzt Werte der Liste (prioritaet: {hoch: +++}),\n"
        "# „fest“ gilt für alle Zeilen (handlungsfeld: I). Mögliche Schlüssel:\n"
    )
    names = ", ".join(targets(assignment.art))
    lines = []
    while names:
        cut = len(names) if len(names) <= 100 else names.rindex(" ", 0, 100) + 1
        lines.append(f"#   {names[:cut].rstrip()}\n")
        names = names[cut:]
    return head + "".join(lines) + render(data)  # type: ignore[arg-type]


def heads_of(row: Iterable[object]) -> list[str]:
    """The heads of columns as texts; empty where there is none."""
    return [
        cell if isinstance(cell, str) else "" if cell is None or isinstance(cell, Unreadable) else str(cell)
        for cell in row
    ]
