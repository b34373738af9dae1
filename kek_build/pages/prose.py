# Markdown pages to HTML. Raw HTML in them is shown as text, so a page can hold no script; references become links.
from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from kek_build.concept.references import PROSE_REFERENCE
from kek_build.pages.text import Href, Resolve, label_of, one_line
from kek_build.reading.suggestions import fold

_BAR = "\ue000"
"""Stands for the bar of a reference while Markdown works, which would end the cell of a table there."""
_REFERENCE = PROSE_REFERENCE.pattern.replace(r"\|", _BAR).replace("|", _BAR)

_ANCHORS_OF_THE_PAGE = {"hinweise", "verweise", "abkuerzungen", "aufgehoben"}
"""Headings that every page may have below its text, see `parts/page.html.j2`."""

_MAY_LINK = re.compile(r"\]\(|\]:|\]\[|<")
"""Without one of these, Markdown makes no link."""
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
        extensions=[
            TableExtension(use_align_attribute=True),
            "sane_lists",
            TocExtension(slugify=_slug),
            _Kek(resolve, href),
        ],
        output_format="html",
    )
    return converter.convert(text)


@dataclass(frozen=True)
class Doubt:
    """A link or a picture that cannot work."""

    target: str
    reason: Literal["unsafe", "inside", "anchor", "picture"]
    """It may run something; it names no whole address; it names no heading of the page; it is a picture."""
    anchors: tuple[str, ...] = ()
    """The headings of the page that a link may name."""


def doubts(text: str) -> list[Doubt]:
    """The links and pictures of a page's Markdown that cannot work, in the order of the text."""
    if not _MAY_LINK.search(text):
        return []
    converter = markdown.Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            "sane_lists",
            TocExtension(slugify=_slug),
            _Kek(lambda _ref: None, lambda _entry: ""),
        ],
        output_format="html",
    )
    converter.treeprocessors.deregister("kek-safe-links")
    seen = _Seen(converter)
    converter.treeprocessors.register(seen, "kek-seen", 0)
    converter.convert(text)
    anchors = tuple(f"#{anchor}" for anchor in seen.anchors)
    found = []
    for is_picture, target in seen.targets:
        address = _as_browsers_read(target)
        if is_picture:
            found.append(Doubt(target, "picture"))
        elif address.startswith("#"):
            if address not in anchors and address[1:] not in _ANCHORS_OF_THE_PAGE:
                found.append(Doubt(target, "anchor", anchors))
        elif not _SAFE_LINK.match(address):
            found.append(Doubt(target, "unsafe"))
        elif ":" not in address:
            found.append(Doubt(target, "inside"))
    return found


class _Seen(Treeprocessor):
    """Notes every target and every anchor, as written."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.targets: list[tuple[bool, str]] = []
        self.anchors: list[str] = []

    def run(self, root: Any) -> None:
        for element in root.iter():
            if element.tag in {"a", "img"}:
                target = element.get("src" if element.tag == "img" else "href", "")
                self.targets.append((element.tag == "img", target.replace(AMP_SUBSTITUTE, "&")))
            if anchor := element.get("id"):
                self.anchors.append(anchor)


def _slug(value: str, separator: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", separator, fold(value)).strip(separator) or "abschnitt"
    return f"{slug}{separator}1" if slug in _ANCHORS_OF_THE_PAGE else slug


class _Kek(Extension):
    def __init__(self, resolve: Resolve, href: Href) -> None:
        super().__init__()
        self.resolve = resolve
        self.href = href

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_HideBars(md), "kek-hide-bars", 5)
        md.postprocessors.register(_ShowBars(md), "kek-show-bars", 0)
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Reference(self.resolve, self.href), "kek-reference", 175)
        md.treeprocessors.register(_HeadingLevels(md), "kek-heading-levels", 6)
        md.treeprocessors.register(_Tables(md), "kek-tables", 4)
        md.treeprocessors.register(_SafeLinks(md), "kek-safe-links", 0)


class _HideBars(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = PROSE_REFERENCE.sub(lambda match: match[0].replace("|", _BAR), "\n".join(lines))
        return text.split("\n")


class _ShowBars(Postprocessor):
    """References in code are shown as written."""

    def run(self, text: str) -> str:
        return text.replace(_BAR, "|")


class _Reference(InlineProcessor):
    def __init__(self, resolve: Resolve, href: Href) -> None:
        super().__init__(_REFERENCE)
        self.resolve = resolve
        self.href = href

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        entry = self.resolve(m[1].strip())
        if entry is None:
            return m[2] or m[1], m.start(0), m.end(0)
        link = Element("a", {"href": self.href(entry)})
        link.text = AtomicString(one_line(m[2] or label_of(entry)))
        return link, m.start(0), m.end(0)


class _SafeLinks(Treeprocessor):
    """Takes the target from links that could run something (`javascript:`); pictures from elsewhere become links."""

    def run(self, root: Any) -> None:
        for element in root.iter("a"):
            if not _SAFE_LINK.match(_as_browsers_read(element.get("href", ""))):
                element.attrib.pop("href", None)
        for element in root.iter("img"):
            source = _as_browsers_read(element.get("src", "")).replace("\\", "/")
            if "//" in source or not _SAFE_LINK.match(source):
                element.tag, element.text = "span", element.get("alt", "")
                element.attrib.clear()


def _as_browsers_read(address: str) -> str:
    """An address without entities: `javascript&colon;x` runs as well as `javascript:x`."""
    return html.unescape(address.replace(AMP_SUBSTITUTE, "&")).strip()


class _HeadingLevels(Treeprocessor):
    """Moves all headings down when a page begins with `#`: the first level belongs to the page's title."""

    def run(self, root: Any) -> None:
        headings = [element for element in root.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        if any(element.tag == "h1" for element in headings):
            for element in headings:
                element.tag = f"h{min(6, int(element.tag[1]) + 1)}"


class _Tables(Treeprocessor):
    """Tables as screen readers need them: named by the heading above, each heading of a column known as one.

    Alignment becomes a class: the attribute is obsolete, and a style would break the policy.
    """

    def run(self, root: Any) -> None:
        heading = None
        for element in root.iter():
            if re.fullmatch(r"h[2-6]", str(element.tag)):
                heading = element.get("id")
            elif element.tag == "table" and heading:
                element.set("aria-labelledby", heading)
            elif element.tag in {"th", "td"}:
                if align := element.attrib.pop("align", None):
                    element.set("class", f"kek-align-{align}")
                if element.tag == "th":
                    element.set("scope", "col")
