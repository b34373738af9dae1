# A site of many counties: its first page lists them once, and no other page does.
from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.history import History
from kek_build.pages.build import pages, plan, workshops
from kek_build.pages.directories import directories
from kek_build.pages.portal import HANDFUL, in_order, is_portal, lands, newest
from kek_build.pages.record import PageRecord
from tests.example import HISTORY, OPTIONS, counties

COUNTIES = 7


@pytest.fixture(scope="module")
def first() -> LexborHTMLParser:
    """The first page of a portal."""
    return LexborHTMLParser(next(pages(workshops(counties(COUNTIES), OPTIONS), OPTIONS)).html)


def page(path: str, number: int) -> PageRecord:
    planned = plan(workshops(counties(number), OPTIONS), OPTIONS)
    return next(page for page in planned if page.path == path).write()


def test_a_site_is_a_portal_above_a_handful_of_concepts() -> None:
    assert not is_portal(workshops(counties(HANDFUL), OPTIONS))
    assert is_portal(workshops(counties(HANDFUL + 1), OPTIONS))


def test_every_county_stands_once_in_the_list_of_its_land(first: LexborHTMLParser) -> None:
    assert [node.text() for node in first.css(".kek-portal__land h3")] == ["Beispielland", "Musterland"]
    listed = [[link.text() for link in land.css("a")] for land in first.css(".kek-portal__land")]
    assert listed == [
        ["Landkreis Kreis U", "Landkreis Kreis W", "Landkreis Kreis Y"],
        ["Landkreis Kreis T", "Landkreis Kreis V", "Landkreis Kreis X", "Landkreis Kreis Z"],
    ]


def test_the_places_from_a_to_z_are_those_of_the_names(first: LexborHTMLParser) -> None:
    rows = sorted(first.css("[data-kek-place]"), key=lambda row: int(row.attributes["data-kek-place"] or ""))
    assert [row.css("a")[0].text()[-1] for row in rows] == list("TUVWXYZ")


def test_a_county_is_listed_with_how_much_its_concept_holds(first: LexborHTMLParser) -> None:
    said = first.css("[data-kek-sought] .kek-via")[0].text()
    assert said == "2 Handlungsfelder · 7 Ziele · 3 Schlüsselvorhaben · 4 Maßnahmen"


def test_a_county_without_goals_counts_what_it_has() -> None:
    (konzept,) = counties(1)
    empty = replace(konzept, by_kind={"handlungsfeld": konzept.of_kind("handlungsfeld")[:1]})
    (land,) = lands(workshops([empty], OPTIONS))
    assert land.rows[0].counts == "1 Handlungsfeld"


def test_the_counties_that_changed_last_come_first() -> None:
    told = HISTORY.of("musterkreis")
    earlier = replace(told, told=tuple(change for change in told.changes if change.day.day < 9))
    history = History({"kreis-z": earlier, "kreis-w": told, "kreis-u": told})
    shops = workshops(counties(COUNTIES), OPTIONS, history=history)
    assert [row.county.title[-1] for row in newest(shops)] == ["U", "W", "Z"]
    assert [row.county.title[-1] for row in newest(shops, 1)] == ["U"]


def test_what_changed_is_left_out_where_nothing_is_known(first: LexborHTMLParser) -> None:
    assert first.css_first("#neues") is None


def test_counties_are_sorted_by_the_name_without_landkreis() -> None:
    assert [shop.konzept.slug[-1] for shop in in_order(workshops(counties(3), OPTIONS))] == ["x", "y", "z"]


@pytest.mark.parametrize("path", ["suche/", "barrierefreiheit/"])
def test_pages_of_the_site_stay_short_with_many_counties(path: str) -> None:
    few, many = (len(page(path, number).html) for number in (HANDFUL + 1, 20))
    assert (many - few) / 14 < 100, "no more than a line for each county"


def test_the_search_page_leads_to_each_county() -> None:
    links = LexborHTMLParser(page("suche/", COUNTIES).html).css(".kek-links a")
    found = {urljoin("https://x/suche/", link.attributes["href"] or "") for link in links}
    assert found == {*(f"https://x/kreis-{letter}/" for letter in "tuvwxyz"), "https://x/themen/", "https://x/daten/"}


def test_who_finds_nothing_is_led_to_the_list_of_counties_and_not_to_all_lists_of_all_of_them() -> None:
    (site,) = directories(workshops(counties(COUNTIES), OPTIONS))
    assert (site.name, site.address) == ("Alle Landkreise", "")
    assert site.lists == (("Themen", "themen/"), ("Offene Daten", "daten/"))


def test_the_accessibility_statement_counts_counties_where_they_are_many() -> None:
    assert "(6 Landkreise)" in page("barrierefreiheit/", 12).html
    assert "(Landkreis Kreis Z, Landkreis Kreis X und Landkreis Kreis V)" in page("barrierefreiheit/", 5).html
