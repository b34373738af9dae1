# Sets text into a picture: breaks it into lines of about the same length and draws it. The font comes with the project,
# as a machine that builds a site may have none. Each word is drawn once in each size and then copied.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).resolve().parents[2] / "docs_templates" / "fonts" / "OpenSans-Semibold.ttf"
ELLIPSIS = "…"
_PARTED = "\N{SOFT HYPHEN}"
_BREAK = re.compile(r"(?<=\w{3}[-/–])(?=\w{3})")
"""Long words may be parted after a hyphen or stroke that they have themselves: `Flächenressourcen-|Management`."""


@dataclass(frozen=True)
class _Word:
    """A word as a grey picture, and where that stands when the word begins at 0 on the line."""

    picture: Image.Image
    left: int
    top: int


@dataclass(frozen=True)
class Face:
    """The font in one size, in pixels; get it from `face`."""

    size: int
    font: ImageFont.FreeTypeFont
    _widths: dict[str, float] = field(default_factory=dict)
    _words: dict[str, _Word] = field(default_factory=dict)

    def width(self, text: str) -> float:
        """How wide a text is."""
        if (found := self._widths.get(text)) is None:
            found = self._widths[text] = self.font.getlength(text)
        return found

    def draw(self, text: str, canvas: Image.Image, baseline: int) -> None:
        """Draw a text in white onto a grey picture, from its left edge."""
        left = 0.0
        for word in text.split(" "):
            drawn = self._word(word)
            canvas.paste(drawn.picture, (round(left) + drawn.left, baseline + drawn.top))
            left += self.width(word) + self.width(" ")

    def _word(self, text: str) -> _Word:
        if (found := self._words.get(text)) is None:
            left, top, right, bottom = map(int, self.font.getbbox(text, anchor="ls"))
            picture = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
            ImageDraw.Draw(picture).text((-left, -top), text, 255, self.font, anchor="ls")
            found = self._words[text] = _Word(picture, left, top)
        return found


@cache
def face(size: int) -> Face:
    """The font in a size. Its layout does not depend on libraries that a machine may have or not."""
    return Face(size, ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC))


def fit(text: str, sizes: Sequence[tuple[int, int]], room: int) -> tuple[Face, list[str]]:
    """Break a text into lines, in the largest size that holds all of it; in the smallest it may end with an ellipsis.

    Args:
        text: the text.
        sizes: sizes and how many lines each may have, the largest first.
        room: how wide a line may be.
    """
    for size, most in sizes:
        lines = wrap(text, face(size), room)
        if len(lines) <= most and not any(line.endswith(_PARTED) for line in lines):
            return face(size), lines
    return face(size), [line.replace(_PARTED, "-") for line in wrap(text, face(size), room, most)]


def wrap(text: str, set_in: Face, room: int, most: int | None = None) -> list[str]:
    """Break a text into as few lines as it needs, all of about the same length.

    Args:
        text: the text. A word that is wider than a line is parted anywhere, with a soft hyphen at the end of the line.
        set_in: the font.
        room: how wide a line may be.
        most: how many lines there may be; the last one then ends with an ellipsis.
    """
    pieces = list(_pieces(text, set_in, room))
    widths = [(set_in.width(gap), set_in.width(piece)) for gap, piece in pieces]
    starts = _starts(widths, room)
    if most is None or len(starts) <= most:
        starts = _balanced(widths, room, starts)
    lines = ["".join(map("".join, pieces[a:b])).strip() for a, b in pairwise([*starts, len(pieces)])]
    if most is not None and len(lines) > most:
        lines[most - 1 :] = [shortened(f"{lines[most - 1]} {ELLIPSIS}", set_in, room)]
    return lines


def shortened(text: str, set_in: Face, room: int) -> str:
    """A text of one line, cut between words when it is too wide, and within one where nothing else helps."""
    if set_in.width(text) <= room:
        return text
    text = text.removesuffix(f" {ELLIPSIS}")
    while set_in.width(f"{text} {ELLIPSIS}") > room:
        text = (text.rpartition(" ")[0] or text[:-1]).rstrip(" ,;:–-(")
    return f"{text} {ELLIPSIS}"


def _pieces(text: str, set_in: Face, room: int) -> Iterator[tuple[str, str]]:
    """What may stand at the beginning of a line, each with what goes before it in the middle of one."""
    for word in text.replace(_PARTED, "").split():
        gap = " "
        for part in _BREAK.split(word):
            rest = part
            while set_in.width(rest) > room:
                end = next(n for n in range(len(rest), 0, -1) if n == 1 or set_in.width(f"{rest[:n]}-") <= room)
                yield gap, rest[:end] + _PARTED
                gap, rest = "", rest[end:]
            yield gap, rest
            gap = ""


def _starts(widths: list[tuple[float, float]], room: float) -> list[int]:
    """With which pieces lines begin when each takes what it can."""
    starts, filled = [0], 0.0
    for index, (gap, width) in enumerate(widths):
        if filled and filled + gap + width > room:
            starts.append(index)
            filled = 0
        filled += width + (gap if filled else 0)
    return starts


def _balanced(widths: list[tuple[float, float]], room: int, starts: list[int]) -> list[int]:
    """The same number of lines in the least width that gives it."""
    narrow, wide = max((width for _, width in widths), default=0), float(room)
    while wide - narrow > room / 32:
        middle = (narrow + wide) / 2
        if len(found := _starts(widths, middle)) == len(starts):
            wide, starts = middle, found
        else:
            narrow = middle
    return starts
