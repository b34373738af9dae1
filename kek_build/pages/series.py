# A page that holds nothing but a list, cut into several when the list is long: loose ends, notes, indicators, actors.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.paging import Node, Pager, Part, cut, page_address, pager
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord

Pages = tuple[tuple[Part[Any], ...], ...]


@dataclass(frozen=True)
class Series:
    """A list that is a part of the concept."""

    section: str
    """The part of the address of its first page."""
    title: str
    nodes: Callable[[Workshop], Iterable[Node[Any]]]
    """What it lists."""
    write: Callable[[Workshop, int], PageRecord]
    """Writes one of its pages."""
    above: tuple[tuple[str, str], ...] = ()
    """The parts of the concept that it stands below, each with its title and the part of the address."""

    def pages(self, shop: Workshop) -> Pages:
        """What stands on each of its pages; one page as long as everything fits."""
        return shop.once(("liste", self.section), partial(self._cut, shop))

    def _cut(self, shop: Workshop) -> Pages:
        nodes = tuple(self.nodes(shop))
        total = rows(nodes)
        return cut(nodes, total + 1 if total <= shop.limits.whole else shop.limits.page)

    def plan(self, shop: Workshop) -> Iterator[Planned]:
        """Its pages."""
        first = shop.addresses.section(self.section)
        for number in range(1, len(self.pages(shop)) + 1):
            yield Planned(page_address(first, number), self.title, partial(self.write, shop, number))

    def begin(self, shop: Workshop, number: int) -> tuple[Draft, tuple[Part[Any], ...], Pager | None]:
        """Begin one of its pages.

        Args:
            shop: the concept.
            number: which page, from 1.

        Returns:
            The page, what it lists, and where it is among the others.
        """
        first, pages = shop.addresses.section(self.section), self.pages(shop)
        parts = self.above if number == 1 else (*self.above, (self.title, self.section))
        crumbs = [shop.crumb(*part) for part in parts]
        draft = shop.draft(page_address(first, number), *crumbs)
        return draft, pages[number - 1], pager(first, number, len(pages), self.title)

    def where(self, shop: Workshop, item: object) -> int:
        """The number of the page on which something of the top of the list begins."""
        for number, parts in enumerate(self.pages(shop), 1):
            if any(part.item == item for part in parts):
                return number
        return 1


def rows(nodes: Iterable[Node[Any]]) -> int:
    """How many rows a list has."""
    return sum(node.rows + rows(node.children) for node in nodes)
