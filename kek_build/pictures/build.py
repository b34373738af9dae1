# The previews of a whole site: what stands on each, drawn or taken from the store, and written beside its page.
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from kek_build import outputs
from kek_build.builds.store import Store
from kek_build.outputs import Output
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pictures.preview import Preview, draw
from kek_build.pictures.program import drawn_with
from kek_build.site import SiteOptions

NAME = "vorschau.png"
"""A preview stands beside its page, so it stays as long as the page."""

_LAYERS = {"konzept": 0, "handlungsfeld": 1, "ziel": 2, "schluesselvorhaben": 3, "massnahme": 4, "kennzahl": 4}
_NOTE = "Demonstration, keine amtliche Veröffentlichung"
_FIELD_COLOUR = re.compile(r"--kek-feld-(\d+):\s*(#[0-9a-fA-F]{6});")


def field_colours(style_sheet: str) -> dict[int, str]:
    """The colours of the fields of action in light, from the style sheet that holds all colours."""
    found: dict[int, str] = {}
    for number, colour in _FIELD_COLOUR.findall(style_sheet):
        found.setdefault(int(number), colour)
    return found


def previews(
    records: Iterable[PageRecord], shops: Iterable[Workshop], options: SiteOptions, colours: Mapping[int, str]
) -> dict[str, Preview]:
    """What the preview of each page shows, by the page's path."""
    by_slug = {shop.konzept.slug: shop for shop in shops}
    return {record.path: _preview(record, by_slug.get(record.concept or ""), options, colours) for record in records}


def _preview(record: PageRecord, shop: Workshop | None, options: SiteOptions, colours: Mapping[int, str]) -> Preview:
    farben = options.konzept_farben.get(record.concept or "", options.farben)
    above, label, title = options.titel, "", record.crumbs[-1].title if record.continues else record.heading
    if shop is not None:
        above = shop.konzept.datei.name
        kind = record.label if record.label and record.label != above else "Kreisentwicklungskonzept"
        label = f"{kind} {record.number}" if record.number else kind
    if shop is not None and record.kind == "konzept":
        label, title = "Leitgedanke des Kreisentwicklungskonzepts", f"„{shop.konzept.datei.leitgedanke.bezeichnung}“"
    if record.kind == "start":
        above, title = record.title, options.einleitung
    return Preview(
        above=above,
        label=label,
        title=title,
        site=options.titel,
        note=_NOTE if options.demonstration else "",
        accent=colours.get(record.accent, farben.akzent),
        band=farben.kopf,
        layer=_LAYERS.get(record.kind),
    )


def write(wanted: Mapping[str, Preview], site: Path, store: Store, *, tidy: bool = True) -> None:
    """Write the preview of every page.

    Args:
        wanted: the previews, by the paths of their pages.
        site: the built site.
        store: drawn pictures of earlier builds; afterwards it holds those of this one and no others.
        tidy: whether it does, or holds the earlier ones as well, because some pages stay as they are.
    """
    program = drawn_with()
    drawn = (
        Output(path + NAME, store.keep(f"{program} {preview.key}", partial(draw, preview)))
        for path, preview in wanted.items()
    )
    outputs.write(drawn, site)
    if tidy:
        store.tidy()
