# How alike two texts are. The adopted wording of a designation is the same but for signs and blanks; that of a text
# which was retold shares its facts: names, figures, rare words and stems. Common words say nothing, so each piece of a
# word counts by how rare it is in the texts that are compared.
from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from kek_build.concept.references import PROSE_REFERENCE

_WORD = re.compile(r"\w+")
_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_UNSET = re.compile("[\\s\u00ad\u2010\u2011-]+")
_PIECE = 5
"""Letters of a piece of a word: long enough to tell a stem, short enough to find it inside a compound."""


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """A text reduced to its letters and digits: two texts are the same when this is."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but signs, blanks and capitals."""
    return plain(one) == plain(other)


def set_alike(one: str, other: str) -> bool:
    """Whether two texts differ only in blanks and hyphens, as the setting of a text leaves or loses them."""
    return _UNSET.sub("", one) == _UNSET.sub("", other)


def nearness(one: str, other: str) -> float:
    """How near two designations are, letter by letter: 1 is the same, 0 shares nothing."""
    matcher = SequenceMatcher(None, plain(one), plain(other), autojunk=False)
    if matcher.real_quick_ratio() < 0.5:
        return matcher.real_quick_ratio()
    return matcher.ratio()


@lru_cache(maxsize=16_384)
def _pieces(text: str) -> Counter[str]:
    """The pieces of a text: figures and short words whole, longer words in overlapping parts."""
    bare = PROSE_REFERENCE.sub(lambda match: match[2] or match[1], text)
    folded = unicodedata.normalize("NFKC", bare).casefold().translate(_FOLD)
    found: Counter[str] = Counter()
    for word in _WORD.findall(folded):
        if len(word) <= _PIECE or word[0].isdigit():
            found[f"{word}_"] += 1
        else:
            found.update(word[start : start + _PIECE] for start in range(len(word) - _PIECE + 1))
    return found


class Rarity:
    """Knows how rare the pieces of words are in a set of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = 0
        self._in: Counter[str] = Counter()
        for text in texts:
            self._texts += 1
            self._in.update(_pieces(text).keys())

    def _weight(self, piece: str) -> float:
        return math.log((1 + self._texts) / (1 + self._in[piece]))

    def likeness(self, one: str, other: str) -> float:
        """How many of the rare pieces two texts share, from 0 to 1 (cosine of their weights)."""
        (left, left_norm), (right, right_norm) = self._vector(one), self._vector(other)
        if len(left) > len(right):
            left, right = right, left
        product = sum(weight * right.get(piece, 0.0) for piece, weight in left.items())
        norm = left_norm * right_norm
        return product / norm if norm else 0.0

    @lru_cache(maxsize=16_384)  # noqa: B019  (lives as long as one run of the command)
    def _vector(self, text: str) -> tuple[dict[str, float], float]:
        """The weights of a text's pieces, and their length."""
        weights = {piece: math.sqrt(count) * self._weight(piece) for piece, count in _pieces(text).items()}
        return weights, math.sqrt(sum(weight * weight for weight in weights.values()))
