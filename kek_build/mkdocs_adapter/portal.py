# Joins sites that were built apart to one portal: its own pages are set in the same frame as any site's, the sites
# stand in it as they are, and all of it is swapped in only when it is whole.
from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_date
from selectolax.lexbor import LexborHTMLParser

from kek_build import headers, outputs, sitemap
from kek_build.builds.store import Store
from kek_build.errors import ContentError, SetupError
from kek_build.joining import pages, search, servers
from kek_build.joining.counties import PORTAL, County, read, standing
from kek_build.mkdocs_adapter.build import read_configuration
from kek_build.mkdocs_adapter.navigation import set_parents
from kek_build.mkdocs_adapter.page import file_for
from kek_build.mkdocs_adapter.style_sheet import add_icons, add_style_sheet
from kek_build.pages.directories import Directory
from kek_build.pages.portal import HANDFUL
from kek_build.pages.rechtliches import Told
from kek_build.pages.templates import share_parts
from kek_build.pictures import build as pictures
from kek_build.publish import swap
from kek_build.search.files import Writer
from kek_build.site import SiteOptions, read_options, release
from kek_build.site.pruefbericht import read_report
from kek_build.updating import View

_HERE = "http://portal.invalid"
OPTIONS = "kek"
"""Where the options of a portal stand in its configuration: `extra.kek`."""


@dataclass(frozen=True)
class Joined:
    """A portal that stands."""

    site: Path
    counties: tuple[str, ...]
    records: int
    """What its search finds."""


def join_sites(
    configuration: Path, sites: Sequence[Path], target: Path | None = None, *, refresh: bool = False
) -> Joined:
    """Join built sites to a portal and swap it in.

    Args:
        configuration: the portal's MkDocs configuration.
        sites: the built sites, each for its folder of the portal.
        target: where the portal goes; by default where the configuration says.
        refresh: take the other sites from the portal that stands there.

    Returns:
        What was made.

    Raises:
        SetupError: a site is missing, broken or does not fit; what stood at the target stands there still.
    """
    config = read_configuration(configuration)
    portal = (target or Path(config.site_dir)).resolve()
    root = urlsplit(config.site_url or "/").path
    policy: str = config.extra["csp"]
    counties = read(sites, root, policy)
    if refresh:
        others = standing(portal, [county.folder for county in counties])
        counties = read([*sites, *others], root, policy)
    if not counties:
        raise SetupError("Kein Landkreis: die Ordner der gebauten Websites angeben.")
    parts = [search.Part(county.folder, county.site) for county in counties]
    search.check(parts)
    portal.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{portal.name}-", dir=portal.parent) as aside:
        new = Path(aside) / "neu"
        frame = _build_frame(config, counties, parts, new)
        found = search.join(parts, Writer(View(new)))
        paths = [record.path for record in frame.records]
        headers.write(new, policy, paths, root)
        for county in counties:
            shutil.copytree(county.site, new / county.folder, copy_function=_link_or_copy)
        servers.join(new, counties, root)
        outputs.write(servers.maps(counties, paths, config.site_url or ""), new)
        about = {"landkreise": [county.folder.rstrip("/") for county in counties]}
        outputs.write([outputs.Output(PORTAL, json.dumps(about, indent=1).encode() + b"\n")], new)
        if broken := list(_broken(new, paths)):
            raise SetupError("\n".join(["Links im Portal führen ins Leere:", *broken]))
        swap(new, portal, Path(aside) / "alt")
    return Joined(portal, tuple(county.folder.rstrip("/") for county in counties), found)


def _broken(portal: Path, paths: Iterable[str]) -> Iterator[str]:
    """The links of the portal's own pages that lead nowhere; the sites' own were followed when they were built."""
    for path in paths:
        page = portal / path / "index.html"
        for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("a[href]"):
            link = node.attributes["href"] or ""
            target = unquote(urlsplit(urljoin(f"{_HERE}/{path}", link)).path.lstrip("/"))
            if urljoin(f"{_HERE}/{path}", link).startswith(_HERE) and not _exists(portal / target):
                yield f"{path or 'index.html'}: „{link}“"


def _exists(path: Path) -> bool:
    return (path / "index.html").is_file() if path.is_dir() else path.is_file()


def _link_or_copy(source: str, target: str) -> str:
    """The same file under another name where the disk can do that: it takes no room and stays as it is."""
    with suppress(OSError):
        os.link(source, target)
        return target
    return shutil.copy2(source, target)


def _build_frame(config: MkDocsConfig, counties: Sequence[County], parts: Iterable[search.Part], site: Path) -> _Frame:
    """Write the portal's own pages, with all that they need besides."""
    listed = tuple(
        Directory(
            of["name"],
            part.folder + of["adresse"],
            tuple((label, part.folder + address) for label, address in of["teile"]),
        )
        for part in parts
        for of in search.directories(part)
    )
    options = read_options(dict(config.extra.get(OPTIONS) or {}))
    frame = _Frame(options, counties, listed)
    frame.load_config({})
    config.plugins[OPTIONS] = frame
    config.site_dir = str(site)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    except Abort:
        raise SetupError("Das Portal wurde nicht gebaut; was vorher online war, ist unverändert.") from None
    finally:
        config.plugins.on_shutdown()
    return frame


class _NoOptions(Config):  # type: ignore[no-untyped-call]
    """A portal's options are told by `kek_build.site`, in German."""


class _Frame(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the portal's own pages."""

    def __init__(self, options: SiteOptions, counties: Sequence[County], listed: tuple[Directory, ...]) -> None:
        self.options, self.counties, self.listed = options, counties, listed

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Say what the frame shows, and write the pages."""
        folder = Path(config.config_file_path).resolve().parent
        project = folder.parent if folder.name == "site_config" else folder
        self.cache = project / ".cache"
        report, wrong = read_report(project / self.options.pruefbericht, project)
        if wrong:
            raise ContentError(wrong)
        concepts = [concept for county in self.counties for concept in county.told.konzepte]
        if not self.options.demonstration:
            addresses = {"site_url": config.site_url, "repo_url": config.repo_url}
            today = date.fromisoformat(get_build_date())
            release.check(self.options, [concept.land for concept in concepts], report, addresses, today)
        many = len(concepts) > HANDFUL
        told = Told(
            tuple((concept.land, concept.name) for concept in concepts),
            () if many else self.listed,
            portal=tuple(pages.county_links(self.counties, "../")) if many else (),
        )
        self.records = list(pages.pages(self.counties, told, self.options, report))
        colours = pictures.field_colours(Path(config.docs_dir, "kek/werte.css").read_text(encoding="utf-8"))
        self.previews = pictures.previews(self.records, (), self.options, colours)
        config.nav = ["index.md"]
        config.extra |= {
            "demonstration": self.options.demonstration, "lead": self.options.einleitung, "help_links": [],
            "several_concepts": False, "portal": many, "directories": self.listed,
        }  # fmt: skip
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages, the style sheet and the icons."""
        for record in self.records:
            files.append(file_for(record, None, self.previews[record.path].alternative, config))
        add_icons(files, config, self.options)
        config.extra["style_sheet"] = add_style_sheet(files, config, self.options)
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the frame use what pages use."""
        share_parts(env, self.cache)
        return env

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Mark the place of every page."""
        set_parents(files)
        return nav

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave MkDocs' own sitemap out: the portal's names those of all sites."""
        return "" if template_name == sitemap.NAME else output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Draw the preview pictures."""
        pictures.write(self.previews, Path(config.site_dir), Store(self.cache / "vorschau" / OPTIONS))
