# `kek start`: a running skeleton for a county that starts its own.
from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from kek_build.commands.content import Commands
from kek_build.errors import SetupError

_LAENDER = (
    "Baden-Württemberg, Bayern, Brandenburg, Hessen, Mecklenburg-Vorpommern, Niedersachsen, Nordrhein-Westfalen, "
    "Rheinland-Pfalz, Saarland, Sachsen, Sachsen-Anhalt, Schleswig-Holstein, Thüringen"
)


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "start",
        help="legt für einen Landkreis alles an, was ein eigenes Konzept braucht",
        description="Legt ein lauffähiges Gerüst an: je Art von Datei ein kleines Beispiel, das stimmt, dazu die "
        "Konfiguration der Website und eine Anleitung. „kek pruefen“ und „kek bauen“ laufen damit sofort. Mit --ziel "
        "entsteht ein eigenes Projekt in einem neuen Ordner, ohne --ziel kommt der Landkreis zu diesem Projekt hinzu. "
        "In einem Terminal fragt der Befehl nach dem, was fehlt. Zum Beispiel: "
        "kek start --landkreis „Landkreis Muster“ --land Sachsen --ziel muster",
    )
    parser.add_argument("--landkreis", metavar="NAME", help="Name: „Landkreis Muster“")
    parser.add_argument("--land", metavar="LAND", help=_LAENDER)
    parser.add_argument("--titel", metavar="TEXT", help="Titel des Konzepts (Vorgabe: Kreisentwicklungskonzept NAME)")
    parser.add_argument("--stand", metavar="JAHR", help="Jahr des Konzepts (Vorgabe: dieses Jahr)")
    parser.add_argument("--ziel", type=Path, metavar="ORDNER", help="neuer Ordner für ein eigenes Projekt")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.starting.county import CONTENT, County, add_county, start_project  # noqa: PLC0415  (only needed here)

    name = _answer(options.landkreis, "Name des Landkreises, zum Beispiel Landkreis Muster", "--landkreis")
    land = _answer(options.land, f"Bundesland ({_LAENDER})", "--land")
    if land not in _LAENDER.split(", "):
        raise SetupError(f"„{land}“ ist kein Bundesland mit Landkreisen. Es gibt: {_LAENDER}.")
    title = options.titel or f"Kreisentwicklungskonzept {name}"
    year = options.stand or str(datetime.now(UTC).year)
    if not (year.isdecimal() and len(year) == 4):
        raise SetupError(f"„{year}“ ist kein Jahr. Erwartet: vier Ziffern, zum Beispiel 2026.")
    county = County(name, land, title, year)
    if not county.slug:
        raise SetupError(f"Aus „{name}“ lässt sich kein Ordner machen. Der Name braucht Buchstaben.")
    if options.ziel:
        start_project(county, options.ziel.resolve())
        print(f"Angelegt: {options.ziel}/ mit {CONTENT}/{county.slug}/, mkdocs.yml und README.md")
        print(f"Weiter: cd {options.ziel} && kek pruefen && kek bauen")
        return 0
    root = Path.cwd()
    if not (root / CONTENT).is_dir() or not (root / "site_config" / "base.yml").is_file():
        raise SetupError("Hier ist kein Projekt. Nennen Sie einen neuen Ordner: --ziel ORDNER.")
    site = add_county(county, root)
    print(f"Angelegt: {CONTENT}/{county.slug}/ und {site}")
    print(f"Weiter: kek pruefen && kek bauen --konfiguration {site}")
    print(f"Soll die gemeinsame Website ihn zeigen, kommt „{county.slug}“ in mkdocs.yml unter „konzepte“.")
    return 0


def _answer(given: str | None, question: str, option: str) -> str:
    """What was given, or what somebody at a terminal answers."""
    if given:
        return str(given)
    if sys.stdin.isatty() and sys.stdout.isatty() and (answer := input(f"{question}: ").strip()):
        return answer
    raise SetupError(f"Es fehlt {option} ({question}).")
