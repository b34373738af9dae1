# The numbers that Word draws itself: a heading's „4.3.1“ stands in no text, only the rule that counts it.
from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from kek_build.wortlaut.readers.word_xml import W, value

_LEVELS = 9
_TWENTIETHS = 20
"""Word measures in twentieths of a point."""


@dataclass(frozen=True)
class _Level:
    """How a level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    style: str = ""
    legal: bool = False
    indent: float | None = None


@dataclass(frozen=True)
class Label:
    """What stands in front of a paragraph."""

    text: str
    """The number as printed; empty for bullets."""
    bullet: bool
    level: int
    """From 0."""
    indent: float | None = None
    """How far the list stands to the right, in letters, where it says so."""


@dataclass
class Numbering:
    """Counts the lists of a document. Paragraphs must be asked for in their order."""

    _lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _list_of: dict[str, str] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: ET.Element | None) -> Numbering:
        """The lists that a document defines."""
        made = cls()
        if root is None:
            return made
        for definition in root.iter(f"{W}abstractNum"):
            levels = {int(level.get(f"{W}ilvl", "0")): _level(level) for level in definition.iter(f"{W}lvl")}
            made._lists[definition.get(f"{W}abstractNumId", "")] = levels
        for number in root.iter(f"{W}num"):
            key = number.get(f"{W}numId", "")
            made._list_of[key] = value(number.find(f"{W}abstractNumId"))
            made._starts[key] = {
                int(override.get(f"{W}ilvl", "0")): int(value(start, "1"))
                for override in number.iter(f"{W}lvlOverride")
                if (start := override.find(f"{W}startOverride")) is not None
            }
        return made

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that a style belongs to; the first when none says so."""
        levels = self._lists.get(self._list_of.get(number, ""), {})
        return next((index for index, level in levels.items() if level.style == style), 0)

    def label(self, number: str, level: int) -> Label | None:
        """Count on, and give what stands in front of the paragraph; None when it belongs to no list."""
        key = self._list_of.get(number)
        if key is None or not 0 <= level < _LEVELS:
            return None
        levels = self._lists.get(key, {})
        own = levels.get(level, _Level())
        if own.form in {"bullet", "none"}:
            return Label("", own.form == "bullet", level, own.indent)
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        restarts = level in self._starts.get(number, {}) and (number, level) not in self._begun
        self._begun.add((number, level))
        before = counts[level]
        if restarts:
            counts[level] = self._starts[number][level]
        else:
            counts[level] = own.start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)

        def counted(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            above = levels.get(index, _Level())
            count = counts[index]
            return _written(above.start if count is None else count, "decimal" if own.legal else above.form)

        return Label(re.sub(r"%([1-9])", counted, own.pattern).strip(), False, level, own.indent)


def _level(element: ET.Element) -> _Level:
    start = value(element.find(f"{W}start"), "1")
    return _Level(
        form=value(element.find(f"{W}numFmt"), "decimal"),
        pattern=value(element.find(f"{W}lvlText")),
        start=int(start) if start.isdecimal() else 1,
        style=value(element.find(f"{W}pStyle")),
        legal=element.find(f"{W}isLgl") is not None,
        indent=indent_of(element.find(f"{W}pPr")),
    )


def indent_of(properties: ET.Element | None) -> float | None:
    """How far a paragraph stands to the right, in letters of six points; None where its properties do not say so."""
    indent = properties.find(f"{W}ind") if properties is not None else None
    if indent is None:
        return None
    left = indent.get(f"{W}left", indent.get(f"{W}start", ""))
    return int(left) / _TWENTIETHS / 6 if re.fullmatch(r"-?\d+", left) else None


def _written(count: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for worth, sign in signs:
        while count >= worth:
            text, count = text + sign, count - worth
    return text
