# Remembers a finished build: what it was made from, and how the site stood afterwards. It is written only when the site
# stands in its place, so whatever interrupts a build, the next one finds that something is different and builds.
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Self

from kek_build.builds.inputs import Inputs, stamp_of
from kek_build.publish import write
from kek_build.updating import Listing, list_files

_FORMAT = 3
"""Counted up when the file of a memory means something else than before."""
_FOLDER = Path(".cache", "bau")
"""Where memories stand, in the folder of a project."""
_DEEP = 3
"""How many folders a configuration may stand below its project."""


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to be built; every such wish has a memory of its own, but for the day.

    A site that was measured on another day is not current; most of it stays all the same.
    """

    configuration: Path
    target: Path | None = None
    """Where the site goes; None for where the configuration says."""
    documents: bool = True
    """Whether PDF files are wanted."""
    day: date | None = None
    """The day on which is measured, when one is named for this build."""

    def is_current(self) -> bool:
        """Whether the site is there, and is what a build would make now."""
        for file in self._files():
            with suppress(OSError, ValueError, KeyError, TypeError):
                known = _Known.read(file)
                return known.day == self._day and known.holds(file)
        return False

    def standing(self, begun: Begun, site: Path) -> Listing | None:
        """The files of the site, when it stands as the last build left it and nothing but the content changed since.

        Args:
            begun: how everything is now.
            site: the folder of the site.
        """
        for file in self._files():
            with suppress(OSError, ValueError, KeyError, TypeError):
                known = _Known.read(file)
                was = (known.begun.inputs, known.begun.facts, known.begun.looks, known.site)
                if was == (begun.inputs, begun.facts, begun.looks, str(site)):
                    files = list_files(site)
                    return files if stamp_of(files) == known.site_stamp else None
        return None

    def pieces(self, project: Path) -> Path:
        """The file that keeps the pieces of the last build."""
        return (project / _FOLDER / self._name).with_suffix(".teile")

    def remember(self, project: Path, begun: Begun, site: Path, files: Listing | None = None) -> None:
        """Remember a build that stands in its place now.

        Args:
            project: the folder of the project; where it cannot be written, the next build just does all of its work.
            begun: how everything was before anything was read.
            site: the folder of the site.
            files: its files, where somebody has looked already.
        """
        known = _Known(begun, str(site), stamp_of(list_files(site) if files is None else files), self._day)
        with suppress(OSError):
            (project / _FOLDER).mkdir(parents=True, exist_ok=True)
            known.write(project / _FOLDER / self._name)

    @property
    def _day(self) -> str:
        return self.day.isoformat() if self.day else ""

    @property
    def _name(self) -> str:
        target = self.target.resolve() if self.target else ""
        told = f"{self.configuration.resolve()}\n{target}\n{self.documents}"
        return f"{self.configuration.stem}-{hashlib.sha256(told.encode()).hexdigest()[:16]}.json"

    def _files(self) -> Iterator[Path]:
        """Where its memory may stand: the configuration is not read yet, and only it tells where the project begins."""
        for folder in self.configuration.resolve().parents[:_DEEP]:
            if (file := folder / _FOLDER / self._name).exists():
                yield file


@dataclass(frozen=True)
class Begun:
    """How everything that a site is made from was before a build began to read."""

    inputs: Inputs
    facts: str
    commit: str
    stamp: str
    reliable: bool
    looks: str
    content: str

    @classmethod
    def now(cls, inputs: Inputs) -> Self:
        """Look at it."""
        stamp, reliable = inputs.stamp()  # first: what is changed after it is found by the next build
        return cls(inputs, inputs.facts(), inputs.commit(), stamp, reliable, inputs.looks(), inputs.content())


@dataclass(frozen=True)
class _Known:
    """A memory."""

    begun: Begun
    site: str
    site_stamp: str
    day: str
    """The day that was named for the build; empty where none was."""

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read a memory; any error means that there is none."""
        found: dict[str, Any] = json.loads(file.read_bytes())
        if found.pop("format") != _FORMAT:
            raise ValueError
        begun = found.pop("begun")
        return cls(Begun(**{**begun, "inputs": Inputs.read(begun["inputs"])}), **found)

    def write(self, file: Path) -> None:
        write(file, json.dumps({"format": _FORMAT, **asdict(self)}).encode())

    def holds(self, file: Path) -> bool:
        """Whether nothing changed since; `file` is where the memory stands."""
        inputs, begun = self.begun.inputs, self.begun
        if (begun.facts, begun.commit) != (inputs.facts(), inputs.commit()):
            return False
        stamp, reliable = inputs.stamp()
        same = stamp == begun.stamp and begun.reliable
        if not same and (inputs.looks(), inputs.content()) != (begun.looks, begun.content):
            return False
        if self.site_stamp != stamp_of(list_files(Path(self.site))):  # last: a site has the most files by far
            return False
        if not same:
            with suppress(OSError):  # the files are other ones with the same content, as after `git clone`
                replace(self, begun=replace(begun, stamp=stamp, reliable=reliable)).write(file)
        return True
