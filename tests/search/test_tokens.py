# Tokens and their numbers.
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kek_build.search.tokens import Tokens, tokens_of


def test_a_word_with_hyphens_is_one_token_as_it_is_written() -> None:
    assert tokens_of("S-Bahn, 4.3 und Wege_netz – ÖPNV!") == ["S-Bahn", "4", "3", "und", "Wege", "netz", "ÖPNV"]


@given(st.lists(st.text()), st.lists(st.text()))
def test_numbers_stay_those_of_their_tokens(before: list[str], after: list[str]) -> None:
    known = Tokens()
    for text in before:
        known.read(text)
    tokens = Tokens(known)
    numbers = [tokens.read(text) for text in (*before, *after)]
    assert numbers[: len(before)] == [known.read(text) for text in before]
    found = list(tokens)
    assert [[found[number] for number in row] for row in numbers] == [tokens_of(text) for text in (*before, *after)]
