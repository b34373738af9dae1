# The icons of a site: the mark in white on the colour of its header, as SVG, and drawn from the same numbers for those
# who take no SVG. Three layers, so that at 16 points each is three points high and one stands between them.
from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageDraw

from kek_build.pictures.mark import Box, Point, layers

_SIDE = 32
_MARK: Box = (4, 4, 28, 26)
_LAYERS, _GAP, _ROUND = 3, 2, 6
_SIZES = (16, 32, 48)
_TOUCH_SIDE = 180
_FINE = 4
"""How many times larger they are drawn, so that slopes are smooth when they are made smaller."""


def icons(colour: str) -> dict[str, bytes]:
    """All icons, by file name.

    Args:
        colour: the ground, as a CSS colour of six digits.
    """
    return {
        "favicon.svg": _svg(colour).encode(),
        "favicon.ico": _ico(colour),
        "apple-touch-icon.png": _png(_drawn(colour, _TOUCH_SIDE, rounded=False)),
    }


def _svg(colour: str) -> str:
    shapes = "".join(f"M{' '.join(_numbers(corners))}z" for corners in layers(_MARK, _LAYERS, _GAP))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<rect width="{_SIDE}" height="{_SIDE}" rx="{_ROUND}" fill="{colour}"/>'
        f'<path d="{shapes}" fill="#fff"/></svg>\n'
    )


def _numbers(corners: list[Point]) -> Iterator[str]:
    yield from (f"{round(x, 2):g},{round(y, 2):g}" for x, y in corners)


def _ico(colour: str) -> bytes:
    pictures = [_drawn(colour, side, rounded=True) for side in _SIZES]
    file = io.BytesIO()
    pictures[-1].save(file, "ICO", sizes=[(side, side) for side in _SIZES], append_images=pictures[:-1])
    return file.getvalue()


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _drawn(colour: str, side: int, *, rounded: bool) -> Image.Image:
    """The icon, drawn large and made smaller; a touch icon is rounded by the device, so it fills its square."""
    scale = _FINE * side / _SIDE
    large = Image.new("RGBA", (_FINE * side, _FINE * side), "#ffffff00" if rounded else colour)
    pen = ImageDraw.Draw(large)
    if rounded:
        pen.rounded_rectangle((0, 0, _FINE * side - 1, _FINE * side - 1), _ROUND * scale, colour)
    left, top, right, bottom = (scale * side for side in _MARK)
    for corners in layers((left, top, right - 1, bottom - 1), _LAYERS, _GAP * scale + 1):  # Pillow draws both edges
        pen.polygon(corners, "#ffffff")
    small = large.resize((side, side), Image.Resampling.BOX)
    return small if rounded else small.convert("RGB")
