# How the measures and key projects of a concept stand on its reference day, what of them is to be looked at again, and
# how fresh what a page says is, for all pages alike. A page asks for the standing of one thing and not for the day: it
# changes only when that thing stands otherwise.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS
from kek_build.models.dates import Datum
from kek_build.steering import (
    Classes,
    Late,
    ReferenceDay,
    Review,
    Stand,
    State,
    Tally,
    classes_of,
    lateness,
    newest,
    reference_day,
    review,
    scope_of,
    stand_of,
    state_of,
    tally,
)
from kek_build.steering.agenda import Agenda, agenda
from kek_build.steering.freshness import DATED, dated
from kek_build.tracing import note, unnoted

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop

STANDING = "standing"
"""What is asked for: how a thing stands."""
TALLY = "tally"
"""What is asked for: how a concept, a field or a goal stands, counted."""
AGENDA = "agenda"
"""What is asked for: which things of a concept or a field are overdue, late, new, dated."""
DAY = "day"
"""What is asked for: the reference day itself."""
UNFINISHED = "unfinished"
"""What is asked for: whether a period is over on the reference day."""
REVIEW = "review"
"""What is asked for: whether a thing should be looked at again."""
NEWEST = "newest"
"""What is asked for: how fresh things of a kind, of a field or of the whole concept are."""


@dataclass(frozen=True)
class Standing:
    """How a measure or key project stands on the reference day."""

    state: State
    late: tuple[Late, ...]
    classes: Classes
    """How it is sorted when the state of the concept is counted."""
    newest: Datum | None
    """The time of the newest news."""


@dataclass(frozen=True)
class Unfinished:
    """A period that is not over on the reference day."""

    newest: Datum | None
    """The newest of which the concept tells, where nobody named the day."""


def unfinished(shop: Workshop, last: date) -> Unfinished | None:
    """That a period which ends with a day is not over on the reference day; None when it is."""
    note(shop.konzept.slug, UNFINISHED, last.isoformat())
    day = _day(shop)
    return Unfinished(None if shop.stichtag else day.told) if day.day < last else None


def day_of(shop: Workshop) -> ReferenceDay:
    """The reference day of a concept, for what shows it."""
    note(shop.konzept.slug, DAY)
    return _day(shop)


def _day(shop: Workshop) -> ReferenceDay:
    with unnoted():  # what it is made from is asked for as a whole
        return shop.once((DAY,), lambda: reference_day(shop.konzept, shop.stichtag))


def standing(shop: Workshop, entry: Entry) -> Standing:
    """How a measure or key project stands."""
    return shop.asked(STANDING, entry.ref, lambda: _standing(shop, entry))


def _standing(shop: Workshop, entry: Entry) -> Standing:
    day = _day(shop).day
    state, late = state_of(entry.own, day), lateness(entry.own, day)
    told = (news.datum for news in entry.own.aktualisierungen if news.datum.first <= day)
    latest = max(told, key=lambda when: when.first, default=None)
    return Standing(state, late, classes_of(entry.own, state, late, day), latest)


def agenda_of(shop: Workshop, entry: Entry) -> Agenda:
    """What is listed of a concept or a field; all of it is one question, as its numbers are."""
    return shop.asked(
        AGENDA,
        entry.ref,
        lambda: agenda(scope_of(shop.konzept, entry), _day(shop).day, lambda thing: standing(shop, thing)),
    )


def tally_of(shop: Workshop, entry: Entry) -> Tally:
    """How a concept, a field or a goal stands, counted; all of it is one question, however much it counts."""
    return shop.asked(
        TALLY,
        entry.ref,
        lambda: tally(scope_of(shop.konzept, entry), lambda thing: standing(shop, thing).classes),
    )


def review_of(shop: Workshop, entry: Entry) -> Review | None:
    """Whether a thing should be looked at again."""
    return shop.asked(REVIEW, entry.ref, lambda: review(shop.konzept, entry, _day(shop).day))


def due_words(shop: Workshop, entry: Entry) -> str | None:
    """That somebody should look at a thing again, in words; None where nobody should."""
    found = review_of(shop, entry)
    return found.words if found else None


def newest_of(shop: Workshop, about: str) -> Stand:
    """How fresh the newest is of all things of a kind, or of what belongs to a field or goal.

    Args:
        shop: what the pages of the concept share.
        about: the kind, or the reference of the field or goal; with `konzept`, it is all that the concept says.
    """
    return shop.asked(NEWEST, about, lambda: newest(shop.konzept, _things(shop.konzept, about)))


def _things(konzept: Konzept, about: str) -> Iterable[Entry]:
    if about == CONCEPT_REF:
        return dated(konzept)
    if about in KINDS:
        return konzept.of_kind(about)
    scope = scope_of(konzept, konzept[about])
    return (*scope.things, *scope.indicators)


@dataclass(frozen=True)
class StandView:
    """How fresh what a page says is, as it says so."""

    when: str
    iso: str
    why: str
    """What the date is of, in words."""
    edition: bool
    """Whether it is that of the document's edition."""
    review: str | None = None
    """That somebody should look at it again, in words."""


def stand_view(shop: Workshop, stand: Stand, why: str = "neueste Angabe auf dieser Seite") -> StandView:
    """How fresh what a page says is, as it says so.

    Args:
        shop: what the pages of the concept share.
        stand: how fresh it is.
        why: what the date is of, where it is not that of the edition.
    """
    told = why if stand.own else f"Dokument, {shop.konzept.datei.fassung.bezeichnung}"
    return StandView(str(stand.when), stand.when.iso(), told, not stand.own)


def page_stand(shop: Workshop, entry: Entry | None) -> StandView:
    """How fresh what the page of a thing says is; what shows none is as fresh as the edition."""
    if entry is None:
        return stand_view(shop, newest(shop.konzept, ()))
    if entry.kind == CONCEPT_REF:
        return stand_view(shop, newest_of(shop, CONCEPT_REF), "neueste Angabe im Konzept")
    found = stand_view(shop, stand_of(shop.konzept, entry))
    return replace(found, review=due_words(shop, entry)) if entry.kind in DATED else found


def scope_stand(shop: Workshop, entry: Entry) -> StandView:
    """How fresh a page is that counts what belongs to the concept, a field or a goal."""
    return stand_view(shop, newest_of(shop, entry.ref), "neueste Angabe, die hier gezählt ist")


def list_stand(shop: Workshop, kind: str) -> StandView:
    """How fresh a page is that lists things of a kind."""
    return stand_view(shop, newest_of(shop, kind), "neueste Angabe in dieser Liste")
