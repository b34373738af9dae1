# Where something stands, found again when it is needed: positions are only wanted for errors, so no file keeps
# them.
from __future__ import annotations

import re
from pathlib import Path

from kek_build.reading.files import read_text
from kek_build.reading.folder import Origin, split_page
from kek_build.reading.strict_yaml import Document, read


def locate(root: Path, origin: Origin, needle: str | None = None) -> tuple[int, int]:
    """Line and column, from 1, of a value.

    Args:
        root: the project.
        origin: the file and the way to the value; in a CSV file the way is its line.
        needle: text inside the value whose own place is wanted.

    Returns:
        The place; the start of the file when it has changed in the meantime.
    """
    text = read_text(root / origin.file, origin.file, root)
    if not isinstance(text, str):
        return 1, 1
    first_line, last_line, column = 1, text.count("\n") + 1, 1
    if origin.file.suffix == ".csv":
        return (int(origin.path[0]), 0) if origin.path else (0, 0)
    if origin.file.suffix == ".md":
        head, _, body_line = split_page(text)
        document = read(head or "", origin.file, 2)
        if origin.path == ("text",):
            first_line = body_line
            document = []
    else:
        document = read(text, origin.file)
    if isinstance(document, Document):
        first_line, column = document.locate(origin.path)
        if needle:
            first_line, last_line = document.lines_of(origin.path)
    if needle:
        # „[[I.1“ is not meant where „[[I.12“ stands.
        whole = re.compile(re.escape(needle) + (r"(?![\w./-])" if needle[-1].isalnum() else ""))
        lines = text.split("\n")
        for number in range(first_line, min(last_line, len(lines)) + 1):
            if found := whole.search(lines[number - 1]):
                return number, found.start() + 1
    return first_line, column
