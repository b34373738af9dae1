from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.weitergeben import Citation, Offer, cite

_URL = "https://kek.example.org/"
_DOCUMENT = "Kreisentwicklungskonzept Muster 2035 [online]. Fortschreibung & Neufassung, Stand 31. März 2021. "
_END = "Nichtamtliche Wiedergabe in eigenen Worten. Verfügbar unter: "


def _texts(page: PageRecord) -> list[str]:
    """The addresses and the citation that a page shows."""
    block = LexborHTMLParser(page.html).css_first(".kek-share")
    assert block is not None
    return [node.text() for node in block.css(".kek-share__text")]


def test_every_page_of_a_concept_ends_with_its_address_and_a_citation(site: dict[str, PageRecord]) -> None:
    pages = [page for page in site.values() if page.concept]
    assert len(pages) > 30
    wrong = [
        page.path
        for page in pages
        if (texts := _texts(page))[0] != f"{_URL}{page.path}" or not texts[-1].endswith(f": {_URL}{page.path}")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("massnahmen/1-2/", "Maßnahme 1-2: Verzeichnis leerer Häuser & <Höfe>. In: "),
        ("kennzahlen/leerstand/", "Kennzahl: Leere Häuser & <Wohnungen>. In: "),
        ("seiten/vorwort/", "Vorwort & <Einleitung>. In: "),
        ("massnahmen/", "Maßnahmen. In: "),
        ("", ""),
    ],
)
def test_a_citation_names_editor_part_document_edition_date_and_address(
    site: dict[str, PageRecord], path: str, name: str
) -> None:
    assert _texts(site[path])[-1] == f"Landratsamt Muster: {name}{_DOCUMENT}{_END}{_URL}{path}"


def test_the_citation_of_an_official_site_does_not_call_it_unofficial(workshop: Workshop) -> None:
    citation = cite(replace(workshop, demonstration=False), "Ziel 1: Wohnen", "https://x.invalid/")
    assert citation.text == f"Landratsamt Muster: Ziel 1: Wohnen. In: {_DOCUMENT}Verfügbar unter: https://x.invalid/"


def test_a_thing_with_a_number_shows_its_short_address_and_nothing_else_does(site: dict[str, PageRecord]) -> None:
    assert _texts(site["massnahmen/1-2/"])[1] == f"{_URL}1-2/"
    assert _texts(site["handlungsfelder/i/"])[1] == f"{_URL}i/"
    for path in ("", "massnahmen/", "orte/musterdorf/", "kennzahlen/leerstand/"):
        assert len(_texts(site[path])) == 2


@pytest.mark.parametrize("title", ["Wir bauen.", "Bauen wir?", "Bauen!", "Bauen …"])
def test_a_title_with_an_end_of_its_own_gets_no_second_one(workshop: Workshop, title: str) -> None:
    assert f" {title} In: " in cite(workshop, title, "").text


def test_the_date_of_reading_has_its_place_before_the_full_stop() -> None:
    assert Citation("A, Stand 2020", "Verfügbar unter: B").text == "A, Stand 2020. Verfügbar unter: B"


def test_an_offer_tells_form_and_size() -> None:
    assert Offer("daten.json", "Als Daten", "JSON").detail == "JSON"
    assert Offer("datenblatt.pdf", "Datenblatt", "PDF", "120 kB").detail == "PDF, 120 kB"
