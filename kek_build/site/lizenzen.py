# The licences that a site may publish its data under, with the names that catalogues know them by. Names and addresses:
# https://www.dcat-ap.de/def/licenses/.
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LizenzName = Literal["CC BY 4.0", "CC0 1.0", "dl-de/by-2-0", "dl-de/zero-2-0"]


@dataclass(frozen=True)
class Lizenz:
    """A licence for data."""

    name: str
    spdx: str
    """Its name in the list of SPDX."""
    title: str
    address: str
    """Where it stands."""
    catalogue: str
    """What catalogues after DCAT-AP.de call it."""
    attribution: bool
    """Whether the source must be named."""


LIZENZEN: dict[LizenzName, Lizenz] = {
    "CC BY 4.0": Lizenz(
        "CC BY 4.0",
        "CC-BY-4.0",
        "Creative Commons Namensnennung 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/deed.de",
        "http://dcat-ap.de/def/licenses/cc-by/4.0",
        attribution=True,
    ),
    "CC0 1.0": Lizenz(
        "CC0 1.0",
        "CC0-1.0",
        "Creative Commons Kein Urheberrechtsschutz 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.de",
        "http://dcat-ap.de/def/licenses/cc-zero",
        attribution=False,
    ),
    "dl-de/by-2-0": Lizenz(
        "dl-de/by-2-0",
        "DL-DE-BY-2.0",
        "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
        attribution=True,
    ),
    "dl-de/zero-2-0": Lizenz(
        "dl-de/zero-2-0",
        "DL-DE-ZERO-2.0",
        "Datenlizenz Deutschland – Zero – Version 2.0",
        "https://www.govdata.de/dl-de/zero-2-0",
        "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
        attribution=False,
    ),
}
