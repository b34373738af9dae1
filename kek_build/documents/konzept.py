# The whole concept as one document: title page, contents, all parts in the order of a printed concept, and a register
# of numbers, places and actors. Each part is what its page shows, with a layout for paper.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.concept.entries import KINDS
from kek_build.documents import engine, links, places, tags
from kek_build.documents.register import registers
from kek_build.documents.views import Keeper, Shown, shown
from kek_build.embeds import qr
from kek_build.pages import (
    dokument,
    handlungsfelder,
    kennzahlen,
    massnahmen,
    schluesselvorhaben,
    start,
    swot,
    verzeichnisse,
)
from kek_build.pages.names import brief_title
from kek_build.pages.templates import environment


@dataclass(frozen=True)
class Part:
    """A part of a chapter, or a chapter of one part."""

    place: str
    title: str
    number: str | None
    html: Markup


@dataclass(frozen=True)
class Chapter:
    """A chapter."""

    place: str
    title: str
    parts: tuple[Part, ...] = ()
    html: str = ""
    """What stands right below its heading."""


@dataclass(frozen=True)
class Gesamtdokument:
    """The whole concept, before it is set."""

    html: str
    address: str
    labels: tuple[tuple[str, str], ...]
    """What stands at the places of the document that links lead to."""
    templates: Path

    @property
    def key(self) -> str:
        """All that makes the document."""
        return repr(self)

    def draw(self) -> bytes:
        """The document as a PDF."""
        layout = engine.lay_out(self.html, self.address, self.templates)
        return tags.finished(layout.pdf(), dict(self.labels))


def whole(shop: Keeper) -> Gesamtdokument:
    """The document of a concept."""
    datei = shop.konzept.datei
    chapters = [chapter for chapter in _chapters(shop) if chapter.html or chapter.parts]
    url = shop.url(shop.addresses.section())
    size, code = qr.draw(url)
    html = environment(shop.templates).get_template("documents/gesamtdokument.html.j2").render(
        datei=datei, chapters=chapters, url=url, code_size=size, code=code, unofficial=shop.demonstration,
        stand=datei.fassung.stand.iso(), title=f"{datei.titel} – {datei.fassung.bezeichnung}",
    )  # fmt: skip
    labels = {places.name(shop.addresses.of(entry)): _label(shop, entry) for entry in shop.konzept.entries.values()}
    labels |= {chapter.place: f"Kapitel {chapter.title}" for chapter in chapters}
    return Gesamtdokument(
        places.joined(links.plain(html), shop.site_url), url, tuple(sorted(labels.items())), shop.templates
    )


def _label(shop: Keeper, entry: Entry) -> str:
    """`Maßnahme 3-34: Busnetz`."""
    kind = " ".join(filter(None, (shop.konzept.kind_name(entry), entry.number)))
    return f"{kind}: {brief_title(entry, shop.konzept.resolve)}"


def _chapters(shop: Keeper) -> Iterator[Chapter]:
    front = shop.kept[start.concept_page(shop).path]
    yield Chapter("kapitel-konzept", "Das Konzept", html=_html(shop, front, 1))
    about = shown(shop, dokument.plan)
    yield _chapter(shop, "kapitel-seiten", "Zum Konzept", about, "seite")
    yield from _alone(shop, about, "verlauf")
    yield from _alone(shop, about, "befragung")
    yield _chapter(shop, "kapitel-swot", "SWOT-Analyse", shown(shop, swot.plan), "swot-thema")
    fields = shown(shop, handlungsfelder.plan)
    yield _chapter(shop, "kapitel-felder", "Handlungsfelder und Ziele", fields, "handlungsfeld")
    for module, kind in (
        (schluesselvorhaben, "schluesselvorhaben"),
        (massnahmen, "massnahme"),
        (kennzahlen, "kennzahl"),
    ):
        yield _chapter(shop, f"kapitel-{kind}", KINDS[kind][2], shown(shop, module.plan), kind)
    yield from _alone(shop, shown(shop, verzeichnisse.plan), "glossar")
    yield from _alone(shop, about, "quellen")
    html = shop.env.get_template("documents/register.html.j2").render(registers=registers(shop))
    yield Chapter("kapitel-register", "Register", html=_moved(html, shop.addresses.section()))


def _chapter(shop: Keeper, place: str, title: str, pages: list[Shown], template: str) -> Chapter:
    """A chapter of all pages that have one template."""
    found = [page for page in pages if page.template == template]
    return Chapter(place, title, tuple(_part(shop, page) for page in found))


def _part(shop: Keeper, page: Shown) -> Part:
    return Part(places.name(page.path), page.view["title"], page.view["number"], _html(shop, page, 2))


def _alone(shop: Keeper, pages: list[Shown], template: str) -> Iterator[Chapter]:
    """A page that makes a chapter of its own."""
    for page in pages:
        if page.template == template:
            yield Chapter(places.name(page.path), page.view["title"], html=_html(shop, page, 1))


def _html(shop: Keeper, page: Shown, level: int) -> Markup:
    """What stands below the heading of a page, whose own headings have the next level."""
    view = dict(page.view)
    if page.template == "seite":
        view["html"] = Markup(places.lowered(view["html"], level - 1))
    if page.template == "quellen":
        view["told_here"] = {dokument.WHOLE, KINDS["akteur"][2], KINDS["ort"][2]}
    html = shop.env.get_template(f"documents/{page.template}.html.j2").render(view, level=level + 1)
    return _moved(html, page.path)


def _moved(html: str, path: str) -> Markup:
    return Markup(places.moved(html, path))
