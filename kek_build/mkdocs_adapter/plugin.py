# The MkDocs plugin `kek`: wires events to the core and does nothing else.
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_build_date

from kek_build import contract, data, feeds, headers, outputs
from kek_build.checking import check_content
from kek_build.documents import engine
from kek_build.documents.build import documents
from kek_build.embeds import build as embeds
from kek_build.errors import ContentError, KekError
from kek_build.history import read_history
from kek_build.links import broken_links
from kek_build.mkdocs_adapter.navigation import nav_of, set_parents
from kek_build.mkdocs_adapter.page import file_for
from kek_build.mkdocs_adapter.style_sheet import add_style_sheet
from kek_build.pages import aenderungen_einzeln
from kek_build.pages.build import pages, workshops
from kek_build.pages.directories import directories
from kek_build.pages.draft import EXAMPLE_URL
from kek_build.pages.rechtliches import help_links
from kek_build.pages.templates import TEMPLATES, environment, keep_compiled
from kek_build.pictures import build as pictures
from kek_build.pictures.icons import icons
from kek_build.pictures.store import Store
from kek_build.reports import as_text
from kek_build.search import index
from kek_build.search.records import records
from kek_build.site import Site, read_options, release
from kek_build.site.pruefbericht import read_report

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

log = get_plugin_logger("kek")


class KekConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's own option; all others describe the site, see `kek_build.site.SiteOptions`."""

    inhalt = c.Dir(default="content")
    """The folder that holds the concepts."""


class KekPlugin(BasePlugin[KekConfig]):  # type: ignore[no-untyped-call]
    """Renders concepts from YAML."""

    documents = True
    """Whether PDF files are wanted; a preview never makes them."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the site's options for `kek_build.site`, which tells in German what is wrong with them."""
        self.site_options = {key: value for key, value in options.items() if key != "inhalt"}
        own = {key: value for key, value in options.items() if key == "inhalt"}
        return super().load_config(own, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview: its reload script stands inside the page, where the policy forbids it."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and link everything before MkDocs touches the old site."""
        content = Path(self.config.inhalt).resolve()
        stem = Path(config.config_file_path).stem
        with _told():
            self.options = read_options(self.site_options)
            site = Site(content.parent, content, self.options)
            report, wrong = read_report(site.report, site.root)
            checked = check_content(content, site.folders(), wrong)
            concepts = checked.concepts
            if not (self.options.demonstration or self.preview):
                addresses = {"site_url": config.site_url, "repo_url": config.repo_url}
                laender = [konzept.datei.land for konzept in concepts]
                release.check(self.options, laender, report, addresses, date.fromisoformat(get_build_date()))
            with_documents = self.documents and not self.preview and not self._documents_missing()
            kept = site.root / ".cache" / "verlauf" / f"{stem}.json"
            history = read_history(content, self.options.aenderungen_seit, kept)
            url = config.site_url or EXAMPLE_URL
            self.shops = workshops(concepts, self.options, url, documents=with_documents, history=history)
            self.cache = content.parent / ".cache"
            keep_compiled(environment(), self.cache)
            self.data = data.build(self.shops, self.options, Store(self.cache / "daten" / stem).keep)
            written = [*pages(self.shops, self.options, report), *data.pages(self.data, self.options)]
            described = data.described(written, self.data, self.options)
            self.records = contract.keep_anchors(self.shops, described)
            paths = [record.path for record in self.records]
            config.extra["help_links"] = help_links(self.options, self.shops, paths)
        log.info(history.log)
        self.content = content
        self.synonyms = {konzept.datei.name: (*checked.synonyms, *konzept.synonyms) for konzept in concepts}
        colours = Path(config.docs_dir, "kek/werte.css").read_text(encoding="utf-8")
        self.previews = pictures.previews(self.records, self.shops, self.options, pictures.field_colours(colours))
        self.store = Store(self.cache / "vorschau" / stem)
        config.nav = nav_of(self.shops, self.records)
        config.extra["demonstration"] = self.options.demonstration
        config.extra["preview"] = self.preview
        config.extra["several_concepts"] = len(self.shops) > 1
        config.extra["lead"] = self.options.einleitung
        self.directories = directories(self.shops)
        config.extra["directories"] = self.directories
        return config

    def _documents_missing(self) -> bool:
        """Say what is missing for PDF files, if anything is; the site is whole without them."""
        if missing := engine.missing():
            log.info("Ohne PDF-Dateien: %s. „make dokumente“ richtet sie ein.", missing)
        return missing is not None

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the finished pages, the style sheet and the icons."""
        names = {shop.konzept.slug: shop.konzept.datei.name for shop in self.shops}
        for record in self.records:
            preview = self.previews[record.path].alternative
            files.append(file_for(record, names.get(record.concept or ""), preview, config))
        for name, icon in icons(self.options.farben.kopf).items():
            file = File.generated(config, f"kek/{name}", content=icon)
            file.inclusion = InclusionLevel.INCLUDED
            files.append(file)
        config.extra["style_sheet"] = add_style_sheet(files, config, self.options)
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Escape in the frame as in the pages: titles and headings are text. The frame may use our parts, too."""
        env.autoescape = True
        keep_compiled(env, self.cache)
        env.loader = ChoiceLoader([*([env.loader] if env.loader else []), FileSystemLoader(TEMPLATES)])
        return env

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Mark the place of every page in the menu."""
        set_parents(files)
        return nav

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the pictures, the search index and the files for web servers, and follow all links."""
        site = Path(config.site_dir)
        root = urlsplit(config.site_url or "/").path
        found = [r for shop in self.shops for r in records(shop.konzept, shop.addresses, self.records)]
        pictures.write(self.previews, site, self.store)
        codes = Store(self.cache / "qr" / Path(config.config_file_path).stem)
        assets = Path(config.docs_dir, "kek")
        frame = contract.Frame("" if self.preview else config.extra["csp"], config.extra["style_sheet"])
        own = aenderungen_einzeln.Frame(
            frame.policy, frame.style_sheet, config.site_name, tuple(config.extra["help_links"])
        )
        with _told():
            if self.shops[0].documents:
                pdfs = Store(self.cache / "dokumente" / Path(config.config_file_path).stem)
                outputs.write(documents(self.shops, pdfs), site)
            outputs.write(embeds.outputs(self.shops, self.records, self.options, assets, codes), site)
            outputs.write(self.data.outputs, site)
            for shop in self.shops:
                outputs.write(feeds.outputs(shop), site)
                outputs.write(aenderungen_einzeln.outputs(shop, own), site)
            index.write(found, self.synonyms, self.directories, site)
            moves = contract.write(self.shops, self.records, site, frame, root)
            paths = [record.path for record in self.records]
            headers.write(site, config.extra["csp"], paths, root, contract.apache_lines(moves, root))
        for broken in broken_links(site, root, [move.old for move in moves]):
            log.warning(str(broken))
        log.info("%d Seiten, %d Sucheinträge", len(self.records), len(found))
        if new := sum(len(contract.take_inventory(shop, self.records).new) for shop in self.shops):
            log.info("%d neue Adressen sind noch nicht festgehalten: kek adressen --festhalten", new)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when the content or a template changes."""
        server.watch(str(self.content))
        server.watch(str(Path(config.docs_dir).parent))
        return server


@contextmanager
def _told() -> Iterator[None]:
    """Turn errors for people into those that MkDocs shows without a traceback."""
    try:
        yield
    except ContentError as error:
        raise PluginError(as_text(error.problems)) from None
    except KekError as error:
        raise PluginError(str(error)) from None
