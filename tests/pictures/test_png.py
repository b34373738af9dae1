from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kek_build.pictures.png import band, encode, rows

PALETTE = tuple(f"#{number:02x}{255 - number:02x}80" for number in range(16))


def _opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()  # checks every sum
    return picture


def _written(points: Image.Image, *cuts: int) -> bytes:
    """A picture in bands that are cut at some of its rows."""
    taken = rows(points)
    ends = [*cuts, taken.height]
    bands = [
        band(taken.crop((0, top - 1, taken.width, bottom)), last=bottom == taken.height)
        for top, bottom in zip([0, *cuts], ends, strict=True)
    ]
    return encode(points.size, PALETTE, bands)


@given(st.binary(min_size=40, max_size=40), st.sets(st.integers(1, 9)))
def test_what_is_written_is_read_again_by_others_wherever_it_is_cut(points: bytes, cuts: set[int]) -> None:
    numbers = bytes(point % 16 for point in points)
    picture = _opened(_written(Image.frombytes("P", (4, 10), numbers), *sorted(cuts)))
    assert picture.size == (4, 10)
    assert picture.convert("RGB").tobytes() == b"".join(bytes.fromhex(PALETTE[number][1:]) for number in numbers)


def test_a_large_picture_is_read_again_by_others() -> None:
    numbers = bytes(number * number // 7 % 16 for number in range(1200 * 630))
    picture = _opened(_written(Image.frombytes("P", (1200, 630), numbers), 66, 400))
    assert picture.convert("RGB").tobytes() == b"".join(bytes.fromhex(PALETTE[number][1:]) for number in numbers)


def test_a_band_that_is_packed_harder_shows_the_same() -> None:
    points = rows(Image.effect_mandelbrot((200, 100), (-2, -1, 1, 1), 15).point(lambda dot: dot % 16).convert("P"))
    light, hard = band(points), band(points, hard=True)
    assert (light.checksum, light.length) == (hard.checksum, hard.length)
    assert len(hard.packed) < len(light.packed)


@pytest.mark.parametrize("chunk", [b"tIME", b"tEXt", b"iTXt", b"pHYs"])
def test_nothing_stands_in_a_picture_but_the_picture(chunk: bytes) -> None:
    assert chunk not in _written(Image.new("P", (4, 3)))
