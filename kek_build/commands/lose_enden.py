# `kek lose-enden`: lists what has no connection, and what is late.
from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.day import add_reference_day, today
from kek_build.commands.output import add_report, report
from kek_build.concept import Entry, Konzept, loose_ends
from kek_build.errors import Problem
from kek_build.pages.names import brief_title
from kek_build.reading import Origin
from kek_build.reading.excerpts import quote
from kek_build.reading.positions import locate
from kek_build.rules import Rule
from kek_build.steering.attention import TITLES, overdue

_MONTHS = 12
_SHORTENED = re.compile(r"\b(?:[A-ZÄÖÜ]|Co|Dr|Nr|Str|bzw|etc|usw)\.$")
"""A full stop that belongs to the last word: `e. V.`"""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "lose-enden",
        help="listet, was keine Verbindung hat und was überfällig ist",
        description="Listet, was niemand beantwortet, trägt oder misst: Schwächen ohne Antwort, Ziele ohne "
        "Maßnahme, Akteure ohne Aufgabe und mehr. Überfällig ist, was einen geplanten Zeitpunkt überschritten hat, "
        "älter ist, als „ueberpruefung“ erlaubt, oder lange nichts Neues meldet; was keine Zeitpunkte nennt, gilt "
        "nicht als überfällig. Nichts davon ist ein Fehler, deshalb endet der Befehl mit 0.",
    )
    add_content(parser)
    add_report(parser)
    add_reference_day(parser, "heute")
    parser.add_argument("--monate", type=_months, default=_MONTHS, metavar="N",
                        help="so alt darf die letzte Aktualisierung sein, wo „ueberpruefung“ fehlt "
                             f"(Vorgabe: {_MONTHS})")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    root = options.inhalt.resolve().parent
    day = options.stichtag or today()
    lines: list[str] = []
    problems: list[Problem] = []
    for konzept in (shop.konzept for shop in load_all(options.inhalt)):
        lines.append(konzept.datei.name)
        for title, hints in _groups(konzept, root, day, options.monate):
            lines.append(f"  {title} ({len(hints)})")
            lines += [f"    {hint.file}:{hint.line}: {short}" for hint, short in hints]
            problems += [hint for hint, _ in hints]
    if options.format == "text":
        report([], options, sys.stdout, "\n".join(lines))
    else:
        report(quote(problems, root), options, sys.stdout)
    return 0


_Hints = list[tuple[Problem, str]]


def _groups(konzept: Konzept, root: Path, day: date, months: int) -> Iterator[tuple[str, _Hints]]:
    """Each heading with its hints, and what the text says of each."""
    for ends in loose_ends(konzept):
        hints = []
        for entry in ends.entries:
            name = _name(entry, konzept)
            hint = _hint(
                Rule.LOOSE_END, root, entry.origin, f"{ends.title}: {name.removesuffix('.')}. {ends.explanation}"
            )
            hints.append((hint, name))
        yield ends.title, hints
    late = overdue(konzept, day, months)
    for key, title in TITLES.items():
        found = [item for item in late if item.key == key]
        if found:
            yield title, [
                (_hint(Rule.OVERDUE, root, Origin(item.entry.origin.file, (*item.entry.origin.path, *item.path)),
                       f"{_name(item.entry, konzept)}: {item.told}"),
                 f"{_name(item.entry, konzept)} ({item.when})")
                for item in found
            ]  # fmt: skip


def _name(entry: Entry, konzept: Konzept) -> str:
    name = f"{entry.ref}: {brief_title(entry, konzept.resolve)}"
    return name if _SHORTENED.search(name) else name.removesuffix(".")


def _hint(rule: Rule, root: Path, origin: Origin, message: str) -> Problem:
    line, column = locate(root, origin)
    return Problem(origin.file, line, column, message, rule=rule)


def _months(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1200:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl von 1 bis 1200")
    return int(text)
