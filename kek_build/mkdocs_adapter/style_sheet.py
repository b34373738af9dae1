# The icons, and one style sheet for the site: Material's, ours and the site's colours in one file, so that a first
# visit waits for one answer and not for twelve. Its name holds a hash, so browsers may keep it for good.
from __future__ import annotations

import hashlib
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from kek_build.pictures.icons import icons
from kek_build.site import SiteOptions
from kek_build.site.farben import colours_css

_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/")


def add_icons(files: Files, config: MkDocsConfig, options: SiteOptions) -> None:
    """Put the icons of a site among its files."""
    for name, icon in icons(options.farben.kopf).items():
        _add(files, config, f"kek/{name}", icon)


def _add(files: Files, config: MkDocsConfig, address: str, content: str | bytes) -> None:
    file = File.generated(config, address, content=content)
    file.inclusion = InclusionLevel.INCLUDED
    files.append(file)


def add_style_sheet(files: Files, config: MkDocsConfig, options: SiteOptions) -> str:
    """Join the style sheets of `extra_css` behind Material's and put the result among the files of the site.

    Args:
        files: the files of the site; the single style sheets are taken out.
        config: MkDocs' configuration.
        options: the site's options, for its colours.

    Returns:
        The address of the joined style sheet, relative to the site.

    Raises:
        PluginError: a style sheet is missing.
    """
    parts = [_SOURCE_MAP.sub("", _material(config).read_text(encoding="utf-8"))]
    for name in map(str, config.extra_css):
        single = files.get_file_from_path(name)
        if single is None:
            raise PluginError(f"Das Stylesheet „{name}“ fehlt in „{Path(config.docs_dir).name}“.")
        parts.append(single.content_string)
        files.remove(single)
    parts.append(colours_css(options))
    joined = "\n".join(parts)
    address = f"kek/stil.{hashlib.sha256(joined.encode()).hexdigest()[:8]}.css"
    _add(files, config, address, joined)
    return address


def _material(config: MkDocsConfig) -> Path:
    """Material's style sheet, whose name holds a hash of its version."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob("assets/stylesheets/main.*.min.css")):
            return path
    raise PluginError("Das Theme „material“ fehlt: theme: name: material in der Konfiguration.")
