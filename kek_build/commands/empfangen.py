# `kek empfangen`: what the hooks of a server's repository call. It tells everything on its standard output, which git
# carries to whoever pushes; what Python complains of is the protocol's business.
from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kek_build.commands.content import Commands
from kek_build.errors import ContentError, KekError
from kek_build.reports import as_text

if TYPE_CHECKING:
    from kek_build.server.layout import Server


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "empfangen",
        help="prüft und veröffentlicht auf einem Server, was gepusht wird (rufen die Hooks auf)",
        description="Wird von den Hooks des Repositorys aufgerufen, das „kek server-einrichten“ anlegt; die Eingabe "
        "kommt von Git. Rufen Sie es nicht selbst auf.",
    )
    parser.add_argument("wann", choices=["vorher", "nachher"], help="vor oder nach der Annahme des Pushs")
    parser.add_argument("--server", type=Path, required=True, metavar="ORDNER", help="Ordner des Servers")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.server.hooks import TOLD  # noqa: PLC0415  (which only this command needs)
    from kek_build.server.layout import open_server  # noqa: PLC0415

    try:
        server = open_server(options.server)
        return _before(server) if options.wann == "vorher" else _after(server)
    except KekError as error:
        tell(as_text(error.problems) if isinstance(error, ContentError) else str(error))
        if options.wann == "vorher":
            tell("Der Push wurde nicht angenommen; die Website bleibt, wie sie ist. Ihre Änderungen sind bei Ihnen gut "
                 "aufgehoben: verbessern, committen und noch einmal pushen.")  # fmt: skip
        else:
            tell("Ihr Push ist angenommen, aber noch nicht online; die Website bleibt, wie sie ist.")
        return TOLD


def tell(text: str) -> None:
    """Say something to whoever pushes, if they are still there: what was begun is finished without them, too."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _before(server: Server) -> int:
    from kek_build.server.receive import judge, read_updates  # noqa: PLC0415

    updates = read_updates(sys.stdin)
    objects = [server.repository / "objects"]
    # Until a push is accepted, git keeps what came with it apart.
    if apart := os.environ.get("GIT_QUARANTINE_PATH"):
        objects.append(Path(apart).resolve())
    judge(server, updates, objects, tell)
    return 0


def _after(server: Server) -> int:
    from kek_build.commands.veroeffentlichen import publish_and_tell  # noqa: PLC0415
    from kek_build.server.receive import keep_replaced, read_updates  # noqa: PLC0415

    updates = read_updates(sys.stdin)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # whoever pushed may close the terminal
    for update in updates:
        if update.ref.startswith("refs/heads/") and (name := keep_replaced(server, update)):
            tell(f"Was ersetzt wurde, liegt auf dem Server unter {name}. Zurückholen in einen eigenen Zweig:")
            tell(f"  git fetch website {name}:gerettet")
    if any(update.ref == server.branch for update in updates):
        publish_and_tell(server, tell)
    return 0
