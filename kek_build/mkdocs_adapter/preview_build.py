# Builds the whole site for a preview, in a process of its own: with less of the machine than whoever writes and looks,
# without PDF files, and also where an official site still lacks what it must have.
from __future__ import annotations

import gc
import logging
import os
import sys
from datetime import date
from pathlib import Path

from kek_build.errors import KekError
from kek_build.mkdocs_adapter.build import NOT_BUILT, build_site, log_to_terminal


def main(configuration: str, target: str, day: str = "") -> int:
    """Build a site; gives the exit status.

    Args:
        configuration: the site's MkDocs configuration.
        target: the folder of the site.
        day: the day on which is measured, before what the configuration says; empty where none is named.
    """
    os.nice(10)
    gc.set_threshold(100_000)
    log_to_terminal(quiet=True)
    for handler in logging.getLogger("mkdocs").handlers:
        handler.setFormatter(_Plain("%(message)s"))
    try:
        build_site(Path(configuration), Path(target), documents=False, checks_release=False,
                   stichtag=date.fromisoformat(day) if day else None)  # fmt: skip
    except KekError as error:
        if str(error) != NOT_BUILT:
            sys.stderr.write(f"{error}\n")
        return 1
    return 0


class _Plain(logging.Formatter):
    """A message without the name of the plugin that gave it."""

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).removeprefix("kek: ")


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
