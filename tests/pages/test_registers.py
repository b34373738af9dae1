# Long registers, with a limit so low that the example's are long: every thing is on one of the pages and in the files
# that the script fetches, the two say the same, and no address of a further page is promised to anybody.
from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.contract import take_inventory
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import Limits
from kek_build.pages.record import PageRecord
from kek_build.pages.registers import REGISTERS, outputs
from tests.example import OPTIONS

_TINY = Limits(whole=1, page=1, links=1, values=2)
every_register = pytest.mark.parametrize("kind", ["massnahme", "schluesselvorhaben", "ziel", "aussage", "ort"])


@pytest.fixture(scope="module")
def long(musterkreis: Konzept) -> Workshop:
    return replace(workshops([musterkreis], OPTIONS)[0], limits=_TINY)


@pytest.fixture(scope="module")
def written(long: Workshop) -> dict[str, PageRecord]:
    return {page.path: page for page in pages([long], OPTIONS)}


@pytest.fixture(scope="module")
def files(long: Workshop) -> dict[str, Any]:
    return {output.path: json.loads(output.content) for output in outputs(long)}


def _start(kind: str, shop: Workshop) -> str:
    return next(source.address(shop) for source in REGISTERS if source.kind == kind)


def _series(written: dict[str, PageRecord], first: str) -> list[PageRecord]:
    return [written[path] for path in written if path == first or path.startswith(f"{first}seite-")]


def _address(html: str, page: str) -> str:
    link = LexborHTMLParser(html).css_first("a")
    assert link is not None
    return urljoin("/" + page, link.attributes["href"] or "").removeprefix("/")


@every_register
def test_every_thing_stands_on_one_of_the_pages(written: dict[str, PageRecord], long: Workshop, kind: str) -> None:
    found = _series(written, _start(kind, long))
    assert len(found) > 1
    rows = [
        _address(row.html or "", page.path)
        for page in found
        for row in LexborHTMLParser(page.html).css(".kek-row:not(.kek-row--above)")
    ]
    assert sorted(set(rows)) == sorted(long.addresses.of(entry) for entry in long.konzept.of_kind(kind))


@every_register
def test_the_pages_lead_to_each_other_and_only_the_first_filters(
    written: dict[str, PageRecord], long: Workshop, kind: str
) -> None:
    first = _start(kind, long)
    at, seen = first, []
    while at:
        seen.append(at)
        tree = LexborHTMLParser(written[at].html)
        assert (tree.css_first(".kek-register__form") is not None) == (at == first)
        onward = tree.css_first('.kek-seiten a[rel="next"]')
        at = urljoin("/" + at, onward.attributes["href"] or "").removeprefix("/") if onward else ""
    assert seen == [page.path for page in _series(written, first)]


@every_register
def test_further_pages_are_for_readers_not_for_search_engines_and_not_promised(
    written: dict[str, PageRecord], long: Workshop, kind: str
) -> None:
    first, *further = _series(written, _start(kind, long))
    assert first.indexed
    assert not any(page.indexed for page in further)
    titles = [page.title for page in further]
    assert len(set(titles)) == len(titles)
    assert all(" – Seite " in title for title in titles)
    inventory = take_inventory(long, written.values())
    assert inventory.new == ()
    assert first.path in inventory.recorded


@every_register
def test_the_files_hold_every_row_with_the_values_that_its_page_gives_it(
    written: dict[str, PageRecord], files: dict[str, Any], long: Workshop, kind: str
) -> None:
    first = _start(kind, long)
    rows = [row for name, part in files.items() if name.startswith(f"{first}liste/zeilen-") for row in part]
    words = [text for name, part in files.items() if name.startswith(f"{first}liste/worte-") for text in part]
    columns = files[f"{first}liste/spalten-1.json"]
    assert len(rows) == len(words) == len(columns["titel"]) == len(long.konzept.of_kind(kind))
    assert Counter(columns["titel"]) == Counter(range(len(rows)))
    on_pages = {
        _address(row.html or "", page.path): row.attributes["data-values"]
        for page in _series(written, first)
        for row in LexborHTMLParser(page.html).css(".kek-row")
    }
    facets = [key for key in columns if key != "titel"]
    for index, row in enumerate(rows):
        parts = (columns[key][index] for key in facets)
        codes = " ".join(",".join(map(str, part)) if isinstance(part, list) else str(part) for part in parts)
        assert on_pages[_address(row, first)] == codes
        title = LexborHTMLParser(row).css_first(".kek-row__name")
        assert title is not None
        assert " ".join(title.text().split()) in words[index]


def test_a_filter_with_many_values_is_typed_and_its_values_wait_in_a_file(
    written: dict[str, PageRecord], files: dict[str, Any]
) -> None:
    tree = LexborHTMLParser(written["massnahmen/"].html)
    names = {node.attributes["name"] for node in tree.css(".kek-register__form input[list]")}
    assert names == {
        name.rpartition("-")[0].rpartition("werte-")[2] for name in files if "massnahmen/liste/werte-" in name
    }
    assert ["musterstadt", "Musterstadt & <Umland>", 1] in files["massnahmen/liste/werte-ort-1.json"]
    assert "&lt;Umland&gt; (1)" not in written["massnahmen/"].html


def test_a_short_register_has_no_files_and_one_page(workshop: Workshop, site: dict[str, PageRecord]) -> None:
    assert list(outputs(workshop)) == []
    assert [path for path in site if "/seite-" in path] == []


def test_a_heading_that_goes_on_says_so(written: dict[str, PageRecord]) -> None:
    assert "(Fortsetzung)" not in written["massnahmen/"].html
    assert "(Fortsetzung)" in "".join(written[path].html for path in written if path.startswith("ziele/seite-"))


def test_the_first_page_says_where_each_group_begins(written: dict[str, PageRecord]) -> None:
    links = LexborHTMLParser(written["massnahmen/"].html).css(".kek-register__begins a")
    assert len(links) == 2
    for link in links:
        page, _, anchor = urljoin("/massnahmen/", link.attributes["href"] or "").removeprefix("/").partition("#")
        assert f'id="{anchor}"' in written[page].html
