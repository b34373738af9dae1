# The shipped content keeps the link contract: what it publishes is recorded, so that it can never get lost unnoticed.
from __future__ import annotations

from pathlib import Path

from kek_build import contract
from kek_build.concept import load
from kek_build.pages.build import pages, workshops
from kek_build.reading import concept_folders
from tests.example import OPTIONS, PROJECT
from tests.shipped.conftest import Visit


def test_every_address_that_the_site_has_is_recorded() -> None:
    concepts, problems = load(PROJECT, concept_folders(PROJECT / "content"))
    assert problems == []
    shops = workshops(concepts, OPTIONS)
    records = list(pages(shops, OPTIONS))
    new = [address for shop in shops for address in contract.take_inventory(shop, records).new]
    assert new == [], "Nicht in adressen.txt: .venv/bin/kek adressen --festhalten"


def test_a_short_address_leads_to_its_measure_without_javascript(without_script: Visit) -> None:
    page = without_script.open("leipzig/3-34/")
    page.wait_for_url("**/leipzig/massnahmen/3-34/")
    assert "3-34" in (page.text_content("h1") or "")


def test_the_address_of_a_goal_without_a_page_leads_to_its_place(visit: Visit) -> None:
    page = visit.open("boerde/ziele/4.3.1-2/")
    page.wait_for_url("**/boerde/ziele/4.3.1/#4.3.1-2")
    assert page.locator(":target").is_visible()


def test_a_page_that_leads_on_names_no_page_of_its_own_to_search_engines(site: Path) -> None:
    html = (site / "leipzig/3-34/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://kek.example.org/leipzig/massnahmen/3-34/">' in html
    assert "leipzig/3-34/<" not in (site / "sitemap.xml").read_text(encoding="utf-8")
