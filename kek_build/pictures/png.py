# Writes PNG files of 16 colours: four bits a point instead of 24, packed lightly. Pillow's own writer takes twice as
# long for the same picture, and holds all threads up while it packs.
from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 4
"""Level 6 saves a tenth of the bytes and takes half as long again."""


def encode(picture: Image.Image, palette: Sequence[str]) -> bytes:
    """A picture as PNG, the same for the same picture.

    Args:
        picture: numbers of colours, mode `P`. Its first two columns are not shown: they must be 0, and stand for the
            byte in which each row says that it is not filtered.
        palette: up to 16 CSS colours of six digits.
    """
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 15, 9)
    points = packer.compress(picture.tobytes("raw", "P;4")) + packer.flush()
    header = struct.pack(">IIBBBBB", picture.width - 2, picture.height, 4, 3, 0, 0, 0)
    colours = b"".join(bytes.fromhex(colour[1:]) for colour in palette)
    return (
        _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"PLTE", colours) + _chunk(b"IDAT", points) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
