# How commands tell what they found: reports in the format that was asked for, to the terminal or into a file.
from __future__ import annotations

import argparse
import errno
import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TextIO

from kek_build.errors import Problem
from kek_build.publish import write
from kek_build.reports import FORMATS, as_text, render

_SYSTEM = {
    errno.ENOENT: "gibt es nicht",
    errno.EACCES: "ist gesperrt: Das Recht dazu fehlt",
    errno.EPERM: "ist gesperrt: Das Recht dazu fehlt",
    errno.EROFS: "ist gesperrt: Hier darf nicht geschrieben werden",
    errno.ENOSPC: "lässt sich nicht schreiben: Der Speicher ist voll",
    errno.EDQUOT: "lässt sich nicht schreiben: Der Speicher ist voll",
    errno.EISDIR: "ist ein Ordner und keine Datei",
    errno.ENOTDIR: "liegt nicht in einem Ordner",
    errno.EEXIST: "gibt es schon",
    errno.ENAMETOOLONG: "hat einen zu langen Namen",
    errno.ELOOP: "ist eine Verknüpfung, die im Kreis führt",
    errno.EMFILE: "lässt sich nicht öffnen: Zu viele Dateien sind offen",
}
"""What the operating system says in English, by its number."""


def add_report(parser: argparse.ArgumentParser) -> None:
    """Let a command take the format of its report and where it goes."""
    parser.add_argument("--format", choices=[*FORMATS], default="text",
                        help="text zum Lesen (Vorgabe), github für Anmerkungen in GitHub Actions, gitlab für Code "
                        "Quality in GitLab, sarif (2.1.0) für andere Werkzeuge, json für eigene Programme")  # fmt: skip
    parser.add_argument("--ausgabe", type=Path, metavar="DATEI",
                        help="schreibt den Bericht in eine Datei statt ins Terminal")  # fmt: skip


def report(problems: Sequence[Problem], options: argparse.Namespace, stream: TextIO, nothing: str = "") -> None:
    """Tell problems as the options of `add_report` say.

    Args:
        problems: what was found, in the order to show.
        options: with `format`, `ausgabe` and `inhalt`.
        stream: where it is told when no file is asked for.
        nothing: what a text says when there is nothing to tell.

    Raises:
        OSError: the file cannot be written; what stood there still stands.
    """
    if options.format != "text":
        told = render(problems, options.format, _base(options.inhalt.resolve().parent))
    elif problems:
        told = as_text(problems, colour=not options.ausgabe and wants_colour(stream))
    else:
        told = nothing
    if options.ausgabe:
        write(options.ausgabe, f"{told}\n".encode() if told else b"")
        print(f"{_counted(len(problems))}; der Bericht steht in {options.ausgabe}.", file=stream)
    elif told:
        print(told, file=stream)


def _counted(count: int) -> str:
    return "Keine Meldungen" if not count else "1 Meldung" if count == 1 else f"{count} Meldungen"


def wants_colour(stream: TextIO) -> bool:
    """Whether somebody reads a stream who can see colours and wants them (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def told_by_system(error: OSError) -> str:
    """What went wrong with a file, in German."""
    name = f"„{error.filename}“" if error.filename else "Eine Datei"
    return f"{name} {_SYSTEM.get(error.errno or 0, 'lässt sich nicht lesen oder schreiben')}."


def _base(root: Path) -> PurePosixPath:
    """Where the project lies, seen from the folder that the command was called in, as pipelines do at the top."""
    here = Path.cwd()
    return PurePosixPath(root.relative_to(here).as_posix()) if root.is_relative_to(here) else PurePosixPath()
