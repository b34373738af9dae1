# Gives each record its number: by concept, then by kind, then by length. So a table of a few hundred lines tells of
# every number which county and kind it is and how long (which ranking asks), where Pagefind's own table has a line a
# record: 400 kB for 50,000, which every search would fetch before anything else.
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from math import log

from kek_build.search.kept import Read
from kek_build.search.records import SearchRecord

_GROWTH = 1.25
"""How much longer the records of each step are than those of the step before."""


def step(words: int) -> int:
    """The step of a length."""
    return round(log(max(words, 1), _GROWTH))


@dataclass(frozen=True)
class Numbered:
    """A record that gets a number, and what finds it besides its own words."""

    record: SearchRecord
    added: str
    read: Read = field(default_factory=Read)
    """What is kept of it."""

    @property
    def content(self) -> str:
        """All it is found by."""
        return f"{self.record.text} {self.record.around} {self.added}"

    @cached_property
    def step(self) -> int:
        """The step of its length."""
        return step(sum(text.count(" ") + 1 for text in (self.record.text, self.record.around, self.added) if text))


def in_order(found: Iterable[Numbered]) -> list[Numbered]:
    """Records in the order of their numbers; those that are alike keep theirs.

    Args:
        found: everything that can be found.
    """
    kinds: dict[str, int] = {}
    concepts: dict[str, int] = {}
    keyed = []
    for one in found:
        concept = concepts.setdefault(one.record.concept, len(concepts))
        kind = kinds.setdefault(one.record.kind, len(kinds))
        keyed.append(((concept, kind, one.step), one))
    keyed.sort(key=lambda entry: entry[0])
    return [one for _, one in keyed]


def runs(ordered: Sequence[Numbered]) -> list[tuple[str, list[int]]]:
    """How the records of a concept follow each other.

    Args:
        ordered: its records, in their order.

    Returns:
        For each kind its steps, each followed by how many records have it.
    """
    found = []
    for kind, alike in groupby(ordered, key=lambda one: one.record.kind):
        lengths = [
            value
            for reached, together in groupby(alike, key=lambda one: one.step)
            for value in (reached, sum(1 for _ in together))
        ]
        found.append((kind, lengths))
    return found
