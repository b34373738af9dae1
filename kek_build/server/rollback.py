# Going back to a site that was online before, and forward again: only the link moves. What somebody went back from is
# remembered, so that the next push does not put the same content online again unasked.
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kek_build.errors import SetupError
from kek_build.server import releases as kept
from kek_build.server.layout import Server
from kek_build.server.lock import locked
from kek_build.server.protocol import note
from kek_build.server.releases import Release

_LEAST = 4
"""Characters of a commit's name that tell it from others."""


@dataclass(frozen=True)
class Gone:
    """What going to another release came to."""

    before: Release | None
    """What was online."""
    now: Release
    silent: tuple[str, ...]
    """Addresses that were online and do not answer now, from the top of their concept."""


def previous(server: Server) -> Release:
    """The release that was online before the one that is now.

    Raises:
        SetupError: there is none.
    """
    now = kept.online(server)
    older = [release for release in kept.releases(server) if now and release.name < now.name and not release.withdrawn]
    if not older:
        raise SetupError("Es gibt keinen früheren Stand, zu dem sich zurückgehen ließe.")
    return older[0]


def named(server: Server, name: str) -> Release:
    """The release that somebody names.

    Args:
        server: the server.
        name: its name, or the beginning of its name or of its commit's.

    Raises:
        SetupError: there is no such release, or more than one.
    """
    found = [
        release
        for release in kept.releases(server)
        if len(name) >= _LEAST and (release.name.startswith(name) or release.facts.commit.startswith(name.lower()))
    ]
    if len(found) == 1:
        return found[0]
    what = f"„{name}“ passt auf mehrere Stände" if found else f"Den Stand „{name}“ gibt es nicht"
    raise SetupError(f"{what}. Alle Stände nennt: kek zurueck --liste")


def go_to(server: Server, choose: Callable[[], Release], waiting: Callable[[], None]) -> Gone:
    """Put another release online.

    Args:
        server: the server.
        choose: gives the release, once nobody else changes what is online.
        waiting: is called when somebody else is building.

    Raises:
        SetupError: there is no such release.
    """
    with locked(server.lock, waiting):
        now, target = kept.online(server), choose()
        silent = [] if now is None else [
            f"{concept}: {address or 'Startseite'}"
            for concept, addresses in now.addresses.items()
            for address in sorted(addresses - target.addresses.get(concept, frozenset()))
        ]  # fmt: skip
        if now != target:
            kept.put_online(server, target)
            for release in kept.releases(server):
                if release.name >= target.name:
                    release.mark_withdrawn(withdrawn=release.name > target.name)
            note(server, f"zurück zu: {target.name} (vorher {now.name if now else 'nichts'})")
        return Gone(now, target, tuple(silent))
