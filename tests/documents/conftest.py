# The example's documents, set once for all tests.
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pymupdf
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from kek_build.documents.bericht import Berichtsdokument, reports
from kek_build.documents.datenblatt import Datenblatt, sheets
from kek_build.documents.konzept import Gesamtdokument, whole
from kek_build.documents.views import keeper
from kek_build.pages.draft import Workshop


@dataclass(frozen=True)
class Pdf:
    """A PDF file, opened."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.data))

    @cached_property
    def text(self) -> str:
        """All its text, white space folded; PyMuPDF takes a fortieth of the time that pypdf takes for it."""
        file = pymupdf.Document(stream=self.data)  # type: ignore[no-untyped-call]
        return " ".join(" ".join(page.get_text() for page in file.pages()).split())  # type: ignore[no-untyped-call]

    def codes(self, page: int = 0) -> list[str]:
        """What the QR codes on a page say."""
        file = pymupdf.Document(stream=self.data)  # type: ignore[no-untyped-call]
        picture = file[page].get_pixmap(dpi=150)
        grey = Image.frombytes("RGB", (picture.width, picture.height), picture.samples).convert("L")
        return [code.text for code in zxingcpp.read_barcodes(grey)]

    def fonts(self) -> dict[str, bool]:
        """Its typefaces, and whether each is inside the file."""
        found: dict[str, bool] = {}
        for page in self.reader.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                for inner in font.get_object()["/DescendantFonts"]:
                    descriptor = inner.get_object()["/FontDescriptor"]
                    found[str(descriptor["/FontName"])] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
        return found


@pytest.fixture(scope="package")
def all_sheets(workshop: Workshop) -> dict[str, Datenblatt]:
    """The example's fact sheets, by the addresses of their pages."""
    return dict(sheets(keeper(workshop)))


@pytest.fixture(scope="package")
def all_sheet_files(all_sheets: dict[str, Datenblatt]) -> dict[str, Pdf]:
    """The same, drawn."""
    return {path: Pdf(sheet.draw()) for path, sheet in all_sheets.items()}


@pytest.fixture(scope="package")
def all_reports(workshop: Workshop) -> dict[str, Berichtsdokument]:
    """The example's reports, by the addresses of their pages."""
    return dict(reports(keeper(workshop)))


@pytest.fixture(scope="package")
def report_files(all_reports: dict[str, Berichtsdokument]) -> dict[str, Pdf]:
    """The same, drawn."""
    return {path: Pdf(report.draw()) for path, report in all_reports.items()}


@pytest.fixture(scope="package")
def book(workshop: Workshop) -> Gesamtdokument:
    """The example as a whole."""
    return whole(keeper(workshop))


@pytest.fixture(scope="package")
def book_file(book: Gesamtdokument) -> Pdf:
    """The same, drawn."""
    return Pdf(book.draw())
