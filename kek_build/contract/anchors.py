# Keeps anchors answering on the pages there are: an old name of a thing stands beside its new one; where a thing moved
# to another page or was dissolved, the old place says so; a heading that is gone leads to the top of its page.
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.concept.former import Tombstone, former_refs
from kek_build.contract.moves import address_of, anchors_by_page, answer, title_of
from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord

_BODY = re.compile(r'<div class="kek-body[^>]*>')
_TARGET = Markup('<span class="kek-anker" id="{}"></span>')
_NOTE = Markup('<p class="kek-umzug" id="{}">{} <a href="{}">{}</a></p>')
_MOVED = "Was unter dieser Adresse stand, steht jetzt hier:"
_ENDED = "Was unter dieser Adresse stand, wurde aufgehoben. Warum, und was weitergilt:"


class AnchorKeeper:
    """Knows all anchors that were ever published on the pages of a site."""

    def __init__(self, shops: Iterable[Workshop]) -> None:
        """Gather them, for the concepts of the site."""
        self._known: dict[str, list[tuple[Workshop, list[str], list[tuple[str, str]]]]] = defaultdict(list)
        for shop in shops:
            anchors, former = anchors_by_page(shop), _former_names(shop)
            for path in {**anchors, **former}:
                self._known[path].append((shop, anchors.get(path, []), former.get(path, [])))

    def wanted(self, path: str) -> list[tuple[Sequence[str], Sequence[tuple[str, str]]]]:
        """The anchors that a page must have: those that were published, and former ones with those of today."""
        return [(anchors, former) for _, anchors, former in self._known.get(path, ())]

    def keep(self, record: PageRecord) -> PageRecord:
        """A page with all anchors that were ever published on it."""
        for shop, anchors, former in self._known.get(record.path, ()):
            if anchors or former:
                record = _kept(shop, record, anchors, former)
        return record


def keep_anchors(shops: Iterable[Workshop], records: Iterable[PageRecord]) -> list[PageRecord]:
    """The pages of a site, with all anchors that were ever published on them.

    Args:
        shops: the concepts of the site.
        records: its pages.
    """
    return list(map(AnchorKeeper(shops).keep, records))


def _former_names(shop: Workshop) -> dict[str, list[tuple[str, str]]]:
    """For each page the anchors that things on it had before, each with the one it has today."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for thing in shop.konzept.former.things():
        for _, ref in former_refs(thing):
            for now, before in _pairs(shop, thing, ref):
                page, mark, anchor = now.partition("#")
                if mark:
                    found[page].append((before, anchor))
    return found


def _pairs(shop: Workshop, thing: Entry | Tombstone, ref: str) -> Iterator[tuple[str, str]]:
    """The addresses of a thing today, each with the anchor of a former name."""
    yield address_of(shop, thing), ref.rpartition("#")[2].rpartition("/")[2].lower()
    if isinstance(thing, Entry) and (easy := shop.addresses.easy(thing)):
        yield easy, shop.addresses.easy_of(ref).partition("#")[2]


def _kept(shop: Workshop, record: PageRecord, recorded: Iterable[str], beside: Iterable[tuple[str, str]]) -> PageRecord:
    html = record.html
    ids = {part.partition('"')[0] for part in html.split(' id="')[1:]}
    for before, now in beside:
        if before not in ids and now in ids:
            html = _put_beside(html, now, before)
            ids.add(before)
    lost = [anchor for anchor in recorded if anchor not in ids]
    if lost:
        html = _put_on_top(html, Markup().join(_answer(shop, record, anchor) for anchor in lost))
    return record if html is record.html else replace(record, html=html)


def _put_beside(html: str, now: str, before: str) -> str:
    """Put an empty target into the element that has the anchor of today."""
    end = html.index(">", html.index(f' id="{now}"')) + 1
    # In a list of terms only <dt> and <dd> may hold it.
    if term := re.compile(r"\s*<dt\b[^>]*>").match(html, end):
        end = term.end()
    return "".join((html[:end], _TARGET.format(before), html[end:]))  # joined, for + would escape the page


def _put_on_top(html: str, what: str) -> str:
    body = _BODY.search(html)
    end = body.end() if body else 0
    return "".join((html[:end], what, html[end:]))


def _answer(shop: Workshop, record: PageRecord, anchor: str) -> Markup:
    thing = answer(shop, record.path, anchor)
    if thing is None or address_of(shop, thing).partition("#")[0] == record.path:
        return _TARGET.format(anchor)
    said = _ENDED if isinstance(thing, Tombstone) else _MOVED
    return _NOTE.format(anchor, said, relative(address_of(shop, thing), record.path), title_of(shop, thing))
