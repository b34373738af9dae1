# Writes PNG files of 16 colours: four bits a point, in bands. What many pictures have in common is packed once and put
# into each of them as it is. What differs is packed as what changes from row to row, which is mostly nothing, so runs
# are all that zlib has to look for: its quickest way gives the smallest files. (ISA-L is quicker still, but does not
# give the same bytes for the same picture each time.) Pillow's own writer takes many times as long.
from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = b"\x78\x9c"
"""Of what follows, for programs that unpack it (RFC 1950)."""
_UP = 2
"""Says in each row that it holds the difference to the row above."""
_EMPTY = zlib.adler32(b"")
_PRIME = 65521
_WAY = (zlib.DEFLATED, -zlib.MAX_WBITS, 9)
"""Packed without header and checksum, so that the rows of several bands can stand behind each other."""


@dataclass(frozen=True)
class Band:
    """Some rows of a picture, packed."""

    packed: bytes
    checksum: int
    length: int
    """How many bytes its rows are, unpacked."""


def rows(picture: Image.Image, *, margin: int = 1) -> Image.Image:
    """A picture as the rows of a file: a grey picture with a byte for two points.

    Args:
        picture: numbers of colours up to 15, mode `P`, of an even width.
        margin: bytes before each row; it needs one to say later how it is packed.
    """
    width, height = picture.width // 2, picture.height
    pairs = Image.frombytes("L", (width, height), picture.tobytes("raw", "P;4"))
    return pairs.crop((-margin, 0, width, height)) if margin else pairs


def band(rows: Image.Image, *, last: bool = False, hard: bool = False) -> Band:
    """Pack rows.

    Args:
        rows: as `rows` gives them, beginning with the row above the first one.
        last: whether the picture ends with them.
        hard: whether it is worth the time to make them as small as they can be.
    """
    width, height = rows.size
    changes = ImageChops.subtract_modulo(rows.crop((0, 1, width, height)), rows.crop((0, 0, width, height - 1)))
    changes.paste(_UP, (0, 0, 1, height - 1))
    points = changes.tobytes()
    packer = zlib.compressobj(9, *_WAY) if hard else zlib.compressobj(1, *_WAY, zlib.Z_RLE)
    packed = packer.compress(points) + packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)
    return Band(packed, zlib.adler32(points), len(points))


def encode(size: tuple[int, int], palette: Sequence[str], bands: Iterable[Band]) -> bytes:
    """A picture as PNG.

    Args:
        size: width and height in points.
        palette: up to 16 CSS colours of six digits.
        bands: its rows from the top.
    """
    packed, checksum = [_HEADER], _EMPTY
    for part in bands:
        packed.append(part.packed)
        checksum = _combined(checksum, part)
    packed.append(struct.pack(">I", checksum))
    header = struct.pack(">IIBBBBB", *size, 4, 3, 0, 0, 0)
    colours = bytes.fromhex("".join(palette).replace("#", ""))
    return b"".join(
        (
            _SIGNATURE,
            *_chunk(b"IHDR", header),
            *_chunk(b"PLTE", colours),
            *_chunk(b"IDAT", b"".join(packed)),
            *_chunk(b"IEND", b""),
        )
    )


def _combined(checksum: int, part: Band) -> int:
    """The checksum of what was there and a band behind it; of both only the checksums are needed (zlib, adler32.c)."""
    low, high = checksum & 0xFFFF, checksum >> 16
    sums = part.checksum & 0xFFFF, part.checksum >> 16
    high = (high + sums[1] + (low - 1) * part.length) % _PRIME
    return high << 16 | (low + sums[0] - 1) % _PRIME


def _chunk(kind: bytes, data: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    return struct.pack(">I", len(data)), kind, data, struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))
