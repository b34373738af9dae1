# Checks the links of a built site: MkDocs does not look into ready HTML, so every link and anchor of every page is
# followed here. Anything that leads nowhere, or to another host without being asked for, is a problem of the build.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_ORIGIN = "http://site.invalid/"
_LOADING = {"link[href]": "href", "script[src]": "src", "img[src]": "src", "source[src]": "src", "iframe[src]": "src"}


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


def broken_links(site: Path) -> list[BrokenLink]:
    """Follow every link between the pages of a site.

    Args:
        site: the built site.

    Returns:
        All links to pages, files or anchors that are not there, and everything a page would load from another host.
    """
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    found = [broken for name, page in pages.items() for broken in _check(name, page, pages, site)]
    return sorted(set(found))


def _read(path: Path) -> _Page:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    ids = frozenset(str(node.attributes["id"]) for node in tree.css("[id]"))
    links = tuple(node.attributes.get("href") or "" for node in tree.css("a[href]"))
    loads = []
    for selector, attribute in _LOADING.items():
        for node in tree.css(selector):
            if node.attributes.get("rel") not in {"canonical", "alternate"}:
                loads.append(node.attributes.get(attribute) or "")  # noqa: PERF401
    return _Page(ids, tuple(dict.fromkeys(links)), tuple(dict.fromkeys(loads)))


def _check(name: str, page: _Page, pages: dict[str, _Page], site: Path) -> Iterator[BrokenLink]:
    absolute = name == "404.html"
    base = urljoin(_ORIGIN, name)
    for link in (*page.links, *page.loads):
        parts = urlsplit(link)
        if parts.scheme in {"mailto", "tel", "data"}:
            continue
        if parts.scheme or parts.netloc:
            if link in page.loads:
                yield BrokenLink(name, link, "lädt von einem anderen Server")
            continue
        if absolute and link.startswith("/"):
            continue
        target = urlsplit(urljoin(base, link))
        path = unquote(target.path).lstrip("/")
        file = path + "index.html" if not path or path.endswith("/") else path
        if file not in pages and not (site / file).is_file():
            yield BrokenLink(name, link, "führt ins Leere")
        elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids:
            yield BrokenLink(name, link, "führt zu einem Anker, den es nicht gibt")
