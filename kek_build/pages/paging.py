# Long lists on several pages: a tree of headings and rows is cut into pages of so many rows each, and every page
# repeats the headings above its first row. Only what stands on a page is made for it, so a list of n rows costs n.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kek_build.pages.addresses import relative

T = TypeVar("T")

_AROUND = 2
"""How many numbers of pages stand on either side of the page one is on."""


@dataclass(frozen=True, slots=True)
class Node(Generic[T]):
    """A heading or a row of a list, and what stands below it."""

    item: T
    children: tuple[Node[T], ...] = ()
    rows: int = 1
    """How many rows it takes by itself; headings take none."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What one page shows of a heading or row."""

    item: T
    children: tuple[Part[T], ...]
    continued: bool = False
    """Whether it began on a page before and only stands above what goes on here."""


@dataclass(slots=True)
class _Open(Generic[T]):
    """A node on the way down to the one that is placed."""

    item: T
    page: int = -1
    """The page that it was last put on."""
    below: list[_Open[T]] = field(default_factory=list)
    continued: bool = False

    def part(self) -> Part[T]:
        return Part(self.item, tuple(inner.part() for inner in self.below), self.continued)


def cut(nodes: Iterable[Node[T]], size: int) -> tuple[tuple[Part[T], ...], ...]:
    """Cut a list into pages.

    Args:
        nodes: the list.
        size: how many rows a page holds. A row of more than that stands alone.

    Returns:
        The pages, each with what stands above its rows; at least one.
    """
    pages: list[list[_Open[T]]] = [[]]
    used = 0

    def place(way: list[_Open[T]]) -> None:
        here = len(pages) - 1
        above = pages[-1]
        for index, step in enumerate(way):
            if step.page != here:
                step = way[index] = _Open(step.item, here, continued=step.page >= 0)  # noqa: PLW2901
                above.append(step)
            above = step.below

    def walk(node: Node[T], way: list[_Open[T]]) -> None:
        nonlocal used
        way.append(_Open(node.item))
        if node.rows or not node.children:
            if used and used + node.rows > size:
                pages.append([])
                used = 0
            place(way)
            used += node.rows
        for child in node.children:
            walk(child, way)
        way.pop()

    for node in nodes:
        walk(node, [])
    return tuple(tuple(step.part() for step in page) for page in pages)


@dataclass(frozen=True)
class PageLink:
    """A page in the list of pages."""

    number: int
    href: str
    gap: bool = False
    """Whether pages are left out before it."""


@dataclass(frozen=True)
class Pager:
    """Where one is among the pages of a list."""

    number: int
    total: int
    links: tuple[PageLink, ...]
    """The first and the last page, and those around this one."""
    name: str = ""
    """What is on the pages, where there are several such lists to tell apart."""

    def _href(self, number: int) -> str | None:
        return next((link.href for link in self.links if link.number == number), None)

    @property
    def previous(self) -> str | None:
        """The link to the page before, if there is one."""
        return self._href(self.number - 1)

    @property
    def next(self) -> str | None:
        """The link to the next page, if there is one."""
        return self._href(self.number + 1)


def page_address(first: str, number: int) -> str:
    """The address of a page of a list: the first has that of the list, the others stand below it.

    Args:
        first: the address of the list: `leipzig/massnahmen/`.
        number: the number of the page, from 1.
    """
    return first if number == 1 else f"{first}seite-{number}/"


def pager(first: str, number: int, total: int, name: str = "") -> Pager | None:
    """The links between the pages of a list; None where there is only one.

    Args:
        first: the address of the list.
        number: the page that shows them.
        total: how many pages there are.
        name: what is on the pages.
    """
    if total < 2:
        return None
    page = page_address(first, number)
    shown = sorted({1, total, *range(max(1, number - _AROUND), min(total, number + _AROUND) + 1)})
    links = tuple(
        PageLink(at, relative(page_address(first, at), page), index > 0 and at > shown[index - 1] + 1)
        for index, at in enumerate(shown)
    )
    return Pager(number, total, links, name)
