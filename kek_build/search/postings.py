# Where each term stands, in Pagefind's own format (CBOR), so that its program in the browser ranks what is found.
# Pagefind could write it itself, but took five times as long, and its files could neither be put together from several
# sites nor be kept small: it names every place of a word, which only its own excerpts need.
#
# A record is known by its number. Numbers rise with the concept, the kind and the length of a record (see `numbering`),
# so all that ranking and filters need follows from a number.
from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import cbor2

from kek_build.search.terms import counts, terms_of

_WHOLE = b"\x38\x18"
"""-25 in CBOR: what follows are places of whole words (Pagefind's weight 24)."""
_PART = b"\x2c"
"""-13: places of parts of words (weight 12)."""
_IN_TITLE = b"\x82\x20\x00"
"""Found in the title, too: a list of the first field of a record and a place in it."""
_NOT_IN_TITLE = b"\x80"
_MOST_OFTEN = 12
"""More often than that in one record changes nothing."""
MOST = 4_000
"""Records that one term finds at most: those that have it in the title, or most often. A term that stands in more of
them says too little to be worth the kilobytes that its list would cost every search for it."""


def number(value: int) -> bytes:
    """A number in CBOR, from 0."""
    if value < 24:
        return bytes((value,))
    if value < 256:
        return bytes((0x18, value))
    if value < 65_536:
        return bytes((0x19, value >> 8, value & 255))
    return b"\x1a" + value.to_bytes(4, "big")


@dataclass(slots=True)
class _List:
    """The records that hold a term, each as the distance to the one before, and how it holds the term."""

    first: int
    head: bytes
    """How the first record holds it."""
    last: int
    count: int = 1
    rest: bytearray = field(default_factory=bytearray)


class Postings:
    """The records that hold each term."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lists: dict[str, _List] = {}

    def add(self, record: int, content: str, title: str) -> None:
        """Take a record.

        Args:
            record: its number; each is higher than the one before.
            content: all it is found by.
            title: what it is called, which its content holds, too.
        """
        whole, parts = counts(content)
        titled = terms_of(title)
        for term in whole.keys() | parts.keys():
            held = _held(_place(term), whole.get(term, 0), parts.get(term, 0), term in titled)
            known = self._lists.get(term)
            if known is None:
                self._lists[term] = _List(record, held, record)
                continue
            known.rest += b"\x83"
            known.rest += number(record - known.last)
            known.rest += held
            known.last = record
            known.count += 1

    def encoded(self) -> Iterator[tuple[str, bytes]]:
        """Each term with what Pagefind needs of it, in the order of Pagefind."""
        for term in sorted(self._lists):
            known = self._lists[term]
            pages = b"\x83" + number(known.first) + known.head + bytes(known.rest)
            yield term, entry(term, known.count, pages)


@cache
def _place(term: str) -> int:
    """A place of its own for each term: Pagefind takes words at one place for one word."""
    return 24 + zlib.crc32(term.encode()) % 58 * 4


@cache
def _held(place: int, whole: int, parts: int, titled: bool) -> bytes:
    whole, parts = min(whole, _MOST_OFTEN), min(parts, _MOST_OFTEN)
    places = (
        bytearray((0x80 + whole + parts + bool(whole) + bool(parts),)) if whole + parts < 20 else _long(whole, parts)
    )
    step = bytes((0x18, place))
    for mark, often in ((_WHOLE, whole), (_PART, parts)):
        if often:
            places += mark + step + b"\x01" * (often - 1)
            step = b"\x01"
    return bytes(places) + (_IN_TITLE if titled else _NOT_IN_TITLE)


def _long(whole: int, parts: int) -> bytearray:
    """The head of a list of more than 23."""
    return bytearray((0x98, whole + parts + bool(whole) + bool(parts)))


def entry(term: str, count: int, pages: bytes) -> bytes:
    """A term as it stands in a piece of the index.

    Args:
        term: the term.
        count: how many records hold it.
        pages: those records, one after the other.
    """
    if count > MOST:
        count, pages = MOST, _best(array(count) + pages)
    return b"\x83" + cbor2.dumps(term) + array(count) + pages + b"\x80"


def array(length: int) -> bytes:
    """The head of a list of so many in CBOR."""
    head = bytearray(number(length))
    head[0] |= 0x80
    return bytes(head)


def _best(pages: bytes) -> bytes:
    """The records that hold a term best, in their order."""
    held = list(absolute(cbor2.loads(pages)))
    best = sorted(range(len(held)), key=lambda at: (not held[at][2], -len(held[at][1]), at))[:MOST]
    return b"".join(relative([held[at] for at in sorted(best)], 0))


def absolute(pages: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Any, Any]]:
    """The numbers of the records that hold a term, with how they hold it."""
    record = 0
    for distance, places, titles in pages:
        record += distance
        yield record, places, titles


def relative(held: Iterable[tuple[int, Any, Any]], before: int) -> Iterator[bytes]:
    """The same as it is written, after a record."""
    for record, places, titles in held:
        yield b"\x83" + number(record - before) + cbor2.dumps(places) + cbor2.dumps(titles)
        before = record
