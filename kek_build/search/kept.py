# What a build keeps of each record for the next one, in which nearly all are the same: its tokens, what was added to
# it, and how it holds its terms. A record that is the same needs not be read again; only what depends on the words of
# all others is looked at anew.
from __future__ import annotations

import hashlib
import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kek_build.models import Synonyme
from kek_build.search.postings import Terms
from kek_build.search.records import SearchRecord
from kek_build.search.tokens import Tokens
from kek_build.search.words import Compounds, Words, words_of

_FORMAT = 1
"""Counted up when what is kept means something else than before."""


@dataclass(slots=True)
class Read:
    """What is kept of a record."""

    tokens: array[int] = field(default_factory=lambda: array("I"))
    """The numbers of its tokens."""
    added: str | None = None
    """What finds it besides its own words; None where that is not known."""
    holds: array[int] | None = None
    """How it holds its terms; None where it was not read for them."""


class Kept:
    """What is kept of a search."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.tokens, self.terms = Tokens(), Terms()
        self._before: dict[bytes, Read] = {}
        self._now: dict[bytes, Read] = {}
        self._compounds: Compounds | None = None
        self._anew = 0
        """Records read since everything was: their tokens and terms stay numbered when they change again."""

    @classmethod
    def of(cls, packed: bytes | None) -> Kept:
        """What `packed` gave; nothing where it gave nothing or is broken."""
        found = cls()
        if packed:
            try:
                found._unpack(packed)
            except Exception:  # noqa: BLE001  (whatever is wrong with it, everything is read anew)
                return cls()
        return found

    def read(self, record: SearchRecord, mark: bytes) -> Read:
        """What is kept of a record, with its tokens read.

        Args:
            record: any record.
            mark: what its additions depend on besides, see `mark_of`.
        """
        told = f"{record.kind}\0{record.title}\0{record.text}\0{record.around}"
        key = hashlib.blake2b(told.encode(), key=mark, digest_size=16).digest()
        found = self._now.get(key) or self._before.get(key)
        if found is None:
            found = Read(self.tokens.read(record.words))
            self._anew += 1
        self._now[key] = found
        return found

    def words(self, read: Iterable[Read]) -> Words:
        """The words of all records; what was added to those forgets who holds one that falls otherwise than before."""
        used: set[int] = set().union(*(one.tokens for one in read))
        tokens = {number: token for number, token in enumerate(self.tokens) if number in used}
        words = Words(tokens.values(), self._compounds)
        if self._compounds is not None and words.otherwise:
            stale = {number for number, token in tokens.items() if not words.otherwise.isdisjoint(words_of(token))}
            for one in self._now.values():
                if one.added is not None and not stale.isdisjoint(one.tokens):
                    one.added = None
        self._compounds = words.compounds()
        return words

    def packed(self) -> bytes:
        """All of it in one piece, for `of`; nothing where much of it is no longer needed."""
        if self._compounds is None or self._anew > 2 * len(self._now):
            return b""
        terms, read = self.terms.numbers(), self._now.values()
        fallen = (" ".join((word, *parts)) for word, parts in self._compounds.parts.items())
        told = (
            _FORMAT,
            self._anew,
            " ".join(self.tokens),
            (" ".join(terms), array("I", terms.values())),
            (" ".join(self._compounds.words), "\n".join(fallen)),
            list(self._now),
            [one.added for one in read],
            _flat([one.tokens for one in read]),
            _flat([one.holds or array("I") for one in read]),
        )
        # As few long texts: thousands of short ones would take ten times their room while they are written.
        return pickle.dumps(told, protocol=5)

    def _unpack(self, packed: bytes) -> None:
        told = pickle.loads(packed)  # noqa: S301  (written by this program)
        if told[0] != _FORMAT:
            return
        _, self._anew, tokens, (terms, numbers), (words, fallen), keys, added, texts, holds = told
        self.tokens, self.terms = Tokens(tokens.split()), Terms(terms.split(), numbers)
        parts = {word: tuple(found) for word, *found in map(str.split, fallen.splitlines())}
        self._compounds = Compounds(frozenset(words.split()), parts)
        self._before = dict(zip(keys, map(Read, _parted(*texts), added, _parted(*holds)), strict=True))


def _flat(rows: Sequence[array[int]]) -> tuple[array[int], array[int]]:
    """Rows of numbers as one, and how long each is."""
    flat = array("I")
    for row in rows:
        flat += row
    return flat, array("I", map(len, rows))


def _parted(flat: array[int], lengths: array[int]) -> Iterator[array[int]]:
    """The rows that `_flat` was given."""
    end = 0
    for length in lengths:
        begin, end = end, end + length
        yield flat[begin:end]


def mark_of(concept: str, synonyms: Sequence[Synonyme]) -> bytes:
    """A mark of what a concept adds to its records."""
    return hashlib.blake2b(repr((concept, *synonyms)).encode(), digest_size=16).digest()
