# `kek lose-enden`: lists what has no connection.
from __future__ import annotations

import argparse

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.concept import loose_ends
from kek_build.pages.draft import brief_title


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser("lose-enden", help="listet, was keine Verbindung hat")
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    for konzept in (shop.konzept for shop in load_all(options.inhalt)):
        print(konzept.datei.name)
        for ends in loose_ends(konzept):
            print(f"  {ends.title} ({len(ends.entries)})")
            for entry in ends.entries:
                print(f"    {entry.ref}: {brief_title(entry, konzept.resolve)}")
    return 0
