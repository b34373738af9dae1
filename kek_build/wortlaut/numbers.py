# The numbers that a document prints in front of its goals, key projects and measures, and what misreads them.
from __future__ import annotations

import re
from collections.abc import Iterable

_DOTTED = re.compile(
    r"(?P<number>(?:[1-9]\d?|[IVX]{1,5})(?:\.[1-9]\d?){1,4})\.?(?=\s+[„“\"(»]?[A-ZÄÖÜ0-9])\s+(?P<rest>.+)", re.DOTALL
)
"""A number of two parts or more before a text: no date, for those have a year or a blank behind the point."""
_TOKEN = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*")
_BETWEEN = re.compile(r"[\s,;/+&]+(?:und\s+)?")


class Numbers:
    """Knows the numbers of a concept."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = {number.casefold(): number for number in known}
        self._misread = {_as_read(number): number for number in self._known.values()}

    def begins(self, text: str) -> bool:
        """Whether a line begins with a number: one of the concept, or one of two parts or more that could be."""
        return self.split(text) is not None or _DOTTED.match(text) is not None

    def split(self, text: str) -> tuple[tuple[str, ...], str] | None:
        """The numbers of the concept at the beginning of a text, and what stands behind them; None without any.

        `3-34/ 3-35 Ausbau` holds two numbers. A number of one part needs a text behind it.
        """
        found: list[str] = []
        position = 0
        while token := _TOKEN.match(text, position):
            number = self._known.get(token[0].casefold())
            end = token.end()
            if number is None or not re.match(r"\.?(?:[\s,;/:)+&]|$)", text[end:]):
                break
            found.append(number)
            position = end + (1 if text[end : end + 1] in {".", ":", ")"} else 0)
            if between := _BETWEEN.match(text, position):
                position = between.end()
        return (tuple(found), text[position:].strip()) if found else None

    def unknown(self, text: str) -> str | None:
        """The number at the beginning of a text that looks like one and that the concept does not know."""
        found = _DOTTED.match(text)
        return found["number"] if found and self.split(text) is None else None

    def misread(self, text: str) -> str | None:
        """The number that a text means when a 1 was read for an I, or an l: `1.5` for `I.5`."""
        return self._misread.get(_as_read(text.strip()))


def _as_read(number: str) -> str:
    """A number as it is the same however a machine has read it."""
    return re.sub(r"[Il|]", "1", number).replace("O", "0").casefold()
