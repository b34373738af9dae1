# What people can do who use the keyboard alone: reach everything in the order of the page, always see where they are,
# and get in and out of menu and search.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.shipped import pages

_WATCH = (Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8")
SIZES: dict[str, ViewportSize] = {
    "1280 px": {"width": 1280, "height": 800},
    "320 px": {"width": 320, "height": 640},
}
PROFILE = "leipzig/schluesselvorhaben/iii.1/"


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES[request.param], locale="de-DE", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES["320 px"], locale="de-DE", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_the_tabulator_reaches_everything_in_order_and_every_stop_is_seen(page: Page, site: Path, address: str) -> None:
    """Seen: inside the window, under nothing else, with a ring of at least 2 px in a contrast of at least 3 to 1."""
    problems = []
    for path in pages.one_of_each_type(site).values():
        # The search draws its filters when it has read what there is to filter by; a stop must not move meanwhile.
        page.goto(address + path, wait_until="networkidle" if path == "suche/" else "load")
        wanted = page.evaluate(_WATCH)
        assert wanted > 5
        for _ in range(wanted + 5):
            page.keyboard.press("Tab")
        seen = page.evaluate("kekKeyboard()")
        problems += [f"{path} {problem}" for problem in seen["problems"]]
        if not seen["over"]:
            problems.append(f"{path} no way out after {seen['stops']} stops")
    assert problems == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<a href="#1" style="outline: 0">1</a>', "ring 0"),
        ('<a href="#1" style="outline: 3px solid #ccc">1</a>', "ring 1"),
        ('<a href="#1" style="position: fixed; top: -9em">1</a>', "not in view"),
        ('<a href="#1">1</a><div style="position: fixed; inset: 0; background: #fff"></div>', "not in view"),
        ('<a href="#1">1</a><a href="#2" tabindex="1">2</a>', "order"),
    ],
)
def test_a_bad_stop_is_found(narrow: Page, html: str, problem: str) -> None:
    narrow.set_content(f"<!doctype html><style>a {{ outline: 2px solid }}</style>{html}")
    for _ in range(narrow.evaluate(_WATCH) + 1):
        narrow.keyboard.press("Tab")
    assert [found for found in narrow.evaluate("kekKeyboard()")["problems"] if problem in found] != []


def test_the_first_stop_leads_past_the_header(page: Page, site: Path, address: str) -> None:
    for path in pages.one_of_each_type(site).values():
        page.goto(address + path)
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Zum Inhalt springen")
        expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer') !== null"), path


def test_the_search_keeps_the_focus_and_gives_it_back(page: Page, address: str) -> None:
    page.goto(address + PROFILE)
    button = page.get_by_role("banner").get_by_role("button", name="Suche")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(button).to_be_focused()


def test_the_menu_of_a_phone_opens_and_closes_from_the_keyboard(narrow: Page, address: str) -> None:
    narrow.goto(address + PROFILE)
    menu = narrow.get_by_role("navigation", name="Menü")
    for _ in range(10):
        narrow.keyboard.press("Tab")
        if narrow.evaluate("document.activeElement.textContent.trim()") == "Menü":
            break
    narrow.keyboard.press("Enter")
    expect(menu.get_by_role("link").first).to_be_visible()
    narrow.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    narrow.keyboard.press("Escape")
    expect(menu.get_by_role("link").first).not_to_be_visible()
    expect(narrow.locator(":focus")).to_have_text("Menü")


def test_the_menu_of_a_phone_works_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=SIZES["320 px"], java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PROFILE)
    menu = page.get_by_role("navigation", name="Menü")
    expect(menu.get_by_role("link").first).not_to_be_visible()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.locator(":focus").text_content() == "Menü":
            break
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link").first).to_be_visible()
    context.close()
