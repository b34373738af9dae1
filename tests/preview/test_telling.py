# What the browser shows of a preview besides the page.
from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.errors import Problem
from kek_build.preview.state import State, Trouble
from kek_build.preview.telling import note, own_page, trouble_html
from kek_build.rules import Rule
from tests.preview.sources import Pages

FILE = PurePosixPath("content/muster/massnahmen/1-2.yml")
VIEW = Pages({})


def _problem(**given: object) -> Problem:
    values = {"expected": None, "suggestion": None, **given}
    return Problem(FILE, 3, 8, "Das gibt es nicht.", rule=Rule.UNKNOWN_KEY, **values)  # type: ignore[arg-type]


def _shown(*problems: Problem, view: Pages | None = VIEW) -> LexborHTMLParser:
    return LexborHTMLParser(trouble_html(State(view=view, trouble=Trouble(problems))))


def _text(tree: LexborHTMLParser) -> str:
    body = tree.body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_a_problem_has_place_line_and_what_to_write_instead() -> None:
    tree = _shown(
        _problem(excerpt="titel: Straße <neu>", expected="ein Titel", suggestion="Strasse", example="titel: A")
    )
    text = _text(tree)
    assert "content/muster/massnahmen/1-2.yml:3:8" in text
    for part in ("Das gibt es nicht.", "Erwartet ein Titel", "Beispiel titel: A", "Meinten Sie „Strasse“?"):
        assert part in text
    assert [mark.text() for mark in tree.css("mark")] == ["S"]
    assert [line.text() for line in tree.css("pre")] == ["3titel: Straße <neu>"]


def test_all_problems_are_shown_and_counted() -> None:
    tree = _shown(*[_problem(excerpt=f"zeile {number}") for number in range(7)])
    assert len(tree.css("li")) == 7
    (title,) = tree.css("h2")
    assert title.text() == "7 Fehler im Inhalt"


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    tree = _shown(Problem(FILE, 0, 0, "Die Datei fehlt.", rule=Rule.FILE_MISSING))
    assert tree.css("pre") == []


@pytest.mark.parametrize(
    ("view", "told"), [(VIEW, "den letzten Stand, der richtig war"), (None, "erscheint hier die Website")]
)
def test_it_says_what_is_seen_below(view: Pages | None, told: str) -> None:
    assert told in _text(_shown(_problem(), view=view))


def test_a_site_that_cannot_be_published_is_told_apart() -> None:
    text = _text(LexborHTMLParser(trouble_html(State(view=VIEW, unbuildable="„../nirgends/“ führt ins Leere"))))
    assert "Veröffentlichen ließe sich die Website so aber nicht" in text
    assert "„../nirgends/“ führt ins Leere" in text


def test_where_nothing_is_wrong_nothing_is_shown() -> None:
    assert trouble_html(State(view=VIEW)) == ""


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State(view=VIEW), "Suche, Daten und Karten werden noch gebaut."),
        (State(view=VIEW, built=Path("1")), "Suche, Daten und Karten folgen gleich."),
        (State(view=VIEW, built=Path("1"), behind=False), ""),
        (State(view=VIEW, trouble=Trouble(text="Falsch.")), ""),
    ],
)
def test_what_is_behind_is_told_in_a_few_words(state: State, told: str) -> None:
    assert note(state) == told


def test_the_previews_own_pages_have_a_strict_policy_and_nothing_inline() -> None:
    for page in (own_page("warten"), own_page("spaeter"), own_page("fehlschlag", path="<b>/", error="<script>")):
        tree = LexborHTMLParser(page)
        assert "default-src 'none'" in page
        assert tree.css("style, [style], script") == []
        assert "<b>/" not in page
