# The content of a site put together: read, linked, checked, and planned as pages that say everything they say, data and
# old anchors included. A build does it once and writes all pages; a preview does it after every change, keeps what did
# not change, and writes only the page somebody looks at. Both get the same pages, because both get them here.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from kek_build import contract, data
from kek_build.builds import Units
from kek_build.builds.store import Store
from kek_build.checking import check_content
from kek_build.concept import Konzept, Loader
from kek_build.data import SiteData
from kek_build.editions.editions import Editions
from kek_build.freezing import editions_of
from kek_build.history import UNKNOWN, History, read_history
from kek_build.models import Synonyme
from kek_build.pages.build import plan, workshops
from kek_build.pages.draft import EXAMPLE_URL, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.rechtliches import help_links
from kek_build.pages.record import PageRecord
from kek_build.pages.views import LinkView
from kek_build.site import Site, SiteOptions
from kek_build.site.pruefbericht import Pruefbericht, read_report
from kek_build.tracing import Memo, note, unnoted


@dataclass(frozen=True)
class Assembly:
    """The content of a site, checked and linked; its pages are written when they are asked for, each once."""

    shops: tuple[Workshop, ...]
    options: SiteOptions
    data: SiteData
    report: Pruefbericht | None = None
    """The result of the last accessibility test."""
    synonyms: tuple[Synonyme, ...] = ()
    """Everyday words that all concepts share."""
    _written: Memo[str, PageRecord] = field(default_factory=Memo)

    @cached_property
    def planned(self) -> dict[str, Planned]:
        """Every page of the site, by its path."""
        shops = list(self.shops)
        found = [*plan(shops, self.options, self.report), *data.plan(self.data, self.options)]
        return {page.path: page for page in found}

    @cached_property
    def help_links(self) -> list[LinkView]:
        """Links for the foot of every page.

        Raises:
            SetupError: the configured page does not exist.
        """
        return help_links(self.options, list(self.shops), list(self.planned))

    @cached_property
    def _anchors(self) -> contract.AnchorKeeper:
        with unnoted():
            return contract.AnchorKeeper(self.shops)

    def anchors_of(self, path: str) -> object:
        """What the contract wants of the anchors of a page; the same as long as that is the same."""
        return self._anchors.wanted(path)

    def page(self, path: str) -> PageRecord:
        """The page at a path, with everything it says.

        Raises:
            KeyError: there is none.
        """
        return self._written.get(path, lambda: self.write(path))

    def write(self, path: str) -> PageRecord:
        """As `page`, but written anew each time and kept by nobody.

        Raises:
            KeyError: there is none.
        """
        note("", "anchors", path)
        return self._anchors.keep(data.describe(self.planned[path].write(), self.data, self.options))

    def pages(self) -> list[PageRecord]:
        """All pages, in the order of the site."""
        return [self.page(path) for path in self.planned]


def _around(shop: Workshop) -> tuple[object, ...]:
    """What the pages of a concept show of what lies outside of its content."""
    return (shop.history, shop.home, shop.shared_terms, shop.editions.key)


@dataclass
class Assembler:
    """Puts a site's content together, again and again."""

    site: Site
    site_url: str = EXAMPLE_URL
    """Where it is published."""
    documents: bool = False
    """Whether it has PDF files."""
    history_file: Path | None = None
    """Where what was found in the history is kept."""
    store: Store | None = None
    """Keeps parts of the data."""
    units: Units | None = None
    """What the last build made, where that is remembered."""
    loader: Loader = field(default_factory=Loader)
    """Reads the concepts."""
    editions_cache: Path | None = None
    """The folder that keeps what was read of editions."""
    _history: History | None = None
    _shops: Sequence[Workshop] = ()

    def read_history(self) -> History:
        """Read what changed in the content, from its history; `assemble` does it only the first time."""
        self._history = read_history(self.site.content, self.site.options.aenderungen_seit, self.history_file)
        return self._history

    @property
    def history(self) -> History:
        """What changed in the content, as it was last read."""
        return self._history or UNKNOWN

    def assemble(self) -> Assembly:
        """Read, link and check the content as it is now.

        Raises:
            ContentError: with all problems of all files.
            SetupError: the configuration asks for what is not there.
        """
        site = self.site
        report, wrong = read_report(site.report, site.root)
        checked = check_content(site.content, site.folders(), wrong, self.loader)
        editions = editions_of(site, checked.concepts, self.editions_cache)
        shops = self._workshops(checked.concepts, self._history or self.read_history(), editions)
        held = data.build(shops, site.options, self.store, self.units)
        return Assembly(tuple(shops), site.options, held, report, checked.synonyms)

    def _workshops(
        self, concepts: Sequence[Konzept], history: History, editions: Mapping[str, Editions]
    ) -> list[Workshop]:
        """The workshops of the concepts; one whose concept is the same as before is the same, with all it knows."""
        new = workshops(concepts, self.site.options, self.site_url, documents=self.documents, history=history)
        before = {id(shop.konzept): shop for shop in self._shops}
        shops = []
        for made in new:
            frozen = editions.get(made.konzept.slug)
            shop = replace(made, editions=frozen) if frozen else made
            old = before.get(id(shop.konzept))
            same = old and _around(old) == _around(shop)
            shops.append(old if old and same else shop)
        self._shops = shops
        return shops
