# What of the data need not be made again. Of each file, and of each part of a large one, it is known what it was made
# from; as long as that is the same, only what is told of it is looked up: how long it is, and its checksum. What is in
# it is kept by that checksum, and read when another file is put together from it.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import TypeVar

from kek_build.builds import Units
from kek_build.builds.store import Store
from kek_build.data.program import made_with
from kek_build.outputs import Output
from kek_build.tracing import Memo, note_all, noting

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """What is told of a file without a look into it."""

    length: int
    """In bytes."""
    checksum: str
    """SHA-256, in hexadecimal digits."""


def told_of(pieces: Iterable[bytes]) -> Told:
    """What is told of a file that consists of some pieces."""
    checksum, length = sha256(), 0
    for piece in pieces:
        checksum.update(piece)
        length += len(piece)
    return Told(length, checksum.hexdigest())


@dataclass(frozen=True)
class Part:
    """A file, or a part of one."""

    told: Told
    stays: bool
    """Whether it is as the last build left it."""
    read: Callable[[], bytes]
    """Gives what is in it."""


@dataclass
class Keeper:
    """Gives what is kept of earlier builds, or makes it."""

    store: Store | None = None
    """Where it is kept; by default nowhere but here."""
    units: Units | None = None
    """What the last build made, where that is remembered."""
    _here: dict[str, bytes] = field(default_factory=dict)
    _parts: Memo[str, Part] = field(default_factory=Memo)

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is the same as long as its key and the program are."""
        key = f"{made_with()} {key}"
        if self.store:
            return self.store.keep(key, make)
        if key not in self._here:
            self._here[key] = make()
        return self._here[key]

    def known(self, key: str, make: Callable[[], T], path: str = "") -> tuple[T, bool]:
        """What is known of a part, and whether it is as it was; it is made where it would be another now.

        Args:
            key: its name.
            make: makes it and gives what is to be known of it; nothing where there is no such part.
            path: the file that it is, if it is one.
        """
        units = self.units
        if units is None or units.answers is None:
            return make(), False
        if piece := units.keep(key):
            note_all(units.questions(piece))  # whoever wants to know it asks for all that it was made from
            found: T = piece.told
            return found, True
        with noting() as asked:
            known = make()
        units.add(key, asked, [path] if path and known is not None else (), known)
        return known, False

    def part(self, key: str, make: Callable[[], bytes], path: str = "") -> Part:
        """A part that is kept whole; arguments as for `known`."""
        return self._parts.get(key, lambda: self._part(key, make, path))

    def _part(self, key: str, make: Callable[[], bytes], path: str) -> Part:
        def tell() -> Told:
            content = make()
            told = told_of([content])
            self.kept(told.checksum, lambda: content)
            return told

        told, stays = self.known(key, tell, path)
        return Part(told, stays, partial(self.kept, told.checksum, make))

    def outputs(self, key: str, make: Callable[[], Iterable[Output]]) -> Iterator[Output]:
        """Files that are written as soon as they are made; none where those of the last build stay."""
        units = self.units
        yield from make() if units is None or units.answers is None else units.make(key, make)

    def tidy(self) -> None:
        """Forget what this build did not ask for; all files must be made before."""
        if self.store:
            self.store.tidy()
