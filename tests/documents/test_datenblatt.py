from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup
from pypdf.generic import ArrayObject

from kek_build.documents import engine
from kek_build.documents.datenblatt import Datenblatt, Section, fitted
from kek_build.documents.engine import Layout
from kek_build.errors import SetupError
from kek_build.pages.views import Fact, LinkView
from tests.documents.checks import faults
from tests.documents.conftest import Pdf

_MEASURE, _PROJECT, _SHORT = "massnahmen/1-2/", "schluesselvorhaben/i.1/", "massnahmen/2-1/"


def test_every_key_project_and_every_measure_has_a_sheet(all_sheets: dict[str, Datenblatt]) -> None:
    assert [path for path in all_sheets if path.startswith("schluesselvorhaben/")]
    assert [path for path in all_sheets if path.startswith("massnahmen/")]
    assert all(path.split("/")[0] in {"schluesselvorhaben", "massnahmen"} for path in all_sheets)


def test_every_sheet_has_one_page(all_sheet_files: dict[str, Pdf]) -> None:
    assert {path: len(pdf.reader.pages) for path, pdf in all_sheet_files.items()} == dict.fromkeys(all_sheet_files, 1)


def test_every_sheet_passes_the_checkers(all_sheet_files: dict[str, Pdf], tmp_path: Path) -> None:
    assert {path: faults(pdf.data, tmp_path) for path, pdf in all_sheet_files.items()} == {
        path: [] for path in all_sheet_files
    }


def test_a_sheet_says_what_it_is_and_in_which_language(all_sheet_files: dict[str, Pdf]) -> None:
    reader = all_sheet_files[_MEASURE].reader
    catalogue = reader.root_object
    assert str(catalogue["/Lang"]) == "de-DE"
    assert reader.metadata is not None
    assert reader.metadata.title == "Maßnahme 1-2: Verzeichnis leerer Häuser & <Höfe>"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True  # type: ignore[index]
    assert reader.xmp_metadata is not None
    assert 'pdfuaid:part="1"' in reader.xmp_metadata.stream.get_data().decode()


@pytest.mark.parametrize("path", [_MEASURE, _PROJECT])
def test_a_sheet_names_county_address_edition_and_that_it_is_unofficial(
    all_sheet_files: dict[str, Pdf], path: str
) -> None:
    text = all_sheet_files[path].text
    assert text.startswith("Landkreis Muster Datenblatt aus: ")
    assert f"https://kek.example.org/{path}" in text
    assert "Stand 31. März 2021" in text
    assert "Demonstration, keine amtliche Veröffentlichung" in text


def test_an_official_sheet_is_not_called_a_demonstration(all_sheets: dict[str, Datenblatt]) -> None:
    assert "Demonstration" not in replace(all_sheets[_MEASURE], unofficial=False).html()


def test_a_sheet_uses_only_the_typeface_that_comes_with_the_project(all_sheet_files: dict[str, Pdf]) -> None:
    for pdf in all_sheet_files.values():
        assert pdf.fonts()
        assert [name for name, embedded in pdf.fonts().items() if not (embedded and "+KEK-Open-Sans" in name)] == []


def test_the_same_sheet_is_the_same_to_the_byte(
    all_sheets: dict[str, Datenblatt], all_sheet_files: dict[str, Pdf]
) -> None:
    assert all_sheets[_PROJECT].draw() == all_sheet_files[_PROJECT].data


def test_links_in_a_sheet_are_whole_addresses_told_in_words(all_sheet_files: dict[str, Pdf]) -> None:
    annotations = all_sheet_files[_MEASURE].reader.pages[0]["/Annots"]
    assert isinstance(annotations, ArrayObject)
    links = [link.get_object() for link in annotations]
    assert len(links) > 3
    for link in links:
        address = link["/A"]["/URI"]
        if address.startswith("https://kek.example.org/"):
            assert link["/Contents"] == f"Im Internet: {address}"
    told = [link["/Contents"] for link in links if not link["/A"]["/URI"].startswith("https://kek.example.org/")]
    assert told == ["Anrufen: 012345670", "E-Mail an: e.muster@muster.invalid"]


def _long(sheet: Datenblatt, count: int) -> Datenblatt:
    points = tuple(Markup("Punkt {} mit einigen Wörtern, damit er Platz braucht.").format(n) for n in range(count))
    return replace(sheet, sections=(Section("Was vorgesehen ist", points=points),))


def _shown(layout: Layout) -> list[int]:
    """The numbers of the points that a sheet shows."""
    return [int(number) for number in re.findall(r"Punkt (\d+) mit", Pdf(layout.pdf()).text)]


def test_a_full_sheet_is_set_smaller_before_anything_is_left_out(all_sheets: dict[str, Datenblatt]) -> None:
    sheet = _long(all_sheets[_SHORT], 30)
    assert engine.lay_out(sheet.html(), sheet.url, sheet.templates).pages == 2
    assert _shown(fitted(sheet)) == list(range(30))


def test_what_has_no_room_is_left_out_from_the_end_and_counted(all_sheets: dict[str, Datenblatt]) -> None:
    layout = fitted(_long(all_sheets[_SHORT], 200))
    assert layout.pages == 1
    shown = _shown(layout)
    assert shown == list(range(len(shown)))
    assert len(shown) > 20
    assert (
        f"Mehr im Internet: {200 - len(shown)} weitere Angaben haben auf diesem Blatt keinen Platz."
        in Pdf(layout.pdf()).text
    )


def test_where_the_key_facts_alone_fill_the_page_they_are_shortened_too(all_sheets: dict[str, Datenblatt]) -> None:
    many = tuple(LinkView("orte/ort/", f"Ort mit einem langen Namen {n}") for n in range(400))
    layout = fitted(replace(all_sheets[_MEASURE], facts=(Fact("Orte", many),), sections=()))
    assert layout.pages == 1
    assert "Mehr im Internet: 394 weitere Angaben" in Pdf(layout.pdf()).text


def test_a_sheet_that_cannot_fit_is_an_error_and_not_a_second_page(all_sheets: dict[str, Datenblatt]) -> None:
    sheet = replace(all_sheets[_MEASURE], lead=Markup("<p>Wort</p>") * 200)
    with pytest.raises(SetupError, match=r"Maßnahme 1-2: .* passt auch gekürzt nicht auf eine Seite"):
        fitted(sheet)


def test_a_sheet_that_says_everything_speaks_of_nothing_more(all_sheet_files: dict[str, Pdf]) -> None:
    assert "Mehr im Internet" not in all_sheet_files[_SHORT].text


def test_the_code_leads_to_the_page(all_sheet_files: dict[str, Pdf]) -> None:
    for path, pdf in all_sheet_files.items():
        assert pdf.codes() == [f"https://kek.example.org/{path}"]
