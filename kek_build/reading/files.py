# From a path to text, safely: nothing here trusts that a file is small, UTF-8, text, or even a file.
from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath

from kek_build.errors import Problem
from kek_build.rules import Rule

MAX_BYTES = 1_000_000
"""A file of a concept is a few kilobytes; anything this large is a mistake or an attack."""

INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Control characters, and the line breaks of Unicode that editors don't count as lines."""

UNSEEN = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
"""Characters that nobody sees: without width, or that turn the direction of what follows."""

_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: |$)|={7}$)", re.MULTILINE)
_CONFLICT_IN_PROSE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
"""In Markdown a line of equals signs makes a heading."""


_NO_TEXT = (b"\x1f\x8b", b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
"""How PDF files, documents of Word, zip archives and pictures begin."""
_NOT_SEEN = "Hier steht ein Zeichen, das unsichtbar ist."


def read_text(path: Path, name: PurePosixPath, root: Path) -> str | Problem:
    """Read a text file.

    Args:
        path: the file to read.
        name: how messages call it.
        root: the folder it must stay in, links followed.

    Returns:
        The text, with Unix line ends and composed umlauts, or the problem that keeps it from being read.
    """
    try:
        if not is_inside(path, root):
            message = f"Die Datei ist eine Verknüpfung, die aus dem Ordner „{root.name}“ hinausführt."
            return Problem(name, 0, 0, message, "eine gewöhnliche Datei", rule=Rule.FILE_OUTSIDE)
        if not path.is_file():
            return Problem(name, 0, 0, "Das ist keine lesbare Datei.", rule=Rule.FILE_UNREADABLE)
        if (size := path.stat().st_size) > MAX_BYTES:
            message = f"Die Datei ist zu groß ({size:,} Bytes).".replace(",", ".")
            return Problem(name, 0, 0, message, "höchstens 1.000.000 Bytes", rule=Rule.FILE_TOO_LARGE)
        data = path.read_bytes()
    except PermissionError:
        message = "Die Datei lässt sich nicht lesen: Das Recht dazu fehlt."
        return Problem(name, 0, 0, message, rule=Rule.FILE_UNREADABLE)
    except OSError:
        return Problem(name, 0, 0, "Die Datei lässt sich nicht lesen.", rule=Rule.FILE_UNREADABLE)
    return decode(data, name)


def decode(data: bytes, name: PurePosixPath) -> str | Problem:
    """The text of a file's bytes, as `read_text` gives it, or the problem that keeps it from being read."""
    text = _decode(data, name)
    return text if isinstance(text, Problem) else _check(text, name) or text


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, links followed, stays in a folder."""
    # Unlike Path.resolve, realpath raises nothing for links that lead in a circle.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _decode(data: bytes, name: PurePosixPath) -> str | Problem:
    if data.startswith(_NO_TEXT):
        return Problem(name, 1, 0, "Die Datei enthält Binärdaten und keinen Text.", rule=Rule.BINARY)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "Die Datei ist als UTF-16 gespeichert."
        return Problem(name, 1, 1, message, "Speichern Sie die Datei als UTF-8.", rule=Rule.ENCODING)
    if b"\0" in data:
        line = _line(data[: data.index(b"\0")])
        if data[1::2].count(0) > len(data) / 3:  # letters of the Latin alphabet have a zero beside them
            message = "Die Datei ist als UTF-16 gespeichert."
            return Problem(name, line, 0, message, "Speichern Sie die Datei als UTF-8.", rule=Rule.ENCODING)
        return Problem(name, line, 0, "Die Datei enthält Binärdaten und keinen Text.", rule=Rule.BINARY)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem(
            name,
            _line(error.object[: error.start]),
            0,
            "Ein Zeichen ist nicht als UTF-8 gespeichert (vermutlich Windows-1252).",
            "Speichern Sie die Datei mit der Zeichenkodierung UTF-8.",
            rule=Rule.ENCODING,
        )
    # „ü“ copied from a PDF or typed on a Mac may be two characters; readers and searches expect one.
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(before: bytes) -> int:
    """The line that follows some bytes, whichever way their lines end."""
    return len(re.findall(rb"\r\n|\r|\n", before)) + 1


def _check(text: str, name: PurePosixPath) -> Problem | None:
    if found := INVISIBLE.search(text) or UNSEEN.search(text):
        return Problem(
            name,
            text.count("\n", 0, found.start()) + 1,
            found.start() - text.rfind("\n", 0, found.start()),
            "Hier steht ein unsichtbares Steuerzeichen." if INVISIBLE.match(found[0]) else _NOT_SEEN,
            "Löschen Sie die Stelle und schreiben Sie sie neu.",
            rule=Rule.INVISIBLE,
        )
    if found := (_CONFLICT_IN_PROSE if name.suffix == ".md" else _CONFLICT).search(text):
        return Problem(
            name,
            text.count("\n", 0, found.start()) + 1,
            1,
            "Hier steht ein ungelöster Konflikt aus Git.",
            "eine der beiden Fassungen, ohne die Zeilen mit <<<<<<<, ======= und >>>>>>>",
            rule=Rule.CONFLICT,
        )
    return None
