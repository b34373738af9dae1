# What makes the data: this code, and the library that writes workbooks. What another version of them made is not kept.
from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path


@cache
def made_with() -> str:
    """A mark of them."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return f"openpyxl {version('openpyxl')} {hashlib.sha256(code).hexdigest()}"
