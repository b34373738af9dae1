"""`python -m bench.concepts --massnahmen 1000 --landkreise 3 ZIEL`: writes a project with invented counties."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from bench.concepts.project import generate
from kek_build.errors import SetupError


def main() -> int:
    """Write the project that the command line asks for; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.concepts", description=(
        "Schreibt ein Projekt mit erfundenen Landkreisen, das kek pruefen und kek bauen annehmen wie jedes andere. "
        "Derselbe Anfangswert ergibt dieselben Dateien."))  # fmt: skip
    parser.add_argument("ziel", type=Path, metavar="ZIEL", help="Ordner des Projekts, neu oder leer")
    parser.add_argument("--massnahmen", type=int, default=1000, metavar="N", help="wie viele Maßnahmen (Vorgabe: 1000)")
    parser.add_argument("--landkreise", type=int, default=1, metavar="N", help="auf wie viele Landkreise (Vorgabe: 1)")
    parser.add_argument("--anfangswert", type=int, default=1, metavar="ZAHL", help="für den Zufall (Vorgabe: 1)")
    options = parser.parse_args()
    started = time.perf_counter()
    try:
        made = generate(options.ziel, options.massnahmen, options.landkreise, options.anfangswert)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    pages = sum(one.sizes.pages for one in made)
    print(f"{options.massnahmen} Maßnahmen in {len(made)} Landkreisen, rund {pages} Seiten, "
          f"{time.perf_counter() - started:.1f} s")  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
