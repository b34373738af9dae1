# A site of many counties. Above a handful, a list of all of them on every page would bury the page: there its frame
# names the county one is in and leads to the list, which stands once, on the first page. Which sites are such portals,
# and what their first page shows, is decided here; up to a handful, `start.site_page` shows each concept at length.
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kek_build.concept.entries import KINDS, title_key
from kek_build.pages.addresses import relative
from kek_build.pages.aenderungen import DigestView, digest
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.start import search_of
from kek_build.pages.templates import environment
from kek_build.pages.text import counted
from kek_build.pages.themen import subject_links
from kek_build.pages.views import LinkView
from kek_build.pages.words import slug

HANDFUL = 5
"""How many concepts every page of a site may list."""
COUNTIES = "landkreise"
"""The anchor of the list of all counties on the first page."""
_NEWEST = 6
"""How many counties the first page tells the latest changes of."""
_COUNTED = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme")
"""What a line of the list counts, as far as a county has it."""


@dataclass(frozen=True)
class CountyRow:
    """A county in the list."""

    slug: str
    link: LinkView
    sought: str
    """What it is found by in the list: all its names, in small letters."""
    place: int
    """Its place when all counties stand from A to Z."""
    counts: str
    """How much its concept holds: `7 Handlungsfelder · 79 Maßnahmen`."""


@dataclass(frozen=True)
class LandGroup:
    """The counties of a Land, from A to Z."""

    name: str
    anchor: str
    rows: tuple[CountyRow, ...]


@dataclass(frozen=True)
class NewsRow:
    """What changed last in a county's content."""

    county: LinkView
    changed: DigestView


def is_portal(shops: Sequence[Workshop]) -> bool:
    """Whether a site holds so many concepts that its pages no longer list all of them."""
    return len(shops) > HANDFUL


def in_order(shops: Iterable[Workshop]) -> list[Workshop]:
    """The counties from A to Z, by the names without „Landkreis“."""
    return sorted(shops, key=lambda shop: (title_key(shop.konzept.datei.kurzname), shop.konzept.slug))


def county_link(shop: Workshop, page: str) -> LinkView:
    """A link from a page to the start page of a county."""
    return LinkView(relative(shop.addresses.section(), page), shop.konzept.datei.name)


def portal_page(shops: Sequence[Workshop], title: str, lead: str) -> PageRecord:
    """The first page of a portal: search, the list of counties, subjects, what changed last in any of them."""
    view: dict[str, object] = {
        "title": title,
        "lead": lead,
        "search": search_of("", shops),
        "lands": lands(shops),
        "count": len(shops),
        "subjects": subject_links(shops, ""),
        "news": newest(shops),
    }
    html = environment(shops[0].templates).get_template("pages/portal.html.j2").render(view)
    return PageRecord(path="", title=title, html=html, description=lead, kind="start")


def lands(shops: Iterable[Workshop]) -> tuple[LandGroup, ...]:
    """All counties by Land, both from A to Z."""
    placed = [(shop, _row(shop, place)) for place, shop in enumerate(in_order(shops))]
    placed.sort(key=lambda pair: title_key(pair[0].konzept.datei.land))  # stable: from A to Z in each
    return tuple(
        LandGroup(land, f"land-{slug(land)}", tuple(row for _, row in group))
        for land, group in groupby(placed, key=lambda pair: str(pair[0].konzept.datei.land))
    )


def _row(shop: Workshop, place: int) -> CountyRow:
    datei = shop.konzept.datei
    found = ((len(shop.konzept.of_kind(kind)), *KINDS[kind][1:]) for kind in _COUNTED)
    return CountyRow(
        slug=shop.konzept.slug,
        link=county_link(shop, ""),
        sought=f"{datei.name} {datei.kurzname} {shop.konzept.slug}".casefold(),
        place=place,
        counts=" · ".join(counted(*item) for item in found if item[0]),
    )


def newest(shops: Iterable[Workshop], count: int = _NEWEST) -> tuple[NewsRow, ...]:
    """The counties whose content changed last, newest first, with what changed."""
    known = [shop for shop in in_order(shops) if shop.history.changes]
    known.sort(key=lambda shop: shop.history.changes[0].day, reverse=True)
    rows = ((shop, digest(shop.draft(""))) for shop in known[:count])
    return tuple(NewsRow(county_link(shop, ""), changed) for shop, changed in rows if changed)
