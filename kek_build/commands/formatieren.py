# `kek format`: brings files into their one layout.
from __future__ import annotations

import argparse
import difflib
from pathlib import Path

from kek_build.commands.content import Commands, add_content
from kek_build.pages.text import counted


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "format",
        help="bringt Dateien in die einheitliche Form; Inhalt und Kommentare bleiben",
        description="Bringt YAML-Dateien und die Köpfe der Seiten in die einheitliche Form: Schlüssel in der üblichen "
        "Reihenfolge, zwei Leerzeichen Einrückung, lange Texte in Zeilen bis 120 Zeichen, Anführungszeichen nur, wo "
        "YAML sie braucht. Was in den Dateien steht, ändert sich nicht; jeder Kommentar bleibt bei dem, wobei er "
        "steht. Entweder ändern sich alle Dateien oder, bei einem Fehler, keine.",
    )
    parser.add_argument("pfade", nargs="*", type=Path, metavar="PFAD",
                        help="Dateien oder Ordner (Vorgabe: der ganze Inhalt)")  # fmt: skip
    parser.add_argument("--pruefen", action="store_true",
                        help="ändert nichts, zeigt nur, was sich ändern würde; endet dann mit 1")  # fmt: skip
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.editing.tidying import tidy, untidy  # noqa: PLC0415  (which only this command needs)

    root = options.inhalt.resolve().parent
    files = untidy(options.pfade or [options.inhalt], root)
    if not files:
        print("Alle Dateien haben die einheitliche Form.")
        return 0
    told = counted(len(files), "Datei", "Dateien")
    if options.pruefen:
        for file in files:
            before, after = file.old.splitlines(), file.new.splitlines()
            print(*difflib.unified_diff(before, after, str(file.name), str(file.name), lineterm="", n=0), sep="\n")
        print(f"{told} nicht in der einheitlichen Form. In Form bringen: kek format")
        return 1
    tidy(files)
    print(*(f"  {file.name}" for file in files), sep="\n")
    print(f"In Form gebracht: {told}. Inhalt und Kommentare sind unverändert.")
    return 0
