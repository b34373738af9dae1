# `kek wortlaut`: fills in the adopted wording from a document.
from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kek_build.commands.content import Commands, add_content, load_all
from kek_build.commands.one import add_concept, the_one
from kek_build.commands.progress import Progress
from kek_build.errors import SetupError
from kek_build.pages.text import counted

_MANUAL = """\
Erkannt werden:
  - Ziele mit Nummern (4.3.1), darunter Leitsätze in Anführungszeichen und Ziele der nächsten Ebene als Liste
  - Profile von Schlüsselvorhaben als Tabellen, mit Zielen, Kurzbeschreibung und Maßnahmen (3-34)
  - SWOT-Analysen: Listen unter Stärken, Schwächen, Chancen und Risiken, auch als Tabelle
Trennungen am Zeilenende werden zusammengefügt, Kopfzeilen, Seitenzahlen und Fußnoten weggelassen.

Eingetragen wird nur, was sicher ist: Die Nummer stimmt und dazu die Bezeichnung oder der Inhalt; in Listen stimmen
Reihenfolge und Inhalt. Alles andere nennt der Bericht. Druckt das Dokument unter einer Nummer verschiedene Texte,
entscheiden Sie: --fassung 3-34=2 trägt die zweite Fassung ein. Ein Wortlaut, der schon da steht, bleibt, außer mit
--ueberschreiben. Entweder werden alle Dateien geändert oder, bei einem Fehler, keine.

Beispiele:
  kek wortlaut konzept.docx --konzept leipzig --probe
  kek wortlaut konzept.docx --konzept leipzig --bericht bericht.txt
  kek wortlaut konzept.pdf --konzept leipzig --fassung 3-34=2 --fassung 2-92=1

Prüfen Sie danach, was sich geändert hat (git diff), und lesen Sie es gegen das Dokument."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "wortlaut",
        help="trägt den beschlossenen Wortlaut aus einem Dokument ein",
        description="Liest den beschlossenen Text aus einem Dokument und trägt ihn unter „wortlaut“ ein.",
        epilog=_MANUAL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dokument", type=Path, metavar="DOKUMENT",
                        help="Word-Datei (.docx), PDF mit Text, Markdown oder reiner Text (UTF-8)")  # fmt: skip
    add_concept(parser)
    parser.add_argument("--probe", action="store_true", help="zeigt nur, was sich ändern würde")
    parser.add_argument("--ueberschreiben", action="store_true", help="ersetzt auch Wortlaut, der schon da steht")
    parser.add_argument("--auch-unsichere", action="store_true", help="trägt auch ein, was nicht sicher ist")
    parser.add_argument("--fassung", action="append", default=[], metavar="NUMMER=N",
                        help="welche Fassung gilt, gezählt wie im Bericht; mehrmals möglich")  # fmt: skip
    parser.add_argument("--bericht", type=Path, metavar="DATEI", help="schreibt den ganzen Bericht in diese Datei")
    add_content(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build import editing, wortlaut  # noqa: PLC0415  (which only this command needs)

    root = options.inhalt.resolve().parent
    wish = wortlaut.Wish(options.ueberschreiben, options.auch_unsichere, _versions(options.fassung))
    if options.bericht:
        _check_report(options.bericht, options.dokument, wortlaut.TITLE)
    with Progress() as progress:
        progress("Der Inhalt wird gelesen")
        konzept = the_one([shop.konzept for shop in load_all(options.inhalt)], options.konzept)
        recognition = wortlaut.recognise(konzept, options.dokument, progress)
    plan = wortlaut.plan(recognition, wish, root)
    if options.probe and plan.files:
        print(plan.diff(), end="\n\n")
    print(wortlaut.summary(recognition, plan, full=False), end="\n\n")
    with _report(options.bericht, lambda: wortlaut.summary(recognition, plan, full=True)):
        if not options.probe and plan.files:
            editing.write(root, plan.files)
    if options.bericht:
        print(f"Der ganze Bericht steht in {options.bericht}.")
    places, files = counted(len(plan.written), "Stelle", "Stellen"), counted(len(plan.files), "Datei", "Dateien")
    if options.probe:
        print(f"Das war nur eine Probe; es wurde nichts geändert. Eingetragen würden {places} in {files}.")
    else:
        print(f"Eingetragen: {places} in {files}.")
    return 0


def _versions(asked: Sequence[str]) -> dict[str, int]:
    chosen = {}
    for text in asked:
        ref, mark, number = text.rpartition("=")
        if not mark or not ref or not number.isdecimal():
            raise SetupError(f"--fassung: „{text}“ passt nicht. Schreiben Sie NUMMER=N, zum Beispiel 3-34=2.")
        chosen[ref.strip()] = int(number)
    return chosen


@contextmanager
def _report(path: Path | None, text: Callable[[], str]) -> Iterator[None]:
    """Write the report in one with what happens inside: both or none."""
    if path is None:
        yield
        return
    fresh = path.with_name(f".{path.name}.neu")
    try:
        fresh.write_text(f"{text()}\n", encoding="utf-8")
        yield
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _check_report(report: Path, document: Path, title: str) -> None:
    """A report may replace an older one, and nothing else."""
    if not report.parent.is_dir():
        raise SetupError(f"Den Ordner „{report.parent}“ für den Bericht gibt es nicht.")
    if report.exists():
        is_report = report.is_file() and report.read_bytes().startswith(title.encode())
        if not is_report or report.resolve() == document.resolve():
            raise SetupError(f"Die Datei „{report}“ gibt es schon, und sie ist kein Bericht. Nennen Sie eine andere.")
