# `kek export`: writes the content as a workbook, to be changed and given back.
from __future__ import annotations

import argparse
from pathlib import Path

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.one import add_concept, the_one
from kek_build.commands.progress import Progress
from kek_build.errors import SetupError
from kek_build.publish import replace_all


def add(commands: Commands) -> None:
    """Describe the command."""
    from kek_build.spreadsheets.layout import EXCHANGED  # noqa: PLC0415

    parser = commands.add_parser(
        "export",
        help="schreibt den Inhalt als Excel-Arbeitsmappe, die „kek import“ wieder einliest",
        description="Schreibt die Einträge eines Konzepts in eine Arbeitsmappe: ein Blatt je Art, dazu eines für jede "
        "Liste wie Punkte, Beteiligte oder Neues. Wer die Mappe ändert, gibt sie mit „kek import“ zurück; unverändert "
        "zurückgegeben ändert sie nichts.",
    )
    parser.add_argument("--xlsx", type=Path, required=True, metavar="DATEI", help="die Arbeitsmappe")
    parser.add_argument("--art", action="append", choices=EXCHANGED, metavar="ART",
                        help=f"nur diese Art (mehrmals möglich): {', '.join(EXCHANGED)}")  # fmt: skip
    parser.add_argument("--ueberschreiben", action="store_true", help="ersetzt eine Datei, die es schon gibt")
    add_concept(parser)
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.spreadsheets.layout import EXCHANGED  # noqa: PLC0415
    from kek_build.spreadsheets.source import read_source  # noqa: PLC0415
    from kek_build.spreadsheets.workbook import workbook  # noqa: PLC0415  (which only this command needs)

    target: Path = options.xlsx
    if target.suffix.lower() != ".xlsx":
        raise SetupError(f"„{target}“: Der Name einer Arbeitsmappe endet auf .xlsx.")
    if target.exists() and not options.ueberschreiben:
        raise SetupError(f"Die Datei „{target}“ gibt es schon. Mit --ueberschreiben wird sie ersetzt.")
    with Progress() as progress:
        progress("Der Inhalt wird gelesen")
        konzept = the_one([shop.konzept for shop in load_all(options.inhalt)], options.konzept)
        progress("Die Arbeitsmappe wird geschrieben")
        data = workbook(read_source(konzept, options.inhalt.resolve().parent), options.art or EXCHANGED)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_all({target: (target, data)})
    print(f"{konzept.datei.name} steht in {target}.")
    return 0
