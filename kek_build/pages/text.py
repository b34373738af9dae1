# Running text from YAML to HTML: escaped, paragraphs at blank lines, `[[references]]` as links. Nothing else is
# markup.
from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.concept.references import PROSE_REFERENCE

_PARAGRAPH = re.compile(r"\n\s*\n")

Resolve = Callable[[str], Entry | None]
Href = Callable[[Entry], str]


def label_of(entry: Entry) -> str:
    """What a link says when its author gave no words: the number, or the title."""
    return entry.number or entry.short_title


def inline(text: str, resolve: Resolve, href: Href) -> Markup:
    """One run of text, references as links, line breaks folded."""
    parts: list[Markup] = []
    end = 0
    for match in PROSE_REFERENCE.finditer(text):
        parts.append(escape(text[end : match.start()]))
        parts.append(_link(match[1].strip(), match[2], resolve, href))
        end = match.end()
    parts.append(escape(text[end:]))
    return Markup(" ".join(Markup("").join(parts).split()))


def paragraphs(text: str, resolve: Resolve, href: Href) -> Markup:
    """The text as `<p>` elements."""
    blocks = (block for block in _PARAGRAPH.split(text.strip()) if block.strip())
    return Markup("\n").join(Markup("<p>{}</p>").format(inline(block, resolve, href)) for block in blocks)


def without_references(text: str) -> str:
    """The text with the words of its links only, white space folded."""
    words = PROSE_REFERENCE.sub(lambda match: (match[2] or match[1]).strip(), text)
    return " ".join(words.split())


def _link(target: str, words: str | None, resolve: Resolve, href: Href) -> Markup:
    entry = resolve(target)
    if entry is None:
        return escape(words or target)
    label = " ".join((words or label_of(entry)).split())
    if words is None and entry.number:
        return Markup('<a href="{}" title="{}">{}</a>').format(href(entry), entry.short_title, label)
    return Markup('<a href="{}">{}</a>').format(href(entry), label)
