from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from kek_build.concept import Konzept
from kek_build.documents.konzept import Gesamtdokument
from kek_build.pages.draft import Workshop
from kek_build.pages.weitergeben import share_view
from tests.documents.checks import faults
from tests.documents.conftest import Pdf


def _outline(reader: Any, entries: Any, level: int = 1) -> Iterator[tuple[int, str, int]]:
    """Level, title and page of every bookmark."""
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, level + 1)
        else:
            yield level, entry.title, reader.get_destination_page_number(entry) + 1


def _elements(book: Pdf) -> list[Any]:
    """All elements of the structure, in the order in which they are read."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                walk(kid)
        elif isinstance(node, dict) and "/S" in node:
            found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(book.reader.root_object["/StructTreeRoot"]["/K"])  # type: ignore[index]
    return found


def _named(elements: list[Any], *kinds: str) -> list[Any]:
    return [element for element in elements if element["/S"] in kinds]


def test_the_document_passes_the_checkers(book_file: Pdf, tmp_path: Path) -> None:
    assert faults(book_file.data, tmp_path, book=True) == []


def test_it_says_what_it_is_and_in_which_language(book_file: Pdf) -> None:
    reader = book_file.reader
    assert str(reader.root_object["/Lang"]) == "de-DE"
    assert reader.metadata is not None
    assert reader.metadata.title == "Kreisentwicklungskonzept Muster 2035 – Fortschreibung & Neufassung"
    assert reader.metadata.author == "Landratsamt Muster"
    assert reader.xmp_metadata is not None
    assert 'pdfuaid:part="1"' in reader.xmp_metadata.stream.get_data().decode()


def test_the_title_page_has_county_edition_idea_and_address(book_file: Pdf, musterkreis: Konzept) -> None:
    text = " ".join(book_file.reader.pages[0].extract_text().split())
    for part in ("Landkreis Muster", "Stand: 31. März 2021", musterkreis.datei.leitgedanke.bezeichnung):
        assert part in text
    assert "Demonstration, keine amtliche Veröffentlichung" in text
    assert book_file.codes() == ["https://kek.example.org/"]


def test_every_page_but_the_title_has_its_number_and_its_chapter(book_file: Pdf) -> None:
    pages = book_file.reader.pages
    chapters = [
        (title, page) for level, title, page in _outline(book_file.reader, book_file.reader.outline) if level == 1
    ]
    assert "Seite" not in pages[0].extract_text()
    for number, page in enumerate(pages[1:], 2):
        text = " ".join(page.extract_text().split())
        assert f"Seite {number} von {len(pages)}" in text
        assert [title for title, first in chapters if first <= number][-1] in text


def test_bookmarks_lead_to_every_chapter_and_every_part(book_file: Pdf, musterkreis: Konzept) -> None:
    outline = list(_outline(book_file.reader, book_file.reader.outline))
    chapters = [title for level, title, _ in outline if level == 1]
    assert chapters[0] == "Inhalt"
    assert chapters[-1] == "Register"
    assert {"SWOT-Analyse", "Schlüsselvorhaben", "Maßnahmen", "Kennzahlen", "Glossar"} <= set(chapters)
    parts = [title for level, title, _ in outline if level == 2]
    for kind in ("schluesselvorhaben", "massnahme"):
        for entry in musterkreis.of_kind(kind):
            assert f"{entry.number} {entry.title}" in parts


def test_page_numbers_in_contents_and_register_are_those_of_the_pages_they_lead_to(book_file: Pdf) -> None:
    file = pymupdf.Document(stream=book_file.data)  # type: ignore[no-untyped-call]
    destinations = book_file.reader.named_destinations
    found = 0
    for number in [1, len(file) - 1]:
        for link in file[number].get_links():
            text = file[number].get_textbox(link["from"]).split()
            if text and text[-1].isdecimal():
                place = destinations[link["nameddest"]]
                page = book_file.reader.get_destination_page_number(place)
                assert page is not None
                assert int(text[-1]) == page + 1, text
                found += 1
    assert found > 20


def test_every_number_of_the_concept_occurs(book_file: Pdf, musterkreis: Konzept) -> None:
    numbers = {entry.number for entry in musterkreis.entries.values() if entry.number}
    assert len(numbers) > 10
    assert [number for number in numbers if number not in book_file.text] == []


@pytest.mark.parametrize("kind", ["ort", "akteur", "begriff", "kennzahl"])
def test_everything_that_has_a_name_occurs(book_file: Pdf, musterkreis: Konzept, kind: str) -> None:
    named = [" ".join(entry.title.split()) for entry in musterkreis.of_kind(kind)]
    assert [name for name in named if name not in book_file.text] == []


def test_headings_leave_out_no_level(book_file: Pdf) -> None:
    levels = [int(element["/S"][2:]) for element in _elements(book_file) if re.fullmatch("/H[1-6]", element["/S"])]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_headings_of_tables_say_what_they_stand_for(book_file: Pdf) -> None:
    scopes = {str(element["/A"]["/Scope"]) for element in _named(_elements(book_file), "/TH")}
    assert scopes == {"/Column", "/Row"}


def test_every_picture_is_told_in_words(book_file: Pdf) -> None:
    texts = [str(element.get("/Alt", "")) for element in _named(_elements(book_file), "/Figure")]
    assert all(texts)
    assert any("Leere Häuser" in text for text in texts)


def test_an_inner_list_stands_inside_the_item_it_belongs_to(book_file: Pdf) -> None:
    elements = _elements(book_file)
    inner = [e for e in _named(elements, "/L") if e["/P"]["/S"] == "/LBody"]
    assert inner
    assert all(kid.get_object()["/S"] == "/LI" for e in _named(elements, "/L") for kid in e["/K"])


def test_running_heads_are_nothing_to_read(book_file: Pdf) -> None:
    content = book_file.reader.pages[3].get_contents()
    assert content is not None
    marks = re.findall(rb"/(\w+)\s*(?:<<[^>]*>>\s*)?(?:BMC|BDC)", content.get_data())
    assert b"Artifact" in marks
    assert book_file.text.count("Seite 4 von") == 1


def test_links_stay_in_the_document_or_are_whole_addresses(book_file: Pdf) -> None:
    inside, outside = [], []
    for page in book_file.reader.pages:
        for link in page.get("/Annots", []):
            target = link.get_object()
            if "/Dest" in target:
                assert str(target["/Dest"]) in book_file.reader.named_destinations
                assert target["/Contents"].startswith("Gehe zu: ")
                inside.append(target)
            else:
                assert target["/A"]["/URI"].startswith(("https://", "mailto:", "tel:"))
                outside.append(target)
    assert len(inside) > 100
    assert outside


def test_a_link_to_a_measure_says_so(book_file: Pdf) -> None:
    told = {str(link.get_object()["/Contents"]) for page in book_file.reader.pages for link in page.get("/Annots", [])}
    assert "Gehe zu: Maßnahme 1-2: Verzeichnis leerer Häuser & <Höfe>" in told


def test_it_uses_only_the_typeface_that_comes_with_the_project(book_file: Pdf) -> None:
    fonts = book_file.fonts()
    assert [name for name, embedded in fonts.items() if not (embedded and "+KEK-Open-Sans" in name)] == []


def test_the_same_concept_is_the_same_to_the_byte(book: Gesamtdokument, book_file: Pdf) -> None:
    assert book.draw() == book_file.data


def test_the_first_page_and_that_of_the_data_offer_it(workshop: Workshop) -> None:
    shop = replace(workshop, documents=True)
    for path, href in (
        ("", "daten/kreisentwicklungskonzept-musterkreis.pdf"),
        ("daten/", "kreisentwicklungskonzept-musterkreis.pdf"),
    ):
        assert href in {offer.href for offer in share_view(shop, path, "", None).offers}
        assert href not in {offer.href for offer in share_view(workshop, path, "", None).offers}
