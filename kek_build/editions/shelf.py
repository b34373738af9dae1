# Values that are made once and then taken out one by one: the pages of a frozen edition, thousands of them, of which a
# build needs none or a few. They lie in one file, each packed by itself, behind them where each lies.
from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from kek_build.editions.kept import program
from kek_build.publish import writing

_NUMBER = 8
"""Bytes that say where the list of places begins."""


@dataclass(frozen=True)
class Shelf:
    """Values by their names."""

    file: Path | None
    places: Mapping[str, tuple[int, int]]
    """Where each lies in the file, and how long it is."""
    held: Mapping[str, Any]
    """The values themselves, where there is no file."""

    @classmethod
    def open(cls, file: Path | None, mark: str) -> Self | None:
        """The shelf in a file; None where there is none, or one that was made from something else."""
        if file is None:
            return None
        try:
            with file.open("rb") as stream:
                stream.seek(-_NUMBER, 2)
                end = stream.tell()
                begin = int.from_bytes(stream.read(_NUMBER), "big")
                stream.seek(begin)
                code, held, places = pickle.loads(stream.read(end - begin))  # noqa: S301  (written by this program)
        except Exception:  # noqa: BLE001  (whatever is wrong with it, everything is made anew)
            return None
        return cls(file, places, {}) if (code, held) == (program(), mark) else None

    @classmethod
    def make(cls, file: Path | None, mark: str, items: Iterable[tuple[str, Any]]) -> Self:
        """Put values on a new shelf; where its file cannot be written, they are held."""
        made = iter(items)
        seen: dict[str, Any] = {}
        places: dict[str, tuple[int, int]] = {}
        if file is None:
            return cls(None, {}, dict(made))
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with writing(file) as stream:
                for name, value in made:
                    packed = zlib.compress(pickle.dumps(value, protocol=5), 1)
                    seen[name] = packed
                    places[name] = stream.tell(), len(packed)
                    stream.write(packed)
                begin = stream.tell()
                stream.write(pickle.dumps((program(), mark, places), protocol=5))
                stream.write(begin.to_bytes(_NUMBER, "big"))
        except OSError:
            return cls(None, {}, {name: _unpacked(packed) for name, packed in seen.items()} | dict(made))
        return cls(file, places, {})

    def get(self, name: str) -> Any:
        """A value.

        Raises:
            KeyError: there is none of that name.
        """
        if self.file is None:
            return self.held[name]
        begin, length = self.places[name]
        with self.file.open("rb") as stream:
            stream.seek(begin)
            return _unpacked(stream.read(length))


def _unpacked(packed: bytes) -> Any:
    return pickle.loads(zlib.decompress(packed))  # noqa: S301  (written by this program)
