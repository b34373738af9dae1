# `kek server-einrichten`: makes a folder into a server that publishes what is pushed to it.
from __future__ import annotations

import argparse
from pathlib import Path

from kek_build.commands.content import Commands
from kek_build.errors import SetupError


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "server-einrichten",
        help="richtet auf einem eigenen Server ein, dass ein Push die Website veröffentlicht",
        description="Legt in ORDNER ein Git-Repository an, in das die Redaktion pusht. Vor der Annahme wird jeder "
        "Push geprüft; Fehler erscheinen auf Deutsch im Terminal derer, die pushen, und nichts davon wird übernommen. "
        "Danach wird die Website daneben gebaut und in einem Zug ausgetauscht. Der Webserver zeigt auf ORDNER/aktuell; "
        "Vorlagen für nginx und Apache liegen dabei. Ist ORDNER schon eingerichtet, werden nur die Hooks und Vorlagen "
        "erneuert.",
    )
    parser.add_argument("ordner", type=Path, metavar="ORDNER", help="neuer oder leerer Ordner, zum Beispiel /srv/kek")
    parser.add_argument("--konfiguration", default="mkdocs.yml", metavar="DATEI",
                        help="Konfiguration der Website im Repository (Vorgabe: mkdocs.yml)")  # fmt: skip
    parser.add_argument(
        "--zweig", default="main", metavar="NAME", help="Zweig, der veröffentlicht wird (Vorgabe: main)"
    )
    parser.add_argument("--behalten", default="10", metavar="N",
                        help="so viele Stände bleiben zum Zurückgehen (Vorgabe: 10)")  # fmt: skip
    parser.add_argument("--adresse", metavar="URL", help="Adresse der Website: https://kek.landkreis-muster.de/")
    parser.add_argument("--bearbeiten", metavar="URL",
                        help="Adresse des Repositorys im Browser, für „Diese Seite bearbeiten“")  # fmt: skip
    parser.add_argument("--ohne-pdf", action="store_true", help="macht keine PDF-Dateien")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from pydantic import ValidationError  # noqa: PLC0415  (which only this command needs)

    from kek_build.server.layout import Settings  # noqa: PLC0415
    from kek_build.server.setup import set_up  # noqa: PLC0415

    given = {"zweig": options.zweig, "konfiguration": options.konfiguration, "behalten": options.behalten,
             "adresse": options.adresse, "bearbeiten": options.bearbeiten,
             "pdf": "nein" if options.ohne_pdf else "ja"}  # fmt: skip
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        wrong = [str(details["loc"][0]) for details in error.errors()]
        told = [f"--{name} „{given[name]}“: erwartet wird {Settings.model_fields[name].description}" for name in wrong]
        raise SetupError("\n".join(told)) from None
    server, new = set_up(options.ordner, settings)
    if not new:
        print(f"Die Hooks und Vorlagen in {server.root} sind auf dem Stand dieses kek; server.yml ist unverändert.")
        return 0
    print(f"Eingerichtet: {server.root}")
    print(f"  {server.repository.name}/           hierhin pusht die Redaktion")
    print(f"  {server.current.name}               hierauf zeigt der Webserver, ab dem ersten Push")
    print("  server.yml            Einstellungen")
    print("  vorlage-nginx.conf    Vorlage für nginx; vorlage-apache.conf für Apache")
    print("Im Projekt der Redaktion, einmal:")
    print(f"  git remote add website BENUTZER@SERVER:{server.repository}")
    print(f"  git push website {server.settings.zweig}")
    return 0
