# How many things a county's concept of N measures has. Leipzig's 79 measures, 14 key projects, 76 actors, 48 places and
# 12 topics, and Börde's 138 goals, are where the curves begin; what a county only has once (places, actors, terms)
# grows slower than its measures, what belongs to measures (key projects, goals) grows with them.
from __future__ import annotations

from dataclasses import dataclass

_SHIPPED = 80
"""Measures of the shipped concept that the other numbers stand beside."""


@dataclass(frozen=True)
class Sizes:
    """How much there is of everything."""

    measures: int
    fields: int
    themes: int
    """Goals of the first level, over all fields."""
    goals: int
    """Goals of the second level; with the themes about a sixth of the measures. Those of the third have no page."""
    projects: int
    topics: int
    """Topics of the SWOT analysis, with about twenty statements each."""
    indicators: int
    actors: int
    places: int
    terms: int

    @property
    def pages(self) -> int:
        """How many things have a page of their own."""
        return (self.measures + self.fields + self.themes + self.goals + self.projects + self.topics + self.indicators
                + self.actors + self.places)  # fmt: skip


def sizes(measures: int) -> Sizes:
    """The sizes of a concept.

    Args:
        measures: at least one.

    Raises:
        ValueError: there are none.
    """
    if measures < 1:
        raise ValueError("Ein Konzept hat mindestens eine Maßnahme.")
    grown = measures / _SHIPPED
    fields = max(1, min(12, round(4 * grown**0.2), measures))
    themes = max(fields, round(measures / 20))
    return Sizes(
        measures=measures,
        fields=fields,
        themes=themes,
        goals=max(themes, round(measures / 6) - themes),
        projects=max(1, round(measures / 8)),
        topics=max(2, round(12 * grown**0.5)),
        indicators=max(2, round(measures / 15)),
        actors=max(6, round(75 * grown**0.5)),
        places=max(6, round(48 * grown**0.6)),
        terms=max(10, round(150 * grown**0.3)),
    )


def shares(measures: int, counties: int) -> list[int]:
    """The measures of each county, as even as can be.

    Raises:
        ValueError: there are fewer measures than counties, or no county.
    """
    if not 1 <= counties <= measures:
        raise ValueError("Jeder Landkreis braucht mindestens eine Maßnahme.")
    return [measures // counties + (index < measures % counties) for index in range(counties)]
