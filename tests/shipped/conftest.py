# The shipped site, built once as a user would, served on loopback with the headers it brings along, and a browser that
# reports everything it should not have done.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from kek_build.mkdocs_adapter.build import build_site
from tests.shipped.server import serve

ROOT = Path(__file__).resolve().parents[2]
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with both concepts; PDF files have tests of their own."""
    return build_site(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("shipped") / "site", documents=False)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: `http://127.0.0.1:…/`."""
    with serve(site) as address:
        yield address


@dataclass
class Visit:
    """A page in the browser, and what it did."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.address + path)
        return self.page

    def paths(self) -> list[str]:
        """What was fetched from the site."""
        return [url.removeprefix(self.address) for url in self.requests]


def _visit(context: BrowserContext, address: str) -> Visit:
    page = context.new_page()
    visit = Visit(page, address)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: visit.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    return visit


def _check(visit: Visit, context: BrowserContext) -> None:
    assert visit.complaints == []
    assert [url for url in visit.requests if not url.startswith((visit.address, "data:", "blob:"))] == []
    assert context.cookies() == []
    state = context.storage_state()
    assert state["origins"] == []


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader at a desk; afterwards: no complaint, no foreign request, no cookie, nothing stored."""
    context = browser.new_context(viewport=DESKTOP, locale="de-DE")
    visit = _visit(context, address)
    yield visit
    _check(visit, context)
    context.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader with a phone."""
    context = browser.new_context(viewport=PHONE, locale="de-DE", has_touch=True)
    visit = _visit(context, address)
    yield visit
    _check(visit, context)
    context.close()


@pytest.fixture
def without_script(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader without JavaScript."""
    context = browser.new_context(viewport=DESKTOP, locale="de-DE", java_script_enabled=False)
    visit = _visit(context, address)
    yield visit
    context.close()
