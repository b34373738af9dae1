# What is added to the index so that German words find what they mean.
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.models import Synonyme
from kek_build.search.index import steps
from kek_build.search.words import Lexicon, stem, words_of

TEXTS = ("Der Ausbau der Radwege und das Wasserstoffnetz", "Wasserstoff für den Verkehr", "Straßen und Brücken")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    groups = [
        Synonyme(woerter=("Kita", "Kindertagesstätte", "Kindergarten")),
        Synonyme(woerter=("Arzt", "medizinische Versorgung")),
        Synonyme(woerter=("Müll", "Abfallvermeidung"), richtung="hin"),
    ]
    return Lexicon(TEXTS, groups)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("radwegeausbau", ("radwege", "ausbau")),
        ("wasserstoffzüge", ("wasserstoff", "züge")),
        ("verkehrsnetz", ("verkehr", "netz")),
        ("straßenbrücken", ("straßen", "brücken")),
    ],
)
def test_compounds_fall_into_parts_that_are_known(lexicon: Lexicon, word: str, parts: tuple[str, ...]) -> None:
    assert lexicon.split(word) == parts


@pytest.mark.parametrize("word", ["radwege", "verkehr", "und", "xylophonspiel", "rad-weg", ""])
def test_words_that_are_no_known_compound_stay_whole(lexicon: Lexicon, word: str) -> None:
    assert lexicon.split(word) == ()


def test_the_tail_of_a_compound_is_found(lexicon: Lexicon) -> None:
    assert "züge" in lexicon.expansions("Einsatz von Wasserstoffzügen, Wasserstoffzüge")


def test_umlauts_are_found_when_spelt_out(lexicon: Lexicon) -> None:
    assert {"bruecken", "strassen"} <= set(lexicon.expansions("Brücken und Straßen"))


def test_a_synonym_finds_the_official_word_and_the_other_way_round(lexicon: Lexicon) -> None:
    assert "kita" in lexicon.expansions("Neue Kindertagesstätten")
    assert "kindergarten" in lexicon.expansions("eine Kita")


def test_a_synonym_of_several_words_needs_them_all(lexicon: Lexicon) -> None:
    assert "arzt" in lexicon.expansions("Die medizinische Versorgung sichern")
    assert "arzt" not in lexicon.expansions("Die Versorgung sichern")


def test_a_one_way_synonym_works_in_one_direction(lexicon: Lexicon) -> None:
    assert "müll" in lexicon.expansions("Mehr Abfallvermeidung")
    assert "abfallvermeidung" not in lexicon.expansions("Viel Müll")


def test_nothing_is_added_that_the_text_already_holds(lexicon: Lexicon) -> None:
    assert set(lexicon.expansions("Kita Kindergarten")).isdisjoint({"kita", "kindergarten"})


def test_words_with_hyphens_count_whole_and_in_parts() -> None:
    assert words_of("S-Bahn-Netz") == ["s-bahn-netz", "s", "bahn", "netz"]


def test_inflected_forms_have_one_stem() -> None:
    assert stem("züge") == stem("zug")
    assert stem("straßen") == stem("straße")


@given(st.text(max_size=200))
def test_any_text_can_be_expanded(text: str) -> None:
    assert all(word == word.lower() for word in Lexicon([text]).expansions(text))


def decode(encoded: list[str]) -> list[str]:
    found = [""]
    for step in encoded:
        found.append(found[-1][: int(step[0], 36)] + step[1:])
    return found[1:]


@given(st.lists(st.text(alphabet="abcäü", max_size=60), unique=True).map(sorted))
def test_the_list_of_words_can_be_read_back(words: list[str]) -> None:
    assert decode(steps(words)) == words
