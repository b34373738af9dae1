# The list of all pages for search engines, by the protocol of sitemaps.org; that of a large site is in parts, which a
# list of lists names, as the protocol wants it.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from kek_build.outputs import Output

NAME = "sitemap.xml"
MOST = 10_000
"""How many pages a list names; the protocol allows 50,000, but nobody wants to fetch megabytes for one new page."""

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def outputs(paths: Sequence[str], site_url: str, most: int = MOST) -> Iterator[Output]:
    """The list of pages.

    Args:
        paths: the pages that search engines may list, relative to the site, in the order of the site.
        site_url: where the site is published, with a slash at the end.
        most: how many pages one file names.
    """
    addresses = [f"{site_url}{quote(path)}" for path in paths]
    if len(addresses) <= most:
        yield Output(NAME, _document("urlset", "url", addresses))
        return
    names = []
    for number, start in enumerate(range(0, len(addresses), most), 1):
        names.append(f"sitemap-{number}.xml")
        yield Output(names[-1], _document("urlset", "url", addresses[start : start + most]))
    yield index([f"{site_url}{name}" for name in names])


def index(lists: Sequence[str]) -> Output:
    """A list of lists, by their addresses."""
    return Output(NAME, _document("sitemapindex", "sitemap", lists))


def _document(outer: str, inner: str, addresses: Sequence[str]) -> bytes:
    """A list in XML; quoted addresses hold nothing that needs to be escaped but `&`, which none of ours has."""
    lines = "".join(f"\n  <{inner}><loc>{address}</loc></{inner}>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} xmlns="{_SPACE}">{lines}\n</{outer}>'.encode()
