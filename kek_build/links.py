# Checks the links of a built site: MkDocs does not look into ready HTML, so every link and anchor of every page is
# followed here. Anything that leads nowhere, or to another host without being asked for, is a problem of the build.
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from kek_build.updating import View, files_in

_ORIGIN = "http://site.invalid"
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
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w.-]*))?", re.ASCII)
"""A link up some folders and down again: nearly all of them, so they are followed without taking an address apart."""
_NO_ANCHOR = "führt zu einem Anker, den es nicht gibt"
_OWN = ("kek/", "pagefind/")
"""Folders of the looks and of the search. What pages load from there is the same for all, also for those that are new;
and the pieces of the search have other names with every change."""
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


@dataclass(frozen=True)
class _Page:
    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


def broken_links(site: Path | View, root: str = "/", leave_out: Collection[str] = ()) -> list[BrokenLink]:
    """Follow every link between the pages of a site.

    Args:
        site: the built site. Pages that stay were right before, so they are looked at only where a file or an anchor
            is gone that they might lead to.
        root: the folder of the server that the site is published in, with a slash at both ends.
        leave_out: folders whose page is known to be right and is not read, relative to the site.

    Returns:
        All links to pages, files or anchors that are not there, and everything a page would load from another host.
    """
    view = View(site) if isinstance(site, Path) else site
    files = view.files()
    known = {f"{folder}index.html" for folder in leave_out}
    pages = _Pages(view, frozenset(name for name in files - known if name.endswith(".html")))
    found = []
    for name in pages if not view.stays or _loses(view, files, pages) else sorted(pages.names - view.stays):
        page = pages[name]
        for link in dict.fromkeys((*page.links, *page.loads)):
            if reason := _reason(name, link, root, pages, files):
                found.append(BrokenLink(name, link, reason))  # noqa: PERF401
    return sorted(found)


@dataclass(frozen=True)
class _Pages(Mapping[str, _Page]):
    """The pages of a site, each read when it is first asked for."""

    view: View
    names: frozenset[str]
    _read: dict[str, _Page] = field(default_factory=dict)

    def __getitem__(self, name: str) -> _Page:
        if name not in self._read:
            self._read[name] = _read(self.view.find(name))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.names))

    def __len__(self) -> int:
        return len(self.names)


def _loses(view: View, files: set[str], pages: _Pages) -> bool:
    """Whether a site loses a file or an anchor when new files take the place of old ones."""
    assert view.old is not None
    if any(not name.startswith(_OWN) for name in set(files_in(view.old)) - files):
        return True
    made = (name for name in pages.names - view.stays if (view.old / name).is_file())
    return any(_read(view.old / name).ids - pages[name].ids for name in made)


def _read(path: Path) -> _Page:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    ids = frozenset(str(node.attributes["id"]) for node in tree.css("[id]"))
    links = tuple(node.attributes.get("href") or "" for node in tree.css("a[href]"))
    loads = [
        node.attributes.get(_LOADING[str(node.tag)]) or ""
        for node in tree.css(_LOADS)
        if node.attributes.get("rel") not in {"canonical", "alternate"}
    ]
    return _Page(ids, tuple(dict.fromkeys(links)), tuple(dict.fromkeys(loads)))


def _reason(name: str, link: str, root: str, pages: Mapping[str, _Page], files: set[str]) -> str | None:
    """What is wrong with a link of a page; None when it is right."""
    if link.startswith("#"):  # every heading has one: do not take the address apart for them
        return None if link == "#" or unquote(link[1:]) in pages[name].ids else _NO_ANCHOR
    if (plain := _PLAIN.fullmatch(link)) and name != _NOT_FOUND:
        up, down, anchor = plain.groups()
        folders = name.split("/")[:-1]
        if (left := len(folders) - len(up) // 3) >= 0:
            path = "/".join([*folders[:left], down])
            return _missing(name if not link else path, anchor, pages, files)
    try:
        parts = urlsplit(link)
    except ValueError:
        return "ist keine Adresse"
    if parts.scheme in {"mailto", "tel", "data"}:
        return None
    if parts.scheme or parts.netloc:
        return "lädt von einem anderen Server" if link in pages[name].loads else None
    if name == _NOT_FOUND and not link.startswith(("/", "#")):
        return "führt nur von manchen Adressen zum Ziel"
    target = urlsplit(urljoin(_ORIGIN + root + name, link))
    if not target.path.startswith(root):
        return "führt aus der Website hinaus"
    return _missing(unquote(target.path.removeprefix(root)), unquote(target.fragment), pages, files)


def _missing(path: str, anchor: str | None, pages: Mapping[str, _Page], files: set[str]) -> str | None:
    """What is missing at an address, relative to the site; None when page and anchor are there."""
    file = path + "index.html" if not path or path.endswith("/") else path
    if file not in files:
        return "führt ins Leere"
    if anchor and file in pages and anchor not in pages[file].ids:
        return _NO_ANCHOR
    return None
