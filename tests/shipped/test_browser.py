# What readers do, in a real browser, under the strict policy. The fixtures check afterwards that nothing was asked of
# another host, stored, or complained about.
from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.shipped.conftest import Visit
from tests.shipped.test_search_box import search


def test_from_the_first_page_over_the_search_to_a_measure_along_the_roter_faden_and_back(visit: Visit) -> None:
    page = visit.open("")
    search(page, "Kreisstraßenkonzept umsetzen")
    page.get_by_role("dialog").get_by_role("link", name=re.compile(r"^1-1 ")).click()
    expect(page).to_have_url(re.compile(r"/leipzig/massnahmen/1-1/$"))

    faden = page.get_by_role("region", name="Roter Faden")
    statement = faden.locator("a[href*='/swot/']").first
    statement_address = statement.get_attribute("href")
    statement.click()
    expect(page).to_have_url(re.compile(r"/leipzig/swot/.+#"))
    anchor = page.url.partition("#")[2]
    assert statement_address is not None
    assert statement_address.endswith(anchor)

    shown = page.locator(f"[id='{anchor}']")
    expect(shown).to_be_in_viewport()
    shown.locator(".kek-answers a").first.click()
    expect(page.get_by_role("region", name="Roter Faden").locator(f"ol a[href$='#{anchor}']")).to_have_count(1)


def test_the_faden_leads_down_from_a_field_to_an_indicator(visit: Visit) -> None:
    page = visit.open("leipzig/ziele/i-d/")
    page.get_by_role("region", name="Roter Faden").get_by_role("link", name=re.compile(r"^I\.5 ")).first.click()
    page.get_by_role("region", name="Roter Faden").get_by_role("link", name=re.compile(r"^1-1 ")).first.click()
    page.get_by_role("region", name="Roter Faden").locator("a[href*='/kennzahlen/']").first.click()
    expect(page).to_have_url(re.compile(r"/leipzig/kennzahlen/"))


def test_no_page_type_is_wider_than_a_phone(phone: Visit) -> None:
    for path in (
        "", "leipzig/", "boerde/", "leipzig/handlungsfelder/ii/", "leipzig/schluesselvorhaben/iii.1/",
        "leipzig/massnahmen/", "leipzig/massnahmen/2-84/", "leipzig/swot/", "leipzig/swot/natur/",
        "leipzig/kennzahlen/bevoelkerungsprognose/", "leipzig/akteure/", "leipzig/orte/zwenkau/", "leipzig/glossar/",
        "leipzig/quellen/", "leipzig/lose-enden/", "boerde/ziele/", "boerde/ziele/4.2.3/", "boerde/befragung/",
        "boerde/seiten/zielsystem/", "boerde/verlauf/", "impressum/", "datenschutz/", "barrierefreiheit/", "suche/",
    ):  # fmt: skip
        page = phone.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_menu_marks_the_section_of_a_page_that_it_does_not_list(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-32/")
    menu = page.get_by_role("navigation", name="Menü")
    expect(menu.locator("a[aria-current]")).to_have_text("Maßnahmen")


def test_everything_can_be_read_and_reached_without_javascript(without_script: Visit) -> None:
    page = without_script.open("")
    page.get_by_role("link", name="Landkreis Leipzig").last.click()
    page.locator("article").get_by_role("link", name="Maßnahmen").first.click()
    page.get_by_role("link", name=re.compile(r"^1-32 ")).click()
    expect(page.locator("h1")).to_contain_text("1-32")
    page.get_by_role("link", name="Suche").first.click()
    expect(page.locator("article").get_by_role("link", name="Schlüsselvorhaben")).to_be_visible()


def test_an_unknown_address_gets_a_helpful_page(visit: Visit) -> None:
    page = visit.open("404.html")
    expect(page.locator("h1")).to_have_text("Diese Seite gibt es nicht")
    for county in ("Landkreis Börde", "Landkreis Leipzig"):
        expect(page.locator("article").get_by_role("link", name=county)).to_be_visible()
    page.get_by_role("searchbox", name="Wonach suchen Sie?").fill("Radweg")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/suche/\?q=Radweg$"))


def test_paper_shows_what_is_folded_on_the_screen_and_no_navigation(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/2-84/")
    folded = page.locator(".kek-faden details li a").last
    expect(folded).not_to_be_visible()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
    for selector in (".kek-header", ".kek-menu", ".kek-toc", ".kek-footer", ".kek-crumbs"):
        expect(page.locator(selector)).not_to_be_visible()


def test_the_menu_opens_on_a_phone_and_closes_with_escape(phone: Visit) -> None:
    page = phone.open("leipzig/massnahmen/1-32/")
    entry = page.get_by_role("navigation", name="Menü").get_by_role("link", name="SWOT-Analyse")
    expect(entry).not_to_be_visible()
    page.locator(".kek-menu summary").tap()
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).not_to_be_visible()


def test_the_pyramid_leads_to_every_level(visit: Visit) -> None:
    page = visit.open("boerde/")
    levels = page.locator(".kek-pyramid a")
    labels = levels.locator("text").all_text_contents()
    assert [label.strip() for label in labels] == [
        "Leitgedanke",
        "7 Handlungsfelder",
        "17 Leitsätze",
        "17 Themenfelder",
        "38 strategische Ziele",
        "83 operative Ziele",
        "1 Kennzahl",
    ]
    levels.nth(4).click()
    expect(page).to_have_url(re.compile(r"/boerde/ziele/$"))


@pytest.mark.parametrize("width", [320, 360, 375])
def test_the_name_of_the_site_keeps_its_words_whole(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 740})
    page = visit.open("leipzig/massnahmen/1-1/")
    lines = page.locator(".kek-site span").evaluate("""(name) => {
      const text = name.firstChild
      return text.data.split(" ").map((word) => {
        const range = document.createRange()
        range.setStart(text, text.data.indexOf(word))
        range.setEnd(text, text.data.indexOf(word) + word.length)
        return [word, range.getClientRects().length]
      })
    }""")
    assert lines == [["Kreisentwicklung", 1], ["online", 1]]
