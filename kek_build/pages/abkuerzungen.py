# Abbreviations in finished pages: the first one in running text gets its long form as a hint, and the page ends with
# a list of all, because a hint reaches neither a finger nor paper. Works on HTML, so that "first" means first in the
# page and not first to be rendered, and steps over tags: no attribute, link or heading is touched.
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from kek_build.concept import Entry, Konzept

PLACE = Markup("<!--kek-abkuerzungen-->")
"""Where a template wants the list; no text can hold it, because text is escaped."""

_AS_THEY_ARE = "a|abbr|button|caption|code|h[1-6]|label|option|pre|summary|textarea"
"""Elements in which nothing is marked: designations, controls, and what is no running text."""
_NOT_CONTENT = "footer|nav|script|style|svg"
"""Elements whose abbreviations the list leaves out as well: the source names the document on every page."""

_ELEMENT = re.compile(rf"<(?:(?P<no_content>{_NOT_CONTENT})|{_AS_THEY_ARE})\b")
_BEFORE = r"[\w&#]"
"""What must not stand before a word: a raw `&` begins an entity, an escaped one ends in `;`."""
_ENDINGS = ("", "s")
"""What a form may add to the letters of its abbreviation."""


@dataclass(frozen=True)
class Abbreviation:
    """An abbreviation and what it stands for."""

    short: str
    long: str
    entry: Entry


def is_abbreviation(term: str) -> bool:
    """Whether a term is an abbreviation: each of its words has two capitals at least, or a full stop.

    So `ÖPNV`, `GmbH`, `SGB VIII` and `e. V.` are; `Individualverkehr` and `e-Akte` are words.
    """
    return all("." in word or sum(letter.isupper() for letter in word) > 1 for word in term.split())


def spellings(term: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The abbreviation and those forms that only write it another way (`e. V.`) or in the plural (`KMUs`)."""
    letters = _letters(term)
    same = (form for form in forms if _letters(form) in {letters + ending for ending in _ENDINGS})
    return tuple(dict.fromkeys([term, *same]))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@dataclass(frozen=True, slots=True)
class _Element:
    """An element in which nothing is marked."""

    start: int
    end: int
    is_no_content: bool


def _elements(html: str) -> Iterator[_Element]:
    """The elements in which nothing is marked, those inside others left out; unclosed ones do not count."""
    end = 0
    for match in _ELEMENT.finditer(html):
        if match.start() < end:
            continue
        name = match[0][1:]
        if (close := html.find(f"</{name}>", match.end())) >= 0:
            end = close + len(name) + 3
            yield _Element(match.start(), end, match["no_content"] is not None)


@dataclass(frozen=True)
class Abbreviations:
    """All abbreviations of a concept that have a long form."""

    konzept: Konzept

    @cached_property
    def by_spelling(self) -> dict[str, Abbreviation]:
        """Each spelling, as it stands in HTML, with what it means; the first entry of the glossary counts."""
        found: dict[str, Abbreviation] = {}
        for entry in self.konzept.of_kind("begriff"):
            model = entry.model
            if model.langform and is_abbreviation(model.begriff):
                for spelling in spellings(model.begriff, model.formen):
                    found.setdefault(str(escape(spelling)), Abbreviation(model.begriff, model.langform, entry))
        return found

    @cached_property
    def _in_order(self) -> dict[str, Abbreviation]:
        """Each abbreviation once, by reference, in the order of the glossary."""
        return {abbreviation.entry.ref: abbreviation for abbreviation in self.by_spelling.values()}

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """Finds all spellings as words of their own; of those that overlap the first, and the longest."""
        beginnings: dict[str, list[str]] = {}
        for spelling in sorted(self.by_spelling, key=len, reverse=True):
            beginnings.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
        # What stands before is looked at behind the first letter: so the search runs from one such letter to the next.
        words = (rf"{re.escape(first)}(?<!{_BEFORE}.)(?:{'|'.join(rest)})" for first, rest in beginnings.items())
        return re.compile(rf"(?:{'|'.join(words)})(?!\w)")

    def mark(self, html: str) -> tuple[str, tuple[Abbreviation, ...]]:
        """Explain the abbreviations of a page in place.

        Args:
            html: the page.

        Returns:
            The page in which the first of each abbreviation in running text is an `<abbr>`, its text unchanged; and
            all abbreviations it holds, those of links and headings included, by the alphabet of the glossary.
        """
        if not self.by_spelling:
            return html, ()
        words = [(match.start(), match[0]) for match in self._words.finditer(html)]
        elements = _elements(html) if words else iter(())
        element = next(elements, None)
        found: set[str] = set()
        marked: set[str] = set()
        parts: list[str] = []
        end = 0
        for start, word in words:
            while element and element.end <= start:
                element = next(elements, None)
            inside = element if element and element.start <= start else None
            if (inside and inside.is_no_content) or html.rfind("<", end, start) > html.rfind(">", end, start):
                continue
            abbreviation = self.by_spelling[word]
            found.add(abbreviation.entry.ref)
            if inside is None and abbreviation.entry.ref not in marked:
                marked.add(abbreviation.entry.ref)
                parts += (html[end:start], f'<abbr title="{escape(abbreviation.long)}">{word}</abbr>')
                end = start + len(word)
        html = "".join((*parts, html[end:]))
        return html, tuple(abbreviation for ref, abbreviation in self._in_order.items() if ref in found)
