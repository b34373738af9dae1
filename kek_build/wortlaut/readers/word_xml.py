# Opens a Word file: a ZIP archive with XML parts. Of the whole format only three parts matter here (text, styles,
# numbering), and the libraries for it give no numbers of headings, no text in boxes and no tracked changes; so the
# standard library reads the parts as they are.
from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from kek_build.wortlaut.readers.limits import MAX_UNPACKED, unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_TEXT, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Parts:
    """The parts of a Word file that hold its text."""

    text: ET.Element
    styles: ET.Element | None
    numbering: ET.Element | None


def open_parts(data: bytes, name: str) -> Parts:
    """Open a Word file.

    Args:
        data: the file.
        name: how messages call it.

    Raises:
        SetupError: it is damaged, no Word file, or unpacks to more than any document.
    """
    damaged = unreadable(name, "Die Datei ist beschädigt.",
                         "Öffnen Sie sie in Word oder LibreOffice und speichern Sie sie neu als .docx.")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _TEXT not in names:
                raise unreadable(name, "Das ist keine Word-Datei.", "Speichern Sie den Text als .docx, .pdf oder .txt.")
            wanted = [part for part in (_TEXT, _STYLES, _NUMBERING) if part in names]
            if sum(archive.getinfo(part).file_size for part in wanted) > MAX_UNPACKED:
                raise unreadable(name, "Die Datei wäre entpackt riesengroß; das ist kein gewöhnliches Dokument.",
                                 "Kopieren Sie den Text in eine neue Datei und speichern Sie diese.")  # fmt: skip
            parts = {part: _parse(archive.read(part)) for part in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, ET.ParseError, NotImplementedError, ValueError, OSError):
        raise damaged from None
    except RuntimeError:  # a part is encrypted
        raise unreadable(
            name, "Die Datei ist mit einem Kennwort geschützt.", "Speichern Sie sie ohne Kennwort."
        ) from None
    return Parts(parts[_TEXT], parts.get(_STYLES), parts.get(_NUMBERING))


def _parse(part: bytes) -> ET.Element:
    """Parse a part. The format allows no definitions of entities, with which a small part becomes a huge one."""
    if b"<!DOCTYPE" in part[:2000]:
        raise ValueError(part[:20])
    return ET.fromstring(part.replace(_STRICT, _USUAL))  # noqa: S314  (no definitions, and it fetches nothing)


def value(element: ET.Element | None, default: str = "") -> str:
    """The attribute `w:val` of an element."""
    return default if element is None else element.get(f"{W}val", default)
