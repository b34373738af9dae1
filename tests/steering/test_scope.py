# What belongs to a field and to a goal: what names it, and what the Roter Faden leads to.
from __future__ import annotations

import pytest

from kek_build.concept import Konzept, roter_faden
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS
from kek_build.steering import fields_of, goals_of, scope_of, scopes
from tests.example import Copy


def _refs(konzept: Konzept, ref: str) -> list[str]:
    return [thing.ref for thing in scope_of(konzept, konzept[ref]).things]


@pytest.mark.parametrize(
    ("ref", "things"),
    [
        (CONCEPT_REF, ["I.1", "II.1", "II.2", "1-2", "1-10", "2-1", "2-3"]),
        ("I", ["I.1", "1-2", "1-10"]),
        ("II", ["I.1", "II.1", "II.2", "2-1", "2-3"]),
        ("1.1", ["I.1", "1-2", "1-10", "2-1"]),
        ("1.1.1", ["I.1", "1-2", "1-10", "2-1"]),
        ("1.1.1-1", ["1-2"]),
        ("1.1.1-2", []),
        ("1.2", []),
        ("2.1", ["II.1", "2-1"]),
        ("2.1.1", ["2-1"]),
    ],
)
def test_each_thing_belongs_to_a_scope_once(musterkreis: Konzept, ref: str, things: list[str]) -> None:
    assert _refs(musterkreis, ref) == things


def test_a_goal_has_what_the_roter_faden_leads_to(musterkreis: Konzept) -> None:
    for goal in musterkreis.of_kind("ziel"):
        below = roter_faden(musterkreis, goal.ref).below
        scope = scope_of(musterkreis, goal)
        assert {thing.ref for thing in scope.things} == {
            step.entry.ref for kind in IN_PROGRESS for step in below.get(kind, ())
        }
        assert {entry.ref for entry in scope.indicators} == {step.entry.ref for step in below.get("kennzahl", ())}


def test_a_thing_knows_where_it_is_counted(musterkreis: Konzept) -> None:
    for kind in IN_PROGRESS:
        for thing in musterkreis.of_kind(kind):
            counted = {scope.entry.ref for scope in scopes(musterkreis) if thing in scope.things}
            named = {entry.ref for entry in (*fields_of(musterkreis, thing), *goals_of(musterkreis, thing))}
            assert counted == {CONCEPT_REF, *named}


def test_a_goal_has_what_the_goals_below_it_have(musterkreis: Konzept) -> None:
    for goal in musterkreis.of_kind("ziel"):
        for below in musterkreis.children(goal.ref, "ziel"):
            assert set(_refs(musterkreis, below.ref)) <= set(_refs(musterkreis, goal.ref))


def test_indicators_belong_where_they_or_their_things_are_named(musterkreis: Konzept) -> None:
    def named(ref: str) -> list[str]:
        return [entry.ref for entry in scope_of(musterkreis, musterkreis[ref]).indicators]

    assert named(CONCEPT_REF) == [entry.ref for entry in musterkreis.of_kind("kennzahl")]
    assert "kennzahlen/leerstand" in named("I")
    assert "kennzahlen/radwege" in named("II")
    assert named("1.2") == []


def test_a_key_project_belongs_to_the_fields_of_overview_and_profile(copy: Copy) -> None:
    copy.replace("handlungsfelder/I.yml", "schluesselvorhaben: [I.1]", "schluesselvorhaben: [I.1, II.1]")
    konzept = copy.konzept()
    assert [field.ref for field in fields_of(konzept, konzept["II.1"])] == ["I", "II"]
    assert _refs(konzept, "I") == ["I.1", "II.1", "1-2", "1-10"]
