# Small windows, wide letters, big fingers: nothing is cut off, nothing needs to be scrolled sideways, every target can
# be hit.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.shipped import pages

_LOOK = (Path(__file__).parent / "reflow.js").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="de-DE", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("width", "spaced"),
    [
        pytest.param(360, False, id="on a phone"),
        pytest.param(320, True, id="at 320 px with more space between letters, words and lines"),
        pytest.param(640, False, id="at 1280 px enlarged to 200 %"),
        pytest.param(1280, True, id="at a desk with more space between letters, words and lines"),
    ],
)
def test_everything_fits_and_can_be_hit(page: Page, site: Path, address: str, width: int, *, spaced: bool) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    problems = []
    for path in pages.one_of_each_type(site).values():
        page.goto(address + path)
        problems += [f"{path} {problem}" for problem in page.evaluate(_LOOK, spaced)]
    assert problems == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<div style="width: 500px">breit</div>', "page 5"),
        ('<div style="overflow-x: clip"><p style="width: 500px">breit</p></div>', "beyond"),
        ('<p style="overflow: hidden; height: 1em; width: 3em">Landkreisverwaltung</p>', "cut"),
        ('<p style="line-height: 14px"><a href="#1">1</a><br><a href="#2">2</a></p>', "target"),
    ],
)
def test_what_does_not_fit_is_found(page: Page, html: str, problem: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(f"<!doctype html>{html}")
    assert [found for found in page.evaluate(_LOOK, False) if problem in found] != []


def test_links_in_a_sentence_may_be_small(page: Page) -> None:
    page.set_content('<!doctype html><p>Siehe <a href="#1">1</a><a href="#2">2</a>')
    assert page.evaluate(_LOOK, False) == []
