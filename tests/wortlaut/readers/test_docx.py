from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kek_build.errors import SetupError
from kek_build.wortlaut import Recognition
from kek_build.wortlaut.document import Document, Row
from kek_build.wortlaut.readers.docx import read
from tests.wortlaut.county import PROFILES, SWOT

Recognised = Callable[[str | Path], Recognition]


def data_of(word: WordDocument) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def document(word: WordDocument) -> Document:
    return read(data_of(word), "konzept.docx")


def texts(word: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document(word).paragraphs()]


def add(word: WordDocument, inner: str) -> None:
    """Add a paragraph as raw XML."""
    word.element.body.insert(len(word.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def number_headings(word: WordDocument) -> None:
    """Let Word draw the numbers of headings: 1, 1.1, 1.1.1."""
    numbering = word.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{k + 1}" for k in range(n + 1))}"/></w:lvl>'
        for n in range(3)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in range(1, 4):
        properties = word.styles[f"Heading {level}"].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))


def test_numbers_that_word_draws_stand_in_front_of_headings() -> None:
    word = docx.Document()
    number_headings(word)
    for text, level in (("Feld", 1), ("Auen", 2), ("Ufer", 3), ("Wehre", 3), ("Wald", 2), ("Forst", 3)):
        word.add_heading(text, level)
    assert texts(word) == ["1 Feld", "1.1 Auen", "1.1.1 Ufer", "1.1.2 Wehre", "1.2 Wald", "1.2.1 Forst"]
    assert all(paragraph.heading for paragraph in document(word).paragraphs())


def test_lists_become_bullets_with_their_depth() -> None:
    word = docx.Document()
    for text, style in (("a", "List Bullet"), ("b", "List Bullet 2"), ("c", "List Bullet"), ("d", "List Number")):
        word.add_paragraph(text, style)
    word.add_paragraph("• getippt")
    assert [(p.bullet, p.text) for p in document(word).paragraphs()] == [
        (1, "a"), (2, "b"), (1, "c"), (1, "d"), (1, "getippt"),
    ]  # fmt: skip


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    word = docx.Document()
    add(word, f'{run("Der ")}<w:del w:id="1"><w:r><w:delText>alte</w:delText></w:r></w:del>'
              f'<w:ins w:id="2">{run("neue")}</w:ins>{run(" Plan")}')  # fmt: skip
    assert texts(word) == ["Der neue Plan"]


def test_hyphens_breaks_and_tabs_are_understood() -> None:
    word = docx.Document()
    add(word, f"{run('Straßen-')}<w:r><w:br/></w:r>{run('erneuerung')}<w:r><w:tab/></w:r>{run('kreis')}"
              f"<w:r><w:softHyphen/></w:r>{run('eigen, S')}<w:r><w:noBreakHyphen/></w:r>{run('Bahn')}")  # fmt: skip
    assert texts(word) == ["Straßenerneuerung kreiseigen, S-Bahn"]


def test_text_in_boxes_is_read_once() -> None:
    word = docx.Document()
    box = f"<w:txbxContent><w:p>{run('Im Kasten')}</w:p></w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add(word, f"{run('Davor')}<w:r><mc:AlternateContent {namespace}><mc:Choice>{box}</mc:Choice>"
              f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>")  # fmt: skip
    assert texts(word) == ["Davor", "Im Kasten"]


def test_the_table_of_contents_is_set_aside() -> None:
    word = docx.Document()
    word.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("1.1 Auen\t7", "toc 1")
    word.add_paragraph("Text")
    assert texts(word) == ["Text"]
    assert [line.text for line in document(word).dropped] == ["1.1 Auen 7"]


def test_pages_are_told_where_word_has_counted_them() -> None:
    word = docx.Document()
    word.add_paragraph("vorn")
    add(word, f"<w:r><w:lastRenderedPageBreak/></w:r>{run('hinten')}")
    assert [str(p.place) for p in document(word).paragraphs()] == ["Seite 1, Absatz 1", "Seite 2, Absatz 1"]


def test_merged_cells_stand_once() -> None:
    word = docx.Document()
    table = word.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "oben und unten"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "breit"
    table.cell(1, 2).text = "rechts"
    rows = [block for block in document(word).blocks if isinstance(block, Row)]
    assert [[[p.text for p in cell] for cell in row.cells] for row in rows] == [
        [["oben und unten"], ["breit"]],
        [[], [], ["rechts"]],
    ]


def test_goals_profiles_and_swot_lists_of_a_word_file_are_recognised(recognition: Recognised, tmp_path: Path) -> None:
    word = docx.Document()
    number_headings(word)
    for text, style in (
        ("Lebendige Auen", "Heading 2"),
        ("„Der Landkreis gibt seinen Flüssen Raum und schützt die Auen als Erbe der Region.“", None),
        ("Wiederherstellung naturnaher Uferbereiche an der Lauter und ihren Nebengewässern", "Heading 3"),
        ("Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasserverband", "List Bullet"),
        ("Anlage von Uferrandstreifen auf kreiseigenen Flächen", "List Bullet"),
    ):
        if style == "Heading 2":
            word.add_heading("Wasser und Wald", 1)
        word.add_paragraph(text, style)
    for line in SWOT.splitlines():
        if line.startswith("## "):
            word.add_heading(line[3:], 2)
        elif line.strip():
            word.add_paragraph(line.strip(" -"), "List Bullet" if line.startswith("- ") else "List Bullet 2")
    for rows in PROFILES:
        table = word.add_table(len(rows), 3)
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                first, *points = text.split("\n")
                cell.text = first
                for point in points:
                    cell.add_paragraph(point.strip("• "), "List Bullet")
        word.add_paragraph()
    path = tmp_path / "konzept.docx"
    path.write_bytes(data_of(word))
    verdicts = {d.slot.ref: d.verdict for d in recognition(path).decisions}
    missing = {"I#leitsatz-1", "I#leitsatz-2", "1.1.1-3", "1.1.2", "1.1.2-1", "2.1", "2.1.1"}
    assert {ref for ref, verdict in verdicts.items() if verdict == "fehlt"} == missing
    assert {ref for ref, verdict in verdicts.items() if verdict in {"unsicher", "mehrere"}} == {"1-2", "2-2"}


def _archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


_BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (data_of(docx.Document())[:2000], "Die Datei ist beschädigt."),
        (_archive(xl__workbook_xml=b"<x/>"), "Das ist keine Word-Datei."),
        (_archive(word__document_xml=b"<nicht zu>"), "Die Datei ist beschädigt."),
        (_archive(word__document_xml=_BOMB), "Die Datei ist beschädigt."),
        (_archive(word__document_xml=b" " * 200_000_001), "entpackt riesengroß"),
        (data_of(docx.Document()), "Die Datei enthält keinen Text."),
    ],
    ids=["cut", "spreadsheet", "no xml", "entities", "bomb", "empty"],
)
def test_what_is_no_word_file_is_refused_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(SetupError) as caught:
        read(data, "konzept.docx")
    assert told in str(caught.value)
    assert "Es wurde nichts geändert." in str(caught.value)
