# Whether the indicators of a concept or a field are on target, as the page on its state shows them: first those of
# which it cannot be told, each with the rule by which it was judged.
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.stapel import Pattern, Stapel, stacked
from kek_build.pages.figure_standing import figure_standing
from kek_build.pages.views import LinkView
from kek_build.steering import TargetState, scope_of

TARGETS = "targets"
"""What is asked for: whether the indicators of a concept, a field or a goal are on target."""

STATES: dict[TargetState, Pattern] = {
    "ohne Angabe": "leer",
    "noch nicht fällig": "punkte",
    "auf Kurs": "schraeg",
    "erreicht": "voll",
    "nicht auf Kurs": "waagrecht",
    "verfehlt": "kreuz",
}
"""How an indicator may stand, first where it cannot be told, and how that is drawn."""


@dataclass(frozen=True)
class Judged:
    """Whether an indicator is on target, and how that was judged."""

    ref: str
    state: TargetState
    told: str


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the table."""

    link: LinkView
    state: TargetState
    told: str


@dataclass(frozen=True)
class IndicatorsView:
    """The indicators of a concept or a field."""

    diagram: Diagramm
    counts: Mapping[TargetState, int]
    """Those states that there are."""
    rows: tuple[IndicatorRow, ...]
    total: int
    missing: int
    """Of how many it cannot be told."""


def targets_of(shop: Workshop, scope: Entry) -> tuple[Judged, ...]:
    """Whether the indicators of a concept, a field or a goal are on target; all of it is one question."""
    return shop.asked(TARGETS, scope.ref, lambda: _judged(shop, scope))


def _judged(shop: Workshop, scope: Entry) -> tuple[Judged, ...]:
    found = ((entry.ref, figure_standing(shop, entry).target) for entry in scope_of(shop.konzept, scope).indicators)
    return tuple(Judged(ref, target.state, target.told) for ref, target in found)


def counts_of(judged: tuple[Judged, ...]) -> dict[TargetState, int]:
    """How many indicators stand how, also where none does."""
    states = [one.state for one in judged]
    return {state: states.count(state) for state in STATES}


def indicators_of(draft: Draft, scope: Entry) -> IndicatorsView | None:
    """The indicators of a concept or a field, ordered by how they stand; None where there are none."""
    judged = targets_of(draft.shop, scope)
    if not judged:
        return None
    counts, order = counts_of(judged), list(STATES)
    shown = sorted(judged, key=lambda one: order.index(one.state))[: draft.shop.limits.links]
    bar = Stapel(f"Alle {len(judged)}", tuple(counts.values()))
    return IndicatorsView(
        stacked("Kennzahlen und ihre Ziele am Stichtag", tuple(STATES.items()), [bar]),
        {state: count for state, count in counts.items() if count},
        tuple(IndicatorRow(draft.link(draft.konzept[one.ref]), one.state, one.told) for one in shown),
        len(judged),
        counts["ohne Angabe"],
    )
