# Where an option of a site stands in its configuration: MkDocs reads that file, and forgets the lines. It is read again
# only when something is wrong.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.errors import Problem
from kek_build.reading.strict_yaml import Document, read
from kek_build.rules import Rule

_PLUGIN = "kek"


@dataclass(frozen=True)
class Options:
    """The options of a site as they are written."""

    configuration: Path | None
    """The file that they stand in; None where they stand in none."""
    root: Path
    """The project."""

    def problem(
        self, way: Sequence[str | int], message: str, expected: str | None = None, suggestion: str | None = None
    ) -> Problem:
        """A problem with an edition of a concept, at its line.

        Args:
            way: the way to the option.
            message: what is wrong.
            expected: what is expected instead.
            suggestion: what was probably meant.
        """
        name, line, column = PurePosixPath("mkdocs.yml"), 0, 0
        if (file := self.configuration) is not None:
            name = PurePosixPath(file.relative_to(self.root) if file.is_relative_to(self.root) else file.name)
            line, column = _locate(file, way)
        return Problem(name, line, column, message, expected, suggestion, rule=Rule.EDITION)


def _locate(configuration: Path, way: Sequence[str | int]) -> tuple[int, int]:
    try:
        document = read(configuration.read_text(encoding="utf-8"), PurePosixPath(configuration.name))
    except (OSError, ValueError):
        return 0, 0
    plugins = document.data.get("plugins") if isinstance(document, Document) else None
    for place, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(document, Document) and isinstance(plugin, dict) and _PLUGIN in plugin:
            return document.locate(("plugins", place, _PLUGIN, *way))
    return 0, 0
