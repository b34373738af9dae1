# The MkDocs plugin `kek`: wires events to the core and does nothing else.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_date

from kek_build import outputs, sitemap
from kek_build.answers import Answers
from kek_build.assembly import Assembler, Assembly
from kek_build.builds import Units
from kek_build.builds.store import Store
from kek_build.concept import Loader
from kek_build.documents import engine
from kek_build.errors import ContentError, KekError
from kek_build.links import Gathered
from kek_build.mkdocs_adapter.besides import Besides, Report
from kek_build.mkdocs_adapter.navigation import menu_paths, nav_of, set_parents
from kek_build.mkdocs_adapter.page import ReadyPage, file_for
from kek_build.mkdocs_adapter.setting import Around, Setting, Told, has_listeners
from kek_build.mkdocs_adapter.style_sheet import add_icons, add_style_sheet
from kek_build.pages.directories import directories
from kek_build.pages.draft import EXAMPLE_URL
from kek_build.pages.portal import is_portal
from kek_build.pages.record import PageRecord
from kek_build.pages.templates import environment, keep_compiled, share_parts
from kek_build.pictures import build as pictures
from kek_build.pictures.preview import Preview
from kek_build.reports import as_text
from kek_build.site import Site, read_options, release
from kek_build.tracing import noting
from kek_build.updating import View

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("kek")
_PAGE = "index.html"


class KekConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's own option; all others describe the site, see `kek_build.site.SiteOptions`."""

    inhalt = c.Dir(default="content")
    """The folder that holds the concepts."""


class KekPlugin(BasePlugin[KekConfig]):  # type: ignore[no-untyped-call]
    """Renders concepts from YAML."""

    documents = True
    """Whether PDF files are wanted."""
    checks_release = True
    """Whether an official site must have all it needs; a preview shows it before."""
    given: Assembly | None = None
    """The content, where somebody has put it together already: a preview, which writes its pages one by one."""
    units: Units | None = None
    """What the last build made, where it is remembered."""
    old_site: Path | None = None
    """The site as the last build left it."""
    stichtag: date | None = None
    """The day on which is measured, before what the configuration says."""
    report: Report = staticmethod(lambda *_: None)
    """Is told what the build is at."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the site's options for `kek_build.site`, which tells in German what is wrong with them."""
        self.site_options = {key: value for key, value in options.items() if key != "inhalt"}
        own = {key: value for key, value in options.items() if key == "inhalt"}
        return super().load_config(own, config_file_path)

    def assembler(self, config: MkDocsConfig) -> Assembler:
        """What puts the content of this site together.

        Raises:
            SetupError: an option of the site is wrong.
        """
        content = Path(self.config.inhalt).resolve()
        stem = Path(config.config_file_path).stem
        options = read_options(self.site_options)
        if self.stichtag is not None:
            options = options.model_copy(update={"stichtag": self.stichtag})
        return Assembler(
            Site(content.parent, content, options, Path(config.config_file_path).resolve()),
            config.site_url or EXAMPLE_URL,
            self.documents and not self._documents_missing(),
            content.parent / ".cache" / "verlauf" / f"{stem}.json",
            Store(content.parent / ".cache" / "daten" / stem),
            self.units,
            Loader(content.parent / ".cache" / "gelesen" / f"{stem}.jsonl"),
            content.parent / ".cache" / "fassungen" / stem,
        )

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and link everything before MkDocs touches the old site."""
        self.cache = Path(self.config.inhalt).resolve().parent / ".cache"
        with _told():
            self.assembly = self.given or self._assemble(config)
            keep_compiled(environment(), self.cache)
            environment().auto_reload = self.given is not None  # a build looks at each template once
            config.extra["help_links"] = self.assembly.help_links
        self.use(self.assembly)
        self.store = Store(self.cache / "vorschau" / Path(config.config_file_path).stem)
        self.colours = pictures.field_colours(Path(config.docs_dir, "kek/werte.css").read_text(encoding="utf-8"))
        config.nav = nav_of(self.shops, self.assembly.planned)
        config.extra["demonstration"] = self.options.demonstration
        config.extra["several_concepts"] = len(self.shops) > 1
        config.extra["portal"] = is_portal(self.shops)
        config.extra["lead"] = self.options.einleitung
        self.directories = directories(self.shops)
        config.extra["directories"] = self.directories
        return config

    def use(self, assembly: Assembly) -> None:
        """Take the content of the site."""
        self.shops, self.options, self.data = list(assembly.shops), assembly.options, assembly.data
        self.names = {shop.konzept.slug: shop.konzept.datei.name for shop in self.shops}

    def _assemble(self, config: MkDocsConfig) -> Assembly:
        self.report("Der Inhalt wird gelesen")
        assembler = self.assembler(config)
        assembly = assembler.assemble()
        if self.checks_release and not assembly.options.demonstration:
            self._check_release(assembly, config)
        log.info(assembler.history.log)
        return assembly

    def _check_release(self, assembly: Assembly, config: MkDocsConfig) -> None:
        addresses = {"site_url": config.site_url, "repo_url": config.repo_url}
        laender = [shop.konzept.datei.land for shop in assembly.shops]
        release.check(assembly.options, laender, assembly.report, addresses, date.fromisoformat(get_build_date()))

    def _documents_missing(self) -> bool:
        """Say what is missing for PDF files, if anything is; the site is whole without them."""
        if missing := engine.missing():
            log.info("Ohne PDF-Dateien: %s. „make dokumente“ richtet sie ein.", missing)
        return missing is not None

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages, the style sheet and the icons."""
        self.done = 0
        self.sets_pages = self.given is None and not has_listeners(config, self)
        add_icons(files, config, self.options)
        config.extra["style_sheet"] = add_style_sheet(files, config, self.options)
        if self.units:
            self.units.answers = Answers(self.assembly, self._framed(config))
        with _told():
            self.records = self._first_records()
        self.previews = self.previews_of(self.records.values())
        for record in self.records.values() or self._menu_records(config):
            files.append(self.file_for(record, config))
        return files

    def _first_records(self) -> dict[str, PageRecord]:
        """The pages that MkDocs sets, by path: all where somebody else looks at them, else none."""
        if self.sets_pages or self.given is not None:
            return {}
        return {path: self.assembly.write(path) for path in self.assembly.planned}

    def _menu_records(self, config: MkDocsConfig) -> list[PageRecord]:
        """What the menu shows of pages that are not written yet."""
        kinds = {"": "start"} | {shop.addresses.section(): "konzept" for shop in self.shops}
        found = []
        for path in menu_paths(config.nav or ()):
            # All pages of the menu stand right below the start page of their concept.
            above = (shop.draft(path).crumbs for shop in self.shops if path.startswith(shop.addresses.section()))
            heading, kind = self.assembly.planned[path].heading, kinds.get(path, "seite")
            found.append(PageRecord(path, heading, "", "", next(above, ()), kind=kind))
        return found

    def previews_of(self, records: Iterable[PageRecord]) -> dict[str, Preview]:
        """What the preview picture of each page shows, by its path."""
        return pictures.previews(records, self.shops, self.options, self.colours)

    def file_for(self, record: PageRecord, config: MkDocsConfig) -> File:
        """A page as MkDocs takes it."""
        told = self._told_of(record)
        return file_for(record, told.concept, told.preview, config)

    def fill(self, page: ReadyPage, record: PageRecord) -> None:
        """Give a page that MkDocs has a newer record."""
        told = self._told_of(record)
        page.show(record, told.concept, told.preview)

    def _told_of(self, record: PageRecord) -> Told:
        preview = self.previews_of([record])[record.path]
        return Told(self.names.get(record.concept or ""), preview.alternative)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the frame use what pages use."""
        share_parts(env, self.cache)
        self.around = Around(config, env, self.nav, Files(files))
        if self.sets_pages:
            for page in self.nav.pages:
                files.remove(page.file)  # so that MkDocs does not set it
        return env

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Mark the place of every page in the menu."""
        set_parents(files)
        self.nav = nav
        return nav

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave MkDocs' own sitemap out: ours is written at the end, when all pages are known."""
        return "" if template_name == sitemap.NAME else output

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Count the pages that MkDocs sets; others are counted where they are set."""
        if not self.sets_pages:
            self._count()
        return output

    def _count(self) -> None:
        self.done += 1
        self.report("Die Seiten werden geschrieben", self.done, len(self.assembly.planned))

    def _pages(self) -> Iterator[outputs.Output]:
        """All pages that MkDocs did not set; each is forgotten but for a few words when it is written."""
        setting = Setting(self.around, self._told_of)
        given, self.records = self.records, {}
        for path in self.assembly.planned:
            if path in given:
                self.records[path] = given[path]
            elif self.units and (piece := self.units.keep(f"seite:{path}")):
                self.records[path] = piece.told
                self._count()
            else:
                with noting() as asked:
                    record = self.assembly.write(path)
                self.previews |= self.previews_of([record])
                page = setting.set(record)
                self.gathered.pages[f"{path}{_PAGE}"] = page.links
                yield outputs.Output(f"{path}{_PAGE}", page.content)
                self.records[path] = record.light()
                if self.units and record.concept:
                    beside = (f"{path}{name}" for name in (_PAGE, pictures.NAME))
                    self.units.add(f"seite:{path}", asked, beside, self.records[path])
                self._count()

    def _framed(self, config: MkDocsConfig) -> object:
        """Everything that stands around each page and is not fixed by options and templates."""
        menu = [(path, self.assembly.planned[path].heading) for path in menu_paths(config.nav or ())]
        return menu, self.assembly.help_links, self.names, self.directories, config.extra["style_sheet"]

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all other pages, and what a site has besides."""
        site = Path(config.site_dir)
        self.gathered = Gathered()
        with _told():
            outputs.write(self._pages(), site)
            units = self.units or Units()
            self.report("Die Bilder werden gezeichnet")
            pictures.write(self.previews, site, self.store, tidy=not units.before)
            view = View(site, self.old_site if units.before else None, units.stays)
            content, pages = Path(self.config.inhalt).resolve(), list(self.records.values())
            told = (view, self.units, self.gathered, config, content, self.report)
            Besides(self.assembly, pages, *told).write()


@contextmanager
def _told() -> Iterator[None]:
    """Turn errors for people into those that MkDocs shows without a traceback."""
    try:
        yield
    except ContentError as error:
        raise PluginError(as_text(error.problems)) from None
    except KekError as error:
        raise PluginError(str(error)) from None
