# What lies where on the server, and what whoever runs it has settled. One folder holds all of it, so that it can be
# moved, kept and watched as one, and everything that is swapped lies on one file system.
from __future__ import annotations

import os
import pwd
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kek_build.errors import ContentError, SetupError
from kek_build.models.base import Choice, Line, Model
from kek_build.reading.files import read_text
from kek_build.reading.strict_yaml import parse
from kek_build.reading.validation import validate

SETTINGS_FILE = "server.yml"
WEBSITE = "website"
"""The folder of the site inside a release; beside it lies what the server knows of the release."""

SITE_ADDRESS = r"^https?://[\w.-]+(?::[0-9]{1,5})?(?:/[\w.~-]+)*/?$"
"""The form of an address; nothing in it means anything to a web server's configuration."""

SiteAddress = Annotated[str, StringConstraints(pattern=SITE_ADDRESS, max_length=500)]
Branch = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*$", max_length=100)]
ConfigurationName = Annotated[
    str, StringConstraints(pattern=r"^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-]+\.ya?ml$")
]
Stichtag = Literal["commit", "heute", "inhalt"]


class Settings(Model):
    """What `server.yml` says."""

    zweig: Branch = Field("main", description="Zweig, der veröffentlicht wird")
    konfiguration: ConfigurationName = Field("mkdocs.yml", description="Konfiguration der Website im Repository")
    behalten: int = Field(10, ge=2, le=1000, description="So viele Stände bleiben auf dem Server, 2 bis 1000")
    adresse: SiteAddress | None = Field(
        None, description="Adresse, unter der die Website steht: https://kek.landkreis-muster.de/"
    )
    bearbeiten: SiteAddress | None = Field(
        None, description="Adresse des Repositorys im Browser, für „Diese Seite bearbeiten“; ohne Angabe kein Link"
    )
    pdf: Choice = Field("ja", description="Ob PDF-Dateien entstehen, wo eingerichtet ist, was sie brauchen: ja, nein")
    stichtag: Stichtag = Field(
        "commit",
        description="Tag, an dem gemessen wird, was überfällig ist: commit (Tag des letzten Commits), inhalt (laut "
        "Konfiguration, sonst Tag der neuesten Angabe) oder heute (dann „kek veroeffentlichen“ täglich aufrufen)",
    )
    aufgegeben: tuple[Line, ...] = Field(
        (), description="Ordner veröffentlichter Konzepte, deren Adressen nicht mehr antworten müssen: [alt]"
    )


@dataclass(frozen=True)
class Server:
    """The folder of a server that publishes what is pushed."""

    root: Path
    settings: Settings

    @property
    def repository(self) -> Path:
        """The repository that editors push to."""
        return self.root / "inhalt.git"

    @property
    def releases(self) -> Path:
        """The sites that were published, each in a folder of its own."""
        return self.root / "staende"

    @property
    def current(self) -> Path:
        """The link to the site that is online: what the web server serves."""
        return self.root / "aktuell"

    @property
    def workshop(self) -> Path:
        """Where things are built aside; what lies there may be deleted when nobody builds."""
        return self.root / "werkstatt"

    @property
    def cache(self) -> Path:
        """What earlier builds found, so that the next is quick."""
        return self.workshop / "zwischenspeicher"

    @property
    def lock(self) -> Path:
        """Whoever changes what is online holds it. The operating system lets go of it when a process ends."""
        return self.root / "sperre"

    @property
    def log(self) -> Path:
        """What happened, for whoever runs the server."""
        return self.root / "protokoll.log"

    @property
    def branch(self) -> str:
        """The full name of the branch that is published."""
        return f"refs/heads/{self.settings.zweig}"


def open_server(root: Path) -> Server:
    """A server that was set up before.

    Args:
        root: its folder.

    Raises:
        SetupError: there is none, or it belongs to another account.
        ContentError: its settings are wrong.
    """
    file = root / SETTINGS_FILE
    if not file.is_file():
        raise SetupError(f"Im Ordner „{root}“ ist kein Server eingerichtet. Das macht: kek server-einrichten ORDNER")
    if (owner := root.stat().st_uid) != os.geteuid():
        # What another account makes here, that of the hooks could neither change nor clear away.
        raise SetupError(
            f"Der Ordner „{root}“ gehört dem Konto „{_account(owner)}“. Rufen Sie den Befehl als dieses Konto auf: "
            f"sudo -u {_account(owner)} kek …"
        )
    name = PurePosixPath(SETTINGS_FILE)
    text = read_text(file, name, root)
    if not isinstance(text, str):
        raise ContentError([text])
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return Server(root.resolve(), Settings())
    document = parse(text, name)
    if isinstance(document, list):
        raise ContentError(document)
    settings = validate(Settings, document)
    if isinstance(settings, list):
        raise ContentError(settings)
    return Server(root.resolve(), settings)


def _account(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def find_server(start: Path | None = None) -> Server:
    """The server whose folder is given, or else the one that the working folder lies in.

    Raises:
        SetupError: there is none.
        ContentError: its settings are wrong.
    """
    if start is not None:
        return open_server(start)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file() and (folder / "inhalt.git").is_dir():
            return open_server(folder)
    raise SetupError(
        "Hier ist kein Server eingerichtet. Rufen Sie den Befehl im Ordner des Servers auf, oder nennen Sie ihn: "
        "--server ORDNER"
    )
