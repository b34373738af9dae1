# One page of each kind, as it was last looked at and found right. After an intended change: UPDATE_GOLDEN=1 pytest
# tests/pages/test_golden.py, then read the difference.
from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from kek_build import data
from kek_build.concept import Konzept
from kek_build.history import History
from kek_build.joining.pages import pages as portal_pages
from kek_build.pages.build import pages, plan, workshops
from kek_build.pages.limits import Limits
from kek_build.pages.rechtliches import Told
from kek_build.pages.record import PageRecord
from kek_build.pages.templates import TEMPLATES
from tests.example import HISTORY, OFFICIAL, OPTIONS, REPORT, counties
from tests.joining.test_pages import county

GOLDEN = Path(__file__).parent / "golden"

# The page that stands for each template.
_PAGES = {
    "konzept": "",
    "handlungsfelder": "handlungsfelder/",
    "handlungsfeld": "handlungsfelder/i/",
    "ziele": "ziele/",
    "ziel": "ziele/1.1.1/",
    "register": "schluesselvorhaben/",
    "schluesselvorhaben": "schluesselvorhaben/i.1/",
    "massnahmen": "massnahmen/",
    "massnahme": "massnahmen/1-2/",
    "swot": "swot/",
    "swot-thema": "swot/wohnen/",
    "swot-antworten": "swot/antworten/",
    "kennzahlen": "kennzahlen/",
    "kennzahl": "kennzahlen/leerstand/",
    "ort": "orte/musterstadt/",
    "ort-einbetten": "orte/grossstadt/einbetten/",
    "verzeichnis": "akteure/",
    "verzeichnis-eintrag": "akteure/kreistag/",
    "glossar": "glossar/",
    "seite": "seiten/vorwort/",
    "verlauf": "verlauf/",
    "berichte": "berichte/",
    "bericht": "berichte/2021-01-01-bis-2023-12-31/",
    "befragung": "befragung/",
    "quellen": "quellen/",
    "lose-enden": "lose-enden/",
    "suche": "suche/",
    "leichte-sprache": "leichte-sprache/",
    "aufgehoben": "massnahmen/2-2/",
    "umsetzungsstand": "umsetzungsstand/",
    "daten": "daten/",
    "fassungen": "fassungen/",
    "fassungsvergleich": "fassungen/formen/",
    "themen": "themen/",
    "thema": "themen/wohnen/",
}
# Those that only a site with several concepts has.
_COMPARED = {
    "themen-vergleich": "themen/",
    "thema-vergleich": "themen/wohnen/",
    "begriffe": "glossar/",
    "begriff-vergleich": "glossar/oepnv/",
}
_LEGAL = ("impressum", "datenschutz", "barrierefreiheit")


@pytest.fixture(scope="module")
def start(musterkreis: Konzept) -> PageRecord:
    concepts = [musterkreis, replace(musterkreis, slug="nachbarkreis")]
    return next(pages(workshops(concepts, OPTIONS, history=HISTORY), OPTIONS))


@pytest.fixture(scope="module")
def official(musterkreis: Konzept) -> dict[str, PageRecord]:
    """The pages of a site with all that the law asks for."""
    return {page.path: page for page in pages(workshops([musterkreis], OFFICIAL), OFFICIAL, REPORT)}


@pytest.fixture(scope="module")
def data_pages(musterkreis: Konzept) -> dict[str, PageRecord]:
    """The pages about data of a site with several concepts."""
    shops = workshops([musterkreis, replace(musterkreis, slug="nachbarkreis")], OPTIONS)
    return {page.path: page for page in data.pages(data.build(shops, OPTIONS), OPTIONS)}


@pytest.fixture(scope="module")
def compared() -> dict[str, PageRecord]:
    """The pages of a site with two counties that belong to none of them."""
    planned = {page.path: page for page in plan(workshops(counties(2), OPTIONS), OPTIONS)}
    return {path: planned[path].write() for path in _COMPARED.values()}


def _written(page: PageRecord) -> str:
    """A page as its golden file holds it: what the frame shows in a comment, then the HTML without empty lines."""
    head = f"<!--\n{page.title}\n{page.description}\n-->"
    return "\n".join([head, *(line.rstrip() for line in page.html.splitlines() if line.strip())]) + "\n"


def _compare(name: str, page: PageRecord) -> None:
    path = GOLDEN / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(_written(page), encoding="utf-8")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    assert _written(page) == expected, (
        f"The page {page.path or '/'} is not as in {path.name}. If the change is intended, run UPDATE_GOLDEN=1 pytest "
        "tests/pages/test_golden.py and read the difference."
    )


@pytest.mark.parametrize("name", _LEGAL)
def test_a_legal_page_looks_as_it_was_last_found_right(official: dict[str, PageRecord], name: str) -> None:
    _compare(name, official[f"{name}/"])


@pytest.mark.parametrize("name", _PAGES)
def test_a_page_looks_as_it_was_last_found_right(site: dict[str, PageRecord], name: str) -> None:
    _compare(name, site[_PAGES[name]])


def test_the_page_of_changes_looks_as_it_was_last_found_right(musterkreis: Konzept) -> None:
    found = pages(workshops([musterkreis], OPTIONS, history=HISTORY), OPTIONS)
    _compare("aenderungen", next(page for page in found if page.path == "aenderungen/"))


def test_a_list_of_its_own_looks_as_it_was_last_found_right(musterkreis: Konzept) -> None:
    shop = replace(workshops([musterkreis], OPTIONS)[0], limits=Limits(links=1, page=1))
    found = next(page for page in plan([shop], OPTIONS) if page.path == "handlungsfelder/i/massnahmen/")
    _compare("liste", found.write())


def test_the_first_page_of_a_site_with_several_concepts_looks_as_it_was_last_found_right(start: PageRecord) -> None:
    _compare("start", start)


@pytest.mark.parametrize("name", _COMPARED)
def test_a_page_that_compares_counties_looks_as_it_was_last_found_right(
    compared: dict[str, PageRecord], name: str
) -> None:
    _compare(name, compared[_COMPARED[name]])


def test_the_first_page_of_a_portal_looks_as_it_was_last_found_right() -> None:
    shops = workshops(
        counties(6), OPTIONS, history=History(dict.fromkeys(("kreis-y", "kreis-u"), HISTORY.of("musterkreis")))
    )
    _compare("portal", next(pages(shops, OPTIONS)))


def test_the_page_of_data_of_a_site_with_several_concepts_looks_as_it_was_last_found_right(
    data_pages: dict[str, PageRecord],
) -> None:
    _compare("daten-website", data_pages["daten/"])


def test_the_page_of_data_of_a_joined_portal_looks_as_it_was_last_found_right() -> None:
    counties_built_apart = (county("Aue"), county("Öd", "Hessen"))
    found = portal_pages(counties_built_apart, Told((), ()), OPTIONS, None)
    _compare("daten-portal", next(page for page in found if page.path == "daten/"))


def test_every_template_has_its_golden_page_and_no_golden_page_is_left_over() -> None:
    templates = {path.name.removesuffix(".html.j2") for path in (TEMPLATES / "pages").iterdir()}
    assert {
        *_PAGES,
        *_LEGAL,
        *_COMPARED,
        "aenderungen",
        "liste",
        "start",
        "portal",
        "daten-website",
        "daten-portal",
    } == templates
    assert {path.stem for path in GOLDEN.iterdir()} == templates
