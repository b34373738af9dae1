# Pieces and tables: everything is in one, in order, and where it is looked for.
from __future__ import annotations

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from kek_build.search.cutting import Cut, pieces, tables

CUT = Cut(enough=40, most=80, letters=2)
lists = st.lists(st.text(alphabet="abc", min_size=1, max_size=7), unique=True).map(sorted)


def cut(words: list[str]) -> list[tuple[str, list[str]]]:
    return list(pieces(words, lambda word: word, lambda _: 10, CUT))


@given(lists)
def test_every_word_is_in_the_piece_that_begins_before_it(words: list[str]) -> None:
    found = cut(words)
    assert [word for _, piece in found for word in piece] == words
    begins = [begin for begin, _ in found]
    assert begins == sorted(set(begins))
    for at, (_, piece) in enumerate(found):
        assert {bisect_right(begins, word) - 1 for word in piece} == {at}


@given(lists)
def test_what_begins_alike_stays_together_as_long_as_it_is_small(words: list[str]) -> None:
    found = cut(words)
    for word in words:
        alike = [other for other in words if other[:2] == word[:2]]
        if len(alike) * 10 <= CUT.most:
            assert sum(any(other in piece for other in alike) for _, piece in found) == 1


def test_a_piece_never_grows_beyond_what_begins_alike() -> None:
    words = sorted(f"ver{first}{second}" for first in "abcdefgh" for second in "abcdefgh")
    assert max(len(piece) for _, piece in cut(words)) <= CUT.most // 10


def test_tables_hold_all_lines() -> None:
    rows = [(f"{at:03}", f"n{at}") for at in range(7)]
    found = list(tables(rows, 3))
    assert [begin for begin, _ in found] == ["000", "003", "006"]
    assert [row for _, part in found for row in part] == rows
