# Writes what the search fetches: named after its content, so that a browser may keep it for ever, and so that a build
# knows which files the site has already.
from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cbor2

from kek_build.updating import View

BUNDLE = "pagefind"
"""Pagefind's program and the pieces of its index."""
FOLDER = "kek/suche"
"""All else."""
ENTRY = f"{FOLDER}/index.json"
"""The one file whose name stays: it names all others."""
_INDEX = f"{BUNDLE}/index"
_PIECES = f"{FOLDER}/teile"
_HITS = f"{FOLDER}/treffer"
_SIGNATURE = b"pagefind_dcd"
_DIGITS = 10


def as_json(value: object) -> bytes:
    """A value as it stands in a file."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    """What a file is named after."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


class Writer:
    """Writes into a site."""

    def __init__(self, view: View) -> None:
        """Make the folders.

        Args:
            view: the site; files of the old one that would be written again stay.
        """
        self._view = view
        self.site = view.new
        for folder in (_INDEX, _PIECES, _HITS):
            (self.site / folder).mkdir(parents=True, exist_ok=True)

    def entry(self, value: object) -> None:
        """Write the file that names all others."""
        (self.site / ENTRY).write_bytes(as_json(value))

    def piece(self, value: object) -> str:
        """Write a piece; gives its name."""
        data = as_json(value)
        name = digest(data)
        if not self._view.keep(path := f"{_PIECES}/{name}.json"):
            (self.site / path).write_bytes(data)
        return name

    def hits(self, blocks: Sequence[bytes], first: int) -> str:
        """Write what hits show, in blocks; gives the name that they share.

        Args:
            blocks: some that follow each other.
            first: the number of the first.
        """
        name = digest(b"\n".join(blocks))
        for number, block in enumerate(blocks, first):
            if not self._view.keep(path := f"{_HITS}/{name}-{number}.json"):
                (self.site / path).write_bytes(block)
        return name

    def index(self, terms: list[bytes]) -> str:
        """Write a piece of Pagefind's index; gives its name."""
        data = _SIGNATURE + cbor_list(terms)
        name = digest(data)
        if not self._view.keep(path := f"{_INDEX}/{name}.pf_index"):
            (self.site / path).write_bytes(gzip.compress(data, 6, mtime=0))
        return name


def cbor_list(items: list[bytes]) -> bytes:
    """A list of a list of items that are CBOR already."""
    head = bytearray(cbor2.dumps(len(items)))
    head[0] |= 0x80
    return b"\x81" + bytes(head) + b"".join(items)


def read_index(path: Path) -> list[Any]:
    """The terms of a piece of Pagefind's index."""
    return read_index_bytes(path.read_bytes())


def read_index_bytes(packed: bytes) -> list[Any]:
    """The same from its content."""
    terms: list[Any] = cbor2.loads(gzip.decompress(packed)[len(_SIGNATURE) :])[0]
    return terms


def read_json(path: Path) -> Any:
    """What another file holds."""
    return json.loads(path.read_bytes())
