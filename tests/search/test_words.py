# What is added to the index so that German words find what they mean.
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.models import Synonyme
from kek_build.search.words import Lexicon, Words, spelt_out, stem, words_of

TEXTS = ("Der Ausbau der Radwege und das Wasserstoffnetz", "Wasserstoff für den Verkehr", "Straßen und Brücken")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    groups = [
        Synonyme(woerter=("Kita", "Kindertagesstätte", "Kindergarten")),
        Synonyme(woerter=("Arzt", "medizinische Versorgung")),
        Synonyme(woerter=("Müll", "Abfallvermeidung"), richtung="hin"),
    ]
    return Lexicon(Words(TEXTS), groups)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("radwegeausbau", ("radwege", "ausbau")),
        ("wasserstoffzüge", ("wasserstoff", "züge")),
        ("verkehrsnetz", ("verkehr", "netz")),
        ("straßenbrücken", ("straßen", "brücken")),
    ],
)
def test_compounds_fall_into_parts_that_are_known(word: str, parts: tuple[str, ...]) -> None:
    assert Words(TEXTS).split(word) == parts


@pytest.mark.parametrize("word", ["radwege", "verkehr", "und", "xylophonspiel", "rad-weg", ""])
def test_words_that_are_no_known_compound_stay_whole(word: str) -> None:
    assert Words(TEXTS).split(word) == ()


def test_the_tail_of_a_compound_is_found(lexicon: Lexicon) -> None:
    assert "züge" in lexicon.expansions("Einsatz von Wasserstoffzügen, Wasserstoffzüge")


def test_umlauts_are_compared_spelt_out() -> None:
    assert spelt_out("straßenbrücken") == "strassenbruecken"


def test_a_synonym_finds_the_official_word_and_the_other_way_round(lexicon: Lexicon) -> None:
    assert "kita" in lexicon.expansions("Neue Kindertagesstätten")
    assert "kindergarten" in lexicon.expansions("eine Kita")


def test_a_synonym_of_several_words_needs_them_all(lexicon: Lexicon) -> None:
    assert "arzt" in lexicon.expansions("Die medizinische Versorgung sichern")
    assert "arzt" not in lexicon.expansions("Die Versorgung sichern")


@pytest.mark.parametrize(
    "text",
    [
        "Versorgung, und zwar medizinische",
        "medizinische Grundversorgung",
        "Die medizinische und die pflegerische Versorgung",
    ],
)
def test_the_words_of_a_synonym_may_stand_near_each_other(text: str) -> None:
    found = Lexicon(
        Words([*TEXTS, text, "Versorgung auf dem Grund"]), [Synonyme(woerter=("Arzt", "medizinische Versorgung"))]
    )
    assert "arzt" in found.expansions(text)


def test_the_words_of_a_synonym_do_not_count_far_apart(lexicon: Lexicon) -> None:
    assert "arzt" not in lexicon.expansions("Medizinische Bücher sind eines, das andere ist heute die Versorgung")


def test_a_plural_with_s_is_the_same_word(lexicon: Lexicon) -> None:
    assert stem("kitas") == stem("kita")
    assert "kindergarten" in lexicon.expansions("neue Kitas")


@pytest.mark.parametrize(
    ("text", "road"),
    [
        ("Neubau der BAB 72", "a72"),
        ("Autobahn 14", "bab14"),
        ("A 38 und A 9", "a9"),
        ("Ausbau der Bundesstraße 176", "b176"),
        ("an der B 176", "b176"),
    ],
)
def test_roads_are_found_however_they_are_written(lexicon: Lexicon, text: str, road: str) -> None:
    assert road in lexicon.expansions(text)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kassenärztliche Vereinigung", "kv"),
        ("Wasserstoffverkehrsausbau", "wva"),
        ("Amt für Straßen und Verkehr", "asv"),
    ],
)
def test_names_are_found_by_their_initials(lexicon: Lexicon, name: str, short: str) -> None:
    assert short in lexicon.initials(name)


def test_a_short_word_has_no_initials(lexicon: Lexicon) -> None:
    assert lexicon.initials("Polizei") == []


def test_words_may_hold_digits() -> None:
    assert words_of("CO2 und 5G, nicht 42") == ["co2", "und", "5g", "nicht"]


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
    assert all(word == word.lower() for word in Lexicon(Words([text])).expansions(text))


@given(
    st.lists(
        st.sampled_from(
            (
                "radwege",
                "rad",
                "wege",
                "wegenetz",
                "netz",
                "radwegenetz",
                "netzplan",
                "radwegenetzplan",
                "fachkräfte",
                "fachkräfteallianz",
                "kräfte",
            )
        ),
        max_size=6,
    ),
    st.lists(
        st.sampled_from(("radwege", "wegenetz", "netzplan", "planung", "fachkräfte", "radwegenetzplanung")), max_size=6
    ),
)
def test_compounds_fall_after_a_change_as_if_nothing_were_known(before: list[str], after: list[str]) -> None:
    whole = "radwegenetzplan fachkräfteallianz"
    last, new = Words([whole, *before]), Words([whole, *after])
    changed = Words([whole, *after], last.compounds())
    assert changed.compounds() == new.compounds()
    assert changed.otherwise >= {word for word in new.words & last.words if new.split(word) != last.split(word)}
