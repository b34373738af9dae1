# A badge: a picture of one line that says how a thing stands, for pages that hold no frame. Its colours are its own, so
# it reads on light and dark grounds; its text is squeezed into the width computed for it, whatever font a reader has.
from __future__ import annotations

from collections.abc import Iterator, Mapping

from kek_build.embeds.accents import accent
from kek_build.outputs import Output
from kek_build.pages.addresses import BADGE
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings import schrift
from kek_build.pages.text import shorten

SIZE = 11
"""The height of its letters; the badge is 20 high."""
_EDGE = 8
_LONGEST = 60


def badges(shop: Workshop, accents: Mapping[str, int], colours: Mapping[int, str], plain: str) -> Iterator[Output]:
    """The badges of all things of a concept that have one.

    Args:
        shop: what the pages of the concept share.
        accents: the colour of each thing that has a page, by its reference.
        colours: the colours of the fields of action, dark enough for white letters.
        plain: the colour of what belongs to no field.
    """
    template = shop.env.get_template("embeds/plakette.svg.j2")
    note = " Demonstration, keine amtliche Veröffentlichung." if shop.demonstration else ""
    for view in shop.cards.values():
        name, state = shorten(view.name, _LONGEST), shorten(", ".join(view.states), _LONGEST)
        svg = template.render(
            name=name,
            state=state,
            name_width=round(schrift.width(name, SIZE)),
            state_width=round(schrift.width(state, SIZE, bold=True)),
            edge=_EDGE,
            size=SIZE,
            colour=colours.get(accent(shop, view.entry, accents), plain),
            title=f"{view.name}: {', '.join(view.states)}",
            description=f"{view.full_title}. {shop.konzept.datei.titel}.{note}",
        )
        yield Output(shop.addresses.folder(view.entry) + BADGE, f"{svg}\n".encode())
