# Copying and passing on, in a browser whose clipboard can be read, with script and without.
from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.shipped.conftest import DESKTOP, PHONE, Visit

ADDRESS = "https://kek.example.org/"
PATH = "leipzig/massnahmen/3-34/"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A reader who allows the site to use the clipboard, on the page of a measure."""
    context = browser.new_context(viewport=DESKTOP, locale="de-DE", timezone_id="Europe/Berlin")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    page = context.new_page()
    page.clock.install(time="2026-11-25T10:00:00+01:00")
    page.goto(f"{address}{PATH}")
    yield page
    context.close()


def _copied(page: Page) -> str:
    expect(page.get_by_text("opiert.")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize(
    ("button", "text"),
    [("Adresse kopieren", f"{ADDRESS}{PATH}"), ("Kurze Adresse kopieren", f"{ADDRESS}leipzig/3-34/")],
)
def test_an_address_is_copied_as_published(reader: Page, button: str, text: str) -> None:
    reader.get_by_role("button", name=button, exact=True).click()
    assert _copied(reader) == text


def test_a_citation_is_copied_with_the_date_of_today(reader: Page) -> None:
    reader.get_by_role("button", name="Mit Datum von heute kopieren").click()
    text = _copied(reader)
    assert ", Stand 31. Dezember 2019 [Zugriff am: 25. November 2026]. Nichtamtliche Wiedergabe" in text
    assert text.startswith("Landkreis Leipzig: Maßnahme 3-34: ")
    expect(reader.locator(".kek-share")).not_to_contain_text("Zugriff am")


def test_the_frame_is_copied_as_it_stands_there(reader: Page) -> None:
    reader.get_by_text("Auf der eigenen Website zeigen").click()
    reader.get_by_role("button", name="Karte als HTML kopieren").click()
    assert _copied(reader) == reader.get_by_role("textbox", name="Karte als HTML").input_value()


def test_the_link_of_a_section_leads_there_and_is_copied(reader: Page) -> None:
    link = reader.get_by_role("link", name="Link zu diesem Abschnitt: Was vorgesehen ist")
    reader.get_by_role("heading", name="Was vorgesehen ist").hover()
    expect(link).to_have_css("opacity", "1")
    link.click()
    assert _copied(reader) == f"{ADDRESS}{PATH}#inhalt"
    expect(reader).to_have_url(re.compile(f"{PATH}#inhalt$"))


def test_a_statement_of_the_swot_analysis_is_copied_by_its_name(reader: Page, address: str) -> None:
    reader.goto(f"{address}leipzig/swot/bildung/")
    reader.locator("#schwaeche-2").get_by_role("link", name="Schwäche 2", exact=True).click()
    assert _copied(reader) == f"{ADDRESS}leipzig/swot/bildung/#schwaeche-2"


def test_the_names_of_headings_do_not_hold_their_links(visit: Visit) -> None:
    page = visit.open(PATH)
    expect(page.get_by_role("heading", name="Was vorgesehen ist", exact=True)).to_be_visible()
    expect(page.get_by_role("region", name="Was vorgesehen ist", exact=True)).to_be_visible()


def test_links_of_sections_are_large_enough_and_seen_with_the_keyboard(visit: Visit) -> None:
    page = visit.open(PATH)
    link = page.locator(".kek-anchor").first
    expect(link).to_have_css("opacity", "0")
    page.keyboard.press("Tab")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    for box in (link.bounding_box() for link in page.locator(".kek-anchor").all()):
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_on_a_phone_the_links_of_sections_are_always_seen(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}{PATH}")
    for link in page.locator(".kek-anchor").all():
        expect(link).to_have_css("opacity", "1")
        box = link.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= PHONE["width"]
    context.close()


def test_a_phone_hands_the_page_to_its_own_menu(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve() }")
    page = context.new_page()
    page.goto(f"{address}{PATH}")
    page.get_by_role("button", name="Teilen …").click()
    shared = page.evaluate("shared")
    assert shared["url"] == f"{ADDRESS}{PATH}"
    assert shared["title"].startswith("3-34 ")
    context.close()


def test_without_script_all_texts_are_there_and_no_button_does_nothing(without_script: Visit) -> None:
    page = without_script.open(PATH)
    block = page.locator(".kek-share")
    for text in (f"{ADDRESS}{PATH}", f"{ADDRESS}leipzig/3-34/", "Verfügbar unter"):
        expect(block.get_by_text(text).first).to_be_visible()
    assert block.get_by_role("button").count() == 0
    block.get_by_text("Auf der eigenen Website zeigen").click()
    expect(block.get_by_role("textbox", name="Karte als HTML")).to_be_visible()


def test_the_code_is_fetched_only_when_somebody_looks_at_it_and_can_be_kept(visit: Visit) -> None:
    page = visit.open(PATH)
    page.wait_for_load_state("networkidle")
    assert [path for path in visit.paths() if path.endswith((".svg", "oembed.json")) and "favicon" not in path] == []
    page.locator(".kek-share").get_by_text("QR-Code", exact=True).click()
    code = page.get_by_role("img", name="QR-Code mit der Adresse dieser Seite")
    expect(code).to_be_in_viewport()
    page.wait_for_function("node => node.complete && node.naturalWidth > 100", arg=code.element_handle())
    with page.expect_download() as kept:
        page.get_by_role("link", name="QR-Code herunterladen").click()
    assert kept.value.suggested_filename == "qr-leipzig-massnahmen-3-34.svg"


def test_a_sheet_of_paper_has_the_code_beside_the_address(visit: Visit) -> None:
    page = visit.open(PATH)
    code = page.locator(".kek-permalink img")
    expect(code).not_to_be_visible()
    page.emulate_media(media="print")
    code.scroll_into_view_if_needed()
    expect(code).to_be_visible()
    page.wait_for_function("node => node.complete && node.naturalWidth > 100", arg=code.element_handle())
    expect(page.locator(".kek-share")).not_to_be_visible()
    expect(page.locator(".kek-anchor").first).not_to_be_visible()
