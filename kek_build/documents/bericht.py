# A report to the council as a document to put with its paper: what its page shows, whole, with the days it is about and
# the code that leads to the page.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kek_build.documents import engine, links, places, tags
from kek_build.documents.views import Keeper, Shown, shown
from kek_build.embeds import qr
from kek_build.models.berichte import Bericht
from kek_build.pages import bericht, berichte
from kek_build.pages.templates import environment


@dataclass(frozen=True)
class Berichtsdokument:
    """A report, before it is set."""

    name: str
    html: str
    address: str
    """The address of its page."""
    templates: Path

    @property
    def key(self) -> str:
        """All that makes the document."""
        return repr(self)

    def draw(self) -> bytes:
        """The document as a PDF."""
        return tags.finished(engine.lay_out(self.html, self.address, self.templates).pdf(), {})


def reports(shop: Keeper) -> Iterator[tuple[str, Berichtsdokument]]:
    """The reports of a concept, each with the address of its page."""
    for page in shown(shop, berichte.plan):
        if page.template == "bericht":
            yield page.path, document(shop, page)


def unpublished(shop: Keeper, report: Bericht) -> Berichtsdokument:
    """A report that has no page of its own.

    Args:
        shop: the concept.
        report: what it is about.
    """
    return document(shop, shop.kept[bericht.page(shop, report).path], published=False)


def document(shop: Keeper, page: Shown, *, published: bool = True) -> Berichtsdokument:
    """A report as a document.

    Args:
        shop: the concept.
        page: what its page shows.
        published: whether that page is a part of the site, so that the document can lead there.
    """
    datei = shop.konzept.datei
    url = shop.url(page.path)
    size, code = qr.draw(url)
    html = environment(shop.templates).get_template("documents/bericht.html.j2").render(
        dict(page.view), level=2, datei=datei, url=url, code_size=size, code=code, published=published,
        unofficial=shop.demonstration,
        document=f"{datei.titel}, {datei.fassung.bezeichnung}, Stand {datei.fassung.stand}",
        stand=datei.fassung.stand.iso(),
    )  # fmt: skip
    whole = places.joined(links.plain(places.moved(html, page.path)), shop.site_url)
    return Berichtsdokument(f"{page.view['title']}", whole, url, shop.templates)
