# Follows all links of a built site. Anything that leads nowhere, or to another host without being asked for, is a
# problem of the build. Most links stand on many pages of a folder and mean the same on each, so they are followed once.
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from kek_build.links.found import Found, read
from kek_build.links.gathered import Gathered
from kek_build.links.losses import lost, may_be_broken
from kek_build.updating import View

_ORIGIN = "http://site.invalid"
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w.-]*))?", re.ASCII)
"""A link up some folders and down again: nearly all of them, so they are followed without taking an address apart."""
_NO_ANCHOR = "führt zu einem Anker, den es nicht gibt"
_NOT_FOUND = "404.html"
"""Shown at any address, so its links must begin at the root of the server."""


@dataclass(frozen=True, order=True)
class BrokenLink:
    """A link that leads nowhere."""

    page: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: „{self.link}“ {self.reason}"


def broken_links(
    site: Path | View, root: str = "/", leave_out: Collection[str] = (), gathered: Gathered | None = None
) -> list[BrokenLink]:
    """Follow every link between the pages of a site.

    Args:
        site: the built site. Pages that stay were right before, so those are looked at that may lead to a file or an
            anchor that is gone.
        root: the folder of the server that the site is published in, with a slash at both ends.
        leave_out: folders whose page is known to be right and is not read, relative to the site.
        gathered: what stands on pages that were seen when they were written; all others are read.

    Returns:
        All links to pages, files or anchors that are not there, and everything a page would load from another host.
    """
    view = View(site) if isinstance(site, Path) else site
    files = view.files()
    known = {f"{folder}index.html" for folder in leave_out}
    names = frozenset(name for name in files - known if name.endswith(".html"))
    pages = _Pages(view, names, dict(gathered.pages) if gathered else {})
    wanted = names - view.stays
    if view.stays:
        wanted |= may_be_broken(view, names & view.stays, lost(view, files, pages))
    return sorted(_Followed(root, pages, files).broken(wanted))


@dataclass(frozen=True)
class _Pages(Mapping[str, Found]):
    """The pages of a site; those that nobody saw are read when they are first asked for."""

    view: View
    names: frozenset[str]
    seen: dict[str, Found]

    def __getitem__(self, name: str) -> Found:
        if name not in self.seen:
            self.seen[name] = read(self.view.find(name))
        return self.seen[name]

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class _Followed:
    """The links of a site, as they are followed."""

    root: str
    pages: _Pages
    files: set[str]
    _right: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Links upwards that were found to be right, by the folder that they begin above."""
    _frames: dict[Found, frozenset[str]] = field(default_factory=dict)
    """The links of frames."""

    def broken(self, names: Collection[str]) -> Iterator[BrokenLink]:
        """What is wrong on some pages."""
        for name in names:
            page, above = self.pages[name], name.rpartition("/")[0].rpartition("/")[0]
            right = self._right[above] if "/" in name else set()
            for link in (page.own_links() | self._frame_links(page)) - right:
                if reason := self._reason(name, link):
                    yield BrokenLink(name, link, reason)
                elif link.startswith("../"):
                    right.add(link)

    def _frame_links(self, page: Found) -> frozenset[str]:
        if page.frame is None:
            return frozenset()
        if page.frame not in self._frames:
            self._frames[page.frame] = page.frame.own_links()
        return self._frames[page.frame]

    def _reason(self, name: str, link: str) -> str | None:
        """What is wrong with a link of a page; None when it is right."""
        if link.startswith("#"):
            return None if link == "#" or self.pages[name].has(unquote(link[1:])) else _NO_ANCHOR
        if (plain := _PLAIN.fullmatch(link)) and name != _NOT_FOUND:
            up, down, anchor = plain.groups()
            folders = name.split("/")[:-1]
            if (left := len(folders) - len(up) // 3) >= 0:
                path = "/".join([*folders[:left], down])
                return self._missing(path if link else name, anchor)
        return self._reason_of_address(name, link)

    def _reason_of_address(self, name: str, link: str) -> str | None:
        try:
            parts = urlsplit(link)
        except ValueError:
            return "ist keine Adresse"
        if parts.scheme in {"mailto", "tel", "data"}:
            return None
        if parts.scheme or parts.netloc:
            return "lädt von einem anderen Server" if self.pages[name].does_load(link) else None
        if name == _NOT_FOUND and not link.startswith(("/", "#")):
            return "führt nur von manchen Adressen zum Ziel"
        target = urlsplit(urljoin(_ORIGIN + self.root + name, link))
        if not target.path.startswith(self.root):
            return "führt aus der Website hinaus"
        return self._missing(unquote(target.path.removeprefix(self.root)), unquote(target.fragment))

    def _missing(self, path: str, anchor: str | None) -> str | None:
        """What is missing at an address, relative to the site; None when page and anchor are there."""
        file = path + "index.html" if not path or path.endswith("/") else path
        if file not in self.files:
            return "führt ins Leere"
        if anchor and file in self.pages and not self.pages[file].has(anchor):
            return _NO_ANCHOR
        return None
