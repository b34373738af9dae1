# The sites that were published: each whole in a folder of its own, together with what the server knows of it, so that
# one renaming makes it a release and one renaming of a link puts it online.
from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path, PurePosixPath

from kek_build.reading.registry import parse_registry, registry_text
from kek_build.server.layout import WEBSITE, Server

_FACTS = "stand.json"
_ADDRESSES = "adressen"
_WITHDRAWN = "zurueckgenommen"
_TIME = "%Y%m%dT%H%M%SZ"
_SHORT = 10
"""Characters of a commit's name that people are shown."""


@dataclass(frozen=True)
class Facts:
    """What the server knows of a release."""

    commit: str
    digest: str
    """Made of everything the site is made of, see `server.state`."""
    content: str
    """Made of what was pushed of it alone; whatever builds it, this is the same content."""
    pages: int


@dataclass(frozen=True)
class Release:
    """A site that was published."""

    folder: Path
    facts: Facts

    @property
    def name(self) -> str:
        """`20261128T140533Z-a1b2c3d4e5`: when it was made, and of which commit."""
        return self.folder.name

    @property
    def site(self) -> Path:
        """What the web server serves."""
        return self.folder / WEBSITE

    @property
    def short_commit(self) -> str:
        """The beginning of its commit's name."""
        return short(self.facts.commit)

    @property
    def when(self) -> datetime:
        """When it was made, where the server stands."""
        made = datetime.strptime(self.name.partition("-")[0], _TIME).replace(tzinfo=UTC)
        return made.astimezone()

    @property
    def withdrawn(self) -> bool:
        """Whether somebody went back from it: what it shows is not published again unasked."""
        return (self.folder / _WITHDRAWN).exists()

    @cached_property
    def addresses(self) -> Mapping[str, frozenset[str]]:
        """Every address that had been published up to then, by concept, relative to it."""
        found = {}
        for file in sorted((self.folder / _ADDRESSES).glob("*.txt")):
            published, _ = parse_registry(PurePosixPath(file.name), file.read_text(encoding="utf-8"))
            found[file.stem] = frozenset(item.address for item in published)
        return found

    def mark_withdrawn(self, *, withdrawn: bool) -> None:
        """Remember, or forget, that somebody went back from it."""
        mark = self.folder / _WITHDRAWN
        if withdrawn:
            mark.touch()
        else:
            mark.unlink(missing_ok=True)

    def __str__(self) -> str:
        return f"Stand vom {self.when:%d.%m.%Y, %H:%M:%S} Uhr (Commit {self.short_commit})"


def short(commit: str) -> str:
    """The beginning of a commit's name, for people."""
    return commit[:_SHORT]


def releases(server: Server) -> list[Release]:
    """The releases, newest first."""
    found = []
    folders = server.releases.iterdir() if server.releases.is_dir() else ()
    for folder in sorted(folders, reverse=True):
        try:
            facts = Facts(**json.loads((folder / _FACTS).read_bytes()))
        except (OSError, ValueError, TypeError):
            continue
        found.append(Release(folder, facts))
    return found


def online(server: Server) -> Release | None:
    """The release that is online; None before the first."""
    site = Path(os.path.realpath(server.current))
    return next((release for release in releases(server) if release.site == site), None)


def published_addresses(server: Server) -> dict[str, frozenset[str]]:
    """Every address that was ever published, by concept. Each release knows those before it, too.

    What was online only until somebody went back from it does not count: it was a mistake, and must be mendable.
    """
    found: dict[str, frozenset[str]] = {}
    for release in releases(server):
        for concept, addresses in release.addresses.items():
            if concept not in server.settings.aufgegeben and not release.withdrawn:
                found[concept] = found.get(concept, frozenset()) | addresses
    return found


def describe(folder: Path, facts: Facts, addresses: Mapping[str, Iterable[str]]) -> None:
    """Write beside a finished site what the server knows of it, before it becomes a release.

    Args:
        folder: what will be the folder of the release.
        facts: what is known of it.
        addresses: every address that was ever published, with those of this site, by concept.
    """
    (folder / _ADDRESSES).mkdir()
    for concept, found in addresses.items():
        (folder / _ADDRESSES / f"{concept}.txt").write_text(registry_text(found), encoding="utf-8")
    (folder / _FACTS).write_text(json.dumps(asdict(facts), indent=2) + "\n", encoding="utf-8")


def add_release(server: Server, folder: Path, commit: str) -> Release:
    """Make a finished folder a release; it is not online yet.

    Args:
        server: the server.
        folder: the site and what is known of it, on the same file system.
        commit: what it was made of.
    """
    server.releases.mkdir(exist_ok=True)
    name = _next_name(server, commit)
    # Were the power to go between the two, a link could lead to files whose content never reached the disk.
    os.sync()
    os.rename(folder, server.releases / name)
    return next(release for release in releases(server) if release.name == name)


def _next_name(server: Server, commit: str) -> str:
    now = datetime.now(UTC).replace(microsecond=0)
    if newest := max((path.name for path in server.releases.iterdir()), default=""):
        # Names are in order even when the clock was set back, or two releases fall into one second.
        last = datetime.strptime(newest.partition("-")[0], _TIME).replace(tzinfo=UTC)
        now = max(now, last + timedelta(seconds=1))
    return f"{now:{_TIME}}-{short(commit)}"


def put_online(server: Server, release: Release) -> None:
    """Swap the link that the web server follows: a reader gets the old site or the new one, never half of each."""
    aside = server.root / f".{server.current.name}-{os.getpid()}"
    aside.unlink(missing_ok=True)
    try:
        aside.symlink_to(release.site.relative_to(server.root), target_is_directory=True)
        os.rename(aside, server.current)
    finally:
        aside.unlink(missing_ok=True)


def remove_old(server: Server) -> int:
    """Delete the oldest releases above the number that is kept; gives how many. What is online always stays."""
    now = online(server)
    old = [release for release in releases(server)[server.settings.behalten :] if release != now]
    for release in old:
        # Renamed first, so that a release is never there in parts.
        server.workshop.mkdir(exist_ok=True)
        aside = server.workshop / f"alt-{release.name}"
        os.rename(release.folder, aside)
        shutil.rmtree(aside, ignore_errors=True)
    return len(old)
