# The registers as readers use them: filter, sort, send the address to somebody, go back. What is shown is counted in
# the browser and compared with what the page says of itself.
from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.shipped.conftest import Visit

_REGISTERS = {
    "leipzig/massnahmen/": 79,
    "leipzig/schluesselvorhaben/": 14,
    "leipzig/ziele/": 10,
    "leipzig/swot/": 259,
    "boerde/ziele/": 138,
    "leipzig/orte/": 48,
}
every_register = pytest.mark.parametrize("path", _REGISTERS)


def _rows(page: Page) -> Locator:
    """The rows that fit; not those above them in a tree."""
    return page.locator(".kek-row:not(.kek-row--above):visible")


def _status(page: Page) -> Locator:
    return page.locator(".kek-register__status")


def _word(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Suchwort")


def _chips(page: Page) -> Locator:
    return page.get_by_role("list", name="Aktive Filter").get_by_role("button")


def _options(page: Page, label: str) -> dict[str, int]:
    """The values of a facet that can be chosen, and how many rows each promises."""
    texts = page.get_by_label(label, exact=True).locator("option:enabled").all_text_contents()
    found = [re.fullmatch(r"(.*) \((\d+)\)", text) for text in texts]
    return {match[1]: int(match[2]) for match in found if match}


def _choose(page: Page, label: str, words: str) -> None:
    select = page.get_by_label(label, exact=True)
    select.select_option(select.locator("option", has_text=words).first.get_attribute("value"))


def _numbers(page: Page) -> list[str]:
    return _rows(page).locator(".kek-number").all_text_contents()


@every_register
def test_without_a_script_the_list_is_whole_and_no_filter_is_offered(without_script: Visit, path: str) -> None:
    page = without_script.open(path)
    for details in page.locator("details.kek-register__folded > summary").all():
        details.click()
    expect(_rows(page)).to_have_count(_REGISTERS[path])
    expect(page.locator(".kek-register__form")).to_be_hidden()


@every_register
def test_every_value_shows_as_many_rows_as_it_promises(visit: Visit, path: str) -> None:
    page = visit.open(path)
    labels = page.locator(".kek-register__form label").all_text_contents()
    for label in set(labels) - {"Suchwort", "Sortieren nach"}:
        for words, count in list(_options(page, label).items())[:6]:
            _choose(page, label, f"{words} (")
            expect(_rows(page)).to_have_count(count)
            expect(_status(page)).to_have_text(re.compile(rf"^{count} von {_REGISTERS[path]} "))
        page.get_by_label(label, exact=True).select_option("")
    expect(_status(page)).to_have_text(re.compile(rf"^{_REGISTERS[path]} "))


def test_several_filters_narrow_each_other_down_and_their_counts_say_so(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/")
    _choose(page, "Handlungsfeld", "III ")
    for words, count in list(_options(page, "Akteur").items())[:8]:
        _choose(page, "Akteur", f"{words} (")
        expect(_rows(page)).to_have_count(count)
    fields = _options(page, "Handlungsfeld")
    expect(_rows(page)).to_have_count(fields["III Nachhaltiger Lebensraum"])
    assert page.get_by_label("Ort", exact=True).locator("option:disabled").count() > 0
    assert all(fields.values())


def test_a_value_that_nothing_has_any_more_cannot_be_chosen(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?feld=I")
    disabled = page.get_by_label("Ort", exact=True).locator("option:disabled").all_text_contents()
    assert disabled
    assert all(text.endswith("(0)") for text in disabled)


@pytest.mark.parametrize(
    ("path", "spellings"),
    [
        ("leipzig/swot/", ("Ärzte", "ärzte", "AERZTE", "arzte")),
        ("leipzig/swot/", ("Größe", "Groesse", "GRÖSSE", "Groeße")),
        ("leipzig/massnahmen/", ("Straße", "strasse", "STRASSE")),
        ("boerde/ziele/", ("Fläche", "flaeche", "flache")),
        ("leipzig/massnahmen/", ("Kreis Konzept", "  konzept   kreis ", "„Konzept“, Kreis")),
    ],
)
def test_words_are_found_however_they_are_written(visit: Visit, path: str, spellings: tuple[str, ...]) -> None:
    found = []
    for words in spellings:
        page = visit.open(f"{path}?text={quote(words)}")
        expect(_status(page)).to_have_text(re.compile(r"^[1-9]\d* von "))
        found.append(_rows(page).locator(".kek-row__title").all_text_contents())
    assert all(rows == found[0] for rows in found)
    assert len(found[0]) < _REGISTERS[path]


def test_every_typed_word_must_occur(visit: Visit) -> None:
    found = {}
    for words in ("kreis", "konzept", "konzept kreis", "konzept quastenflosser"):
        found[words] = set(_numbers(visit.open(f"leipzig/massnahmen/?text={quote(words)}")))
    assert found["konzept kreis"] == found["kreis"] & found["konzept"]
    assert found["konzept kreis"] < found["konzept"]
    assert found["konzept kreis"] < found["kreis"]
    assert found["konzept quastenflosser"] == set()


def test_a_number_finds_its_row(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?text=3-38")
    assert _numbers(page) == ["3-38"]


def test_other_orders_make_one_flat_list_and_the_first_brings_the_groups_back(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/")
    before = _numbers(page)
    order = page.get_by_label("Sortieren nach")
    order.select_option("titel")
    expect(page.locator(".kek-register__list")).to_be_hidden()
    titles = page.locator(".kek-rows--flat .kek-row__name").all_text_contents()
    assert len(titles) == 79
    assert titles == page.evaluate(
        "titles => [...titles].sort(new Intl.Collator('de', {numeric: true}).compare)", titles
    )
    order.select_option("feld")
    assert _numbers(page) == before
    order.select_option("")
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    assert _numbers(page) == before


def test_a_filtered_tree_shows_what_a_goal_stands_in_without_counting_it(visit: Visit) -> None:
    page = visit.open("boerde/ziele/?ebene=operatives-ziel&feld=4")
    shown = _numbers(page)
    assert shown
    assert all(re.fullmatch(r"4\.\d\.\d-\d+", number) for number in shown)
    expect(_status(page)).to_have_text(f"{len(shown)} von 138 Zielen")
    above = page.locator(".kek-row--above:visible .kek-number").all_text_contents()
    assert set(above) == {number.rpartition("-")[0] for number in shown} | {number[:3] for number in shown}


def test_the_address_holds_the_selection_and_the_back_button_brings_it_back(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/")
    _choose(page, "Handlungsfeld", "II ")
    expect(page).to_have_url(re.compile(r"/massnahmen/\?feld=II$"))
    _choose(page, "Ort", "nicht angegeben")
    _word(page).fill("kultur")
    expect(page).to_have_url(re.compile(r"\?feld=II&ort=nicht-angegeben&text=kultur$"))
    shown = _numbers(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?feld=II$"))
    expect(page.get_by_label("Ort", exact=True)).to_have_value("")
    expect(_word(page)).to_have_value("")
    expect(_chips(page)).to_have_count(1)
    page.go_forward()
    expect(_word(page)).to_have_value("kultur")
    assert _numbers(page) == shown
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/massnahmen/$"))
    expect(_rows(page)).to_have_count(79)


def test_typing_leaves_no_trail_of_steps_to_go_back(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/")
    steps = page.evaluate("history.length")
    _word(page).press_sequentially("bus", delay=250)
    expect(page).to_have_url(re.compile(r"text=bus$"))
    assert page.evaluate("history.length") == steps


def test_after_a_visit_to_a_measure_the_selection_is_still_there(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?feld=III&sortierung=titel")
    shown = _numbers(page)
    _rows(page).first.locator(".kek-row__title a").click()
    expect(page.locator("h1")).to_contain_text(shown[0])
    page.go_back()
    expect(_rows(page)).to_have_count(len(shown))
    assert _numbers(page) == shown


def test_a_shared_link_opens_filtered_and_what_it_does_not_know_is_passed_over(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?feld=ii&ort=atlantis&sortierung=wetter&farbe=rot")
    expect(_chips(page)).to_have_text(["Handlungsfeld: II L(i)ebenswerte Orte\u00a0×"])
    count = _options(page, "Handlungsfeld")["II L(i)ebenswerte Orte"]
    expect(_rows(page)).to_have_count(count)
    expect(page.locator(".kek-register__list")).to_be_visible()


def test_the_link_to_a_selection_can_be_copied(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?feld=II")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Link zu dieser Auswahl kopieren").click()
    expect(page.locator(".kek-register__copied")).to_have_text("Link kopiert")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_filters_are_taken_away_one_by_one_or_all_at_once_and_the_focus_stays_near(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?feld=I&akteur=nicht-angegeben&ort=nicht-angegeben&text=wirtschaft")
    expect(_chips(page)).to_have_count(4)
    expect(page.locator(".kek-register__filters summary")).to_contain_text("(4 aktiv)")
    chip = page.get_by_role("button", name="Akteur: nicht angegeben entfernen")
    chip.focus()
    page.keyboard.press("Enter")
    expect(_chips(page)).to_have_count(3)
    expect(page.get_by_role("button", name="Ort: nicht angegeben entfernen")).to_be_focused()
    reset = page.get_by_role("button", name="Alle Filter zurücksetzen")
    reset.focus()
    page.keyboard.press("Enter")
    expect(_rows(page)).to_have_count(79)
    expect(page.locator(".kek-register__chips")).to_be_hidden()
    expect(reset).to_be_hidden()
    expect(page.locator(".kek-register__filters summary")).to_be_focused()
    expect(page).to_have_url(re.compile(r"/massnahmen/$"))


def test_where_nothing_fits_the_page_says_which_filter_to_leave_out(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?feld=I&text=rad")
    expect(_rows(page)).to_have_count(0)
    expect(_status(page)).to_have_text("0 von 79 Maßnahmen")
    way_out = page.get_by_role("button", name=re.compile(r"^Ohne Handlungsfeld: I "))
    match = re.search(r"\((\d+) Maßnahmen\)", way_out.text_content() or "")
    assert match
    way_out.click()
    expect(_rows(page)).to_have_count(int(match[1]))
    expect(page.locator(".kek-register__empty")).to_be_hidden()
    expect(page.locator(".kek-register__filters summary")).to_be_focused()


def test_where_several_filters_stand_in_the_way_all_are_named(visit: Visit) -> None:
    page = visit.open("leipzig/swot/?quadrant=staerken&thema=verkehr&text=quastenflosser+zucht&beantwortet=nein")
    buttons = page.locator(".kek-register__empty button")
    expect(buttons.first).to_be_visible()
    page.goto(visit.address + "leipzig/massnahmen/?feld=I&ort=zwenkau&text=quastenflosser")
    expect(buttons).to_have_text(
        [re.compile("^Ohne Handlungsfeld"), re.compile("^Ohne Ort"), re.compile("^Ohne Suchwort")]
    )


def test_the_table_of_contents_lists_only_what_is_there(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/")
    contents = page.get_by_role("navigation", name="Auf dieser Seite").locator("li:visible")
    expect(contents).to_have_count(3)
    _choose(page, "Handlungsfeld", "II ")
    expect(contents).to_have_count(1)
    page.get_by_label("Sortieren nach").select_option("titel")
    expect(contents).to_have_count(0)


def test_folded_topics_open_while_something_is_filtered(visit: Visit) -> None:
    page = visit.open("leipzig/swot/")
    expect(_rows(page)).to_have_count(0)
    _choose(page, "Quadrant", "Schwächen")
    expect(_rows(page)).to_have_count(58)
    page.get_by_label("Quadrant", exact=True).select_option("")
    expect(_rows(page)).to_have_count(0)


def test_a_topic_opened_by_hand_stays_open_when_one_goes_to_another(visit: Visit) -> None:
    page = visit.open("leipzig/swot/")
    page.locator(".kek-register__folded summary").first.click()
    opened = _rows(page).count()
    assert opened > 0
    page.get_by_role("navigation", name="Auf dieser Seite").get_by_role("link", name="Wohnen").click()
    expect(page).to_have_url(re.compile(r"#thema-wohnen$"))
    expect(_rows(page)).to_have_count(opened)


def test_everything_works_from_the_keyboard(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/")
    _word(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Handlungsfeld", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"feld=I$"))
    expect(page.get_by_label("Handlungsfeld", exact=True)).to_be_focused()
    for label in ("Schlüsselvorhaben", "Thema", "Akteur", "Ort", "Ziel", "Sortieren nach"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(label, exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(_rows(page)).to_have_count(79)


def test_on_a_phone_the_filters_are_folded_and_say_how_many_are_set(phone: Visit) -> None:
    page = phone.open("leipzig/massnahmen/?feld=I")
    field = page.get_by_label("Handlungsfeld", exact=True)
    expect(field).to_be_hidden()
    expect(_chips(page)).to_have_count(1)
    summary = page.locator(".kek-register__filters summary")
    expect(summary).to_have_text("Filtern und sortieren (1 aktiv)")
    summary.tap()
    field.select_option("II")
    expect(_rows(page)).to_have_count(_options(page, "Handlungsfeld")["II L(i)ebenswerte Orte"])
    expect(field).to_be_visible()


@pytest.mark.parametrize("path", [*_REGISTERS, "leipzig/massnahmen/?feld=I&text=rad", "leipzig/swot/?quadrant=risiken"])
def test_a_register_fits_into_320_pixels(phone: Visit, path: str) -> None:
    phone.page.set_viewport_size({"width": 320, "height": 640})
    page = phone.open(path)
    page.locator(".kek-register__filters summary").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        "[...document.querySelectorAll('.kek-register :is(button, select, input, summary)')]"
        ".filter(node => node.checkVisibility())"
        ".map(node => node.getBoundingClientRect()).filter(box => box.height < 24 || box.width < 24).length"
    )
    assert small == 0


def test_paper_shows_the_chosen_rows_and_what_was_chosen(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?ort=zwenkau")
    shown = _numbers(page)
    printed = page.locator(".kek-register__printed")
    expect(printed).to_be_hidden()
    page.emulate_media(media="print")
    expect(printed).to_have_text(f"Auswahl: Ort: Zwenkau – {len(shown)} von 79 Maßnahmen")
    expect(printed).to_be_visible()
    assert _numbers(page) == shown
    expect(page.locator(".kek-register__form")).to_be_hidden()


def test_nothing_jumps_when_the_filters_appear(visit: Visit) -> None:
    for size in ({"width": 1280, "height": 800}, {"width": 360, "height": 740}):
        visit.page.set_viewport_size(size)  # type: ignore[arg-type]
        page = visit.open("leipzig/massnahmen/")
        page.wait_for_load_state("networkidle")
        shift = page.evaluate(
            "new Promise(done => new PerformanceObserver(list => done("
            "list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))"
            ".observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"
        )
        assert shift < 0.1


@pytest.mark.parametrize("kind", ["orte", "akteure"])
def test_a_place_or_actor_leads_to_its_rows(site: Path, visit: Visit, kind: str) -> None:
    followed = 0
    for file in sorted((site / "leipzig" / kind).glob("*/index.html"))[::6]:
        for link in LexborHTMLParser(file.read_text(encoding="utf-8")).css("article a[href*='?']"):
            page = visit.open(f"leipzig/{kind}/{file.parent.name}/")
            page.locator(f"article a[href='{link.attributes['href']}']").click()
            expect(_status(page)).to_have_text(re.compile(rf"^{link.text().split()[0]} von "))
            expect(_chips(page)).to_have_count(1)
            followed += 1
    assert followed >= 5


def test_a_field_leads_to_its_measures(visit: Visit) -> None:
    page = visit.open("leipzig/handlungsfelder/ii/")
    page.get_by_role("link", name="Diese Maßnahmen im Register filtern").click()
    expect(page).to_have_url(re.compile(r"/massnahmen/\?feld=II$"))
    expect(_chips(page)).to_have_count(1)  # the script has filtered
    assert {number.partition("-")[0] for number in _numbers(page)} == {"2"}


def test_where_the_clipboard_is_closed_the_address_bar_holds_the_link(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="de-DE")
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = context.new_page()
    page.goto(address + "leipzig/massnahmen/?feld=I")
    expect(_chips(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Link zu dieser Auswahl kopieren")).to_be_hidden()
    context.close()
