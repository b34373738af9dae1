# `kek veroeffentlichen`: puts online what the published branch of a server holds; the same as after a push.
from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from kek_build.commands.content import Commands, add_server, server_of

if TYPE_CHECKING:
    from kek_build.server.layout import Server

_SHOWN = 5
"""Things of one sort that are named after a push."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "veroeffentlichen",
        help="veröffentlicht auf einem Server, was zuletzt gepusht wurde, wenn es noch nicht online ist",
        description="Holt nach, was nach einem Push nicht gelang: weil der Rechner ausging, der Platz fehlte oder kek "
        "gestört war. Hat sich nichts geändert, geschieht nichts; so darf es auch regelmäßig aufgerufen werden.",
    )
    add_server(parser)
    parser.add_argument("--trotzdem", action="store_true",
                        help="baut auch ohne Änderung, und auch Zurückgenommenes")  # fmt: skip
    parser.add_argument("--still", action="store_true", help="meldet nur Fehler")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    publish_and_tell(server_of(options), _nothing if options.still else print, again=options.trotzdem)
    return 0


def _nothing(_text: str) -> None:
    """Say nothing."""


def publish_and_tell(server: Server, tell: Callable[[str], None], *, again: bool = False) -> None:
    """Publish, and tell what became of it.

    Args:
        server: the server.
        tell: takes what there is to say.
        again: see `server.publish.publish`.

    Raises:
        KekError: it could not be done, and why.
    """
    from kek_build.differences import tell as tell_differences  # noqa: PLC0415
    from kek_build.server.news import news  # noqa: PLC0415
    from kek_build.server.protocol import note  # noqa: PLC0415
    from kek_build.server.publish import What, publish  # noqa: PLC0415  (MkDocs takes a while)
    from kek_build.server.releases import short  # noqa: PLC0415

    _tell_warnings(tell)
    # What breaks while something that broke is cleared away would only hide what is told.
    sys.unraisablehook = lambda unraisable: note(server, repr(unraisable.exc_value))
    outcome = publish(server, tell, again=again)
    now = outcome.release
    match outcome.what:
        case What.UNCHANGED if now.facts.commit == outcome.commit:
            tell(f"Das ist schon online: {now}.")
        case What.UNCHANGED:
            tell(f"An Inhalt und Konfiguration hat sich nichts geändert; es wurde nichts gebaut. Online: {now}.")
        case What.WITHDRAWN:
            tell(f"Dieser Inhalt war schon online und wurde mit „kek zurueck“ zurückgenommen. Online bleibt: {now}. "
                 "Ändern Sie den Inhalt; soll er so wieder online gehen: kek veroeffentlichen --trotzdem")  # fmt: skip
        case What.PUBLISHED:
            tell(f"Online: {now.facts.pages} Seiten, Commit {short(outcome.commit)}.")
            if found := news(server, outcome):
                tell(tell_differences(found, site_url=server.settings.adresse or "", most=_SHOWN))


def _tell_warnings(tell: Callable[[str], None]) -> None:
    """Let whoever waits see what the build complains of."""

    class _Teller(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            tell(record.getMessage())

    logger = logging.getLogger("mkdocs")
    logger.handlers = [_Teller(logging.WARNING)]
