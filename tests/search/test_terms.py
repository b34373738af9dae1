# Terms are those that Pagefind's program asks for.
from __future__ import annotations

from pathlib import Path

import pytest
from pagefind.service import get_executable

from kek_build.search import pagefind
from kek_build.search.files import read_index_bytes
from kek_build.search.terms import counts, plain, terms_of

WORDS = """
abkürzungen aktuelle angemeldet arbeitet ausgebildete bahnhöfe bergbaufolgelandschaften bürgerinnen entwicklung
fahrrädern fördermöglichkeiten gemeinden gesundheitsversorgung häuser kindertagesstätten kommunalen landkreises
maßnahmen mobilität neuen nachhaltigkeit öffentlichen planungen radwege schöne straßen system treuen übergänge
verkehrs wohnungen züge zusammenarbeit
""".split()  # noqa: SIM905


def test_stems_are_those_of_pagefind() -> None:
    executable = get_executable()
    assert executable
    files = pagefind.index_of(Path(executable), " ".join(plain(word) for word in WORDS))
    indexed = {term[0] for name, data in files.items() if name.endswith(".pf_index") for term in read_index_bytes(data)}
    assert {term for word in WORDS for term in terms_of(word)} == indexed


def test_words_are_found_without_dots_and_accents() -> None:
    assert plain("Straßenübergänge") == "straßenubergange"
    assert terms_of("Ärzte") == terms_of("arzte")


def test_quotation_marks_are_no_part_of_a_word() -> None:
    assert terms_of("„Bildung“") == terms_of("Bildung")


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("S-Bahn und Bahn", {"sbahn": 1, "und": 1, "bahn": 1}, {"bahn": 1}),
        ("4.3.1", {"431": 1}, {}),
        ("am 31.12.2019", {"am": 1, "31122019": 1}, {"31": 1, "12": 1, "2019": 1}),
        ("Rad, Rad & RAD", {"rad": 3}, {}),
    ],
)
def test_words_with_hyphens_are_found_whole_and_by_their_parts(
    text: str, whole: dict[str, int], parts: dict[str, int]
) -> None:
    assert counts(text) == (whole, parts)
