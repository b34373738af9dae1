# German sentences about nothing, right enough to be read: articles and endings fit, and they are as long as those that
# are shipped. What matters to a build is how much text there is, of which words, and what it links to.
from __future__ import annotations

import random
from collections.abc import Callable

from bench.concepts.stems import ADJECTIVES, DOING
from bench.concepts.words import Noun, Vocabulary

_ARTICLES = {"nom": {"m": "der", "f": "die", "n": "das"}, "acc": {"m": "den", "f": "die", "n": "das"},
             "dat": {"m": "dem", "f": "der", "n": "dem"}}  # fmt: skip
_ENDINGS = {"nom": {"m": "e", "f": "e", "n": "e"}, "acc": {"m": "en", "f": "e", "n": "e"},
            "dat": {"m": "en", "f": "en", "n": "en"}}  # fmt: skip
_REASONS = (
    "weil die Mittel begrenzt sind", "damit alle gut versorgt sind", "sobald die Förderung bewilligt ist",
    "wenn die Gemeinden zustimmen", "damit niemand weite Wege hat", "obwohl das Personal knapp ist",
    "weil der Bedarf seit Jahren wächst", "bis eine dauerhafte Lösung gefunden ist",
)  # fmt: skip


class Writer:
    """Writes sentences with the words of one subject."""

    def __init__(self, dice: random.Random, words: Vocabulary) -> None:
        self.dice = dice
        self._words = words

    def noun(self) -> Noun:
        """A noun of the subject."""
        return self._words.draw(self.dice)

    def phrase(self, case: str, noun: Noun | None = None) -> str:
        """A noun with its article and sometimes an adjective, in the singular."""
        noun = noun or self.noun()
        article = _ARTICLES[case][noun.gender]
        if self.dice.random() < 0.35:
            return f"{article} {self.dice.choice(ADJECTIVES)}{_ENDINGS[case][noun.gender]} {_singular(case, noun)}"
        return f"{article} {_singular(case, noun)}"

    def plural(self) -> str:
        """A noun in the plural, without article, sometimes with an adjective."""
        noun = self.noun()
        return f"{self.dice.choice(ADJECTIVES)}e {noun.plural}" if self.dice.random() < 0.4 else noun.plural

    def sentence(self) -> str:
        """One whole sentence, about 100 characters long."""
        return self.dice.choice(_SENTENCES)(self)

    def text(self, length: int) -> str:
        """Sentences, about as long together as asked; the average over many texts is what was asked."""
        wanted = length * self.dice.uniform(0.6, 1.4)
        found, size = [self.sentence()], 0
        size = len(found[0])
        while size + 50 < wanted:
            found.append(self.sentence())
            size += len(found[-1]) + 1
        return " ".join(found)

    def title(self, limit: int = 80) -> str:
        """What a measure or goal is called, at most so many characters."""
        for _ in range(20):
            infinitive = self.dice.choice(DOING)[0]
            title = self.dice.choice((
                f"{self.plural()} und {self.plural()} {infinitive}",
                f"{self.plural()} {infinitive}",
                f"{self.noun().text} für {self.plural()} {infinitive}",
            ))  # fmt: skip
            if len(title) <= limit:
                return upper(title)
        return self.noun().text[:limit]

    def name(self) -> str:
        """What a goal or key project is called in a document: a noun with what follows."""
        return upper(self.dice.choice((
            f"{self.plural()} im Landkreis und {self.plural()}",
            f"{self.noun().text} mit {self.phrase('dat')}",
            f"{self.plural()} sowie {self.phrase('nom')} in allen Gemeinden",
        )))  # fmt: skip

    def point(self) -> str:
        """A point of a list, without a full stop."""
        infinitive = self.dice.choice(DOING)[0]
        if self.dice.random() < 0.5:
            return upper(f"{self.phrase('acc')} gemeinsam mit {self.phrase('dat')} {infinitive}")
        return upper(f"{self.plural()} {infinitive} und {self.phrase('acc')} {self.dice.choice(DOING)[0]}")


def upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[0].upper() + text[1:]


def _singular(case: str, noun: Noun) -> str:
    # Nouns like „Lotse“ end in -n in all cases but the first.
    return f"{noun.text}n" if case != "nom" and noun.gender == "m" and noun.text.endswith("lotse") else noun.text


def _will(w: Writer) -> str:
    return f"Der Landkreis will {w.phrase('acc')} {w.dice.choice(DOING)[0]}, {w.dice.choice(_REASONS)}."


def _becomes(w: Writer) -> str:
    return f"{upper(w.phrase('nom'))} wird zusammen mit {w.phrase('dat')} {w.dice.choice(DOING)[1]}."


def _number(w: Writer) -> str:
    year, count = w.dice.randint(2024, 2040), w.dice.randint(2, 180)
    return f"Bis {year} sollen {count} {w.plural()} entstehen und {w.phrase('acc')} ergänzen."


def _dative(w: Writer) -> str:
    return f"In {w.phrase('dat')} fehlen bisher {w.plural()}; das soll sich mit {w.phrase('dat')} ändern."


def _both(w: Writer) -> str:
    return f"{upper(w.phrase('nom'))} und {w.phrase('nom')} ergänzen sich, {w.dice.choice(_REASONS)}."


def _money(w: Writer) -> str:
    return f"Für {w.phrase('acc')} sind {w.dice.randint(15, 900)}.000 Euro vorgesehen, vor allem für {w.plural()}."


_SENTENCES: tuple[Callable[[Writer], str], ...] = (_will, _becomes, _number, _dative, _both, _money)
