# What draws the pictures: this code, the font, and the libraries that place letters and pack. What another version of
# them drew is not kept.
from __future__ import annotations

import hashlib
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kek_build.pictures.lettering import FONT


@cache
def drawn_with() -> str:
    """A mark of them."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), FONT]
    code = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    return f"zlib {zlib.ZLIB_RUNTIME_VERSION} pillow {version('pillow')} zlib-ng {version('zlib-ng')} {code}"
