# How others take a page along, for the block "Weitergeben" at its end: its address, how to cite it, its files and
# services. Only what this build really writes is offered; the pictures and data themselves are made elsewhere.
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kek_build.concept import Entry
from kek_build.pages import aenderungen
from kek_build.pages.addresses import DATA, QR_CODE, SHEET, VALUE_TABLE, WITH_SHEET, relative
from kek_build.pages.einbetten import EmbedView, embed_view

if TYPE_CHECKING:
    from kek_build.pages.draft import Workshop


_WITHOUT_KIND = {"konzept", "seite"}
"""Pages of these are called by their title alone."""


@dataclass(frozen=True)
class Citation:
    """How to cite a page, as DIN ISO 690 has it for a part of an electronic document.

    The date on which somebody read it comes between the two parts. A page that is built once cannot know it; the
    script puts it there when the citation is copied.
    """

    before: str
    after: str

    @property
    def text(self) -> str:
        """The citation without that date."""
        return f"{self.before}. {self.after}"


@dataclass(frozen=True)
class Offer:
    """A file or service that goes with a page."""

    href: str
    """As a link from the page."""
    title: str
    """What it is: `Diese Seite als Daten`."""
    format: str
    """In which form: `JSON`."""
    size: str | None = None
    """How large it is, in words, where that matters: `120 kB`."""
    download: str | None = None
    """Under which name it is saved, where its own says too little: `Datenblatt-3-34.pdf`."""

    @property
    def detail(self) -> str:
        """What stands behind the title."""
        return ", ".join(filter(None, (self.format, self.size)))


def _document(shop: Workshop, path: str, _entry: Entry | None) -> Offer | None:
    """The whole concept as one file, from its first page and from that of its data."""
    if not shop.documents or path not in {shop.addresses.section(), shop.addresses.section(DATA)}:
        return None
    return Offer(relative(shop.addresses.document, path), "Das ganze Konzept zum Drucken", "PDF")


def _sheet(shop: Workshop, path: str, entry: Entry | None) -> Offer | None:
    """The fact sheet of a key project or a measure."""
    if not shop.documents or entry is None or entry.kind not in WITH_SHEET:
        return None
    href = relative(shop.addresses.folder(entry) + SHEET, path)
    return Offer(href, "Datenblatt auf einer Seite", "PDF", download=f"Datenblatt-{entry.number}.pdf")


def _data(shop: Workshop, path: str, entry: Entry | None) -> Offer | None:
    """The data of the thing; of the concept and what else shows no single thing, the page with all data."""
    if entry and (file := shop.addresses.data(entry)):
        return Offer(relative(file, path), "Daten dieser Seite", "JSON")
    page = shop.addresses.section(DATA)
    return None if path == page else Offer(relative(page, path), "Alle Daten des Konzepts", "Excel, CSV, JSON")


def _values(shop: Workshop, path: str, entry: Entry | None) -> Offer | None:
    """The figures of an indicator, where it has any."""
    if entry is None or entry.kind != "kennzahl" or not entry.model.figures:
        return None
    return Offer(relative(shop.addresses.folder(entry) + VALUE_TABLE, path), "Alle Zahlen als Tabelle", "CSV")


def _changes(shop: Workshop, path: str, entry: Entry | None) -> Offer | None:
    if entry is None or (day := aenderungen.last_change(shop, entry)) is None:
        return None
    href = relative(aenderungen.address(shop, entry), path)
    return Offer(href, "Alle Änderungen", f"zuletzt am {aenderungen.day_in_words(day)}")


def _feed(shop: Workshop, path: str, entry: Entry | None) -> Offer | None:
    feed = shop.addresses.feed(entry) if entry else None
    return Offer(relative(feed, path), "Änderungen abonnieren", "Atom-Feed") if feed else None


OFFERS: tuple[Callable[[Workshop, str, Entry | None], Offer | None], ...] = (
    _document, _sheet, _values, _data, _changes, _feed,
)  # fmt: skip
"""Files and services that go with a page, in the order in which they are shown.

Whoever writes such a file adds a function here. It gets what the pages of the concept share, the address of the page
and the thing it shows; the link is `relative(address, path)`; None means that the page has none."""


@dataclass(frozen=True)
class ShareView:
    """What the block shows."""

    url: str
    """The address of the page as the whole world writes it."""
    short_url: str | None
    """The short one of a thing with a number, which leads there."""
    citation: Citation
    code: str
    """The link to the QR code of the page."""
    code_name: str
    """How the file of the code is called when somebody keeps it."""
    offers: tuple[Offer, ...] = ()
    embed: EmbedView | None = None


def share_view(shop: Workshop, path: str, title: str, entry: Entry | None) -> ShareView:
    """How others take a page along.

    Args:
        shop: what the pages of the concept share.
        path: the address of the page.
        title: its title, without the number.
        entry: the thing it shows, if it shows one.
    """
    url = shop.url(path)
    name = f"{_kind(shop, entry)}: {title}" if entry and entry.kind not in _WITHOUT_KIND else title
    whole = path == shop.addresses.section()
    offers = (offer(shop, path, entry) for offer in OFFERS)
    short = shop.addresses.short(entry) if entry else None
    return ShareView(
        url,
        shop.url(short) if short else None,
        cite(shop, None if whole else name, url),
        QR_CODE,
        f"qr-{path.strip('/').replace('/', '-') or shop.konzept.slug}.svg",
        tuple(filter(None, offers)),
        embed_view(shop, path, entry),
    )


def cite(shop: Workshop, name: str | None, url: str) -> Citation:
    """How to cite a page.

    Args:
        shop: what the pages of the concept share.
        name: the part of the concept that the page shows; None when it stands for the whole of it.
        url: its address.
    """
    datei = shop.konzept.datei
    part = f"{_ended(name)} In: " if name else ""
    edition = f"{datei.fassung.bezeichnung}, Stand {datei.fassung.stand}"
    unofficial = "Nichtamtliche Wiedergabe in eigenen Worten. " if shop.demonstration else ""
    return Citation(f"{datei.behoerde}: {part}{datei.titel} [online]. {edition}", f"{unofficial}Verfügbar unter: {url}")


def _kind(shop: Workshop, entry: Entry) -> str:
    """`Maßnahme 3-34`, `Ort`."""
    return " ".join(filter(None, (shop.konzept.kind_name(entry), entry.number)))


def _ended(sentence: str) -> str:
    """A title with a full stop, unless it has an end of its own."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
