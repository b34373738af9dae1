from __future__ import annotations

import pytest

from kek_build.errors import SetupError
from kek_build.wortlaut.document import Document, Paragraph, Row
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.readers.text import read

NUMBERS = Numbers(["1.1", "1.2"])


def document(text: str) -> Document:
    return read(text.encode(), "konzept.txt", NUMBERS)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in document(text).paragraphs()]


def cells(text: str) -> list[list[list[str]]]:
    return [[[p.text for p in cell] for cell in b.cells] for b in document(text).blocks if isinstance(b, Row)]


def test_marks_of_markdown_and_html_go() -> None:
    assert texts("# **Ziel**\n\nEin *guter* [Weg](https://x.de) mit CO<sub>2</sub> &amp; \\*Stern\n") == [
        "Ziel",
        "Ein guter Weg mit CO2 & *Stern",
    ]


def test_emphasis_over_two_lines_goes_too() -> None:
    assert texts("**Ein langer\nTitel**\n") == ["Ein langer Titel"]


def test_comparisons_and_stars_that_are_no_marks_stay() -> None:
    assert texts("5 < 6 und 7 * 8 * 9 sowie snake_case_name\n") == ["5 < 6 und 7 * 8 * 9 sowie snake_case_name"]


def test_tables_with_bars_become_rows() -> None:
    table = "| a | b |\n|---|:-:|\n| c<br>d | x \\| y |\n"
    assert cells(table) == [[["a"], ["b"]], [["c d"], ["x | y"]]]


def test_tables_with_tabs_become_rows_even_with_an_empty_first_or_last_cell() -> None:
    assert cells("Ziel\tText\n\tweiter\nSchluss\t\n") == [[["Ziel"], ["Text"]], [[], ["weiter"]], [["Schluss"], []]]


def test_a_line_that_only_begins_with_a_tab_is_no_row() -> None:
    assert cells("\teingerückt\n") == []


def test_a_text_in_which_every_line_is_followed_by_a_blank_one_keeps_its_paragraphs() -> None:
    lines = [part for n in range(12) for part in (f"Satz {n} beginnt hier und", "endet hier.", " ")]
    found = texts("\n\n".join(lines))
    assert found[0] == "Satz 0 beginnt hier und endet hier."
    assert len(found) == 12


def test_where_bullets_are_lost_an_indent_begins_a_paragraph() -> None:
    lines = [part for n in range(12) for part in (f" Punkt {n} steht hier und", "geht hier weiter")]
    assert texts("\n".join(lines))[1] == "Punkt 1 steht hier und geht hier weiter"


def test_running_heads_and_page_numbers_between_form_feeds_are_set_aside() -> None:
    pages = [f"Kopf des Konzepts\nText {'abcde'[n]} auf der\nnächsten {'abcde'[n]}\n{n + 1}\n" for n in range(5)]
    found = document("\f".join(pages))
    assert [p.text for p in found.paragraphs()] == [f"Text {letter} auf der nächsten {letter}" for letter in "abcde"]
    assert len(found.dropped) == 10


def test_a_paragraph_says_in_which_line_it_begins() -> None:
    found = document("eins\n\n\nzwei\n")
    assert [str(b.place) for b in found.blocks if isinstance(b, Paragraph)] == ["Zeile 1", "Zeile 4"]


def test_utf_16_with_its_mark_and_windows_line_ends_are_read() -> None:
    found = read("\ufeffÄpfel\r\n\r\nBirnen\r\n".encode("utf-16-le"), "k.txt", NUMBERS)
    assert [p.text for p in found.paragraphs()] == ["Äpfel", "Birnen"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("gut\nschön".encode("cp1252"), "In Zeile 2 steht ein Zeichen, das nicht als UTF-8 gespeichert ist"),
        (b"a\0b", "Binärdaten"),
        (b" \n\n", "Die Datei ist leer."),
        (b"x\n" * 200_001, "mehr als 200.000 Zeilen"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(SetupError) as caught:
        read(data, "konzept.txt", NUMBERS)
    assert told in str(caught.value)
    assert str(caught.value).endswith("Es wurde nichts geändert.")
