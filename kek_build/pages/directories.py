# The lists of each concept, for readers who found nothing by searching: on the search page, on the page of an unknown
# address, and in the search itself.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kek_build.pages.addresses import DATA, SUBJECTS
from kek_build.pages.draft import Workshop
from kek_build.pages.portal import is_portal
from kek_build.pages.themen import present_in

_LISTS = (
    ("handlungsfelder", "Handlungsfelder", "handlungsfeld"),
    ("ziele", "Ziele", "ziel"),
    ("schluesselvorhaben", "Schlüsselvorhaben", "schluesselvorhaben"),
    ("massnahmen", "Maßnahmen", "massnahme"),
    ("swot", "SWOT-Analyse", "swot"),
    ("kennzahlen", "Kennzahlen", "kennzahl"),
    ("themen", "Themen", ""),
    ("orte", "Orte", "ort"),
    ("akteure", "Akteure", "akteur"),
    ("glossar", "Glossar", "begriff"),
)


@dataclass(frozen=True)
class Directory:
    """A concept and its lists."""

    name: str
    address: str
    """The address of its start page."""
    lists: tuple[tuple[str, str], ...]
    """The names of its lists, and their addresses."""


def directories(shops: Iterable[Workshop]) -> tuple[Directory, ...]:
    """The lists of each concept that hold something; of a portal of many counties those of the site."""
    shops = list(shops)
    if is_portal(shops):
        compared = [("Themen", f"{SUBJECTS}/")] if present_in(shops) else []
        return (Directory("Alle Landkreise", "", (*compared, ("Offene Daten", f"{DATA}/"))),)
    return tuple(
        Directory(
            shop.konzept.datei.name,
            shop.addresses.section(),
            tuple(
                (label, shop.addresses.section(section))
                for section, label, kind in _LISTS
                if (shop.konzept.of_kind(kind) if kind else shop.konzept.by_subject.present)
            ),
        )
        for shop in shops
    )
