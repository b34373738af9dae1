# A file of the site besides its pages: data, feeds, badges, codes, maps for web servers. Whoever makes one gives it as
# plain bytes; this is the one place that writes them. There are ten for every page, so each takes as few calls of the
# system as it can.
from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kek_build.errors import SetupError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Output:
    """A file of the site."""

    path: str
    """Where it stands, relative to the site: `leipzig/massnahmen/1-32/daten.json`."""
    content: bytes


def write(outputs: Iterable[Output], site: Path) -> int:
    """Write files into a site.

    Args:
        outputs: the files; no two have the same path.
        site: the site, without these files.

    Returns:
        How many were written.

    Raises:
        SetupError: a file of that name is there already.
    """
    count = 0
    for output in outputs:
        try:
            file = _open(f"{site}/{output.path}")
        except FileExistsError:
            raise twice(output.path) from None
        try:
            _put(file, output.content)
        finally:
            os.close(file)
        count += 1
    return count


def twice(path: str) -> SetupError:
    """What is wrong when two files have one path."""
    return SetupError(f"Zwei Dateien der Website heißen „{path}“.")


def _open(path: str) -> int:
    """Open a new file; most stand in a folder that is there already."""
    try:
        return os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)  # noqa: PTH103  (a path takes longer than the folder)
        return os.open(path, _NEW, 0o666)


def _put(file: int, content: bytes) -> None:
    """Write all of it; the system may take less at once."""
    done = os.write(file, content)
    while done < len(content):
        done += os.write(file, content[done:])
