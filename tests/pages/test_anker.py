from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from kek_build.pages.anker import with_anchors
from kek_build.pages.record import PageRecord, headings


def test_a_heading_with_an_anchor_gets_a_link_beside_it_and_stays_as_it_was() -> None:
    heading = '<h2 class="x" id="ziele">Ziele &amp; <abbr title="y">ÖPNV</abbr></h2>'
    linked = with_anchors(f"<p>a</p>{heading}<h3 id='b'>b</h3>")
    label = "Link zu diesem Abschnitt: Ziele &amp; ÖPNV"
    link = f'<a class="kek-anchor" href="#ziele" aria-label="{label}"></a>'
    assert linked == f"<p>a</p><div class=\"kek-heading\">{heading}{link}</div><h3 id='b'>b</h3>"
    assert headings(linked) == headings(heading)


def test_a_heading_without_an_anchor_gets_none() -> None:
    assert with_anchors("<h2>Ziele</h2>") == "<h2>Ziele</h2>"


def test_the_link_of_a_heading_across_the_page_stands_at_its_end() -> None:
    assert '<div class="kek-heading kek-heading--wide">' in with_anchors('<h2 id="a" class="kek-accented">A</h2>')


def test_every_section_statement_and_goal_of_a_page_has_a_link_to_itself(site: dict[str, PageRecord]) -> None:
    missing = []
    for page in site.values():
        if page.concept:
            tree = LexborHTMLParser(page.html)
            links = {node.attributes["href"] for node in tree.css("a.kek-anchor, .kek-swot__label a")}
            goals = [node for node in tree.css(".kek-goal[id]") if node.css_first(".kek-goal__title a") is None]
            parts = [*tree.css("h2[id], .kek-statement[id], .kek-quadrant li[id]"), *goals]
            missing += [(page.path, part.id) for part in parts if f"#{part.id}" not in links]
    assert missing == []


def test_no_heading_holds_the_link_to_itself(site: dict[str, PageRecord]) -> None:
    trees = (LexborHTMLParser(page.html) for page in site.values())
    assert [node.html for tree in trees for node in tree.css(":is(h1, h2, h3, h4, h5, h6) .kek-anchor")] == []
