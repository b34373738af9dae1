# The preview of a page that others see when somebody shares it (Open Graph): which county, what kind of thing, its
# title, and how high it stands in the strategy. All of it in 11 colours, so that it is small and quickly packed.
from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from PIL import Image, ImageDraw

from kek_build.pictures.lettering import Face, face, fit, shortened
from kek_build.pictures.mark import layers
from kek_build.pictures.png import Band, band, changes, encode, rows

WIDTH, HEIGHT = 1200, 630
"""What Open Graph asks for."""
LAYERS = 5

_GROUND, _INK, _PAPER = "#fbf8f2", "#1b1f24", "#ffffff"
_EDGE = 72
_ROOM = WIDTH - 2 * _EDGE
_PYRAMID = (_ROOM + _EDGE - 196, 62, _ROOM + _EDGE, 202)
_HEAD_ROOM = _ROOM - 230
_HEAD_TOP, _LABEL_TOP, _TITLE_TOP = 66, 126, 238
_TITLE_SIZES = ((90, 1), (78, 2), (68, 3), (60, 3), (54, 4), (48, 4))
_BAND_TOP = 552
_INKS, _ACCENTS, _PAPERS = (0, 1, 2, 3), (0, 4, 5, 6), (7, 8, 9, 10)
_Ramp = tuple[int, ...]
"""The ramps, as numbers of colours in the palette: text on the ground, the accent on the ground, text on the band."""


@dataclass(frozen=True)
class Preview:
    """What a preview shows."""

    above: str
    """The county, or the site."""
    label: str
    """What kind of thing, and its number."""
    title: str
    site: str
    note: str
    """Stands beside the name of the site."""
    accent: str
    """A CSS colour of six digits, dark enough for text."""
    band: str
    layer: int | None = None
    """Which layer of the pyramid it belongs to, from the top; None for none."""

    @property
    def alternative(self) -> str:
        """The picture in words."""
        above = ", ".join(part for part in (self.above, self.label) if part)
        return f"{above}: {self.title}" if above else self.title

    @property
    def key(self) -> str:
        """The same for the same picture."""
        return repr(self)


def draw(preview: Preview) -> bytes:
    """Draw a preview, as PNG."""
    title, lines = fit(preview.title, _TITLE_SIZES, _ROOM)
    bottom = _TITLE_TOP + title.pitch * len(lines)
    ground, small = _ground(preview.layer), face(32)
    text = ground.crop((0, _LABEL_TOP, ground.width, bottom))
    _letter(text, [shortened(preview.label, small, _HEAD_ROOM)], small, 0, _ACCENTS)
    _letter(text, lines, title, _TITLE_TOP - _LABEL_TOP, _INKS)
    bands = _head(preview.above, preview.layer), band(text), _foot(preview.site, preview.note, bottom)
    return encode((WIDTH, HEIGHT), _palette(preview.accent, preview.band), bands)


@cache
def _ground(layer: int | None) -> Image.Image:
    """The rows that text is set into: nothing but the pyramid."""
    picture = Image.new("P", (WIDTH, _BAND_TOP), 0)
    picture.paste(_pyramid(layer), _PYRAMID[:2])
    return rows(picture)


@cache
def _head(above: str, layer: int | None) -> Band:
    """What stands above the label, packed: many previews have it in common."""
    ground, large = _ground(layer), face(40)
    head = ground.crop((0, 0, ground.width, _LABEL_TOP))
    _letter(head, [shortened(above, large, _HEAD_ROOM)], large, _HEAD_TOP, _INKS)
    return band(head, hard=True)


@cache
def _foot(site: str, note: str, top: int) -> Band:
    """What stands below the title, packed."""
    picture = Image.new("P", (WIDTH, HEIGHT), 0)
    picture.paste(_PAPERS[0], (0, _BAND_TOP, WIDTH, HEIGHT))
    found, small = rows(picture), face(22)
    _letter(found, [note], small, _BAND_TOP + 25, _PAPERS, left=_ROOM - round(small.width(note)))
    room = _ROOM - round(small.width(f"{note}    "))
    _letter(found, [shortened(site, small, room)], small, _BAND_TOP + 25, _PAPERS)
    return band(found.crop((0, top, *found.size)), hard=True, last=True)


def _pyramid(layer: int | None) -> Image.Image:
    """The pyramid in pale shades of the accent, one layer in full."""
    left, top, right, bottom = (4 * side for side in _PYRAMID)
    large = Image.new("L", (right - left, bottom - top))
    for index, corners in enumerate(layers((0, 0, large.width - 1, large.height - 1), LAYERS, 25)):
        ImageDraw.Draw(large).polygon(corners, 255 if index == layer else 90)
    return _shades(large.reduce(4), _ACCENTS)


def _letter(onto: Image.Image, lines: list[str], font: Face, top: int, ramp: _Ramp, *, left: int = 0) -> None:
    """Set lines into the rows of a picture, in the shades of a ramp.

    No letter reaches into another line or across a space: what both change would be seen to the end of the picture.
    """
    canvas = onto.im  # `Image.paste` takes ten times as long, to look at what it is given
    for index, line in enumerate(lines):
        baseline = top + font.pitch * index + font.ascent
        for begin, text in font.parts(line):
            at = _EDGE + left + begin
            points, left_side, upper_side, width, height = _part(font.size, text, ramp, at % 2)
            x, y = 1 + at // 2 + left_side, baseline + upper_side
            canvas.paste(points, (x, y, x + width, y + height))


@lru_cache(4096)
def _part(size: int, text: str, ramp: _Ramp, odd: int) -> tuple[Any, int, int, int, int]:
    """What letters in the shades of a ramp change, two points a byte, where they begin at an even or an odd point.

    Returns:
        The changes as Pillow holds them, where they stand on the line, their width and their height.
    """
    drawn = face(size).draw(text, odd)
    points = changes(_shades(drawn.picture, ramp))
    return points.im, drawn.left // 2, drawn.top + 1, *points.size


def _shades(grey: Image.Image, ramp: _Ramp) -> Image.Image:
    """A grey picture in the shades of a ramp."""
    return Image.frombytes("P", grey.size, grey.tobytes().translate(_table(ramp)))


@cache
def _table(ramp: _Ramp) -> bytes:
    return bytes(ramp[round(value * (len(ramp) - 1) / 255)] for value in range(256))


@cache
def _palette(accent: str, band: str) -> tuple[str, ...]:
    colours = [_GROUND] * 16
    for ramp, ground, full in ((_INKS, _GROUND, _INK), (_ACCENTS, _GROUND, accent), (_PAPERS, band, _PAPER)):
        for step, place in enumerate(ramp):
            colours[place] = _mixed(ground, full, step / (len(ramp) - 1))
    return tuple(colours)


def _mixed(one: str, other: str, share: float) -> str:
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in parts).hex()
