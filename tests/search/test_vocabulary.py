# What is suggested while typing, and how it is written down.
from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kek_build.models import Synonyme
from kek_build.search import vocabulary as module
from kek_build.search.records import SearchRecord
from kek_build.search.tokens import Tokens
from kek_build.search.vocabulary import Vocabulary, read_steps, steps


def record(title: str, text: str = "", number: str | None = None, kind: str = "Maßnahme") -> SearchRecord:
    return SearchRecord(
        "massnahmen/1/", title, title, number, kind, ("Landkreis Muster",), "Landkreis Muster", (), text
    )


def vocabulary(records: Sequence[SearchRecord], synonyms: Sequence[Synonyme]) -> Vocabulary:
    tokens = Tokens()
    return module.vocabulary(records, [tokens.read(one.words) for one in records], tokens, synonyms)


def test_words_are_sorted_by_how_often_they_stand_there() -> None:
    records = [record(f"Radweg {letter}", "Bäume" if letter == "a" else "") for letter in "abc"]
    found = vocabulary(records, [Synonyme(woerter=("Fahrradstraße", "Radweg"))])
    assert found.words == (("Radweg",), ("Bäume",), ("Fahrradstraße",))


def test_of_a_word_only_the_shortest_form_is_kept_as_it_is_read() -> None:
    found = vocabulary([record("Radwege", "Radweges Radweg Schöner schöne schön")], [])
    assert found.words[1] == ("Radweg", "schön")


def test_a_word_is_small_where_it_is_ever_small() -> None:
    assert vocabulary([record("Ausbauen", "und ausbauen; ÖPNV")], []).words[1] == ("ausbauen", "und", "ÖPNV")


def test_a_word_that_is_never_small_is_shown_as_it_stands_there_most() -> None:
    assert vocabulary([record("Öpnv ÖPNV", "ÖPNV ÖPnv")], []).words[1] == ("ÖPNV",)


def test_titles_are_suggested_with_their_number_and_names_of_several_words() -> None:
    records = [
        record("Gemeinsame Wege bauen", number="1-2"),
        record("Amt für Wege", kind="Akteur"),
        record("Wege", kind="Glossareintrag"),
        record("Wege sind lang.", number=None, kind="SWOT-Aussage"),
        record("Wege sollen kürzer werden", number="1.1.1-1", kind="Operatives Ziel"),
    ]
    assert vocabulary(records, []).titles == ("1-2 Gemeinsame Wege bauen", "Amt für Wege")


def test_long_titles_are_cut_between_words() -> None:
    (title,) = vocabulary([record("Wege " * 40, number="1-2")], []).titles
    assert title.endswith("Wege …")
    assert len(title) < 80


@given(st.lists(st.from_regex(r"[A-Zäöüa-c][a-cäöüßA-C]{0,40}", fullmatch=True), unique_by=str.lower))
def test_the_list_of_words_can_be_read_back(words: list[str]) -> None:
    words.sort(key=str.lower)
    assert read_steps(steps(words)) == words
