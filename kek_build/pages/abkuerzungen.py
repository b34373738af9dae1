# Abbreviations in finished pages: the first one in running text gets its long form as a hint, and the page ends with
# a list of all, because a hint reaches neither a finger nor paper. Works on HTML, so that "first" means first in the
# page and not first to be rendered, and steps over tags: no attribute, link or heading is touched.
from __future__ import annotations

import re
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
    def _word(self) -> str:
        # The longest first: `SGB VIII` before `SGB`. A raw `&` begins an entity, an escaped one ends in `;`.
        longest = sorted(self.by_spelling, key=lambda spelling: (-len(spelling), spelling))
        return rf"(?<![\w&#])(?:{'|'.join(map(re.escape, longest))})(?!\w)"

    @cached_property
    def _marking(self) -> re.Pattern[str]:
        return re.compile(
            rf"<(?P<not_content>{_NOT_CONTENT})\b.*?</(?P=not_content)>"
            rf"|<(?P<as_it_is>{_AS_THEY_ARE})\b.*?</(?P=as_it_is)>"
            rf"|<[^>]*>|(?P<word>{self._word})",
            re.DOTALL,
        )

    @cached_property
    def _counting(self) -> re.Pattern[str]:
        return re.compile(rf"<[^>]*>|(?P<word>{self._word})", re.DOTALL)

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
        found: set[str] = set()
        marked: set[str] = set()

        def explain(match: re.Match[str]) -> str:
            if word := match["word"]:
                abbreviation = self.by_spelling[word]
                found.add(abbreviation.entry.ref)
                if abbreviation.entry.ref in marked:
                    return word
                marked.add(abbreviation.entry.ref)
                return f'<abbr title="{escape(abbreviation.long)}">{word}</abbr>'
            if match["as_it_is"]:
                inner = self._counting.finditer(match[0])
                found.update(self.by_spelling[m["word"]].entry.ref for m in inner if m["word"])
            return match[0]

        html = self._marking.sub(explain, html)
        return html, tuple(abbreviation for ref, abbreviation in self._in_order.items() if ref in found)
