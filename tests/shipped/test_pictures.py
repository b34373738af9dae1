# The pictures in a real browser: reached by keyboard, readable on a small phone, and leading where they say.
from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.shipped.conftest import Visit

_WITH_FADEN = (
    "leipzig/ziele/iii-a/", "leipzig/schluesselvorhaben/i.5/", "leipzig/massnahmen/3-34/", "leipzig/massnahmen/3-38/",
    "leipzig/kennzahlen/strassenerneuerung/", "boerde/ziele/3.1/", "boerde/ziele/3.1.2/",
    "boerde/kennzahlen/bildungstreffen/",
)  # fmt: skip

_WIDER_THAN_ITS_BOX = """
() => [...document.querySelectorAll('.kek-bild a, .kek-bild__leer')]
    .filter(pill => pill.querySelector('text').getBBox().width > pill.querySelector('rect').getBBox().width)
    .map(pill => pill.textContent)
"""
_SMALLEST_TYPE = """
(pictures) => Math.min(...[...document.querySelectorAll(pictures)].flatMap(picture =>
    [...picture.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize)
        * picture.getBoundingClientRect().width / picture.viewBox.baseVal.width)))
"""


def _small(visit: Visit, path: str) -> Page:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    return visit.open(path)


@pytest.mark.parametrize("path", _WITH_FADEN)
def test_the_roter_faden_fits_a_small_phone_and_its_words_fit_their_pills(visit: Visit, path: str) -> None:
    page = _small(visit, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(_WIDER_THAN_ITS_BOX) == []
    assert page.evaluate(_SMALLEST_TYPE, ".kek-bild") >= 12
    for box in (link.bounding_box() for link in page.locator(".kek-bild a rect").all()):
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("path", _WITH_FADEN)
def test_picture_and_list_of_the_roter_faden_lead_to_the_same_things(visit: Visit, path: str) -> None:
    page = visit.open(path)
    pills = page.locator(".kek-bild a:not(.kek-bild__knoten--mehr)")
    pictured = {link.get_attribute("href") for link in pills.all()}
    listed = {link.get_attribute("href") for link in page.locator(".kek-faden ol a").all()}
    assert pictured
    assert pictured <= listed
    if page.locator(".kek-bild__knoten--mehr").count() == 0:
        assert pictured == listed


def test_the_roter_faden_is_walked_by_keyboard_from_top_to_bottom_with_visible_focus(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/3-34/")
    pills = page.locator(".kek-bild a")
    pills.first.focus()
    page.keyboard.press("Shift+Tab")
    tops = []
    for index in range(pills.count()):
        page.keyboard.press("Tab")
        expect(pills.nth(index)).to_be_focused()
        box = pills.nth(index).locator("rect")
        assert box.evaluate("box => getComputedStyle(box).strokeWidth") == "4px"
        tops.append(float(box.get_attribute("y") or 0))
    assert tops == sorted(tops)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/leipzig/schluesselvorhaben/iii\.1/$"))
    expect(page.get_by_role("group", name="Schlüsselvorhaben III.1 gehört zu Ziel III-a")).to_be_visible()


def test_what_has_no_pill_is_found_in_the_list_below(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/3-34/")
    page.get_by_role("link", name=re.compile(r"^\+\d+ weitere: SWOT-Aussagen")).click()
    expect(page.locator("#faden-aussage")).to_be_in_viewport()
    assert page.url.endswith("#faden-aussage")


def test_lines_of_a_pill_stand_out_under_the_pointer(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/3-34/")
    line = page.locator(".kek-bild .kek-bild__kante:not(.kek-bild__kante--direkt)").first
    before = line.evaluate("line => getComputedStyle(line).strokeWidth")
    pill = re.search(r"kek-an-(\d+)", line.get_attribute("class") or "")
    assert pill
    page.locator(f".kek-k-{pill[1]}").hover()
    assert line.evaluate("line => getComputedStyle(line).strokeWidth") != before


_INDICATORS = {
    "boerde/kennzahlen/bildungstreffen/": None,
    "leipzig/kennzahlen/autobahn-naehe-einwohner/": 1,
    "leipzig/kennzahlen/bevoelkerungsprognose/": 2,
    "leipzig/kennzahlen/gebaeude-vor-1948/": 2,
    "leipzig/kennzahlen/kreisstrassennetz/": None,
    "leipzig/kennzahlen/strassenzustand/": 1,
}

_COVERED = """
() => {
    const words = [...document.querySelectorAll('.kek-diagramm text')].map(text => [text, text.getBoundingClientRect()])
    return words.flatMap(([one, a], index) => words.slice(index + 1).filter(([, b]) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
        .map(([other]) => one.textContent + ' / ' + other.textContent))
}
"""


@pytest.mark.parametrize("path", _INDICATORS)
def test_a_chart_can_be_read_on_a_small_phone_and_says_what_the_table_says(visit: Visit, path: str) -> None:
    page = _small(visit, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    bars = _INDICATORS[path]
    values = page.locator("td[data-label=Zahl]").all_text_contents()
    if bars is None:
        expect(page.locator(".kek-diagramm")).to_have_count(0)
        assert [page.locator(".kek-zahl__wert").inner_text()] == [value.rsplit("\u00a0", 1)[0] for value in values]
        return
    chart = page.get_by_role("img", name=page.locator("h1").inner_text())
    expect(chart).to_be_visible()
    assert page.evaluate(_SMALLEST_TYPE, ".kek-diagramm > svg") >= 12
    assert page.evaluate(_COVERED) == []
    assert chart.locator(".kek-d-zahl").all_text_contents() == values
    assert chart.locator("rect:not(.kek-d-ganzes)").count() == bars


def test_the_cards_of_the_indicators_are_not_wider_than_a_small_phone(visit: Visit) -> None:
    page = _small(visit, "leipzig/kennzahlen/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator(".kek-diagramm__bild--klein")).to_have_count(4)


def test_the_pyramid_is_walked_by_keyboard_with_visible_focus(visit: Visit) -> None:
    page = _small(visit, "boerde/")
    levels = page.locator(".kek-pyramid a")
    levels.first.focus()
    for index in range(levels.count()):
        expect(levels.nth(index)).to_be_focused()
        page.keyboard.press("Tab")
    assert page.evaluate(_SMALLEST_TYPE, ".kek-pyramid") >= 12
    page.keyboard.press("Shift+Tab")
    assert levels.last.locator("polygon").evaluate("shape => getComputedStyle(shape).strokeWidth") == "4px"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/boerde/kennzahlen/$"))
