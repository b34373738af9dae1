# Where things stand in a document: pages of the website become parts of one file, so what was an address becomes the
# name of a place in it. A link to what the document does not hold leads to the website.
from __future__ import annotations

import posixpath
import re

_PLACE = re.compile(r' (id|data-ort|href)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_HREF = re.compile(r' href="([^"]*)"')
_HEADING = re.compile(r"(</?h)([2-6])\b")
_INTERNAL = "ort:"
"""Before an address of the site, until it is known what the document holds."""


def name(address: str) -> str:
    """The name of a place: of `leipzig/swot/bildung/#chance-1`, `leipzig_swot_bildung--chance-1`."""
    path, mark, anchor = address.partition("#")
    return f"{path.strip('/').replace('/', '_') or 'konzept'}{'--' if mark else ''}{anchor}"


def moved(html: str, path: str) -> str:
    """The HTML of a page as a part of a document.

    Args:
        html: with links as seen from the page; an element with `data-ort` is where the link in it leads.
        path: the address of the page.
    """

    def move(found: re.Match[str]) -> str:
        kind, value = found[1], found[2]
        if kind == "id":
            return f' id="{name(f"{path}#{value}")}"'
        if kind == "data-ort":
            return f' id="{name(_resolved(value, path))}"'
        if ":" in value.partition("/")[0]:
            return found[0]
        return f' href="{_INTERNAL}{_resolved(value, path)}"'

    return _PLACE.sub(move, html)


def joined(html: str, site_url: str) -> str:
    """A whole document whose links lead to its places, or to the site where it does not hold what they mean.

    Args:
        html: made of parts that were `moved`.
        site_url: where the site is published.
    """
    held = set(_ID.findall(html))

    def lead(found: re.Match[str]) -> str:
        if not found[1].startswith(_INTERNAL):
            return found[0]
        address = found[1].removeprefix(_INTERNAL)
        for place in (name(address), name(address.partition("#")[0])):
            if place in held:
                return f' href="#{place}"'
        return f' href="{site_url}{address}"'

    return _HREF.sub(lead, html)


def lowered(html: str, by: int) -> str:
    """HTML with lower headings; the lowest there are is the sixth."""
    return _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + by, 6)}", html)


def _resolved(href: str, path: str) -> str:
    """The address that a link on a page leads to."""
    way, mark, anchor = href.partition("#")
    way = way.partition("?")[0]
    if not way:
        return f"{path}{mark}{anchor}"
    found = posixpath.normpath(posixpath.join("/", path, way)).strip("/")
    return f"{found}{'/' if found and way.endswith('/') else ''}{mark}{anchor}"
