# What a site has besides its pages, written when all of them are: documents, cards, data, feeds, the search, files for
# web servers; and the look at all links. The last step of a build.
from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from mkdocs.plugins import get_plugin_logger

from kek_build import contract, feeds, headers, outputs, redaktion, sitemap
from kek_build.assembly import Assembly
from kek_build.builds import Units
from kek_build.builds.store import Store
from kek_build.data import fassungen as comparisons
from kek_build.documents.build import documents
from kek_build.embeds import build as embeds
from kek_build.joining.manifest import manifest
from kek_build.links import Gathered, broken_links
from kek_build.outputs import Output
from kek_build.pages import aenderungen_einzeln, eingefroren, registers
from kek_build.pages.directories import directories
from kek_build.pages.draft import EXAMPLE_URL
from kek_build.pages.record import PageRecord
from kek_build.search import index
from kek_build.search.files import Writer
from kek_build.search.kept import Kept
from kek_build.search.records import records
from kek_build.updating import View

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("kek")
_SEARCH = "suche"
"""What the search keeps for the next build."""


class Report(Protocol):
    """Is told what a build is at."""

    def __call__(self, step: str, done: int = 0, of: int = 0) -> None:
        """A step begins, or goes on."""


@dataclass(frozen=True)
class Besides:
    """Writes what a site has besides its pages."""

    assembly: Assembly
    pages: Sequence[PageRecord]
    """All pages, without their HTML."""
    view: View
    units: Units | None
    gathered: Gathered
    """The links of what was written so far."""
    config: MkDocsConfig
    content: Path
    """The folder that holds the concepts."""
    report: Report

    def write(self) -> None:
        """Write it, and tell MkDocs' log which links lead nowhere.

        Raises:
            KekError: something cannot be made.
        """
        assembly, config, view = self.assembly, self.config, self.view
        shops, options, policy = list(assembly.shops), assembly.options, str(config.extra["csp"])
        root = urlsplit(config.site_url or "/").path
        if shops[0].documents:
            self.report("Die PDF-Dateien werden gesetzt")
            kept = Store(self.content.parent / ".cache" / "dokumente" / Path(config.config_file_path).stem)
            self._put(documents(shops, kept))
        self.report("Karten, Daten und Feeds werden geschrieben")
        looks = Path(config.docs_dir, "kek")
        self._put(embeds.outputs(shops, self.pages, options, looks, units=self.units))
        self._put(assembly.data.outputs)
        for shop in shops:
            self._put(registers.outputs(shop, self.units))
            self._put(feeds.outputs(shop))
        self._put_changes()
        self._put_editions()
        self.report("Die Suche wird eingerichtet")
        found = self._put_search()
        moves = contract.write(shops, self.pages, view, contract.Frame(policy, config.extra["style_sheet"]), root)
        if config.site_url:
            listed = [page.path for page in self.pages if page.indexed]
            self._put(sitemap.outputs(listed, f"{config.site_url.rstrip('/')}/"))
        lines = contract.apache_lines(moves, root)
        frozen = [eingefroren.prefix_of(shop, edition) for shop in shops for edition in shop.editions.frozen]
        paths = [*(page.path for page in self.pages), *frozen]
        headers.write(view, policy, paths, root, lines, own=self._form())
        self._put([manifest(shops, options, root, policy)])
        self.report("Die Links werden geprüft")
        for broken in broken_links(view, root, [move.old for move in moves], self.gathered):
            log.warning(str(broken))
        log.info("%d Seiten, %d Sucheinträge", len(self.pages), found)
        if new := sum(len(contract.take_inventory(shop, self.pages).new) for shop in shops):
            log.info("%d neue Adressen sind noch nicht festgehalten: kek adressen --festhalten", new)

    def _put(self, made: Iterable[Output]) -> None:
        outputs.write(self.gathered.passing(self.view.fresh(made)), self.view.new)

    @cached_property
    def _frame(self) -> aenderungen_einzeln.Frame:
        """What stands around small pages."""
        extra = self.config.extra
        return aenderungen_einzeln.Frame(
            extra["csp"], extra["style_sheet"], self.config.site_name, tuple(extra["help_links"])
        )

    def _put_editions(self) -> None:
        """The editions that are no longer in force, and what differs between them, as data."""
        for shop in self.assembly.shops:
            self._put(comparisons.outputs(shop))
            for edition in shop.editions.frozen:
                self.report(f"Die Fassung {edition.name} wird geschrieben")
                self._put(eingefroren.outputs(shop, edition, self._frame, self.assembly.planned, self.units))
                for part in edition.lost:
                    log.info("Fassung %s, nicht lesbar: %s:%d: %s", edition.name, part.file, part.line, part.why)

    def _put_changes(self) -> None:
        """The pages that tell what changed in one thing, each made only when it tells something else than before."""
        for shop in self.assembly.shops:
            for entry in aenderungen_einzeln.things(shop):
                make = partial(aenderungen_einzeln.outputs, shop, entry, self._frame)
                key = f"aenderungen:{shop.konzept.slug}:{entry.ref}"
                self._put(self.units.make(key, make) if self.units else make())

    def _put_search(self) -> int:
        """The search; gives how much it finds."""
        before = self.units.keep(_SEARCH) if self.units else None
        kept = Kept.of(before.told if before else None)
        found = self._index(kept)
        if self.units:
            self.units.add(_SEARCH, set(), (), kept.packed())
        return found

    def _index(self, kept: Kept) -> int:
        shops = list(self.assembly.shops)
        pages = {page.path: page for page in self.pages}
        found = [record for shop in shops for record in records(shop.konzept, shop.addresses, pages, self.units)]
        words = {shop.konzept.datei.name: (*self.assembly.synonyms, *shop.konzept.synonyms) for shop in shops}
        index.write(found, words, directories(shops), Writer(self.view), kept)
        return len(found)

    def _form(self) -> headers.Own | None:
        """Write the web form of the editors, where the site has one, and say what policy its folder needs."""
        options, config = self.assembly.options, self.config
        if options.redaktion is None:
            return None
        edited = redaktion.Edited(options.titel, config.site_url or EXAMPLE_URL, PurePosixPath(self.content.name))
        concepts = [shop.konzept for shop in self.assembly.shops]
        bundle = Path(sys.prefix, "redaktion", "fertig")
        made = redaktion.outputs(options.redaktion, edited, concepts, bundle)
        outputs.write(self.view.fresh(made), self.view.new)  # its page is not one of our templates
        return headers.Own(redaktion.FOLDER, redaktion.policy(options.redaktion))
