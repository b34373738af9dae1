# Runs MkDocs on a site's configuration: strictly, aside, and swapped in only when all is right.
from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from kek_build.builds import Begun, Units, Wanted
from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.besides import Report
from kek_build.mkdocs_adapter.inputs import inputs_of, project_of
from kek_build.mkdocs_adapter.plugin import KekPlugin
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.publish import swap
from kek_build.updating import finish, update

Built = Callable[[Sequence[Workshop], Collection[PageRecord]], None]
"""Takes the concepts that a site was built from, and its pages without their HTML."""


NOT_BUILT = "Die Website wurde nicht gebaut; was vorher online war, ist unverändert."
"""What is said at the end when a build found problems; the log names them."""


class SupportsWrite(Protocol):
    """What a log can be written to."""

    def write(self, text: str, /) -> int:
        """Write a text."""

    def flush(self) -> None:
        """Bring it to the screen."""


def build_site(
    configuration: Path,
    target: Path | None = None,
    *,
    documents: bool = True,
    checks_release: bool = True,
    report: Report | None = None,
    built: Built | None = None,
    remembers: bool = False,
    stichtag: date | None = None,
) -> Path:
    """Build a site strictly and swap it in.

    Args:
        configuration: the site's MkDocs configuration.
        target: where the site goes; by default where the configuration says.
        documents: whether PDF files are made, where what they need is there.
        checks_release: whether an official site must have all it needs.
        report: is told what the build is at.
        built: is called when all is right, before the site is swapped in.
        remembers: whether `Wanted.is_current` may later say that the site need not be built again.
        stichtag: the day on which is measured what is late, before what the configuration says.

    Returns:
        The folder of the site.

    Raises:
        SetupError: the configuration is wrong or the build found problems; the old site is untouched. What was wrong is
            in MkDocs' log.
    """
    config = read_configuration(configuration)
    site = (target or Path(config.site_dir)).resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    finish(site)
    begun = Begun.now(inputs) if remembers and (inputs := inputs_of(config)) else None
    wanted = Wanted(configuration, target, documents, stichtag)
    units = Units() if begun else None
    standing = wanted.standing(begun, site) if begun else None
    if units and standing is not None:
        units.load(wanted.pieces(project_of(config)))
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as aside:
        new = Path(aside) / "neu"
        config.site_dir = str(new)
        for plugin in kek_plugins(config):
            plugin.documents, plugin.checks_release = documents, checks_release
            plugin.report, plugin.stichtag = report or plugin.report, stichtag
            plugin.units, plugin.old_site = units, site
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        except Abort:
            raise SetupError(NOT_BUILT) from None
        finally:
            config.plugins.on_shutdown()
        for plugin in kek_plugins(config):
            if built:
                built(plugin.shops, plugin.records.values())
        if units and units.before:
            standing = update(Path(aside), site, units.stays, standing)
            Path(aside).mkdir()  # so that it can be removed as always
        else:
            swap(new, site, Path(aside) / "alt")
            standing = None
    if units and begun:
        units.save(wanted.pieces(project_of(config)))
        wanted.remember(project_of(config), begun, site, standing)
    return site


def read_configuration(configuration: Path) -> MkDocsConfig:
    """Read a site's MkDocs configuration.

    Raises:
        SetupError: it is wrong.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        return load_config(str(configuration), strict=True)
    except (Abort, ConfigurationError) as error:
        told = f"Die Konfiguration „{configuration}“ stimmt nicht; was vorher online war, ist unverändert."
        raise SetupError(told if isinstance(error, Abort) else f"{told}\n{error}") from None


def kek_plugins(config: MkDocsConfig) -> Iterator[KekPlugin]:
    """Our plugin in a configuration."""
    for plugin in config.plugins.values():
        if isinstance(plugin, KekPlugin):
            yield plugin


def log_to_terminal(*, quiet: bool, stream: SupportsWrite | None = None) -> None:
    """Show what a build reports: warnings and errors of MkDocs, and unless quiet what our plugin has to tell.

    Args:
        quiet: whether only what is wrong is told.
        stream: where it shows; by default standard error.
    """
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.handlers = [handler]
    logger.setLevel(logging.WARNING)
    logging.getLogger("mkdocs.plugins.kek").setLevel(logging.WARNING if quiet else logging.INFO)
