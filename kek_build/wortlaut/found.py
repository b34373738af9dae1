# What a recogniser found: a text for a place of the concept, how sure that is, and why.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kek_build.wortlaut.document import Paragraph, Place
from kek_build.wortlaut.slots import Slot


@dataclass(frozen=True)
class Found:
    """A text that belongs to a place."""

    slot: Slot
    text: str
    place: Place
    sure: bool
    reason: str
    """Why it is sure, or why not, in German."""
    numbered: bool = False
    """Whether the document prints the number of the place with it."""
    exact: bool = False
    """Whether the text is the designation that the content has."""
    keys: tuple[int, ...] = ()
    """The paragraphs it is made of."""


@dataclass
class Findings:
    """Everything found so far, and the paragraphs that were used for it."""

    found: list[Found] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    strangers: dict[str, Place] = field(default_factory=dict)
    """Numbers in the document that the concept does not know, with their first place."""

    def add(self, found: Found, paragraphs: Iterable[Paragraph]) -> None:
        """Keep a text, and remember what it was made of."""
        used = tuple(key for paragraph in paragraphs for key in paragraph.keys)
        self.found.append(replace(found, keys=used))
        self.used.update(used)

    def use(self, paragraphs: Iterable[Paragraph]) -> None:
        """Remember paragraphs that are understood: headings, labels, entries of a table of contents."""
        for paragraph in paragraphs:
            self.used.update(paragraph.keys)
