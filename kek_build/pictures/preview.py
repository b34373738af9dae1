# The preview of a page that others see when somebody shares it (Open Graph): which county, what kind of thing, its
# title, and how high it stands in the strategy. All of it in 11 colours, so that it is small and quickly packed.
from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from functools import cache

from PIL import Image, ImageDraw

from kek_build.pictures.lettering import Face, face, fit, shortened
from kek_build.pictures.mark import layers
from kek_build.pictures.png import encode

WIDTH, HEIGHT = 1200, 630
"""What Open Graph asks for."""
LAYERS = 5

_GROUND, _INK, _PAPER = "#fbf8f2", "#1b1f24", "#ffffff"
_EDGE = 72
_ROOM = WIDTH - 2 * _EDGE
_PYRAMID = (_ROOM + _EDGE - 196, 62, _ROOM + _EDGE, 202)
_HEAD_ROOM = _ROOM - 230
_TITLE_TOP = 238
_TITLE_SIZES = ((90, 1), (78, 2), (68, 3), (60, 3), (54, 4), (48, 4))
_BAND_TOP = 552
_PITCH, _ASCENT = 1.24, 0.96
"""From line to line, and from the top of a line to where letters stand, in sizes of the font."""
_INKS, _ACCENTS, _PAPERS = (0, 1, 2, 3), (0, 4, 5, 6), (7, 8, 9, 10)
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
        return repr(astuple(self))


def draw(preview: Preview) -> bytes:
    """Draw a preview, as PNG."""
    picture = _frame(preview.site, preview.note, preview.layer).copy()
    large, small = face(40), face(32)
    _letter(picture, [shortened(preview.above, large, _HEAD_ROOM)], large, 66, _INKS)
    _letter(picture, [shortened(preview.label, small, _HEAD_ROOM)], small, 126, _ACCENTS)
    title, lines = fit(preview.title, _TITLE_SIZES, _ROOM)
    _letter(picture, lines, title, _TITLE_TOP, _INKS)
    return encode(picture, _palette(preview.accent, preview.band))


@cache
def _frame(site: str, note: str, layer: int | None) -> Image.Image:
    """What many previews have in common: pyramid and band."""
    picture = Image.new("P", (WIDTH + 2, HEIGHT), 0)
    picture.paste(_pyramid(layer), (2 + _PYRAMID[0], _PYRAMID[1]))
    picture.paste(_PAPERS[0], (2, _BAND_TOP, WIDTH + 2, HEIGHT))
    small = face(22)
    _letter(picture, [note], small, _BAND_TOP + 25, _PAPERS, left=_ROOM - round(small.width(note)))
    room = _ROOM - round(small.width(f"{note}    "))
    _letter(picture, [shortened(site, small, room)], small, _BAND_TOP + 25, _PAPERS)
    return picture


def _pyramid(layer: int | None) -> Image.Image:
    """The pyramid in pale shades of the accent, one layer in full."""
    left, top, right, bottom = (4 * side for side in _PYRAMID)
    large = Image.new("L", (right - left, bottom - top))
    for index, corners in enumerate(layers((0, 0, large.width - 1, large.height - 1), LAYERS, 25)):
        ImageDraw.Draw(large).polygon(corners, 255 if index == layer else 90)
    return _shades(large.reduce(4), _ACCENTS)


def _letter(
    picture: Image.Image, lines: list[str], font: Face, top: int, ramp: tuple[int, ...], *, left: int = 0
) -> None:
    """Set lines into a picture, in the shades of a ramp."""
    pitch = round(font.size * _PITCH)
    canvas = Image.new("L", (max(math.ceil(font.width(line)) for line in lines) + 2, pitch * len(lines)))
    for index, line in enumerate(lines):
        font.draw(line, canvas, pitch * index + round(font.size * _ASCENT))
    picture.paste(_shades(canvas, ramp), (2 + _EDGE + left, top))


def _shades(grey: Image.Image, ramp: tuple[int, ...]) -> Image.Image:
    """A grey picture in the shades of a ramp."""
    return grey.point(_table(ramp), "P")


@cache
def _table(ramp: tuple[int, ...]) -> list[int]:
    return [ramp[round(value * (len(ramp) - 1) / 255)] for value in range(256)]


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
