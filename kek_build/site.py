# What a site is, apart from its content: its title, its concepts, who runs it. Read from the options of the MkDocs plugin,
# but plain data, so another generator can fill it as well.
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kek_build.errors import ContentError, Problem, SetupError
from kek_build.pages.addresses import SECTIONS
from kek_build.reading import concept_folders
from kek_build.reading.suggestions import nearest


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

    kopf: str = Field("#1d3b5a", pattern=r"^#[0-9a-fA-F]{6}$")
    akzent: str = Field("#0b5c7d", pattern=r"^#[0-9a-fA-F]{6}$")
    akzent_dunkel: str = Field("#8fcbe6", pattern=r"^#[0-9a-fA-F]{6}$")


class SiteOptions(BaseModel):
    """The options of a site, as they stand in its configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    konzepte: tuple[str, ...] = ()
    """Short names of the concepts to show; empty for all in `content/`."""
    titel: str
    einleitung: str
    demonstration: bool = True
    """Whether pages say that the site is a demonstration and no official publication."""
    anbieter: Anbieter
    farben: Farben = Farben()


RESERVED = {*SECTIONS.values(), "impressum", "datenschutz", "barrierefreiheit", "suche", "daten", "kek", "assets", "pagefind",
            "verlauf", "befragung", "lose-enden", "redaktion"}  # fmt: skip
"""Addresses of the site itself, which no concept's folder may take."""


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
            SetupError: a concept is not there, or its folder cannot be an address.
        """
        if not self.content.is_dir():
            raise SetupError(f"Den Ordner „{self.content.name}“ gibt es nicht.")
        found = {folder.name: folder for folder in concept_folders(self.content)}
        for name in found:
            if name in RESERVED or not name.replace("-", "").isalnum() or name != name.lower() or not name.isascii():
                raise ContentError(
                    [Problem(_posix(found[name], self.root), 0, 0, f"Ein Konzept kann nicht „{name}“ heißen.",
                             "kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche; keine Adresse der Website selbst")]
                )  # fmt: skip
        for name in self.options.konzepte:
            if name not in found:
                guess = nearest(name, found)
                hint = f" Meinten Sie „{guess}“?" if guess else ""
                raise SetupError(f"Konfiguration: das Konzept „{name}“ gibt es in „{self.content.name}“ nicht.{hint}")
        if not found:
            raise SetupError(f"Im Ordner „{self.content.name}“ liegt kein Konzept.")
        return [found[name] for name in self.options.konzepte] or list(found.values())


def _posix(path: Path, root: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(root).as_posix())


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
            what = {"missing": "fehlt", "extra_forbidden": "gibt es nicht"}.get(details["type"], "hat einen falschen Wert")
            lines.append(f"Konfiguration des Plugins „kek“: „{key}“ {what}.")
        raise SetupError("\n".join(lines)) from None
