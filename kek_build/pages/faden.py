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
        steps = [*faden.above.get(kind, ()), *faden.below.get(kind, ())]
        label = KINDS[kind][2]
        links = tuple(_link(draft, step) for step in steps)
        if entry.kind == kind:
            own = draft.link(entry)
            levels.append(FadenLevel(kind, label, True, (own, *(link for link in links if link.href != own.href)), False))
        else:
            levels.append(FadenLevel(kind, label, False, links, kind == "aussage" or entry.kind == "aussage"))
    return tuple(levels)


def _link(draft: Draft, step: Step) -> LinkView:
    note = f"über {step.via.number or step.via.short_title}" if step.via else None
    return draft.link(step.entry, note)
