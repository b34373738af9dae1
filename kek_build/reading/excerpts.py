# The line a problem speaks of, as it stands in the file: read while the file still is what was checked, so that every
# report can show it, even when the content lay in a folder that is gone by then.
from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kek_build.errors import Problem
from kek_build.reading.files import MAX_BYTES, is_inside


def quote(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Add to each problem the line that it speaks of.

    Args:
        problems: problems with files relative to the project.
        root: the project, as it was when the problems were found.

    Returns:
        The same problems in the same order; those of whole files, and of files that are no text, have no line.
    """
    read: dict[PurePosixPath, list[str]] = {}
    found = []
    for problem in problems:
        if problem.line and problem.excerpt is None:
            if problem.file not in read:
                read[problem.file] = _lines(root / problem.file, root)
            lines = read[problem.file]
            text = lines[problem.line - 1] if problem.line <= len(lines) else None
            found.append(replace(problem, excerpt=text))
        else:
            found.append(problem)
    return found


def _lines(path: Path, root: Path) -> list[str]:
    """The lines of a file as `files.read_text` counts them, even when it could not be read as what it should be."""
    try:
        if not is_inside(path, root) or not path.is_file() or path.stat().st_size > MAX_BYTES:
            return []
        data = path.read_bytes()
    except OSError:
        return []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif b"\0" in data:
        return []
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
