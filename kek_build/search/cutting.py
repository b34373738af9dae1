# Cuts long sorted lists (terms, words, names, numbers) into pieces that are fetched one by one, and into tables that
# say which piece holds what. What begins alike stands in one piece as long as that stays small, so that a beginning is
# looked up in one place.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Cut:
    """How pieces are cut."""

    enough: int
    """Bytes of a piece to which no more beginnings are added."""
    most: int
    """Bytes of what begins alike, above which longer beginnings part it."""
    letters: int
    """How long a beginning is that stays together."""


def pieces(
    items: Iterable[T], key: Callable[[T], str], size: Callable[[T], int], cut: Cut
) -> Iterator[tuple[str, list[T]]]:
    """Items in pieces.

    Args:
        items: sorted by their key.
        key: what an item begins with.
        size: its bytes.
        cut: how they are cut.

    Yields:
        Each piece with the beginning of its first item.
    """
    begin, piece, filled = "", list[T](), 0
    for beginning, together in _alike(items, key, size, cut, cut.letters):
        bytes_more = sum(map(size, together))
        if piece and filled + bytes_more > cut.enough:
            yield begin, piece
            piece, filled = [], 0
        if not piece:
            begin = beginning
        piece += together
        filled += bytes_more
    if piece:
        yield begin, piece


def _alike(
    items: Iterable[T], key: Callable[[T], str], size: Callable[[T], int], cut: Cut, letters: int
) -> Iterator[tuple[str, list[T]]]:
    for beginning, found in groupby(items, key=lambda item: key(item)[:letters]):
        together = list(found)
        if sum(map(size, together)) > cut.most and key(together[0]) != key(together[-1]):
            yield from _alike(together, key, size, cut, letters + 1)
        else:
            yield beginning, together


def tables(rows: Sequence[tuple[str, str]], lines: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The lines of a table in tables of their own, each with the beginning of its first line.

    Args:
        rows: where each piece begins, and its name.
        lines: how many lines one holds.
    """
    for start in range(0, len(rows), lines):
        part = list(rows[start : start + lines])
        yield part[0][0], part
