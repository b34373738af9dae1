# Where each term stands, in Pagefind's own format (CBOR), so that its program in the browser ranks what is found.
# Pagefind could write it itself, but took five times as long, and its files could neither be put together from several
# sites nor be kept small: it names every place of a word, which only its own excerpts need.
#
# A record is known by its number. Numbers rise with the concept, the kind and the length of a record (see `numbering`),
# so all that ranking and filters need follows from a number.
from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_PLACES = 58
"""Places of terms, each written with two bytes: Pagefind takes words at one place for one word."""
_BITS = 9
"""Of a number, how a record holds a term; the others are the number of the term."""
_HOLDS = _PLACES << _BITS
"""Numbers that differ in more than how often and at which place."""
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


class Terms:
    """All terms of a site, each with a number, of which its place follows: the remainder by `_PLACES`.

    How a record holds a term is one number, too: the term, how often as a word, how often as a part of one, in its
    title. So a record is some forty numbers, which a build may keep for the next one.
    """

    def __init__(self, terms: Iterable[str] = (), numbers: Iterable[int] = ()) -> None:
        """Begin with those that are known, and their numbers."""
        self._numbers = dict(zip(terms, numbers, strict=True))
        self._free = list(range(_PLACES))
        """The next number of each place."""
        for number_ in self._numbers.values():
            self._free[number_ % _PLACES] = max(self._free[number_ % _PLACES], number_ + _PLACES)

    def numbers(self) -> Mapping[str, int]:
        """All of them."""
        return self._numbers

    def read(self, content: str, title: str) -> array[int]:
        """How a record holds its terms.

        Args:
            content: all it is found by.
            title: what it is called, which its content holds, too.
        """
        whole, parts = counts(content)
        titled = terms_of(title)
        numbers, found = self._numbers, []
        for term in whole.keys() | parts.keys():
            number_ = numbers.get(term)
            if number_ is None:
                number_ = self._number(term)
            often, as_part = min(whole.get(term, 0), _MOST_OFTEN), min(parts.get(term, 0), _MOST_OFTEN)
            found.append(number_ << _BITS | often << 5 | as_part << 1 | (term in titled))
        return array("I", found)

    def _number(self, term: str) -> int:
        place = zlib.crc32(term.encode()) % _PLACES
        found = self._numbers[term] = self._free[place]
        self._free[place] += _PLACES
        return found

    def encoded(self, records: Iterable[array[int]]) -> Iterator[tuple[str, bytes]]:
        """Each term with what Pagefind needs of it, in the order of Pagefind.

        Args:
            records: how each record holds its terms, in the order of their numbers.
        """
        lists = [bytearray() for _ in range(max(self._free))]
        """The records that hold each term, each as the distance to the one before, and how it holds the term."""
        last, count = (array("I", bytes(4 * len(lists))) for _ in range(2))
        distances, held = _Distances(), _Held()
        for record, holds in enumerate(records):
            for hold in holds:
                term = hold >> _BITS
                lists[term] += distances[record - last[term]] + held[hold % _HOLDS]
                last[term] = record
                count[term] += 1
        for word, term in sorted(self._numbers.items()):
            if count[term]:
                yield word, entry(word, count[term], lists[term])


class _Distances(dict[int, bytes]):
    """How a record begins that is so far from the one before."""

    def __missing__(self, distance: int) -> bytes:
        begin = self[distance] = b"\x83" + number(distance)
        return begin


class _Held(dict[int, bytes]):
    """How a record holds a term, as it is written."""

    def __missing__(self, hold: int) -> bytes:
        found = self[hold] = _held(24 + (hold >> _BITS) * 4, hold >> 5 & 15, hold >> 1 & 15, titled=bool(hold & 1))
        return found


def _held(place: int, whole: int, parts: int, *, titled: bool) -> bytes:
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


def entry(term: str, count: int, pages: bytes | bytearray) -> bytes:
    """A term as it stands in a piece of the index.

    Args:
        term: the term.
        count: how many records hold it.
        pages: those records, one after the other.
    """
    if count > MOST:
        count, pages = MOST, _best(length(count) + pages)
    return b"\x83" + cbor2.dumps(term) + length(count) + pages + b"\x80"


def length(count: int) -> bytes:
    """The head of a list of so many in CBOR."""
    head = bytearray(number(count))
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
