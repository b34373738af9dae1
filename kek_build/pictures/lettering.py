# Sets text into a picture: breaks it into lines of about the same length and draws it. The font comes with the project,
# as a machine that builds a site may have none.
from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).resolve().parents[2] / "docs_templates" / "fonts" / "OpenSans-Semibold.ttf"
ELLIPSIS = "…"
_PARTED = "\N{SOFT HYPHEN}"
_BREAK = re.compile(r"(?<=\w{3}[-/–])(?=\w{3})")
"""Long words may be parted after a hyphen or stroke that they have themselves: `Flächenressourcen-|Management`."""
_PITCH, _ASCENT = 1.24, 0.96
"""From line to line, and from the top of a line to where letters stand, in sizes of the font."""
_Piece = tuple[str, str]
"""What may stand at the beginning of a line, with what goes before it in the middle of one."""


@dataclass(frozen=True)
class Drawn:
    """Letters as a picture, and where that stands on the line."""

    picture: Image.Image
    """In grey, of an even width, with an empty row above and below; no higher than a line."""
    left: int
    """An even number."""
    top: int
    """From where letters stand."""


@dataclass(frozen=True)
class Face:
    """The font in one size, in pixels; get it from `face`."""

    size: int
    font: ImageFont.FreeTypeFont
    _pairs: _Pairs
    _touching: _Touching

    @property
    def pitch(self) -> int:
        """From line to line."""
        return round(self.size * _PITCH)

    @property
    def ascent(self) -> int:
        """From the top of a line to where letters stand."""
        return round(self.size * _ASCENT)

    def width(self, text: str) -> float:
        """How wide a text is: by pairs of letters, as the library takes several times as long for each new word."""
        return sum(map(self._pairs.__getitem__, map(str.__add__, text, [*text[1:], ""])))

    def parts(self, line: str) -> Iterator[tuple[int, str]]:
        """The letters of a line, each with where it begins; those that touch or overlap are one part."""
        begin = 0
        for word in line.split(" "):
            left, part = begin, ""
            for letter, pair in zip(word, map(str.__add__, word, [*word[1:], ""]), strict=True):
                part += letter
                begin += round(self._pairs[pair])  # in whole points, so that what is free between two letters stays
                if not self._touching[pair]:
                    yield left, part
                    left, part = begin, ""
            begin += round(self._pairs[" "])

    def draw(self, text: str, begin: int = 0) -> Drawn:
        """Draw letters that begin at a point of a line."""
        canvas = _drawn(text, self.font)
        above = 2 * self.size - self.ascent
        line = canvas.crop((0, above, canvas.width, above + self.pitch - 1))
        left, top, right, bottom = line.getbbox() or (0, 0, 1, 1)
        left -= (left - self.size + begin) % 2
        right += (right - left) % 2
        return Drawn(line.crop((left, top - 1, right, bottom + 1)), begin + left - self.size, top - 1 - self.ascent)


def _drawn(text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """Letters with room around them: they begin as far from the edge as the font is high."""
    size = round(font.size)
    canvas = Image.new("L", (round(font.getlength(text)) + 2 * size, 3 * size))
    ImageDraw.Draw(canvas).text((size, 2 * size), text, 255, font, anchor="ls")
    return canvas


class _Pairs(dict[str, float]):
    """How far it is from a letter to the one that follows, by both; found when first asked for."""

    def __init__(self, font: ImageFont.FreeTypeFont) -> None:
        self._font = font

    def __missing__(self, pair: str) -> float:
        after = self._font.getlength(pair[1:]) if pair[1:] else 0
        found = self[pair] = self._font.getlength(pair) - after
        return found


class _Touching(dict[str, bool]):
    """Whether nothing is free between two letters, by both; found when first asked for."""

    def __init__(self, font: ImageFont.FreeTypeFont, pairs: _Pairs) -> None:
        self._font = font
        self._pairs = pairs
        self._edges: dict[str, tuple[float, float]] = {}

    def __missing__(self, pair: str) -> bool:
        found = self[pair] = bool(pair[1:]) and self._edge(pair[0])[1] >= self._pairs[pair] + self._edge(pair[1])[0]
        return found

    def _edge(self, letter: str) -> tuple[float, float]:
        """Where a letter begins and ends; one without ink is nowhere."""
        if letter not in self._edges:
            box = _drawn(letter, self._font).getbbox()
            self._edges[letter] = (box[0], box[2]) if box else (math.inf, -math.inf)
        return self._edges[letter]


@cache
def face(size: int) -> Face:
    """The font in a size. Its layout does not depend on libraries that a machine may have or not."""
    font = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    pairs = _Pairs(font)
    return Face(size, font, pairs, _Touching(font, pairs))


def fit(text: str, sizes: Sequence[tuple[int, int]], room: int) -> tuple[Face, list[str]]:
    """Break a text into lines, in the largest size that holds all of it; in the smallest it may end with an ellipsis.

    Args:
        text: the text.
        sizes: sizes and how many lines each may have, the largest first.
        room: how wide a line may be.
    """
    pieces = list(_pieces(text))
    for size, most in sizes:
        widths = _widths(pieces, face(size))
        if all(width <= room for _, width in widths) and len(starts := _starts(widths, room)) <= most:
            return face(size), _lines(pieces, _balanced(widths, room, starts))
    return face(size), [line.replace(_PARTED, "-") for line in wrap(text, face(size), room, most)]


def wrap(text: str, set_in: Face, room: int, most: int | None = None) -> list[str]:
    """Break a text into as few lines as it needs, all of about the same length.

    Args:
        text: the text. A word that is wider than a line is parted anywhere, with a soft hyphen at the end of the line.
        set_in: the font.
        room: how wide a line may be.
        most: how many lines there may be; the last one then ends with an ellipsis.
    """
    pieces = list(_parted(_pieces(text), set_in, room))
    widths = _widths(pieces, set_in)
    starts = _starts(widths, room)
    if most is None or len(starts) <= most:
        starts = _balanced(widths, room, starts)
    lines = _lines(pieces, starts)
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


def _pieces(text: str) -> Iterator[_Piece]:
    for word in text.replace(_PARTED, "").split():
        first, *others = _BREAK.split(word)
        yield " ", first
        for part in others:
            yield "", part


def _parted(pieces: Iterable[_Piece], set_in: Face, room: int) -> Iterator[_Piece]:
    """The same, with those that are wider than a line in parts."""
    for before, piece in pieces:
        gap, rest = before, piece
        while set_in.width(rest) > room:
            end = next(n for n in range(len(rest), 0, -1) if n == 1 or set_in.width(f"{rest[:n]}-") <= room)
            yield gap, rest[:end] + _PARTED
            gap, rest = "", rest[end:]
        yield gap, rest


def _widths(pieces: list[_Piece], set_in: Face) -> list[tuple[float, float]]:
    return [(set_in.width(gap), set_in.width(piece)) for gap, piece in pieces]


def _lines(pieces: list[_Piece], starts: list[int]) -> list[str]:
    return ["".join(map("".join, pieces[a:b])).strip() for a, b in pairwise([*starts, len(pieces)])]


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
