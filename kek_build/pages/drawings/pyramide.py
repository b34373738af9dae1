# The strategy pyramid on a concept's first page: every level from the guiding idea down to the indicators, each a link
# with its count. Drawn as SVG from plain numbers; only levels that the concept has are shown, and nothing between them.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kek_build.concept.entries import KINDS
from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop
from kek_build.pages.drawings.schrift import width
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH
from kek_build.pages.text import counted

_ROW, _GAP = 46, 4
_TOP = 60
"""Least width of the uppermost edge; it grows evenly to `WIDTH`."""
_MARGIN = 4
"""Between a level's words and its edges."""

_MEANINGS = {
    "konzept": "die Idee, die das ganze Konzept leitet",
    "handlungsfeld": "die großen Bereiche, in denen der Landkreis handelt",
    "leitsatz": "was der Landkreis sich vornimmt, in einem Satz",
    "schluesselvorhaben": "die Vorhaben, auf die es besonders ankommt",
    "massnahme": "was im Einzelnen getan wird",
    "kennzahl": "Zahlen, an denen sich der Fortschritt zeigt",
}


@dataclass(frozen=True)
class PyramidLevel:
    """One level, with the corners of its trapezium."""

    label: str
    """How many there are, and what they are."""
    meaning: str | None
    """What a level is, in a few words, for those who listen and as a tip for the pointer."""
    href: str
    points: str
    middle: float
    """Where its text stands, units from the top."""
    shade: int
    """Which of the shades it has, from 1 at the top."""


@dataclass(frozen=True)
class Pyramid:
    """A drawing of `WIDTH` by `height` units."""

    levels: tuple[PyramidLevel, ...]
    height: int
    width: int = WIDTH


def pyramid(shop: Workshop, page: str) -> Pyramid:
    """The pyramid of a concept, with links as seen from a page."""
    rows = list(_levels(shop))
    top = _top([label for label, _, _ in rows])
    growth = (WIDTH - top) / (2 * len(rows))
    levels = []
    for index, (label, meaning, address) in enumerate(rows):
        upper, lower = (WIDTH - top) / 2 - growth * index, (WIDTH - top) / 2 - growth * (index + 1)
        above, below = index * _ROW + 2, (index + 1) * _ROW + 2 - _GAP
        corners = ((upper, above), (WIDTH - upper, above), (WIDTH - lower, below), (lower, below))
        points = " ".join(f"{x:.1f},{y}" for x, y in corners)
        href = relative(address, page)
        levels.append(PyramidLevel(label, meaning, href, points, (above + below) / 2, index + 1))
    return Pyramid(tuple(levels), len(rows) * _ROW + 4 - _GAP)


def _top(labels: list[str]) -> float:
    """The width of the uppermost edge, so that every level's words have room at its upper edge."""
    found = float(_TOP)
    for index, label in enumerate(labels):
        needed = min(float(WIDTH), width(label, SIZE, bold=True) + 2 * _MARGIN)
        share = index / len(labels)  # of the way from the uppermost edge to the ground
        found = max(found, (needed - WIDTH * share) / (1 - share))
    return found


def _levels(shop: Workshop) -> Iterator[tuple[str, str | None, str]]:
    konzept, addresses = shop.konzept, shop.addresses
    yield "Leitgedanke", _MEANINGS["konzept"], f"{addresses.section()}#leitgedanke"
    of_goals = any("ziele" in entry.origin.path for entry in konzept.of_kind("leitsatz"))
    for kind, section in (
        ("handlungsfeld", "handlungsfelder"),
        ("leitsatz", "ziele" if of_goals else "handlungsfelder"),
        ("ziel", "ziele"),
        ("schluesselvorhaben", "schluesselvorhaben"),
        ("massnahme", "massnahmen"),
        ("kennzahl", "kennzahlen"),
    ):
        if kind == "ziel":
            for depth, level in enumerate(konzept.datei.ebenen):
                if count := sum(goal.depth == depth for goal in konzept.of_kind(kind)):
                    yield counted(count, level.einzahl, level.mehrzahl), None, addresses.section(section)
        elif count := len(konzept.of_kind(kind)):
            yield counted(count, *KINDS[kind][1:]), _MEANINGS[kind], addresses.section(section)
