# `kek zusammenfuehren`: joins sites of counties that were built apart to one portal.
from __future__ import annotations

import argparse
from pathlib import Path

from kek_build.commands.content import Commands
from kek_build.errors import SetupError


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "zusammenfuehren",
        help="macht aus einzeln gebauten Websites von Landkreisen ein Portal mit gemeinsamer Suche",
        description="Macht aus den fertigen Websites einzelner Landkreise ein Portal: eine Startseite, eine gemeinsame "
        "Suche, Offene Daten, Kopfzeilen und Weiterleitungen für Webserver. Jede Website bleibt, wie sie gebaut wurde, "
        "und steht in dem Ordner, für den sie gebaut ist: KEK_SITE_URL=https://…/boerde/ kek bauen … Stimmt etwas "
        "nicht, bleibt das Portal stehen, wie es war.",
    )
    parser.add_argument("ordner", type=Path, nargs="+", metavar="ORDNER", help="fertige Website eines Landkreises")
    parser.add_argument("--konfiguration", type=Path, default=Path("site_config/portal.yml"), metavar="DATEI",
                       help="Konfiguration des Portals (Vorgabe: site_config/portal.yml)")  # fmt: skip
    parser.add_argument("--ziel", type=Path, metavar="ORDNER", help="Ordner des Portals (Vorgabe: laut Konfiguration)")
    parser.add_argument("--auffrischen", action="store_true",
                       help="nimmt alle anderen Landkreise aus dem Portal, das schon steht")  # fmt: skip
    parser.add_argument("--still", action="store_true", help="meldet nur Fehler")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.mkdocs_adapter.build import log_to_terminal  # noqa: PLC0415  (MkDocs takes a while)
    from kek_build.mkdocs_adapter.portal import join_sites  # noqa: PLC0415

    if not options.konfiguration.is_file():
        raise SetupError(f"Die Konfiguration „{options.konfiguration}“ gibt es nicht.")
    log_to_terminal(quiet=options.still)
    joined = join_sites(options.konfiguration, options.ordner, options.ziel, refresh=options.auffrischen)
    if not options.still:
        count = len(joined.counties)
        print(
            f"Das Portal steht in {joined.site.name}/: {count} {'Landkreis' if count == 1 else 'Landkreise'}, "
            f"{joined.records} Sucheinträge."
        )
    return 0
