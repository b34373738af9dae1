# Reads a document for a concept and recognises in it what belongs where.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kek_build.concept import Konzept
from kek_build.wortlaut import goals, profiles, swot
from kek_build.wortlaut.cleaning import mend_known, settle, words_of
from kek_build.wortlaut.decisions import Decision, decide
from kek_build.wortlaut.document import Document, Paragraph, Place
from kek_build.wortlaut.found import Findings, Found
from kek_build.wortlaut.likeness import Rarity, set_alike
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.readers import read
from kek_build.wortlaut.readers.limits import Report, silent
from kek_build.wortlaut.slots import slots_of


@dataclass(frozen=True)
class Recognition:
    """What a document holds of a concept."""

    konzept: Konzept
    document: Document
    decisions: tuple[Decision, ...]
    """For every place of the concept, in its order."""
    left_over: tuple[Paragraph, ...]
    """Paragraphs that nobody claimed."""
    strangers: tuple[tuple[str, Place], ...]
    """Numbers in the document that the concept does not know."""


def recognise(konzept: Konzept, path: Path, report: Report = silent) -> Recognition:
    """Read a document and find what it holds of a concept.

    Args:
        konzept: the concept, without problems.
        path: the document.
        report: is told what takes long.

    Raises:
        SetupError: the document cannot be read.
    """
    numbers = Numbers(entry.number for entry in konzept.entries.values() if entry.number)
    document = read(path, numbers, report)
    report("Die Texte werden zugeordnet", 0, 0)
    slots = slots_of(konzept)
    paragraphs = list(document.paragraphs())
    rarity = Rarity([*(slot.words for slot in slots.all), *(paragraph.text for paragraph in paragraphs)])
    findings = Findings()
    goals.recognise(document, slots, numbers, rarity, findings)
    swot.recognise(document, slots, rarity, findings)
    profiles.recognise(document, slots, numbers, rarity, findings)
    words = words_of([*(slot.words for slot in slots.all), *(paragraph.text for paragraph in paragraphs)])
    found = [_mended(one, words) for one in findings.found]
    return Recognition(
        konzept,
        document,
        decide(slots, found),
        tuple(_unused(paragraphs, findings.used)),
        tuple(findings.strangers.items()),
    )


def _mended(found: Found, words: frozenset[str]) -> Found:
    """A text without what is left of broken words; a designation as the content writes it, where letters agree."""
    title = found.slot.title
    text, certain = settle(found.text, words)
    if found.exact and title and set_alike(text, title):
        return replace(found, text=title)
    if found.sure and not certain:
        reason = f"am Rand einer Spalte ist vielleicht ein langes Wort zerteilt; {found.reason}"
        found = replace(found, sure=False, reason=reason)
    return replace(found, text=mend_known(text, words))


def _unused(paragraphs: list[Paragraph], used: set[int]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if not used.issuperset(paragraph.keys):
            yield paragraph
