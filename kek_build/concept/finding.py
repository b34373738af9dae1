# Something that is wrong between several places of a concept, before it is told with its line.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.reading import Origin
from kek_build.rules import Rule

LINE = "{Zeile}"
"""Stands in a message for the line of the other place."""


@dataclass(frozen=True)
class Finding:
    """Something wrong, and where."""

    rule: Rule
    origin: Origin
    message: str
    expected: str
    suggestion: str | None = None
    beside: Origin | None = None
    """The other place, whose line the message names as `{Zeile}`."""
