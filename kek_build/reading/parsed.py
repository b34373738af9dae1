# Remembers what YAML texts hold, for the next build: to read one strictly takes ten times as long as to look it up, and
# nearly all are the same as before. A text is known by its hash and by the program that read it, so a new program knows
# none. Only plain data is kept, and only of texts with nothing wrong in them: models are made of it and checked as
# ever, and whoever needs to know where something stands reads the text again.
from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path, PurePosixPath

import yaml

from kek_build.errors import Problem
from kek_build.publish import writing
from kek_build.reading.strict_yaml import Document, Node, read

_SIZE = 16
"""Bytes of a hash; a line of the file begins with two in hexadecimal, that of the text and one of all the rest."""
_HEX = 2 * _SIZE


class Parsed:
    """What texts held at the last build, and what they hold now."""

    def __init__(self, file: Path | None = None) -> None:
        """Look into the file that keeps it, which need not be there; without one nothing is kept."""
        self._file = file
        self._before = dict(_lines(file)) if file else {}
        self._now: dict[bytes, bytes] = {}

    def read(self, text: str, name: PurePosixPath, first_line: int = 1) -> Document | list[Problem]:
        """As `strict_yaml.read`."""
        if self._file is None:
            return read(text, name, first_line)
        key = _hash(_program(), text.encode())
        line = self._before.get(key, b"")
        if line == _line(key, line[2 * _HEX :]):
            self._now[key] = line
            return Document(name, json.loads(line[2 * _HEX :]), lambda: _places(text, name, first_line))
        document = read(text, name, first_line)
        if isinstance(document, Document) and not document.problems:
            data = json.dumps(document.data, ensure_ascii=False, separators=(",", ":"))
            self._now[key] = _line(key, data.encode())
        return document

    def save(self) -> None:
        """Keep what was read, and nothing else, for the next build; from now on nothing is remembered."""
        if self._file and self._now.keys() != self._before.keys():
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                with writing(self._file) as file:
                    file.writelines(line + b"\n" for line in self._now.values())
        self._file, self._before, self._now = None, {}, {}


def _lines(file: Path) -> Iterator[tuple[bytes, bytes]]:
    """The lines of a file, by what they begin with; whether one is whole is seen when it is needed."""
    try:
        for line in file.read_bytes().splitlines():
            yield line[:_HEX], line
    except OSError:
        return


def _line(key: bytes, data: bytes) -> bytes:
    return b"".join((key, _hash(key, data), data))


def _hash(*parts: bytes) -> bytes:
    found = blake2b(digest_size=_SIZE)
    for part in parts:
        found.update(part)
    return found.hexdigest().encode()


def _places(text: str, name: PurePosixPath, first_line: int) -> Node:
    """Where everything stands in a text that was read before without a problem."""
    document = read(text, name, first_line)
    assert isinstance(document, Document)
    return document.root


@cache
def _program() -> bytes:
    """What reads: this package, the YAML library, Python."""
    sources = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return _hash(sources, f"{yaml.__version__} {sys.version}".encode())
