# A frozen edition and a comparison in the real browser: everybody can read them, at a desk, on a phone, in the dark and
# on paper, and nothing breaks the policy of the site.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kek_build.mkdocs_adapter.build import build_site
from tests.history.repository import repository_in
from tests.mkdocs_adapter.conftest import configuration
from tests.shipped import tools
from tests.shipped.audit import violations
from tests.shipped.conftest import DESKTOP
from tests.shipped.server import serve

_PAGES = (
    "2019/", "2019/massnahmen/", "2019/massnahmen/1-2/", "2019/massnahmen/2-1/", "2019/ziele/1.1.1/",
    "2019/swot/wohnen/", "2019/orte/musterstadt/", "2019/glossar/", "2019/verlauf/",
)  # fmt: skip
_COMPARED = ("fassungen/", "fassungen/2019-2026/", "fassungen/formen/")


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an edition of which one part cannot be read any more, and one that was made of it."""
    repository = repository_in(tmp_path_factory.mktemp("fassungen") / "repo")
    copy = repository.copy
    before = (copy.folder / "massnahmen/1-2.yml").read_text(encoding="utf-8")
    (copy.folder / "massnahmen/1-2.yml").write_text(f"{before}umsetzung: beinahe fertig\n", encoding="utf-8")
    repository.commit()
    repository.git("tag", "beschluss-2019")
    (copy.folder / "massnahmen/1-2.yml").write_text(before.replace("leerer Häuser", "aller Häuser"), encoding="utf-8")
    copy.write("massnahmen/1-77.yml", "nummer: 1-77\ntitel: Neues\nhandlungsfeld: I\n")
    repository.commit()
    editions = [{"kennung": "2019", "tag": "beschluss-2019"}, {"kennung": "2026"}]
    made = configuration(copy.root, copy.content, konzepte=["musterkreis"], fassungen={"musterkreis": editions})
    return build_site(made, documents=False)


@pytest.fixture(scope="module")
def at(renewed: Path) -> Iterator[str]:
    with serve(renewed) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader whose browser complains of nothing."""
    with tools.reader(browser, viewport=DESKTOP, reduced_motion="reduce") as page:
        yield page


@pytest.mark.parametrize("path", [*_PAGES, *_COMPARED])
def test_everybody_can_read_it(reader: Page, at: str, path: str) -> None:
    reader.goto(at + path)
    assert violations(reader) == []
    reader.emulate_media(color_scheme="dark")
    assert violations(reader) == []
    reader.emulate_media(color_scheme="light")
    reader.set_viewport_size({"width": 320, "height": 640})
    assert violations(reader) == []
    assert reader.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_html_is_valid(renewed: Path) -> None:
    assert tools.html_errors(renewed / "2019") == []
    assert tools.html_errors(renewed / "fassungen") == []


def test_the_notice_leads_to_what_is_in_force(reader: Page, at: str) -> None:
    reader.goto(f"{at}2019/massnahmen/1-2/")
    notice = reader.get_by_role("complementary", name="Zu dieser Fassung")
    expect(notice).to_contain_text("Diese Fassung gilt nicht mehr.")
    notice.get_by_text("Angaben dieser Fassung, die hier fehlen").click()
    expect(notice).to_contain_text("umsetzung: beinahe fertig")
    notice.get_by_role("link", name="aller Häuser").click()
    expect(reader).to_have_url(f"{at}massnahmen/1-2/")


def test_the_menu_of_the_edition_stays_in_it(reader: Page, at: str) -> None:
    reader.goto(f"{at}2019/massnahmen/1-2/")
    menu = reader.get_by_role("navigation", name="Fassung 2019", exact=True)
    expect(menu.get_by_role("link", name="Maßnahmen")).to_have_attribute("aria-current", "true")
    menu.get_by_role("link", name="Ziele").click()
    expect(reader).to_have_url(f"{at}2019/ziele/")
    expect(menu.get_by_role("link", name="Ziele")).to_have_attribute("aria-current", "page")


def test_its_register_can_be_filtered(reader: Page, at: str) -> None:
    reader.goto(f"{at}2019/massnahmen/")
    register = reader.locator("main").get_by_role("search").filter(has=reader.get_by_role("group"))
    expect(register.get_by_role("combobox").first).to_be_visible()


def test_on_paper_the_notice_is_there_and_the_menu_is_not(reader: Page, at: str) -> None:
    reader.goto(f"{at}2019/massnahmen/1-2/")
    reader.emulate_media(media="print")
    expect(reader.get_by_text("Diese Fassung gilt nicht mehr.")).to_be_visible()
    expect(reader.get_by_role("navigation", name="Fassung 2019", exact=True)).to_be_hidden()
    expect(reader.get_by_text("Diese Seite im Internet: https://kek.example.org/2019/massnahmen/1-2/")).to_be_visible()
