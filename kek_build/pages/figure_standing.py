# How the indicators of a concept stand on its reference day, for all pages alike: as with measures (`standing`), a page
# asks for the standing of one indicator and not for the day.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kek_build.concept import Entry
from kek_build.models import Kennzahl
from kek_build.pages.standing import day_of
from kek_build.steering import OnTarget, TargetState, on_target
from kek_build.steering.figures_told import told

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop

FIGURES = "figures"
"""What is asked for: how an indicator stands."""

STATE_WORDS: dict[TargetState, str] = {
    "erreicht": "Ziel erreicht",
    "auf Kurs": "auf Kurs zum Ziel",
    "nicht auf Kurs": "nicht auf Kurs zum Ziel",
    "verfehlt": "Ziel verfehlt",
    "noch nicht fällig": "Ziel noch nicht fällig",
    "ohne Angabe": "Ziel: Stand nicht angegeben",
}
"""Whether an indicator is on target, in a few words."""


@dataclass(frozen=True)
class FigureStanding:
    """How an indicator stands on the reference day."""

    target: OnTarget
    told: tuple[str, ...]
    """What its values say, in sentences."""
    overdue: bool
    """Whether new values should have come."""


def figure_standing(shop: Workshop, entry: Entry) -> FigureStanding:
    """How an indicator stands."""
    return shop.asked(FIGURES, entry.ref, lambda: _figure_standing(shop, entry))


def _figure_standing(shop: Workshop, entry: Entry) -> FigureStanding:
    day = day_of(shop).day
    model: Kennzahl = entry.own
    due = model.naechste_werte
    return FigureStanding(on_target(model, day), told(model, day), bool(due and due.last < day))
