from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.contract.moves import Move, moves
from kek_build.contract.redirects import redirect_pages
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from tests.contract.published import FRAME, Published
from tests.example import OPTIONS, Copy


def _moves(shop: Workshop) -> dict[str, Move]:
    return moves(shop, {record.path for record in pages([shop], OPTIONS)})


@pytest.fixture(scope="module")
def found(workshop: Workshop) -> dict[str, Move]:
    return _moves(workshop)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1-2/", "massnahmen/1-2/"), ("i.1/", "schluesselvorhaben/i.1/"), ("ii/", "handlungsfelder/ii/"),
        ("1.1.1/", "ziele/1.1.1/"), ("1.1.1-1/", "ziele/1.1.1/#1.1.1-1"), ("ziele/1.1.1-1/", "ziele/1.1.1/#1.1.1-1"),
        ("massnahmen/1-5/", "massnahmen/1-2/"), ("1-5/", "massnahmen/1-2/"), ("0-7/", "massnahmen/1-2/"),
        ("ziele/1.1.1-9/", "ziele/1.1.1/#1.1.1-1"), ("ziele/1.1.9/", "ziele/1.1.1/"),
        ("orte/altdorf/", "orte/musterdorf/"),
        ("swot/haeuser/", "swot/wohnen/"), ("seiten/einleitung/", "seiten/vorwort/"),
        ("2-2/", "massnahmen/2-2/"), ("massnahmen/2-7/", "massnahmen/2-2/"), ("2-7/", "massnahmen/2-2/"),
        ("umfrage/", ""),
        ("massnahmen/2-2/aenderungen/", "massnahmen/2-2/"), ("massnahmen/2-7/aenderungen/", "massnahmen/2-2/"),
        ("massnahmen/2-2/datenblatt.pdf", "massnahmen/2-2/"), ("swot/umland/aenderungen/", "swot/umland/"),
    ],
)  # fmt: skip
def test_an_old_address_leads_on(found: dict[str, Move], old: str, new: str) -> None:
    assert found[old].new == new


@pytest.mark.parametrize("path", ["massnahmen/1-2/", "massnahmen/2-2/", "glossar/", "glossar/oepnv/", "wohnen/", ""])
def test_pages_and_things_without_a_number_have_no_other_address(found: dict[str, Move], path: str) -> None:
    assert path not in found


def test_former_names_come_before_short_addresses(found: dict[str, Move]) -> None:
    order = list(found)
    assert order.index("massnahmen/1-5/") < order.index("1-2/")


def test_a_page_below_one_that_is_gone_leads_to_the_nearest_above_it(copy: Copy) -> None:
    copy.append("adressen.txt", "massnahmen/1-2/alt/neu/\nmassnahmen/1-2/alt/#x\nganz/weg/\n")
    found = _moves(workshops([copy.konzept()], OPTIONS)[0])
    assert found["massnahmen/1-2/alt/neu/"].new == found["massnahmen/1-2/alt/"].new == "massnahmen/1-2/"
    assert found["ganz/weg/"].new == ""


def test_in_a_site_of_several_concepts_everything_stays_inside_its_own(musterkreis: Konzept) -> None:
    shop = Workshop(musterkreis, workshops([musterkreis, musterkreis], OPTIONS)[0].addresses)
    found = _moves(shop)
    assert found["musterkreis/1-2/"].new == "musterkreis/massnahmen/1-2/"
    assert found["musterkreis/umfrage/"].new == "musterkreis/"
    assert all(old.startswith("musterkreis/") and move.new.startswith("musterkreis/") for old, move in found.items())


# The pages


def test_a_page_that_leads_on_works_without_script_and_is_left_out_by_search_engines(found: dict[str, Move]) -> None:
    (page,) = redirect_pages([found["massnahmen/1-5/"]], FRAME)
    html = page.content.decode()
    tree = LexborHTMLParser(html)
    assert page.path == "massnahmen/1-5/index.html"
    assert '<meta http-equiv="refresh" content="0; url=../1-2/">' in html
    assert '<link rel="canonical" href="https://kek.example.org/massnahmen/1-2/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'lang="de"' in html
    assert "Maßnahme „1-5“ heißt jetzt anders." in html
    links = [(link.attributes["href"], link.text()) for link in tree.css("#weiter")]
    assert links == [("../1-2/", "1-2 Verzeichnis leerer Häuser & <Höfe>")]
    assert not re.search(r"<style|style=|<script>|onload", html)


def test_a_file_that_is_gone_leads_on_only_where_a_server_can(found: dict[str, Move]) -> None:
    assert list(redirect_pages([found["massnahmen/2-2/datenblatt.pdf"]], FRAME)) == []


def test_old_anchors_stand_on_the_page_that_leads_on_with_their_new_place(found: dict[str, Move]) -> None:
    (page,) = redirect_pages([found["swot/haeuser/"]], FRAME)
    tree = LexborHTMLParser(page.content.decode())
    places = {node.attributes["id"]: node.css_first("a") for node in tree.css("p[id]")}
    assert {anchor: link.attributes["href"] for anchor, link in places.items() if link} == {
        "schwaeche-2": "../wohnen/#schwaeche-2",
        "schwaeche-7": "../wohnen/#schwaeche-2",
    }


# Files beside


@pytest.mark.parametrize("old", ["massnahmen/1-5/", "massnahmen/0-7/", "ziele/1.1.1-9/", "orte/altdorf/"])
def test_files_beside_a_page_answer_under_former_names(published: Published, old: str) -> None:
    assert (published.site / old / "daten.json").is_file()
    assert (published.site / old / "status.svg").read_bytes() == b"<svg/>"
    assert 'http-equiv="refresh"' in (published.site / "karte" / old / "index.html").read_text(encoding="utf-8")


def test_a_card_leads_to_the_card_of_today(published: Published) -> None:
    html = (Path(published.site) / "karte/massnahmen/1-5/index.html").read_text(encoding="utf-8")
    assert 'url=../1-2/"' in html
