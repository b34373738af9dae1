# Links on paper: a PDF marks the area of each piece of text that leads somewhere, and only whole links may be marked
# (ISO 14289-1, 7.18.5), so a link holds nothing but text.
from __future__ import annotations

import re

_LINK = re.compile(r"(<a\b[^>]*>)(.*?)(</a>)", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def plain(html: str) -> str:
    """HTML whose links hold text only."""
    return _LINK.sub(lambda link: link[1] + _TAG.sub("", link[2]) + link[3], html)
