# The Roter Faden in one sentence, for those who do not see the picture, and for everybody as its caption. The levels of
# goals have the names that the concept gives them, so the words are declined by rule.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NAMED = 4
"""As many things of a level are named one by one."""


@dataclass(frozen=True)
class Named:
    """Things of one level, as the sentence names them."""

    one: str
    many: str
    names: tuple[str, ...]


def sentence(subject: str, above: Sequence[Named], statements: Named | None, below: Sequence[Named]) -> str:
    """What a thing belongs to, what the chain begins with, and what stands below it.

    Args:
        subject: the thing itself: „Maßnahme 3-38“.
        above: the levels above it, nearest first, without statements.
        statements: the SWOT statements at the beginning of the chain.
        below: the levels below it, nearest first.
    """
    parts = []
    if above:
        parts.append(f" gehört zu {_listed([_dative_phrase(named) for named in above])}")
    if statements:
        parts.append(f" am Anfang der Kette {_stand([statements])} {_phrase(statements)}")
    if below:
        parts.append(f" darunter {_stand(below)} {_listed([_phrase(named) for named in below])}")
    return f"{subject}{'' if above else ':'}{';'.join(parts)}."


def dative(words: str, *, several: bool) -> str:
    """A name of a level after „zu“, without an article: `strategischem Ziel`, `strategischen Zielen`."""
    *adjectives, noun = words.split(" ")
    if several:
        declined = [*(word if word.endswith("n") else f"{word}n" for word in adjectives), _plural_dative(noun)]
    else:
        declined = [*(_adjective_dative(word) for word in adjectives), noun]
    return " ".join(declined)


def _adjective_dative(word: str) -> str:
    if word.endswith(("es", "er")):
        return f"{word[:-1]}m"
    return f"{word}r" if word.endswith("e") else word


def _plural_dative(noun: str) -> str:
    return f"{noun}n" if noun.endswith(("e", "er", "el")) else noun


def _stand(groups: Sequence[Named]) -> str:
    return "steht" if sum(len(named.names) for named in groups) == 1 else "stehen"


def _phrase(named: Named) -> str:
    if len(named.names) == 1:
        return f"{named.one} {named.names[0]}"
    return f"{len(named.names)} {named.many}{_in_brackets(named.names)}"


def _dative_phrase(named: Named) -> str:
    if len(named.names) == 1:
        return f"{dative(named.one, several=False)} {named.names[0]}"
    return f"{len(named.names)} {dative(named.many, several=True)}{_in_brackets(named.names)}"


def _in_brackets(names: Sequence[str]) -> str:
    return f" ({_listed(names)})" if len(names) <= _NAMED else ""


def _listed(parts: Sequence[str]) -> str:
    return " und ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
