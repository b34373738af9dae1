# Keeps drawn pictures for the next build, in a folder that may be deleted at any time. A picture is looked up by what
# it shows, the code and the font; a file that is not whole is noticed and drawn again; what a build did not need goes.
from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import PIL

from kek_build.pictures.lettering import FONT


@dataclass(frozen=True)
class Store:
    """The pictures of one site; other sites keep theirs elsewhere, so that none clears away what another needs."""

    folder: Path
    _used: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        """A picture, if it is there and whole."""
        name = _name(key)
        self._used.add(name)
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        size = hashlib.sha256().digest_size
        return data[size:] if hashlib.sha256(data[size:]).digest() == data[:size] else None

    def put(self, key: str, picture: bytes) -> None:
        """Keep a picture. Where the folder cannot be written, nothing is kept and nothing is lost."""
        name = _name(key)
        aside = self.folder / f".{name}-{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(hashlib.sha256(picture).digest() + picture)
            aside.replace(self.folder / name)
        except OSError:
            return

    def keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, or else made now and kept."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def tidy(self) -> None:
        """Remove what was not asked for, and what a build that was killed left half-written."""
        try:
            found: Iterable[Path] = list(self.folder.iterdir())
        except OSError:
            return
        for path in found:
            if path.name not in self._used:
                try:
                    path.unlink(missing_ok=True)
                except OSError:
                    continue


def _name(key: str) -> str:
    return hashlib.sha256(_drawn_with() + key.encode()).hexdigest()


@cache
def _drawn_with() -> bytes:
    """Everything besides its content that makes a picture: the code that draws, the font, the version of Pillow."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), FONT]
    return hashlib.sha256(PIL.__version__.encode() + b"".join(path.read_bytes() for path in files)).digest()
