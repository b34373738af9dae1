# `kek pruefen`: checks the content, and tells all that is wrong with it.
from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.output import add_report, report
from kek_build.concept.hints import held_back
from kek_build.errors import ContentError, Problem
from kek_build.pages.draft import Workshop
from kek_build.rules import Rule


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "pruefen",
        help="prüft den Inhalt und nennt alle Fehler mit Datei und Zeile",
        description="Prüft alle Dateien aller Konzepte und nennt jeden Fehler: Datei, Zeile und Spalte, die Stelle "
        "selbst, was erwartet wird, ein Beispiel und, was vermutlich gemeint war. Was hier gemeldet wird, hält auch "
        "„kek bauen“ auf. Endet mit 0, wenn alles stimmt, sonst mit 1.",
    )
    add_content(parser)
    add_report(parser)
    parser.add_argument("--regeln", action="store_true", help="erklärt alle Regeln, nach denen geprüft wird, und endet")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    if options.regeln:
        _print_rules()
        return 0
    problems: Sequence[Problem] = ()
    hints: Sequence[Problem] = ()
    shops: Sequence[Workshop] = ()
    try:
        shops = load_all(options.inhalt)
        hints = held_back((shop.konzept for shop in shops), options.inhalt.resolve().parent)
    except ContentError as error:
        problems = error.problems
    sizes = [f"{shop.konzept.datei.name}: {len(shop.konzept.entries)} Einträge, keine Fehler." for shop in shops]
    report([*problems, *hints], options, sys.stdout, "\n".join(sizes))
    if hints and options.format == "text":
        print("\n".join(sizes))
    return 1 if problems else 0


def _print_rules() -> None:
    for rule in Rule:
        print(f"{rule.slug}: {rule.title}")
        print(f"    {rule.explanation}")
        if rule.example:
            first, *rest = rule.example.split("\n")
            print(f"    Beispiel: {first}", *(f"              {line}" for line in rest), sep="\n")
