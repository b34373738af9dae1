# How hard the texts of a concept are to read: two old, simple measures, as a hint where to look. They know nothing of
# sense; a text with good figures may be hard to understand, and a needed technical word makes them worse.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF
from kek_build.concept.references import prose_in
from kek_build.pages.text import without_references
from kek_build.reading import Origin
from kek_build.reading.positions import locate

MIN_WORDS = 8
"""Shorter texts are too short for a figure of their own; they count in sums."""

_LONG = 6
"""A word of more letters is a long one (LIX)."""

# Vowel groups and not a hyphenation library: of the 70 words in tests/test_readability.py, groups get 63 right, the
# German patterns of pyphen 60. Those also miss each first syllable of one letter (oder, aber), as no line breaks there.
_SYLLABLE = re.compile(r"aa|ee|oo|ie|ei|ey|eu|ai|ay|au|äu|ou|oi|(?<!q)u|[aeioyäöü]")

_WORD = re.compile(r"[^\W_]+(?:[-'’/&.,:][^\W_]+)*")
_PART = re.compile(r"\d+|[^\W\d_]+")
_SENTENCE_END = re.compile(r"(\S*?)([.!?…:])[“”«»\")]*\s+(?=[„»\"(]*[A-ZÄÖÜ0-9])")
_NO_END = frozenset(
    "abs bzw ca dr e etc evtl ggf inkl insb jr kap mio mrd nr o prof rd s sog st str u usw v vgl z zzgl".split()  # noqa: SIM905
)
"""After these a full stop ends an abbreviation and not a sentence."""
_YEAR = 4
"""A number of fewer digits and a full stop is an ordinal: am 1. Februar, but bis 2030."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_MARKDOWN = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>)\s+|[*_`]+", re.MULTILINE)
_NO_PROSE = re.compile(r"^\s*(?:#|\|)")
_MEDIOPUNKT = "·"


@dataclass(frozen=True)
class Counts:
    """What the measures are made of."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.long_words + other.long_words,
        )

    @property
    def words_per_sentence(self) -> float:
        return self.words / max(1, self.sentences)

    @property
    def flesch(self) -> float:
        """Reading ease for German: about 0 for very hard texts, 100 for very easy ones.

        180 - words per sentence - 58.5 * syllables per word (Toni Amstad: Wie verständlich sind unsere Zeitungen?
        Zürich 1978).
        """
        return 180 - self.words_per_sentence - 58.5 * self.syllables / max(1, self.words)

    @property
    def lix(self) -> float:
        """Läsbarhetsindex: below 40 easy, above 60 very hard.

        Words per sentence and the percentage of words of more than six letters (Carl-Hugo Björnsson: Läsbarhet, 1968).
        """
        return self.words_per_sentence + 100 * self.long_words / max(1, self.words)


@dataclass(frozen=True)
class Reading:
    """A running text of a concept and how hard it is to read."""

    konzept: Konzept
    entry: Entry
    """The thing it belongs to."""
    origin: Origin
    text: str
    """Its words as readers see them."""
    needle: str | None
    """What stands in its first line, where the way to it leads only to the whole page."""
    counts: Counts

    @property
    def field(self) -> str:
        """The key it stands under, for example `kurz`."""
        return next(str(part) for part in reversed(self.origin.path) if isinstance(part, str))

    def place(self, root: Path) -> str:
        """File and line, relative to the project."""
        return f"{self.origin.file}:{locate(root, self.origin, self.needle)[0]}"


def readings(konzept: Konzept) -> Iterator[Reading]:
    """All running texts of a concept, those of prose pages by paragraph, in the order of the entries."""
    at = {(entry.origin.file, entry.origin.path): entry for entry in konzept.entries.values()}
    for file_entry in konzept.entries.values():
        if file_entry.parent is not None and (file_entry.parent != CONCEPT_REF or file_entry.kind == "dokument"):
            continue
        file, above = file_entry.origin.file, file_entry.origin.path
        for path, text in prose_in(file_entry.model, above):
            ways = (path[:end] for end in range(len(path), -1, -1))
            entry = next(at[file, way] for way in ways if (file, way) in at)
            origin = Origin(file, path)
            if entry.kind == "seite" and path == ("text",):
                yield from _paragraphs(konzept, entry, origin, text)
            else:
                plain = [without_references(part, konzept.resolve) for part in _parts(text, path[-1] == "leicht")]
                yield Reading(konzept, entry, origin, " ".join(plain), None, _sum(map(measure, plain)))


def total(found: Iterable[Reading]) -> Counts:
    """The counts of several texts together."""
    return _sum(reading.counts for reading in found)


def measure(text: str) -> Counts:
    """Count the sentences, words, syllables and long words of a paragraph of plain text."""
    words = _WORD.findall(text.replace(_MEDIOPUNKT, ""))
    if not words:
        return Counts()
    return Counts(
        sentences=1 + sum(_ends_sentence(match[1], match[2]) for match in _SENTENCE_END.finditer(text)),
        words=len(words),
        syllables=sum(map(syllables, words)),
        long_words=sum(sum(letter.isalpha() for letter in word) > _LONG for word in words),
    )


def syllables(word: str) -> int:
    """How many syllables a word has, about; abbreviations are spelt out, numbers told digit by digit."""
    return sum(map(_syllables_of_part, _PART.findall(word)))


def _syllables_of_part(part: str) -> int:
    if part.isdigit() or (len(part) > 1 and part.isupper()):
        return len(part)
    return max(1, len(_SYLLABLE.findall(part.lower())))


def _ends_sentence(before: str, mark: str) -> bool:
    word = before.rpartition(".")[2].strip("„“\"'(»«").lower()
    ordinal = word.isdigit() and len(word) < _YEAR
    return mark != "." or not (ordinal or len(word) == 1 or word in _NO_END)


def _parts(text: str, by_line: bool) -> list[str]:
    """The paragraphs of a text; of one in Leichte Sprache the lines, each of which holds a sentence."""
    parts = text.split("\n") if by_line else _PARAGRAPH.split(text)
    return [part.strip().removeprefix("- ") for part in parts if part.strip()]


def _paragraphs(konzept: Konzept, entry: Entry, origin: Origin, markdown: str) -> Iterator[Reading]:
    for block in _PARAGRAPH.split(markdown):
        if block.strip() and not _NO_PROSE.match(block):
            first = block.strip().partition("\n")[0][:60]
            # Items of a list are sentences of their own.
            items = re.split(r"\n\s*(?:[-*+]|\d+[.)])\s+", block)
            plain = [without_references(_MARKDOWN.sub("", item), konzept.resolve) for item in items]
            yield Reading(konzept, entry, origin, " ".join(plain), first, _sum(map(measure, plain)))


def _sum(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())
