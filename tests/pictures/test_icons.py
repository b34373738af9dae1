from __future__ import annotations

import io

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from kek_build.pictures.icons import icons

COLOUR = "#123456"
GROUND, WHITE = (0x12, 0x34, 0x56), (255, 255, 255)


def _ico(side: int) -> Image.Image:
    picture = Image.open(io.BytesIO(icons(COLOUR)["favicon.ico"]), formats=["ICO"])
    picture.size = (side, side)  # type: ignore[misc]
    return picture.convert("RGBA")


def test_the_icon_is_an_svg_in_the_colour_of_the_site_without_style_or_script() -> None:
    text = icons(COLOUR)["favicon.svg"].decode()
    tree = LexborHTMLParser(text)
    assert text.startswith("<svg xmlns=")
    assert [node.attributes["fill"] for node in tree.css("rect, path")] == [COLOUR, "#fff"]
    assert not tree.css("style, script, [style]")


@pytest.mark.parametrize("side", [16, 32, 48])
def test_the_icon_is_there_in_points_for_those_who_take_no_svg(side: int) -> None:
    picture = _ico(side)
    assert picture.size == (side, side)
    assert picture.getpixel((0, 0)) != (*GROUND, 255)
    assert picture.getpixel((side // 2, 1)) == (*GROUND, 255)


def test_at_16_points_the_layers_stand_apart_by_one_clear_row() -> None:
    column = [_ico(16).getpixel((8, row)) for row in range(16)]
    clear, full = (*GROUND, 255), (*WHITE, 255)
    assert [column[row] for row in (5, 9, 13)] == [clear] * 3
    assert [column[row] for row in (6, 7, 8, 10, 11, 12)] == [full] * 6


def test_the_touch_icon_fills_its_square() -> None:
    picture = Image.open(io.BytesIO(icons(COLOUR)["apple-touch-icon.png"]))
    assert (picture.size, picture.mode) == ((180, 180), "RGB")
    assert {picture.getpixel(corner) for corner in ((0, 0), (179, 0), (0, 179), (179, 179))} == {GROUND}
    assert picture.getpixel((90, 140)) == WHITE


def test_icons_are_the_same_each_time_and_small() -> None:
    assert icons(COLOUR) == icons(COLOUR)
    assert all(len(icon) < 4_000 for icon in icons(COLOUR).values())
