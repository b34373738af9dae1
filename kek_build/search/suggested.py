# The words, titles and numbers of a site as the search fetches them: in pieces by their beginning, of which what
# somebody types needs one or two, however many there are.
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kek_build.search.cutting import Cut, pieces
from kek_build.search.files import Writer
from kek_build.search.vocabulary import Vocabulary, steps
from kek_build.search.words import spelt_out

Rows = list[tuple[str, str]]
"""Where each piece begins, and its name."""

_WORDS = Cut(enough=8_000, most=12_000, letters=2)
_TITLES = Cut(enough=6_000, most=8_000, letters=3)
_NUMBERS = Cut(enough=6_000, most=8_000, letters=3)
_SAME_BEGINNING = 100
"""Titles that one beginning of three letters can suggest."""
_ROMAN = dict(zip("1 2 3 4 5 6 7 8 9 10".split(), "i ii iii iv v vi vii viii ix x".split(), strict=True))  # noqa: SIM905
_INNER = re.compile(r"(?:^|(?<= ))\S")
_LEADING = re.compile(r"\d+")


def words(known: Vocabulary, writer: Writer) -> Rows:
    """Write the words.

    Returns:
        Where each piece begins, in small letters with umlauts spelt out, and its name.
    """
    found = sorted(
        (spelt_out(word.lower()), word, group) for group, all_words in enumerate(known.words) for word in all_words
    )
    rows = []
    for begin, piece in pieces(found, lambda item: item[0], lambda item: len(item[1]) // 2 + 2, _WORDS):
        groups = [steps(word for _, word, of in piece if of == group) for group in range(len(known.words))]
        rows.append((begin, writer.piece(groups)))
    return rows


def titles(known: Vocabulary, writer: Writer) -> Rows:
    """Write the titles, each in every piece in which one of its words begins."""
    folded = [spelt_out(title.lower()) for title in known.titles]
    begun: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for at, title in enumerate(folded):
        for start in {
            title[match.start() :][: _TITLES.letters + 1]: match.start() for match in _INNER.finditer(title)
        }.values():
            alike = begun[title[start : start + _TITLES.letters]]
            if len(alike) < _SAME_BEGINNING:
                alike.append((title[start:], at))
    found = sorted(item for alike in begun.values() for item in alike)
    rows = []
    for begin, piece in pieces(found, lambda item: item[0], lambda item: len(known.titles[item[1]]) + 3, _TITLES):
        rows.append((begin, writer.piece([known.titles[at] for at in sorted({at for _, at in piece})])))
    return rows


def numbers(numbered: Iterable[tuple[str, int]], writer: Writer) -> Rows:
    """Write the numbers of things.

    Args:
        numbered: numbers as they are written, each with the number of its record.
        writer: writes.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in numbered:
        found[number].append(record)
    items = sorted((loose(number), number, records) for number, records in found.items())
    rows = []
    for begin, piece in pieces(items, lambda item: item[0], lambda item: len(item[1]) + 5 + 6 * len(item[2]), _NUMBERS):
        rows.append((begin, writer.piece([[number, records] for _, number, records in piece])))
    return rows


def loose(number: str) -> str:
    """A number as it is looked up: `III.1`, `3-1` and `iii 1` are one; `nummern.js` does the same."""
    dashed = number.lower().replace(".", "-")
    return (
        _LEADING.sub(lambda digits: _ROMAN.get(digits[0], digits[0]), dashed, count=1)
        if dashed[:1].isdigit()
        else dashed
    )


def distances(numbers_: Sequence[int], start: int) -> list[int]:
    """Rising numbers, each as the distance to the one before."""
    return [value - before for before, value in zip([start, *numbers_], numbers_, strict=False)]
