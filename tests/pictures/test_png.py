from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kek_build.pictures.png import encode

PALETTE = tuple(f"#{number:02x}{255 - number:02x}80" for number in range(16))


def _opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()  # checks every sum
    return picture


@given(st.binary(min_size=12, max_size=12))
def test_what_is_written_is_read_again_by_others(points: bytes) -> None:
    numbers = bytes(point % 16 for point in points)
    rows = [numbers[row : row + 4] for row in range(0, 12, 4)]
    picture = _opened(encode(Image.frombytes("P", (6, 3), b"".join(b"\0\0" + row for row in rows)), PALETTE))
    assert picture.size == (4, 3)
    assert picture.convert("RGB").tobytes() == b"".join(bytes.fromhex(PALETTE[number][1:]) for number in numbers)


@pytest.mark.parametrize("chunk", [b"tIME", b"tEXt", b"iTXt", b"pHYs"])
def test_nothing_stands_in_a_picture_but_the_picture(chunk: bytes) -> None:
    assert chunk not in encode(Image.new("P", (6, 3)), PALETTE)
