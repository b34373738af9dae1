from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.concept import Konzept
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.leicht import sentences
from kek_build.pages.record import PageRecord, plain_text
from tests.example import OPTIONS, Copy

_PATH = "leichte-sprache/"


def _pages(konzept: Konzept) -> dict[str, PageRecord]:
    return {page.path: page for page in pages(workshops([konzept], OPTIONS), OPTIONS)}


def _tree(page: PageRecord) -> LexborHTMLParser:
    return LexborHTMLParser(page.html)


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _without_easy_texts(copy: Copy) -> Konzept:
    """The example with nothing in Leichte Sprache."""
    for path in [*copy.folder.rglob("*.yml"), *copy.folder.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^( *)leicht: \|\n(?:\1 +.*\n|\n)+", "", text, flags=re.MULTILINE)
        path.write_text(re.sub(r"^ *leicht: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    return copy.konzept()


def test_every_sentence_stands_on_its_own_line(workshop: Workshop) -> None:
    shown = sentences(workshop.draft(""), "Eins.\nZwei.\n\nDrei:\n- a & b\n  und c\n- [[2-1|Bus]]\nVier.\n")
    assert shown == (
        "<p>Eins.<br>\nZwei.</p>\n"
        "<p>Drei:</p>\n"
        '<ul><li>a &amp; b<br>\nund c</li><li><a href="massnahmen/2-1/">Bus</a></li></ul>\n'
        "<p>Vier.</p>"
    )


def test_the_page_begins_with_the_concept_and_then_tells_of_each_thing(site: dict[str, PageRecord]) -> None:
    tree = _tree(site[_PATH])
    assert [_words(node) for node in tree.css("h2")][:4] == [
        "Was ist das?",
        "Handlungsfelder",
        "Themenfelder",
        "Operative Ziele",
    ]
    assert [_words(node) for node in tree.css("h3")][:2] == ["I Leben & <Wohnen>", "1.1 Gutes Wohnen"]


def test_every_text_leads_to_its_page_and_the_page_back(site: dict[str, PageRecord]) -> None:
    entry = next(
        node for node in _tree(site[_PATH]).css("section") if node.attributes["aria-labelledby"] == "leicht-1-2"
    )
    assert entry.css(".kek-leicht__mehr a")[0].attributes["href"] == "../massnahmen/1-2/"
    [link] = _tree(site["massnahmen/1-2/"]).css(".kek-leicht-link a")
    assert link.attributes["href"] == "../../leichte-sprache/#leicht-1-2"
    assert _tree(site["massnahmen/1-10/"]).css(".kek-leicht-link") == []


def test_the_page_says_how_much_there_is_and_what_is_missing(site: dict[str, PageRecord]) -> None:
    rows = [_words(node) for node in _tree(site[_PATH]).css(".kek-leicht__umfang li")]
    assert rows[:6] == [
        "Handlungsfelder: 1 von 2",
        "Themenfelder: 1 von 3",
        "Strategische Ziele: 0 von 2",
        "Operative Ziele: 1 von 2",
        "Schlüsselvorhaben: 1 von 3",
        "Maßnahmen: 1 von 4",
    ]


@pytest.mark.parametrize("checked", [True, False])
def test_the_page_says_whether_the_texts_were_checked(copy: Copy, checked: bool) -> None:
    line = "leicht_geprueft: Prüf·gruppe <Muster> & Partner, März 2021\n"
    if not checked:
        copy.replace("konzept.yml", line, "")
    text = plain_text(_pages(copy.konzept())[_PATH].html)
    assert ("Prüf·gruppe <Muster> & Partner, März 2021" in text) is checked
    assert ("Die Texte sind noch nicht geprüft." in text) is not checked


def test_one_text_alone_makes_the_page(copy: Copy) -> None:
    _without_easy_texts(copy)
    copy.replace("massnahmen/2-1.yml", "kurz: Busse fahren jede Stunde.\n", "leicht: Der Bus fährt oft.\n")
    page = _pages(copy.konzept())[_PATH]
    assert "Der Bus fährt oft." in plain_text(page.html)
    assert "Was ist das?" not in plain_text(page.html)


def test_nothing_in_leichte_sprache_means_no_page_and_no_link(copy: Copy) -> None:
    records = _pages(_without_easy_texts(copy))
    assert _PATH not in records
    assert [page.path for page in records.values() if "leichte-sprache" in page.html] == []
