from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kek_build.reading.registry import parse_registry, registry_text
from tests.example import Copy
from tests.reading.checks import assert_german, tell

NAME = PurePosixPath("content/muster/adressen.txt")


def test_addresses_are_read_with_their_lines_and_comments_left_out() -> None:
    found, problems = parse_registry(NAME, "# Kopf\n\n./#werte\nmassnahmen/3-34/\nswot/bildung/#schwaeche-2\n")
    assert problems == []
    assert [(item.address, item.line) for item in found] == [
        ("#werte", 3),
        ("massnahmen/3-34/", 4),
        ("swot/bildung/#schwaeche-2", 5),
    ]


def test_what_is_written_is_read_again_in_order_and_each_once() -> None:
    text = registry_text(["swot/", "", "#werte", "massnahmen/3-34/", "swot/"])
    found, problems = parse_registry(NAME, text)
    assert problems == []
    assert [item.address for item in found] == ["", "#werte", "massnahmen/3-34/", "swot/"]
    assert text.startswith("# Alle Adressen dieses Konzepts")


@pytest.mark.parametrize(
    "line", ["/massnahmen/", "massnahmen", "Massnahmen/", "../leipzig/", "a b/", "a/#", "a//b/", "ä/"]
)
def test_what_is_no_address_is_told_with_its_line(line: str) -> None:
    found, problems = parse_registry(NAME, f"swot/\n{line}\n")
    assert [item.address for item in found] == ["swot/"]
    assert [(problem.line, problem.message) for problem in problems] == [(2, f"„{line}“ ist keine Adresse.")]
    assert_german(problems)


def test_an_address_that_stands_twice_is_told_with_the_first_line() -> None:
    _, problems = parse_registry(NAME, "swot/\norte/\nswot/\n")
    assert tell(problems).startswith("content/muster/adressen.txt:3:1: „swot/“ steht doppelt (zuerst in Zeile 1).")


def test_a_conflict_of_git_is_told_like_in_every_file(copy: Copy) -> None:
    copy.append("adressen.txt", "<<<<<<< HEAD\n")
    assert "ungelöster Konflikt aus Git" in copy.only_problem().message


def test_a_wrong_line_is_told_with_the_problems_of_all_other_files(copy: Copy) -> None:
    copy.append("adressen.txt", "Seite\n")
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    assert {problem.file.name for problem in copy.problems()} == {"adressen.txt", "2-1.yml"}
