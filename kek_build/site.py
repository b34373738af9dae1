# What a site is, apart from its content: its title, its concepts, who runs it. Read from the options of the MkDocs
# plugin, but plain data, so another generator can fill it as well.
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from kek_build.errors import SetupError
from kek_build.reading import concept_folders
from kek_build.reading.suggestions import nearest

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A CSS colour of six digits."""


class Anbieter(BaseModel):
    """Who runs the site, for the Impressum (§ 5 DDG)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    anschrift: tuple[str, ...] = ()
    vertreten_durch: str | None = None
    telefon: str | None = None
    mail: str | None = None
    aufsicht: str | None = None
    verantwortlich: str | None = None


class Farben(BaseModel):
    """A site's own colours, as CSS colours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kopf: Colour = "#1d3b5a"
    akzent: Colour = "#0b5c7d"
    akzent_dunkel: Colour = "#8fcbe6"


class SiteOptions(BaseModel):
    """The options of a site, as they stand in its configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    konzepte: tuple[str, ...] = ()
    """Short names of the concepts to show, in order; empty for all in `content/`."""
    titel: str
    """Title of the site."""
    einleitung: str
    """One sentence below the title, and for search engines."""
    demonstration: bool = True
    """Whether pages say that the site is a demonstration and no official publication."""
    anbieter: Anbieter
    """Who runs the site, for the legal pages."""
    farben: Farben = Farben()
    """The site's own colours."""
    konzept_farben: Mapping[str, Farben] = {}
    """Colours of single concepts, by short name, on a site with several."""


@dataclass(frozen=True)
class Site:
    """A site to build."""

    root: Path
    """The project: messages and edit links name files relative to it."""
    content: Path
    options: SiteOptions

    def folders(self) -> list[Path]:
        """The folders of the site's concepts, in the order of the configuration.

        Raises:
            SetupError: a concept is not there.
        """
        if not self.content.is_dir():
            raise SetupError(f"Den Ordner „{self.content.name}“ gibt es nicht.")
        found = {folder.name: folder for folder in concept_folders(self.content)}
        for name in self.options.konzepte:
            if name not in found:
                guess = nearest(name, found)
                hint = f" Meinten Sie „{guess}“?" if guess else ""
                raise SetupError(f"Konfiguration: das Konzept „{name}“ gibt es in „{self.content.name}“ nicht.{hint}")
        if not found:
            raise SetupError(f"Im Ordner „{self.content.name}“ liegt kein Konzept.")
        return [found[name] for name in self.options.konzepte] or list(found.values())


def read_options(data: dict[str, object]) -> SiteOptions:
    """Check the options of a site.

    Raises:
        SetupError: with every wrong option named.
    """
    try:
        return SiteOptions.model_validate(data)
    except ValidationError as error:
        lines = []
        for details in error.errors(include_url=False):
            key = ".".join(str(part) for part in details["loc"])
            what = {"missing": "fehlt", "extra_forbidden": "gibt es nicht"}.get(
                details["type"], "hat einen falschen Wert"
            )
            lines.append(f"Konfiguration des Plugins „kek“: „{key}“ {what}.")
        raise SetupError("\n".join(lines)) from None
