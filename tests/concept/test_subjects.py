# Which subjects a thing belongs to: an editor's word comes first, then what it hangs on.
from __future__ import annotations

import pytest

from kek_build.concept import Konzept, Loader
from kek_build.concept.subjects import KINDS_WITH_SUBJECTS
from kek_build.models.themen import STANDARD
from kek_build.reading import read_subjects
from tests.example import Copy


def names(konzept: Konzept, ref: str) -> tuple[str, ...]:
    return konzept.by_subject.of(konzept[ref]).names


def above(konzept: Konzept, ref: str) -> list[str]:
    return [entry.ref for entry in konzept.by_subject.of(konzept[ref]).above]


def test_what_an_editor_assigned_is_no_inheritance(musterkreis: Konzept) -> None:
    assert names(musterkreis, "I") == ("wohnen",)
    assert not musterkreis.by_subject.of(musterkreis["I"]).inherited


@pytest.mark.parametrize(
    ("ref", "source"),
    [
        ("1.1", ["I"]),
        ("1.1.1-1", ["1.1.1"]),
        ("I.1", ["1.1.1"]),
        ("1-2", ["I.1"]),
        ("swot/wohnen", ["I"]),
        ("swot/wohnen#schwaeche-1", ["swot/wohnen"]),
    ],
)
def test_a_thing_without_a_subject_has_that_of_what_it_hangs_on(
    musterkreis: Konzept, ref: str, source: list[str]
) -> None:
    assert names(musterkreis, ref) == ("wohnen",)
    assert above(musterkreis, ref) == source


def test_what_stands_below_nothing_with_a_subject_has_none(musterkreis: Konzept) -> None:
    assert names(musterkreis, "II") == ()
    assert not musterkreis.by_subject.of(musterkreis["II"]).inherited


def test_an_own_subject_takes_the_place_of_those_above(copy: Copy) -> None:
    copy.replace("massnahmen/1-2.yml", "handlungsfeld: I\n", "handlungsfeld: I\nthemen: [verwaltung, kultur]\n")
    konzept = copy.konzept()
    assert names(konzept, "1-2") == ("kultur", "verwaltung")  # in the order of the list
    assert above(konzept, "1-2") == []


def test_a_measure_of_two_key_projects_has_the_subjects_of_both(copy: Copy) -> None:
    copy.replace("schluesselvorhaben/II.1.yml", "nummer: II.1\n", "nummer: II.1\nthemen: [mobilitaet]\n")
    konzept = copy.konzept()
    both = [entry.ref for entry in konzept.sources("2-1", "massnahmen", kind="schluesselvorhaben")]
    assert both == ["I.1", "II.1"]
    assert names(konzept, "2-1") == ("mobilitaet", "wohnen")
    assert above(konzept, "2-1") == both


def test_everything_under_a_subject_is_found_by_kind(musterkreis: Konzept) -> None:
    subjects = musterkreis.by_subject
    assert [subject.kennung for subject in subjects.present] == ["mobilitaet", "wohnen"]
    for kind in (*KINDS_WITH_SUBJECTS, "aussage"):
        expected = [entry for entry in musterkreis.of_kind(kind) if "wohnen" in subjects.of(entry).names]
        assert list(subjects.under("wohnen", kind)) == expected
    assert subjects.under("kultur", "massnahme") == ()


@pytest.mark.parametrize(("written", "meant"), [("Mobilität", "mobilitaet"), ("mobilitat", "mobilitaet")])
def test_a_misspelt_subject_is_told_at_its_place_with_what_is_meant(copy: Copy, written: str, meant: str) -> None:
    copy.replace("massnahmen/1-2.yml", "nummer: 1-2\n", f"nummer: 1-2\nthemen: [wohnen, {written}]\n")
    _, problems = Loader().load(copy.root, [copy.folder])
    (problem,) = problems
    assert (problem.file.name, problem.line, problem.column) == ("1-2.yml", 2, 18)
    assert problem.message == f"Das Thema „{written}“ gibt es nicht."
    assert problem.suggestion == meant
    assert "wohnen" in (problem.expected or "")


def test_a_subject_that_stands_twice_is_told(copy: Copy) -> None:
    copy.replace("massnahmen/1-2.yml", "nummer: 1-2\n", "nummer: 1-2\nthemen: [wohnen, wohnen]\n")
    _, problems = Loader().load(copy.root, [copy.folder])
    assert [problem.message for problem in problems] == ["„wohnen“ steht in „themen“ doppelt."]


def test_a_sites_own_list_takes_the_place_of_the_programs(copy: Copy) -> None:
    content = copy.content
    (content / "themen.yml").write_text("- {kennung: dorf, titel: Dorf, kurz: Was Dörfer brauchen.}\n", "utf-8")
    subjects, problems = read_subjects(content, copy.root)
    assert ([subject.kennung for subject in subjects], problems) == (["dorf"], [])
    loader = Loader()
    loader.load(copy.root, [copy.folder])
    _, problems = loader.load(copy.root, [copy.folder], subjects=subjects)  # the files are the same, the list is not
    assert {problem.message for problem in problems} == {
        "Das Thema „wohnen“ gibt es nicht.",
        "Das Thema „mobilitaet“ gibt es nicht.",
    }


def test_without_a_list_of_its_own_a_site_has_the_programs(copy: Copy) -> None:
    assert read_subjects(copy.content, copy.root) == (STANDARD, [])


def test_a_subject_of_the_list_counts_once(copy: Copy) -> None:
    content = copy.content
    entry = "- {kennung: dorf, titel: Dorf, kurz: Was Dörfer brauchen.}\n"
    (content / "themen.yml").write_text(entry + "- {kennung: stadt, titel: Stadt}\n" + entry, "utf-8")
    subjects, problems = read_subjects(content, copy.root)
    assert [subject.kennung for subject in subjects] == ["dorf", "stadt"]  # what is half right is named all the same
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "„kurz“ fehlt oder ist leer."),
        (3, "Das Thema „dorf“ gibt es schon weiter oben."),
    ]


def test_the_programs_list_is_short_and_says_of_each_what_belongs_to_it() -> None:
    assert 12 <= len(STANDARD) <= 16
    assert (
        len({subject.kennung for subject in STANDARD}) == len({subject.titel for subject in STANDARD}) == len(STANDARD)
    )
    assert all(subject.kurz.endswith(".") and subject.kurz.count(". ") == 0 for subject in STANDARD)
