# What all parts of an invented county refer to: its name, and the numbers and short names of everything in it. Made
# first, so that every part can name any other; the texts come later, each thing's from dice of its own.
from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from bench.concepts.sentences import Writer
from bench.concepts.sizes import Sizes, sizes
from bench.concepts.stems import SUBJECTS
from bench.concepts.words import place_names, slug, vocabularies

DOCUMENT = "kek"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class Field:
    """A field of action with the numbers of what belongs to it."""

    number: str
    digit: int
    symbol: str
    themes: tuple[str, ...]
    goals: Mapping[str, tuple[str, ...]]
    """The goals below each theme."""
    measures: tuple[str, ...]
    projects: tuple[str, ...]

    @cached_property
    def all_goals(self) -> tuple[str, ...]:
        """The goals below all themes."""
        return tuple(goal for theme in self.themes for goal in self.goals[theme])


@dataclass(frozen=True)
class County:
    """A county and its concept."""

    seed: int
    index: int
    """Which county of the site it is, from 0."""
    name: str
    """Without „Landkreis“."""
    sizes: Sizes
    fields: tuple[Field, ...]
    places: tuple[str, ...]
    """Names; the county's municipalities come first."""

    @property
    def slug(self) -> str:
        """The folder of the concept."""
        return slug(self.name)

    @property
    def title(self) -> str:
        """The county as people call it."""
        return f"Landkreis {self.name}"

    @cached_property
    def place_refs(self) -> tuple[str, ...]:
        """The short names of the places, in the same order."""
        return tuple(slug(name) for name in self.places)

    @cached_property
    def municipalities(self) -> int:
        """How many of the places are municipalities; a county's keys end with three digits."""
        return max(2, min(990, len(self.places) * 45 // 100))

    def dice(self, kind: str, number: object) -> random.Random:
        """The dice of one thing: what else there is does not change them."""
        return random.Random(f"{self.seed} {self.index} {kind} {number}")  # noqa: S311

    def writer(self, kind: str, number: object, symbol: str) -> Writer:
        """Writes the texts of one thing, with the words of a subject."""
        return Writer(self.dice(kind, number), vocabularies(self.seed)[symbol])


def county(seed: int, index: int, name: str, measures: int) -> County:
    """Plan a county.

    Args:
        seed: the same seed gives the same county.
        index: which county of the site it is, from 0.
        name: without „Landkreis“.
        measures: how many measures its concept has.
    """
    size = sizes(measures)
    dice = random.Random(f"{seed} {index}")  # noqa: S311
    symbols = list(SUBJECTS)
    dice.shuffle(symbols)
    shares = [_spread(count, size.fields) for count in (size.themes, size.goals, size.measures, size.projects)]
    fields = tuple(
        _field(place, symbol, *counts) for place, (symbol, *counts) in enumerate(zip(symbols, *shares, strict=False))
    )
    places = tuple(town for town in place_names(dice, size.places + 1) if town != name)[: size.places]
    return County(seed, index, name, size, fields, places)


def _field(place: int, symbol: str, themes: int, goals: int, measures: int, projects: int) -> Field:  # noqa: PLR0917
    digit = place + 1
    numbers = tuple(f"{digit}.{number}" for number in range(1, themes + 1))
    below = dict(zip(numbers, _spread(goals, themes), strict=True)) if numbers else {}
    return Field(
        number=_ROMAN[place],
        digit=digit,
        symbol=symbol,
        themes=numbers,
        goals={theme: tuple(f"{theme}.{number}" for number in range(1, count + 1)) for theme, count in below.items()},
        measures=tuple(f"{digit}-{number}" for number in range(1, measures + 1)),
        projects=tuple(f"{_ROMAN[place]}.{number}" for number in range(1, projects + 1)),
    )


def _spread(count: int, over: int) -> list[int]:
    return [count // over + (index < count % over) for index in range(over)]


def sources(dice: random.Random, section: str) -> list[dict[str, str]]:
    """Where something stands in the document."""
    if dice.random() < 0.9:
        return [{"dokument": DOCUMENT, "abschnitt": section}]
    return [{"dokument": DOCUMENT, "abschnitt": section}, {"dokument": DOCUMENT, "abschnitt": "1. Präambel"}]


def few(dice: random.Random, things: Sequence[str], most: int) -> list[str]:
    """One or more different things; the first of a list are named much more often than the last (Zipf's law)."""
    wanted = min(dice.randint(1, most), len(things))
    found: dict[str, None] = {}
    reach = _reach(len(things))
    while len(found) < wanted:
        found[dice.choices(things, cum_weights=reach)[0]] = None
    return list(found)


_REACHES: dict[int, list[float]] = {}


def _reach(count: int) -> list[float]:
    if count not in _REACHES:
        _REACHES[count] = list(accumulate(1 / (rank + 3) for rank in range(count)))
    return _REACHES[count]
