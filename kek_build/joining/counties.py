# The sites that a portal is made of, checked before anything is written: each is whole, was built for the folder it
# gets, and fits the others.
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kek_build.errors import SetupError
from kek_build.joining import manifest
from kek_build.joining.manifest import Manifest
from kek_build.pages.addresses import RESERVED

PORTAL = "kek-portal.json"
"""What a portal says of itself: the folders it is made of."""


@dataclass(frozen=True)
class County:
    """A site of a portal."""

    folder: str
    """Its folder in the portal, with a slash at its end."""
    site: Path
    """Where it was built."""
    told: Manifest


def read(sites: Iterable[Path], root: str, policy: str) -> list[County]:
    """The sites of a portal, sorted by their folders.

    Args:
        sites: built sites.
        root: the folder of the server that the portal is published in, with a slash at both ends.
        policy: the content security policy of the portal.

    Raises:
        SetupError: one is missing, broken, was built for another folder, or does not fit the others.
    """
    found: dict[str, County] = {}
    for site in sites:
        told = manifest.read(site)
        folder = _folder(site, told, root)
        if folder in found:
            raise SetupError(f"„{found[folder].site}“ und „{site}“ sind beide für „{told.wurzel}“ gebaut.")
        if told.redaktion:
            raise SetupError(
                f"„{site}“ hat ein Formular für die Redaktion (Option „redaktion“), das eigene Regeln braucht: für das "
                "Portal ohne diese Option bauen."
            )
        if told.csp != policy:
            raise SetupError(
                f"„{site}“ hat andere Sicherheitsregeln (extra.csp) als das Portal: mit derselben site_config/base.yml "
                "bauen."
            )
        found[folder] = County(folder, site, told)
    counties = [found[folder] for folder in sorted(found)]
    _check_names(counties)
    return counties


def _folder(site: Path, told: Manifest, root: str) -> str:
    folder = told.wurzel.removeprefix(root)
    name = folder.rstrip("/")
    if not told.wurzel.startswith(root) or not name or "/" in name or not folder.endswith("/"):
        raise SetupError(
            f"„{site}“ wurde für „{told.wurzel}“ gebaut; im Portal muss sie in einem Ordner unter „{root}“ stehen: mit "
            f"KEK_SITE_URL=https://…{root}landkreis/ bauen."
        )
    if name in RESERVED:
        raise SetupError(f"„{site}“ kann nicht unter „{told.wurzel}“ stehen: Dort stehen Seiten des Portals.")
    return folder


def _check_names(counties: Sequence[County]) -> None:
    named: dict[str, County] = {}
    for county in counties:
        for concept in county.told.konzepte:
            other = named.setdefault(concept.name, county)
            if other is not county:
                raise SetupError(f"„{other.site}“ und „{county.site}“ enthalten beide „{concept.name}“.")


def standing(portal: Path, replaced: Iterable[str]) -> list[Path]:
    """The sites of a portal that stands already, without those that come anew.

    Args:
        portal: the portal.
        replaced: the folders that come anew.

    Raises:
        SetupError: there is no portal.
    """
    if not (portal / PORTAL).is_file():
        raise SetupError(f"„{portal}“ ist kein Portal, in dem sich etwas auffrischen ließe: alle Ordner angeben.")
    there = [path for path in sorted(portal.iterdir()) if (path / manifest.NAME).is_file()]
    return [path for path in there if f"{path.name}/" not in set(replaced)]
