# Markdown pages to HTML. Raw HTML in them is shown as text, so a page can hold no script; references become links.
from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from kek_build.concept.references import PROSE_REFERENCE
from kek_build.pages.text import Href, Resolve, label_of
from kek_build.reading.suggestions import fold

_SAFE_LINK = re.compile(r"^(?:https?://|mailto:|#|[^:]*$)", re.IGNORECASE)


def render(text: str, resolve: Resolve, href: Href) -> str:
    """Turn a page's Markdown into HTML.

    Args:
        text: Markdown with `[[references]]`; headings start at the second level.
        resolve: finds the thing a reference means.
        href: the link to a thing.

    Returns:
        HTML whose headings have anchors.
    """
    converter = markdown.Markdown(
        extensions=["tables", "sane_lists", TocExtension(slugify=_slug), _Kek(resolve, href)],
        output_format="html",
    )
    return converter.convert(text)


def _slug(value: str, separator: str) -> str:
    plain = fold(value)
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator) or "abschnitt"


class _Kek(Extension):
    def __init__(self, resolve: Resolve, href: Href) -> None:
        super().__init__()
        self.resolve = resolve
        self.href = href

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Reference(self.resolve, self.href), "kek-reference", 175)
        md.treeprocessors.register(_HeadingLevels(md), "kek-heading-levels", 6)
        md.treeprocessors.register(_SafeLinks(md), "kek-safe-links", 0)


class _Reference(InlineProcessor):
    def __init__(self, resolve: Resolve, href: Href) -> None:
        super().__init__(PROSE_REFERENCE.pattern)
        self.resolve = resolve
        self.href = href

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802

        entry = self.resolve(m[1].strip())
        if entry is None:
            return m[2] or m[1], m.start(0), m.end(0)
        link = Element("a", {"href": self.href(entry)})
        link.text = markdown.util.AtomicString(" ".join((m[2] or label_of(entry)).split()))
        return link, m.start(0), m.end(0)


class _SafeLinks(Treeprocessor):
    """Takes the target from links that could run something (`javascript:`); pictures from elsewhere become links."""

    def run(self, root: Any) -> None:
        for element in root.iter("a"):
            if not _SAFE_LINK.match(element.get("href", "").strip()):
                element.attrib.pop("href", None)
        for element in root.iter("img"):
            source = element.get("src", "")
            if "//" in source or not _SAFE_LINK.match(source):
                element.tag, element.text = "span", element.get("alt", "")
                element.attrib.clear()


class _HeadingLevels(Treeprocessor):
    """Moves all headings down when a page begins with `#`: the first level belongs to the page's title."""

    def run(self, root: Any) -> None:
        headings = [element for element in root.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        if any(element.tag == "h1" for element in headings):
            for element in headings:
                element.tag = f"h{min(6, int(element.tag[1]) + 1)}"
