# The pages of a register: one for a short list, several for a long one. A register is worked out once, as a tree of
# what there is; the rows themselves, which name other things as seen from their page, are made for the page that shows
# them.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kek_build.pages.addresses import list_section, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.paging import Node, Pager, Part, cut, page_address, pager
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Facet, Group, Pieces, Register, Row, register
from kek_build.pages.views import LinkView

Made = Callable[[Draft], Row | Group]
"""Makes a row, or what stands above rows, for the page that shows it."""

FOLDER = "liste"
"""The part of the address, below a register, of the files with its rows."""
ROWS, TEXTS, COLUMNS, VALUES = 50, 400, 4000, 1000
"""How much stands in a file. Of all rows that fit the script shows a few, which may be spread over all files with
rows, so those are small; a search for a word reads all files with words, a filter all columns."""


def row(make: Made, below: Iterable[Node[Made]] = ()) -> Node[Made]:
    """A row and what stands below it."""
    return Node(make, tuple(below))


def heading(make: Made, below: Iterable[Node[Made]]) -> Node[Made]:
    """A heading and what stands below it."""
    return Node(make, tuple(below), rows=0)


@dataclass(frozen=True)
class Listing:
    """A register before its pages are written."""

    kind: str
    order: str
    """What its own order follows, such as `Nummer`."""
    facets: tuple[Facet, ...]
    total: int
    """How many things there are; a thing may be more than one row."""
    nodes: tuple[Node[Made], ...]


@dataclass(frozen=True)
class Source:
    """A register of a concept."""

    kind: str
    title: str
    listing: Callable[[Workshop], Listing]
    write: Callable[[Workshop, int], PageRecord]
    """Writes one of its pages."""

    def address(self, shop: Workshop) -> str:
        """The address of its first page."""
        return shop.addresses.section(list_section(self.kind))

    def made(self, shop: Workshop) -> Listing:
        """Work it out, once."""
        return shop.once(("register", self.kind), partial(self.listing, shop))

    def cut(self, shop: Workshop) -> tuple[tuple[Part[Made], ...], ...]:
        """What stands on each of its pages."""
        return shop.once(("register", self.kind, "seiten"), partial(self._cut, shop))

    def _cut(self, shop: Workshop) -> tuple[tuple[Part[Made], ...], ...]:
        listing = self.made(shop)
        return cut(listing.nodes, shop.limits.page if self.is_long(shop) else 2 * listing.total + 1_000_000)

    def is_long(self, shop: Workshop) -> bool:
        """Whether it takes several pages."""
        return len(shop.konzept.of_kind(self.kind)) > shop.limits.whole

    def plan(self, shop: Workshop) -> Iterator[Planned]:
        """Its pages."""
        count = len(self.cut(shop)) if self.is_long(shop) else 1
        for number in range(1, count + 1):
            path = page_address(self.address(shop), number)
            yield Planned(path, self.title, partial(self.write, shop, number))

    def draft(self, shop: Workshop, number: int) -> Draft:
        """Begin one of its pages."""
        first = self.address(shop)
        crumbs = [] if number == 1 else [shop.crumb(self.title, list_section(self.kind))]
        return shop.draft(page_address(first, number), *crumbs)

    def view(self, draft: Draft, number: int) -> tuple[Register, Pager | None]:
        """What one of its pages shows."""
        shop = draft.shop
        listing, parts, first = self.made(shop), self.cut(shop), self.address(shop)
        groups = tuple(group for group in _build(draft, parts[number - 1]) if isinstance(group, Group))
        whole = register(listing.kind, listing.order, listing.facets, groups, listing.total)
        if len(parts) > 1:
            pieces = Pieces(f"{FOLDER}/", ROWS, TEXTS, COLUMNS, VALUES, shop.limits.values)
            begins = tuple(self._begins(draft, parts))
            if number > 1:
                whole = replace(whole, whole=relative(first, draft.path), begins=begins)
            else:
                whole = replace(whole, pieces=pieces, begins=begins)
        return whole, pager(first, number, len(parts), self.title)

    def _begins(self, draft: Draft, pages: Sequence[Sequence[Part[Made]]]) -> Iterator[LinkView]:
        """The first page of each group, at its heading."""
        first = self.address(draft.shop)
        for number, parts in enumerate(pages, 1):
            for part in parts:
                group = part.item(draft)
                if isinstance(group, Group) and not part.continued:
                    address = f"{page_address(first, number)}#{group.anchor}"
                    link = group.link
                    yield LinkView(relative(address, draft.path), group.title, link.number if link else None)


def _build(draft: Draft, parts: Iterable[Part[Made]]) -> Iterator[Row | Group]:
    for part in parts:
        made = part.item(draft)
        if part.children or part.continued:
            below = tuple(_build(draft, part.children))
            rows = tuple(item for item in below if isinstance(item, Row))
            if isinstance(made, Row):
                made = replace(made, rows=rows, above=part.continued)
            else:
                groups = tuple(item for item in below if isinstance(item, Group))
                made = replace(made, rows=rows, groups=groups, continued=part.continued)
        yield made


def all_rows(draft: Draft, listing: Listing) -> Iterator[Row]:
    """Every thing of a register once, in its order, as seen from a page."""
    seen: set[str] = set()

    def walk(nodes: Iterable[Node[Made]]) -> Iterator[Row]:
        for node in nodes:
            if node.rows:
                row = node.item(draft)
                if isinstance(row, Row) and row.link.href not in seen:
                    seen.add(row.link.href)
                    yield row
            yield from walk(node.children)

    yield from walk(listing.nodes)
