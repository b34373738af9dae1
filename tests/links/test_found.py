# Patterns must find in our own pages what a parser finds in any.
from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.links import Found, parsed, scanned

_NAMES = ("id", "href", "src", "data", "rel", "class", "data-href", "data-id", "title")
_VALUES = st.sampled_from(["", "#oben", "oben", "../orte/#über", "x.css", "canonical", "alternate", "a&b", '"<', "´'"])
_ATTRIBUTES = st.dictionaries(st.sampled_from(_NAMES), _VALUES).map(
    lambda found: "".join(f' {name}="{escape(value)}"' for name, value in found.items())
)
_ELEMENTS = st.tuples(
    st.sampled_from(["a", "article", "link", "img", "source", "embed", "object", "p", "dt", "use", "area"]), _ATTRIBUTES
).map(lambda found: f"<{found[0]}{found[1]}>")
_TEXTS = st.sampled_from(['Text <a href="x">', 'id="y"', " src=z", "='"]).map(escape)


def _told(found: Found) -> tuple[frozenset[str], frozenset[str], dict[str, bool]]:
    links = found.own_links()
    return found.all_ids(), links, {link: found.does_load(link) for link in links}


@given(st.lists(_ELEMENTS | _TEXTS))
def test_patterns_find_what_a_parser_finds(parts: list[str]) -> None:
    page = "".join(parts)
    assert _told(scanned(page.encode())) == _told(parsed(page))


@pytest.mark.parametrize(
    "html",
    [
        "<a href='x/'>x</a>",
        "<p id='x'>x</p>",
        '<!-- <a href="x/" id="y">x</a> -->',
        '<a title="->" href="x/">x</a>',
        '<a\nid="y"\nhref="x/">x</a>',
        "<img src='x.png' alt=''>",
    ],
)
def test_what_is_written_in_other_ways_than_ours_is_found_by_the_parser(html: str) -> None:
    page = f'<!doctype html><title>Seite</title><main id="oben"><a href="#oben">oben</a>{html}</main>'
    assert _told(scanned(page.encode())) == _told(parsed(page))


def test_what_stands_on_a_page_is_told_apart() -> None:
    found = scanned(
        b'<h2 id="a&amp;b">x</h2><a href="../?a&amp;b">x</a><img src="x.png"><link rel="icon" href="y.svg">'
    )
    assert found.all_ids() == {"a&b"}
    assert found.own_links() == {"../?a&b", "x.png", "y.svg"}
    assert [link for link in sorted(found.own_links()) if found.does_load(link)] == ["x.png", "y.svg"]


def test_an_empty_link_is_one() -> None:
    assert scanned(b'<a href="">x</a>').own_links() == {""}
    assert scanned(b"<p>x</p>").own_links() == frozenset()


def test_links_of_a_page_to_itself_need_not_be_followed() -> None:
    assert scanned(b'<h2 id="x">x</h2><a href="#x">x</a><a href="#y">y</a>').own_links() == {"#y"}


def test_a_page_has_what_stands_in_its_frame() -> None:
    page = scanned(b'<h2 id="inhalt">x</h2>').inside(parsed('<nav id="menue"><script src="x.js"></script></nav>'))
    assert page.has("inhalt")
    assert page.has("menue")
    assert page.all_ids() == {"inhalt", "menue"}
    assert page.does_load("x.js")
    assert not page.has("inh")


def test_a_frame_is_parted_and_changed_text_by_text() -> None:
    frame = parsed('<a href="../MARK/">x</a><a href="../orte/">x</a><p id="MARK">x</p>')
    marked, same = frame.parted(lambda text: "MARK" in text)
    assert same == Found.of([], ["../orte/"], [])
    assert marked.changed(lambda text: text.replace("MARK", "1-2")) == Found.of(["1-2"], ["../1-2/"], [])
    assert same.beside(marked).own_links() == {"../orte/", "../MARK/"}
