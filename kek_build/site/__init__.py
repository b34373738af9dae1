"""What a site is, apart from its content: who runs it, in which Land, and whether it may call itself official."""

from kek_build.site.options import (
    Anbieter,
    Datenschutz,
    Farben,
    FruehereFassung,
    Handpruefung,
    LandAngaben,
    Redaktion,
    Site,
    SiteOptions,
    describe,
    read_options,
)

__all__ = [
    "Anbieter",
    "Datenschutz",
    "Farben",
    "FruehereFassung",
    "Handpruefung",
    "LandAngaben",
    "Redaktion",
    "Site",
    "SiteOptions",
    "describe",
    "read_options",
]
