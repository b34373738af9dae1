# Running text from YAML to HTML: escaped, paragraphs at blank lines, `[[references]]` as links, and lists in adopted
# wordings. Nothing else is markup.
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.concept.references import PROSE_REFERENCE

_BLANKS = re.compile(r"[\t\r\n][ \t\r\n]*| [ \t\r\n]+")
"""White space that is not a single blank and may be folded; a blank that must not break stays."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_FOLDED_PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.!?:…“”»)])\n(?=\S)")
"""Where a paragraph ends. Behind `>-` YAML makes a single line break of a blank line; behind `|` it keeps the line
breaks of the file, which seldom fall behind the end of a sentence."""
_REFERENCE_BEGINS = "[["
"""What every reference in running text begins with; most texts have none."""
_ITEM = "- "
"""How an item of a list begins in an adopted wording, as in Leichte Sprache."""

Resolve = Callable[[str], Entry | None]
Href = Callable[[Entry], str]


_STATEMENT_NAMES = {"staerke": "Stärke", "schwaeche": "Schwäche", "chance": "Chance", "risiko": "Risiko"}


def statement_label(entry: Entry) -> str:
    """`Schwäche 2` for the statement `schwaeche-2`."""
    return statement_name(entry.model.id)


def statement_name(anchor: str) -> str:
    """`Schwäche 2` for `schwaeche-2`."""
    kind, _, number = anchor.rpartition("-")
    return f"{_STATEMENT_NAMES[kind]} {number}"


def label_of(entry: Entry) -> str:
    """What a link says when its author gave no words: the number, or the title."""
    if entry.kind == "aussage":
        return statement_label(entry)
    return entry.number or without_references(entry.short_title, lambda _: None)


def inline(text: str, resolve: Resolve, href: Href) -> Markup:
    """One run of text, references as links, line breaks folded."""
    if _REFERENCE_BEGINS not in text:
        return _plain(text)
    parts: list[Markup] = []
    end = 0
    for match in PROSE_REFERENCE.finditer(text):
        parts.append(escape(text[end : match.start()]))
        parts.append(_link(match[1].strip(), match[2], resolve, href))
        end = match.end()
    parts.append(escape(text[end:]))
    return Markup(one_line(Markup("").join(parts)))


@lru_cache(maxsize=4_096)
def _plain(text: str) -> Markup:
    """Text without references; it is the same on every page, and many lists show the same."""
    return Markup(one_line(escape(text)))


def paragraphs(text: str, resolve: Resolve, href: Href) -> Markup:
    """The text as `<p>` elements."""
    return Markup("\n".join([f"<p>{inline(block, resolve, href)}</p>" for block in blocks(text)]))


def blocks(text: str) -> list[str]:
    """The paragraphs of a running text."""
    return [block for block in _FOLDED_PARAGRAPH.split(text.strip()) if block.strip()]


def wording(text: str, resolve: Resolve, href: Href, *, bare: bool = False) -> Markup:
    """An adopted wording as paragraphs and lists.

    Args:
        text: running text; `- ` begins an item of a list, deeper ones are indented.
        resolve: finds the thing a reference means.
        href: the link to a thing.
        bare: without `<p>` around a first paragraph, for places inside a line.
    """
    parts: list[Markup] = []
    for block in _PARAGRAPH.split(text.strip("\n").rstrip()):
        for is_list, lines in groupby(_items(block), key=lambda item: item[0] is not None):
            if is_list:
                parts.append(_list([(depth or 0, inline(item, resolve, href)) for depth, item in lines]))
            else:
                said = inline("\n".join(item for _, item in lines), resolve, href)
                parts.append(said if bare and not parts else Markup("<p>{}</p>").format(said))
    return Markup("\n").join(parts)


def _items(block: str) -> list[tuple[int | None, str]]:
    """The lines of a block; those of a list with their indent, and with the lines that go on below them."""
    found: list[tuple[int | None, str]] = []
    for line in block.split("\n"):
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        if bare.startswith(_ITEM):
            found.append((indent, bare.removeprefix(_ITEM)))
        elif found and found[-1][0] is not None and indent > found[-1][0]:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{bare}")
        else:
            found.append((None, bare))
    return found


def _list(items: Sequence[tuple[int, Markup]]) -> Markup:
    """Items as a list, deeper ones in lists of their own."""
    top = min(indent for indent, _ in items)
    shown: list[Markup] = []
    index = 0
    while index < len(items):
        _, said = items[index]
        end = index + 1
        while end < len(items) and items[end][0] > top:
            end += 1
        below = items[index + 1 : end]
        shown.append(Markup("<li>{}{}</li>").format(said, _list(below) if below else ""))
        index = end
    return Markup("<ul>{}</ul>").format(Markup().join(shown))


def without_references(text: str, resolve: Resolve) -> str:
    """The text with the words of its links only, white space folded."""
    if _REFERENCE_BEGINS not in text:
        return one_line(text)

    def words(match: re.Match[str]) -> str:
        entry = resolve(match[1].strip())
        return (match[2] or (label_of(entry) if entry else match[1])).strip()

    return one_line(PROSE_REFERENCE.sub(words, text))


def counted(count: int, one: str, many: str) -> str:
    """A number and what is counted: `1 Ziel`, `12 Ziele`."""
    return f"{count} {one if count == 1 else many}"


def one_line(text: str) -> str:
    """The text in one line, with single blanks."""
    return _BLANKS.sub(" ", text).strip()


def shorten(text: str, length: int) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"


def _link(target: str, words: str | None, resolve: Resolve, href: Href) -> Markup:
    entry = resolve(target)
    if entry is None:
        return escape(words or target)
    label, title = one_line(words or label_of(entry)), without_references(entry.short_title, resolve)
    if words is None and label != title:
        return Markup('<a href="{}" title="{}">{}</a>').format(href(entry), title, label)
    return Markup('<a href="{}">{}</a>').format(href(entry), label)
