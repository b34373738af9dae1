# What comes out of the printer: the content, where its links lead, where the page stands, and no navigation.
from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.shipped.conftest import Visit

ADDRESS = "https://kek.example.org/"
PAGES = (
    "", "leipzig/", "boerde/ziele/4.2.3/", "leipzig/handlungsfelder/ii/", "leipzig/schluesselvorhaben/iii.1/",
    "leipzig/massnahmen/2-84/", "leipzig/swot/natur/", "leipzig/kennzahlen/bevoelkerungsprognose/",
    "leipzig/orte/zwenkau/", "leipzig/verlauf/", "impressum/",
)  # fmt: skip
"""The main types of page."""


def _before_printing(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def _after_printing(page: Page) -> None:
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def _words(page: Page) -> list[str]:
    """The text of each sheet of the page as PDF, without white space."""
    return [re.sub(r"\s", "", sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages]


def _numbers(page: Page) -> list[tuple[str, str]]:
    """The number behind each link, and where the link leads."""
    found: list[list[str]] = page.locator("article a:has(> .kek-link-number)").evaluate_all(
        "links => links.map(link => [link.lastElementChild.textContent, link.href])"
    )
    return [(number, address) for number, address in found]


def test_a_sheet_tells_what_the_page_says_where_links_lead_and_where_it_stands(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-1/")
    sheets = _words(page)
    text = "".join(sheets)
    for words in (
        "Kreisstraßenkonzept und Erhaltungsmanagement umsetzen",
        f"Diese Seite im Internet: {ADDRESS}leipzig/massnahmen/1-1/",
        "Adressen der Verweise",
        f"{ADDRESS}leipzig/handlungsfelder/i/",
    ):
        assert words.replace(" ", "") in text, words
    for words in (
        "Zum Inhalt springen",
        "Sie sind hier:",
        "Auf dieser Seite\nWas",
        "Diese Seite bearbeiten",
        "Datenschutz",
    ):
        assert re.sub(r"\s", "", words) not in text, words
    assert [f"Seite{number}von{len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1)] == [True] * len(sheets)


def test_a_sheet_is_of_the_size_that_german_printers_hold(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-1/")
    sheet = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(sheet.width * 25.4 / 72), round(sheet.height * 25.4 / 72)) == (210, 297)


@pytest.mark.parametrize("path", PAGES)
def test_numbers_behind_links_and_the_list_at_the_end_say_the_same(visit: Visit, path: str) -> None:
    page = visit.open(path)
    _before_printing(page)
    listed = page.locator(".kek-link-list li").all_text_contents()
    assert len(set(listed)) == len(listed)
    assert all(address.startswith(ADDRESS) for address in listed)
    numbers = _numbers(page)
    assert {number for number, _ in numbers} == {str(number) for number in range(1, len(listed) + 1)}
    for number, address in numbers:
        assert listed[int(number) - 1] == address.replace(visit.address, ADDRESS)


def test_links_of_the_page_to_itself_of_menus_and_in_pictures_get_no_number(visit: Visit) -> None:
    page = visit.open("leipzig/schluesselvorhaben/iii.1/")
    _before_printing(page)
    assert page.locator("nav .kek-link-number, svg .kek-link-number, a[href^='#'] .kek-link-number").count() == 0
    assert page.locator("article .kek-link-number").count() > 20


@pytest.mark.parametrize("path", PAGES)
def test_after_printing_the_page_is_as_before(visit: Visit, path: str) -> None:
    page = visit.open(path)
    page.wait_for_load_state("networkidle")
    before = page.inner_html("article")
    for _ in range(2):
        _before_printing(page)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.inner_html("article") != before or path == "impressum/"
        _after_printing(page)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.inner_html("article") == before


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_black_text_no_grounds_and_no_navigation(visit: Visit, path: str) -> None:
    page = visit.open(path)
    _before_printing(page)
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("article *")].filter((node) => {
          if (!node.checkVisibility() || node.closest("svg")) return false
          const { backgroundColor, backgroundImage, boxShadow, color } = getComputedStyle(node)
          return color !== "rgb(0, 0, 0)" || backgroundColor !== "rgba(0, 0, 0, 0)"
            || backgroundImage !== "none" || boxShadow !== "none"
        }).map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert wrong == []
    for selector in (".kek-header", ".kek-footer", ".kek-skip", "article nav", "article form", "article button"):
        for part in page.locator(selector).all():
            expect(part).not_to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_folded_is_printed_with_script_and_without(visit: Visit, without_script: Visit) -> None:
    for reader in (visit, without_script):
        page = reader.open("leipzig/massnahmen/2-84/")
        if reader is visit:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        for part in page.locator("article .kek-faden details li").all():
            expect(part).to_be_visible()


def test_without_script_a_sheet_still_tells_where_the_page_stands(without_script: Visit) -> None:
    page = without_script.open("leipzig/massnahmen/1-1/")
    line = page.locator(".kek-permalink")
    expect(line).not_to_be_visible()
    page.emulate_media(media="print")
    expect(line).to_be_visible()
    expect(line).to_have_text(f"Diese Seite im Internet: {ADDRESS}leipzig/massnahmen/1-1/")


def test_cards_and_headings_are_not_torn_from_what_they_belong_to(visit: Visit) -> None:
    page = visit.open("leipzig/schluesselvorhaben/iii.1/")
    _before_printing(page)
    inside = "nodes => [...new Set(nodes.map((node) => getComputedStyle(node).breakInside))]"
    after = "nodes => [...new Set(nodes.map((node) => getComputedStyle(node).breakAfter))]"
    assert page.locator("article :is(.kek-card, .kek-note, svg)").evaluate_all(inside) == ["avoid"]
    assert page.locator("article :is(h1, h2, h3)").evaluate_all(after) == ["avoid"]


def _lowest_line(sheet: PageObject) -> str:
    """The last line on a sheet above the number of the sheet, without white space."""
    lines: dict[int, str] = {}

    def collect(text: str, place: list[float], line: list[float], *_: object) -> None:
        height = round(place[1] * line[4] + place[3] * line[5] + place[5])
        lines[height] = lines.get(height, "") + re.sub(r"\s", "", text)

    sheet.extract_text(visitor_text=collect)
    return next(text for _, text in sorted(lines.items()) if text and not text.startswith("Seite"))


@pytest.mark.parametrize("path", ["leipzig/schluesselvorhaben/i.3/", "leipzig/massnahmen/2-84/", "leipzig/"])
def test_no_sheet_ends_with_a_heading(visit: Visit, path: str) -> None:
    page = visit.open(path)
    headings = {
        re.sub(r"\s", "", text) for text in page.locator("article :is(h2, .kek-faden__label)").all_text_contents()
    }
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    last = [_lowest_line(sheet) for sheet in sheets]
    assert len(last) > 3
    assert [line for line in last if line in headings] == []


def test_a_reader_with_a_dark_screen_prints_on_white_paper(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/1-1/")
    page.emulate_media(color_scheme="dark", media="print")
    assert page.locator("h1").evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"
    grounds = page.evaluate("[document.documentElement, document.body].map((n) => getComputedStyle(n).backgroundColor)")
    assert set(grounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
