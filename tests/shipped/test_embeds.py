# What municipalities do: a page of their own, on another server, shows cards and badges of the site, with the very text
# that the site offers for it.
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect
from selectolax.lexbor import LexborHTMLParser

from kek_build.pages.einbetten import FRAME_WIDTH
from tests.shipped import tools
from tests.shipped.server import serve

ADDRESS = "https://kek.example.org/"
THINGS = (
    "leipzig/massnahmen/3-34/", "leipzig/schluesselvorhaben/i.1/", "boerde/ziele/4.3.1/", "boerde/ziele/4.3.1-2/",
    "leipzig/kennzahlen/strassenerneuerung/", "leipzig/orte/zwenkau/",
)  # fmt: skip
"""One of each kind, and a goal without a page."""
PAGES = tuple(path for path in THINGS if path != "boerde/ziele/4.3.1-2/")
WIDTHS = (200, 360, 800)
ColorScheme = Literal["light", "dark"]


def _offered(site: Path, path: str) -> tuple[str, str]:
    """Frame and badge, as a page offers them; of a goal without a page, as its description has them."""
    page = LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))
    if not (texts := [node.text() for node in page.css(".kek-share textarea")]):
        return json.loads((site / path / "oembed.json").read_text(encoding="utf-8"))["html"], ""
    return texts[0], texts[1]


class Town:
    """The website of a municipality, on a server of its own; it may frame the county's site and show its pictures."""

    def __init__(self, folder: Path, county: str) -> None:
        self.folder = folder
        self.county = county
        self.address = ""
        folder.mkdir(exist_ok=True)
        policy = f"default-src 'none'; frame-src {county}; img-src 'self' {county}; style-src 'unsafe-inline'"
        (folder / "_headers").write_text(f"/*\n  Content-Security-Policy: {policy}\n", encoding="utf-8")

    def write(self, name: str, body: str) -> None:
        """Write a page with texts of the published site, at whose address the test finds its own server."""
        head = '<!doctype html><html lang="de"><meta charset="utf-8"><title>Stadt</title><link rel="icon" href="i.png">'
        (self.folder / "i.png").touch()
        (self.folder / name).write_text(f"{head}<body>{body}".replace(ADDRESS, self.county), encoding="utf-8")


@pytest.fixture
def town(tmp_path: Path, address: str) -> Iterator[Town]:
    town = Town(tmp_path / "stadt", address)
    with serve(town.folder) as town.address:
        yield town


class Guest:
    """Somebody who reads the page of the municipality."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))


def _cards(page: Page, county: str) -> list[Frame]:
    return [frame for frame in page.frames if frame.url.startswith(f"{county}karte/")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_another_server_shows_cards_and_badges_in_every_width(
    browser: Browser, site: Path, address: str, town: Town, scheme: ColorScheme
) -> None:
    for path in THINGS:
        frame, badge = _offered(site, path)
        boxes = "".join(f'<div style="width:{width}px">{frame}</div>' for width in WIDTHS)
        town.write("index.html", f"<p>{badge}</p>{boxes}")
        context = browser.new_context(viewport={"width": 1000, "height": 2600}, color_scheme=scheme, locale="de-DE")
        guest = Guest(context)
        guest.page.goto(town.address, wait_until="networkidle")
        cards = _cards(guest.page, address)
        widths = [card.evaluate("innerWidth") for card in cards]
        assert widths == [200, 360, min(640, WIDTHS[2])], path
        for width, card in zip(widths, cards, strict=True):
            _check_card(card, width, scheme)
        if badge:
            assert guest.page.locator("img").evaluate("node => node.complete && node.naturalWidth > 100")
        assert guest.complaints == []
        assert [url for url in guest.requests if not url.startswith((town.address, address))] == []
        assert context.cookies() == []
        context.close()


def _check_card(card: Frame, width: int, scheme: str) -> None:
    seen = card.evaluate(
        """() => {
          const root = document.documentElement
          const body = getComputedStyle(document.body)
          return {
            wide: root.scrollWidth <= innerWidth, high: root.scrollHeight <= innerHeight,
            scripts: document.scripts.length, ground: body.backgroundColor, ink: body.color,
          }
        }"""
    )
    assert seen["wide"], card.url
    assert seen["high"] or width < 320, card.url
    assert seen["scripts"] == 0
    assert (_light(seen["ground"]), _light(seen["ink"])) == ((True, False) if scheme == "light" else (False, True))
    expect(card.locator("h1")).to_be_visible()
    expect(card.get_by_text("keine amtliche Veröffentlichung")).to_be_visible()


def _light(colour: str) -> bool:
    return sum(map(int, re.findall(r"\d+", colour)[:3])) > 3 * 128


@pytest.mark.parametrize(("end", "light"), [("#hell", True), ("#dunkel", False)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_municipality_may_choose_light_or_dark_and_its_page_stays_where_it_is(
    browser: Browser, site: Path, town: Town, scheme: ColorScheme, end: str, *, light: bool
) -> None:
    frame = _offered(site, THINGS[0])[0].replace('3-34/"', f'3-34/{end}"').replace('loading="lazy"', "")
    town.write("index.html", f'<div style="height:3000px">Oben</div>{frame}')
    context = browser.new_context(color_scheme=scheme)
    guest = Guest(context)
    guest.page.goto(town.address, wait_until="networkidle")
    (card,) = _cards(guest.page, town.county)
    assert _light(card.evaluate("getComputedStyle(document.body).backgroundColor")) is light
    assert guest.page.evaluate("scrollY") == 0
    assert guest.complaints == []
    context.close()


def test_a_link_in_a_card_opens_the_page_in_a_new_window(
    browser: Browser, site: Path, address: str, town: Town
) -> None:
    town.write("index.html", _offered(site, THINGS[0])[0])
    context = browser.new_context()
    guest = Guest(context)
    guest.page.goto(town.address, wait_until="networkidle")
    with context.expect_page() as opened:
        _cards(guest.page, address)[0].locator("h1 a").click()
    expect(opened.value).to_have_url(f"{address}{THINGS[0]}")
    expect(guest.page).to_have_url(town.address)
    context.close()


def test_no_other_server_may_frame_a_page_itself(browser: Browser, address: str, town: Town) -> None:
    town.write("index.html", f'<iframe src="{ADDRESS}{THINGS[0]}"></iframe>')
    context = browser.new_context()
    guest = Guest(context)
    guest.page.goto(town.address, wait_until="networkidle")
    assert [frame for frame in guest.page.frames if frame.url.startswith(address)] == []
    assert any("X-Frame-Options" in said for said in guest.complaints)
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_an_editor_finds_the_description_of_a_page_by_its_address(site: Path, path: str) -> None:
    tree = LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))
    links = [node.attributes for node in tree.css("link[rel=alternate][type='application/json+oembed']")]
    assert [link["href"] for link in links] == [f"{ADDRESS}{path}oembed.json"]
    answer = json.loads((site / path / "oembed.json").read_text(encoding="utf-8"))
    assert answer["html"] == _offered(site, path)[0]
    assert (site / answer["thumbnail_url"].removeprefix(ADDRESS)).is_file()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", THINGS)
def test_no_card_breaks_a_rule_of_accessibility(browser: Browser, address: str, path: str, scheme: ColorScheme) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 400}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}karte/{path}")
    page.add_script_tag(path=str(tools.module("axe-core/axe.min.js")))
    found = page.evaluate("axe.run()")
    assert [(entry["id"], entry["nodes"][0]["html"]) for entry in found["violations"]] == []
    assert [(entry["id"], entry["nodes"][0]["html"]) for entry in found["incomplete"]] == []
    context.close()


def test_the_height_that_is_offered_holds_all_of_a_card(browser: Browser, site: Path, address: str) -> None:
    page = browser.new_page()
    too_high = []
    for path in sorted(site.rglob("oembed.json"))[::3]:
        height = json.loads(path.read_text(encoding="utf-8"))["height"]
        page.set_viewport_size({"width": FRAME_WIDTH, "height": height})
        page.goto(f"{address}karte/{path.parent.relative_to(site).as_posix()}/")
        if page.evaluate("document.documentElement.scrollHeight") > height:
            too_high.append(page.url)
    assert too_high == []
    page.close()


def test_every_card_and_badge_is_small(site: Path) -> None:
    cards = list((site / "karte").rglob("index.html"))
    badges = list(site.rglob("status.svg"))
    assert len(cards) == len(badges) > 300
    assert max(path.stat().st_size for path in [*cards, *badges]) < 4_000
    sheets = list((site / "kek").glob("karte.*.css"))
    assert len(sheets) == 1
    assert sheets[0].stat().st_size < 10_000
