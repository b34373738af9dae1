# A portal of many counties in the browser: finding one in the list, and choosing which to see side by side.
from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kek_build.mkdocs_adapter.build import build_site
from tests.example import MUSTERKREIS
from tests.mkdocs_adapter.conftest import configuration
from tests.shipped import audit, tools
from tests.shipped.server import serve

NAMES = ("Ahl", "Börn", "Calm", "Dörn", "Elm", "Fähr")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the example under six names; one county put nothing under a subject."""
    folder = tmp_path_factory.mktemp("portal")
    for place, name in enumerate(NAMES):
        county = folder / "content" / f"kreis-{place}"
        shutil.copytree(MUSTERKREIS, county)
        text = (county / "konzept.yml").read_text(encoding="utf-8")
        text = re.sub(r"^name: .*$", f"name: Landkreis {name}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^kurzname: .*$", f"kurzname: {name}", text, count=1, flags=re.MULTILINE)
        (county / "konzept.yml").write_text(text, encoding="utf-8")
        for thing in county.rglob("*.yml") if name == "Elm" else ():
            plain = re.sub(r"^themen: .*\n", "", thing.read_text(encoding="utf-8"), flags=re.MULTILINE)
            thing.write_text(plain, encoding="utf-8")
    site = build_site(configuration(folder, folder / "content"), documents=False)
    with serve(site) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader; afterwards: the console is empty."""
    with tools.reader(browser, viewport={"width": 1280, "height": 900}) as page:
        yield page


def test_a_county_is_found_by_its_name(portal: str, reader: Page) -> None:
    reader.goto(portal)
    reader.get_by_label("Landkreis finden").fill("orn")
    expect(reader.locator("[data-kek-sought]:visible a")).to_have_text(["Landkreis Börn", "Landkreis Dörn"])
    expect(reader.locator(".kek-portal [role=status]")).to_have_text("2 Landkreise gefunden")
    reader.get_by_label("Landkreis finden").fill("")
    reader.get_by_label("Reihenfolge").select_option("von A bis Z")
    expect(reader.locator("[data-kek-sought]:visible a")).to_have_text([f"Landkreis {name}" for name in NAMES])
    expect(reader.locator(".kek-portal h3:visible")).to_have_count(0)


def test_the_frame_names_the_county_one_is_in_and_the_way_to_all_others(portal: str, reader: Page) -> None:
    reader.goto(f"{portal}kreis-2/massnahmen/")
    for frame in ("header .kek-counties", "footer nav[aria-label='Alle Konzepte']"):
        expect(reader.locator(f"{frame} a")).to_have_text(["Alle Landkreise", "Landkreis Calm"])
    reader.locator(".kek-counties a").first.click()
    expect(reader).to_have_url(f"{portal}#landkreise")
    reader.set_viewport_size({"width": 360, "height": 800})
    reader.goto(f"{portal}kreis-2/massnahmen/")
    reader.locator(".kek-menu summary").click()
    expect(reader.locator(".kek-menu > details > ul > li > a")).to_have_text(["Alle Landkreise", "Landkreis Calm"])


def test_chosen_counties_stand_side_by_side_and_the_address_keeps_the_choice(portal: str, reader: Page) -> None:
    reader.goto(f"{portal}themen/wohnen/")
    expect(reader.get_by_label("1. Landkreis").locator("option")).to_have_count(
        len(NAMES)
    )  # Elm has nothing, „–“ is one
    reader.get_by_label("1. Landkreis").select_option("Landkreis Börn")
    reader.get_by_label("3. Landkreis").select_option("Landkreis Fähr")
    expect(reader.locator(".kek-vergleich [role=status]")).to_have_text("Nebeneinander: Landkreis Börn, Landkreis Fähr")
    expect(reader).to_have_url(f"{portal}themen/wohnen/?landkreise=kreis-1%2Ckreis-5")
    reader.reload()
    rows = reader.locator(".kek-vergleich__zeile")
    expect(rows).to_have_count(6)
    expect(rows.nth(3).locator("h4")).to_have_text(["Landkreis Börn", "Landkreis Fähr"])
    link = rows.nth(3).locator("li a").first
    expect(link).to_have_attribute("href", f"{portal}kreis-1/massnahmen/1-2/")


def test_the_portals_own_pages_break_no_rule_of_accessibility(portal: str, reader: Page) -> None:
    for path in ("", "themen/", "themen/wohnen/?landkreise=kreis-1,kreis-5", "glossar/oepnv/"):
        reader.goto(portal + path)
        reader.wait_for_load_state("networkidle")
        assert audit.violations(reader) == []
