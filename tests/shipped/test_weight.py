# What a first visit costs: all that a page fetches before anybody does anything, as it goes over the line.
from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from tests.shipped import pages

ENOUGH = 90_000
"""Bytes."""


def test_a_first_visit_of_any_type_of_page_weighs_at_most_90_kilobytes(
    browser: Browser, site: Path, address: str
) -> None:
    weights = {path: _weight(browser, address, path) for path in pages.one_of_each_type(site).values()}
    assert {path: weight for path, weight in weights.items() if weight > ENOUGH} == {}
    assert min(weights.values()) > 5_000


def _weight(browser: Browser, address: str, path: str) -> int:
    """The bytes of all answers, packed, without headers; and of all icons, which a browser without a window leaves."""
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  (not a method of a list)
    page.goto(address + path, wait_until="networkidle")
    weight = sum(int(page.request.get(icon).headers["content-length"]) for icon in _icons(page))
    weight += sum(int(answer.headers["content-length"]) for answer in answers)
    context.close()
    return weight


def _icons(page: Page) -> list[str]:
    icons: list[str] = page.locator("link[rel=icon]").evaluate_all("links => links.map(link => link.href)")
    return icons
