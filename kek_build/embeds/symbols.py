# QR symbols, made from one another. Making one takes most of a millisecond, but it is linear in what it holds (over
# GF(2), error correction included): where a letter of an address changes, always the same modules do, whatever the
# others are. So a whole symbol is made once for each length, and what a letter changes once for each place of it.
from __future__ import annotations

from functools import cache
from itertools import chain, zip_longest
from typing import Any

import segno
import segno.consts
import segno.encoder

Symbol = tuple[int, int]
"""How many modules a symbol is wide, and the modules as the bits of a number, row by row from the highest."""

_MASK = 3
"""Readers undo any of the eight masks; to look for the best one of them takes five times as long."""
_LONG_COUNT = 10
"""From this version on the number of letters, which stands before them, takes two bytes and not one."""
_FIELD = 0x11D
"""The polynomial of the field that errors are corrected in (ISO/IEC 18004, 7.5.2)."""
_ENCODER: Any = segno.encoder
_CONSTS: Any = segno.consts
"""Parts of the library, which have no types."""
_FREE = 2
"""What `segno` has where the message will stand."""


def symbol(address: str) -> Symbol:
    """The symbol that `segno` makes of an address, with level M."""
    if not address.isascii() or not any(map(str.islower, address)):
        return _made(address)  # written in another way than byte by byte
    side, modules = _of_length(len(address))
    version = (side - 17) // 4
    for place, letter in enumerate(address.encode()):
        modules ^= _change(version, place, letter)
    return side, modules


@cache
def _of_length(length: int) -> Symbol:
    return _made("a" * length)


def _made(text: str) -> Symbol:
    matrix = segno.make_qr(text, error="m", boost_error=False, mask=_MASK).matrix
    return len(matrix), int("".join("".join(map(str, row)) for row in matrix), 2)


@cache
def _change(version: int, place: int, letter: int) -> int:
    """The modules that change when a letter stands at a place instead of an `a`.

    What goes before the letters is half a byte longer than whole ones, so each letter stands in two code words.
    """
    change, word = letter ^ ord("a"), place + (2 if version >= _LONG_COUNT else 1)
    return _changed_by(version, word, change >> 4) ^ _changed_by(version, word + 1, change << 4 & 0xF0)


def _changed_by(version: int, word: int, bits: int) -> int:
    """The modules that change with some bits of a code word."""
    changed = 0
    for bit, modules in enumerate(_changes(version, word)):
        if bits >> bit & 1:
            changed ^= modules
    return changed


@cache
def _changes(version: int, word: int) -> tuple[int, ...]:
    """For each bit of a code word, from the lowest, the modules that change with it."""
    places, found = _places(version), []
    message = _message(version, word)
    for _ in range(8):
        changed = 0
        for index, value in message:
            for bit in range(8):
                if value << bit & 0x80:
                    changed |= places[8 * index + bit]
        found.append(changed)
        # The next bit is twice the one before, and so is all that follows from it.
        message = [(index, value << 1 ^ (_FIELD if value & 0x80 else 0)) for index, value in message]
    return tuple(found)


def _message(version: int, word: int) -> list[tuple[int, int]]:
    """The code words, those for correction included, that change with the lowest bit of one: place and change."""
    blocks, errors = _blocks(version)
    order = [one for one in chain.from_iterable(zip_longest(*blocks)) if one is not None]
    number, block = next((number, block) for number, block in enumerate(blocks) if word in block)
    rest = enumerate(_rest(errors, block[-1] - word))
    return [(order.index(word), 1), *((len(order) + number + len(blocks) * n, value) for n, value in rest if value)]


@cache
def _blocks(version: int) -> tuple[list[range], int]:
    """Which code words are corrected together, and how many words for correction follow from each such block."""
    blocks: list[range] = []
    for kind in _CONSTS.ECC[version][_CONSTS.ERROR_LEVEL_M]:
        for _ in range(kind.num_blocks):
            begin = blocks[-1].stop if blocks else 0
            blocks.append(range(begin, begin + kind.num_data))
            errors = kind.num_total - kind.num_data
    return blocks, errors


@cache
def _rest(errors: int, behind: int) -> list[int]:
    """What stays of a single 1 with so many words behind it, divided by the generator polynomial (7.5.2)."""
    log, exp = _CONSTS.GALIOS_LOG, _CONSTS.GALIOS_EXP
    if not behind:
        return [exp[power] for power in _CONSTS.GEN_POLY[errors]]
    first, *others = _rest(errors, behind - 1)
    if not first:
        return [*others, 0]
    powers = _CONSTS.GEN_POLY[errors]
    return [one ^ exp[log[first] + power] for one, power in zip([*others, 0], powers, strict=True)]


@cache
def _places(version: int) -> list[int]:
    """Where each bit of the message stands in the symbol."""
    side = _ENCODER.calc_matrix_size(version)
    matrix = _ENCODER.make_matrix(side, side)
    _ENCODER.add_finder_patterns(matrix, side, side)
    _ENCODER.add_alignment_patterns(matrix, side, side)
    modules = [list(row) for row in matrix]
    bits = [(index,) for index in range(sum(row.count(_FREE) for row in modules))]
    _ENCODER.add_codewords(modules, bits, version)
    found = {module: 1 << place for place, module in enumerate(reversed([*chain.from_iterable(modules)]))}
    return [found[bit] for bit in bits]
