# A badge: a picture of one line that says how a thing stands, for pages that hold no frame. Its colours are its own, so
# it reads on light and dark grounds; its text is squeezed into the width computed for it, whatever font a reader has.
from __future__ import annotations

from kek_build.outputs import Output
from kek_build.pages.addresses import BADGE
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings import schrift
from kek_build.pages.karten import CardView
from kek_build.pages.text import shorten

SIZE = 11
"""The height of its letters; the badge is 20 high."""
_EDGE = 8
_LONGEST = 60


def badge(shop: Workshop, view: CardView, colour: str) -> Output:
    """The badge of a thing.

    Args:
        shop: what the pages of its concept share.
        view: what its card says.
        colour: a CSS colour, dark enough for white letters.
    """
    name, state = shorten(view.name, _LONGEST), shorten(", ".join(view.states), _LONGEST)
    note = " Demonstration, keine amtliche Veröffentlichung." if shop.demonstration else ""
    svg = shop.env.get_template("embeds/plakette.svg.j2").render(
        name=name,
        state=state,
        name_width=round(schrift.width(name, SIZE)),
        state_width=round(schrift.width(state, SIZE, bold=True)),
        edge=_EDGE,
        size=SIZE,
        colour=colour,
        title=f"{view.name}: {', '.join(view.states)}",
        description=f"{view.full_title}. {shop.konzept.datei.titel}.{note}",
    )
    return Output(shop.addresses.folder(view.entry) + BADGE, f"{svg}\n".encode())
