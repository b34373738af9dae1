# What a text is found by, in the form in which Pagefind's program in the browser asks for it: small letters without
# dots and accents, without punctuation, stemmed. Tests compare it with what Pagefind's own indexing makes of the same
# words.
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from kek_build.search.words import stemmed

_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
"""A word; with hyphens or points inside (`S-Bahn`, `4.3.1`) it is found as a whole and by its parts."""


def counts(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """How often a text is found by each term: as a whole word, and as a part of one.

    Args:
        text: any text.
    """
    whole: dict[str, int] = {}
    parts: dict[str, int] = {}
    for token, often in Counter(_TOKEN.findall(text.lower())).items():
        first, *others = _terms(token)
        whole[first] = whole.get(first, 0) + often
        for part in others:
            parts[part] = parts.get(part, 0) + often
    return whole, parts


def terms_of(text: str) -> set[str]:
    """All terms that a text is found by."""
    return {term for token in set(_TOKEN.findall(text.lower())) for term in _terms(token)}


def plain(word: str) -> str:
    """A word in small letters without dots and accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(character for character in apart if not unicodedata.category(character).startswith("M"))


@lru_cache(4096)
def _terms(token: str) -> tuple[str, ...]:
    """The term of a token, and those of its parts."""
    parts = plain(token).replace(".", "-").split("-")
    return tuple(stemmed(part) for part in (["".join(parts), *_worth(parts)] if len(parts) > 1 else parts))


def _worth(parts: Iterable[str]) -> list[str]:
    """Single letters and digits find nothing that anybody looks for, but are the beginning of much."""
    return [part for part in parts if len(part) > 1]
