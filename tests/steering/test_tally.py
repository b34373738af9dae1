# Counting: every thing once, in one class for each question, and nothing left out.
from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.concept.entries import CONCEPT_REF
from kek_build.steering import Classes, Count, Tally, scope_of, scopes, tally
from kek_build.steering.classes import APART, QUESTIONS, STATUS
from tests.example import load_musterkreis

_ANSWERS = st.builds(
    Classes,
    *(st.sampled_from(question.classes) for question in QUESTIONS),
    st.none() | st.sampled_from(APART),
)


def _count(konzept: Konzept, ref: str, classes: dict[str, Classes]) -> Tally:
    return tally(scope_of(konzept, konzept[ref]), lambda entry: classes[entry.ref])


def test_the_numbers_of_a_few_things_as_counted_by_hand(musterkreis: Konzept) -> None:
    plain = Classes("ohne Angabe", "ohne Angabe", "ohne Termine", "ohne Nachricht", None)
    begun = Classes("in Umsetzung", "im Plan", "überfällig", "ohne Nachricht", None)
    gone = Classes("geplant", "ruht", "überfällig", "ohne Nachricht", "ersetzt")
    found = _count(musterkreis, "I", {"I.1": begun, "1-2": gone, "1-10": plain})
    assert found.counted == Count(1, 1)
    assert found.apart == {"ersetzt": Count(0, 1), "zusammengeführt": Count()}
    assert {name: count for name, count in found.classes["phase"].items() if count.total} == {
        "ohne Angabe": Count(0, 1),
        "in Umsetzung": Count(1, 0),
    }
    assert found.classes["termine"]["überfällig"] == Count(1, 0)
    assert found.missing(STATUS) == Count(0, 1)
    assert found.counted.total == 2


@settings(max_examples=50)
@given(st.data())
def test_classes_sum_up_and_no_scope_has_more_than_the_whole(data: Any) -> None:
    konzept = load_musterkreis()
    things = scope_of(konzept, konzept[CONCEPT_REF]).things
    classes = {thing.ref: data.draw(_ANSWERS) for thing in things}
    whole = _count(konzept, CONCEPT_REF, classes)
    for scope in scopes(konzept):
        found = _count(konzept, scope.entry.ref, classes)
        for question in QUESTIONS:
            counts = found.classes[question.key]
            assert tuple(counts) == question.classes
            assert sum(count.projects for count in counts.values()) == found.counted.projects
            assert sum(count.measures for count in counts.values()) == found.counted.measures
            for name, count in counts.items():
                assert count.projects <= whole.classes[question.key][name].projects
                assert count.measures <= whole.classes[question.key][name].measures
        apart = sum(count.total for count in found.apart.values())
        assert found.counted.total + apart == len(scope.things)
