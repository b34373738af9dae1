# The search as readers meet it: dialog, search page, the field on other pages. The fixtures check afterwards that
# nothing was asked of another host, stored, or complained about.
from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.shipped.conftest import Visit

BUDGET = 150_000
"""Bytes that a first search may transfer, gzipped."""


def search(page: Page, words: str) -> None:
    """Open the search above a page and type."""
    page.locator(".kek-header").get_by_role("button", name="Suche").click()
    page.get_by_role("dialog").get_by_role("searchbox", name="Suche").fill(words)


def hits(page: Page) -> Locator:
    return page.locator(".kek-hits a")


def suggestions(page: Page) -> Locator:
    return page.get_by_role("list", name="Vorschläge").get_by_role("button")


def test_numbers_find_their_page_first(visit: Visit) -> None:
    page = visit.open("leipzig/")
    for typed, address in (
        ("1-32", "leipzig/massnahmen/1-32/"),
        ("III.1", "leipzig/schluesselvorhaben/iii.1/"),
        ("iii.1", "leipzig/schluesselvorhaben/iii.1/"),
        ("4.3.1", "boerde/ziele/4.3.1/"),
        ("4.3.1-2", "boerde/ziele/4.3.1/#4.3.1-2"),
        ("Maßnahme 3-34", "leipzig/massnahmen/3-34/"),
        ("3-5", "leipzig/massnahmen/3-50/"),
    ):
        page.goto(visit.address + "suche/?q=" + typed)
        expect(hits(page).first).to_have_attribute("href", visit.address + address)


def test_a_hit_says_where_it_stands(visit: Visit) -> None:
    page = visit.open("suche/?q=1-1")
    place = hits(page).first.locator(".kek-hit__place")
    expect(place).to_have_text(re.compile(r"^Landkreis Leipzig › I Starker Wirtschaftsstandort › I\.5 .+ › Maßnahme$"))


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("kitap", "Kitaplatz"), ("aerzt", "Ärztehaus"), ("arzt", "Ärzte"), ("schlechter radw", "schlechter Radweg")],
)
def test_words_are_completed_as_they_are_written(visit: Visit, typed: str, completed: str) -> None:
    page = visit.open("suche/")
    page.get_by_role("searchbox").fill(typed)
    expect(suggestions(page).filter(has_text=completed).first).to_be_visible()


def test_numbers_are_suggested_with_their_title(visit: Visit) -> None:
    page = visit.open("leipzig/")
    search(page, "1-3")
    suggestions(page).filter(has_text=re.compile(r"^1-32 Konzepte zum Strukturwandel")).click()
    expect(hits(page)).to_have_count(1)
    expect(hits(page).first).to_have_attribute("href", visit.address + "leipzig/massnahmen/1-32/")


def test_suggestions_can_be_reached_with_the_arrows(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-1/")
    page.locator(".kek-header").get_by_role("button", name="Suche").press("Enter")
    field = page.get_by_role("dialog").get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("Radv")
    expect(suggestions(page).nth(1)).to_be_visible()
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggestions(page).first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(suggestions(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    chosen = suggestions(page).first.inner_text()
    page.keyboard.press("Enter")
    expect(field).to_have_value(chosen)
    expect(field).to_be_focused()


def test_a_corrected_word_is_told_and_can_be_taken_back(visit: Visit) -> None:
    page = visit.open("suche/?q=Feuerwher")
    told = page.locator(".kek-search__corrected")
    expect(told).to_contain_text("Gesucht wurde „Feuerwehr“ statt „Feuerwher“")
    expect(hits(page).first).to_be_visible()
    told.get_by_role("button", name="Doch nach „Feuerwher“ suchen").click()
    expect(told).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_value("Feuerwher")


def test_a_word_of_which_nothing_is_known_has_near_words_as_buttons(visit: Visit) -> None:
    page = visit.open("suche/?q=Quastenflosserhaltung")
    expect(page.locator("#kek-search-page").get_by_role("status")).to_have_text("Nichts gefunden")
    page.get_by_role("searchbox").fill("Radwexyzq")
    page.get_by_role("list", name="Meinten Sie …?").get_by_role("button", name="Radweg", exact=True).click()
    expect(page.get_by_role("searchbox")).to_have_value("Radweg")
    expect(hits(page).first).to_be_visible()


def test_near_words_are_offered_when_little_is_found(visit: Visit) -> None:
    page = visit.open("suche/?q=Waldumbau")
    expect(hits(page)).to_have_count(2)
    page.get_by_role("list", name="Meinten Sie …?").get_by_role("button", name="Wald", exact=True).click()
    expect(hits(page).nth(2)).to_be_visible()


def test_finding_nothing_is_no_dead_end(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-32/")
    search(page, "Quastenflosser Xylophonmusik")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Nichts gefunden")).to_be_visible()
    expect(dialog.get_by_role("list", name="Nur ein Wort suchen:").get_by_role("button")).to_have_count(2)
    for county in ("boerde", "leipzig"):
        expect(dialog.locator(f"h3 a[href$='/{county}/']")).to_be_visible()
    dialog.locator("a[href$='/leipzig/orte/']").click()
    expect(page.locator("h1")).to_have_text("Orte")


def test_filters_that_leave_nothing_can_be_taken_off(visit: Visit) -> None:
    page = visit.open("suche/?q=Schlüsselvorhaben+Zwenkau&landkreis=Landkreis+Börde&art=Ort")
    page.get_by_role("button", name="Ohne Filter suchen").click()
    expect(hits(page).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=[^&]+$"))


def test_filters_narrow_and_say_how_many_are_left(visit: Visit) -> None:
    page = visit.open("suche/")
    page.get_by_role("searchbox", name="Suche").fill("Radverkehr")
    places = page.locator(".kek-hit__place")
    expect(places.filter(has_text="Landkreis Börde").first).to_be_visible()
    expect(places.filter(has_text="Landkreis Leipzig").first).to_be_visible()
    county = page.get_by_label("Landkreis", exact=True)
    label = county.locator("option", has_text="Landkreis Börde").inner_text()
    count = re.search(r"\((\d+)\)$", label)
    assert count
    county.select_option("Landkreis Börde")
    expect(page.locator("#kek-search-page").get_by_role("status")).to_have_text(f"{count[1]} Treffer")
    expect(places.filter(has_text="Landkreis Leipzig")).to_have_count(0)
    page.get_by_label("Art", exact=True).select_option("Operatives Ziel")
    expect(places.filter(has_text="Akteure")).to_have_count(0)
    expect(places.first).to_contain_text("Operatives Ziel")


def test_the_address_holds_the_search_and_back_leads_to_the_one_before(visit: Visit) -> None:
    page = visit.open("suche/?q=Radweg")
    expect(hits(page).first).to_be_visible()
    page.get_by_label("Landkreis", exact=True).select_option("Landkreis Leipzig")
    expect(page).to_have_url(re.compile(r"\?q=Radweg&landkreis=Landkreis\+Leipzig$"))
    page.get_by_role("searchbox").press("End")
    page.get_by_role("searchbox").press_sequentially("en")
    expect(page).to_have_url(re.compile(r"\?q=Radwegen&landkreis=Landkreis\+Leipzig$"))
    expect(page).to_have_title(re.compile("^Radwegen – "))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("Radweg")
    expect(page.get_by_label("Landkreis", exact=True)).to_have_value("Landkreis Leipzig")
    page.go_back()
    expect(page.get_by_label("Landkreis", exact=True)).to_have_value("")
    assert page.url.endswith("?q=Radweg")


def test_all_hits_can_be_seen_on_one_page(visit: Visit) -> None:
    page = visit.open("boerde/")
    search(page, "Verkehr")
    every = page.get_by_role("dialog").get_by_role("link", name=re.compile(r"^Alle \d+ Treffer auf einer Seite$"))
    total = int(re.sub(r"\D", "", every.inner_text()))
    every.click()
    expect(page).to_have_url(re.compile(r"/suche/\?q=Verkehr$"))
    expect(page.locator("#kek-search-page").get_by_role("status")).to_have_text(f"{total} Treffer")
    first = hits(page).count()
    assert first < total
    page.get_by_role("button", name="Weitere Treffer zeigen").click()
    expect(hits(page).nth(first)).to_be_focused()


def test_a_field_on_a_start_page_suggests_and_leads_to_the_search(visit: Visit) -> None:
    page = visit.open("leipzig/")
    field = page.locator(".kek-search-inline").get_by_role("searchbox", name="Wonach suchen Sie?")
    field.press_sequentially("Klimasch")
    suggestions(page).filter(has_text=re.compile("^Klimaschutz$")).click()
    expect(page).to_have_url(re.compile(r"/suche/\?landkreis=Landkreis\+Leipzig&q=Klimaschutz$"))
    expect(hits(page).first).to_be_visible()


def test_the_search_is_fetched_only_when_used(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-32/")
    page.wait_for_load_state("networkidle")
    eager = {path for path in visit.paths() if path.endswith(".js")}
    assert {"kek/finden.js", "kek/suchfenster.js", "kek/wortschatz.js"}.isdisjoint(eager)
    assert [path for path in visit.paths() if "pagefind" in path or path.endswith(".json")] == []
    search(page, "Radweg")
    expect(hits(page).first).to_be_visible()
    assert [path for path in visit.paths() if path.startswith("pagefind/")] != []


def assert_small(visit: Visit, site: Path) -> None:
    visit.page.wait_for_load_state("networkidle")
    sizes = {}
    for path in {path.partition("?")[0] for path in visit.paths()}:
        content = (site / path).read_bytes()
        sizes[path] = min(len(content), len(gzip.compress(content, mtime=0)))
    assert sum(sizes.values()) <= BUDGET, sizes


@pytest.mark.parametrize(
    "query",
    ["Radweg", "Was tut der Kreis gegen den Ärztemangel?", "Wird die S-Bahn nach Markranstädt verlängert?"],
)
def test_a_first_search_is_small(visit: Visit, site: Path, query: str) -> None:
    page = visit.open("leipzig/massnahmen/1-32/")
    page.wait_for_load_state("networkidle")
    visit.requests.clear()
    search(page, query)
    expect(hits(page).first).to_be_visible()
    assert_small(visit, site)


def test_a_first_search_on_the_search_page_is_small(visit: Visit, site: Path) -> None:
    page = visit.open("suche/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("searchbox").fill("Radweg")
    visit.requests[:] = [url for url in visit.requests if "/kek/" in url and url.endswith(".js")]
    expect(hits(page).first).to_be_visible()
    assert_small(visit, site)


def test_the_search_works_from_the_keyboard_alone(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-1/")
    opener = page.locator(".kek-header").get_by_role("button", name="Suche")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Suche")).to_be_visible()
    page.keyboard.type("1-32")
    expect(hits(page).first).to_contain_text("1-32")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Suche")).to_have_count(0)
    expect(opener).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    expect(hits(page).first).to_contain_text("1-32")
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/leipzig/massnahmen/1-32/$"))


def test_single_letters_open_nothing(visit: Visit) -> None:
    """Who speaks to the computer types letters by accident (WCAG 2.1.4)."""
    page = visit.open("leipzig/")
    for key in ("s", "/"):
        page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    assert "kek/suchfenster.js" not in visit.paths()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_search_works_on_a_phone(phone: Visit) -> None:
    page = phone.open("boerde/")
    search(page, "Feuerw")
    suggestions(page).filter(has_text=re.compile("^Feuerwehr$")).tap()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("Feuerwehr")
    hit = page.get_by_role("dialog").locator(".kek-hits a").first
    expect(hit).to_be_visible()
    hit.tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["suche/?q=Radverkehrsbeauftragte", "suche/?q=Donaudampfschifffahrtsgesellschaft+Xylophon", "404.html"]
)
def test_the_search_fits_on_a_phone(phone: Visit, path: str) -> None:
    page = phone.open(path)
    page.get_by_role("searchbox").press("End")
    page.get_by_role("searchbox").press_sequentially(" Umwe")
    expect(suggestions(page).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript_the_search_page_lists_everything(without_script: Visit) -> None:
    page = without_script.open("404.html")
    page.locator("article").get_by_role("link", name="Zur Suche").click()
    expect(page.locator("article").get_by_role("link", name="Schlüsselvorhaben")).to_be_visible()
    expect(page.locator("article").get_by_role("link", name="Orte")).to_have_count(2)
