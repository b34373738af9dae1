# German words as people type them: the parts of compounds (`Radweg` finds Radwegenetz, `Zug` finds
# Wasserstoffzüge), everyday words for official ones, other names of roads, and initials. All of it is added to what is
# indexed, so that a plain lookup of a typed word finds it; nothing of it is shown.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]

from kek_build.models import Synonyme
from kek_build.search.tokens import tokens_of

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

_FEW = 30
"""Words that may have come or gone; of more, all compounds are looked at again."""
_MIN_PART = 4
_MIN_REST = 5
_MIN_COMPOUND = 7
_FOREIGN_PLURAL = re.compile(r"(?<=..[aoiy])s$")
_stemmer = Stemmer.Stemmer("german", 0)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters; of words with hyphens also each part."""
    return [word for token in tokens_of(text.lower()) for word in _words_in(token)]


@lru_cache(4096)  # of those in a single text each, there is no end
def _words_in(token: str) -> tuple[str, ...]:
    found = []
    for word in _WORD.findall(token):
        found.append(word)
        if "-" in word:
            found.extend(word.split("-"))
    return tuple(found)


def spelt_out(word: str) -> str:
    """A word in small letters without umlauts, as it is compared."""
    return word.translate(_UMLAUTS)


def stemmed(word: str) -> str:
    """The stem of a word, as Pagefind's German stemmer makes it."""
    return str(_stemmer.stemWord(word))


@lru_cache(4096)
def stem(word: str) -> str:
    """The same for words that are compared with each other; of `Kitas` without the s, which the stemmer leaves."""
    return _FOREIGN_PLURAL.sub("", stemmed(word))


@dataclass(frozen=True)
class Compounds:
    """How the words of some texts fell into parts."""

    words: frozenset[str]
    parts: Mapping[str, tuple[str, ...]]
    """Of those that did."""


def _is_part(word: str) -> bool:
    """Whether compounds are made of a word."""
    return len(word) >= _MIN_PART and "-" not in word


class Words:
    """All words of a site, and how compounds fall into them; one for all concepts."""

    def __init__(self, texts: Iterable[str], before: Compounds | None = None) -> None:
        """Learn the words of all texts.

        Args:
            texts: everything that will be indexed, or each of its tokens.
            before: the words of other texts, and how they fell into parts: those whose parts are the same fall alike.
        """
        tokens = {token for text in texts for token in tokens_of(text.lower())}
        self.words = frozenset(word for token in tokens for word in _words_in(token))
        self._parts = frozenset(filter(_is_part, self.words)) | _SHORT
        self._settled = frozenset[str]()
        """Words that fall as they did before, so those that are not in `_whole` do not."""
        self._known: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._splits: dict[tuple[str, bool], tuple[str, ...] | None] = {}
        self.otherwise = self.words
        """Words that do not fall as they did before."""
        self._whole = dict[str, tuple[str, ...]]()
        if before is not None:
            self._take(before)

    def _take(self, before: Compounds) -> None:
        """Take over how words fell: how one falls depends only on the words that are a part of it."""
        came_or_went = sorted(filter(_is_part, self.words ^ before.words))
        if len(came_or_went) > _FEW:
            return
        holds = re.compile("|".join(map(re.escape, came_or_went)) or "$^").search
        unsure = [word for word in self.words if word not in before.words or holds(word)]
        self._whole = {word: parts for word, parts in before.parts.items() if word in self.words}
        for word in unsure:
            self._whole.pop(word, None)
        self._settled = self.words.difference(unsure)
        self.otherwise = frozenset(word for word in unsure if self.split(word) != before.parts.get(word, ()))

    def compounds(self) -> Compounds:
        """How all words fall, for `before`."""
        found = ((word, self.split(word)) for word in self.words)
        return Compounds(self.words, {word: parts for word, parts in found if parts})

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, or nothing when it is none.

        Args:
            word: in small letters.

        Returns:
            The fewest known parts that make up the word, letters between them left out.
        """
        if len(word) < _MIN_COMPOUND or "-" in word:
            return ()
        if word in self._settled or word in self._whole:
            return self._whole.get(word, ())
        found = self._whole[word] = self._fall(word)
        return found

    def _fall(self, word: str) -> tuple[str, ...]:
        parts = self._split(word, whole=True)
        if parts is not None and len(parts) > 1:
            return parts
        return self._head_and_rest(word)

    def _head_and_rest(self, word: str) -> tuple[str, ...]:
        """A known word and what follows it: `fachkräfte` and `allianz`, though nobody writes of an Allianz alone."""
        for end in range(len(word) - _MIN_REST, _MIN_REST - 1, -1):
            if word[:end] in self._parts:
                return word[:end], word[end:]
        return ()

    def _split(self, word: str, *, whole: bool) -> tuple[str, ...] | None:
        if not whole and word in self._parts:
            return (word,)
        asked = (word, whole)
        if asked not in self._splits:
            self._splits[asked] = self._fewest(word)
        return self._splits[asked]

    def _fewest(self, word: str) -> tuple[str, ...] | None:
        best: tuple[str, ...] | None = None
        for end in range(len(word) - 3, 2, -1):
            head = word[:end]
            if head not in self._parts:
                continue
            for link in _LINKS:
                if not word.startswith(link, end):
                    continue
                rest = self._split(word[end + len(link) :], whole=False)
                if rest is not None and (best is None or len(rest) + 1 < len(best)):
                    best = (head, *rest)
        return best

    def tails_and_stems(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of `radwegenetz` the tails `wegenetz` and `netz`, and the stems of all three.

        The head needs no care: it is found because the whole begins with it.
        """
        found = self._known.get(word)
        if found is None:
            tails = tuple(self._tails(word))
            found = self._known[word] = (tails, (stem(word), *map(stem, tails)))
        return found

    def _tails(self, word: str) -> Iterator[str]:
        position = 0
        for part in self.split(word)[1:]:
            position = word.index(part, position + 1)
            yield word[position:]


class Lexicon:
    """What a word of a concept may mean besides: everyday words for official ones, roads, initials."""

    def __init__(self, words: Words, synonyms: Sequence[Synonyme] = ()) -> None:
        """Learn the synonyms of a concept.

        Args:
            words: the words of the site.
            synonyms: everyday words for official ones.
        """
        self._words = words
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

    def expansions(self, text: str) -> list[str]:
        """Words that a text does not hold but should be found by, each once, sorted."""
        words = words_of(text)
        there = set(words)
        known = {word: self._words.tails_and_stems(word) for word in there}
        added = {tail for tails, _ in known.values() for tail in tails}
        stems = {found for _, all_stems in known.values() for found in all_stems}
        for first in self._synonyms.keys() & stems:
            for needed, others in self._synonyms[first]:
                if len(needed) == 1 or (
                    stems.issuperset(needed) and _stand_together(needed, [known[word][1] for word in words])
                ):
                    added.update(part for other in others for part in words_of(other))
        added.update(_roads(text))
        return sorted(added - there)

    def initials(self, name: str) -> list[str]:
        """Abbreviations of a name: `kv` of Kassenärztliche Vereinigung, `dms` of Dokumentenmanagementsystem."""
        words = [word for word in words_of(name) if "-" not in word and word not in _UNIMPORTANT]
        parts = [part for word in words for part in (self._words.split(word) or (word,))]
        both = {"".join(part[0] for part in found) for found in (words, parts)}
        return sorted(short for short in both if len(short) in _INITIALS and short.isalpha())


_NEAR = 3
"""How many other words may stand between those of an expression."""


def _stand_together(needed: tuple[str, ...], stems: Sequence[tuple[str, ...]]) -> bool:
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
