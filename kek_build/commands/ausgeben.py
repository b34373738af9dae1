# `kek ausgeben`: writes all pages as Markdown for another generator.
from __future__ import annotations

import argparse
from pathlib import Path

from kek_build import data, outputs
from kek_build.commands.content import Commands, add_content, load_all, without_site
from kek_build.errors import SetupError
from kek_build.pages.build import pages
from kek_build.pages.export import write_markdown


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "ausgeben", help="schreibt alle Seiten als Markdown-Dateien für einen anderen Generator"
    )
    add_content(parser)
    parser.add_argument("ziel", type=Path, metavar="ORDNER", help="Ordner, den es noch nicht gibt")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    if options.ziel.exists():
        raise SetupError(f"Den Ordner „{options.ziel}“ gibt es schon.")
    shops, site = load_all(options.inhalt), without_site()
    held = data.build(shops, site)
    count = write_markdown([*pages(shops, site), *data.pages(held, site)], options.ziel)
    outputs.write(held.outputs, options.ziel)
    print(f"{count} Seiten stehen in {options.ziel}.")
    return 0
