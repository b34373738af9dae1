# Problems as people read them.
from __future__ import annotations

from pathlib import PurePosixPath

from kek_build.reports.text import as_text, in_words
from kek_build.rules import Rule
from tests.reports.problems import problem


def test_a_problem_is_told_with_place_line_spot_expectation_and_guess() -> None:
    assert as_text([problem()]).splitlines() == [
        "content/muster/massnahmen/1-1.yml:5:9: „status“: „verzoegert“ ist nicht erlaubt. [unbekannter-wert]",
        "    5 | status: verzoegert",
        "      |         ^",
        "    Erwartet: im Plan, verzögert",
        "    Meinten Sie „verzögert“?",
        "1 Fehler im Inhalt.",
    ]


def test_an_example_shows_how_it_is_right() -> None:
    told = as_text([problem(rule=Rule.DATE, example="geplant:\n  beginn: 14.02.2026", suggestion=None)])
    assert told.splitlines()[4:6] == ["    Beispiel: geplant:", "                beginn: 14.02.2026"]


def test_the_example_of_the_rule_stands_in_when_there_is_no_better_one() -> None:
    assert "    Beispiel: wert: 47,1" in as_text([problem(rule=Rule.NUMBER)]).splitlines()


def test_an_example_that_is_expected_word_by_word_is_not_told_twice() -> None:
    told = as_text([problem(rule=Rule.NO_COMMITTEE, expected="gremium: kreistag")])
    assert told.count("gremium: kreistag") == 1


def test_lines_that_are_indented_already_stay_so() -> None:
    told = as_text([problem(expected="eines von dreien:\n      1. dies\n      2. das")])
    assert "\n      1. dies\n" in told


def test_a_problem_of_a_whole_file_has_neither_line_nor_mark() -> None:
    told = as_text([problem(line=0, column=0, excerpt=None, expected=None, suggestion=None)])
    assert told.splitlines()[0].startswith("content/muster/massnahmen/1-1.yml: ")
    assert len(told.splitlines()) == 2


def test_all_errors_are_counted_and_hints_are_not() -> None:
    assert as_text([problem(), problem()]).endswith("\n2 Fehler im Inhalt.")
    assert "Fehler" not in as_text([problem(rule=Rule.LOOSE_END)])
    assert as_text([]) == ""


def test_colours_are_added_only_when_wanted_and_change_no_word() -> None:
    plain, coloured = as_text([problem()]), as_text([problem()], colour=True)
    assert "\x1b" not in plain
    for code in ("[0m", "[1m", "[2m", "[31m", "[32m"):
        coloured = coloured.replace(f"\x1b{code}", "")
    assert coloured == plain


def test_nothing_from_a_file_reaches_the_terminal_as_a_command() -> None:
    evil = "\x1b[2J"
    file = PurePosixPath(f"content/{evil}.yml")
    told = as_text([problem(file=file, message=f"„{evil}“.", expected=evil, suggestion=evil, excerpt=f"x{evil}")])
    assert "\x1b" not in told


def test_a_problem_in_words_has_no_place() -> None:
    assert in_words(problem()).splitlines() == [
        "„status“: „verzoegert“ ist nicht erlaubt.",
        "Erwartet: im Plan, verzögert",
        "Meinten Sie „verzögert“?",
    ]
