from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kek_build.builds.store import Store
from kek_build.documents import build
from kek_build.documents.build import Document, documents
from kek_build.documents.datenblatt import Datenblatt
from kek_build.pages.draft import Workshop
from kek_build.pages.weitergeben import Offer, share_view
from tests.documents.conftest import Pdf


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all documents that were set, in this process; each stands for its file."""
    names: list[str] = []

    def draw(document: Document) -> bytes:
        names.append(document.name if isinstance(document, Datenblatt) else "Gesamtdokument")
        return names[-1].encode()

    monkeypatch.setattr(build, "_draw", draw)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    return names


def test_each_document_stands_beside_its_page(workshop: Workshop, tmp_path: Path, drawn: list[str]) -> None:
    found = {output.path: output.content for output in documents([workshop], Store(tmp_path))}
    assert found["massnahmen/1-2/datenblatt.pdf"].startswith("Maßnahme 1-2: ".encode())
    assert len(found) == len(drawn) > 3


def test_a_document_is_set_once_and_kept(workshop: Workshop, tmp_path: Path, drawn: list[str]) -> None:
    first = list(documents([workshop], Store(tmp_path)))
    count = len(drawn)
    assert list(documents([workshop], Store(tmp_path))) == first
    assert len(drawn) == count


def test_only_what_changed_is_set_again(workshop: Workshop, tmp_path: Path, drawn: list[str]) -> None:
    list(documents([workshop], Store(tmp_path)))
    drawn.clear()
    list(documents([replace(workshop, site_url="https://neu.example.org/")], Store(tmp_path)))
    assert "Maßnahme 1-2: Verzeichnis leerer Häuser & <Höfe>" in drawn


def test_files_that_no_document_needs_any_more_are_removed(
    workshop: Workshop, tmp_path: Path, drawn: list[str]
) -> None:
    Store(tmp_path).put("alt", bytes(10_000_000))  # more than all documents together, so that it is worth the while
    count = len(list(documents([workshop], Store(tmp_path))))
    assert Store(tmp_path).get("alt") is None
    assert len(drawn) == count


def test_documents_set_on_all_cores_are_those_set_on_one(  # noqa: PLR0917  (what is drawn once for all tests)
    workshop: Workshop,
    tmp_path: Path,
    all_sheet_files: dict[str, Pdf],
    report_files: dict[str, Pdf],
    book_file: Pdf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    found = {output.path: output.content for output in documents([workshop], Store(tmp_path))}
    assert found.pop("daten/kreisentwicklungskonzept-musterkreis.pdf") == book_file.data
    assert found == {
        **{f"{path}datenblatt.pdf": pdf.data for path, pdf in all_sheet_files.items()},
        **{f"{path}bericht.pdf": pdf.data for path, pdf in report_files.items()},
    }


def _pdf_offers(shop: Workshop, ref: str) -> list[Offer]:
    entry = shop.konzept[ref]
    offers = share_view(shop, shop.addresses.of(entry), "", entry).offers
    return [offer for offer in offers if offer.format == "PDF"]


def test_a_page_offers_its_sheet_only_where_the_build_writes_it(workshop: Workshop) -> None:
    assert _pdf_offers(workshop, "1-2") == []
    (offer,) = _pdf_offers(replace(workshop, documents=True), "1-2")
    assert (offer.href, offer.download) == ("datenblatt.pdf", "Datenblatt-1-2.pdf")


def test_a_thing_without_a_sheet_offers_none(workshop: Workshop) -> None:
    assert _pdf_offers(replace(workshop, documents=True), "orte/musterdorf") == []
