# axe-core over the pages of the site: as at a desk, and one of each type in the other ways to look at it.
# Two browsers work side by side, and a page is loaded once for all its views.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from tests import chromium
from tests.shipped import pages, tools

WORKERS = 2
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations", "incomplete"],
    "iframes": False,  # there are none
}
PAINT = ("color-contrast", "link-in-text-block")
"""The rules about colours: all there is to test where nothing else changed, and on paper, which nobody operates."""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_SEARCHED = "Radweg"


@dataclass(frozen=True)
class Finding:
    """A place on a page that breaks a rule, or that axe leaves to people to judge."""

    view: str
    path: str
    rule: str
    target: str
    html: str
    why: str

    def __str__(self) -> str:
        return f"{self.path} [{self.view}] {self.rule}: {self.target} {self.html} ({self.why})"


@dataclass
class Audit:
    """What axe found."""

    tool: str = ""
    seen: dict[str, set[str]] = field(default_factory=dict)
    """The pages of each view."""
    violations: list[Finding] = field(default_factory=list)
    open: list[Finding] = field(default_factory=list)

    def of(self, view: str) -> list[str]:
        """The violations in one view, each as a line."""
        return [str(finding) for finding in self.violations if finding.view == view]


def dark(page: Page) -> bool:
    page.emulate_media(color_scheme="dark")
    return True


def paper(page: Page) -> bool:
    page.emulate_media(color_scheme="light", media="print")
    return True


def searching(page: Page) -> bool:
    """The search with results; in a dialog, or in the page of the search."""
    page.emulate_media(media="screen")
    if page.url.endswith("/suche/"):
        page.locator("main").get_by_role("searchbox").first.fill(_SEARCHED)
        expect(page.locator("main").get_by_role("listitem").get_by_role("link").first).to_be_visible()
        return True
    page.get_by_role("banner").get_by_role("button", name="Suche").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Suche").first.fill(_SEARCHED)
    expect(dialog.get_by_role("link").first).to_be_visible()
    return True


def searching_in_the_dark(page: Page) -> bool:
    page.emulate_media(color_scheme="dark")
    return True


def narrow(page: Page) -> bool:
    page.emulate_media(color_scheme="light", media="screen")
    if page.get_by_role("dialog").is_visible():
        page.get_by_role("dialog").get_by_role("button", name="Schließen").click()
    page.set_viewport_size({"width": 320, "height": 640})
    return True


def menu(page: Page) -> bool:
    """The menu, opened on a phone."""
    button = page.get_by_role("navigation", name="Menü").locator("summary, button").first
    button.click()
    expect(page.get_by_role("navigation", name="Menü").get_by_role("link").first).to_be_visible()
    return True


def filtered(page: Page) -> bool:
    """A register with a filter chosen, where the page has one."""
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 800})
    register = page.locator("main").get_by_role("search").filter(has=page.get_by_role("group"))
    if not register.count():
        return False
    choice = register.get_by_role("combobox").first
    expect(choice).to_be_visible()  # the script unfolds the filters where there is room, a moment after the change
    choice.select_option(index=1)
    return True


DESK = "hell, 1280 px"
PAPER = "Druck"
REGISTER = "Verzeichnis gefiltert"
VIEWS: dict[str, Callable[[Page], bool]] = {
    "dunkel": dark,
    PAPER: paper,
    "Suche offen": searching,
    "Suche offen, dunkel": searching_in_the_dark,
    "320 px": narrow,
    "320 px, Menü offen": menu,
    REGISTER: filtered,
}
"""What is done to a page, one after the other; each says whether there is something to test."""
OF_THE_FRAME = {"Suche offen", "Suche offen, dunkel", "320 px, Menü offen"}
"""Views of what all pages have in common."""
OF_PAINT = {"dunkel", PAPER, "Suche offen, dunkel"}
"""Views in which only colours are tested."""


def audit(site: Path, address: str, at_desk: Iterable[str], *, frames: int = 1) -> Audit:
    """Test the site that is served at an address.

    Args:
        site: the built site.
        address: where it is served.
        at_desk: the pages to look at as at a desk, among them one of each type.
        frames: open search and menu on every n-th type of page, and on the page of the search; 1 for all.
    """
    types = views_of_types(site, frames)
    waiting: Queue[str] = Queue()
    for path in sorted(at_desk, key=lambda path: path not in types):
        waiting.put(path)
    result = Audit()
    with ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(_work, waiting, types, address, result) for _ in range(WORKERS)]:
            done.result()
    return result


def views_of_types(site: Path, frames: int) -> dict[str, list[str]]:
    """The views to look at of one page of each type; `frames` as for `audit`."""
    paths = sorted(pages.one_of_each_type(site).values())
    return {
        path: [view for view in VIEWS if view not in OF_THE_FRAME or n % frames == 0 or path == "suche/"]
        for n, path in enumerate(paths)
    }


def _work(waiting: Queue[str], types: dict[str, list[str]], address: str, result: Audit) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        page = browser.new_page(locale="de-DE", reduced_motion="reduce")
        page.add_init_script(path=tools.module("axe-core/axe.min.js"))  # the policy of the site does not bind it
        for path in _taken(waiting):
            _at_a_desk(page)
            page.goto(address + path)
            result.tool = page.evaluate("`axe-core ${axe.version}`")
            _look(page, path, DESK, result)
            if path in types:
                for view in types[path]:
                    if VIEWS[view](page):
                        _look(page, path, view, result)
        browser.close()


def _at_a_desk(page: Page) -> None:
    """What views changed, as it was."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", media="screen")


def violations(page: Page) -> list[str]:
    """What breaks a rule on a page as it is now; its context must hold axe (`add_init_script`)."""
    result = Audit()
    _look(page, page.url, DESK, result)
    return [str(finding) for finding in (*result.violations, *result.open)]


def _taken(waiting: Queue[str]) -> Iterator[str]:
    while True:
        try:
            yield waiting.get_nowait()
        except Empty:
            return


def _look(page: Page, path: str, view: str, result: Audit) -> None:
    of_paint = {"runOnly": {"type": "rule", "values": PAINT}} if view in OF_PAINT else {}
    found = page.evaluate(_SCRIPT, {**OPTIONS, **of_paint})
    result.seen.setdefault(view, set()).add(path)
    for name, into in (("violations", result.violations), ("open", result.open)):
        for entry in found[name]:
            into.append(Finding(view, path, *(entry[key] for key in ("rule", "target", "html", "why"))))
