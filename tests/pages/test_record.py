from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from kek_build.pages.record import Crumb, Heading, PageRecord, plain_text
from kek_build.pages.text import shorten


def _record(html: str, *crumbs: Crumb) -> PageRecord:
    return PageRecord("muster/", "Muster", html, "Ein Muster.", crumbs)


def test_the_table_of_contents_holds_second_and_third_level_headings_with_anchor() -> None:
    html = (
        '<h1 id="eins">Eins</h1><h2 id="zwei">Zwei &amp; <span>mehr</span></h2>'
        '<h3 class="x" id="drei">Drei</h3><h2>ohne Anker</h2><h4 id="vier">Vier</h4>'
    )
    assert _record(html).toc == (Heading(2, "zwei", "Zwei & mehr"), Heading(3, "drei", "Drei"))


def test_the_last_crumb_is_the_parent() -> None:
    assert _record("", Crumb("Kreis", "kreis/"), Crumb("Orte", "kreis/orte/")).parent == "kreis/orte/"
    assert _record("").parent is None


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        _record("").title = "anders"  # type: ignore[misc]


def test_plain_text_has_no_tags_and_no_entities() -> None:
    assert plain_text("<p>Mieten &lt; 5&nbsp;€\n <b>&amp;</b></p><p>mehr</p>") == "Mieten < 5 € & mehr"


def test_a_page_that_lets_go_of_its_html_keeps_its_text_only_if_that_stands_nowhere_else() -> None:
    page = _record('<h2 id="a">Ein Beschluss</h2><p>im Mai</p>')
    assert replace(page, only_here=True).light().text == page.text == "Ein Beschluss im Mai"
    assert page.light().text == ""
    assert page.light().toc == page.toc


@given(st.text(alphabet=st.characters(exclude_categories=["Z", "C"]), min_size=1))
def test_what_was_escaped_comes_back_as_it_was(text: str) -> None:
    assert plain_text(f"<p>{escape(text)}</p>") == text


@given(st.text(alphabet="abc ,.", max_size=400), st.integers(min_value=10, max_value=200))
def test_a_shortened_text_keeps_to_its_length(text: str, length: int) -> None:
    short = shorten(text, length)
    assert short == text or (len(short) <= length + 1 and short.endswith(" …"))


def test_texts_are_cut_between_words() -> None:
    assert shorten("Häuser, Höfe und Wege", 14) == "Häuser, Höfe …"
    assert shorten("Häuser, Höfe und Wege", 10) == "Häuser …"
    assert shorten("Häuser", 6) == "Häuser"
