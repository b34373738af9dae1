# The one check: all problems at once, each with its line.
from __future__ import annotations

import pytest

from kek_build.checking import check_content
from kek_build.errors import ContentError, Problem
from kek_build.rules import Rule
from tests.example import CONTENT, MUSTERKREIS, Copy, place


def _problems(copy: Copy, *others: Problem) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as told:
        check_content(copy.content, [copy.folder], others)
    return told.value.problems


def test_right_content_comes_back_linked() -> None:
    content = check_content(CONTENT, [MUSTERKREIS])
    assert [konzept.slug for konzept in content.concepts] == ["musterkreis"]


def test_every_problem_comes_with_its_line(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    (problem,) = _problems(copy)
    assert (problem.file, problem.line) == place("massnahmen/2-1.yml", 6)
    assert problem.excerpt == "orte: [grosstadt]"


def test_what_others_found_is_told_with_it(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    other = Problem(*place("x.json", 0), 0, "Anderswo.", rule=Rule.INVALID)
    assert other in _problems(copy, other)
    assert len(_problems(copy, other)) == 2


def test_a_concept_that_cannot_have_an_address_is_told_with_the_rest(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    folder = copy.folder.rename(copy.content / "Muster_Kreis")
    with pytest.raises(ContentError) as told:
        check_content(copy.content, [folder])
    assert {problem.rule for problem in told.value.problems} == {Rule.CONCEPT_NAME, Rule.NO_SUCH_THING}
