# Packs files into one, always to the same bytes: without the time of its making. Every file is packed by itself first,
# piece by piece, so that none has to be held whole, and one that is as it was at the last build is taken as it is. (The
# standard library writes such files, too, but not from parts that are packed already.)
from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_FIRST_DAY = 1 << 5 | 1
"""The first day that a ZIP file can name, 1 January 1980; its first second is 0."""
_VERSION, _UNIX = 20, 3
"""What a program must know to unpack it, and where the rights below mean something (APPNOTE.TXT, 4.4.2 and 4.4.3)."""
_UTF_8, _DEFLATED = 0x800, 8
_READABLE = 0o644 << 16
"""Readable by everybody, where it is unpacked on Unix."""


@dataclass(frozen=True)
class Packed:
    """A file as it stands in a ZIP file."""

    deflated: bytes
    length: int
    """How many bytes it has unpacked."""
    checksum: int
    """The CRC-32 of it."""

    @property
    def content(self) -> bytes:
        """The file itself."""
        return zlib.decompress(self.deflated, -zlib.MAX_WBITS, self.length)

    def written(self) -> bytes:
        """As bytes, for keeping."""
        return struct.pack("<QL", self.length, self.checksum) + self.deflated

    @classmethod
    def read(cls, written: bytes) -> Packed:
        """What `written` gave."""
        length, checksum = struct.unpack_from("<QL", written)
        return cls(written[12:], length, checksum)


def pack(pieces: Iterable[bytes], level: int = 6) -> Packed:
    """Pack a file.

    Args:
        pieces: what is in it, one after the other.
        level: how hard to try, from 1 to 9.
    """
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    found, length, checksum = [], 0, 0
    for piece in pieces:
        found.append(deflate.compress(piece))
        length += len(piece)
        checksum = zlib.crc32(piece, checksum)
    found.append(deflate.flush())
    return Packed(b"".join(found), length, checksum)


def archive(parts: Iterable[tuple[str, Packed]]) -> bytes:
    """Files as one ZIP file of less than 4 GB.

    Args:
        parts: the name and the content of each.
    """
    written: list[bytes] = []
    entries: list[bytes] = []
    place = 0
    for name, part in parts:
        spelled = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        sizes = (part.checksum, len(part.deflated), part.length, len(spelled))
        common = struct.pack("<5H3L2H", _VERSION, flags, _DEFLATED, 0, _FIRST_DAY, *sizes, 0)
        rest = struct.pack("<3H2L", 0, 0, 0, _READABLE, place)
        entries.append(struct.pack("<4s2B", b"PK\1\2", _VERSION, _UNIX) + common + rest + spelled)
        head = b"PK\3\4" + common + spelled
        written += [head, part.deflated]
        place += len(head) + len(part.deflated)
    index = b"".join(entries)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), len(index), place, 0)
    return b"".join([*written, index, end])
