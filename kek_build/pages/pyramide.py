# The strategy pyramid: the levels of a concept from the guiding idea down to the indicators, each a link with its
# count. Drawn as SVG from plain numbers; only levels that the concept has are shown.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop

WIDTH = 360
"""Units across; a phone shows them about one to one, so text stays readable there."""

_ROW = 46
_TOP = 96
"""Width of the uppermost level; it grows evenly to `WIDTH`."""


@dataclass(frozen=True)
class PyramidLevel:
    """One level, with the corners of its trapezium."""

    label: str
    count: int
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
    rows = [(label, count, relative(address, page)) for label, count, address in _levels(shop) if count]
    growth = (WIDTH - _TOP) / (2 * max(1, len(rows)))
    levels = []
    for index, (label, count, href) in enumerate(rows):
        upper, lower = WIDTH / 2 - _TOP / 2 - growth * index, WIDTH / 2 - _TOP / 2 - growth * (index + 1)
        top, bottom = index * _ROW, (index + 1) * _ROW - 3
        corners = ((upper, top), (WIDTH - upper, top), (WIDTH - lower, bottom), (lower, bottom))
        points = " ".join(f"{x:.1f},{y}" for x, y in corners)
        levels.append(PyramidLevel(label, count, href, points, (top + bottom) / 2, index + 1))
    return Pyramid(tuple(levels), len(rows) * _ROW)


def _levels(shop: Workshop) -> Iterator[tuple[str, int, str]]:
    konzept, addresses = shop.konzept, shop.addresses
    fields = konzept.of_kind("handlungsfeld")
    yield "Leitgedanke", 1, addresses.section() + "#leitgedanke"
    yield _named(len(fields), "Handlungsfeld", "Handlungsfelder"), len(fields), addresses.section("handlungsfelder")
    statements = len(konzept.of_kind("leitsatz"))
    of_goals = any("ziele" in entry.origin.path for entry in konzept.of_kind("leitsatz"))
    yield (
        _named(statements, "Leitsatz", "Leitsätze"),
        statements,
        addresses.section("ziele" if of_goals else "handlungsfelder"),
    )
    for depth, level in enumerate(konzept.datei.ebenen):
        count = sum(goal.depth == depth for goal in konzept.of_kind("ziel"))
        name = level.einzahl if count == 1 else level.mehrzahl
        yield name[0].upper() + name[1:], count, addresses.section("ziele")
    for kind, section, one, many in (
        ("schluesselvorhaben", "schluesselvorhaben", "Schlüsselvorhaben", "Schlüsselvorhaben"),
        ("massnahme", "massnahmen", "Maßnahme", "Maßnahmen"),
        ("kennzahl", "kennzahlen", "Kennzahl", "Kennzahlen"),
    ):
        count = len(konzept.of_kind(kind))
        yield _named(count, one, many), count, addresses.section(section)


def _named(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
