# `kek import`: takes over a workbook that `kek export` wrote, or a list of the county's own.
from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.one import add_concept, the_one
from kek_build.commands.progress import Progress
from kek_build.errors import SetupError
from kek_build.pages.text import counted

if TYPE_CHECKING:
    from kek_build.spreadsheets.files import TableFile


def add(commands: Commands) -> None:
    """Describe the command."""
    from kek_build.spreadsheets.layout import EXCHANGED  # noqa: PLC0415

    parser = commands.add_parser(
        "import",
        help="übernimmt eine Arbeitsmappe oder CSV-Datei in den Inhalt",
        description="Übernimmt, was „kek export“ geschrieben hat, oder eine eigene Liste des Landkreises. Für eine "
        "eigene Liste sagt eine Zuordnung, welche Spalte welche Angabe ist: --zuordnung-anlegen schlägt eine vor, "
        "--zuordnung verwendet sie. Was nicht stimmt, wird mit Blatt, Zeile und Spalte gemeldet; geschrieben wird "
        "erst, wenn alles stimmt. Einträge, die in der Tabelle fehlen, bleiben; leere Zellen einer eigenen Liste "
        "lassen die Angabe, wie sie ist.",
    )
    parser.add_argument("datei", type=Path, metavar="DATEI", help="XLSX oder CSV")
    parser.add_argument("--art", choices=EXCHANGED, metavar="ART",
                        help="Art der Einträge einer CSV-Datei oder eigenen Liste (Vorgabe: massnahme)")  # fmt: skip
    parser.add_argument("--zuordnung", type=Path, metavar="YAML", help="welche Spalte welche Angabe ist")
    parser.add_argument("--zuordnung-anlegen", type=Path, metavar="YAML",
                        help="schlägt eine Zuordnung vor, schreibt sie in diese Datei und endet")  # fmt: skip
    parser.add_argument(
        "--blatt", metavar="NAME", help="Blatt, für das --zuordnung-anlegen vorschlägt (Vorgabe: das erste)"
    )
    parser.add_argument("--probe", action="store_true", help="zeigt nur, welche Zeilen sich ändern")
    add_concept(parser)
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.spreadsheets.assignment import read_assignment  # noqa: PLC0415  (only this command)
    from kek_build.spreadsheets.files import read_table_file  # noqa: PLC0415
    from kek_build.spreadsheets.layout import EXCHANGED  # noqa: PLC0415
    from kek_build.spreadsheets.plan import plan  # noqa: PLC0415

    file = read_table_file(options.datei)
    if file.guessed_encoding:
        print(
            f"{file.name} ist nicht in UTF-8 gespeichert; gelesen wie von Windows geschrieben. Prüfen Sie die Umlaute."
        )
    if options.zuordnung_anlegen:
        return _propose(options, file)
    assignment = read_assignment(options.zuordnung) if options.zuordnung else None
    root = options.inhalt.resolve().parent
    kinds = [options.art] if options.art else EXCHANGED if file.is_workbook else ["massnahme"]
    with Progress() as progress:
        progress("Der Inhalt wird gelesen")
        konzept = the_one([shop.konzept for shop in load_all(options.inhalt)], options.konzept)
        progress("Die Tabelle wird mit dem Inhalt verglichen")
        planned = plan(konzept, root, file, assignment=assignment, kinds=kinds)
    if not planned.understood:
        raise SetupError(
            f"In „{file.name}“ ist kein Blatt so benannt, wie „kek export“ sie benennt. Für eine eigene Liste: "
            f"kek import {options.datei} --zuordnung-anlegen zuordnung.yml"
        )
    if planned.left_out:
        print(f"Nicht gelesen, weil unbekannt: {', '.join(planned.left_out)}.")
    if diff := planned.diff():
        print(diff)
    new = counted(len(planned.new), "Eintrag ist neu", "Einträge sind neu")
    changed = counted(len(planned.changed), "ändert sich", "ändern sich")
    print(f"{new}, {changed}, {counted(planned.unchanged, 'bleibt gleich', 'bleiben gleich')}.")
    for name, lost in planned.dropped:
        print(f"  Dabei entfällt in {name}: {lost}")
    if options.probe:
        print("Das war nur eine Probe; es wurde nichts geändert.")
    elif planned.files:
        planned.carry_out(root)
        print(f"Geschrieben: {counted(len(planned.files), 'Datei', 'Dateien')}.")
        if planned.new:
            print("Neue Adressen halten Sie fest, wenn alles stimmt: kek adressen --festhalten")
    return 0


def _propose(options: argparse.Namespace, file: TableFile) -> int:
    from kek_build.spreadsheets.assignment import IGNORED, propose, written  # noqa: PLC0415

    target: Path = options.zuordnung_anlegen
    if target.exists():
        raise SetupError(f"Die Datei „{target}“ gibt es schon.")
    sheet = next((sheet for sheet in file.sheets if options.blatt in {None, sheet.name} and sheet.rows), None)
    if sheet is None:
        names = ", ".join(sheet.name for sheet in file.sheets)
        raise SetupError(f"Das Blatt „{options.blatt}“ gibt es nicht, oder es ist leer. Es gibt: {names}.")
    proposed = propose(sheet, options.art or "massnahme")
    with target.open("x", encoding="utf-8") as written_file:
        written_file.write(written(proposed))
    for head, key in proposed.spalten.items():
        print(f"  {head} → {'wird nicht übernommen' if key == IGNORED else key}")
    print(f"Das ist ein Vorschlag; er steht in {target}. Prüfen Sie ihn, dann: "
          f"kek import {options.datei} --zuordnung {target} --probe")  # fmt: skip
    return 0
