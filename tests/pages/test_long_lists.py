# Lists that are too long for the page of their thing, with a limit so low that the example's are: the page shows the
# beginning and leads to the rest, where nothing is lost.
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.contract import take_inventory
from kek_build.documents.views import keeper
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import Limits
from kek_build.pages.long_lists import lists_of
from kek_build.pages.record import PageRecord
from tests.example import OPTIONS, broken_links_between

_TINY = Limits(whole=1, page=1, links=1, values=2)


@pytest.fixture(scope="module")
def long(musterkreis: Konzept) -> Workshop:
    return replace(workshops([musterkreis], OPTIONS)[0], limits=_TINY)


@pytest.fixture(scope="module")
def written(long: Workshop) -> dict[str, PageRecord]:
    return {page.path: page for page in pages([long], OPTIONS)}


def _links(page: PageRecord, within: str) -> list[str]:
    found = LexborHTMLParser(page.html).css(f"{within} a[href]")
    return [urljoin("/" + page.path, node.attributes["href"] or "").removeprefix("/") for node in found]


def test_every_link_to_the_rest_of_a_list_leads_there(written: dict[str, PageRecord], tmp_path: Path) -> None:
    assert broken_links_between(list(written.values()), tmp_path) == []


def test_the_pages_of_a_list_hold_all_of_it_in_its_order(written: dict[str, PageRecord], long: Workshop) -> None:
    followed = 0
    for entry in long.konzept.entries.values():
        for found in lists_of(long.konzept, entry):
            if len(found.entries) < 2 or entry.kind == "dokument":  # which stand on one page
                continue
            first = f"{long.addresses.folder(entry)}{found.key}/"
            series = [written[path] for path in written if path == first or path.startswith(f"{first}seite-")]
            rows = [link for page in series for link in _links(page, ".kek-row__title")]
            assert rows == [long.addresses.of(thing) for thing in found.entries], first
            followed += 1
    assert followed > 10


def test_the_page_of_a_thing_shows_the_beginning_and_says_how_many_there_are(
    written: dict[str, PageRecord], site: dict[str, PageRecord]
) -> None:
    whole, cut = (LexborHTMLParser(pages["handlungsfelder/i/"].html) for pages in (site, written))
    measures = whole.css('section[aria-labelledby="massnahmen"] details li')
    assert len(measures) == 2
    assert len(cut.css('section[aria-labelledby="massnahmen"] details li')) == 1
    assert "Alle 2 zeigen" in written["handlungsfelder/i/"].html
    assert "Alle 2 zeigen" not in site["handlungsfelder/i/"].html


def test_pages_of_lists_are_not_promised_and_not_for_search_engines(
    written: dict[str, PageRecord], long: Workshop, site: dict[str, PageRecord]
) -> None:
    more = [page for path, page in written.items() if path not in site]
    assert len(more) > 50
    assert [page.path for page in more if page.indexed] == []
    assert {item.partition("#")[0] for item in take_inventory(long, written.values()).new} <= set(site)


@pytest.mark.parametrize("section", ["quellen", "lose-enden", "akteure", "swot/antworten"])
def test_what_a_list_holds_stands_on_one_of_its_pages(
    written: dict[str, PageRecord], site: dict[str, PageRecord], section: str
) -> None:
    within = {
        "quellen": ".kek-note__label",
        "lose-enden": "section .kek-links",
        "akteure": ".kek-directory",
        "swot/antworten": ".kek-rows",
    }[section]
    first = f"{section}/"
    found = [page for path, page in written.items() if path == first or path.startswith(f"{first}seite-")]
    assert len(found) > 1
    assert [link for page in found for link in _links(page, within)] == _links(site[first], within)
    for page in found:
        assert len(LexborHTMLParser(page.html).css(f"{within} > li" if section != "quellen" else ".kek-note")) <= 1


def test_paper_has_no_further_pages(long: Workshop) -> None:
    paper = keeper(long)
    assert [page.path for page in pages([paper], OPTIONS) if page.continues] == []
