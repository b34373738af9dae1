# Two independent checkers of accessible PDF files: veraPDF tests what the standard PDF/UA-1 asks for, outloud also what
# a reader would hear. Before them qpdf, which looks at the file as such.
from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pikepdf

from tests import verapdf

_BY_LAYOUT = {
    "ORD-001",  # numbers at the edge and the signs of lists are painted last; what is read follows the tags
    "PAG-001",  # takes what stands first or last on three pages for a running head, such as a heading of a table
}
"""What outloud only suspects, in books of many pages."""


def faults(data: bytes, folder: Path, *, book: bool = False) -> list[str]:
    """Everything that the checkers find wrong with a PDF.

    Args:
        data: the file.
        folder: where it may be written.
        book: whether it has many pages.
    """
    path = folder / "geprueft.pdf"
    path.write_bytes(data)
    with pikepdf.open(BytesIO(data)) as file:
        found = [f"qpdf: {problem}" for problem in file.check_pdf_syntax()]
    found += [f"veraPDF: {failure}" for failure in verapdf.failures(path)]
    heard = outloud.check(str(path))
    assert heard.stats["elements"] > 0
    assert not heard.error, heard.error
    return [*found, *(f"outloud: {finding}" for finding in heard.findings if _counts(finding, book=book))]


def _counts(finding: Any, *, book: bool) -> bool:
    return bool(finding.severity != "info" and not (book and finding.rule in _BY_LAYOUT))
