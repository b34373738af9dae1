# The Roter Faden as a page shows it: six levels from statement to indicator, with this page's own place among them.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.concept import Entry, Step, roter_faden
from kek_build.concept.entries import KINDS
from kek_build.concept.roter_faden import LEVELS
from kek_build.pages.draft import Draft, LinkView


@dataclass(frozen=True)
class FadenLevel:
    """One level of the chain."""

    kind: str
    label: str
    here: bool
    links: tuple[LinkView, ...]
    editorial: bool


def faden_view(draft: Draft, entry: Entry) -> tuple[FadenLevel, ...]:
    """The chain through one thing; empty when nothing stands above or below it."""
    faden = roter_faden(draft.konzept, entry.ref)
    if not faden.above and not faden.below:
        return ()
    levels = []
    for kind in LEVELS:
        if not draft.konzept.of_kind(kind):
            continue
        above, below = (tuple(_link(draft, s) for s in steps.get(kind, ())) for steps in (faden.above, faden.below))
        here = entry.kind == kind
        links = (*above, draft.link(entry), *below) if here else (*above, *below)
        editorial = not here and "aussage" in {kind, entry.kind}
        levels.append(FadenLevel(kind, KINDS[kind][2], here, links, editorial))
    return tuple(levels)


def _link(draft: Draft, step: Step) -> LinkView:
    note = f"über {step.via.number or step.via.short_title}" if step.via else None
    return draft.link(step.entry, note)
