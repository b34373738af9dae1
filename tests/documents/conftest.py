# The example's documents, set once for all tests.
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pytest
from pypdf import PdfReader

from kek_build.documents.datenblatt import Datenblatt, sheets
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
        """All its text, white space folded."""
        return " ".join(" ".join(page.extract_text() for page in self.reader.pages).split())

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
