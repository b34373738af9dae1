# Room on the disk: asked for before anything is begun, and named as the reason when something went wrong.
from __future__ import annotations

import errno
import shutil
from pathlib import Path

from kek_build.errors import SetupError
from kek_build.server.layout import Server
from kek_build.server.releases import online

LEAST = 30_000_000
"""Bytes that a first site needs, with what is laid out beside it."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_ADVICE = (
    "Die Website bleibt, wie sie ist. Bitte sagen Sie der Betreuung des Servers Bescheid: Platz schaffen, oder in "
    "server.yml „behalten“ verkleinern; danach noch einmal pushen, oder auf dem Server: kek veroeffentlichen"
)


def ask_for_room(server: Server) -> None:
    """See whether there is room for another site.

    Raises:
        SetupError: there is not.
    """
    now = online(server)
    needed = max(LEAST, 2 * _size(now.folder)) if now else LEAST
    free = shutil.disk_usage(server.root).free
    if free < needed:
        raise SetupError(
            f"Auf dem Server ist zu wenig Platz: frei sind {_megabytes(free)}, nötig sind {_megabytes(needed)}. "
            f"{_ADVICE}"
        )


def no_room(server: Server, error: OSError) -> SetupError | None:
    """What is told of an error of the operating system, when there was no room; else None."""
    if error.errno not in _NO_ROOM:
        return None
    free = shutil.disk_usage(server.root).free
    return SetupError(f"Beim Bauen wurde der Platz auf dem Server knapp (frei sind {_megabytes(free)}). {_ADVICE}")


def is_short(server: Server) -> bool:
    """Whether there is so little room that this is probably why something went wrong."""
    return shutil.disk_usage(server.root).free < LEAST


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB".replace(",", " ").replace(".", ",")
