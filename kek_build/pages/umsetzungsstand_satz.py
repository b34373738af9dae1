# How something is being carried out, in a few sentences, and the way to the page with all numbers: for the top of that
# page, and for the pages of fields and goals. What the content does not say is said first.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.concept.entries import IN_PROGRESS, KINDS
from kek_build.pages.addresses import STANDING, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.standing import tally_of
from kek_build.pages.text import counted
from kek_build.steering import Tally
from kek_build.steering.classes import PHASE

_SUBJECTS = {
    "konzept": ("Das Konzept nennt", "Das Konzept nennt"),
    "handlungsfeld": ("Zu diesem Handlungsfeld gehört", "Zu diesem Handlungsfeld gehören"),
    "ziel": ("Diesem Ziel dient", "Diesem Ziel dienen"),
}
"""How a sentence begins that names one thing, and several."""


@dataclass(frozen=True)
class StandLink:
    """How something is being carried out, and where all numbers are."""

    text: str
    href: str


def has_things(shop: Workshop) -> bool:
    """Whether a concept has anything to carry out."""
    return any(shop.konzept.of_kind(kind) for kind in IN_PROGRESS)


def address_of(shop: Workshop, entry: Entry) -> str:
    """The page on which the state of a concept, a field or a goal is shown."""
    field = shop.konzept.field_of(entry)
    return shop.addresses.section(f"{STANDING}/{field.ref.lower()}" if field else STANDING)


def stand_link(draft: Draft, entry: Entry) -> StandLink | None:
    """What the page of a field or a goal says of it; nothing where nothing is counted for it."""
    found = tally_of(draft.shop, entry)
    if not found.counted.total:
        return None
    return StandLink(sentence(draft.shop, entry), relative(address_of(draft.shop, entry), draft.path))


def sentence(shop: Workshop, entry: Entry) -> str:
    """What is counted, of how many of it the content does not say how far it is, and how many are completed."""
    found = tally_of(shop, entry)
    subject = _SUBJECTS[entry.kind][found.counted.total != 1]
    if not has_things(shop):
        return f"{subject} keine Schlüsselvorhaben und keine Maßnahmen. Deshalb gibt es keinen Stand zu zählen."
    total, missing = found.counted.total, found.missing(PHASE).total
    if not total:
        return f"{subject} keine Schlüsselvorhaben und keine Maßnahmen, die noch bestehen."
    things = f"{subject} {' und '.join(things_of(found))}."
    if total == 1:
        phase = next(name for name, count in found.classes[PHASE.key].items() if count.total)
        return f"{things} Wie weit es ist, ist nicht angegeben." if missing else f"{things} Phase: {phase}."
    if missing == total:
        return f"{things} Wie weit sie sind, ist bei keinem davon angegeben."
    said = (
        f"Bei {missing} von {total} ist nicht angegeben, wie weit sie sind."
        if missing
        else "Bei allen ist angegeben, wie weit sie sind."
    )
    return f"{things} {said} Abgeschlossen: {found.of(PHASE, 'abgeschlossen').total} von {total}."


def things_of(found: Tally) -> Iterator[str]:
    """How many key projects and measures are counted, in words, as far as there are any."""
    for kind, count in zip(IN_PROGRESS, (found.counted.projects, found.counted.measures), strict=True):
        if count:
            yield counted(count, *KINDS[kind][1:])
