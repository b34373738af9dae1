# The words and names of a site as people read them, for suggestions while typing and for correcting what is typed:
# one form of each word, with capitals and umlauts, in three groups by how often it stands in the concepts.
from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kek_build.models import Synonyme
from kek_build.pages.text import shorten
from kek_build.search.records import SearchRecord
from kek_build.search.words import spelt_out

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(r"e|n|s|en|er|es|em|ern|ens|in|innen|te|ten|ter|st")
"""What is taken off for the form in the list; `wortschatz.js` knows the same endings."""
_LONGEST_ENDING = 5
_SHORTEST_WORD = 4
_OFTEN = 3
_TITLE = 64
_SENTENCES = ("SWOT-Aussage", "Operatives Ziel")
"""Kinds whose titles are too long to be suggested."""


@dataclass(frozen=True)
class Vocabulary:
    """What can be suggested."""

    words: tuple[tuple[str, ...], ...]
    """Words in many records, words in few, and synonyms that stand in none; each sorted."""
    titles: tuple[str, ...]
    """Names of several words, and titles with their number in front."""


def vocabulary(
    records: Sequence[SearchRecord], read: Sequence[array[int]], tokens: Iterable[str], synonyms: Iterable[Synonyme]
) -> Vocabulary:
    """The words of a site.

    Args:
        records: everything that can be found.
        read: the numbers of their tokens, of each record as often as they stand there.
        tokens: all tokens, in the order of their numbers.
        synonyms: everyday words for official ones.
    """
    often = Counter(chain.from_iterable(read))
    found_in = {number: _WORD.findall(token) for number, token in enumerate(tokens) if number in often}
    written: Counter[str] = Counter()
    for number, words in found_in.items():
        for word in words:
            written[word] += often[number]
    for group in synonyms:
        written.update(_WORD.findall(" ".join(group.woerter)))
    readable = _readable(written)
    bases = {word: _base(word, readable) for word in readable}
    for words in found_in.values():
        words[:] = [bases[word.lower()] for word in words]
    base = found_in.__getitem__
    holding = Counter(chain.from_iterable(set(chain.from_iterable(map(base, set(numbers)))) for numbers in read))
    groups: tuple[list[str], ...] = ([], [], [])
    for word in dict.fromkeys(bases.values()):
        count = holding[word]
        groups[0 if count >= _OFTEN else 1 if count else 2].append(readable[word])
    return Vocabulary(tuple(tuple(sorted(_apart(group), key=_order)) for group in groups), _titles(records))


def _base(word: str, known: Container[str]) -> str:
    """The shortest known form that a word is made of by an ending."""
    for length in range(max(_SHORTEST_WORD, len(word) - _LONGEST_ENDING), len(word)):
        if word[:length] in known and _ENDING.fullmatch(word[length:]):
            return word[:length]
    return word


def _readable(written: Mapping[str, int]) -> dict[str, str]:
    """Words in small letters, and how each is shown: small where it is ever written small, else as it is mostly."""
    found: dict[str, str] = {}
    for word, often in written.items():
        known = found.setdefault(small := word.lower(), word)
        if known not in (word, small) and (word == small or (-often, word) < (-written[known], known)):
            found[small] = word
    return found


def _apart(words: Iterable[str]) -> Iterable[str]:
    """One of all words that are the same when umlauts are spelt out."""
    return {spelt_out(word.lower()): word for word in sorted(words)}.values()


def _order(word: str) -> str:
    return word.lower()


def _titles(records: Iterable[SearchRecord]) -> tuple[str, ...]:
    """Names and titles, each once, those with a number first."""
    named = [record for record in records if record.kind not in _SENTENCES]
    numbered = [f"{record.number} {shorten(record.name, _TITLE)}" for record in named if record.number]
    others = [
        record.name for record in named if not record.number and " " in record.name and len(record.name) <= _TITLE
    ]
    return tuple(dict.fromkeys([*numbered, *others]))


def steps(words: Iterable[str]) -> str:
    """Sorted words as lines, each a letter and what follows after the beginning it shares with the one before.

    The letter tells how much is shared (`a` nothing, `b` one letter …); as a capital it tells that the word begins with
    one. Words written in capitals inside stand in full.
    """
    lines = []
    last = ""
    for word in words:
        small = word.lower()
        capital = word == small[:1].upper() + small[1:] != small
        shared = 0
        if capital or word == small:
            while shared < min(len(last), len(small), 25) and last[shared] == small[shared]:
                shared += 1
        step = chr(ord("A" if capital else "a") + shared)
        lines.append(step + (small if capital else word)[shared:])
        last = small
    return "\n".join(lines)


def read_steps(lines: str) -> list[str]:
    """The words that `steps` has written."""
    words: list[str] = []
    last = ""
    for line in lines.split("\n") if lines else []:
        mark = line[0].lower()
        word = last[: ord(mark) - ord("a")] + line[1:]
        words.append(word if line[0] == mark else word[0].upper() + word[1:])
        last = word.lower()
    return words
