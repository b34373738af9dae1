from __future__ import annotations

import html
import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from kek_build.errors import SetupError
from kek_build.wortlaut import Recognition
from kek_build.wortlaut.cleaning import DOUBT, settle, words_of
from kek_build.wortlaut.document import Document, Row
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.readers.pdf import read
from tests.wortlaut.county import PROFILES, SWOT

weasyprint = pytest.importorskip("weasyprint")

Recognised = Callable[[str | Path], Recognition]
NUMBERS = Numbers(["1.1", "1.1.1"])

STYLE = """
@page { size: A5; margin: 2cm 1.5cm }
body { font: 10pt/1.3 sans-serif; } .eng { width: 5cm; hyphens: auto; text-align: justify }
.zwei { columns: 2; column-gap: 1cm } td { border: 1px solid black; font-size: 7pt; padding: 2pt; vertical-align: top }
table { border-collapse: collapse; width: 100% } .note { float: footnote; font-size: 7pt }
h2 { break-before: page }
"""


RUNNING = (
    '@page { @top-center { content: "Konzept Auental, Entwurf" } @bottom-center { content: "Seite " counter(page) } }'
)


def data_of(body: str, style: str = "") -> bytes:
    text = f'<html lang="de"><style>{STYLE}{style}</style><body>{body}</body></html>'
    made: bytes = weasyprint.HTML(string=text).write_pdf()
    return made


def document(body: str, style: str = "") -> Document:
    return read(data_of(body, style), "konzept.pdf", NUMBERS)


def texts(body: str) -> list[str]:
    return [paragraph.text for paragraph in document(body).paragraphs()]


def test_paragraphs_are_made_of_lines_and_broken_words_mended() -> None:
    long = "Die Wiederherstellung naturnaher Uferbereiche und Gewässerrandstreifen verbessert die Wasserqualität."
    assert texts(f'<div class="eng"><p>{long}</p><p>Bus- und Bahnverbindungen.</p></div>') == [
        long,
        "Bus- und Bahnverbindungen.",
    ]


def test_running_heads_page_numbers_and_footnotes_are_set_aside() -> None:
    body = "".join(
        f"<h2>Teil {letter}</h2><p>Die Auen {letter}<span class='note'>Stand {letter}</span> sind schön.</p>"
        for letter in "abcd"
    )
    found = document(body, RUNNING)
    assert [p.text for p in found.paragraphs()] == [
        text for letter in "abcd" for text in (f"Teil {letter}", f"Die Auen {letter} sind schön.")
    ]
    dropped = [line.text for line in found.dropped]
    assert dropped.count("Konzept Auental, Entwurf") == 4
    assert {"Seite 1", "Seite 4"} <= set(dropped)
    assert len([text for text in dropped if "Stand" in text]) == 4


def test_columns_are_read_one_after_the_other() -> None:
    sentences = [f"Im Absatz {word} steht ein Satz, der über mehrere Zeilen einer schmalen Spalte läuft."
                 for word in ("eins", "zwei", "drei", "vier", "fünf", "sechs")]  # fmt: skip
    body = "<p>Ein Satz über die ganze Breite der Seite, der beide Spalten überspannt und viel Platz nimmt.</p>"
    body += '<div class="zwei">' + "".join(f"<p>{text}</p>" for text in sentences) + "</div>"
    assert texts(body)[1:] == sentences


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    sentence = " ".join(["und die alte Linde"] * 400)
    found = texts(f"<p>Es stehen hier die erste Linde {sentence} am Ufer.</p>")
    assert len(found) == 1
    assert found[0].endswith("am Ufer.")


def test_cells_of_tables_are_told_apart_even_where_a_row_goes_on_on_the_next_page() -> None:
    long = " ".join(["Wege am Ufer der Lauter werden gebaut und gepflegt"] * 40)
    body = f"<table><tr><td>Ziel</td><td>Kurz</td></tr><tr><td>Maßnahmen</td><td>{long}</td></tr></table>"
    rows = [[[p.text for p in cell] for cell in b.cells] for b in document(body).blocks if isinstance(b, Row)]
    assert rows[0] == [["Ziel"], ["Kurz"]]
    assert rows[1][0] == ["Maßnahmen"]
    assert " ".join(" ".join(cell) for row in rows[1:] for cell in row[1:]) == long


def test_a_word_that_may_be_too_long_for_its_cell_is_marked() -> None:
    word = "Gewässerunterhaltungsverbandsversammlung"
    cell = f"<td style='overflow-wrap: anywhere; width: 3cm'>{word} und Wehre</td>"
    body = (
        f"<table style='table-layout: fixed; width: 6cm'><tr><td>Maßnahme der Wasserwirtschaft</td>{cell}</tr></table>"
    )
    marked = next(text for text in texts(body) if "Wehre" in text)
    assert DOUBT in marked
    assert settle(marked, words_of([f"Die {word}"])) == (f"{word} und Wehre", True)


def test_lists_have_their_depth() -> None:
    body = "<ul><li>eins<ul><li>innen</li></ul></li><li>zwei</li></ul>"
    assert [(p.bullet, p.text) for p in document(body).paragraphs()] == [(1, "eins"), (2, "innen"), (1, "zwei")]


def test_places_name_page_and_line() -> None:
    found = document("<p>Vorn steht ein ganzer Satz mit Punkt.</p><h2>Hinten</h2>")
    assert [str(p.place) for p in found.paragraphs() if p.text == "Hinten"] == ["Seite 2, Zeile 1"]


def _cell(text: str) -> str:
    first, *points = text.split("\n")
    listed = "".join(f"<li>{html.escape(point.strip('• '))}</li>" for point in points)
    return f"<td>{html.escape(first)}{f'<ul>{listed}</ul>' if listed else ''}</td>"


def test_goals_profiles_and_swot_lists_of_a_pdf_file_are_recognised(recognition: Recognised, tmp_path: Path) -> None:
    body = "<h1>Handlungsfeld I Wasser und Wald</h1><div class='eng'><p>1.1 Lebendige Auen</p>"
    body += "<p>„Der Landkreis gibt seinen Flüssen Raum und schützt die Auen als Erbe der Region.“</p>"
    body += "<p>1.1.1 Wiederherstellung naturnaher Uferbereiche an der Lauter und ihren Nebengewässern</p>"
    body += "<ul><li>Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasserverband</li>"
    body += "<li>Anlage von Uferrandstreifen auf kreiseigenen Flächen</li></ul></div>"
    for line in SWOT.splitlines():
        if line.startswith("## "):
            body += f"<h3>{line[3:]}</h3>"
        elif line.startswith("- "):
            body += f"<ul><li>{line[2:]}</li></ul>"
        elif line.strip():
            body += f"<ul><li style='margin-left: 1cm'>{line.strip(' -')}</li></ul>"
    for rows in PROFILES:
        body += "<table>" + "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows) + "</table><br>"
    path = tmp_path / "konzept.pdf"
    path.write_bytes(data_of(body))
    found = {d.slot.ref: d for d in recognition(path).decisions}
    missing = {"I#leitsatz-1", "I#leitsatz-2", "1.1.1-3", "1.1.2", "1.1.2-1", "2.1", "2.1.1"}
    assert {ref for ref, decision in found.items() if decision.verdict == "fehlt"} == missing
    assert {ref for ref, decision in found.items() if decision.verdict in {"unsicher", "mehrere"}} == {"1-2", "2-2"}
    long = "Wiederherstellung naturnaher Uferbereiche an der Lauter und ihren Nebengewässern"
    assert found["1.1.1"].versions[0].text == long
    assert found["I.1"].versions[0].text == PROFILES[0][3][1]


def _written(writer: pypdf.PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data_of("<p>Text auf der Seite eins.</p>")))
    writer.encrypt("geheim", algorithm="RC4-128")
    return _written(writer)


def _scanned() -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(3):
        writer.add_blank_page(200, 200)
    return _written(writer)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (_locked(), "Die PDF-Datei ist mit einem Kennwort geschützt."),
        (_scanned(), "Die PDF-Datei enthält keinen Text, nur Bilder (vermutlich eingescannt)."),
        (data_of("<p>Text</p>")[:400], "Die PDF-Datei ist beschädigt."),
        (b"%PDF-1.7\n" + b"\xff" * 300, "Die PDF-Datei ist beschädigt."),
    ],
    ids=["locked", "scanned", "cut", "rubbish"],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(SetupError) as caught:
        read(data, "konzept.pdf", NUMBERS)
    assert told in str(caught.value)
    assert "Es wurde nichts geändert." in str(caught.value)


def test_pages_that_are_pictures_are_told() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data_of("<p>Ein Satz mit mehr als fünf Wörtern darin.</p>")))
    writer.add_blank_page(200, 200)
    assert read(_written(writer), "k.pdf", NUMBERS).remarks == (
        "Seiten ohne Text (vielleicht Bilder): 2. Was dort steht, fehlt im Bericht.",
    )
