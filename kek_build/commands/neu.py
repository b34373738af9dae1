# `kek neu`: begins a new thing with a template that explains itself.
from __future__ import annotations

import argparse
import sys

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.one import add_concept, the_one

_KINDS = "massnahme, schluesselvorhaben, handlungsfeld, ziel, swot, kennzahl, akteur, ort, begriff, seite"


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "neu",
        help="legt etwas Neues an: eine Vorlage, die jeden Schlüssel erklärt",
        description="Legt eine Maßnahme, ein Ziel, einen Ort … an: eine Vorlage mit allen Schlüsseln, jeder erklärt, "
        "die nötigen zuerst. Ohne Nummer nimmt der Befehl die nächste freie, ohne Kennung macht er eine aus dem Titel. "
        "Nummern und Kennungen, die es gibt oder je gab, werden nicht neu vergeben. Zum Beispiel: "
        "kek neu massnahme 1-44 --titel „Radweg bauen“ --feld I --konzept leipzig",
    )
    parser.add_argument("art", choices=_KINDS.split(", "), metavar="ART", help=_KINDS)
    parser.add_argument("nummer", nargs="?", metavar="NUMMER", help="Nummer oder Kennung (Vorgabe: die nächste freie)")
    parser.add_argument("--titel", metavar="TEXT", help="Titel oder Name")
    parser.add_argument("--feld", metavar="NUMMER", help="Handlungsfeld, zu dem es gehört")
    parser.add_argument("--unter", metavar="NUMMER", help="bei einem Ziel: Handlungsfeld oder Ziel darüber")
    parser.add_argument("--probe", action="store_true", help="schreibt nichts, zeigt nur, was entstünde")
    add_concept(parser)
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.starting.new import Wish, plan_new  # noqa: PLC0415  (which only this command needs)

    root = options.inhalt.resolve().parent
    konzept = the_one([shop.konzept for shop in load_all(options.inhalt)], options.konzept)
    title = options.titel
    if title is None and sys.stdin.isatty() and sys.stdout.isatty():
        title = input("Titel oder Name (leer: später): ").strip() or None
    wish = Wish(options.art, options.nummer, title, options.feld, options.unter)
    new = plan_new(konzept, root, wish)
    if options.nummer is None:
        print(f"Nächste freie Nummer oder Kennung: {new.name}")
        print(*(f"  Übersprungen: {reason}\n" for reason in new.passed), sep="", end="")
    if options.probe:
        print(new.text, end="")
        print(f"Das war nur eine Probe; {new.file} ist nicht geschrieben.")
        return 0
    new.carry_out(root)
    print(f"Angelegt: {new.name} in {new.file}")
    for key, line in new.missing:
        print(f"  Noch auszufüllen: {key} ({new.file}:{line})")
    print("Danach: kek pruefen" if new.missing else "Es stimmt so; alles Weitere ist freiwillig.")
    return 0
