# The PDF files of the shipped concepts: whole, in one page each, and without a fault.
from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kek_build.builds.store import Store
from kek_build.concept import load
from kek_build.documents.build import documents
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.reading import concept_folders
from tests import verapdf
from tests.documents.checks import faults
from tests.documents.conftest import Pdf
from tests.example import OPTIONS, PROJECT

_CONCEPTS = ("boerde", "leipzig")


@pytest.fixture(scope="module")
def shops() -> list[Workshop]:
    """What the pages of the shipped concepts share."""
    concepts, problems = load(PROJECT, concept_folders(PROJECT / "content"))
    assert not problems
    return workshops(concepts, OPTIONS)


@pytest.fixture(scope="module")
def files(shops: list[Workshop], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All PDF files, by their paths."""
    store = Store(tmp_path_factory.mktemp("dokumente"))
    return {output.path: output.content for output in documents(shops, store)}


def _book(files: dict[str, bytes], concept: str) -> Pdf:
    return Pdf(files[f"{concept}/daten/kreisentwicklungskonzept-{concept}.pdf"])


@pytest.mark.parametrize("concept", _CONCEPTS)
def test_a_concept_passes_the_checkers(files: dict[str, bytes], concept: str, tmp_path: Path) -> None:
    assert faults(_book(files, concept).data, tmp_path, book=True) == []


@pytest.mark.parametrize("concept", _CONCEPTS)
def test_every_number_of_a_concept_stands_in_its_document(
    shops: list[Workshop], files: dict[str, bytes], concept: str
) -> None:
    (shop,) = (shop for shop in shops if shop.konzept.slug == concept)
    text = _book(files, concept).text
    numbers = {entry.number for entry in shop.konzept.entries.values() if entry.number}
    assert len(numbers) > 90
    assert sorted(number for number in numbers if number not in text) == []


def test_every_key_project_and_measure_has_a_sheet_of_one_page_without_a_fault(
    shops: list[Workshop], files: dict[str, bytes], tmp_path: Path
) -> None:
    sheets = {path: data for path, data in files.items() if path.endswith("/datenblatt.pdf")}
    assert len(sheets) == sum(len(s.konzept.of_kind(k)) for s in shops for k in ("schluesselvorhaben", "massnahme"))
    for path, data in sheets.items():
        assert len(PdfReader(BytesIO(data)).pages) == 1, path
        file = tmp_path / "blatt.pdf"
        file.write_bytes(data)
        assert verapdf.failures(file) == [], path


def test_all_is_set_in_the_typeface_that_comes_with_the_project(files: dict[str, bytes]) -> None:
    fonts = {name for data in files.values() for name in Pdf(data).fonts()}
    assert [name for name in fonts if "+KEK-Open-Sans" not in name] == []
