# How the measures and key projects of a concept stand on its reference day, for all pages alike. A page asks for the
# standing of one thing and not for the day: it changes only when that thing stands otherwise.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kek_build.concept import Entry
from kek_build.models.dates import Datum
from kek_build.steering import (
    Classes,
    Late,
    ReferenceDay,
    State,
    Tally,
    classes_of,
    lateness,
    reference_day,
    scope_of,
    state_of,
    tally,
)
from kek_build.tracing import note, unnoted

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop

STANDING = "standing"
"""What is asked for: how a thing stands."""
TALLY = "tally"
"""What is asked for: how a concept, a field or a goal stands, counted."""
DAY = "day"
"""What is asked for: the reference day itself."""


@dataclass(frozen=True)
class Standing:
    """How a measure or key project stands on the reference day."""

    state: State
    late: tuple[Late, ...]
    classes: Classes
    """How it is sorted when the state of the concept is counted."""
    newest: Datum | None
    """The time of the newest news."""


def day_of(shop: Workshop) -> ReferenceDay:
    """The reference day of a concept, for what shows it."""
    note(shop.konzept.slug, DAY)
    return _day(shop)


def _day(shop: Workshop) -> ReferenceDay:
    with unnoted():  # what it is made from is asked for as a whole
        return shop.once((DAY,), lambda: reference_day(shop.konzept, shop.stichtag))


def standing(shop: Workshop, entry: Entry) -> Standing:
    """How a measure or key project stands."""
    note(shop.konzept.slug, STANDING, entry.ref)
    with unnoted():
        return shop.once((STANDING, entry.ref), lambda: _standing(shop, entry))


def _standing(shop: Workshop, entry: Entry) -> Standing:
    day = _day(shop).day
    state, late = state_of(entry.own, day), lateness(entry.own, day)
    told = (news.datum for news in entry.own.aktualisierungen if news.datum.first <= day)
    newest = max(told, key=lambda when: when.first, default=None)
    return Standing(state, late, classes_of(entry.own, state, late, day), newest)


def tally_of(shop: Workshop, entry: Entry) -> Tally:
    """How a concept, a field or a goal stands, counted; all of it is one question, however much it counts."""
    note(shop.konzept.slug, TALLY, entry.ref)
    with unnoted():
        return shop.once(
            (TALLY, entry.ref),
            lambda: tally(scope_of(shop.konzept, entry), lambda thing: standing(shop, thing).classes),
        )
