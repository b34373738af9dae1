from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.concept import Konzept, Link, RoterFaden, roter_faden
from kek_build.concept.roter_faden import LEVELS
from tests.example import Copy, load_musterkreis


def _refs(faden: RoterFaden, side: str) -> dict[str, list[str]]:
    return {level: [step.entry.ref for step in steps] for level, steps in getattr(faden, side).items()}


def _all(faden: RoterFaden, side: str) -> set[str]:
    return {ref for refs in _refs(faden, side).values() for ref in refs}


def _asymmetric(konzept: Konzept) -> list[tuple[str, str]]:
    """Pairs of which one stands below the other, but the other not above the one, or the other way round."""
    links = [entry.ref for level in LEVELS for entry in konzept.of_kind(level)]
    faeden = {ref: roter_faden(konzept, ref) for ref in links}
    below = {(upper, lower) for upper in links for lower in _all(faeden[upper], "below")}
    above = {(upper, lower) for lower in links for upper in _all(faeden[lower], "above")}
    return sorted(below ^ above)


def test_what_stands_below_has_the_other_above_and_the_other_way_round(musterkreis: Konzept) -> None:
    assert _asymmetric(musterkreis) == []


_ANSWERS = st.lists(st.sampled_from(["I", "II", "1.1", "1.1.1-1", "2.1.1", "I.1", "II.1", "1-2", "1-10"]), unique=True)
_SHOWN_BY = st.lists(st.sampled_from(["I", "2.1", "1.1.1-2", "II.1", "2-3", "swot/wohnen#chance-1"]), unique=True)


@given(answers=_ANSWERS, shown_by=_SHOWN_BY)
def test_the_chain_is_the_same_in_both_directions_whatever_answers_and_measures(
    answers: list[str], shown_by: list[str]
) -> None:
    assert _asymmetric(_with_links(load_musterkreis(), answers, shown_by)) == []


def _with_links(konzept: Konzept, answers: list[str], shown_by: list[str]) -> Konzept:
    """The concept with other answers to one statement and another purpose of one indicator."""
    changed = {("swot/wohnen#chance-1", "antworten"), ("kennzahlen/radwege", "fuer")}
    links = [
        link for found in konzept.outgoing.values() for link in found if (link.source, link.relation) not in changed
    ]
    links += [Link("swot/wohnen#chance-1", ref, "antworten", editorial=True) for ref in answers]
    links += [Link("kennzahlen/radwege", ref, "fuer") for ref in shown_by]

    def grouped(end: str) -> dict[str, tuple[Link, ...]]:
        ordered = sorted(links, key=lambda link: str(getattr(link, end)))
        groups = itertools.groupby(ordered, key=lambda link: str(getattr(link, end)))
        return {ref: tuple(found) for ref, found in groups}

    return replace(konzept, outgoing=grouped("source"), incoming=grouped("target"))


def test_nothing_stands_above_or_below_itself(musterkreis: Konzept) -> None:
    for level in LEVELS:
        for entry in musterkreis.of_kind(level):
            faden = roter_faden(musterkreis, entry.ref)
            assert entry.ref not in _all(faden, "above") | _all(faden, "below")


def test_from_a_weakness_down_to_the_indicator(musterkreis: Konzept) -> None:
    faden = roter_faden(musterkreis, "swot/wohnen#schwaeche-1")
    assert faden.above == {}
    assert _refs(faden, "below") == {
        "ziel": ["1.1.1", "1.1.1-1", "1.1.1-2"],
        "schluesselvorhaben": ["I.1"],
        "massnahme": ["1-2", "1-10", "2-1"],
        "kennzahl": ["kennzahlen/leerstand"],
    }


def test_from_an_indicator_up_to_the_weakness(musterkreis: Konzept) -> None:
    above = _refs(roter_faden(musterkreis, "kennzahlen/leerstand"), "above")
    assert {level: set(refs) for level, refs in above.items()} == {
        "aussage": {"swot/wohnen#schwaeche-1"},
        "handlungsfeld": {"I"},
        "ziel": {"1.1", "1.1.1", "1.1.1-1", "1.1.1-2"},
        "schluesselvorhaben": {"I.1"},
        "massnahme": {"1-2"},
    }


def test_levels_stand_in_the_order_of_the_chain(musterkreis: Konzept) -> None:
    for ref in ("swot/wohnen#schwaeche-1", "1.1", "kennzahlen/leerstand"):
        faden = roter_faden(musterkreis, ref)
        for steps in (faden.above, faden.below):
            assert list(steps) == [level for level in LEVELS if level in steps]


def test_a_statement_that_a_field_answers_is_not_answered_by_all_the_field_holds(musterkreis: Konzept) -> None:
    faden = roter_faden(musterkreis, "swot/wohnen#chance-1")
    assert _refs(faden, "below") == {"handlungsfeld": ["I"]}
    assert "swot/wohnen#chance-1" not in _all(roter_faden(musterkreis, "1.1.1"), "above")


def test_a_thing_linked_directly_and_through_others_stands_once_and_as_direct(musterkreis: Konzept) -> None:
    faden = roter_faden(musterkreis, "swot/wohnen#schwaeche-1")
    measures = {step.entry.ref: step.via for step in faden.below["massnahme"]}
    assert measures["1-2"] is None
    assert measures["1-10"] == musterkreis["I.1"]


def test_the_nearest_stand_first(musterkreis: Konzept) -> None:
    above = roter_faden(musterkreis, "1.1.1-1").above["ziel"]
    assert [(step.entry.ref, step.via.ref if step.via else None) for step in above] == [
        ("1.1.1", None),
        ("1.1", "1.1.1"),
    ]


@pytest.mark.parametrize("ref", ["1.2", "2-3"])
def test_what_hangs_loose_has_nothing_below(musterkreis: Konzept, ref: str) -> None:
    assert roter_faden(musterkreis, ref).below == {}


def test_a_key_project_under_a_nested_goal_is_found_from_the_field(musterkreis: Konzept) -> None:
    below = _refs(roter_faden(musterkreis, "I"), "below")
    assert below["ziel"] == ["1.1", "1.2", "1.1.1", "1.1.1-1", "1.1.1-2"]
    assert below["schluesselvorhaben"] == ["I.1"]


def test_a_key_project_that_only_names_a_field_in_its_profile_does_not_follow_from_it(musterkreis: Konzept) -> None:
    assert _refs(roter_faden(musterkreis, "II"), "below")["schluesselvorhaben"] == ["II.1"]


def test_a_measure_of_a_goal_stands_below_the_goal_on_whichever_side_it_is_written(copy: Copy) -> None:
    copy.append("massnahmen/2-3.yml", "ziele: [2.1.1]\n")
    konzept = copy.konzept()
    assert _refs(roter_faden(konzept, "2.1.1"), "below")["massnahme"] == ["2-1", "2-3"]
