# What other sites can show of a thing: the words of its card, which its badge shortens. All of it is plain text,
# computed once for each thing; how it looks is the business of `kek_build.embeds`.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kek_build.concept import Entry, Konzept
from kek_build.models import Kennzahl
from kek_build.pages import text as texts
from kek_build.pages.drawings.punkte import Punkt, points
from kek_build.pages.figure_standing import STATE_WORDS, figure_standing
from kek_build.pages.standing import standing
from kek_build.pages.text import counted
from kek_build.steering import stand_of

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop

EMBEDDABLE = ("massnahme", "schluesselvorhaben", "ziel", "kennzahl", "ort")
"""The kinds of things that have a card and a badge."""

LEAD_LENGTH = 170
_THINGS = 3
"""How many things a card names, of those it counts."""
_PROGRESS = {"massnahme", "schluesselvorhaben"}
_COUNTED = {
    "schluesselvorhaben": ("Schlüsselvorhaben", "Schlüsselvorhaben"),
    "massnahme": ("Maßnahme", "Maßnahmen"),
    "ziel": ("Ziel", "Ziele"),
}


@dataclass(frozen=True)
class CardView:
    """What a card says."""

    entry: Entry
    kind: str
    number: str | None
    title: str
    lead: str
    """A sentence or two; empty where the document says nothing."""
    states: tuple[str, ...]
    """How it stands, in words: phase and status, newest value and target, or what there is of it."""
    stand: str = ""
    """How fresh that is: the date of its newest statement."""
    things: tuple[str, ...] = ()
    """The first of the things that the states count."""

    @property
    def name(self) -> str:
        """`Maßnahme 3-34`; of things without number, kind and title: `Ort Zwenkau`."""
        return f"{self.kind} {self.number or self.title}"

    @property
    def full_title(self) -> str:
        """`Maßnahme 3-34: Mobilitätskonzept weiterentwickeln`."""
        return f"{self.name}: {self.title}" if self.number else f"{self.kind}: {self.title}"


def card_view(shop: Workshop, entry: Entry) -> CardView:
    """The words of a card.

    Args:
        shop: what the pages of the concept share.
        entry: a thing of one of the embeddable kinds.
    """
    konzept = shop.konzept
    related = tuple(_related(konzept, entry))
    return CardView(
        entry,
        konzept.kind_name(entry),
        entry.number,
        texts.without_references(entry.title, konzept.resolve),
        _lead(konzept, entry),
        tuple(_states(shop, entry, related)),
        str(stand_of(konzept, entry).when),
        tuple(_named(konzept, thing) for thing in related[:_THINGS]) if entry.kind == "ort" else (),
    )


def anchored_goals(shop: Workshop, entry: Entry) -> Iterator[Entry]:
    """The goals that stand on the page of a field or goal because they have none of their own."""
    for goal in shop.konzept.children(entry.ref, "ziel"):
        if not shop.addresses.has_page(goal):
            yield goal
            yield from anchored_goals(shop, goal)


def _lead(konzept: Konzept, entry: Entry) -> str:
    """The short text of a thing, or the beginning of what it says otherwise."""
    model = entry.model
    points_of = getattr(model, "punkte", ())
    said = (getattr(model, name, None) for name in ("kurz", "wortlaut", "beschreibung"))
    text = next(filter(None, said), None) or next((point.text for point in points_of), "")
    return texts.shorten(texts.without_references(text, konzept.resolve), LEAD_LENGTH)


def _named(konzept: Konzept, entry: Entry) -> str:
    title = texts.without_references(entry.short_title, konzept.resolve)
    return texts.shorten(f"{entry.number} {title}" if entry.number else title, 80)


def _related(konzept: Konzept, entry: Entry) -> Iterator[Entry]:
    """The key projects, measures and goals that belong to a place or goal."""
    if entry.kind == "ort":
        found = konzept.sources(entry.ref, "orte")
    elif entry.kind == "ziel":
        named = konzept.targets(entry.ref, "schluesselvorhaben", "massnahmen")
        found = (*named, *konzept.sources(entry.ref, "ziele"), *konzept.children(entry.ref, "ziel"))
    else:
        return
    for kind in _COUNTED:
        yield from {thing.ref: thing for thing in found if thing.kind == kind}.values()


def _states(shop: Workshop, entry: Entry, related: tuple[Entry, ...]) -> Iterator[str]:
    konzept = shop.konzept
    if entry.kind in _PROGRESS:
        yield from standing(shop, entry).state.words or ("Status nicht angegeben",)
    elif entry.kind == "kennzahl":
        target = figure_standing(shop, entry).target
        if target.state != "ohne Angabe":
            yield STATE_WORDS[target.state]
        yield from _figures(entry.model)
    else:
        names = dict(_COUNTED)
        if entry.kind == "ziel" and entry.depth + 1 < len(konzept.datei.ebenen):
            level = konzept.datei.ebenen[entry.depth + 1]
            names["ziel"] = level.einzahl, level.mehrzahl
        counts = [(sum(thing.kind == kind for thing in related), *name) for kind, name in names.items()]
        yield from [counted(*count) for count in counts if count[0]] or ["Keine Maßnahmen dazu genannt"]


def _figures(model: Kennzahl) -> Iterator[str]:
    """The newest value and the target that comes last; of several variants, the first."""
    given = tuple(points(model))
    values = [point for point in given if point.kind in {"Ausgangswert", "Wert"}]
    targets = [point for point in given if point.kind == "Zielwert"]
    for found in (_latest(values), _latest(targets)):
        if found:
            yield found.said
    if not values and not targets:
        yield "Wert nicht angegeben"


def _latest(found: list[Punkt]) -> Punkt | None:
    """The last in time; one without a date counts only when there is no other."""
    return max(found, key=lambda point: float("-inf") if point.year is None else point.year, default=None)
