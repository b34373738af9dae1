from __future__ import annotations

from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.wortlaut.likeness import Rarity
from kek_build.wortlaut.pairing import align, figures_apart, judge, pair
from kek_build.wortlaut.slots import Slot


def slot(ref: str, words: str, title: str | None = None) -> Slot:
    return Slot(ref, "aussage", "Aussagen", "t", PurePosixPath("t.yml"), (), None, title, words, None)


WORDS = [
    "Drei Kraftwerke liefern Strom aus der Lauter.",
    "Auf vielen Scheunen glänzen Solaranlagen.",
    "Das Netz im Oberland ist schwach.",
]
SLOTS = [slot(f"s-{n}", words) for n, words in enumerate(WORDS, 1)]
PRINTED = ["Stromerzeugung in drei Kraftwerken der Lauter", "Solaranlagen auf Scheunen", "schwaches Netz im Oberland"]
RARITY = Rarity([*WORDS, *PRINTED, "Der Landkreis baut Wege.", "Vereine suchen Vorstände.", "Chöre und Feuerwehr"])


def test_texts_are_paired_with_their_retellings_in_order() -> None:
    pairs = pair(PRINTED, SLOTS, RARITY)
    assert [(p.text, p.slot, p.sure) for p in pairs] == [(0, 0, True), (1, 1, True), (2, 2, True)]


def test_a_text_of_another_subject_gets_no_place() -> None:
    pairs = pair([PRINTED[0], "Vereine suchen Vorstände", PRINTED[2]], SLOTS, RARITY)
    assert [(p.text, p.slot) for p in pairs] == [(0, 0), (2, 2)]


def test_in_another_order_the_pair_is_told_and_not_sure() -> None:
    pairs = pair([PRINTED[2], PRINTED[0], PRINTED[1]], SLOTS, RARITY)
    assert {(p.text, p.slot): p.sure for p in pairs} == {(1, 0): True, (2, 1): True, (0, 2): False}


def test_the_same_designation_is_sure_and_one_with_a_misprint_too() -> None:
    places = [slot("a", "x", "Rückbau von Wehren an der Lauter"), slot("b", "y", "Anlage von Streifen am Ufer")]
    pairs = pair(["Rückbau von Wehren an der Lauter!", "Anlage von Streifen am Ufern"], places, RARITY)
    assert [(p.sure, p.exact) for p in pairs] == [(True, True), (True, False)]


@pytest.mark.parametrize(
    ("alike", "rivals", "text", "whole", "sure"),
    [
        (0.6, 0.1, "Ein Satz mit Inhalt", False, True),
        (0.6, 0.7, "Ein Satz mit Inhalt", False, False),
        (0.2, 0.1, "Ein Satz mit Inhalt", False, False),
        (0.2, 0.1, "Ein Satz mit Inhalt", True, True),
        (0.2, 0.3, "Ein Satz mit Inhalt", True, False),
        (0.05, 0.0, "Ein Satz mit Inhalt", True, False),
        (0.9, 0.0, "Ein Satz mit 12 Teilen", True, False),
        (0.9, 0.0, "Satz", True, False),
    ],
)
def test_a_retelling_is_sure_only_when_nothing_speaks_against_it(
    alike: float, rivals: float, text: str, whole: bool, sure: bool
) -> None:
    assert judge(alike, rivals, text, "Ein ganzer Satz mit Inhalt", whole=whole)[0] is sure


def test_figures_must_be_the_same_and_those_in_references_do_not_count() -> None:
    assert figures_apart("47,1 % bis 2030", "[[1-10]]: bis 2030 sind es 47,1 %") == ()
    assert figures_apart("54 % bis 2030", "bis 2030 sind es 47 %") == ("47", "54")


def test_without_texts_or_places_there_are_no_pairs() -> None:
    assert pair([], SLOTS, RARITY) == []
    assert pair(PRINTED, [], RARITY) == []


@given(st.lists(st.lists(st.sampled_from([0.0, 0.3, 1.0]), min_size=3, max_size=3), min_size=1, max_size=5))
def test_pairs_keep_the_order_of_both_sides(scores: list[list[float]]) -> None:
    pairs = align(scores)
    assert all(scores[i][j] > 0 for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
