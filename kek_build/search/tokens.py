# Numbers the tokens of a site: a record keeps the numbers of its tokens and no words, which would take more memory than
# all texts. Compounds and suggestions are made of them without reading a text again.
from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""What may hold a word; each is looked into once."""


def tokens_of(text: str) -> list[str]:
    """The tokens of a text as they are written."""
    return _TOKEN.findall(text)


class Tokens:
    """All tokens of a site, each with a number."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        """Begin with those that are known, in the order of their numbers."""
        self._numbers = {token: number for number, token in enumerate(known)}

    def __iter__(self) -> Iterator[str]:
        """All of them, in the order of their numbers."""
        return iter(self._numbers)

    def read(self, text: str) -> array[int]:
        """The numbers of the tokens of a text, as often as they stand there."""
        numbers = self._numbers
        return array("I", [numbers.setdefault(token, len(numbers)) for token in tokens_of(text)])
