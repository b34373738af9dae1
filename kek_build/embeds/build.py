# All files for other sites: the one place that the adapter asks for them.
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from kek_build.embeds.accents import accents_of
from kek_build.embeds.badges import badges
from kek_build.embeds.cards import cards, style_sheet
from kek_build.embeds.oembed import descriptions
from kek_build.embeds.qr import codes
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
    fresh: Collection[PageRecord] | None = None,
) -> Iterator[Output]:
    """Cards with their style sheet, badges, oEmbed descriptions and QR codes.

    Args:
        shops: what the pages of each concept share.
        records: the pages of the site.
        options: the options of the site.
        assets: the folder of the style sheets.
        fresh: the pages whose codes are wanted; by default all.
    """
    sheet = style_sheet(assets, options)
    colours = field_colours((assets / "werte.css").read_text(encoding="utf-8"))
    yield sheet.output
    for shop in shops:
        accents = accents_of(records, shop)
        plain = options.konzept_farben.get(shop.konzept.slug, options.farben).akzent
        yield from cards(shop, accents, sheet)
        yield from badges(shop, accents, colours, plain)
        yield from descriptions(shop, options.titel)
        yield from codes(shop, records if fresh is None else fresh)
