# The page of an indicator: what its numbers say, whether it is on target and how that is judged, and its files. The
# chart is tested by itself, the rule with the steering.
from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.pages.build import pages, workshops
from kek_build.pages.figure_standing import figure_standing
from kek_build.pages.record import PageRecord, plain_text
from kek_build.tracing import noting
from tests.example import OPTIONS, Copy


def _site(konzept: Konzept, day: date | None = None) -> dict[str, PageRecord]:
    options = OPTIONS.model_copy(update={"stichtag": day})
    return {page.path: page for page in pages(workshops([konzept], options), options)}


def _section(page: PageRecord, anchor: str) -> str:
    (found,) = LexborHTMLParser(page.html).css(f"section[aria-labelledby={anchor}]")
    return plain_text(found.html or "")


def _tags(page: PageRecord) -> list[str]:
    return [tag.text() for tag in LexborHTMLParser(page.html).css(".kek-tag")]


@pytest.mark.parametrize(
    ("day", "tag", "told"),
    [
        (date(2012, 12, 31), "Ziel: Stand nicht angegeben", "Bis zum Stichtag gibt es keinen gemessenen Wert."),
        (date(2013, 12, 31), "auf Kurs zum Ziel", "2013 lag der Wert über dem Weg zum Ziel."),
        (date(2021, 12, 31), "nicht auf Kurs zum Ziel", "In 4 von 9 Jahren lag der Wert über dem Weg zum Ziel"),
        (date(2022, 12, 31), "Ziel verfehlt", "hält das Ziel für 2022 nicht ein: mindestens 50 Fahrten je Kopf."),
    ],
)
def test_whether_it_is_on_target_and_what_its_numbers_say_depend_on_the_reference_day(
    musterkreis: Konzept, day: date, tag: str, told: str
) -> None:
    page = _site(musterkreis, day)["kennzahlen/busfahrten/"]
    assert tag in _tags(page)
    assert told in _section(page, "stand")
    assert f"Stichtag: {day.day}. Dezember {day.year}" in _section(page, "stand")
    assert "So wird das beurteilt" in _section(page, "stand")


def test_where_no_target_is_given_it_says_so_and_judges_nothing(site: dict[str, PageRecord]) -> None:
    page = site["kennzahlen/radwege/"]
    assert "kein Ziel genannt" in _tags(page)
    assert "Das Konzept nennt kein Ziel." in _section(page, "stand")
    assert "beurteilt" not in page.html
    assert "Stichtag" not in _section(page, "stand")


def test_an_indicator_of_which_nothing_is_told_says_that(copy: Copy) -> None:
    copy.write("kennzahlen/leer.yml", "kennung: leer\ntitel: Leer\neinheit: '%'\n")
    page = _site(copy.konzept())["kennzahlen/leer/"]
    assert "Das Konzept nennt keinen gemessenen Wert. Das Konzept nennt kein Ziel." in _section(page, "stand")
    assert "werte.csv" not in page.html


@pytest.mark.parametrize(
    ("day", "said"), [(date(2023, 12, 31), "die nächsten:"), (date(2024, 1, 1), "die nächsten waren fällig:")]
)
def test_new_values_that_should_have_come_are_told_to_be_due(musterkreis: Konzept, day: date, said: str) -> None:
    assert f"jährlich, {said} Dezember 2023" in plain_text(_site(musterkreis, day)["kennzahlen/busfahrten/"].html)


def test_its_numbers_can_be_taken_along_as_table_and_as_data(site: dict[str, PageRecord]) -> None:
    (section,) = LexborHTMLParser(site["kennzahlen/busfahrten/"].html).css("section[aria-labelledby=zahlen]")
    assert [link.attributes["href"] for link in section.css("ul.kek-links a")] == ["werte.csv", "daten.json"]


def test_the_overview_tells_of_many_figures_the_last_of_each_kind_and_how_many_more_there_are(
    site: dict[str, PageRecord],
) -> None:
    card = LexborHTMLParser(site["kennzahlen/"].html).css(".kek-card")[0]
    assert [tag.text() for tag in card.css(".kek-tag")] == ["Ziel verfehlt"]
    (figure,) = card.css(".kek-figure")
    figures = plain_text(figure.html or "")
    assert "46,3" in figures
    assert "44,9" not in figures
    assert figures.endswith("und 12 weitere Zahlen")


def test_a_page_asks_how_one_indicator_stands_and_not_for_the_day(musterkreis: Konzept) -> None:
    (shop,) = workshops([musterkreis], OPTIONS)
    with noting() as asked:
        figure_standing(shop, musterkreis["kennzahlen/radwege"])
    assert asked == {("musterkreis", "figures", "kennzahlen/radwege"), ("musterkreis", "entries", "kennzahlen/radwege")}
