# The protocol of a server: what happened and when, for whoever runs it. Two files of bounded size, none to be looked
# after; a protocol that cannot be written keeps nobody from publishing.
from __future__ import annotations

from datetime import UTC, datetime

from kek_build.server.layout import Server

MAX_BYTES = 1_000_000


def note(server: Server, text: str) -> None:
    """Write down what happened.

    Args:
        server: the server.
        text: what happened, in one line or several.
    """
    now = datetime.now(UTC).astimezone()
    try:
        if server.log.is_file() and server.log.stat().st_size > MAX_BYTES:
            server.log.replace(server.log.with_suffix(".alt.log"))
        with server.log.open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{now:%Y-%m-%d %H:%M:%S} {text.rstrip()}\n")
    except OSError:
        return
