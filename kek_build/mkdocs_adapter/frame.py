# The frame around pages, made by MkDocs once and used for one page after another: menu, theme, files of the theme. A
# preview sets single pages in it, through the same hooks and templates as a build. What it lacks against a build: hooks
# of other plugins see only the pages of the menu in `on_files` and `on_nav`, and `pages` in templates holds only those.
from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from kek_build.mkdocs_adapter.navigation import above, set_parent
from kek_build.mkdocs_adapter.page import ReadyPage
from kek_build.mkdocs_adapter.setting import Around, drawn

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from kek_build.assembly import Assembly
    from kek_build.mkdocs_adapter.plugin import KekPlugin


class PageFrame:
    """A site's frame."""

    def __init__(self, config: MkDocsConfig, plugin: KekPlugin, assembly: Assembly) -> None:
        """Let MkDocs make everything but pages.

        Args:
            config: a configuration that nobody has used yet.
            plugin: our plugin in it.
            assembly: the content of the site.
        """
        plugin.given = assembly
        config.plugins.on_startup(command="build", dirty=False)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        nav = config.plugins.on_nav(nav, config=config, files=files)
        env = config.plugins.on_env(env, config=config, files=files)
        self._around, self._config, self._plugin = Around(config, env, nav, files), config, plugin
        self._menu = {page.record.path: page for page in nav.pages if isinstance(page, ReadyPage)}
        self._static: dict[str, File] = {
            file.dest_uri: file
            for file in files
            if not file.is_documentation_page() and file.inclusion.value >= InclusionLevel.NOT_IN_NAV.value
        }
        self.looks = self._digest()
        """Changes when a script, a style sheet or another file of the theme does."""

    def _digest(self) -> str:
        found = hashlib.sha256()
        for uri in sorted(self._static):
            if uri.endswith((".css", ".js", ".mjs")):
                found.update(self._static[uri].content_bytes)
        return found.hexdigest()

    @property
    def files(self) -> list[str]:
        """The files of the site that are no pages and that no plugin writes at the end."""
        return sorted(self._static)

    def file(self, uri: str) -> bytes | None:
        """A file of the site that is no page and that no plugin writes at the end."""
        file = self._static.get(uri)
        return file.content_bytes if file else None

    def render(self, path: str, assembly: Assembly) -> bytes:
        """Set a page of the site in the frame, as a build does.

        Args:
            path: a path among those that are planned.
            assembly: the content of the site; its menu must be that of the frame.
        """
        self._plugin.use(assembly)
        page = self._page(path, assembly)
        return drawn(page, self._around).encode("utf-8", errors="xmlcharrefreplace")

    def _page(self, path: str, assembly: Assembly) -> ReadyPage:
        """The page with those above it, as far as the menu does not hold them."""
        record = assembly.page(path)
        if page := self._menu.get(path):
            self._plugin.fill(page, record)
            return page
        fresh = self._plugin.file_for(record, self._config).page
        assert isinstance(fresh, ReadyPage)
        parent = above(fresh)
        if record.crumbs and parent != path and parent in assembly.planned:
            set_parent(fresh, self._menu.get(parent) or self._page(parent, assembly))
        return fresh
