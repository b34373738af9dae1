# The pages of an edition that is no longer in force: written like all pages, but set in a small frame of their own,
# with a notice that leads to what is in force. They are not in the site's search and its sitemap, have no pictures,
# cards, feeds, data or PDF files beside them, and are made again only when what they lead to changes.
from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from markupsafe import Markup

from kek_build.builds import Units
from kek_build.concept import Entry, Konzept
from kek_build.editions.editions import Edition
from kek_build.editions.mending import Lost, by_file
from kek_build.editions.shelf import Shelf
from kek_build.editions.states import COMPARED
from kek_build.history import ConceptHistory
from kek_build.outputs import Output
from kek_build.pages import registers
from kek_build.pages.addresses import EDITIONS, Addresses, relative
from kek_build.pages.aenderungen_einzeln import ASSETS, Frame, legal_links
from kek_build.pages.build import frozen_pages
from kek_build.pages.draft import Workshop
from kek_build.pages.names import Named
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.views import LinkView
from kek_build.tracing import note, unnoted

_MENU = ("", "handlungsfelder", "ziele", "schluesselvorhaben", "massnahmen", "swot", "kennzahlen", "orte", "akteure",
         "glossar", "verlauf", "quellen")  # fmt: skip
"""The parts of an edition that its menu names, as far as it has them."""


@dataclass(frozen=True)
class NoticeView:
    """What stands above each page."""

    edition: str
    """What the edition calls itself."""
    of: str | None
    iso: str | None
    thing: bool
    """Whether the page shows something that may still be there."""
    links: tuple[LinkView, ...]
    """What carries it on in the edition in force; of other pages, the same page there."""
    moved: bool
    """Whether that is something else that took its place."""
    start: LinkView
    """The edition in force."""
    compared: LinkView
    """What is different in the next edition."""
    lost: tuple[Lost, ...]
    """What stood there and could not be read."""


def addresses_of(konzept: Konzept, prefix: str) -> Mapping[str, str]:
    """Where the things of an edition are shown, as far as editions are compared.

    Args:
        konzept: the edition.
        prefix: what all its addresses begin with: `leipzig/2019/`.
    """
    with unnoted():
        addresses = Addresses(konzept, prefix)
        return {entry.ref: addresses.of(entry) for kind in COMPARED for entry in konzept.of_kind(kind)}


def prefix_of(shop: Workshop, edition: Edition) -> str:
    """What all addresses of a frozen edition begin with: `leipzig/2019/`."""
    return shop.addresses.section(edition.name)


@dataclass(frozen=True)
class InForce:
    """What answers in the edition in force for a page of a frozen one."""

    named: tuple[Named, ...] = ()
    moved: bool = False
    """Whether it is something else that took its place."""


def in_force(shop: Workshop, about: str, planned: Collection[str]) -> InForce:
    """What answers in the edition in force for a page of a frozen one.

    Args:
        shop: the concept as it is now.
        about: the edition and the thing that the page shows, or `/` and the page itself below it: `2019/1-32`,
            `2019//massnahmen/`.
        planned: all pages of the site, by their paths.
    """
    name, _, what = about.partition("/")
    if what.startswith("/"):
        path = shop.addresses.prefix + what[1:]
        return InForce((Named(path, "", None, ""),)) if path in planned else InForce()
    if what.partition("/")[0] in _BY_NAME or "#" in what:
        found = shop.konzept.former.find(what)
        refs, moved = tuple([found.ref] if isinstance(found, Entry) else []), False
    else:
        refs, moved = shop.editions.successors(name, what)
    entries = (shop.konzept.entries.get(ref) for ref in refs)
    return InForce(tuple(shop.named(entry) for entry in entries if entry), moved)


_BY_NAME = {"akteure", "orte", "glossar", "seiten", "quellen", "swot", "konzept"}
"""The beginnings of references to what is not compared, and keeps its short name."""


def outputs(
    shop: Workshop, edition: Edition, frame: Frame, planned: Collection[str], units: Units | None = None
) -> Iterator[Output]:
    """All files of a frozen edition that must be made.

    Args:
        shop: the concept as it is now.
        edition: the edition.
        frame: what stands around small pages.
        planned: all pages of the site, by their paths.
        units: what the last build made, where it is remembered.
    """
    make = units.make if units else _made
    shelf = _written(shop, edition)
    index: Index = shelf.get(_INDEX)
    frozen = _Frozen(shop, edition, frame, shelf, index)
    yield from make(f"fassungsliste:{prefix_of(shop, edition)}", lambda: iter(index.files))
    for path, about in index.listed:
        yield from make(f"fassung:{path}", partial(frozen.page, path, about, planned))


def _made(_key: str, make: Callable[[], Iterator[Output]]) -> Iterator[Output]:
    return make()


_INDEX = ""
"""What the index is called among the pages of an edition; no page has this path, for all stand below the concept."""


@dataclass(frozen=True)
class Index:
    """What an edition has."""

    listed: tuple[tuple[str, str], ...]
    """The path of each page, and what it is about, as `in_force` takes it."""
    menu: tuple[tuple[str, str], ...]
    """The path and the title of each part that the menu names."""
    files: tuple[Output, ...]
    """What stands beside pages: the rows of long registers."""


def _written(now: Workshop, edition: Edition) -> Shelf:
    """All pages of an edition, without what stands around them, as they were written once."""
    around = (edition.files.mark, prefix_of(now, edition), now.konzept.datei.name, now.demonstration, now.site_url,
              now.limits, _looks(now.templates))  # fmt: skip
    mark = hashlib.sha256(repr(around).encode()).hexdigest()
    file = edition.file("seiten")
    with unnoted():
        return Shelf.open(file, mark) or Shelf.make(file, mark, _write(now, edition))


def _looks(templates: Path) -> str:
    """A mark of the templates that pages are made with."""
    files = sorted(file for folder in ("pages", "parts") for file in (templates / folder).glob("*.j2"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _write(now: Workshop, edition: Edition) -> Iterator[tuple[str, object]]:
    """The index of an edition, then each page with what of it could not be read."""
    shop, prefix = _workshop(now, edition), prefix_of(now, edition)
    pages = {page.path: page for page in frozen_pages(shop)}
    refs = {shop.addresses.of(entry): entry.ref for entry in shop.konzept.entries.values()}
    sections = {f"{prefix}{name}/" if name else prefix: name for name in _MENU}
    yield (
        _INDEX,
        Index(
            tuple((path, f"{edition.name}/{refs.get(path) or path.replace(prefix, '/', 1)}") for path in pages),
            tuple(
                (path, pages[path].heading if name else "Überblick") for path, name in sections.items() if path in pages
            ),
            tuple(registers.outputs(shop)),
        ),
    )
    lost = by_file(edition.lost)
    for path, page in pages.items():
        record = page.write()
        record = replace(record, html=_without_dead_links(record, pages, prefix))
        yield path, (record, edition.lost if path == prefix else _lost(shop, record, lost))


def _without_dead_links(record: PageRecord, pages: Collection[str], prefix: str) -> str:
    """The page without links to what an edition has not: data, feeds and other files beside pages."""
    base = f"/{record.path}"

    def kept(found: re.Match[str]) -> str:
        target = urljoin(base, found[1].partition("?")[0]).removeprefix("/")
        return found[2] if target.startswith(prefix) and target not in pages else found[0]

    return _LINK.sub(kept, record.html)


_LINK = re.compile(r'<a href="([^"#:]+)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""A link to another page of the site, and what it says."""


def _lost(shop: Workshop, record: PageRecord, lost: Mapping[PurePosixPath, tuple[Lost, ...]]) -> tuple[Lost, ...]:
    """What of the file of a page could not be read."""
    if record.source is None or record.ref is None:
        return ()
    return lost.get(PurePosixPath(*record.source.parts[len(shop.konzept.folder.parts) :]), ())


@dataclass(frozen=True)
class _Frozen:
    """The pages of an edition, set in their frame."""

    shop: Workshop
    """The concept as it is now."""
    edition: Edition
    frame: Frame
    shelf: Shelf
    index: Index

    def page(self, path: str, about: str, planned: Collection[str]) -> Iterator[Output]:
        """A page."""
        note(self.shop.konzept.slug, "successor", about)
        with unnoted():
            record, lost = self.shelf.get(path)
            found = in_force(self.shop, about, planned)
            yield Output(f"{path}index.html", self._set(record, lost, about, found).encode())

    def _set(self, record: PageRecord, lost: tuple[Lost, ...], about: str, found: InForce) -> str:
        frame, path, now = self.frame, record.path, self.shop
        prefix = prefix_of(now, self.edition)
        start = now.addresses.section()
        canonical = found.named[0].address.partition("#")[0] if found.named else start
        return now.env.get_template("fassungen/seite.html.j2").render(
            policy=frame.policy,
            slug=now.konzept.slug,
            demonstration=now.demonstration,
            canonical=now.url(canonical),
            url=now.url(path),
            page=record,
            content=Markup(record.html),
            concept=now.konzept.datei.name,
            start=path == prefix,
            edition=self.edition.name,
            site=LinkView(relative("", path), frame.site_name),
            assets={
                "register": relative("kek/register.js", path) if record.kind == "register" else None,
                **{name: relative(address, path) for name, address in ASSETS.items()},
            },
            style_sheet=relative(frame.style_sheet, path),
            legal=legal_links(frame, path),
            menu=list(self._menu(path, prefix)),
            notice=self._notice(record, lost, about, found),
        )

    def _menu(self, path: str, prefix: str) -> Iterator[tuple[LinkView, bool]]:
        """The parts of the edition, each with whether the page stands in it."""
        for section, title in self.index.menu:
            here = path == section or (section != prefix and path.startswith(section))
            yield LinkView(relative(section, path), title), here

    def _notice(self, record: PageRecord, lost: tuple[Lost, ...], about: str, found: InForce) -> NoticeView:
        path, edition, now = record.path, self.edition, self.shop
        place = now.editions.all.index(edition)
        after = now.editions.all[place + 1]
        compared = now.addresses.section(f"{EDITIONS}/{edition.name}-{after.name}")
        links = (LinkView(relative(at.address, path), at.title or record.title, at.number) for at in found.named)
        thing = "//" not in about and not about.endswith("/konzept")
        return NoticeView(
            edition=edition.title,
            of=str(edition.of) if edition.of else None,
            iso=edition.of.iso() if edition.of else None,
            thing=thing,
            links=() if path == prefix_of(now, edition) else tuple(links),
            moved=found.moved,
            start=LinkView(relative(now.addresses.section(), path), now.konzept.datei.name),
            compared=LinkView(relative(compared, path), "Was sich geändert hat"),
            lost=lost,
        )


def _workshop(now: Workshop, edition: Edition) -> Workshop:
    """What the pages of a frozen edition share."""
    konzept = edition.loaded.konzept
    home = Crumb(now.konzept.datei.name, now.addresses.section())
    return Workshop(
        konzept,
        Addresses(konzept, prefix_of(now, edition)),
        now.templates,
        now.demonstration,
        now.site_url,
        history=replace(ConceptHistory(), concept=konzept.slug),
        home=home,
        limits=now.limits,
        frozen=edition.name,
    )
