# A file of a concept as text and as YAML at once: finds the very characters of a value, so that a change touches
# nothing else.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from kek_build.editing.files import encoding_of
from kek_build.errors import SetupError
from kek_build.reading.files import read_text
from kek_build.reading.folder import split_page
from kek_build.reading.strict_yaml import Document, parse
from kek_build.renaming.edits import Edit, apply

Way = Sequence[str | int]


class Source:
    """A file that was read without problems."""

    def __init__(self, root: Path, name: PurePosixPath) -> None:
        """Read it.

        Args:
            root: the project.
            name: the file, relative to the project.
        """
        text = read_text(root / name, name, root)
        assert isinstance(text, str)
        self.name = name
        self.text = text
        self.encoding = encoding_of(root / name)
        self.lines = text.split("\n")
        self.body_line: int | None = None
        """Where the Markdown of a page begins."""
        document: object
        if name.suffix == ".md":
            head, _, self.body_line = split_page(text)
            document = parse(head or "", name, 2)
        else:
            document = parse(text, name)
        assert isinstance(document, Document)
        self.document = document

    def changed(self, edits: Iterable[Edit]) -> str:
        """The text with changes.

        Raises:
            SetupError: a value is written in a way that hides its characters.
        """
        try:
            return apply(self.text, edits)
        except ValueError as error:
            told = "Die Stelle lässt sich nicht ändern; schreiben Sie den Wert in eine Zeile und ohne „\\“."
            raise SetupError(f"{self.name}:{error}: {told}") from None

    def encode(self, text: str) -> bytes:
        """A text as bytes, with the line ends that the file has."""
        return self.encoding.encode(text)

    def value(self, path: Way, old: str, new: str) -> Edit:
        """Change the beginning or all of a value."""
        line, column = self.document.locate(path)
        if self.lines[line - 1][column - 1] in "'\"":
            column += 1
        return Edit(line, column, old, new)

    def references(self, path: Way, old: str, new: str) -> Iterator[Edit]:
        """Change a reference wherever it stands in a running text."""
        if tuple(path) == ("text",) and self.body_line is not None:
            first, last = self.body_line, len(self.lines)
        else:
            first, last = self.document.lines_of(path)
        pattern = re.compile(rf"\[\[\s*({re.escape(old)})\s*(?=[|\]])")
        for number in range(first, min(last, len(self.lines)) + 1):
            for found in pattern.finditer(self.lines[number - 1]):
                yield Edit(number, found.start(1) + 1, old, new)

    def alias(self, path: Way, key: str, alias: str) -> Edit:
        """Put a name first into the list `aliase` of a thing, or begin that list.

        Args:
            path: the way to the thing.
            key: the key of its number or short name; the list goes below it.
            alias: the former name.
        """
        data = self._data(path)
        if "aliase" in data:
            line, column = self.document.locate((*path, "aliase"))
            text = self.lines[line - 1]
            if text[column - 1] == "[":
                return Edit(line, column + 1, "", f"{alias}, ")
            return Edit(line, column, "", f"- {alias}\n{' ' * (column - 1)}")
        if key not in data:  # the head of a page, which has its name from its file
            line, column = self.document.locate((*path, next(iter(data))), key=True)
            return Edit(line, column, "", f"aliase: [{alias}]\n{' ' * (column - 1)}")
        line, column = self.document.locate((*path, key))
        quoted = self.lines[line - 1][column - 1] in "'\""
        end = column + len(data[key]) + 2 * quoted
        opening_line, opening = self.document.locate(path)
        if self.lines[opening_line - 1][opening - 1] == "{":
            return Edit(line, end, "", f", aliase: [{alias}]")
        _, key_column = self.document.locate((*path, key), key=True)
        rest = self.lines[line - 1][end - 1 :]  # perhaps a comment, which stays in its line
        return Edit(line, end + len(rest), "", f"\n{' ' * (key_column - 1)}aliase: [{alias}]")

    def _data(self, path: Way) -> dict[str, str]:
        data = self.document.data
        for part in path:
            data = data[part]
        assert isinstance(data, dict)
        return data
