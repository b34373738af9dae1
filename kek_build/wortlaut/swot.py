# Recognises a SWOT analysis: lists under Stärken, Schwächen, Chancen and Risiken, one after the other or as a table of
# two by two, for one topic after the other. Where the topics' names are pictures, what the statements say tells them.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kek_build.models import QUADRANTS
from kek_build.wortlaut.document import Block, Document, Paragraph, Row
from kek_build.wortlaut.found import Findings, Found
from kek_build.wortlaut.likeness import Rarity, nearness
from kek_build.wortlaut.lists import with_list
from kek_build.wortlaut.pairing import ALIKE, pair
from kek_build.wortlaut.slots import Slots

_NAMES = {"stärken": "staerken", "schwächen": "schwaechen", "chancen": "chancen", "risiken": "risiken",
          "stärke": "staerken", "schwäche": "schwaechen", "chance": "chancen", "risiko": "risiken",
          "risiken und gefahren": "risiken", "gefahren": "risiken"}  # fmt: skip
_HEADING = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+)?(?P<name>[A-Za-zäöüÄÖÜ ]+?)\s*(?:\((?:[+–-]|intern|extern)\))?\s*:?")
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[a-z]\))\s+")
_MOST = 500
"""No list of an analysis is longer; something else stands there."""
_TITLE_NEAR = 0.85
_MIN_TOPIC = 0.2
"""How alike the statements of a group and of a topic must be in the mean, when no heading names it."""


@dataclass
class _Item:
    """A statement as printed, with its points."""

    head: Paragraph
    points: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return with_list(self.head.text, self.points)


@dataclass
class _Group:
    """The four lists of one topic."""

    heading: str | None
    quadrants: dict[str, list[_Item]] = field(default_factory=dict)


def recognise(document: Document, slots: Slots, rarity: Rarity, findings: Findings) -> None:
    """Find the wording of SWOT statements.

    Args:
        document: what was read.
        slots: the places of the concept.
        rarity: knows how rare words are.
        findings: what was found so far; grows.
    """
    topics = {ref: title for ref, title in slots.titles.items() if ref.startswith("swot/")}
    if not topics:
        return
    groups = [group for group in _Groups(topics, findings).read(document.blocks) if group.quadrants]
    groups = [group for group in groups if max(map(len, group.quadrants.values())) <= _MOST]
    for group, ref in _assign(groups, topics, slots, rarity):
        for quadrant, items in group.quadrants.items():
            places = [s for s in slots.inside(ref, "aussage") if s.path[0] == quadrant]
            for made in pair([item.text for item in items], places, rarity):
                item = items[made.text]
                place, sure, reason = places[made.slot], made.sure, made.reason
                if place.has_points and not item.points:
                    sure, reason = False, f"Unterpunkte fehlen, {reason}"
                found = Found(place, item.text, item.head.place, sure, reason)
                findings.add(found, [item.head, *item.points])


class _Groups:
    """Collects the lists of a document, topic by topic."""

    def __init__(self, topics: dict[str, str], findings: Findings) -> None:
        self._topics = topics
        self._findings = findings
        self._groups: list[_Group] = [_Group(None)]
        self._quadrant: str | None = None

    def read(self, blocks: Sequence[Block]) -> list[_Group]:
        columns: list[str | None] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                columns = []
                self._paragraph(block)
                continue
            named = [quadrant(cell[0].text) if cell else None for cell in block.cells]
            if any(named):
                columns = named
                self._row(block, named, first_is_name=True)
            elif any(columns) and len(block.cells) == len(columns):
                self._row(block, columns, first_is_name=False)
            else:
                columns, self._quadrant = [], None
        return self._groups

    def _row(self, row: Row, names: Sequence[str | None], *, first_is_name: bool) -> None:
        for cell, name in zip(row.cells, names, strict=True):
            if name is None:
                continue
            if first_is_name:
                self._open(name)
                self._findings.use(cell[:1])
            self._quadrant = name
            for paragraph in cell[1:] if first_is_name else cell:
                self._item(paragraph)
        self._quadrant = None

    def _paragraph(self, paragraph: Paragraph) -> None:
        if name := quadrant(paragraph.text):
            self._open(name)
            self._quadrant = name
            self._findings.use([paragraph])
        elif ref := self._topic(paragraph):
            self._groups.append(_Group(ref))
            self._quadrant = None
            self._findings.use([paragraph])
        elif paragraph.heading:
            self._quadrant = None
        elif self._quadrant is not None:
            self._item(paragraph)

    def _open(self, name: str) -> None:
        """A list begins; with a name that the group has already, a new group."""
        if name in self._groups[-1].quadrants:
            self._groups.append(_Group(None))
        self._groups[-1].quadrants[name] = []

    def _topic(self, paragraph: Paragraph) -> str | None:
        if paragraph.bullet:
            return None
        bare = _NUMBERED.sub("", paragraph.text)
        near = {ref: nearness(bare, title) for ref, title in self._topics.items()}
        best = max(near, key=lambda ref: near[ref])
        return best if near[best] >= _TITLE_NEAR else None

    def _item(self, paragraph: Paragraph) -> None:
        assert self._quadrant is not None
        items = self._groups[-1].quadrants[self._quadrant]
        if paragraph.bullet > 1 and items:
            items[-1].points.append(paragraph)
        else:
            items.append(_Item(paragraph))


def quadrant(text: str) -> str | None:
    """The key of the list whose name a paragraph is; None when it is none."""
    found = _HEADING.fullmatch(text)
    return _NAMES.get(found["name"].strip().lower()) if found else None


def _assign(
    groups: Sequence[_Group], topics: dict[str, str], slots: Slots, rarity: Rarity
) -> Iterator[tuple[_Group, str]]:
    """Each group with its topic: by its heading, else by what it says, the clearest first, each topic once."""
    named = {id(group): group.heading for group in groups if group.heading}
    yield from ((group, group.heading) for group in groups if group.heading)
    free = [ref for ref in topics if ref not in named.values()]
    nameless = [group for group in groups if group.heading is None]
    likeness = {(index, ref): _mean(group, ref, slots, rarity) for index, group in enumerate(nameless) for ref in free}
    taken: set[int] = set()
    for index, ref in sorted(likeness, key=lambda key: -likeness[key]):
        if index in taken or ref not in free or likeness[index, ref] < _MIN_TOPIC:
            continue
        taken.add(index)
        free.remove(ref)
        yield nameless[index], ref


def _mean(group: _Group, ref: str, slots: Slots, rarity: Rarity) -> float:
    """How alike the statements of a group and of a topic are."""
    places = slots.inside(ref, "aussage")
    found = [
        max((rarity.likeness(item.text, s.words) for s in places if s.path[0] == quadrant), default=0.0)
        for quadrant, items in group.quadrants.items()
        for item in items
    ]
    return sum(found) / len(found) if found else 0.0


assert set(_NAMES.values()) == set(QUADRANTS)
assert ALIKE >= _MIN_TOPIC
