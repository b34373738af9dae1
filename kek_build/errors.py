# The errors a person can cause. Each carries file, line, what is wrong and what to write instead; they are
# collected over all files and shown together, so nobody mends one only to meet the next.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, told in German."""

    file: PurePosixPath
    """The file, relative to the project."""
    line: int
    """First line is 1; 0 when the whole file is meant."""
    column: int
    """First column is 1; 0 when the whole line is meant."""
    message: str
    """What is wrong, with the value."""
    expected: str | None = None
    """What is expected instead."""
    suggestion: str | None = None
    """What was probably meant."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        lines = [f"{place}: {self.message}"]
        if self.expected:
            lines.append(f"    Erwartet: {self.expected}")
        if self.suggestion:
            lines.append(f"    Meinten Sie „{self.suggestion}“?")
        return "\n".join(lines)


class KekError(Exception):
    """Root of everything this package raises for people to read."""


class ContentError(KekError):
    """The content has problems; nothing is built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.message)))
        super().__init__(str(self))

    def __str__(self) -> str:
        count = len(self.problems)
        head = "1 Fehler im Inhalt" if count == 1 else f"{count} Fehler im Inhalt"
        return "\n".join([*map(str, self.problems), f"{head}; es wurde nichts gebaut."])


class SetupError(KekError):
    """The installation or the site configuration is wrong."""
