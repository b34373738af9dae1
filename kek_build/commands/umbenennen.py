# `kek umbenennen`: gives an entry a new number everywhere.
from __future__ import annotations

import argparse

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.one import the_one
from kek_build.errors import SetupError
from kek_build.pages.text import counted


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "umbenennen",
        help="gibt einem Eintrag überall eine neue Nummer oder Kennung",
        description="Ändert Nummer oder Kennung, den Dateinamen und alle Verweise darauf; die alte Nummer kommt unter "
        "„aliase“, damit ihre Adresse weiter antwortet. Unterziele, deren Nummer so beginnt, werden mit umbenannt. "
        "Entweder ändert sich alles oder, bei einem Fehler, nichts.",
    )
    parser.add_argument("alt", metavar="ALT", help="der Verweis von heute: 3-34, swot/bildung, orte/zwenkau")
    parser.add_argument("neu", metavar="NEU", help="die neue Nummer oder Kennung")
    parser.add_argument("--konzept", metavar="NAME", help="Ordner des Konzepts; nötig, wenn mehrere ALT kennen")
    parser.add_argument("--probe", action="store_true", help="zeigt nur, welche Zeilen sich ändern")
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.renaming import new_names, plan, unknown  # noqa: PLC0415  (which only this command needs)

    root = options.inhalt.resolve().parent
    concepts = [shop.konzept for shop in load_all(options.inhalt)]
    asked = [the_one(concepts, options.konzept)] if options.konzept else concepts
    known = [konzept for konzept in asked if options.alt in konzept.entries]
    if not known:
        raise SetupError("\n".join(unknown(konzept, options.alt) for konzept in asked))
    if len(known) > 1:
        several = ", ".join(konzept.slug for konzept in known)
        raise SetupError(f"„{options.alt}“ gibt es mehrmals ({several}). Nennen Sie das Konzept: --konzept NAME.")
    konzept = known[0]
    names = new_names(konzept, options.alt, options.neu)
    planned = plan(konzept, names, root)
    for change in planned.changes:
        print(change.diff())
    if options.probe:
        print("Das war nur eine Probe; es wurde nichts geändert.")
        return 0
    planned.carry_out(root)
    entries, files = counted(len(names), "Eintrag", "Einträge"), counted(len(planned.changes), "Datei", "Dateien")
    print(f"Umbenannt: {entries}, in {files}.")
    return 0
