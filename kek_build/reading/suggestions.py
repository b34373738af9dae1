# "Meinten Sie …?": the nearest of the allowed words, and words short enough for a message.
from __future__ import annotations

import difflib
from collections.abc import Iterable

_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "_": "-", " ": "-"})


def fold(text: str) -> str:
    """A word without case, umlauts and the choice of separator, for comparing what people type."""
    return text.casefold().translate(_FOLD)


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word most like the given one, or None when none is alike."""
    by_folded = {fold(candidate): candidate for candidate in allowed}
    found = difflib.get_close_matches(fold(word), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def shorten(text: str, length: int = 80) -> str:
    """A text in one line, cut where it is too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
