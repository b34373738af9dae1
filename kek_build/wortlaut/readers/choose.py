# Chooses the reader by what a file holds: a name may lie, and an old Word file may be called .docx.
from __future__ import annotations

from pathlib import Path

from kek_build.wortlaut.document import Document
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.readers import docx, text
from kek_build.wortlaut.readers.limits import MAX_BYTES, Report, silent, unreadable

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: Path, numbers: Numbers, report: Report = silent) -> Document:
    """Read a document.

    Args:
        path: a text, a Markdown file, a Word file (.docx), or a PDF file with a text layer.
        numbers: the numbers of the concept.
        report: is told which page is read.

    Raises:
        SetupError: it is missing or cannot be read, with what to do instead.
    """
    name = path.name
    if not path.is_file():
        raise unreadable(str(path), "Diese Datei gibt es nicht.", "Prüfen Sie Namen und Ordner.")
    if (size := path.stat().st_size) > MAX_BYTES:
        raise unreadable(
            name,
            f"Die Datei ist zu groß ({size // 1_000_000} MB; höchstens {MAX_BYTES // 1_000_000} MB).",
            "Speichern Sie sie ohne Bilder oder als PDF mit kleineren Bildern.",
        )
    data = path.read_bytes()
    if data.startswith(_OLD_OFFICE):
        raise unreadable(
            name,
            "Die Datei ist im alten Word-Format (.doc) gespeichert oder mit einem Kennwort geschützt.",
            "Öffnen Sie sie in Word oder LibreOffice und speichern Sie sie ohne Kennwort als .docx.",
        )
    if data.lstrip()[:5] == b"%PDF-":
        from kek_build.wortlaut.readers import pdf  # noqa: PLC0415  (a large library, for PDF files only)

        return pdf.read(data, name, numbers, report)
    if data.startswith(b"PK"):
        return docx.read(data, name)
    if data.lstrip().startswith(b"{\\rtf"):
        raise unreadable(name, "Die Datei ist im Format RTF gespeichert.", "Speichern Sie sie als .docx.")
    return text.read(data, name, numbers)
