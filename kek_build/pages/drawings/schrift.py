# How wide text is in the pictures: SVG breaks no lines, so a label that must fit is measured and shortened here. The
# widths are those of the wider common sans-serif fonts: which one a reader's system uses is not known.
from __future__ import annotations

from functools import lru_cache

_NARROW = frozenset("fijlrtI.,:;!|'()[]/-–’‚ \u00a0\u202f")
_WIDE = frozenset("mwMWÄÖÜQOGCDHNU%@+−—…„“")


_BOLD = 1.12


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line, in the units that `size`, the height of the type, is given in."""
    return _letters(text) * _unit(size, bold=bold)


@lru_cache(maxsize=10_000)
def _letters(text: str) -> int:
    """The width in hundredths of the height; whole numbers, so that the parts of a line add up to it."""
    return sum(40 if letter in _NARROW else 85 if letter in _WIDE else 63 for letter in text)


def _unit(size: float, *, bold: bool) -> float:
    return size / 100 * (_BOLD if bold else 1)


def shorten_to(text: str, space: float, size: float, *, bold: bool = False) -> str:
    """The text, or as many of its first words as fit, with an ellipsis; a single long word is cut."""
    if width(text, size, bold=bold) <= space:
        return text
    left = space - width("…", size, bold=bold)
    end = 0
    while end < len(text) and width(text[: end + 1], size, bold=bold) <= left:
        end += 1
    words = text[:end] if text[end : end + 1] == " " else text[:end].rpartition(" ")[0] or text[:end]
    return words.rstrip(" ,;:–-") + "…"


def wrap(text: str, space: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit, broken at blanks; a word that is too long by itself is shortened."""
    lines: list[str] = []
    room = space / _unit(size, bold=bold)
    taken = 0
    for word in text.split(" "):
        longer = taken + _letters(" ") + _letters(word)
        if lines and longer <= room:
            lines[-1] = f"{lines[-1]} {word}"
            taken = longer
        else:
            lines.append(shorten_to(word, space, size, bold=bold))
            taken = _letters(lines[-1])
    return lines
