# The files beside the page of a thing that was dissolved: who embeds its card or badge, fetches its data or follows its
# feed learns there that it ended, and not from an error.
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from kek_build.concept.former import Tombstone
from kek_build.contract.frame import Frame
from kek_build.outputs import Output
from kek_build.pages.addresses import BADGE, CARDS, FEED, OBJECT_DATA, OEMBED, relative
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings import schrift
from kek_build.pages.text import shorten, without_references

_SIZE = 11
"""The height of the letters of a badge, as in those of what there is."""
_EDGE = 8
_LONGEST = 60
_GREY = "#595959"


def stone_files(shop: Workshop, frame: Frame) -> Iterator[Output]:
    """Card, badge, data, oEmbed description and feed of everything that was dissolved and has a page.

    Args:
        shop: the concept.
        frame: what the cards have in their head.
    """
    for stone in shop.konzept.former.tombstones.values():
        if "#" not in shop.addresses.of_tombstone(stone):
            yield from _files(shop, stone, frame)


def _files(shop: Workshop, stone: Tombstone, frame: Frame) -> Iterator[Output]:
    folder, model, env = shop.addresses.folder_of(stone.kind, stone.ref), stone.model, shop.env
    title = f"{stone.number} {model.titel}" if stone.number else model.titel
    reason = without_references(model.grund, shop.konzept.resolve)
    page, card = shop.url(folder), f"{CARDS}/{folder}"
    html = env.get_template("weiter/karte.html.j2").render(
        policy=frame.policy,
        style_sheet=frame.style_sheet,
        up="../" * card.count("/"),
        canonical=page,
        href=relative(folder, card),
        title=title,
        concept=shop.konzept.datei.name,
        date=model.ende,
        reason=reason,
    )
    yield Output(f"{card}index.html", html.encode())
    name, state = stone.number or shorten(model.titel, _LONGEST), "aufgehoben"
    badge = env.get_template("embeds/plakette.svg.j2").render(
        name=name,
        state=state,
        name_width=round(schrift.width(name, _SIZE)),
        state_width=round(schrift.width(state, _SIZE, bold=True)),
        edge=_EDGE,
        size=_SIZE,
        colour=_GREY,
        title=f"{name}: {state}",
        description=f"{title}, aufgehoben: {model.ende}. {shop.konzept.datei.titel}.",
    )
    yield Output(folder + BADGE, f"{badge}\n".encode())
    feed = env.get_template("weiter/feed.atom.j2").render(
        feed=page + FEED,
        page=page,
        title=title,
        author=shop.konzept.datei.behoerde,
        updated=f"{model.ende.first.isoformat()}T00:00:00Z",
        date=model.ende,
        reason=reason,
    )
    yield Output(folder + FEED, f"{feed}\n".encode())
    yield Output(folder + OBJECT_DATA, _json(_data(shop, stone, page, title)))
    described = {
        "version": "1.0",
        "type": "link",
        "title": f"{title}: aufgehoben",
        "provider_name": shop.konzept.datei.name,
        "provider_url": shop.url(shop.addresses.section()),
    }
    yield Output(folder + OEMBED, _json(described))


def _data(shop: Workshop, stone: Tombstone, page: str, title: str) -> dict[str, object]:
    """What is known of a thing that was dissolved, with the keys that editors write."""
    found = {ref: shop.konzept.former.find(ref) for ref in stone.successors}
    model = stone.model
    return {
        "aufgehoben": True,
        "art": stone.kind,
        "verweis": stone.ref,
        "titel": model.titel,
        "bezeichnung": title,
        "adresse": page,
        "ende": model.ende.iso(),
        "grund": without_references(model.grund, shop.konzept.resolve),
        "ersetzt_durch": list(model.ersetzt_durch),
        "zusammengefuehrt_mit": list(model.zusammengefuehrt_mit),
        "weiter": [
            shop.url(shop.addresses.of_tombstone(thing) if isinstance(thing, Tombstone) else shop.addresses.of(thing))
            for thing in found.values()
            if thing
        ],
    }


def _json(data: Mapping[str, object]) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()
