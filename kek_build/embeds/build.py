# All files for other sites: the one place that the adapter asks for them. Card, badge and description of a thing show
# the same words, so they are made together, and stay together where none would be another than at the last build.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kek_build.builds import Units
from kek_build.concept import Entry
from kek_build.embeds.accents import accent, accents_of
from kek_build.embeds.badges import badge
from kek_build.embeds.cards import StyleSheet, card, style_sheet
from kek_build.embeds.oembed import description
from kek_build.embeds.qr import code
from kek_build.outputs import Output
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pictures.build import field_colours
from kek_build.site import SiteOptions


def outputs(
    shops: Sequence[Workshop],
    records: Sequence[PageRecord],
    options: SiteOptions,
    assets: Path,
    *,
    units: Units | None = None,
) -> Iterator[Output]:
    """Cards with their style sheet, badges, oEmbed descriptions and QR codes.

    Args:
        shops: what the pages of each concept share.
        records: the pages of the site.
        options: the options of the site.
        assets: the folder of the style sheets.
        units: what the last build made, where it is remembered; only what is new is made then.
    """
    sheet = style_sheet(assets, options)
    colours = field_colours((assets / "werte.css").read_text(encoding="utf-8"))
    yield sheet.output
    for shop in shops:
        accents, slug = accents_of(records, shop), shop.konzept.slug
        plain = options.konzept_farben.get(slug, options.farben).akzent
        for entry in shop.embeddable:
            number = accent(shop, entry, accents)
            colour = colours.get(number, plain)
            make = partial(_of_thing, shop, entry, options.titel, accent=number, colour=colour, sheet=sheet)
            # A page tells the colour, and what pages tell is no question to the model: so it stands in the key.
            yield from units.make(f"karte:{slug}:{entry.ref}:{number}", make) if units else make()
        for record in records:
            if record.concept == slug:
                # Nothing is asked for it: of a page that says something else, the code is mostly the same.
                draw = partial(_of_page, shop, record)
                yield from units.make(f"code:{record.path}:{record.title}", draw) if units else draw()


def _of_thing(
    shop: Workshop, entry: Entry, site_title: str, *, accent: int, colour: str, sheet: StyleSheet
) -> Iterable[Output]:
    view = shop.card_of(entry)
    return card(shop, view, accent, sheet), badge(shop, view, colour), description(shop, view, site_title)


def _of_page(shop: Workshop, record: PageRecord) -> Iterable[Output]:
    return (code(shop, record),)
