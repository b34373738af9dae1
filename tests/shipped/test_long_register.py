# A register of 520 rows in the browser: what is filtered, sorted and searched comes in pieces, and only when asked for.
from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.long_county import county, write
from tests.shipped import tools
from tests.shipped.audit import OPTIONS
from tests.shipped.server import serve

_PAGES = ("massnahmen/", "massnahmen/seite-2/", "massnahmen/seite-3/")


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the register of a generated county is served."""
    folder = tmp_path_factory.mktemp("lang")
    site, _ = county(folder / "projekt", 520)
    write(site, _PAGES, folder / "site")
    with serve(folder / "site") as address:
        yield address


@pytest.fixture
def fetched() -> list[str]:
    """The files of the register that the page has asked for."""
    return []


@pytest.fixture
def page(fetched: list[str], browser: Browser) -> Iterator[Page]:
    """A page that complains of nothing."""
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: fetched.append(request.url) if "/liste/" in request.url else None)
    yield page
    context.close()
    assert complaints == []


def _status(page: Page) -> str:
    status = page.locator(".kek-register__status")
    expect(status).to_have_text(re.compile(r"^\d+ von 520 Maßnahmen$"))
    return status.text_content() or ""


def _shown(page: Page) -> list[str]:
    """The numbers of the rows that can be seen."""
    return page.locator(".kek-row:visible .kek-number").all_text_contents()


def test_the_first_page_is_all_that_is_loaded_until_somebody_filters(
    page: Page, long_address: str, fetched: list[str]
) -> None:
    page.goto(f"{long_address}massnahmen/", wait_until="networkidle")
    expect(page.locator(".kek-register__status")).to_have_text("520 Maßnahmen")
    assert len(_shown(page)) == 250
    assert fetched == []


def test_a_filter_shows_the_beginning_of_what_fits_and_more_when_asked(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}massnahmen/")
    field = page.get_by_label("Handlungsfeld", exact=True)
    promised = re.search(r"\((\d+)\)$", field.locator("option").nth(3).text_content() or "")
    assert promised
    field.select_option(index=3)
    assert _status(page) == f"{promised[1]} von 520 Maßnahmen"
    assert len(_shown(page)) == 25
    expect(page.get_by_role("navigation", name="Seiten")).to_be_hidden()
    page.get_by_role("button", name=f"25 weitere von {promised[1]} zeigen").click()
    expect(page.locator(".kek-row:visible")).to_have_count(50)
    assert page.evaluate("document.activeElement.textContent").startswith(_shown(page)[25])
    assert {number.partition("-")[0] for number in _shown(page)} == {"3"}


def test_a_value_is_typed_and_suggested_and_stands_in_the_address(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}massnahmen/")
    actor = page.get_by_label("Akteur", exact=True)
    actor.press_sequentially("bür")
    offered = page.locator("#werte-akteur option")
    expect(offered.first).to_have_attribute("value", re.compile("bür", re.IGNORECASE))
    name, label = offered.first.get_attribute("value") or "", offered.first.get_attribute("label") or ""
    actor.fill(name)
    told = _status(page)
    assert label == f"{name} ({told.partition(' ')[0]})"
    address = page.url
    assert "akteur=" in address
    page.goto(f"{long_address}massnahmen/seite-3/")
    page.goto(address)
    assert _status(page) == told
    expect(actor).to_have_value(name)
    page.get_by_role("button", name=f"Akteur: {name} entfernen").click()
    expect(page.locator(".kek-register__status")).to_have_text("520 Maßnahmen")
    expect(page.get_by_role("navigation", name="Seiten")).to_be_visible()
    page.go_back()
    assert _status(page) == told


def test_what_no_value_is_called_is_said_and_filters_nothing(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}massnahmen/")
    place = page.get_by_label("Ort", exact=True)
    place.fill("Quastenflosser")
    place.press("Tab")
    expect(page.locator(".kek-register__status")).to_have_text(
        re.compile("^„Quastenflosser“ gibt es unter „Ort“ nicht")
    )
    assert len(_shown(page)) == 250


def test_words_and_titles_of_all_rows_are_searched_and_sorted(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}massnahmen/seite-3/")
    last = page.locator(".kek-row").last
    title, number = (
        last.locator(".kek-row__name").text_content() or "",
        last.locator(".kek-number").text_content() or "",
    )
    page.get_by_role("link", name="520 Maßnahmen filtern und sortieren").click()
    page.get_by_role("searchbox", name="Suchwort").fill(title.upper())
    _status(page)
    assert number in _shown(page)
    page.get_by_role("searchbox", name="Suchwort").fill("")
    page.get_by_label("Sortieren nach").select_option("titel")
    expect(page.locator(".kek-rows--flat > li")).to_have_count(25)
    titles = page.locator(".kek-row:visible .kek-row__name").all_text_contents()
    assert titles == sorted(titles, key=lambda words: words.translate(str.maketrans("ÄÖÜäöü", "AOUaou")).casefold())


def test_a_connection_that_breaks_is_said_and_leaves_the_list(browser: Browser, long_address: str) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.route("**/liste/*", lambda route: route.abort())
    page.goto(f"{long_address}massnahmen/")
    page.get_by_label("Handlungsfeld", exact=True).select_option(index=2)
    expect(page.locator(".kek-register__status")).to_have_text(re.compile("konnte nicht geladen werden"))
    assert len(_shown(page)) == 250
    page.unroute("**/liste/*")
    page.get_by_label("Handlungsfeld", exact=True).select_option(index=3)
    _status(page)
    context.close()


def test_without_a_script_one_page_leads_to_the_next(browser: Browser, long_address: str) -> None:
    context = browser.new_context(locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{long_address}massnahmen/")
    found = _shown(page)
    for number in (2, 3):
        page.get_by_role("link", name=f"Weiter zu Seite {number}").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Maßnahmen – Seite {number} von 3")
        found += _shown(page)
    assert len(set(found)) == len(found) == 520
    expect(page.get_by_role("link", name="Seite 3", exact=True)).to_have_attribute("aria-current", "page")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_in_it(browser: Browser, long_address: str, scheme: str) -> None:
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", viewport={"width": 320, "height": 700})
    context.add_init_script(path=tools.module("axe-core/axe.min.js"))
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path, ask in (("massnahmen/seite-3/", ""), ("massnahmen/", "?feld=III&sortierung=titel")):
        page.goto(long_address + path + ask)
        if ask:
            _status(page)
            page.locator(".kek-register__filters summary").click()
        found = page.evaluate("options => axe.run(options)", OPTIONS)
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
