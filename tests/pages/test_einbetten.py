from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.pages.draft import Workshop
from kek_build.pages.einbetten import embed_view, frame, height
from kek_build.pages.record import PageRecord

_URL = "https://kek.example.org/"


def _only(html: str, selector: str) -> LexborNode:
    found = LexborHTMLParser(html).css(selector)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("path", ["massnahmen/1-2/", "ziele/1.1.1/", "kennzahlen/leerstand/", "orte/musterdorf/"])
def test_a_page_offers_frame_and_badge_as_text(site: dict[str, PageRecord], path: str) -> None:
    texts = [node.text() for node in LexborHTMLParser(site[path].html).css(".kek-share textarea")]
    assert [text.split(" ")[0] for text in texts] == ["<iframe", "<a", "[![Aktueller"]
    assert _only(texts[0], "iframe").attributes["src"] == f"{_URL}karte/{path}"
    assert _only(texts[1], "a[href] > img[alt]").attributes["src"] == f"{_URL}{path}status.svg"
    assert _only(texts[1], "a").attributes["href"] == f"{_URL}{path}"
    assert texts[2].endswith(f"]({_URL}{path}status.svg)]({_URL}{path})")


def test_a_frame_has_a_title_waits_until_it_is_seen_and_needs_no_script(workshop: Workshop) -> None:
    node = _only(frame(workshop, workshop.card_of(workshop.konzept["1-2"])), "iframe")
    assert node.attributes["title"] == "Maßnahme 1-2: Verzeichnis leerer Häuser & <Höfe>"
    assert (node.attributes["loading"], node.attributes["width"]) == ("lazy", "100%")


def test_no_title_can_break_out_of_the_frame(workshop: Workshop) -> None:
    evil = replace(workshop.card_of(workshop.konzept["1-2"]), title='"></iframe><script>alert(1)</script></textarea>')
    html = frame(workshop, evil)
    assert [node.tag for node in LexborHTMLParser(html).css("body *")] == ["iframe"]
    assert type(html) is str


def test_a_page_of_something_else_offers_nothing_to_embed(site: dict[str, PageRecord], workshop: Workshop) -> None:
    for path in ("", "massnahmen/", "akteure/kreistag/", "seiten/vorwort/", "swot/wohnen/", "handlungsfelder/i/"):
        assert LexborHTMLParser(site[path].html).css(".kek-share textarea") == []
    assert embed_view(workshop, "", None) is None


def test_a_page_leads_to_the_cards_of_goals_without_a_page(site: dict[str, PageRecord]) -> None:
    links = LexborHTMLParser(site["ziele/1.1.1/"].html).css(".kek-share details li a")
    assert [(node.text(), node.attributes["href"]) for node in links] == [
        ("Operatives Ziel 1.1.1-1", "../../karte/ziele/1.1.1-1/"),
        ("Operatives Ziel 1.1.1-2", "../../karte/ziele/1.1.1-2/"),
    ]


def test_more_text_needs_more_height(workshop: Workshop) -> None:
    card = workshop.card_of(workshop.konzept["1-2"])
    higher = [replace(card, title=card.title * 3), replace(card, lead=card.lead * 3), replace(card, things=("Weg",))]
    assert [height(more) > height(card) for more in higher] == [True] * 3
    assert height(card) % 10 == 0


def test_the_page_of_a_thing_with_a_card_names_its_description(site: dict[str, PageRecord]) -> None:
    found = {path: [other.path for other in page.alternates if "oembed" in other.type] for path, page in site.items()}
    assert found["massnahmen/1-2/"] == ["massnahmen/1-2/oembed.json"]
    assert (found[""], found["massnahmen/"], found["akteure/kreistag/"]) == ([], [], [])
