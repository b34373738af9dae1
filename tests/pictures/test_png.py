from __future__ import annotations

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kek_build.pictures.png import band, changes, encode, rows

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
        band(taken.crop((0, top, taken.width, bottom)), last=bottom == taken.height)
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


def test_a_picture_on_an_even_ground_is_set_into_the_rows_by_what_changes_in_it() -> None:
    ground, stamp = Image.new("P", (40, 30), 7), Image.new("P", (8, 6), 3)
    taken = rows(ground)
    framed = Image.new("P", (8, 8), 7)
    framed.paste(stamp, (0, 1))
    taken.paste(changes(framed), (1 + 10 // 2, 12))
    ground.paste(stamp, (10, 12))
    assert _opened(encode(ground.size, PALETTE, [band(taken, last=True)])).tobytes() == ground.tobytes()


@given(st.lists(st.tuples(st.binary(max_size=4), st.integers(1, 400)), max_size=40))
def test_a_band_is_packed_byte_for_byte_as_zlib_packs_it(parts: list[tuple[bytes, int]]) -> None:
    points = b"".join(part * times for part, times in parts).ljust(1, b"x")
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, 8, zlib.Z_RLE)
    packed = packer.compress(points) + packer.flush(zlib.Z_SYNC_FLUSH)
    found = band(Image.frombytes("L", (len(points), 1), points))
    assert (found.packed, found.checksum) == (packed, zlib.adler32(points))


def test_a_band_that_is_packed_harder_shows_the_same() -> None:
    points = rows(Image.effect_mandelbrot((200, 100), (-2, -1, 1, 1), 15).point(lambda dot: dot % 16).convert("P"))
    light, hard = band(points), band(points, hard=True)
    assert (light.checksum, light.length) == (hard.checksum, hard.length)
    assert len(hard.packed) < len(light.packed)


@pytest.mark.parametrize("chunk", [b"tIME", b"tEXt", b"iTXt", b"pHYs"])
def test_nothing_stands_in_a_picture_but_the_picture(chunk: bytes) -> None:
    assert chunk not in _written(Image.new("P", (4, 3)))
