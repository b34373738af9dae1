# `kek bauen`: builds a site.
from __future__ import annotations

import argparse
import gc
from pathlib import Path

from kek_build.builds import Wanted
from kek_build.commands.content import Commands
from kek_build.commands.day import add_reference_day
from kek_build.commands.progress import Progress
from kek_build.errors import SetupError


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser("bauen", help="baut die Website; bei Fehlern bleibt die alte stehen")
    parser.add_argument("--konfiguration", type=Path, default=Path("mkdocs.yml"), metavar="DATEI",
                       help="Konfiguration der Website (Vorgabe: mkdocs.yml)")  # fmt: skip
    parser.add_argument("--ziel", type=Path, metavar="ORDNER", help="Ordner der Website (Vorgabe: laut Konfiguration)")
    parser.add_argument("--ohne-pdf", action="store_true", help="macht keine PDF-Dateien")
    add_reference_day(parser, "laut Konfiguration, sonst der Tag der neuesten Angabe im Inhalt")
    parser.add_argument(
        "--neu", action="store_true", help="baut auch, wenn sich seit dem letzten Mal nichts geändert hat"
    )
    parser.add_argument("--still", action="store_true", help="meldet nur Fehler")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    if not options.konfiguration.is_file():
        raise SetupError(f"Die Konfiguration „{options.konfiguration}“ gibt es nicht.")
    wanted = Wanted(options.konfiguration, options.ziel, not options.ohne_pdf, options.stichtag)
    if not options.neu and wanted.is_current():
        if not options.still:
            print("Seit dem letzten Bau hat sich nichts geändert; die Website ist auf dem Stand.")
        return 0
    # A build makes many small things that stay and few that refer to each other in circles: looking for those less
    # often saves a twentieth of its time, and a tenth of what all modules take to load, and costs a few megabytes.
    gc.set_threshold(20_000, 100)
    from kek_build.mkdocs_adapter.build import build_site, log_to_terminal  # noqa: PLC0415  (MkDocs takes a while)

    with Progress(quiet=options.still) as progress:
        log_to_terminal(quiet=options.still, stream=progress)
        site = build_site(options.konfiguration, options.ziel, documents=not options.ohne_pdf, report=progress,
                          remembers=True, stichtag=options.stichtag)  # fmt: skip
    if not options.still:
        print(f"Die Website steht in {site.name}/. Ansehen: kek vorschau, oder python3 -m http.server -d {site.name}")
    return 0
