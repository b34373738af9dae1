from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.pages.addresses import RESERVED, SECTIONS, Addresses, beside, relative
from kek_build.pages.record import PageRecord
from tests.example import Copy

_PARTS = st.lists(st.from_regex(r"[a-z0-9]{1,5}(\.[0-9])?(-[a-z0-9]{1,3})?", fullmatch=True), max_size=4)
_PAGES = _PARTS.map(lambda parts: "".join(f"{part}/" for part in parts))
_ANCHORS = st.sampled_from(["", "#chance-1", "#1.1.1-2"])
_ADDRESSES = st.builds(lambda page, anchor: page + anchor, _PAGES, _ANCHORS)


# The addresses as the design fixes them; they must never change.
@pytest.mark.parametrize(
    ("ref", "address"),
    [
        ("konzept", "muster/"),
        ("I", "muster/handlungsfelder/i/"),
        ("I#leitsatz-2", "muster/handlungsfelder/i/#leitsatz-2"),
        ("1.1", "muster/ziele/1.1/"),
        ("1.1#leitsatz", "muster/ziele/1.1/#leitsatz"),
        ("1.1.1", "muster/ziele/1.1.1/"),
        ("1.1.1-2", "muster/ziele/1.1.1/#1.1.1-2"),
        ("I.1", "muster/schluesselvorhaben/i.1/"),
        ("1-10", "muster/massnahmen/1-10/"),
        ("swot/wohnen", "muster/swot/wohnen/"),
        ("swot/wohnen#chance-1", "muster/swot/wohnen/#chance-1"),
        ("kennzahlen/leerstand", "muster/kennzahlen/leerstand/"),
        ("akteure/kreistag", "muster/akteure/kreistag/"),
        ("orte/musterdorf", "muster/orte/musterdorf/"),
        ("glossar/oepnv", "muster/glossar/#oepnv"),
        ("seiten/vorwort", "muster/seiten/vorwort/"),
        ("quellen/kek-muster", "muster/quellen/#kek-muster"),
    ],
)
def test_every_kind_of_thing_has_its_address(musterkreis: Konzept, ref: str, address: str) -> None:
    assert Addresses(musterkreis, "muster/").of(musterkreis[ref]) == address


def test_a_single_concept_stands_at_the_root(musterkreis: Konzept) -> None:
    addresses = Addresses(musterkreis, "")
    assert addresses.section() == ""
    assert addresses.section("massnahmen") == "massnahmen/"
    assert addresses.of(musterkreis["I.1"]) == "schluesselvorhaben/i.1/"


def test_no_two_things_share_an_address(musterkreis: Konzept) -> None:
    addresses = Addresses(musterkreis, "")
    taken = [addresses.of(entry) for entry in musterkreis.entries.values() if entry.ref != "1.1.1-1#leitsatz"]
    assert len(taken) == len(set(taken))


def test_a_guiding_statement_of_a_goal_without_page_is_found_at_the_goal(musterkreis: Konzept) -> None:
    address = Addresses(musterkreis, "").of(musterkreis["1.1.1-1#leitsatz"])
    assert address == "ziele/1.1.1/#1.1.1-1"


def test_a_new_title_changes_no_address(copy: Copy) -> None:
    before = copy.konzept()
    copy.replace("handlungsfelder/I.yml", "titel: Gutes Wohnen", "titel: Ganz anderes Wohnen")
    after = copy.konzept()
    for ref in before.entries:
        assert Addresses(before, "").of(before[ref]) == Addresses(after, "").of(after[ref])


def test_goals_have_a_page_where_their_level_has_pages(musterkreis: Konzept) -> None:
    addresses = Addresses(musterkreis, "")
    pages = {goal.ref for goal in musterkreis.of_kind("ziel") if addresses.has_page(goal)}
    assert pages == {"1.1", "1.1.1", "1.2", "2.1", "2.1.1"}


def test_exactly_the_things_with_a_page_have_a_page(musterkreis: Konzept, site: dict[str, PageRecord]) -> None:
    addresses = Addresses(musterkreis, "")
    expected = {entry.ref for entry in musterkreis.entries.values() if addresses.has_page(entry)}
    assert {record.ref for record in site.values() if record.ref} == expected


def test_no_concept_can_take_an_address_of_the_site(site: dict[str, PageRecord]) -> None:
    used = {path.partition("/")[0] for path in site} - {""}
    assert used | set(SECTIONS.values()) | {"daten"} <= RESERVED


@given(address=_ADDRESSES, page=_PAGES)
def test_the_relative_way_leads_to_the_address(address: str, page: str) -> None:
    site = "https://muster.invalid/kek/"
    assert urljoin(site + page, relative(address, page)) == site + address


@pytest.mark.parametrize(
    ("address", "page", "way"),
    [
        ("", "", "./"),
        ("", "suche/", "../"),
        ("muster/", "muster/", "./"),
        ("muster/#x", "muster/", "#x"),
        ("muster/swot/wohnen/#chance-1", "muster/massnahmen/1-2/", "../../swot/wohnen/#chance-1"),
        ("kek/nummern.json", "suche/", "../kek/nummern.json"),
    ],
)
def test_relative_ways_are_short(address: str, page: str, way: str) -> None:
    assert relative(address, page) == way


@given(_ADDRESSES, _PAGES)
def test_pages_side_by_side_have_the_same_way_to_all_that_is_not_below_them(address: str, page: str) -> None:
    if not address.startswith(page):
        assert relative(address, beside(page)) == relative(address, page)
