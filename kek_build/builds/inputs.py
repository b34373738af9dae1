# Everything that a site is made from, and a mark that changes whenever any of it does. Most builds follow one after
# which nothing changed, or little: those need not read thousands of files to know it. As in git, a file counts as
# unchanged when its size and the time of its last change are the same, unless it was changed so shortly before the mark
# was taken that a later change could bear the same time.
from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from kek_build.updating import Listing

_COARSE = 100_000_000
"""Nanoseconds within which two changes of a file may bear the same time; most file systems tell far less apart."""
_LEFT_OUT = {"__pycache__", ".cache", ".git", "node_modules"}


@dataclass(frozen=True)
class Inputs:
    """What a site is made from."""

    places: tuple[str, ...]
    """Files, and folders with all that is in them: looks, configuration, program; absolute. One that is not there
    counts, too."""
    text: str = ""
    """The folder of the content. Its history counts as well, where it stands in a git repository."""
    variables: tuple[str, ...] = ()
    """Variables of the environment that the configuration names."""
    by_day: bool = False
    """Whether the day matters: an official site is built only while its reports are young enough."""
    tags: tuple[str, ...] = ()
    """Tags of the repository that frozen editions stand at."""

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        """Those that `asdict` gave and a file kept."""
        places, variables, tags = (tuple(told[name]) for name in ("places", "variables", "tags"))
        return cls(places, str(told["text"]), variables, bool(told["by_day"]), tags)

    def facts(self) -> str:
        """A mark of what is no file: versions, variables, day, where tags stand."""
        told = [sys.version, *_packages(), *(f"{name}={os.environ.get(name)}" for name in self.variables)]
        told.append(f"{datetime.now(UTC):%Y-%m-%d}" if self.by_day else "")
        told += (f"{tag}={self._commit(f'refs/tags/{tag}^{{commit}}')}" for tag in self.tags)
        return _digest(told)

    def commit(self) -> str:
        """The commit that the content stands at; nothing where there is none."""
        return self._commit("HEAD")

    def _commit(self, name: str) -> str:
        try:
            command = ["git", "-C", self.text, "rev-parse", "--verify", "--quiet", "--end-of-options", name]
            return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
        except OSError:
            return ""

    def stamp(self) -> tuple[str, bool]:
        """A mark of the files by size and time of change, and whether that can be relied on."""
        begin, newest = time.time_ns(), 0
        told = []
        for path, status in _files((*self.places, self.text)):
            told.append(f"{path} {status.st_size} {status.st_mtime_ns}" if status else path)
            newest = max(newest, status.st_mtime_ns if status else 0)
        return _digest(told), newest < begin - _COARSE

    def looks(self) -> str:
        """A mark of all files but the content, by what they hold."""
        return _marked(self.places)

    def content(self) -> str:
        """A mark of the content, by what its files hold."""
        return _marked([self.text])


def stamp_of(site: Listing) -> str:
    """A mark of a finished site, by names, sizes and times of change of its files."""
    return _digest(f"{name} {size} {time}" for name, (size, time) in sorted(site.items()))


def _files(places: Iterable[str]) -> Iterator[tuple[str, os.stat_result | None]]:
    """All files in some places, in a fixed order; a place that is not there with None."""
    for place in places:
        try:
            if os.path.isdir(place):  # noqa: PTH112  (there are thousands)
                yield from _inside(place)
            else:
                yield place, os.stat(place)  # noqa: PTH116
        except FileNotFoundError:
            yield place, None


def _inside(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name in _LEFT_OUT:
            continue
        if entry.is_dir():
            yield from _inside(entry.path)
        else:
            yield entry.path, entry.stat()


def _hash(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return hashlib.sha256(file.read()).hexdigest()


def _packages() -> list[str]:
    """The installed packages, each with its version in its name."""
    folder = sysconfig.get_path("purelib")
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    except OSError:
        return []


def _marked(places: Iterable[str]) -> str:
    return _digest(f"{path} {_hash(path) if status else ''}" for path, status in _files(places))


def _digest(lines: Iterable[str]) -> str:
    found = hashlib.sha256()
    for line in lines:
        found.update(line.encode(errors="surrogateescape") + b"\0")
    return found.hexdigest()
