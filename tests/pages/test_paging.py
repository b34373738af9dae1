# Long lists cut into pages: nothing is lost, nothing stands twice, no page holds too much, and headings go along.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from kek_build.pages.paging import Node, Part, cut, page_address, pager


def _named(label: str, *children: Node[str], rows: int = 1) -> Node[str]:
    return Node(label, children, rows)


_trees = st.recursive(
    st.builds(lambda rows: Node(0, (), rows), st.integers(1, 3)),
    lambda inner: st.builds(
        lambda rows, below: Node(0, tuple(below), rows), st.integers(0, 1), st.lists(inner, min_size=1, max_size=4)
    ),
    max_leaves=25,
)


def _numbered(nodes: Iterable[Node[int]], count: Iterator[int]) -> tuple[Node[int], ...]:
    return tuple(Node(next(count), _numbered(node.children, count), node.rows) for node in nodes)


def _rows(nodes: Iterable[Node[int]]) -> Iterator[tuple[int, int]]:
    for node in nodes:
        if node.rows:
            yield node.item, node.rows
        yield from _rows(node.children)


def _new(parts: Iterable[Part[int]]) -> Iterator[int]:
    for part in parts:
        if not part.continued:
            yield part.item
        yield from _new(part.children)


def _above(nodes: Iterable[Node[int]], way: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    for node in nodes:
        yield (*way, node.item)
        yield from _above(node.children, (*way, node.item))


def _ways(parts: Iterable[Part[int]], way: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    for part in parts:
        yield (*way, part.item)
        yield from _ways(part.children, (*way, part.item))


@given(st.lists(_trees, max_size=6), st.integers(1, 7))
def test_every_row_begins_on_one_page_in_its_order_below_its_headings(trees: list[Node[int]], size: int) -> None:
    nodes = _numbered(trees, iter(range(1000)))
    weights = dict(_rows(nodes))
    pages = cut(nodes, size)
    begun = [item for page in pages for item in _new(page)]
    assert begun == [way[-1] for way in _above(nodes)]
    assert {way for page in pages for way in _ways(page)} == set(_above(nodes))
    for page in pages:
        rows = [weights[item] for item in _new(page) if item in weights]
        assert sum(rows) <= size or len(rows) == 1


def test_a_page_says_what_goes_on_from_the_page_before() -> None:
    nodes = [_named("A", *map(_named, "abc"), rows=0), _named("B", _named("d"), rows=0)]
    first, second = cut(nodes, 2)
    assert [(part.item, part.continued, [row.item for row in part.children]) for part in (*first, *second)] == [
        ("A", False, ["a", "b"]), ("A", True, ["c"]), ("B", False, ["d"]),
    ]  # fmt: skip


def test_a_list_that_fits_is_one_page_and_needs_no_links() -> None:
    assert len(cut([_named(letter) for letter in "abc"], 3)) == 1
    assert cut([], 3) == ((),)
    assert pager("leipzig/massnahmen/", 1, 1) is None


def test_a_page_links_to_the_ends_and_to_those_around_it() -> None:
    found = pager("leipzig/massnahmen/", 10, 80, "Maßnahmen")
    assert found is not None
    assert [(link.number, link.gap) for link in found.links] == [
        (1, False), (8, True), (9, False), (10, False), (11, False), (12, False), (80, True),
    ]  # fmt: skip
    assert found.links[0].href == "../"
    assert (found.previous, found.next) == ("../seite-9/", "../seite-11/")
    last = pager("leipzig/massnahmen/", 80, 80)
    assert last is not None
    assert last.next is None


def test_the_first_page_has_the_address_of_the_list() -> None:
    assert [page_address("orte/", number) for number in (1, 2)] == ["orte/", "orte/seite-2/"]
