# Running text, word by word: what was said before and what is said now, short enough to be read.
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Op = Literal["same", "new", "gone"]

_TOKEN = re.compile(r"\[\[[^\[\]]*\]\]\S*|\S+")
_CONTEXT = 6
"""Words that stay on either side of a change."""
_LONGEST = 60
"""Words of one run that are shown."""
_MOST_RUNS = 25
"""Runs that are shown of one text."""
_TOO_DIFFERENT = 0.35
"""Below this share of common words, the old text is shown as a whole and then the new one."""
_TOO_LONG = 1_000_000
"""Products of lengths above which words are not compared one by one."""
DOTS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row."""

    op: Op
    text: str


def alike(old: str, new: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """What changed between two texts, with a few words around it; left out words are dots."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs = list(_merged(_runs(before, after)))
    shown = [
        Run(op, _shorten(words, op, first=index == 0, last=index == len(runs) - 1))
        for index, (op, words) in enumerate(runs)
    ]
    if len(shown) > _MOST_RUNS:
        return (*shown[:_MOST_RUNS], Run("same", DOTS))
    return tuple(shown)


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[Op, list[str]]]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if head:
        yield "same", old[:head]
    yield from _middle(middle_old, middle_new, whole=2 * (head + tail) / max(1, len(old) + len(new)))
    if tail:
        yield "same", old[len(old) - tail :]


def _middle(old: list[str], new: list[str], whole: float) -> Iterator[tuple[Op, list[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if len(old) * len(new) > _TOO_LONG or (whole < _TOO_DIFFERENT and matcher.ratio() < _TOO_DIFFERENT):
        blocks = [(0, len(old), 0, len(new), False)]
    else:
        blocks = [(i1, i2, j1, j2, tag == "equal") for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    for i1, i2, j1, j2, equal in blocks:
        if equal:
            yield "same", old[i1:i2]
            continue
        if i2 > i1:
            yield "gone", old[i1:i2]
        if j2 > j1:
            yield "new", new[j1:j2]


def _merged(runs: Iterator[tuple[Op, list[str]]]) -> Iterator[tuple[Op, list[str]]]:
    """Runs without single common words between changes: those would only be hard to read."""
    gone: list[str] = []
    new: list[str] = []
    pending: list[str] = []
    for op, words in runs:
        if op == "same":
            if (gone or new) and len(words) == 1 and not pending:
                pending = words
                continue
            yield from _flushed(gone, new)
            if pending:
                yield "same", pending
            gone, new, pending = [], [], []
            yield op, words
        else:
            if pending:
                gone, new, pending = [*gone, *pending], [*new, *pending], []
            if op == "gone":
                gone = [*gone, *words]
            else:
                new = [*new, *words]
    yield from _flushed(gone, new)
    if pending:
        yield "same", pending


def _flushed(gone: list[str], new: list[str]) -> Iterator[tuple[Op, list[str]]]:
    if gone:
        yield "gone", gone
    if new:
        yield "new", new


def _shorten(words: list[str], op: Op, *, first: bool, last: bool) -> str:
    if op != "same":
        return " ".join(words if len(words) <= _LONGEST else [*words[:_LONGEST], DOTS])
    left = 0 if first else _CONTEXT
    right = 0 if last else _CONTEXT
    if len(words) <= left + right + 2:
        return " ".join(words)
    return " ".join([*words[:left], DOTS, *words[len(words) - right :]])


def _common(old: list[str], new: list[str]) -> int:
    """How many words two lists begin with alike."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
