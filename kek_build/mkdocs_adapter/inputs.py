# What a site is made from, as its MkDocs configuration tells: content, looks, the configuration and what it inherits
# from, and this program.
from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kek_build.builds import Inputs
from kek_build.mkdocs_adapter.plugin import KekPlugin
from kek_build.pages.templates import TEMPLATES
from kek_build.site import read_options

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_PROGRAM = Path(__file__).resolve().parents[1]
_INHERITS = re.compile(r"^INHERIT:\s*(?P<quote>[\"']?)(.+?)(?P=quote)\s*$", re.MULTILINE)
_VARIABLES = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
_VARIABLE = re.compile(r"\b[A-Za-z_]\w*\b")


def inputs_of(config: MkDocsConfig) -> Inputs | None:
    """What a site is made from.

    Args:
        config: MkDocs' configuration.

    Returns:
        All of it; None where other plugins or hooks take part, of which nobody knows what they read.
    """
    plugins = list(config.plugins.values())
    if config.hooks or len(plugins) != 1 or not isinstance(plugins[0], KekPlugin):
        return None
    files = list(_configurations(Path(config.config_file_path)))
    options = read_options(plugins[0].site_options)
    content = Path(plugins[0].config.inhalt).resolve()
    installed = Path(sysconfig.get_path("purelib"))
    looks = [Path(folder) for folder in config.theme.dirs if not Path(folder).is_relative_to(installed)]
    editions = [edition for given in options.fassungen.values() for edition in given]
    frozen = [content.parent / edition.ordner for edition in editions if edition.ordner and not edition.tag]
    places = [
        *files, *frozen, Path(config.docs_dir), *looks, TEMPLATES, _PROGRAM,
        content.parent / options.pruefbericht, Path(sys.prefix, "redaktion", "fertig"),
    ]  # fmt: skip
    return Inputs(
        places=tuple(dict.fromkeys(str(place.resolve()) for place in places)),
        text=str(content),
        variables=tuple(sorted({name for file in files for name in _named(file.read_text(encoding="utf-8"))})),
        by_day=not options.demonstration,
        tags=tuple(sorted({edition.tag for edition in editions if edition.tag})),
    )


def project_of(config: MkDocsConfig) -> Path:
    """The folder of the project, which holds the content."""
    for plugin in config.plugins.values():
        if isinstance(plugin, KekPlugin):
            return Path(plugin.config.inhalt).resolve().parent
    raise LookupError


def _configurations(file: Path) -> Iterator[Path]:
    """A configuration and those that it inherits from."""
    yield file
    for found in _INHERITS.finditer(file.read_text(encoding="utf-8")):
        yield from _configurations(file.parent / found[2])


def _named(configuration: str) -> Iterator[str]:
    """The variables of the environment that a configuration names."""
    for found in _VARIABLES.findall(configuration):
        yield from _VARIABLE.findall(found)
