from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.wortlaut.cleaning import (
    DOUBT,
    clean,
    join,
    mend_inside,
    mend_known,
    running_lines,
    settle,
    words_of,
)
from kek_build.wortlaut.document import Line, Place


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Straßen-", "erneuerung"], "Straßenerneuerung"),
        (["Bus-", "und Bahnlinien"], "Bus- und Bahnlinien"),
        (["Vor-", "bzw. Nachteile"], "Vor- bzw. Nachteile"),
        (["S-", "Bahn"], "S-Bahn"),
        (["ÖPNV-", "gerecht"], "ÖPNV-gerecht"),
        (["Wege 2-", "fach"], "Wege 2-fach"),
        (["Natur-, Tier-", "und Pflanzenwelt"], "Natur-, Tier- und Pflanzenwelt"),
        (["Ferienpraktika und -", "jobs"], "Ferienpraktika und -jobs"),
        (["so\u2010", "wie"], "sowie"),
        (["kreis\u00ad", "eigen"], "kreiseigen"),
        (["Wald –", "ein Schatz"], "Wald – ein Schatz"),
        (["Land/", "Stadt"], "Land/Stadt"),
        (["eine Zeile", "", "noch eine"], "eine Zeile noch eine"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_mended(lines: list[str], text: str) -> None:
    assert join(lines) == text


def test_ligatures_invisible_signs_and_double_blanks_go() -> None:
    assert clean("  Tre\ufb00en\u200b im\u00a0\u00a0Gra\u0308tz\u00ad tal ") == "Treffen im Grätz tal"


def test_a_soft_hyphen_stays_only_where_a_word_goes_on_in_the_next_line() -> None:
    assert clean("kreis\u00adeigen") == "kreiseigen"
    assert clean("kreis\u00ad") == "kreis\u00ad"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Netz- werktechnik", "Netzwerktechnik"),
        ("Bus- und Bahn", "Bus- und Bahn"),
        ("Rad- Netz", "Rad- Netz"),
        ("Ufer - naturnah", "Ufer - naturnah"),
    ],
)
def test_a_word_broken_at_a_line_end_that_is_gone_is_mended(text: str, mended: str) -> None:
    assert mend_inside(text) == mended


def test_a_hyphen_inside_a_word_goes_only_when_the_whole_word_is_known() -> None:
    words = words_of(["Die Wasserkooperationspartner und die Auen, sowie mehr."])
    assert mend_known("Wasserkooperations-partner", words) == "Wasserkooperationspartner"
    assert mend_known("e-mobil und so- wie", words) == "e-mobil und sowie"
    assert mend_known("Bus- und Bahn", words) == "Bus- und Bahn"
    assert mend_known("Auen-Land", words_of(["Auenland"])) == "Auen-Land"


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        (f"Wasserwirtschaftsver{DOUBT}bän{DOUBT}de", ("Wasserwirtschaftsverbände", True)),
        (f"Erhaltungsmanagemen{DOUBT}ts", ("Erhaltungsmanagements", True)),
        (f"Wasserwirtschaftsverbände{DOUBT}im Tal", ("Wasserwirtschaftsverbände im Tal", True)),
        (f"Wasserwirtschaftsverbände{DOUBT}u.a.", ("Wasserwirtschaftsverbände u.a.", True)),
        (f"Erhaltungsmanagemen{DOUBT}tsmittel", ("Erhaltungsmanagemen tsmittel", False)),
    ],
)
def test_a_long_word_alone_in_its_line_is_whole_unless_what_follows_is_its_end(
    text: str, settled: tuple[str, bool]
) -> None:
    assert settle(text, words_of(["Wasserwirtschaftsverbände", text])) == settled


def _pages(count: int) -> list[list[Line]]:
    return [
        [
            Line("Konzept Auental, Entwurf", Place(page, 1, "Seite")),
            Line(f"Satz Nummer {'abcdefgh'[page]} steht nur hier", Place(page, 2, "Seite")),
            Line("Die Mitte", Place(page, 3, "Seite")),
            Line("weit innen", Place(page, 4, "Seite")),
            Line("unten", Place(page, 5, "Seite")),
            Line(f"noch etwas {'abcdefgh'[page]}", Place(page, 6, "Seite")),
            Line(f"Seite {page} von {count}", Place(page, 7, "Seite")),
        ]
        for page in range(1, count + 1)
    ]


def test_lines_that_stand_on_every_page_and_page_numbers_are_found() -> None:
    pages = _pages(5)
    found = {line.text for line in running_lines(pages, edge=1)}
    assert found == {"Konzept Auental, Entwurf", *(f"Seite {page} von 5" for page in range(1, 6))}


def test_on_two_pages_nothing_counts_as_running_but_page_numbers() -> None:
    assert {line.text for line in running_lines(_pages(2), edge=1)} == {"Seite 1 von 2", "Seite 2 von 2"}


def test_a_heading_or_a_line_of_text_that_begins_many_pages_is_none() -> None:
    pages = [[Line("Stärken", Place(n, 1, "Seite")), Line("Text", Place(n, 2, "Seite"))] for n in range(1, 6)]
    assert running_lines(pages) == {page[1] for page in pages}
    inner = [[Line(f"Satz {'abcdef'[n]}", Place(n, 1, "Seite")), Line("Noch", Place(n, 2, "Seite")),
              Line(f"Ende {'abcdef'[n]}", Place(n, 3, "Seite"))] for n in range(1, 6)]  # fmt: skip
    assert running_lines(inner) == set()


@given(st.lists(st.text(alphabet="abÄß- ,\u00ad\u2010", max_size=12), max_size=6))
def test_joining_loses_no_letter(lines: list[str]) -> None:
    cleaned = [clean(line) for line in lines]
    letters = [sign for line in cleaned for sign in line if sign.isalpha()]
    assert [sign for sign in join(cleaned) if sign.isalpha()] == letters
