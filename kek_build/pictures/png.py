# Writes PNG files of 16 colours: four bits a point, in bands. What many pictures have in common is packed once and put
# into each of them as it is. What differs is packed as what changes from row to row, which is mostly nothing, so runs
# are all that has to be looked for: the quickest way gives the smallest files. zlib-ng finds them in half the time of
# zlib, byte for byte the same. (ISA-L is quicker still, but does not give the same bytes for the same picture each
# time.) Pillow's own writer takes many times as long.
from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops
from zlib_ng import zlib_ng

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = b"\x78\x9c"
"""Of what follows, for programs that unpack it (RFC 1950)."""
_UP = 2
"""Says in each row that it holds the difference to the row above."""
_EMPTY = zlib_ng.adler32(b"")
_PRIME = 65521
_WAY = (zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS, 8)
"""Packed without header and checksum, so that the rows of several bands can stand behind each other."""


@dataclass(frozen=True)
class Band:
    """Some rows of a picture, packed."""

    packed: bytes
    checksum: int
    length: int
    """How many bytes its rows are, unpacked."""


def changes(picture: Image.Image) -> Image.Image:
    """What changes from each row of a picture to the next, as a grey picture with a byte for two points.

    Args:
        picture: numbers of colours up to 15, mode `P`, of an even width.
    """
    width, height = picture.width // 2, picture.height
    pairs = Image.frombytes("L", (width, height), picture.tobytes("raw", "P;4"))
    return ImageChops.subtract_modulo(pairs.crop((0, 1, width, height)), pairs.crop((0, 0, width, height - 1)))


def rows(picture: Image.Image) -> Image.Image:
    """A picture as the rows of a file: each begins with a byte that says that its changes follow.

    What begins and ends on an even ground is set into them by pasting its `changes`, without a look at the rest.

    Args:
        picture: as `changes` takes it.
    """
    width, height = picture.size
    found = Image.new("L", (1 + width // 2, height), _UP)
    found.paste(changes(picture.crop((0, -1, width, height))), (1, 0))
    return found


def band(rows: Image.Image, *, last: bool = False, hard: bool = False) -> Band:
    """Pack rows.

    Args:
        rows: as `rows` gives them.
        last: whether the picture ends with them.
        hard: whether it is worth the time to make them as small as they can be.
    """
    points = rows.tobytes()
    packer = zlib_ng.compressobj(9, *_WAY) if hard else zlib_ng.compressobj(1, *_WAY, zlib_ng.Z_RLE)
    packed = packer.compress(points) + packer.flush(zlib_ng.Z_FINISH if last else zlib_ng.Z_SYNC_FLUSH)
    return Band(packed, zlib_ng.adler32(points), len(points))


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
    return struct.pack(">I", len(data)), kind, data, struct.pack(">I", zlib_ng.crc32(data, zlib_ng.crc32(kind)))
