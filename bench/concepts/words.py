# The vocabulary of an invented concept: compounds of German stems, used as words are used in any language: few very
# often, most of them hardly ever (Zipf's law). So a search index meets tens of thousands of different words, of which
# half stand in one or two places, as in real texts.
from __future__ import annotations

import random
import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from bench.concepts.stems import HEADS, LINKS, PLACE_BEFORE, PLACE_FIRST, PLACE_LAST, SUBJECTS, Gender

_FLATTENING = 3.0
"""Keeps the most frequent word from being every tenth one (Mandelbrot's addition to Zipf's law)."""
_MODIFIERS = 30
"""How many first parts out of all subjects a subject's rarer words use beside its own."""
_BETWEEN = 3
"""How many middle parts each first part takes."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A compound with what grammar needs of it."""

    text: str
    gender: Gender
    plural: str


class Vocabulary:
    """The nouns of a subject, the most frequent ones first."""

    def __init__(self, nouns: Sequence[Noun]) -> None:
        self.nouns = tuple(nouns)
        self._reach = list(accumulate(1 / (rank + _FLATTENING) for rank in range(len(nouns))))

    def draw(self, dice: random.Random) -> Noun:
        """A noun; the n-th of the list comes about 1/n as often as the first."""
        return self.nouns[bisect(self._reach, dice.random() * self._reach[-1])]


@cache
def vocabularies(seed: int) -> dict[str, Vocabulary]:
    """The vocabulary of every subject, by its symbol.

    Two parts first, in an order that the seed decides, then three: long words are rare.
    """
    return {symbol: Vocabulary(list(_nouns(symbol, seed))) for symbol in SUBJECTS}


def _nouns(symbol: str, seed: int) -> list[Noun]:
    dice = random.Random(f"{seed} {symbol}")  # noqa: S311
    own = SUBJECTS[symbol].first
    others = [word for other in SUBJECTS if other != symbol for word in SUBJECTS[other].first]
    short = [_noun(first, "", head) for first in own for head in HEADS]
    dice.shuffle(short)
    long = [
        _noun(first, link, head)
        for first in (*own, *dice.sample(others, _MODIFIERS))
        for link in dice.sample(LINKS, _BETWEEN)
        for head in HEADS
        if not head.text.startswith(link[:4])
    ]
    dice.shuffle(long)
    return [*short, *long]


def _noun(first: str, link: str, head: tuple[str, Gender, str]) -> Noun:
    text, gender, plural = head
    return Noun(f"{first}{link}{text}", gender, f"{first}{link}{plural}")


def place_names(dice: random.Random, count: int, before: Sequence[str] = PLACE_BEFORE) -> list[str]:
    """Names of villages and towns, each once.

    Args:
        dice: decides.
        count: how many; there are some thousands, times as many as there are words before them.
        before: what may stand before a name.
    """
    names: dict[str, None] = {}
    while len(names) < count:
        first, last = dice.choice(PLACE_FIRST), dice.choice(PLACE_LAST)
        if not last.startswith(first[-2:].casefold()):
            names[f"{dice.choice(before)}{first}{last}"] = None
    return list(names)


def slug(text: str) -> str:
    """A short name for addresses: `Groß Ölsa` becomes `gross-oelsa`."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().translate(_UMLAUTS)).strip("-")
