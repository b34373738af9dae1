# From a path to text, safely: nothing here trusts that a file is small, UTF-8, text, or even a file.
from __future__ import annotations

from pathlib import Path, PurePosixPath

from kek_build.errors import Problem

MAX_BYTES = 1_000_000
"""A file of a concept is a few kilobytes; anything this large is a mistake or an attack."""


def read_text(path: Path, name: PurePosixPath, root: Path) -> str | Problem:
    """Read a text file.

    Args:
        path: the file to read.
        name: how messages call it.
        root: the folder it must stay in, links followed.

    Returns:
        The text, or the problem that keeps it from being read.
    """
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return Problem(name, 0, 0, "Die Datei ist eine Verknüpfung, die aus dem Ordner „content“ hinausführt.")
        if not path.is_file():
            return Problem(name, 0, 0, "Das ist keine lesbare Datei.")
        if (size := path.stat().st_size) > MAX_BYTES:
            return Problem(
                name, 0, 0, f"Die Datei ist zu groß ({size:,} Bytes).".replace(",", "."), "höchstens 1.000.000 Bytes"
            )
        data = path.read_bytes()
    except OSError as error:
        return Problem(name, 0, 0, f"Die Datei lässt sich nicht lesen ({error.strerror}).")
    return _decode(data, name)


def _decode(data: bytes, name: PurePosixPath) -> str | Problem:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(name, 1, 1, "Die Datei ist als UTF-16 gespeichert.", "Speichern Sie die Datei als UTF-8.")
    if b"\0" in data:
        return Problem(name, _line(data, data.index(b"\0")), 0, "Die Datei enthält Binärdaten und keinen Text.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return Problem(
            name,
            _line(data, error.start),
            0,
            "Ein Zeichen ist nicht als UTF-8 gespeichert (vermutlich Windows-1252).",
            "Speichern Sie die Datei mit der Zeichenkodierung UTF-8.",
        )


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
