# Deals out the goals of a profile: they stand in one cell, as paragraphs or only as sentences behind each other.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kek_build.wortlaut.document import Paragraph
from kek_build.wortlaut.likeness import Rarity
from kek_build.wortlaut.lists import whole
from kek_build.wortlaut.pairing import judge
from kek_build.wortlaut.slots import Slot

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])")
_NO_END = re.compile(r"(?:\b(?:u\.a|z\.B|bzw|ca|Nr|Abs|d\.h|ggf|inkl|insb|o\.ä|usw|vgl|St|Dr|e\.V)|\d)\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a text; an abbreviation ends none."""
    found: list[str] = []
    for part in _END.split(text):
        if found and _NO_END.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def partition(
    paragraphs: Sequence[Paragraph], places: Sequence[Slot], rarity: Rarity
) -> Iterator[tuple[Slot, Paragraph, bool, str]]:
    """Deal out paragraphs to goals, in order: each goal gets one or more sentences, and none is left.

    Args:
        paragraphs: what the cell holds.
        places: the goals that the content has.
        rarity: knows how rare words are.
    """
    if not paragraphs or not places:
        return
    if len(places) == 1:
        text = whole(paragraphs)
        sure, reason = judge(rarity.likeness(text, places[0].words), 0.0, text, places[0].words, whole=True)
        yield places[0], _joined(paragraphs, text), sure, reason
        return
    if len(paragraphs) == len(places):
        units = list(paragraphs)
    else:
        units = [
            Paragraph(sentence, paragraph.place, keys=paragraph.keys)
            for paragraph in paragraphs
            for sentence in sentences(paragraph.text)
        ]
    if len(units) < len(places):
        return
    for slot, (start, end) in zip(places, _cuts(units, places, rarity), strict=True):
        text = " ".join(unit.text for unit in units[start:end])
        alike = rarity.likeness(text, slot.words)
        rivals = max(rarity.likeness(text, other.words) for other in places if other is not slot)
        sure, reason = judge(alike, rivals, text, slot.words, whole=len(units) == len(places))
        yield slot, _joined(units[start:end], text), sure, reason


def _cuts(units: Sequence[Paragraph], places: Sequence[Slot], rarity: Rarity) -> list[tuple[int, int]]:
    """Where to cut so that the parts are most like the goals."""
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {(0, 0): (0.0, [])}
    for goal, slot in enumerate(places, 1):
        for end in range(goal, len(units) - (len(places) - goal) + 1):
            options = []
            for start in range(goal - 1, end):
                if (before := best.get((goal - 1, start))) is not None:
                    text = " ".join(unit.text for unit in units[start:end])
                    options.append((before[0] + rarity.likeness(text, slot.words), [*before[1], (start, end)]))
            best[goal, end] = max(options, key=lambda option: option[0])
    return best[len(places), len(units)][1]


def _joined(parts: Sequence[Paragraph], text: str) -> Paragraph:
    keys = tuple(key for part in parts for key in part.keys)
    return Paragraph(text, parts[0].place, keys=keys)
