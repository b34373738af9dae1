# Recognises goal hierarchies: numbered goals, a guiding statement in quotes below them, and the goals of the next
# level as a list without numbers. Also lists of guiding statements below the name of a field.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kek_build.wortlaut.cleaning import join
from kek_build.wortlaut.document import Document, Paragraph, flow
from kek_build.wortlaut.found import Findings, Found
from kek_build.wortlaut.likeness import Rarity, nearness, same
from kek_build.wortlaut.lists import with_list
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.pairing import NEAR, judge, pair
from kek_build.wortlaut.slots import Slot, Slots
from kek_build.wortlaut.swot import quadrant

_CONTENTS = re.compile(r"(?:\.\s?){3,}\s*(?:Seite\s*)?\d+(?:\s*[-–]\s*\d+)?$|…+\s*\d+$")
"""How an entry of a table of contents ends."""
_MOST = 500
"""No goal has a longer list below it."""
_END_OF_LINE = 60
_FIELD = re.compile(r"Handlungsfeld\s*(?:\d+|[IVX]+)?\s*[-–:.]?\s*", re.IGNORECASE)
_QUOTED = re.compile(r"[„“\"»](?P<said>.+)[“”\"«]\.?", re.DOTALL)


@dataclass
class _Section:
    """A goal or a field, and what stands below it."""

    ref: str
    heading: Paragraph
    below: list[Paragraph] = field(default_factory=list)
    found: int | None = None
    """Where the goal's own text is among the findings."""
    in_table: bool = False


def recognise(document: Document, slots: Slots, numbers: Numbers, rarity: Rarity, findings: Findings) -> None:
    """Find the wording of goals and guiding statements.

    Args:
        document: what was read.
        slots: the places of the concept.
        numbers: the numbers of its goals and fields.
        rarity: knows how rare words are.
        findings: what was found so far; grows.
    """
    reader = _Reader(slots, numbers, rarity, findings)
    for paragraph, in_table in flow(document):
        reader.take(paragraph, in_table=in_table)
    reader.close()
    _unnumbered(document, slots, findings)


class _Reader:
    def __init__(self, slots: Slots, numbers: Numbers, rarity: Rarity, findings: Findings) -> None:
        self._slots = slots
        self._numbers = numbers
        self._rarity = rarity
        self._findings = findings
        self._goals = slots.numbered("ziel")
        self._section: _Section | None = None

    def take(self, paragraph: Paragraph, *, in_table: bool) -> None:
        """Take the next paragraph of the document; in tables, the name of a field is a value and no heading."""
        if _CONTENTS.search(paragraph.text[-_END_OF_LINE:]):
            self.close()
            self._findings.use([paragraph])
        elif not in_table and (ref := self._field(paragraph)):
            self.close()
            self._findings.use([paragraph])
            self._section = _Section(ref, paragraph)
        elif (split := self._numbers.split(paragraph.text)) and len(split[0]) == 1 and split[0][0] in self._goals:
            self.close()
            self._begin(self._goals[split[0][0]], split[1], paragraph)
            assert self._section is not None
            self._section.in_table = in_table
        elif stranger := self._numbers.unknown(paragraph.text):
            self.close()
            self._findings.strangers.setdefault(stranger, paragraph.place)
        elif self._section is not None:
            if in_table != self._section.in_table or quadrant(paragraph.text):
                self.close()
                return
            if paragraph.heading and not self._is_subject(paragraph):
                self.close()
            else:
                self._section.below.append(paragraph)

    def _is_subject(self, paragraph: Paragraph) -> bool:
        """Whether a heading below a field only says who speaks: `LK Leipzig`."""
        assert self._section is not None
        return self._section.ref in self._slots.titles and not self._section.below and len(paragraph.text) < 40

    def _field(self, paragraph: Paragraph) -> str | None:
        """The field whose name a paragraph begins with; a caption may stand below it without a gap."""
        beginnings = [paragraph.text]
        beginnings += [join(x.text for x in paragraph.lines[:end]) for end in range(1, len(paragraph.lines))]
        for text in beginnings:
            split = self._numbers.split(text)
            numbered = split is not None and split[0][0] in self._slots.titles
            bare = split[1] if split and numbered else _FIELD.sub("", text, count=1)
            for ref, title in self._slots.titles.items():
                if "/" not in ref and same(bare, title):
                    return ref
        return None

    def _begin(self, slot: Slot, rest: str, paragraph: Paragraph) -> None:
        """A goal's number begins a section; its text may have swallowed what stands below it."""
        own, tail = _cut(paragraph, rest, slot.title or "", self._numbers)
        exact = same(own, slot.title or "")
        near = nearness(own, slot.title or "")
        if exact:
            sure, reason = True, "Nummer und Bezeichnung stimmen überein"
        elif near >= NEAR:
            sure, reason = True, "Nummer stimmt, Bezeichnung fast gleich"
        else:
            sure, reason = judge(
                self._rarity.likeness(own, slot.words), 0.0, own, slot.words, whole=False, numbered=True
            )
            reason = f"Nummer stimmt, {reason}" if sure else f"nur die Nummer stimmt, {reason}"
        self._section = _Section(slot.ref, paragraph, [tail] if tail else [], len(self._findings.found))
        if own:
            found = Found(slot, own, paragraph.place, sure, reason, numbered=True, exact=exact)
            self._findings.add(found, [paragraph])
        else:
            self._section.found = None

    def close(self) -> None:
        """End the section: what stands below its heading is known now."""
        section, self._section = self._section, None
        if section is None:
            return
        below = section.below[:_MOST]
        below = self._guiding(section, below)
        children = [s for s in self._slots.inside(section.ref, "ziel") if s.number is None]
        if children and section.ref not in self._slots.titles:
            self._children(below, children)
        elif section.found is not None and not self._slots.inside(section.ref, "ziel"):
            self._own_list(section, below)

    def _guiding(self, section: _Section, below: list[Paragraph]) -> list[Paragraph]:
        """Take the guiding statements out of what stands below a heading."""
        places = self._slots.inside(section.ref, "leitsatz")
        if not places:
            return below
        if len(places) == 1:
            for paragraph in below[:2]:
                if quoted := _QUOTED.fullmatch(paragraph.text):
                    head_is_sure = section.found is None or self._findings.found[section.found].sure
                    alike = self._rarity.likeness(quoted["said"], places[0].words)
                    sure, reason = judge(alike, 0.0, quoted["said"], places[0].words, whole=head_is_sure)
                    reason = f"in Anführungszeichen unter {section.ref}, {reason}"
                    found = Found(places[0], quoted["said"].strip(), paragraph.place, sure and head_is_sure, reason)
                    self._findings.add(found, [paragraph])
                    return [other for other in below if other is not paragraph]
        listed = [paragraph for paragraph in below if paragraph.bullet]
        candidates = listed or [paragraph for paragraph in below if not paragraph.heading]
        for made in pair([p.text for p in candidates], places, self._rarity):
            paragraph = candidates[made.text]
            self._findings.add(
                Found(places[made.slot], paragraph.text, paragraph.place, made.sure, made.reason), [paragraph]
            )
            below = [other for other in below if other is not paragraph]
        return below

    def _children(self, below: list[Paragraph], children: Sequence[Slot]) -> None:
        titles = [child.title for child in children if child.title]
        parts = list(_merged(list(_split(below, titles)), titles))
        for made in pair([p.text for p in parts], children, self._rarity):
            paragraph = parts[made.text]
            found = Found(
                children[made.slot], paragraph.text, paragraph.place, made.sure, made.reason, exact=made.exact
            )
            self._findings.add(found, [paragraph])

    def _own_list(self, section: _Section, below: list[Paragraph]) -> None:
        """The list below a goal without goals of its own is part of its wording."""
        assert section.found is not None
        items = []
        for paragraph in below:
            if not paragraph.bullet:
                break
            items.append(paragraph)
        if items:
            head = self._findings.found[section.found]
            self._findings.found[section.found] = replace(head, text=with_list(head.text, items))
            self._findings.use(items)


def _cut(paragraph: Paragraph, rest: str, title: str, numbers: Numbers) -> tuple[str, Paragraph | None]:
    """A goal's own text, and what was printed below it without a gap."""
    if not title or same(rest, title):
        return rest, None
    for end in range(1, len(paragraph.lines)):
        first = join(line.text for line in paragraph.lines[:end])
        split = numbers.split(first)
        if split and same(split[1], title):
            others = paragraph.lines[end:]
            tail = Paragraph(join(line.text for line in others), others[0].place, lines=others, keys=paragraph.keys)
            return split[1], tail
    return rest, None


def _split(paragraphs: Sequence[Paragraph], titles: Sequence[str]) -> Iterator[Paragraph]:
    """Cut paragraphs apart where one half is a known designation: a bullet was lost between them."""
    for paragraph in paragraphs:
        yield from _split_one(paragraph, titles)


def _split_one(paragraph: Paragraph, titles: Sequence[str]) -> Iterator[Paragraph]:
    lines = paragraph.lines
    if not any(same(paragraph.text, title) for title in titles):
        for end in range(1, len(lines)):
            first, second = join(x.text for x in lines[:end]), join(x.text for x in lines[end:])
            if any(same(first, title) or same(second, title) for title in titles):
                yield replace(paragraph, text=first, lines=lines[:end])
                rest = replace(paragraph, text=second, lines=lines[end:], place=lines[end].place)
                yield from _split_one(rest, titles)
                return
    yield paragraph


def _merged(paragraphs: Sequence[Paragraph], titles: Sequence[str]) -> Iterator[Paragraph]:
    """Put together what a gap or a page has torn apart, where the whole is a known designation."""
    index = 0
    while index < len(paragraphs):
        one = paragraphs[index]
        if index + 1 < len(paragraphs):
            other = paragraphs[index + 1]
            whole = join([one.text, other.text])
            if any(same(whole, title) for title in titles) and not any(same(one.text, title) for title in titles):
                yield replace(one, text=whole, lines=(*one.lines, *other.lines), keys=(*one.keys, *other.keys))
                index += 2
                continue
        yield one
        index += 1


def _unnumbered(document: Document, slots: Slots, findings: Findings) -> None:
    """Goals right below a field that are printed without a number, by their designation alone."""
    places = [slot for slot in slots.of("ziel") if slot.number is None and slot.parent in slots.titles]
    for paragraph in document.paragraphs():
        meant = [slot for slot in places if slot.title and same(paragraph.text, slot.title)]
        for slot in meant:
            only = len(meant) == 1
            reason = "gleich der Bezeichnung" if only else "gleich der Bezeichnung mehrerer Ziele"
            findings.add(Found(slot, paragraph.text, paragraph.place, only, reason, exact=True), [paragraph])
