from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.contract.published import Published


def _page(published: Published, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((published.site / path / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("page", "before", "now"),
    [
        ("swot/wohnen/", "schwaeche-7", "schwaeche-2"),
        ("ziele/1.1.1/", "1.1.1-9", "1.1.1-1"),
        ("quellen/", "kek-2035", "kek-muster"),
        ("leichte-sprache/", "leicht-1-5", "leicht-1-2"),
    ],
)
def test_a_former_anchor_stands_inside_the_element_with_the_one_of_today(
    published: Published, page: str, before: str, now: str
) -> None:
    tree = _page(published, page)
    inside = tree.css_first(f'[id="{now}"]')
    assert inside is not None
    assert inside.css(f'[id="{before}"]')


def test_a_former_anchor_of_a_term_stands_where_a_list_of_terms_may_hold_it(published: Published) -> None:
    target = _page(published, "glossar/").css_first("#nahverkehr")
    assert target is not None
    assert target.parent is not None
    assert target.parent.tag == "dt"


def test_a_heading_that_is_gone_leads_to_the_top_of_its_page(published: Published) -> None:
    body = _page(published, "ziele/1.1/").css_first(".kek-body")
    assert body is not None
    first = body.child
    assert first is not None
    assert first.attributes == {"class": "kek-anker", "id": "alter-abschnitt"}


def test_where_a_dissolved_goal_stood_a_note_leads_to_what_became_of_it(published: Published) -> None:
    note = _page(published, "ziele/1.1.1/").css_first('[id="1.1.1-3"]')
    assert note is not None
    assert "wurde aufgehoben" in note.text()
    link = note.css_first("a")
    assert link is not None
    assert link.attributes["href"] == "../1.1.1-3/"


def test_where_a_statement_moved_to_another_topic_a_note_leads_there(published: Published) -> None:
    note = _page(published, "swot/umland/").css_first("#risiko-1")
    assert note is not None
    assert "steht jetzt hier" in note.text()
    assert [link.attributes["href"] for link in note.css("a")] == ["../wohnen/#schwaeche-2"]


def test_a_dissolved_statement_and_term_are_listed_at_their_old_anchor(published: Published) -> None:
    for page, anchor in (("swot/wohnen/", "chance-2"), ("glossar/", "rufbus")):
        item = _page(published, page).css_first(f".kek-aufgehoben li#{anchor}")
        assert item is not None
        assert "2023" in item.text()


def test_no_id_stands_twice_on_any_page(published: Published) -> None:
    for path in published.site.rglob("index.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), path


def test_a_page_that_lost_nothing_stays_as_it_is(published: Published) -> None:
    assert "kek-anker" not in (published.site / "verlauf/index.html").read_text(encoding="utf-8")
