# The parts of a YAML text that stand side by side: a key with all below it, an entry of a list. Where one cannot be
# read, the others can, and what is wrong in them should not wait until it is mended.
from __future__ import annotations


def without_part(text: str, line: int) -> str:
    """A YAML text without the part that a line belongs to, all other lines at their places.

    Args:
        text: the YAML.
        line: a line, from 0.
    """
    lines = text.split("\n")
    line = min(max(line, 0), len(lines) - 1)
    first = line
    while first > 0 and not _begins(lines[first]):
        first -= 1
    last = line + 1
    while last < len(lines) and not _begins(lines[last]):
        last += 1
    return "\n".join([*lines[:first], *[""] * (last - first), *lines[last:]])


def _begins(line: str) -> bool:
    """Whether a part begins in a line: something stands at its very beginning."""
    return bool(line) and line[0] not in " \t#"
