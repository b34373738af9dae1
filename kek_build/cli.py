# The command line `kek`, in German: its frame. What the commands do stands in `commands`.
from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from kek_build.commands import commands
from kek_build.commands.output import told_by_system, wants_colour
from kek_build.commands.parser import Parser
from kek_build.errors import ContentError, KekError
from kek_build.reports import as_text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: the words behind `kek`; by default those of the process.

    Returns:
        The exit status: 0 when all is right, 1 when something is wrong and was told, 2 for a wrong command,
        130 when somebody pressed Strg+C.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no „ must not end in a traceback
    words = sys.argv[1:] if arguments is None else arguments
    called = parser(words[0] if words else None)
    options = called.parse_args(arguments)
    if not hasattr(options, "run"):
        called.print_help()
        return 2
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except ContentError as error:
        print(as_text(error.problems, colour=wants_colour(sys.stderr), outcome=error.outcome), file=sys.stderr)
        return 1
    except KekError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 130  # what shells give for it
    except BrokenPipeError:
        # Whoever read the output (`| head`) has enough; Python must not complain when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(told_by_system(error), file=sys.stderr)
        return 1
    return status


def parser(name: str | None = None) -> Parser:
    """The parser with the command of a name, or with all when there is none of that name."""
    made = Parser(
        prog="kek",
        description="Kreisentwicklungskonzepte schreiben, prüfen, ansehen und veröffentlichen. "
        "„kek BEFEHL --help“ erklärt einen Befehl.",
    )
    group = made.add_subparsers(title="Befehle", metavar="BEFEHL")
    for command in commands(name):
        command.add(group)
    return made
