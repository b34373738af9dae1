# German words as people type them: the parts of compounds (`Radweg` finds Radwegenetz, `Zug` finds
# Wasserstoffzüge), everyday words for official ones, other names of roads, and initials. All of it is added to what is
# indexed, so that a plain lookup of a typed word finds it; nothing of it is shown.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from kek_build.models import Synonyme

_WORD = re.compile(r"[^\W_]*[^\W\d_][^\W_]*(?:-[^\W_]+)*")
"""A word holds a letter, and perhaps digits: `CO2`, `5G`."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LINKS = ("", "s", "n", "en", "es", "er", "e")
"""What German puts between the parts of a compound."""

_SHORT = frozenset(
    """
    amt art arzt bad bahn bau bier boot brot bus dach dorf eis erde fach fahrt feld fluss flut gas geld gut hof holz
    kind kita klima korn kraft kreis kurs land lauf luft markt müll netz not ort park plan platz post rad rat raum
    recht reise see sitz sport stadt stand start stoff strom tag tal team teil tier ton tor tour turm wald wasser
    weg weide welt werk wert wind wohn zahl zeit ziel zone zug züge
    """.split()  # noqa: SIM905
)
"""Short nouns that stand at the beginning or end of compounds; other parts must occur as words of their own."""

_MOTORWAY = re.compile(r"\b(?:BAB|A|Autobahn)\s?(\d{1,3})\b")
_ROAD = re.compile(r"\b(?:([BSLK])|(Bundes|Staats|Landes|Kreis)straße)\s?(\d{1,3})\b")
_UNIMPORTANT = frozenset(
    "am an auf bei das dem den der des die e ein eine für i im in mit u und v vom von zu zum zur".split()  # noqa: SIM905
)
_INITIALS = range(2, 6)
"""How many letters an abbreviation has."""

_MIN_PART = 4
_MIN_REST = 5
_MIN_COMPOUND = 7
_FOREIGN_PLURAL = re.compile(r"(?<=..[aoiy])s$")
_stemmer = snowballstemmer.stemmer("german")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; of words with hyphens also each part."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        found.append(word)
        if "-" in word:
            found.extend(word.split("-"))
    return found


def spelt_out(word: str) -> str:
    """A word in small letters without umlauts, as it is compared."""
    return word.translate(_UMLAUTS)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word, as Pagefind's German stemmer makes it; of `Kitas` also without the s, which that leaves."""
    return _FOREIGN_PLURAL.sub("", str(_stemmer.stemWord(word)))


class Lexicon:
    """All that is known about the words of a site."""

    def __init__(self, texts: Iterable[str], synonyms: Sequence[Synonyme] = ()) -> None:
        """Learn the words of all texts.

        Args:
            texts: everything that will be indexed.
            synonyms: everyday words for official ones.
        """
        self.words = {word for text in texts for word in words_of(text)}
        self._parts = {word for word in self.words if len(word) >= _MIN_PART and "-" not in word} | _SHORT
        self._synonyms: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for group in synonyms:
            self._learn(group)

    def _learn(self, group: Synonyme) -> None:
        for index, word in enumerate(group.woerter):
            if group.richtung and index == 0:
                continue
            others = group.woerter[:1] if group.richtung else tuple(w for w in group.woerter if w != word)
            stems = tuple(stem(part) for part in words_of(word) if "-" not in part)
            if stems:
                self._synonyms.setdefault(stems[0], []).append((stems, others))

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, or nothing when it is none.

        Args:
            word: in small letters.

        Returns:
            The fewest known parts that make up the word, letters between them left out.
        """
        if len(word) < _MIN_COMPOUND or "-" in word:
            return ()
        parts = self._split(word, len(word))
        if parts is not None and len(parts) > 1:
            return parts
        return self._head_and_rest(word)

    def _head_and_rest(self, word: str) -> tuple[str, ...]:
        """A known word and what follows it: `fachkräfte` and `allianz`, though nobody writes of an Allianz alone."""
        for end in range(len(word) - _MIN_REST, _MIN_REST - 1, -1):
            if word[:end] in self._parts:
                return word[:end], word[end:]
        return ()

    @lru_cache(maxsize=100_000)  # noqa: B019  (a lexicon lives as long as a build)
    def _split(self, word: str, whole: int) -> tuple[str, ...] | None:
        if word in self._parts and len(word) < whole:
            return (word,)
        best: tuple[str, ...] | None = None
        for end in range(len(word) - 3, 2, -1):
            head = word[:end]
            if head not in self._parts:
                continue
            for link in _LINKS:
                if not word.startswith(link, end):
                    continue
                rest = self._split(word[end + len(link) :], whole)
                if rest is not None and (best is None or len(rest) + 1 < len(best)):
                    best = (head, *rest)
        return best

    def expansions(self, text: str) -> list[str]:
        """Words that a text does not hold but should be found by, each once, sorted."""
        words = words_of(text)
        tails = {word: list(self._compound_tails(word)) for word in set(words)}
        added = {tail for found in tails.values() for tail in found}
        stems = [{stem(word), *map(stem, tails[word])} for word in words]
        for first in sorted(set().union(*stems) & self._synonyms.keys()):
            for needed, others in self._synonyms[first]:
                if len(needed) == 1 or _stand_together(needed, stems):
                    added.update(part for other in others for part in words_of(other))
        added.update(_roads(text))
        return sorted(added - set(words))

    def initials(self, name: str) -> list[str]:
        """Abbreviations of a name: `kv` of Kassenärztliche Vereinigung, `dms` of Dokumentenmanagementsystem."""
        words = [word for word in words_of(name) if "-" not in word and word not in _UNIMPORTANT]
        parts = [part for word in words for part in (self.split(word) or (word,))]
        both = {"".join(part[0] for part in found) for found in (words, parts)}
        return sorted(short for short in both if len(short) in _INITIALS and short.isalpha())

    def _compound_tails(self, word: str) -> Iterator[str]:
        """Of `radwegenetz` the tails `wegenetz` and `netz`; the head is found because the whole begins with it."""
        position = 0
        for part in self.split(word)[1:]:
            position = word.index(part, position + 1)
            yield word[position:]


_NEAR = 3
"""How many other words may stand between those of an expression."""


def _stand_together(needed: tuple[str, ...], stems: Sequence[set[str]]) -> bool:
    """Whether the words of an expression stand near each other, in any order: `leer stehen` in `stehen heute leer`."""
    size = len(needed) + _NEAR
    wanted = set(needed)
    return any(wanted <= set().union(*stems[start : start + size]) for start in range(len(stems)))


def _roads(text: str) -> Iterator[str]:
    """Roads as people write them, in one word: `a72` and `bab72` for `BAB 72`."""
    for match in _MOTORWAY.finditer(text):
        yield f"a{match[1]}"
        yield f"bab{match[1]}"
    for match in _ROAD.finditer(text):
        yield f"{(match[1] or match[2])[0].lower()}{match[3]}"
