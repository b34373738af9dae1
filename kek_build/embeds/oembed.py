# oEmbed (https://oembed.com, version 1.0): a description of each card, from which editors of other sites make the frame
# by themselves when somebody pastes the address of a page. A page names it in its head.
from __future__ import annotations

import json

from kek_build.outputs import Output
from kek_build.pages.addresses import OEMBED
from kek_build.pages.draft import Workshop
from kek_build.pages.einbetten import frame, height
from kek_build.pages.karten import CardView
from kek_build.pictures.build import NAME as PREVIEW
from kek_build.pictures.preview import HEIGHT as PREVIEW_HEIGHT
from kek_build.pictures.preview import WIDTH as PREVIEW_WIDTH

WIDTH = 480
"""The width in pixels that is told; the frame itself takes the width it is given."""
CACHE_AGE = 86_400
"""For how many seconds a description may be kept: a day."""
_NEXT = ",\n"
_written = json.JSONEncoder(ensure_ascii=False).encode


def description(shop: Workshop, view: CardView, site_title: str) -> Output:
    """The description of a card."""
    # A key a line, by hand: with an indentation the library writes everything in Python.
    lines = (f"  {_written(key)}: {_written(value)}" for key, value in describe(shop, view, site_title).items())
    return Output(shop.addresses.folder(view.entry) + OEMBED, f"{{\n{_NEXT.join(lines)}\n}}\n".encode())


def describe(shop: Workshop, view: CardView, site_title: str) -> dict[str, str | int]:
    """A card in the words of oEmbed: a `rich` answer, whose `html` is the frame."""
    page = shop.addresses.of(view.entry).partition("#")[0]
    author = {} if shop.demonstration else {"author_name": shop.konzept.datei.behoerde}
    return {
        "type": "rich",
        "version": "1.0",
        "title": view.full_title,
        **author,
        "provider_name": site_title,
        "provider_url": shop.url(""),
        "cache_age": CACHE_AGE,
        "thumbnail_url": shop.url(page + PREVIEW),
        "thumbnail_width": PREVIEW_WIDTH,
        "thumbnail_height": PREVIEW_HEIGHT,
        "html": frame(shop, view),
        "width": WIDTH,
        "height": height(view),
    }
