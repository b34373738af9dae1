# The reference day, as commands take it: a day, or the word for the one on which the command runs. Only here does a
# clock come in; what is built knows nothing but a date.
from __future__ import annotations

import argparse
from datetime import UTC, date, datetime

TODAY = "heute"


def add_reference_day(parser: argparse.ArgumentParser, otherwise: str) -> None:
    """Let a command take the reference day; `options.stichtag` holds it then, or None.

    Args:
        parser: the command.
        otherwise: which day holds when none is named, for the help.
    """
    parser.add_argument("--stichtag", type=_day, metavar="TAG",
                        help="Tag, an dem gemessen wird, was überfällig ist, zum Beispiel 31.12.2026, oder „heute“ "
                        f"(Vorgabe: {otherwise})")  # fmt: skip


def today() -> date:
    """The day on which the command runs, where it runs."""
    return datetime.now(UTC).astimezone().date()


def _day(text: str) -> date:
    if text.strip() == TODAY:
        return today()
    from kek_build.models.dates import parse  # noqa: PLC0415  (what reads content takes a while)

    try:
        found = parse(text)
    except ValueError:
        found = None
    if found is None or found.precision != "tag":
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag wie 31.12.2026 und nicht „{TODAY}“")
    return found.first
