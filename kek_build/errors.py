# The errors a person can cause. Each carries file, line, what is wrong and what to write instead; they are
# collected over all files and shown together, so nobody mends one only to meet the next.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kek_build.rules import Rule


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
    rule: Rule = field(kw_only=True, compare=False)
    """What kind of mistake it is."""
    example: str | None = field(default=None, kw_only=True, compare=False)
    """How it is right in this place, where that says more than the example of the rule."""
    excerpt: str | None = field(default=None, kw_only=True, compare=False, repr=False)
    """The line itself, as it stands in the file; see `reading.excerpts`."""

    @property
    def place(self) -> str:
        """File, line and column, as far as they are known: `content/muster/orte.yml:3:5`."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.message}"]
        if self.expected:
            lines.append(f"    Erwartet: {self.expected}")
        if self.suggestion:
            lines.append(f"    Meinten Sie „{self.suggestion}“?")
        return "\n".join(lines)


IN_CONTENT = "im Inhalt"


class KekError(Exception):
    """Root of everything this package raises for people to read."""


class ContentError(KekError):
    """The content has problems; nothing is made from it."""

    def __init__(self, problems: Iterable[Problem], outcome: str = IN_CONTENT) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.message)))
        self.outcome = outcome
        """Where the errors are, and what was not done because of them."""
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), summary(len(self.problems), self.outcome)])


def summary(count: int, outcome: str = IN_CONTENT) -> str:
    """The last line of a list of problems: `2 Fehler im Inhalt`, with a full stop."""
    return f"{count} Fehler {outcome}."


class SetupError(KekError):
    """The installation or the site configuration is wrong."""
