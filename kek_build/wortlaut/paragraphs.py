# From printed lines to paragraphs, for the formats that know lines only (plain text, PDF): a paragraph ends at a blank
# line, and before a bullet, a number, or a heading that stands alone.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kek_build.wortlaut.cleaning import join
from kek_build.wortlaut.document import Line, Paragraph, Place
from kek_build.wortlaut.numbers import Numbers

_BULLET = re.compile(
    r"(?P<sign>[•▪▫◦○●■□➢➤➔✓✔‣⁃∙\u00b7\uf000-\uf0ff](?=\s|\w|$)|[-–—*+](?=\s|$)|o(?=\s+\S))\s*(?P<rest>.*)",
    re.DOTALL,
)
_ALONE = re.compile(r"(?:Stärken|Schwächen|Chancen|Risiken|Risiken und Gefahren|Prioritätengruppe \d+):?")
_FIELD = re.compile(r"Handlungsfeld(?:er)?\s+(?:\d|[IVX]+\b|[-–])")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<rest>.*)")
_OPEN_END = re.compile(
    r"(?:[,\-/(–]|\b(?:der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|und|oder|sowie|von|vom|für|mit|zu|zur|"
    r"zum|im|in|am|an|auf|bei|beim|durch|aus|nach|über|unter|als|wie|ihrer?|seine[rns]?))$"
)
"""How a paragraph ends that goes on on the next page."""
_ENDED = re.compile(r"[.!?:;“”\"]$")
"""How a paragraph ends that goes on nowhere."""


@dataclass(frozen=True)
class Printed:
    """A printed line, with what its place on the page says."""

    text: str
    place: Place
    indent: float = 0
    """How far it stands to the right, in letters."""
    gap: bool = False
    """Whether there is a gap above it."""
    page_start: bool = False
    """Whether it is the first line of a page or column."""
    heading: bool = False
    """Whether the format says that it is a heading."""
    begins: bool = False
    """Whether its indent says that a paragraph begins."""
    full: bool = False
    """Whether it fills its column, so that a paragraph may well go on."""
    loose: bool = False
    """Whether lines break anywhere, so that a dash may come to stand in front."""


@dataclass
class _Open:
    """A paragraph that grows."""

    place: Place
    bullet: int
    heading: bool
    indent: float
    full: bool = False
    """Whether its last line fills its column."""
    lines: list[Line] = field(default_factory=list)

    def close(self) -> Paragraph | None:
        text = join(line.text for line in self.lines if line.text)
        if not text:
            return None
        return Paragraph(text, self.place, self.bullet, self.heading, tuple(self.lines))


def paragraphs(lines: Iterable[Printed], numbers: Numbers) -> Iterator[Paragraph]:
    """Make paragraphs of lines.

    Args:
        lines: the lines in reading order, blank ones left out and told by `gap`.
        numbers: knows which lines begin with a number.
    """
    current: _Open | None = None
    levels = Levels()
    alone = False
    for line in lines:
        text = line.text
        is_heading = line.heading
        if marks := _HEADING.fullmatch(text):
            text, is_heading = marks["rest"].strip(" #"), True
        bullet = None if is_heading else _BULLET.match(text)
        if bullet and line.loose and current and _is_dash(bullet["sign"], current, line):
            bullet = None
        new = (
            current is None
            or bullet is not None
            or is_heading
            or current.heading
            or alone
            or line.begins
            or numbers.begins(text)
            or bool(_ALONE.fullmatch(text) or _FIELD.match(text))
            or (line.gap and not _goes_on(current, line))
            or (line.page_start and not _goes_on(current, line))
        )
        if new:
            if current and (closed := current.close()):
                yield closed
            depth = levels.depth(bullet["sign"], line.indent) if bullet else 0
            if not bullet:
                levels.clear()
            current = _Open(line.place, depth, is_heading, line.indent)
        alone = bool(_ALONE.fullmatch(text))
        assert current is not None
        current.full = line.full
        current.lines.append(Line(bullet["rest"].strip() if bullet and new else text, line.place))
    if current and (closed := current.close()):
        yield closed


def without_sign(text: str) -> tuple[str, bool]:
    """A text without the sign of a list in front of it, and whether there was one."""
    found = _BULLET.match(text)
    return (found["rest"].strip(), True) if found else (text, False)


def _goes_on(current: _Open, line: Printed) -> bool:
    """Whether a paragraph goes on over a gap: at a page's end, or behind a bullet that stands alone."""
    said = " ".join(part.text for part in current.lines).strip()
    if not said:
        return True
    if not line.page_start:
        return False
    return line.text[:1].islower() or bool(_OPEN_END.search(said)) or (current.full and not _ENDED.search(said))


def _is_dash(sign: str, current: _Open, line: Printed) -> bool:
    """Whether a dash at the beginning of a line belongs to the sentence above."""
    if sign not in "-–—" or line.gap or current.bullet or current.heading:
        return False
    return abs(line.indent - current.indent) < 1 and not re.search(r"[.:;!?,]$", current.lines[-1].text)


class Levels:
    """How deep a bullet stands, by its sign and its indent."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, float]] = []

    def clear(self) -> None:
        """Begin anew: a list has ended."""
        self._stack.clear()

    def depth(self, sign: str, indent: float) -> int:
        """How deep an item stands, from 1.

        Args:
            sign: the sign in front of it.
            indent: how far it stands to the right, in letters.
        """
        for index, (known, at) in enumerate(self._stack):
            if known == sign and abs(indent - at) < 1.5:
                del self._stack[index + 1 :]
                return index + 1
        while self._stack and indent < self._stack[-1][1] - 1.5:
            self._stack.pop()
        self._stack.append((sign, indent))
        return len(self._stack)
