# How a measure or a key project stands is on its page, in registers and on cards alike, and only pages that show
# something that depends on the reference day change with it.
from __future__ import annotations

from datetime import date

import pytest

from kek_build.concept import Konzept
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord, plain_text
from kek_build.pages.standing import standing
from kek_build.tracing import noting
from tests.example import OPTIONS, Copy

_MEASURE = "massnahmen/2-1.yml"


def _site(konzept: Konzept, stichtag: date | None = None) -> dict[str, PageRecord]:
    options = OPTIONS.model_copy(update={"stichtag": stichtag})
    return {page.path: page for page in pages(workshops([konzept], options), options)}


def _text(site: dict[str, PageRecord], path: str) -> str:
    return plain_text(site[path].html)


_NEWS = """\
phase: geplant
geplant:
  beginn: 2022
  ende: 03/2023
meilensteine:
  - titel: Fahrplan
    geplant: Q4/2022
aktualisierungen:
  - datum: 05/2022
    text: Die Busse fahren.
    phase: in Umsetzung
    status: verzögert
    quelle: Vorlage 7
    link: https://rat.muster.invalid/7
  - datum: 2025
    text: Es ist fertig.
    phase: abgeschlossen
"""


@pytest.fixture
def konzept(copy: Copy) -> Konzept:
    copy.append(_MEASURE, _NEWS)
    return copy.konzept()


def test_a_page_shows_how_the_thing_stands_since_when_and_why(konzept: Konzept) -> None:
    shown = _text(_site(konzept, date(2023, 6, 1)), "massnahmen/2-1/")
    assert "in Umsetzung verzögert" in shown
    assert "Warum „verzögert“ (seit Mai 2022) Die Busse fahren." in shown
    assert ": Die Busse fahren. Phase: in Umsetzung, Status: verzögert." in shown
    assert "Beim Beschluss: Phase: geplant." in shown


def test_a_link_of_news_is_called_by_its_source(konzept: Konzept) -> None:
    html = _site(konzept)["massnahmen/2-1/"].html
    assert '<a href="https://rat.muster.invalid/7">Vorlage 7</a>' in html


def test_what_is_late_is_told_with_the_reference_day(konzept: Konzept) -> None:
    shown = _text(_site(konzept, date(2023, 6, 1)), "massnahmen/2-1/")
    assert "Verzug 3 Monate. Das geplante Ende (März 2023) ist vorbei." in shown
    assert "Stichtag: 1. Juni 2023 (beim Erstellen der Website festgelegt)." in shown
    assert "Fahrplan (geplant: 4. Quartal 2022) Überfällig: 2 Quartale." in shown


def test_without_a_named_day_the_newest_of_the_content_counts(konzept: Konzept) -> None:
    shown = _text(_site(konzept), "massnahmen/2-1/")
    assert "Verzug" not in shown
    assert "abgeschlossen" in shown


def test_registers_and_cards_say_the_same(konzept: Konzept) -> None:
    (shop,) = workshops([konzept], OPTIONS.model_copy(update={"stichtag": date(2023, 6, 1)}))
    site = _site(konzept, date(2023, 6, 1))
    assert shop.card_of(konzept["2-1"]).states == ("in Umsetzung", "verzögert")
    assert "in Umsetzung · verzögert" in _text(site, "massnahmen/")


def test_another_day_changes_only_pages_that_depend_on_it(konzept: Konzept) -> None:
    one, other = _site(konzept, date(2023, 6, 1)), _site(konzept, date(2023, 8, 1))
    changed = {path for path in one if one[path].html != other[path].html}
    indicators = {"kennzahlen/", "kennzahlen/busfahrten/", "kennzahlen/leerstand/"}
    telling = {f"umsetzungsstand/{field}" for field in ("", "i/", "ii/")}
    assert changed == {"massnahmen/2-1/", "massnahmen/1-10/", "lose-enden/", *indicators, *telling}
    assert all("Stichtag: 1. August 2023" in _text(other, path) for path in changed)


def _asked(shop: Workshop, ref: str) -> set[tuple[str, str, str]]:
    with noting() as asked:
        standing(shop, shop.konzept[ref])
    return asked


def test_a_page_asks_for_the_standing_of_a_thing_and_for_nothing_that_it_is_made_of(konzept: Konzept) -> None:
    (shop,) = workshops([konzept], OPTIONS)
    for _ in range(2):  # also when it is there already
        assert _asked(shop, "2-1") - {("musterkreis", "entries", "2-1")} == {("musterkreis", "standing", "2-1")}


def test_names_of_persons_are_on_no_page_unless_the_county_shows_them(copy: Copy) -> None:
    assert "Erika" in _text(_site(copy.konzept()), "massnahmen/1-2/")
    copy.replace("konzept.yml", "ansprechpersonen_zeigen: ja\n", "")
    assert not [path for path, page in _site(copy.konzept()).items() if "Erika" in page.html]


def test_the_table_of_the_document_is_on_the_page_of_sources_and_linked(copy: Copy) -> None:
    copy.append("schluesselvorhaben/II.1.yml", "bearbeitungsstand: Es läuft.\n")
    site = _site(copy.konzept())
    assert "„läuft & <läuft>“ Daueraufgabe Wer immer läuft" in _text(site, "quellen/")
    assert 'href="../../quellen/#bearbeitungsstand"' in site["schluesselvorhaben/ii.1/"].html


def test_news_from_after_the_reference_day_is_shown_and_said_not_to_count_yet(musterkreis: Konzept) -> None:
    told = "Das war nach dem Stichtag und zählt noch nicht."
    before, after = (_site(musterkreis, day)["massnahmen/1-10/"].html for day in (date(2023, 2, 28), date(2023, 3, 1)))
    assert "Das Geld &lt;reicht&gt; nicht" in before
    assert before.count(told) == 1
    assert told not in after
