# Links and pictures of pages that cannot work are told in their line; what works is not.
from __future__ import annotations

import pytest

from kek_build.concept.draft import Draft
from kek_build.pages.prose import Doubt, doubts
from kek_build.pages.prose_links import prose_problems
from kek_build.rules import Rule
from tests.example import Copy


@pytest.mark.parametrize(
    ("text", "target", "reason"),
    [
        ("[x](javascript:alert(1))", "javascript:alert(1)", "unsafe"),
        ("[x](JavaScript:alert(1))", "JavaScript:alert(1)", "unsafe"),
        ("[x](javascript&colon;alert)", "javascript&colon;alert", "unsafe"),
        ("[x](data:text/html,x)", "data:text/html,x", "unsafe"),
        ("[x](file:///etc/passwd)", "file:///etc/passwd", "unsafe"),
        ("[x][1]\n\n[1]: vbscript:x", "vbscript:x", "unsafe"),
        ("[x](plan.pdf)", "plan.pdf", "inside"),
        ("[x](../massnahmen/1-2/)", "../massnahmen/1-2/", "inside"),
        ("[x](/impressum/)", "/impressum/", "inside"),
        ("[x](//example.org/)", "//example.org/", "inside"),
        ("[x](#nirgends)", "#nirgends", "anchor"),
        ("![x](karte.png)", "karte.png", "picture"),
        ("![x](https://example.org/x.png)", "https://example.org/x.png", "picture"),
    ],
)
def test_what_cannot_work_is_found(text: str, target: str, reason: str) -> None:
    (doubt,) = doubts(text)
    assert (doubt.target, doubt.reason) == (target, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Nur Text.",
        "[x](https://example.org/?a=1&b=2)",
        "[x](http://example.org)",
        "<https://example.org>",
        "[Post](mailto:post@example.org)",
        "# Anfang\n\n[x](#anfang)",
        "[x](#hinweise)",
        "[[III.1|das Vorhaben]]",
        "`[x](javascript:alert(1))`",
        "Ein <b>Wort</b> [in Klammern] (und so)",
    ],
)
def test_what_works_is_left_alone(text: str) -> None:
    assert doubts(text) == []


def test_a_heading_that_is_not_there_is_told_with_those_that_are() -> None:
    assert doubts("# Anfang\n\n## Ende\n\n[x](#anfagn)") == [Doubt("#anfagn", "anchor", ("#anfang", "#ende"))]


def test_a_problem_names_the_line_of_the_page(copy: Copy) -> None:
    copy.append("seiten/vorwort.md", "\nEin [Klick](javascript:alert(1)).\n\nEin [Plan](plan.pdf).\n")
    found = list(prose_problems(Draft.of(copy.konzept()), copy.root))
    assert [problem.line for problem in found] == [
        copy.line("seiten/vorwort.md", "javascript"), copy.line("seiten/vorwort.md", "plan.pdf"),
    ]  # fmt: skip
    assert [problem.column for problem in found] == [13, 12]
    assert {problem.rule for problem in found} == {Rule.LINK}


def test_a_misspelt_heading_is_guessed(copy: Copy) -> None:
    copy.append("seiten/vorwort.md", "\n## Wege und Ziele\n\nEin [Sprung](#wege-und-zeile).\n")
    (problem,) = prose_problems(Draft.of(copy.konzept()), copy.root)
    assert problem.suggestion == "#wege-und-ziele"
