# Undoes what setting a text does to it: ligatures, soft hyphens, words broken at the end of a line, and lines that
# stand on every page.
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from kek_build.wortlaut.document import Line

SOFT_HYPHEN = "\u00ad"
DOUBT = "\u2063"
"""Stands where a line ended that held nothing but one long word: it may go on in the next, see `settle`."""
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff]")
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u2028\u2029\u3000]+")
LONG_LINE = 20_000
"""No line of a text is this long; looking for broken words or marks in it would take for ever."""
_SHORT = 2
_SHORT_WORDS = {"ab", "am", "an", "da", "du", "er", "es", "im", "in", "ja", "je", "ob", "so", "um", "wo", "zu"}
"""All German words of up to two letters that may follow a long one."""
_DOUBTFUL = re.compile(rf"\w+(?:{DOUBT}\w+)+(?=(?P<point>\.)?)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_HYPHENS = "-\u2010\u2011"

_PRINTED = "\u2010"
"""The hyphen that programs set where they break a word; nobody types it."""

_PART_FOLLOWS = re.compile(r"(?:\b(?:und|oder|bzw\.|sowie)|[,/]) [-\u2011–]$")
"""What stands before the end of a word whose beginning was left out: `Praktika und` `-jobs`."""

_WORD = 50
"""Where a word begins that ends a text, at most so far from the end."""

_LINKING = {"und", "oder", "bzw", "sowie", "bis", "u", "als", "wie", "noch", "statt", "aber", "o", "resp"}
"""Words before which a hyphen stands for a part of a word left out: `Bus- und Bahn`."""

_PAGE_NUMBER = re.compile(r"(?:Seite\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:von|/)\s*\d{1,4})?", re.IGNORECASE)
_MIN_PAGES, _SHARE = 3, 0.3
"""A line must stand on this many pages, and on this share of them, before it counts as a running head."""
_NO_HEAD = re.compile(r"(?:Stärken|Schwächen|Chancen|Risiken):?")
"""What may begin many pages and is a heading all the same."""


def clean(text: str) -> str:
    """A text with composed umlauts, without ligatures and invisible signs, with single blanks.

    A soft hyphen at the end stays, for `join`; all others go.
    """
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    text = _INVISIBLE.sub("", text)
    text = re.sub(rf"{SOFT_HYPHEN}(?!\s*$)", "", text)
    return _BLANKS.sub(" ", text).strip()


def join(lines: Iterable[str]) -> str:
    """Printed lines as one, with broken words mended.

    `Straßen-` and `erneuerung` become one word; the hyphen stays before a capital (`S-` and `Bahn`), before a digit,
    and where it stands for a part left out (`Bus-` and `und Bahn`).
    """
    text = ""
    for line in lines:
        if not text or not line:
            text = text or line
        elif text.endswith(DOUBT):
            text += line
        elif text.endswith(SOFT_HYPHEN) or (text[-1] == _PRINTED and line[:1].islower()):
            text = text[:-1] + line
        elif _PART_FOLLOWS.search(text[-_WORD:]) and line[:1].islower():
            text += line
        elif text[-1] in _HYPHENS and text[-2:-1].isalnum():
            text = _mend(text, line)
        elif text.endswith("/"):
            text += line
        else:
            text = f"{text} {line}"
    return text.rstrip(SOFT_HYPHEN + DOUBT)


def _mend(text: str, line: str) -> str:
    word = re.match(r"\w*", line)
    following = word[0] if word else ""
    if following.lower() in _LINKING:
        return f"{text} {line}"
    if following[:1].islower() and not text[-2].isdigit() and not _is_abbreviation(text):
        return text[:-1] + line
    return text + line


def _is_abbreviation(text: str) -> bool:
    """Whether the part before the hyphen is written in capitals: `ÖPNV-` and `gerecht` keep their hyphen."""
    part = re.search(r"(\w+)\W$", text[-_WORD:])
    return bool(part) and len(part[1]) > 1 and part[1].isupper()  # type: ignore[index]


def mend_inside(text: str) -> str:
    """Mend a word that was broken at the end of a line that is no longer there: `Netz- werktechnik`.

    Only where a hyphen is followed by a blank and a small letter, and no linking word: `Bus- und Bahn` stays.
    """
    if len(text) > LONG_LINE:
        return text
    parts = re.split(rf"(?<=\w[{_HYPHENS}]) (?=[a-zäöüß])", text)
    return join(parts) + (SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else "")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words of texts, in small letters; without those that may be cut."""
    certain = (_DOUBTFUL.sub(" ", text) for text in texts)
    return frozenset(word.casefold() for text in certain for word in re.findall(r"\w+", text))


def settle(text: str, words: frozenset[str]) -> tuple[str, bool]:
    """Decide where a long word alone in its line ends: there, unless the whole is a known word or the rest is none.

    Args:
        text: with `DOUBT` behind such words.
        words: all words that are known to be whole.

    Returns:
        The text, and whether every such place is certain.
    """
    certain = True

    def settled(found: re.Match[str]) -> str:
        nonlocal certain
        parts = found[0].split(DOUBT)
        if "".join(parts).casefold() in words:
            return "".join(parts)
        said = parts[0]
        for rest in parts[1:]:
            is_rest = len(rest) <= _SHORT and rest.casefold() not in _SHORT_WORDS and found["point"] is None
            if is_rest or (said + rest).casefold() in words:
                said += rest
                continue
            is_word = len(rest) > _SHORT and rest.casefold() in words
            certain = certain and (is_word or said.rsplit(" ", 1)[-1].casefold() in words)
            said = f"{said} {rest}"
        return said

    return _DOUBTFUL.sub(settled, text).replace(DOUBT, " "), certain


def mend_known(text: str, words: frozenset[str]) -> str:
    """Mend a word that was broken where nothing tells so any more (`Kooperations-partnerschaften`).

    Only where the whole word is known and its second half begins small, as no second half of a German compound does;
    also where a blank is left (`so- wie`).
    """

    def mended(found: re.Match[str]) -> str:
        whole = found[1] + found[2]
        return whole if whole.casefold() in words else found[0]

    return re.sub(rf"(\w{{2,}})[{_HYPHENS}] ?([a-zäöüß]\w+)", mended, text)


def running_lines(pages: Sequence[Sequence[Line]], edge: int = 3) -> set[Line]:
    """The lines at the top and bottom of pages that belong to no text: running heads and page numbers.

    Only what stands at the very edge counts: a line inside of one that is text is text.

    Args:
        pages: the lines of each page, from the top.
        edge: so many lines at either end of a page are looked at.
    """
    heads = Counter(
        text for page in pages for text in {_as_running(line.text) for line in [*page[:edge], *page[-edge:]]}
    )
    needed = max(_MIN_PAGES, len(pages) * _SHARE)
    found: set[Line] = set()
    for page in pages:
        for lines in (page[:edge], page[::-1][:edge]):
            for line in lines:
                is_head = heads[_as_running(line.text)] >= needed and not _NO_HEAD.fullmatch(line.text)
                if not is_head and not _PAGE_NUMBER.fullmatch(line.text):
                    break
                found.add(line)
    return found


def _as_running(text: str) -> str:
    """A line as it is the same on every page: without the page's number."""
    return re.sub(r"\d+", "#", text).strip()
