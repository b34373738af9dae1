# Blanks that are none: what Word and PDF files put between words looks like a blank and, in the structure of YAML, is a
# letter. Then keys are „unknown“ that look right. In texts such characters are welcome.
from __future__ import annotations

import re

_FOREIGN = "\u00a0\u00ad\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(f"[{_FOREIGN}]")
_STRUCTURE = re.compile(
    rf"(?P<lead>[ {_FOREIGN}]*(?:-(?: +|[{_FOREIGN}]))*)"  # indentation and dashes
    rf"(?P<key>[\w{_FOREIGN}-]+[ {_FOREIGN}]*:(?:[ {_FOREIGN}]|$))?"
)
_BLOCK = re.compile(r"(?:^|[:-] )[|>][+-]?\d?[+-]? *(?:#.*)?$")


def foreign_blank(text: str) -> tuple[int, int] | None:
    """The first character in the structure of a YAML text that looks like a blank, or like nothing, and is no blank.

    Returns:
        Line and column, both from 0; None when there is none.
    """
    if not _ODD.search(text):
        return None
    block: int | None = None
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indent > block):
            continue
        block = indent if _BLOCK.search(line) else None
        found = _STRUCTURE.match(line)
        if found and (found["key"] or "-" in found["lead"]) and (odd := _ODD.search(found[0])):
            return number, odd.start()
    return None
