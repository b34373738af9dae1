# The Roter Faden as a page shows it: the levels from statement to indicator with this page's own place among them, as
# a picture, in one sentence, and as a complete list.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kek_build.concept import Entry, RoterFaden, Step, roter_faden, strands
from kek_build.concept.entries import KINDS, capital
from kek_build.concept.roter_faden import LEVELS
from kek_build.pages.draft import Draft
from kek_build.pages.drawings.faden_bild import FadenBild, Level, Stop, draw
from kek_build.pages.drawings.faden_satz import Named, sentence
from kek_build.pages.views import LinkView

FOLDED_FROM = 7
"""A level with so many things is folded to its first four."""

_Links = Mapping[str, LinkView]
"""The link to each thing of the chain, by its reference, without a note."""


@dataclass(frozen=True)
class FadenLevel:
    """One level of the chain in the list."""

    kind: str
    label: str
    anchor: str
    here: bool
    editorial: bool
    """Whether all links of this level are the editors'."""
    links: tuple[LinkView, ...]
    folded: tuple[LinkView, ...]
    """Those that are shown on demand."""
    left: int = 0
    """How many more there are, when there are too many to show."""


@dataclass(frozen=True)
class FadenView:
    """The chain through one thing."""

    sentence: str
    picture: FadenBild
    levels: tuple[FadenLevel, ...]


@dataclass(frozen=True)
class _Level:
    kind: str
    one: str
    many: str
    anchor: str
    here: bool
    above: tuple[Step, ...]
    below: tuple[Step, ...]

    @property
    def label(self) -> str:
        return self.one if len(self.above) + len(self.below) + self.here == 1 else self.many


def faden_view(draft: Draft, entry: Entry) -> FadenView | None:
    """The chain through one thing; None when nothing stands above or below it."""
    faden = roter_faden(draft.konzept, entry.ref)
    if not faden.above and not faden.below:
        return None
    levels = tuple(_levels(draft, entry, faden))
    plain = {thing.ref: draft.link(thing) for level in levels for thing in _entries(entry, level)}
    stops = {level.anchor: tuple(_stops(plain, entry, level)) for level in levels}
    links = strands(draft.konzept, [stop.ref for found in stops.values() for stop in found])
    editorial = {frozenset((link.upper, link.lower)) for link in links if link.editorial}
    picture = draw([Level(capital(x.label), x.anchor, x.here, stops[x.anchor]) for x in levels], links)
    shown = tuple(_listed(draft, entry, level, plain, editorial) for level in levels)
    return FadenView(_sentence(draft, entry, levels, plain), picture, shown)


def _levels(draft: Draft, entry: Entry, faden: RoterFaden) -> Iterator[_Level]:
    """The levels that the concept has; goals have as many as it declares."""
    for kind in LEVELS:
        steps = faden.above.get(kind, ()), faden.below.get(kind, ())
        if kind != "ziel":
            if draft.konzept.of_kind(kind):
                _, one, many = KINDS[kind]
                yield _Level(kind, one, many, f"faden-{kind}", entry.kind == kind, *steps)
            continue
        for depth, names in enumerate(draft.konzept.datei.ebenen):
            if any(goal.depth == depth for goal in draft.konzept.of_kind(kind)):
                here = entry.kind == kind and entry.depth == depth
                above, below = (tuple(step for step in side if step.entry.depth == depth) for side in steps)
                yield _Level(kind, names.einzahl, names.mehrzahl, f"faden-ziel-{depth + 1}", here, above, below)


def _entries(entry: Entry, level: _Level) -> list[Entry]:
    return [step.entry for step in level.above] + [entry] * level.here + [step.entry for step in level.below]


def _stops(plain: _Links, entry: Entry, level: _Level) -> Iterator[Stop]:
    for thing in _entries(entry, level):
        link = plain[thing.ref]
        name = f"{link.number} {link.title}" if link.number else link.title
        yield Stop(thing.ref, link.number or link.title, name, link.href)


def _listed(draft: Draft, entry: Entry, level: _Level, plain: _Links, pairs: set[frozenset[str]]) -> FadenLevel:
    links = (
        *(_link(draft, step, plain) for step in level.above),
        *([plain[entry.ref]] if level.here else []),
        *(_link(draft, step, plain) for step in level.below),
    )
    shown = len(links) if len(links) < FOLDED_FROM else 4
    steps = [] if level.here else [*level.above, *level.below]
    by_editors = all(level.kind == "aussage" or frozenset((entry.ref, step.entry.ref)) in pairs for step in steps)
    editorial = bool(steps) and by_editors
    label = capital(level.label)
    most = draft.shop.limits.links
    left = max(0, len(links) - most)
    return FadenLevel(level.kind, label, level.anchor, level.here, editorial, links[:shown], links[shown:most], left)


def _link(draft: Draft, step: Step, plain: _Links) -> LinkView:
    if step.via is None:
        return plain[step.entry.ref]
    return draft.link(step.entry, f"über {step.via.number or step.via.short_title}")


def _sentence(draft: Draft, entry: Entry, levels: tuple[_Level, ...], plain: _Links) -> str:
    def named(level: _Level, steps: tuple[Step, ...]) -> Named:
        links = [plain[step.entry.ref] for step in steps]
        return Named(level.one, level.many, tuple(link.number or f"„{link.title}“" for link in links))

    above = [named(level, level.above) for level in reversed(levels) if level.above and level.kind != "aussage"]
    statements = [named(level, level.above) for level in levels if level.above and level.kind == "aussage"]
    below = [named(level, level.below) for level in levels if level.below]
    link = plain[entry.ref]
    subject = f"{draft.konzept.kind_name(entry)} {link.number or f'„{link.title}“'}"
    return sentence(subject, above, statements[0] if statements else None, below)
