# The configuration of a site as it is pushed: plain data to be read, never a program to be run. MkDocs would load
# plugins and hooks that such a file names, call functions that its YAML names, and look into the environment; so it
# never sees it. What describes the site is taken from it by name; the server writes the rest itself. Whatever else
# somebody writes there is told, not passed over, for it would not do what they meant.
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from kek_build.errors import ContentError, Problem
from kek_build.pages.templates import TEMPLATES
from kek_build.reading.strict_yaml import Document, parse
from kek_build.rules import Rule
from kek_build.server.layout import SITE_ADDRESS, Server
from kek_build.site import SiteOptions
from kek_build.site.options import read_located

PROJECT = TEMPLATES.parent
"""The project that is set up on this machine: its code, its templates and its `site_config/base.yml` build the site."""
BASE = PROJECT / "site_config" / "base.yml"

_TAKEN = ("site_name", "site_url", "repo_url", "edit_uri")
_FORMS = {
    "site_url": (SITE_ADDRESS, "https://kek.landkreis-muster.de/"),
    "repo_url": (SITE_ADDRESS, "https://git.landkreis-muster.de/kek"),
    "edit_uri": (r"^[\w.~/?=-]*$", "edit/main/"),
}
"""Addresses end up in files for web servers, which read more into them than readers do."""
_OWN = ("INHERIT", "docs_dir", "site_dir", "theme")
"""Where things lie in the project; on the server they lie elsewhere."""
_PLUGIN = "kek"
_CONTENT = "inhalt"


@dataclass(frozen=True)
class Configuration:
    """What the server takes from a configuration."""

    name: PurePosixPath
    """The file, from the top of the repository."""
    values: Mapping[str, str]
    """Keys of MkDocs, each with its value."""
    options: Mapping[str, Any]
    """The options of the site, as written."""
    site: SiteOptions
    """The same, checked."""
    content: PurePosixPath
    """The folder with the concepts, from the top of the repository."""

    @property
    def root(self) -> PurePosixPath:
        """The folder that problems and reports are named from."""
        return self.content.parent


def read_configuration(text: str, name: PurePosixPath) -> Configuration:
    """Read a configuration that was pushed.

    Args:
        text: what stands in the file.
        name: the file, from the top of the repository.

    Raises:
        ContentError: with all that is wrong in it, and all that a server would not do.
    """
    document = parse(text, name)
    if isinstance(document, list):
        raise ContentError(document)
    if not isinstance(document.data, dict):
        raise ContentError(
            [
                Problem(
                    name,
                    1,
                    1,
                    "Die Konfiguration muss aus Zeilen „schluessel: wert“ bestehen.",
                    rule=Rule.CONFIGURATION,
                )
            ]
        )
    problems = [*_foreign(document), *_missing(document)]
    options = _options(document)
    if options is None:
        line, column = document.locate(("plugins",))
        expected = f"plugins: darunter „- {_PLUGIN}:“ mit den Angaben zur Website, und kein anderes"
        what = "Der Server baut mit dem Plugin „kek“ allein; er führt nichts aus, was mit einem Push kommt."
        raise ContentError([*problems, Problem(name, line, column, what, expected, rule=Rule.CONFIGURATION)])
    content = _content(options.pop(_CONTENT, "content"), name)
    if content is None:
        line, column = document.locate(("plugins", 0, _PLUGIN, _CONTENT))
        problems.append(
            Problem(
                name,
                line,
                column,
                "Der Ordner mit dem Inhalt muss im Repository liegen.",
                "content",
                rule=Rule.CONFIGURATION,
            )
        )
    site = read_located(options)
    if not isinstance(site, SiteOptions):
        for path, message in site:
            line, column = document.locate(("plugins", 0, _PLUGIN, *path))
            problems.append(Problem(name, line, column, message, rule=Rule.CONFIGURATION))
    if problems or content is None or not isinstance(site, SiteOptions):
        raise ContentError(problems)
    values = {key: str(document.data[key]) for key in _TAKEN if key in document.data}
    return Configuration(name, values, options, site, content)


def _foreign(document: Document) -> Iterator[Problem]:
    expected = f"nur {', '.join(_TAKEN)} und das Plugin „{_PLUGIN}“; alles andere legt fest, wer den Server betreibt"
    for key in document.data:
        if key not in {*_TAKEN, *_OWN, "plugins"}:
            line, column = document.locate((key,), key=True)
            yield Problem(
                document.name, line, column, f"„{key}“ übernimmt der Server nicht.", expected, rule=Rule.CONFIGURATION
            )
    theme = document.data.get("theme")
    for key in theme if isinstance(theme, dict) else ():
        if key != "custom_dir":
            line, column = document.locate(("theme", key), key=True)
            yield Problem(
                document.name,
                line,
                column,
                f"„theme.{key}“ übernimmt der Server nicht.",
                expected,
                rule=Rule.CONFIGURATION,
            )


def _missing(document: Document) -> Iterator[Problem]:
    for key in _TAKEN:
        if isinstance(document.data.get(key), (dict, list)):
            yield Problem(
                document.name,
                *document.locate((key,)),
                f"„{key}“ muss ein einzelner Wert sein.",
                rule=Rule.TEXT_EXPECTED,
            )
    for key, (form, example) in _FORMS.items():
        value = document.data.get(key)
        if isinstance(value, str) and not re.fullmatch(form, value):
            message = f"„{key}“ ist keine Adresse aus Buchstaben, Ziffern, Punkten und Bindestrichen."
            yield Problem(document.name, *document.locate((key,)), message, example, rule=Rule.CONFIGURATION)
    if "site_name" not in document.data:
        yield Problem(
            document.name, 1, 1, "„site_name“ fehlt.", "site_name: und der Name der Website", rule=Rule.MISSING_KEY
        )


def _options(document: Document) -> dict[str, Any] | None:
    """The options of our plugin, when it is the only one."""
    match document.data.get("plugins"):
        case [{"kek": dict(options), **others}] if not others:
            return dict(options)
    return None


def _content(written: object, name: PurePosixPath) -> PurePosixPath | None:
    """The folder with the concepts, counted from the configuration's own folder; None when it lies outside."""
    if not isinstance(written, str) or written.startswith("/") or "\\" in written:
        return None
    parts: list[str] = []
    for part in (*name.parent.parts, *PurePosixPath(written).parts):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return PurePosixPath(*parts) if parts else None


def write_configuration(server: Server, configuration: Configuration, project: Path, file: Path) -> None:
    """Write the configuration that MkDocs builds with.

    Args:
        server: the server; its settings come before what was pushed.
        configuration: what was pushed.
        project: where the pushed files were laid out.
        file: where to; its name without the ending must be that of the pushed one, for builds keep things under it.
    """
    settings = server.settings
    data: dict[str, Any] = {
        "INHERIT": str(BASE),
        "docs_dir": str(TEMPLATES / "assets"),
        "site_dir": str(file.parent / "site"),
        "theme": {"custom_dir": str(TEMPLATES / "theme")},
        **configuration.values,
        "plugins": [{_PLUGIN: {**configuration.options, _CONTENT: str(project / configuration.content)}}],
    }
    if settings.adresse:
        data["site_url"] = settings.adresse
    # Without an address the link „Diese Seite bearbeiten“ would lead to the example of base.yml.
    data["repo_url"] = settings.bearbeiten or configuration.values.get("repo_url")
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
