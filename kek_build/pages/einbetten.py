# What somebody copies to show a thing on another site: a frame with its card, or its badge as a picture. Plain HTML and
# Markdown, without script; the card's address alone decides what is shown.
from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import escape

from kek_build.concept import Entry
from kek_build.pages.addresses import BADGE, relative
from kek_build.pages.drawings import schrift
from kek_build.pages.karten import EMBEDDABLE, CardView, anchored_goals
from kek_build.pages.views import LinkView

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop

FRAME_WIDTH = 320
"""The width in pixels from which on a card shows all of its text in the height that is offered."""
_PADDING = 32


@dataclass(frozen=True)
class EmbedView:
    """The texts to copy, as shown in the block "Weitergeben"."""

    card: LinkView | None
    """The card itself, to look at; None where only things on the page have cards."""
    frame: str = ""
    badge: str = ""
    badge_markdown: str = ""
    badge_src: str = ""
    inner: tuple[LinkView, ...] = ()
    """The cards of goals that have no page of their own and stand on this one."""


def embed_view(shop: Workshop, path: str, entry: Entry | None) -> EmbedView | None:
    """What a page offers to show on other sites; None where there is nothing.

    Args:
        shop: what the pages of the concept share.
        path: the address of the page.
        entry: the thing it shows.
    """
    if entry is None or entry.kind not in {*EMBEDDABLE, "handlungsfeld"}:
        return None
    inner = tuple(_link(shop, path, goal) for goal in anchored_goals(shop, entry))
    if entry.kind not in EMBEDDABLE:
        return EmbedView(None, inner=inner) if inner else None
    view = shop.card_of(entry)
    return EmbedView(
        _link(shop, path, entry),
        frame(shop, view),
        badge(shop, view),
        f"[![{_alternative(view)}]({_badge_url(shop, view)})]({shop.url(path)})",
        relative(shop.addresses.folder(entry) + BADGE, path),
        inner,
    )


def frame(shop: Workshop, view: CardView) -> str:
    """The frame with a card, as HTML to copy: a text, which a page that shows it must escape."""
    card, title = escape(shop.url(shop.addresses.card(view.entry))), escape(view.full_title)
    high = shop.once(("height", view.entry.ref), partial(height, view))
    size = f'width="100%" height="{high}" loading="lazy" style="border:0;max-width:40em"'
    return f'<iframe src="{card}" title="{title}" {size}></iframe>'


def badge(shop: Workshop, view: CardView) -> str:
    """The badge with a link to the thing, as HTML to copy."""
    page, picture = escape(shop.url(shop.addresses.of(view.entry))), escape(_badge_url(shop, view))
    return f'<a href="{page}"><img src="{picture}" alt="{escape(_alternative(view))}" height="20"></a>'


def height(view: CardView) -> int:
    """The height in pixels that a card needs from `FRAME_WIDTH` on, with type of the usual size; rounded up to tens."""
    room = FRAME_WIDTH - _PADDING
    number = f"{view.number} " if view.number else ""
    needed = 166 + 26 * len(schrift.wrap(number + view.title, room, 19, bold=True))
    needed += 8 + 23 * len(schrift.wrap(view.lead, room, 15)) if view.lead else 0
    needed += sum(26 * len(schrift.wrap(state, room - 22, 14, bold=True)) for state in view.states)
    needed += sum(22 * len(schrift.wrap(thing, room - 16, 14)) for thing in view.things)
    return math.ceil(needed / 10) * 10


def _badge_url(shop: Workshop, view: CardView) -> str:
    return shop.url(shop.addresses.folder(view.entry) + BADGE)


def _alternative(view: CardView) -> str:
    """What the badge is, not what it says today: the copied text stays when the status changes."""
    return f"Aktueller Stand: {view.name}"


def _link(shop: Workshop, path: str, entry: Entry) -> LinkView:
    return LinkView(relative(shop.addresses.card(entry), path), shop.card_of(entry).name)
