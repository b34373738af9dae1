# Runs MkDocs on a site's configuration: strictly, aside, and swapped in only when all is right.
from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.plugin import KekPlugin
from kek_build.publish import swap


def build_site(configuration: Path, target: Path | None = None, *, documents: bool = True) -> Path:
    """Build a site strictly and swap it in.

    Args:
        configuration: the site's MkDocs configuration.
        target: where the site goes; by default where the configuration says.
        documents: whether PDF files are made, where what they need is there.

    Returns:
        The folder of the site.

    Raises:
        SetupError: the configuration is wrong or the build found problems; the old site is untouched. What was wrong is
            in MkDocs' log.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        config = load_config(str(configuration), strict=True)
    except (Abort, ConfigurationError) as error:
        told = f"Die Konfiguration „{configuration}“ stimmt nicht; was vorher online war, ist unverändert."
        raise SetupError(told if isinstance(error, Abort) else f"{told}\n{error}") from None
    site = (target or Path(config.site_dir)).resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as aside:
        new = Path(aside) / "neu"
        config.site_dir = str(new)
        for plugin in config.plugins.values():
            if isinstance(plugin, KekPlugin):
                plugin.documents = documents
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        except Abort:
            raise SetupError("Die Website wurde nicht gebaut; was vorher online war, ist unverändert.") from None
        finally:
            config.plugins.on_shutdown()
        swap(new, site, Path(aside) / "alt")
    return site


def log_to_terminal(*, quiet: bool) -> None:
    """Show what MkDocs reports: warnings and errors, and progress unless quiet."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.handlers = [handler]
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
