from __future__ import annotations

from pathlib import Path

from pypdf import PdfWriter

from tests import verapdf


def test_a_pdf_that_says_nothing_of_accessibility_breaks_the_standard(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(tmp_path / "leer.pdf")
    broken = {failure.partition(":")[0] for failure in verapdf.failures(tmp_path / "leer.pdf")}
    assert {"7.1-8", "7.1-11", "7.1-10"} <= broken  # no metadata, no structure, no title shown
