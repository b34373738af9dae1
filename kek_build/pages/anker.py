# A link behind every heading that has an anchor, so that readers can pass on the part they mean. It stands beside the
# heading and not in it: what screen readers and lists of contents call the heading stays the same. Its sign is drawn by
# the style sheet, so that no text taken from a page has signs in it.
from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import escape

from kek_build.pages.record import plain_text

_HEADING = re.compile(r'<h2\b(?P<attributes>[^>]*\bid="(?P<anchor>[^"]+)"[^>]*)>(?P<text>.*?)</h2>', re.DOTALL)
_WIDE = "kek-accented"
"""Headings that are lines across the page."""


def with_anchors(html: str) -> str:
    """A page in which every heading of the second level with an anchor has a link to itself beside it."""
    return _HEADING.sub(_linked, html)


def _linked(match: re.Match[str]) -> str:
    style = "kek-heading kek-heading--wide" if _WIDE in match["attributes"] else "kek-heading"
    return f'<div class="{style}">{match[0]}{_link(match["anchor"], match["text"])}</div>'


@lru_cache(maxsize=1_024)
def _link(anchor: str, heading: str) -> str:
    """The link of one heading; most pages of a kind have the same."""
    label = escape(f"Link zu diesem Abschnitt: {plain_text(heading)}")
    return f'<a class="kek-anchor" href="#{anchor}" aria-label="{label}"></a>'
