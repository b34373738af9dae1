# Every page of a concept says how fresh it is, and marks what somebody should look at again, on the reference day.
from __future__ import annotations

import re
from datetime import date

import pytest

from kek_build.concept import Konzept
from kek_build.pages.build import pages, workshops
from kek_build.pages.record import PageRecord
from tests.example import HISTORY, OPTIONS, Copy

_STAND = re.compile(r'<p>Stand: <time datetime="([^"]+)">([^<]+)</time> \(([^)]+)\)</p>')
_EDITION = ("2021-03-31", "31. März 2021", "Dokument, Fortschreibung &amp; Neufassung")


def _site(konzept: Konzept, stichtag: date | None = None, *, told: bool = False) -> dict[str, PageRecord]:
    options = OPTIONS.model_copy(update={"stichtag": stichtag})
    shops = workshops([konzept], options, history=HISTORY) if told else workshops([konzept], options)
    return {page.path: page for page in pages(shops, options)}


def _stand(page: PageRecord) -> tuple[str, ...]:
    (found,) = _STAND.findall(page.html)
    return tuple(found)


@pytest.mark.parametrize(
    ("path", "stand"),
    [
        ("", ("2023-06", "Juni 2023", "neueste Angabe im Konzept")),
        ("schluesselvorhaben/i.1/", ("2022-05-03", "3. Mai 2022", "neueste Angabe auf dieser Seite")),
        ("massnahmen/2-1/", _EDITION),
        ("massnahmen/", ("2023-06", "Juni 2023", "neueste Angabe in dieser Liste")),
        ("kennzahlen/leerstand/", ("2021-12-31", "31. Dezember 2021", "neueste Angabe auf dieser Seite")),
        ("handlungsfelder/i/", _EDITION),
        ("orte/", _EDITION),
        ("aenderungen/", ("2026-03-09", "9. März 2026", "letzte Änderung am Inhalt")),
    ],
)
def test_a_page_says_how_fresh_it_is_and_what_that_is_the_date_of(
    copy: Copy, path: str, stand: tuple[str, ...]
) -> None:
    assert _stand(_site(copy.konzept(), told=True)[path]) == stand


def test_every_page_of_the_concept_says_so_once(copy: Copy) -> None:
    site = _site(copy.konzept())
    assert {path for path, page in site.items() if page.concept and len(_STAND.findall(page.html)) != 1} == set()


def test_moving_the_day_changes_only_what_is_marked(copy: Copy) -> None:
    copy.replace("schluesselvorhaben/I.1.yml", "geplant:\n  beginn: Q1/2021\n  ende: 2025\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "    geplant: 2024\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "    bis: Q3/2023\n", "")
    konzept = copy.konzept()
    before, after = (_site(konzept, date(2022, month, 1)) for month in (11, 12))
    changed = {path for path, page in before.items() if after[path].html != page.html}
    mark = "Stand älter als 6 Monate"
    assert {path for path, page in after.items() if mark in page.html} == {
        "schluesselvorhaben/", "schluesselvorhaben/i.1/"
    }  # fmt: skip
    assert not any(mark in page.html for page in before.values())
    telling = {path for path in before if path.startswith(("umsetzungsstand/", "kennzahlen/"))}  # they name the day
    assert changed == {"schluesselvorhaben/", "schluesselvorhaben/i.1/", "lose-enden/"} | (changed & telling)
    assert "Stichtag: 1. Dezember 2022" in " ".join(after["umsetzungsstand/"].text.split())


def test_where_nobody_says_how_often_nothing_is_marked(copy: Copy) -> None:
    copy.replace("konzept.yml", "ueberpruefung: 120\n", "")
    copy.replace("schluesselvorhaben/I.1.yml", "ueberpruefung: 6\n", "")
    copy.replace("massnahmen/1-10.yml", "ueberpruefung: 2\n", "")
    copy.replace("kennzahlen/leerstand.yml", "naechste_werte: 03/2023\n", "")
    copy.replace("kennzahlen/busfahrten.yml", "naechste_werte: 12/2023\n", "")
    site = _site(copy.konzept(), date(2060, 1, 1))
    assert not any("Stand älter als" in page.html or "waren fällig" in page.html for page in site.values())


def test_loose_ends_list_what_is_late_and_what_should_be_looked_at(copy: Copy) -> None:
    html = _site(copy.konzept(), date(2022, 11, 4))["lose-enden/"].html
    section = html.partition('id="faellig-stand"')[2].partition("</section>")[0]
    assert "Überprüfung fällig (1)" in section
    assert "Häuser wecken" in section
    assert "Stichtag: 4. November 2022 (beim Erstellen der Website festgelegt)." in section
