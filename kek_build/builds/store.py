# Keeps what was made for the next build: pictures, workbooks, documents. All of it stands in one file, which may be
# deleted at any time; thousands of small files take longer to write than their pictures to draw. Each item is looked up
# by a key, which names all that it was made from and the program that makes it; one that is not whole is noticed and
# made again; what a build did not need goes when it fills a quarter of the file.
from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_NAME = "alles"
_DIGEST = hashlib.sha256().digest_size
_HEAD = 2 * _DIGEST + 8
"""Before each item stand its name, its checksum and its length."""
_SPARE = 4
"""One byte in so many may belong to what nobody asked for."""


class Store:
    """What is kept of one site; other sites keep theirs elsewhere, so that none clears away what another needs."""

    def __init__(self, folder: Path) -> None:
        """Look into a folder, which need not be there yet."""
        self.folder = folder
        self._path = folder / _NAME
        self._used: set[bytes] = set()
        self._look()

    def _look(self) -> None:
        self._places = dict(_items(self._path))
        self._end = max((end for _, end in self._places.values()), default=0)

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, if it is there and whole."""
        name = _name(key)
        self._used.add(name)
        item = self._item(name)
        content = item[_HEAD:]
        return content if item == _packed(name, content) else None

    def _item(self, name: bytes) -> bytes:
        """An item as it stands in the file; empty where there is none."""
        if name not in self._places:
            return b""
        begin, end = self._places[name]
        try:
            with self._path.open("rb", buffering=0) as file:
                return os.pread(file.fileno(), end - begin, begin)
        except OSError:
            return b""

    def put(self, key: str, content: bytes) -> None:
        """Keep something. Where the folder cannot be written, nothing is kept and nothing is lost."""
        name = _name(key)
        item = _packed(name, content)
        try:
            if not self._places:
                self.folder.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab", buffering=0) as file:
                if file.tell() != self._end:  # another build has written here, or was killed while it did
                    self._look()
                    file.truncate(self._end)
                file.write(item)
        except OSError:
            return
        self._places[name] = self._end, self._end + len(item)
        self._end += len(item)

    def keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, or else made now and kept."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def tidy(self) -> None:
        """Remove what was not asked for, where it is much, and whatever else is in the folder."""
        used = {name: place for name, place in self._places.items() if name in self._used}
        needed = sum(end - begin for begin, end in used.values())
        try:
            if needed < self._end - self._end // _SPARE:
                self._write(used)
            for path in self.folder.iterdir():
                if path != self._path:
                    path.unlink(missing_ok=True)
        except OSError:
            return

    def _write(self, names: Iterable[bytes]) -> None:
        """Write the file anew, aside, with some of what it holds."""
        aside = self.folder / f".{_NAME}-{os.getpid()}"
        with aside.open("wb") as file:
            file.writelines(map(self._item, names))
        aside.replace(self._path)
        self._look()


def _items(path: Path) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """The whole items of a file: the name of each, where it begins and where it ends."""
    try:
        with path.open("rb", buffering=0) as file:
            size, begin = os.fstat(file.fileno()).st_size, 0
            while begin + _HEAD <= size:
                head = os.pread(file.fileno(), _HEAD, begin)
                end = begin + _HEAD + int.from_bytes(head[2 * _DIGEST :])
                if end > size:
                    return
                yield head[:_DIGEST], (begin, end)
                begin = end
    except OSError:
        return


def _packed(name: bytes, content: bytes) -> bytes:
    return b"".join((name, hashlib.sha256(content).digest(), len(content).to_bytes(8), content))


def _name(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
