# The command line `kek`, in German: check the content, build a site, list loose ends.
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kek_build import contract, data, outputs, readability
from kek_build.concept import load, loose_ends
from kek_build.concept.entries import KINDS
from kek_build.errors import ContentError, KekError, SetupError
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop, brief_title
from kek_build.pages.export import write_markdown
from kek_build.pages.text import counted, shorten
from kek_build.reading import concept_folders, read_common_synonyms
from kek_build.reading.registry import REGISTRY_FILE
from kek_build.site import Anbieter, SiteOptions

_SITE = SiteOptions(
    titel="Kreisentwicklungskonzepte",
    einleitung="Kreisentwicklungskonzepte zum Lesen.",
    anbieter=Anbieter(name="nicht angegeben"),
)
"""What stands on pages that are written without a site's configuration."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: the words behind `kek`; by default those of the process.

    Returns:
        The exit status: 0 when all is right, 1 when something is wrong and was told, 2 for a wrong command.
    """
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except KekError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output (`| head`) has enough; Python must not complain when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        what = f"„{error.filename}“" if error.filename else "Eine Datei"
        print(f"{what} lässt sich nicht lesen oder schreiben ({error.strerror}).", file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kek", description="Kreisentwicklungskonzept: prüfen und bauen.")
    commands = parser.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")

    check = commands.add_parser("pruefen", help="prüft den Inhalt und nennt alle Fehler mit Datei und Zeile")
    _add_content(check)
    check.set_defaults(run=_check)

    registry = commands.add_parser(
        "adressen",
        help="zeigt, welche Adressen neu sind und welche es nicht mehr gibt",
        description="Vergleicht die Adressen der Website mit denen, die in adressen.txt stehen. Jede Adresse, die dort "
        "steht, antwortet für immer.",
    )
    _add_content(registry)
    registry.add_argument("--festhalten", action="store_true", help="trägt neue Adressen in adressen.txt ein")
    registry.set_defaults(run=_addresses)

    rename = commands.add_parser(
        "umbenennen",
        help="gibt einem Eintrag überall eine neue Nummer oder Kennung",
        description="Ändert Nummer oder Kennung, den Dateinamen und alle Verweise darauf; die alte Nummer kommt unter "
        "„aliase“, damit ihre Adresse weiter antwortet. Unterziele, deren Nummer so beginnt, werden mit umbenannt. "
        "Entweder ändert sich alles oder, bei einem Fehler, nichts.",
    )
    rename.add_argument("alt", metavar="ALT", help="der Verweis von heute: 3-34, swot/bildung, orte/zwenkau")
    rename.add_argument("neu", metavar="NEU", help="die neue Nummer oder Kennung")
    rename.add_argument("--konzept", metavar="NAME", help="Ordner des Konzepts; nötig, wenn mehrere ALT kennen")
    rename.add_argument("--probe", action="store_true", help="zeigt nur, welche Zeilen sich ändern")
    _add_content(rename)
    rename.set_defaults(run=_rename)

    build = commands.add_parser("bauen", help="baut die Website; bei Fehlern bleibt die alte stehen")
    build.add_argument("--konfiguration", type=Path, default=Path("mkdocs.yml"), metavar="DATEI",
                       help="Konfiguration der Website (Vorgabe: mkdocs.yml)")  # fmt: skip
    build.add_argument("--ziel", type=Path, metavar="ORDNER", help="Ordner der Website (Vorgabe: laut Konfiguration)")
    build.add_argument("--ohne-pdf", action="store_true", help="macht keine PDF-Dateien")
    build.add_argument("--still", action="store_true", help="meldet nur Fehler")
    build.set_defaults(run=_build)

    export = commands.add_parser(
        "ausgeben", help="schreibt alle Seiten als Markdown-Dateien für einen anderen Generator"
    )
    _add_content(export)
    export.add_argument("ziel", type=Path, metavar="ORDNER", help="Ordner, den es noch nicht gibt")
    export.set_defaults(run=_export)

    loose = commands.add_parser("lose-enden", help="listet, was keine Verbindung hat")
    _add_content(loose)
    loose.set_defaults(run=_loose_ends)

    reading = commands.add_parser(
        "lesbarkeit", help="nennt die Texte, die am schwersten zu lesen sind (nur ein Hinweis)"
    )
    _add_content(reading)
    reading.add_argument("--hoechstens", type=_positive, default=20, metavar="N", help="so viele Texte (Vorgabe: 20)")
    reading.add_argument("--art", choices=[kind for kind in KINDS if kind != "dokument"], metavar="ART",
                         help="nur Texte dieser Art: handlungsfeld, ziel, massnahme, aussage …")  # fmt: skip
    reading.add_argument("--feld", metavar="FELD", help="nur Texte hinter diesem Schlüssel: kurz, beschreibung …")
    reading.set_defaults(run=_readability)
    return parser


def _add_content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--inhalt", type=Path, default=Path("content"), metavar="ORDNER",
                        help="Ordner mit den Konzepten (Vorgabe: content)")  # fmt: skip


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl ab 1")
    return int(text)


def _load(content: Path) -> list[Workshop]:
    if not content.is_dir():
        raise SetupError(f"Den Ordner „{content}“ gibt es nicht. Rufen Sie kek im Ordner des Projekts auf.")
    content = content.resolve()
    concepts, problems = load(content.parent, concept_folders(content))
    _, more = read_common_synonyms(content, content.parent)
    if problems := [*problems, *more]:
        raise ContentError(problems)
    if not concepts:
        raise SetupError(f"Im Ordner „{content.name}“ liegt kein Konzept.")
    shops = workshops(concepts, _SITE)
    if problems := contract.check(concepts, content.parent):
        raise ContentError(problems)
    return shops


def _check(options: argparse.Namespace) -> int:
    for shop in _load(options.inhalt):
        print(f"{shop.konzept.datei.name}: {len(shop.konzept.entries)} Einträge, keine Fehler.")
    return 0


def _addresses(options: argparse.Namespace) -> int:
    shops = _load(options.inhalt)
    held = data.build(shops, _SITE, lambda _key, _make: b"")  # nobody asks for the workbooks
    records = [*pages(shops, _SITE), *data.pages(held, _SITE)]
    for shop in shops:
        inventory = contract.take_inventory(shop, records)
        total = len(inventory.recorded) + len(inventory.new)
        print(f"{shop.konzept.datei.name}: {total} Adressen, davon {len(inventory.new)} neu; "
              f"{len(inventory.gone)} alte führen weiter.")  # fmt: skip
        for sign, found in (("+", inventory.new), ("→", inventory.gone)):
            print(*(f"  {sign} {address}" for address in found), sep="\n", end="\n" if found else "")
        if options.festhalten and inventory.new:
            contract.record_all(inventory, options.inhalt.resolve().parent)
            print(f"  Festgehalten in {shop.konzept.folder}/{REGISTRY_FILE}.")
    return 0


def _rename(options: argparse.Namespace) -> int:
    from kek_build.renaming import new_names, plan, unknown  # noqa: PLC0415  (which only this command needs)

    root = options.inhalt.resolve().parent
    concepts = {shop.konzept.slug: shop.konzept for shop in _load(options.inhalt)}
    if options.konzept and options.konzept not in concepts:
        raise SetupError(f"Das Konzept „{options.konzept}“ gibt es nicht. Es gibt: {', '.join(concepts)}.")
    asked = [concepts[options.konzept]] if options.konzept else list(concepts.values())
    known = [konzept for konzept in asked if options.alt in konzept.entries]
    if not known:
        raise SetupError("\n".join(unknown(konzept, options.alt) for konzept in asked))
    if len(known) > 1:
        several = ", ".join(konzept.slug for konzept in known)
        raise SetupError(f"„{options.alt}“ gibt es mehrmals ({several}). Nennen Sie das Konzept: --konzept NAME.")
    konzept = known[0]
    names = new_names(konzept, options.alt, options.neu)
    planned = plan(konzept, names, root, lambda linked, aside: contract.check([linked], aside))
    for change in planned.changes:
        print(change.diff())
    if options.probe:
        print("Das war nur eine Probe; es wurde nichts geändert.")
        return 0
    planned.carry_out(root)
    entries, files = counted(len(names), "Eintrag", "Einträge"), counted(len(planned.changes), "Datei", "Dateien")
    print(f"Umbenannt: {entries}, in {files}.")
    return 0


def _build(options: argparse.Namespace) -> int:
    from kek_build.mkdocs_adapter.build import build_site, log_to_terminal  # noqa: PLC0415  (MkDocs takes a while)

    if not options.konfiguration.is_file():
        raise SetupError(f"Die Konfiguration „{options.konfiguration}“ gibt es nicht.")
    log_to_terminal(quiet=options.still)
    site = build_site(options.konfiguration, options.ziel, documents=not options.ohne_pdf)
    if not options.still:
        print(f"Die Website steht in {site.name}/. Ansehen: make serve, oder python3 -m http.server -d {site.name}")
    return 0


def _export(options: argparse.Namespace) -> int:
    if options.ziel.exists():
        raise SetupError(f"Den Ordner „{options.ziel}“ gibt es schon.")
    shops = _load(options.inhalt)
    held = data.build(shops, _SITE)
    count = write_markdown([*pages(shops, _SITE), *data.pages(held, _SITE)], options.ziel)
    outputs.write(held.outputs, options.ziel)
    print(f"{count} Seiten stehen in {options.ziel}.")
    return 0


def _loose_ends(options: argparse.Namespace) -> int:
    for konzept in (shop.konzept for shop in _load(options.inhalt)):
        print(konzept.datei.name)
        for ends in loose_ends(konzept):
            print(f"  {ends.title} ({len(ends.entries)})")
            for entry in ends.entries:
                print(f"    {entry.ref}: {brief_title(entry, konzept.resolve)}")
    return 0


def _readability(options: argparse.Namespace) -> int:
    root = options.inhalt.resolve().parent
    found = [
        reading
        for shop in _load(options.inhalt)
        for reading in readability.readings(shop.konzept)
        if options.art in {None, reading.entry.kind} and options.feld in {None, reading.field}
    ]
    long_enough = [reading for reading in found if reading.counts.words >= readability.MIN_WORDS]
    worst = sorted(long_enough, key=lambda reading: (reading.counts.flesch, str(reading.origin.file)))
    print("Flesch (Amstad): 0 sehr schwer, 100 sehr leicht. LIX: unter 40 leicht, über 60 sehr schwer.")
    for reading in worst[: options.hoechstens]:
        counts = reading.counts
        print(f"{reading.place(root)}: Flesch {counts.flesch:.0f}, LIX {counts.lix:.0f}, "
              f"{counts.words_per_sentence:.0f} Wörter je Satz ({reading.field}) "
              f"„{shorten(reading.text, 80)}“")  # fmt: skip
    if short := len(found) - len(long_enough):
        print(f"{short} Texte unter {readability.MIN_WORDS} Wörtern zählen nur in der Übersicht mit.")
    _print_readability_by_kind(found)
    return 0


def _print_readability_by_kind(found: Sequence[readability.Reading]) -> None:
    print(f"{'':44}{'Texte':>7}{'Wörter':>8}{'je Satz':>9}{'Flesch':>8}{'LIX':>5}")
    groups: dict[str, list[readability.Reading]] = {}
    for reading in found:
        name = f"{reading.konzept.datei.name}, {KINDS[reading.entry.kind][1]}"
        groups.setdefault(name, []).append(reading)
    for name, group in groups.items():
        counts = readability.total(group)
        print(f"{name:44}{len(group):>7}{counts.words:>8}{counts.words_per_sentence:>9.1f}"
              f"{counts.flesch:>8.0f}{counts.lix:>5.0f}")  # fmt: skip
