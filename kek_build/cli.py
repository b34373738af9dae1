# The command line `kek`, in German: its frame. What the commands do stands in `commands`.
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from kek_build.commands import COMMANDS
from kek_build.errors import KekError


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
    for command in COMMANDS:
        command.add(commands)
    return parser
