# What stands on a page that links can lead to, and where its own links lead. A parser finds it in any HTML. In what our
# own templates gave, which quote every attribute and escape every text, patterns find the same ten times faster; a page
# on which something looks like a link that they do not know is left to the parser.
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from html import unescape
from itertools import filterfalse
from pathlib import Path
from typing import Self

from selectolax.lexbor import LexborHTMLParser

_LOADING = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
_LOADS = ", ".join(f"{element}[{attribute}]" for element, attribute in _LOADING.items())
_TELLING = {"canonical", "alternate"}
"""Links of the head that tell of another address; nothing is loaded from there."""

_ID = re.compile(rb' id="([^"]*)"')
_LINK = re.compile(rb'<a(?=\s)[^>]*?\shref="([^"]*)"')
_LOAD = re.compile(rb"<(" + "|".join(_LOADING).encode() + rb")\s([^>]*)>")
_ATTRIBUTE = re.compile(rb'([^\s"=]+)="([^"]*)"')
# Three patterns that each begin with a fixed text take a fifth of the time of one that joins them.

_ODD = (b"='", b"<!--")
"""What our templates do not write."""

_END = "\0"
"""Stands between texts; HTML cannot hold it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The anchors and links of a page, or of the frame around pages.

    All are kept while a large site is made, so those of a page are one text each and not hundreds.
    """

    ids: str
    links: str
    """Where a click leads; links of a page to its own anchors are right, and left out."""
    loads: str
    """What is fetched with the page."""
    frame: Found | None = None
    """What the frame of a page holds besides, the same for many pages."""

    @classmethod
    def of(cls, ids: Iterable[str], links: Iterable[str], loads: Iterable[str]) -> Self:
        """Keep what was found."""
        anchors = dict.fromkeys(ids)
        others = (link for link in links if link[:1] != "#" or link[1:] not in anchors)
        return cls(_joined(anchors), _joined(others), _joined(loads))

    def has(self, anchor: str) -> bool:
        """Whether the page has an anchor."""
        return f"{_END}{anchor}{_END}" in self.ids or (self.frame is not None and self.frame.has(anchor))

    def does_load(self, link: str) -> bool:
        """Whether the page fetches something without a click."""
        return f"{_END}{link}{_END}" in self.loads or (self.frame is not None and self.frame.does_load(link))

    def all_ids(self) -> frozenset[str]:
        """All anchors, also those of the frame."""
        return _apart(self.ids) | (self.frame.all_ids() if self.frame else frozenset())

    def own_links(self) -> frozenset[str]:
        """Where a click leads and what is fetched, without those of the frame."""
        return _apart(self.links) | _apart(self.loads)

    def beside(self, other: Found) -> Found:
        """All that stands on two parts of a page."""
        return Found(self.ids + other.ids[1:], self.links + other.links[1:], self.loads + other.loads[1:])

    def inside(self, frame: Found) -> Found:
        """The same, in a frame."""
        return replace(self, frame=frame)

    def parted(self, belongs: Callable[[str], bool]) -> tuple[Found, Found]:
        """What belongs to something, and what does not."""
        return self.changed(lambda text: _joined(filter(belongs, _apart(text)))), self.changed(
            lambda text: _joined(filterfalse(belongs, _apart(text)))
        )

    def changed(self, change: Callable[[str], str]) -> Found:
        """Another, with all its texts changed, each of which joins many."""
        return replace(self, ids=change(self.ids), links=change(self.links), loads=change(self.loads))


def parsed(page: str) -> Found:
    """What stands on any page, or a part of one, by its HTML."""
    tree = LexborHTMLParser(page)
    ids = (node.attributes["id"] or "" for node in tree.css("[id]"))
    links = (node.attributes.get("href") or "" for node in tree.css("a[href]"))
    loads = (
        node.attributes.get(_LOADING[str(node.tag)]) or ""
        for node in tree.css(_LOADS)
        if node.attributes.get("rel") not in _TELLING
    )
    return Found.of(ids, links, loads)


def read(page: Path) -> Found:
    """What stands on any page, by its file."""
    return parsed(page.read_text(encoding="utf-8"))


def scanned(page: bytes) -> Found:
    """What stands on a page, or a part of one, that our templates gave, by its HTML."""
    ids, links = _ID.findall(page), _LINK.findall(page)
    loading = [(element.decode(), dict(_ATTRIBUTE.findall(rest))) for element, rest in _LOAD.findall(page)]
    known = {b"id": len(ids), b"href": len(links), b"src": 0}
    for _, attributes in loading:
        known[b"href"] += b"href" in attributes
        known[b"src"] += b"src" in attributes
    if any(sign in page for sign in _ODD) or any(page.count(name + b'="') != count for name, count in known.items()):
        return parsed(page.decode())
    loads = [
        attributes[name]
        for element, attributes in loading
        if (name := _LOADING[element].encode()) in attributes and attributes.get(b"rel", b"").decode() not in _TELLING
    ]
    return Found.of(*map(_read_out, (ids, links, loads)))


def _read_out(attributes: list[bytes]) -> list[str]:
    """What attributes say; all at once, for there are hundreds of thousands."""
    return unescape(_END.encode().join(attributes).decode()).split(_END) if attributes else []


def _joined(texts: Iterable[str]) -> str:
    return _END.join(("", *texts, ""))


def _apart(joined: str) -> frozenset[str]:
    return frozenset(joined[1:-1].split(_END)) if len(joined) > 1 else frozenset()
