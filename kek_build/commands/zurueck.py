# `kek zurueck`: puts an earlier site of a server online again.
from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kek_build.commands.content import Commands, add_server, server_of

if TYPE_CHECKING:
    from kek_build.server.layout import Server

_SHOWN = 20
"""Addresses that are named one by one."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "zurueck",
        help="stellt auf einem Server einen früheren Stand der Website wieder online",
        description="Ohne STAND: den, der vor dem jetzigen online war. Es wird nichts gebaut und nichts gelöscht; auch "
        "der Inhalt im Repository bleibt, wie er ist. Der zurückgenommene Inhalt geht mit dem nächsten Push nicht von "
        "selbst wieder online, erst ein geänderter.",
    )
    parser.add_argument("stand", nargs="?", metavar="STAND",
                        help="Name des Stands oder Anfang seines Commits, wie ihn --liste nennt")  # fmt: skip
    parser.add_argument("--liste", action="store_true", help="nennt nur alle Stände, den neuesten zuerst")
    add_server(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.server.rollback import go_to, named, previous  # noqa: PLC0415  (which only servers need)

    server = server_of(options)
    if options.liste:
        return _list(server)
    gone = go_to(
        server,
        lambda: named(server, options.stand) if options.stand else previous(server),
        lambda: print("Ein Stand wird gerade gebaut; danach geht es weiter."),
    )
    if gone.before == gone.now:
        print(f"Das ist schon online: {gone.now}.")
        return 0
    print(f"Online ist jetzt: {gone.now}.")
    if gone.before:
        print(f"Vorher online:    {gone.before}; wieder dorthin: kek zurueck {gone.before.name}")
    if gone.silent:
        print(f"Diese Adressen antworten nicht mehr ({len(gone.silent)}):")
        print(*(f"  {address}" for address in gone.silent[:_SHOWN]), sep="\n")
        if len(gone.silent) > _SHOWN:
            print(f"  … und {len(gone.silent) - _SHOWN} weitere")
    if gone.before and gone.before.name > gone.now.name:
        print("Im Repository steht weiter der zurückgenommene Inhalt. Bitte sagen Sie der Redaktion, was zu ändern "
              "ist; der nächste Push mit geändertem Inhalt geht wieder online.")  # fmt: skip
    return 0


def _list(server: Server) -> int:
    from kek_build.server.releases import online, releases  # noqa: PLC0415

    found, now = releases(server), online(server)
    if not found:
        print("Auf diesem Server wurde noch nichts veröffentlicht.")
    for release in found:
        what = "  ← online" if release == now else "  (zurückgenommen)" if release.withdrawn else ""
        print(f"{release.name}  {release.when:%d.%m.%Y, %H:%M:%S} Uhr  {release.facts.pages:>5} Seiten{what}")
    return 0
