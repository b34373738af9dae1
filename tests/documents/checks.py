# Two independent checkers of accessible PDF files: veraPDF tests what the standard PDF/UA-1 asks for, outloud also what
# a reader would hear. Before them qpdf, which looks at the file as such.
from __future__ import annotations

from io import BytesIO
from pathlib import Path

import outloud
import pikepdf

from tests import verapdf


def faults(data: bytes, folder: Path) -> list[str]:
    """Everything that the checkers find wrong with a PDF.

    Args:
        data: the file.
        folder: where it may be written.
    """
    path = folder / "geprueft.pdf"
    path.write_bytes(data)
    with pikepdf.open(BytesIO(data)) as file:
        found = [f"qpdf: {problem}" for problem in file.check_pdf_syntax()]
    found += [f"veraPDF: {failure}" for failure in verapdf.failures(path)]
    heard = outloud.check(str(path))
    assert heard.stats["elements"] > 0
    assert not heard.error, heard.error
    return [*found, *(f"outloud: {finding}" for finding in heard.findings if finding.severity != "info")]
