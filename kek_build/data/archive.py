# Packs files into one, always to the same bytes: without the time of its making.
from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name."""


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as one ZIP file.

    Args:
        parts: the name and the content of each.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.external_attr = 0o644 << 16  # readable by everybody, where it is unpacked on Unix
            file.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return written.getvalue()
