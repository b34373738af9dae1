from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kek_build.wortlaut.likeness import Rarity, nearness, same, set_alike

TEXTS = [
    "Der Landkreis baut Radwege am Moorsee.",
    "Der Landkreis saniert die Mühle.",
    "Der Landkreis berät Vereine.",
    "Der Landkreis lädt 12 Schulen ein.",
]


def test_signs_blanks_and_capitals_make_no_difference() -> None:
    assert same("Rad-, Reit- und Wanderwege", "rad- reit – und  WANDERWEGE!")
    assert not same("Rad- und Reitwege", "Rad- und Reitweg")


def test_only_blanks_and_hyphens_are_left_to_the_setting() -> None:
    assert set_alike("Netz- werk, neu", "Netzwerk, neu")
    assert not set_alike("Netzwerk neu", "Netzwerk, neu")


def test_a_misprint_is_near_and_another_text_is_not() -> None:
    assert nearness("Junge Menschen stehen im Mittelpunkt", "Jungen Menschen stehen im Mittelpunkt") > 0.9
    assert nearness("Junge Menschen stehen im Mittelpunkt", "Bau von Brücken") < 0.6


def test_a_retelling_is_more_alike_than_any_other_text() -> None:
    rarity = Rarity(TEXTS)
    printed = "Errichtung von Radverkehrsanlagen im Bereich Moorsee durch den Landkreis"
    scores = [rarity.likeness(printed, text) for text in TEXTS]
    assert scores[0] > 2 * max(scores[1:])


def test_what_all_texts_say_counts_little() -> None:
    rarity = Rarity(TEXTS)
    assert rarity.likeness("Der Landkreis", TEXTS[1]) < rarity.likeness("Mühle", TEXTS[1])


def test_compounds_share_their_parts_and_umlauts_of_the_plural() -> None:
    rarity = Rarity([*TEXTS, "Bildungsaufgaben", "Aufgaben der Bildung", "Vorstand", "Vorstände"])
    assert rarity.likeness("Bildungsaufgaben", "Aufgaben der Bildung") > 0.4
    assert rarity.likeness("Vorstand", "Vorstände") > 0.4


def test_the_words_of_a_link_count_and_its_target_does_not() -> None:
    rarity = Rarity(TEXTS)
    assert rarity.likeness("Mühle", "[[orte/moorsee|Mühle]]") > 0.9
    assert rarity.likeness("moorsee", "[[orte/moorsee|Mühle]]") == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_the_same_both_ways_and_between_0_and_1(one: str, other: str) -> None:
    rarity = Rarity([*TEXTS, one, other])
    there, back = rarity.likeness(one, other), rarity.likeness(other, one)
    assert abs(there - back) < 1e-9
    assert 0 <= there <= 1 + 1e-9
