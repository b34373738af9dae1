# What makes the data: this code, and the libraries that write workbooks and pack. What another version of them made is
# not kept.
from __future__ import annotations

import hashlib
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path


@cache
def made_with() -> str:
    """A mark of them."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return f"openpyxl {version('openpyxl')} zlib {zlib.ZLIB_RUNTIME_VERSION} {hashlib.sha256(code).hexdigest()}"
