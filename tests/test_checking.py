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


# What is told only after something else was mended is told at once, as far as it can be known


def _rules(copy: Copy) -> list[tuple[str, Rule]]:
    found = [(problem.file.name, problem.rule) for problem in _problems(copy)]
    return sorted(found, key=lambda item: (item[0], item[1].slug))


def test_a_wrong_reference_is_told_beside_a_wrong_key_of_the_same_file(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]\nfarbe: rot")
    assert _rules(copy) == [("2-1.yml", Rule.UNKNOWN_KEY), ("2-1.yml", Rule.NO_SUCH_THING)]


def test_a_wrong_key_is_told_beside_a_key_that_stands_twice(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "farbe: rot\nfarbe: blau\n")
    assert _rules(copy) == [("2-1.yml", Rule.DUPLICATE_KEY), ("2-1.yml", Rule.UNKNOWN_KEY)]


def test_an_alias_of_yaml_is_told_once_and_not_as_a_missing_value(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "handlungsfeld: II", "handlungsfeld: *feld")
    assert _rules(copy) == [("2-1.yml", Rule.ANCHOR)]


def test_a_number_that_does_not_fit_the_file_is_told_beside_a_wrong_value(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "nummer: 2-1", "nummer: 2-7\nphase: bald")
    told = _rules(copy)
    assert ("2-1.yml", Rule.FILE_NAME) in told
    assert ("2-1.yml", Rule.UNKNOWN_VALUE) in told


def test_an_address_that_is_lost_is_told_beside_everything_else(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    assert _rules(copy) == [("2-1.yml", Rule.NO_SUCH_THING), ("adressen.txt", Rule.ADDRESS_LOST)]


def test_what_a_file_with_mistakes_defines_is_not_told_as_lost(copy: Copy) -> None:
    copy.replace("massnahmen/2-3.yml", "nummer: 2-3", "nummer: 2 3")
    assert _rules(copy) == [("2-3.yml", Rule.WRONG_FORM)]


def test_a_list_that_is_not_there_is_told_once(copy: Copy) -> None:
    (copy.folder / "orte.yml").unlink()
    (problem,) = _problems(copy)
    assert str(problem.file) == "content/musterkreis/orte.yml"
    assert "Die Datei fehlt, aber" in problem.message


def test_a_decision_whose_committee_is_wrong_is_told_once(copy: Copy) -> None:
    copy.replace("konzept.yml", "gremium: kreistag", "gremium: [kreistag]")
    assert _rules(copy) == [("konzept.yml", Rule.TEXT_EXPECTED)]


def test_a_page_tells_all_that_is_wrong_with_it(copy: Copy) -> None:
    copy.replace("seiten/vorwort.md", "titel: ", "kennung: x\nfarbe: rot\ntitel: ")
    copy.append("seiten/vorwort.md", "\n[[9-9]] und [hier](javascript:x)\n")
    assert [rule for _, rule in _rules(copy)].count(Rule.UNKNOWN_KEY) == 2
    assert {Rule.NO_SUCH_THING, Rule.LINK} <= {rule for _, rule in _rules(copy)}


def test_a_wrong_value_is_told_beside_a_part_that_cannot_be_read(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "titel: ", "titel: @")
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]\nphase: bald")
    assert _rules(copy) == [
        ("2-1.yml", Rule.SPECIAL_START), ("2-1.yml", Rule.UNKNOWN_VALUE), ("2-1.yml", Rule.NO_SUCH_THING),
    ]  # fmt: skip


def test_a_place_that_cannot_be_read_hides_no_other_place(copy: Copy) -> None:
    copy.append("orte.yml", "- kennung: neu\n  name: @Neu\n- kennung: noch\n  name: Noch\n  art: Dorf\n")
    assert _rules(copy) == [
        ("orte.yml", Rule.SPECIAL_START), ("orte.yml", Rule.UNKNOWN_VALUE),
    ]  # fmt: skip
