# Recognises the profiles of key projects: a table with the number and title on top, and rows for goals, description and
# measures. Measures stand behind their numbers, in a column of their own or not, and go on in the next row or on the
# next page.
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kek_build.wortlaut.cleaning import join
from kek_build.wortlaut.document import Cell, Document, Paragraph, Row
from kek_build.wortlaut.found import Findings, Found
from kek_build.wortlaut.likeness import Rarity, nearness, same
from kek_build.wortlaut.lists import whole
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.pairing import ALIKE, NEAR, judge
from kek_build.wortlaut.sentences import partition
from kek_build.wortlaut.slots import Slot, Slots

_PROJECT = re.compile(r"Schl[üu]sselvorhaben\s*:?\s*(?P<number>[0-9IVXl]+(?:[.-]\s?[0-9]+)*)\s*$")
_LABELS = {
    "feld": re.compile(r"Handlungsfeld(?:er)?\b.{0,30}"),
    "ziel": re.compile(r"Ziele?\b.{0,20}"),
    "text": re.compile(r"(?:Kurzb|B)eschreibung\b.{0,30}"),
    "massnahmen": re.compile(r"(?:(?:Weitere|Flankierende|Kern)\s*)?Maßnahmen?\b(?!\s*träger).*"),
    "sonst": re.compile(
        r"(?:Bearbeitungsstand|Stand\b|Träger|(?:Erforderliche )?Arbeitsschritte|Ansprechpartner|"
        r"Zuständig|Verantwortlich|Beteiligte|Partner|Kosten|Finanzierung|Zeit|Laufzeit|Priorität|Indikator|Kennzahl)"
        r".{0,60}"
    ),
}
_ONCE = {"feld", "ziel", "text"}
"""Rows that a profile has once: with the second, another profile has begun whose head was not recognised."""
_ENDED = re.compile(r"[.!?:;]$")


@dataclass
class _Measure:
    """Measures that share a text, and the text."""

    numbers: tuple[str, ...]
    paragraphs: list[Paragraph]
    project: str | None


@dataclass
class _Profile:
    """A key project's table."""

    slot: Slot
    title_is_same: bool
    number_is_read: bool
    parts: dict[str, list[Paragraph]] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)


def recognise(document: Document, slots: Slots, numbers: Numbers, rarity: Rarity, findings: Findings) -> None:
    """Find the wording of key projects, of the goals in their profiles, and of measures.

    Args:
        document: what was read.
        slots: the places of the concept.
        numbers: the numbers of its measures and key projects.
        rarity: knows how rare words are.
        findings: what was found so far; grows.
    """
    if not slots.of("schluesselvorhaben", "massnahme"):
        return
    reader = _Reader(slots, numbers, rarity, findings)
    for block in document.blocks:
        if isinstance(block, Row):
            reader.row(block)
        else:
            reader.paragraph(block)
    reader.close()


class _Reader:
    def __init__(self, slots: Slots, numbers: Numbers, rarity: Rarity, findings: Findings) -> None:
        self._projects = slots.numbered("schluesselvorhaben")
        self._measures = slots.numbered("massnahme")
        self._groups = {label.casefold() for label in slots.group_titles}
        self._slots = slots
        self._numbers = numbers
        self._rarity = rarity
        self._findings = findings
        self._profile: _Profile | None = None
        self._part: str | None = None
        self._open: _Measure | None = None

    def row(self, row: Row) -> None:
        """Take a row of a table."""
        cells = [cell for cell in row.cells if cell]
        if not cells or self._head(cells) or self._overview(cells):
            return
        first = row.cells[0]
        label = self._label(first) if len(cells) > 1 or len(row.cells) > 1 else None
        if label:
            self._finish_measure()
            if self._profile and label in _ONCE and label in self._profile.labels:
                self.close()
            if self._profile:
                self._profile.labels.add(label)
            self._findings.use(first)
            self._part = label
            cells = cells[1:]
        elif self._profile is None and self._part is None:
            self._part = "massnahmen"
        if self._profile and not label and first and len(row.cells) > 1 and not self._split(first[0].text):
            cells = cells[1:]  # a label, or the head, that goes on on the next page
        goes_on = label is None and len(cells) == 1
        for cell in cells:
            self._cell(cell, goes_on=goes_on)

    def paragraph(self, paragraph: Paragraph) -> None:
        """Take a paragraph outside of tables: a measure behind its number, or the end of a profile."""
        split = self._split(paragraph.text)
        if split and split[1]:
            self._finish_measure()
            self._open = _Measure(split[0], [_with(paragraph, split[1])], None)
        elif self._open and self._open.project is None and paragraph.bullet and not paragraph.heading:
            self._open.paragraphs.append(paragraph)
        elif paragraph.heading or self._profile is None:
            self.close()

    def _split(self, text: str) -> tuple[tuple[str, ...], str] | None:
        split = self._numbers.split(text)
        return split if split and all(number in self._measures for number in split[0]) else None

    def _head(self, cells: Sequence[Cell]) -> bool:
        """Whether a row is the head of a profile: „Schlüsselvorhaben I.1“ beside the title."""
        texts = [" ".join(paragraph.text for paragraph in cell) for cell in cells]
        for index, text in enumerate(texts):
            if not (found := _PROJECT.search(text)):
                continue
            title = " ".join([*texts[:index], text[: found.start()], *texts[index + 1 :]]).strip()
            number = found["number"].replace(" ", "")
            slot = self._projects.get(number)
            read = slot is not None
            if slot is None or nearness(title, slot.title or "") < NEAR:
                meant = [s for s in self._projects.values() if nearness(title, s.title or "") >= NEAR]
                misread = self._projects.get(self._numbers.misread(number) or "")
                slot = slot or misread or (meant[0] if len(meant) == 1 else None)
            if slot is None:
                self.close()  # a profile that the content does not have
                return True
            self._findings.use(paragraph for cell in cells for paragraph in cell)
            if self._profile is None or self._profile.slot is not slot:
                self.close()
                near = nearness(title, slot.title or "") >= NEAR or same(title, slot.title or "")
                self._profile = _Profile(slot, near, read)
            return True
        return False

    def _overview(self, cells: Sequence[Cell]) -> bool:
        """Whether a row only names a key project: its number and its title."""
        if len(cells) != 2 or len(cells[0]) != 1:
            return False
        slot = self._projects.get(cells[0][0].text)
        if slot is None or nearness(" ".join(p.text for p in cells[1]), slot.title or "") < NEAR:
            return False
        self.close()
        self._findings.use(paragraph for cell in cells for paragraph in cell)
        return True

    def _label(self, cell: Cell) -> str | None:
        text = " ".join(paragraph.text for paragraph in cell).strip(" :")
        if text.casefold() in self._groups:
            return "massnahmen"
        return next((name for name, form in _LABELS.items() if form.fullmatch(text)), None)

    def _cell(self, cell: Cell, *, goes_on: bool) -> None:
        for index, paragraph in enumerate(cell):
            split = self._split(paragraph.text) if self._part == "massnahmen" else None
            if split:
                alone = self._open and not self._open.paragraphs and self._open.numbers
                self._finish_measure()
                project = self._profile.slot.ref if self._profile else None
                self._findings.use([paragraph])
                self._open = _Measure((*(alone or ()), *split[0]), [], project)
                if split[1]:
                    self._open.paragraphs.append(_with(paragraph, split[1]))
            elif self._part == "massnahmen" and self._open:
                _append(self._open.paragraphs, paragraph, goes_on=goes_on and index == 0)
            elif self._profile and self._part:
                parts = self._profile.parts.setdefault(self._part, [])
                _append(parts, paragraph, goes_on=goes_on and index == 0)

    def _finish_measure(self) -> None:
        measure, self._open = self._open, None
        if measure is None or not measure.paragraphs:
            return
        text = whole(measure.paragraphs)
        for number in dict.fromkeys(measure.numbers):
            slot = self._measures[number]
            alike = self._rarity.likeness(text, slot.words)
            others = [other for other in self._measures.values() if other is not slot] if alike >= ALIKE else []
            rivals = max((self._rarity.likeness(text, other.words) for other in others), default=0.0)
            sure, reason = judge(alike, rivals, text, slot.words, whole=False, numbered=True)
            where = f"Profil {measure.project}, " if measure.project else ""
            if len(set(measure.numbers)) > 1:
                sure, reason = False, f"teilt sich den Text mit {_others(measure.numbers, number)}"
            told = f"{where}Nummer stimmt, {reason}" if sure else f"{where}nur die Nummer stimmt, {reason}"
            self._findings.add(
                Found(slot, text, measure.paragraphs[0].place, sure, told, numbered=True), measure.paragraphs
            )

    def close(self) -> None:
        """End the profile."""
        self._finish_measure()
        profile, self._profile, self._part = self._profile, None, None
        if profile is None:
            return
        if text := profile.parts.get("text"):
            wording = whole(text)
            alike = self._rarity.likeness(wording, profile.slot.words)
            if profile.title_is_same:
                sure = True
                reason = "Nummer und Titel stimmen" if profile.number_is_read else "Titel stimmt, Nummer falsch gelesen"
            else:
                sure, reason = judge(alike, 0.0, wording, profile.slot.words, whole=False, numbered=True)
                reason = f"Titel weicht ab, {reason}"
            self._findings.add(Found(profile.slot, wording, text[0].place, sure, reason, numbered=True), text)
        self._findings.use([*profile.parts.get("sonst", ()), *profile.parts.get("feld", ())])
        goals = self._slots.inside(profile.slot.ref, "profilziel")
        for slot, part, sure, reason in partition(profile.parts.get("ziel", ()), goals, self._rarity):
            where = f"Profil {profile.slot.ref}, {reason}"
            self._findings.add(Found(slot, part.text, part.place, sure and profile.title_is_same, where), [part])


def _append(paragraphs: list[Paragraph], paragraph: Paragraph, *, goes_on: bool) -> None:
    """Add a paragraph; one that goes on over the end of a page joins the last."""
    last = paragraphs[-1] if paragraphs else None
    turned = last is not None and last.place.number != paragraph.place.number
    if last and goes_on and turned and not paragraph.bullet and not _ENDED.search(last.text):
        text, keys = join([last.text, paragraph.text]), (*last.keys, *paragraph.keys)
        paragraphs[-1] = replace(last, text=text, keys=keys)
    else:
        paragraphs.append(paragraph)


def _with(paragraph: Paragraph, text: str) -> Paragraph:
    return Paragraph(text, paragraph.place, 0, paragraph.heading, (), paragraph.keys)


def _others(numbers: Sequence[str], number: str) -> str:
    return ", ".join(other for other in dict.fromkeys(numbers) if other != number)
