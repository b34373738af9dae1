# `kek vorschau`: shows the site while somebody writes.
from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kek_build.commands.content import Commands
from kek_build.commands.day import add_reference_day
from kek_build.commands.output import wants_colour
from kek_build.commands.progress import Progress
from kek_build.errors import SetupError
from kek_build.pages.text import counted
from kek_build.reports import as_text

if TYPE_CHECKING:
    from kek_build.preview import News, PreviewServer, Session
    from kek_build.preview.state import Trouble

PORT = 8000
"""Where the site is shown when nobody asks for another port."""
_TRIES = 20
"""How many ports behind it are tried when it is taken."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "vorschau",
        help="zeigt die Website im Browser, während Sie schreiben",
        description="Zeigt die Website auf diesem Rechner. Wer eine Datei speichert, sieht die Seite im Browser gleich "
        "neu, an derselben Stelle. Ist etwas falsch, steht es mit Datei, Zeile und Abhilfe über der Seite; dahinter "
        "bleibt der letzte Stand, der richtig war. Suche, Daten, Feeds und Karten folgen, sobald Sie kurz nichts "
        "ändern. Veröffentlicht wird nichts. Ende mit Strg+C.",
    )
    parser.add_argument("--konfiguration", type=Path, default=Path("mkdocs.yml"), metavar="DATEI",
                       help="Konfiguration der Website (Vorgabe: mkdocs.yml)")  # fmt: skip
    add_reference_day(parser, "laut Konfiguration, sonst der Tag der neuesten Angabe im Inhalt")
    parser.add_argument("--port", type=_port, metavar="N",
                       help=f"Port der Adresse (Vorgabe: {PORT}, oder der nächste freie)")  # fmt: skip
    parser.add_argument("--oeffnen", action="store_true", help="öffnet die Website gleich im Browser")
    parser.add_argument("--still", action="store_true", help="meldet nur die Adresse und Fehler")
    parser.set_defaults(run=run)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Port; es gibt 1 bis 65535, und 0 für irgendeinen freien")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    if not options.konfiguration.is_file():
        raise SetupError(f"Die Konfiguration „{options.konfiguration}“ gibt es nicht.")
    ended = threading.Event()
    before = {ending: signal.signal(ending, lambda *_: ended.set()) for ending in (signal.SIGINT, signal.SIGTERM)}
    try:
        with tempfile.TemporaryDirectory(prefix="kek-vorschau-", ignore_cleanup_errors=True) as folder:
            _show(options, Path(folder), ended)
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)
    return 0


def _show(options: argparse.Namespace, folder: Path, ended: threading.Event) -> None:
    from kek_build.mkdocs_adapter.build import log_to_terminal  # noqa: PLC0415  (MkDocs takes a while)
    from kek_build.mkdocs_adapter.preview import PreviewSite  # noqa: PLC0415
    from kek_build.preview import Session, Watcher  # noqa: PLC0415

    log_to_terminal(quiet=True)
    told = _Terminal(Path.cwd(), quiet=options.still)
    with Progress(quiet=options.still) as progress:
        progress("Der Inhalt wird gelesen")
        source = PreviewSite(options.konfiguration, options.stichtag)
        session = Session(source, folder, told)
        server = _serve(session, options.port)
        watcher = Watcher(source.folders, source.files, session.changed)
    try:
        session.start()
        server.start()
        print(f"Vorschau: {server.address}   (Ende mit Strg+C)")
        if not options.still:
            print("Nur auf diesem Rechner zu sehen; veröffentlicht wird nichts.")
        sys.stdout.flush()
        if options.oeffnen:
            import webbrowser  # noqa: PLC0415  (which only this option needs)

            webbrowser.open(server.address)
        ended.wait()
    finally:
        watcher.close()
        session.close()
        server.close()
    print("Vorschau beendet.")


def _serve(session: Session, port: int | None) -> PreviewServer:
    from kek_build.preview import PreviewServer  # noqa: PLC0415  (MkDocs takes a while)

    if port is not None:
        try:
            return PreviewServer(session, port)
        except OSError as error:
            raise SetupError(
                f"Port {port} lässt sich nicht benutzen ({error.strerror}). Nehmen Sie einen anderen, oder lassen Sie "
                "--port weg."
            ) from None
    for candidate in range(PORT, PORT + _TRIES):
        try:
            server = PreviewServer(session, candidate)
        except OSError:
            continue
        if candidate != PORT:
            print(f"Port {PORT} ist belegt, die Vorschau nimmt {candidate}.")
        return server
    return PreviewServer(session, 0)


class _Terminal:
    """Tells in the terminal what happens to the preview."""

    def __init__(self, folder: Path, *, quiet: bool) -> None:
        self._folder = folder
        self._quiet = quiet
        self._wrong = False

    def __call__(self, news: News) -> None:
        from kek_build.preview import What  # noqa: PLC0415  (MkDocs takes a while)

        match news.what:
            case What.SHOWN if news.changed:
                mended = "Behoben. " if self._wrong else ""
                self._wrong = False
                self._say(f"{mended}{self._names(news.changed)}: neu gelesen ({_seconds(news.seconds)})")
            case What.BUILT:
                self._say(f"Suche, Daten, Feeds und Karten sind auf demselben Stand ({_seconds(news.seconds)})")
            case What.WRONG if news.trouble:
                self._wrong = True
                self._warn(_told(news.trouble))
            case What.UNBUILDABLE:
                self._warn(f"So ließe sich die Website nicht veröffentlichen:\n{news.text}")
            case What.FAILED_PAGE:
                self._warn(f"Eine Seite lässt sich nicht zeigen: {news.text}")

    def _names(self, changed: tuple[Path, ...]) -> str:
        # Programs that save make files for a moment that nobody needs to hear of.
        there = [path for path in changed if path.exists()] or changed
        first = _short(there[0], self._folder)
        return f"{first} und {counted(len(there) - 1, 'weitere Datei', 'weitere Dateien')}" if len(there) > 1 else first

    def _say(self, text: str) -> None:
        if not self._quiet:
            print(f"{time.strftime('%H:%M:%S')}  {text}", flush=True)

    def _warn(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)


def _told(trouble: Trouble) -> str:
    if not trouble.problems:
        return trouble.text
    outcome = "im Inhalt; die Vorschau geht weiter, sobald alles behoben ist"
    return as_text(trouble.problems, colour=wants_colour(sys.stderr), outcome=outcome)


def _short(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s".replace(".", ",")
