# Releases that nobody had to build, for tests of what is done with them.
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kek_build.server.layout import WEBSITE, Server, Settings
from kek_build.server.releases import Facts, Release, add_release, describe, put_online


def server_in(folder: Path, **settings: object) -> Server:
    """A server without a repository."""
    server = Server(folder, Settings.model_validate(settings))
    for path in (server.releases, server.workshop):
        path.mkdir(exist_ok=True)
    return server


def release(server: Server, letter: str, addresses: Iterable[str] = ("",), *, online: bool = True) -> Release:
    """A release of a commit whose name is one letter."""
    folder = server.workshop / "neu"
    (folder / WEBSITE).mkdir(parents=True)
    (folder / WEBSITE / "index.html").write_text(letter, encoding="utf-8")
    describe(folder, Facts(letter * 40, f"digest-{letter}", f"inhalt-{letter}", 7), {"klein": addresses})
    made = add_release(server, folder, letter * 40)
    if online:
        put_online(server, made)
    return made


def shown(server: Server) -> str:
    """What readers are shown."""
    return (server.current / "index.html").read_text(encoding="utf-8")
