# "Meinten Sie …?" helps with what people type, and is silent when it would only guess.
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.reading.suggestions import fold, nearest, shorten

KEYS = ["handlungsfeld", "handlungsfelder", "massnahmen", "kurz", "kennzahlen", "ziele", "in Umsetzung", "verzögert"]


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Maßnahmen", "massnahmen"),
        ("MASSNAHMEN", "massnahmen"),
        ("Große Kreisstadt", "grosse-kreisstadt"),
        ("bad_lausick", "bad-lausick"),
        ("Böhlen", "boehlen"),
        ("ÄÖÜ", "aeoeue"),
        ("III.1", "iii.1"),
    ],
)
def test_case_umlauts_and_separators_do_not_count(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Maßnahmen", "massnahmen"),
        ("massnamen", "massnahmen"),
        ("Kurz", "kurz"),
        ("kennzahl", "kennzahlen"),
        ("Handlungsfeld", "handlungsfeld"),
        ("In Umsetzung", "in Umsetzung"),
        ("in_umsetzung", "in Umsetzung"),
        ("verzoegert", "verzögert"),
    ],
)
def test_the_word_that_was_meant_is_found_and_given_as_it_is_spelt(word: str, meant: str) -> None:
    assert nearest(word, KEYS) == meant


@pytest.mark.parametrize("word", ["", "farbe", "x", "Donaudampfschifffahrt"])
def test_nothing_is_suggested_when_nothing_is_alike(word: str) -> None:
    assert nearest(word, KEYS) is None


def test_nothing_is_suggested_when_nothing_is_allowed() -> None:
    assert nearest("kurz", []) is None


def test_a_short_text_is_shown_whole_and_in_one_line() -> None:
    assert shorten("  Wald\n  und\tWiese ") == "Wald und Wiese"
    assert shorten("x" * 80) == "x" * 80


def test_a_long_text_is_cut_and_shows_it() -> None:
    assert shorten("x" * 81) == "x" * 79 + "…"
    assert shorten("Wald und Wiese", 6) == "Wald …"


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@settings(deadline=None, max_examples=200)
@given(st.text(), st.lists(st.text()))
def test_a_suggestion_is_always_one_of_the_allowed_words(word: str, allowed: list[str]) -> None:
    assert nearest(word, allowed) in {*allowed, None}


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_an_allowed_word_suggests_itself_or_its_double(data: st.DataObject) -> None:
    allowed = data.draw(st.lists(st.text(min_size=1), min_size=1))
    word = data.draw(st.sampled_from(allowed))
    found = nearest(word, allowed)
    assert found is not None
    assert fold(found) == fold(word)


@settings(deadline=None, max_examples=200)
@given(st.text(), st.integers(min_value=1, max_value=100))
def test_what_is_shown_is_never_longer_than_allowed(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length
    assert "\n" not in shorten(text, length)
