# A site for `kek vorschau`, made with MkDocs: each look reads what changed, and a page is rendered when somebody asks.
# The frame is made anew only when the menu, the configuration or something about the looks has changed.
from __future__ import annotations

import sys
import threading
from collections.abc import Collection, Hashable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kek_build.answers import Answers
from kek_build.assembly import Assembler, Assembly
from kek_build.builds import Units
from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.build import kek_plugins, read_configuration
from kek_build.mkdocs_adapter.frame import PageFrame
from kek_build.mkdocs_adapter.navigation import menu_paths, nav_of
from kek_build.pages.templates import TEMPLATES
from kek_build.tracing import noting

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from kek_build.mkdocs_adapter.plugin import KekPlugin


class SiteView:
    """A site as it was at one look."""

    def __init__(
        self, assembly: Assembly, frame: PageFrame, lock: threading.RLock, before: SiteView | None = None
    ) -> None:
        """Take what the site is now.

        Args:
            assembly: the content.
            frame: the frame around it.
            lock: keeps two threads from rendering at once.
            before: the look before in the same frame; a page that shows nothing that changed since is taken from it.
        """
        self.assembly = assembly
        self._frame = frame
        self._lock = lock
        answers = Answers(assembly, None)  # what stands around a page is that of the frame
        self.pieces: Units = before.pieces.followed_by(answers) if before else Units(answers)
        """The pages that were looked at, with what they were made from."""
        self._rendered: dict[str, bytes] = {}
        self.looks = frame.looks

    def page(self, path: str) -> bytes | None:
        """A page, as a build would write it now; None when the site has none there."""
        if path not in self.assembly.planned:
            return None
        with self._lock:
            if path not in self._rendered:
                self._rendered[path] = self._made(path)
            return self._rendered[path]

    def _made(self, path: str) -> bytes:
        if piece := self.pieces.keep(path):
            kept: bytes = piece.told
            return kept
        with noting() as asked:
            page = self._frame.render(path, self.assembly)
        if self.assembly.page(path).concept:  # others show several concepts, of which not everything is asked
            self.pieces.add(path, asked, (), page)
        return page

    @property
    def files(self) -> list[str]:
        """The files that belong to the looks of the site."""
        return self._frame.files

    def file(self, path: str) -> bytes | None:
        """A file that belongs to the looks of the site, as it is now; None for all others."""
        return self._frame.file(path)


class PreviewSite:
    """A site that can be looked at again and again; see `kek_build.preview.Source`."""

    def __init__(self, configuration: Path, stichtag: date | None = None) -> None:
        """Read the configuration.

        Args:
            configuration: the site's MkDocs configuration.
            stichtag: the day on which is measured, before what the configuration says.

        Raises:
            SetupError: it is wrong.
        """
        self._configuration = configuration.resolve()
        self._stichtag = stichtag
        self._lock = threading.RLock()
        self._config, self._plugin, self._assembler = self._begin()
        self._frame: PageFrame | None = None
        self._view: SiteView | None = None
        self._stale = False
        self._framed: Hashable = None

    def _begin(self) -> tuple[MkDocsConfig, KekPlugin, Assembler]:
        config, plugin = self._read()
        plugin.documents = False
        return config, plugin, plugin.assembler(config)

    def _read(self) -> tuple[MkDocsConfig, KekPlugin]:
        config = read_configuration(self._configuration)
        for plugin in kek_plugins(config):
            plugin.checks_release, plugin.stichtag = False, self._stichtag
            return config, plugin
        raise SetupError(f"In „{self._configuration.name}“ fehlt das Plugin „kek“.")

    @property
    def folders(self) -> Sequence[Path]:
        """What to watch: the content, the templates, and the configurations of sites."""
        looks = Path(self._config.docs_dir).parent
        found = [self._content, TEMPLATES, looks, *map(Path, self._config.theme.dirs[:1])]
        common = self._configuration.parent / "site_config"
        return list(dict.fromkeys([*found, *([common] if common.is_dir() else [])]))

    @property
    def files(self) -> Sequence[Path]:
        """Single files to watch besides: the configuration."""
        return [self._configuration, self._assembler.site.report]

    @property
    def root(self) -> str:
        """The folder of the server that the site is published in, with a slash at both ends."""
        return f"{urlsplit(self._config.site_url or '/').path.rstrip('/')}/"

    @property
    def _content(self) -> Path:
        return self._assembler.site.content

    def look(self, changed: Collection[Path] = ()) -> SiteView:
        """The site as it is now.

        Args:
            changed: what changed since the last look; nothing at the first.

        Raises:
            KekError: the content or the configuration is wrong.
        """
        around = [path for path in changed if not path.is_relative_to(self._content)]
        if around:
            self._frame = None
        # It stays stale until it can be read: a configuration that is wrong must not be forgotten.
        self._stale = self._stale or any(path.suffix == ".yml" for path in around)
        if self._stale:
            self._config, self._plugin, self._assembler = self._begin()
            self._stale = False
        assembly = self._assembler.assemble()
        with self._lock:
            if self._frame is None or self._framed != _menu_of(assembly):
                config, plugin = self._read()
                self._frame, self._framed = PageFrame(config, plugin, assembly), _menu_of(assembly)
                self._view = None
            self._view = SiteView(assembly, self._frame, self._lock, self._view)
            return self._view

    def catch_up(self) -> bool:
        """Read the history of the content again; whether it is another one now."""
        return self._assembler.history != self._assembler.read_history()

    def build_command(self, target: Path) -> Sequence[str]:
        """The command that builds the whole site into a folder and tells on standard error what is wrong."""
        module = "kek_build.mkdocs_adapter.preview_build"
        day = [self._stichtag.isoformat()] if self._stichtag else []
        return [sys.executable, "-m", module, str(self._configuration), str(target), *day]


def _menu_of(assembly: Assembly) -> Hashable:
    """Everything about the content that stands in the frame of every page."""
    menu = menu_paths(nav_of(assembly.shops, assembly.planned))
    titles = tuple((path, assembly.planned[path].heading) for path in menu)
    return titles, tuple((link.title, link.href) for link in assembly.help_links)
