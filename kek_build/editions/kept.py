# Keeps what was read of editions for the next build, in files that may be deleted at any time. What other code kept, or
# what is not whole, is as good as nothing.
from __future__ import annotations

import hashlib
import pickle
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from kek_build.publish import write

_PROGRAM = Path(__file__).resolve().parents[1]


def load(file: Path | None, mark: str = "") -> Any:
    """What was kept in a file under a mark; None when there is nothing."""
    if file is None:
        return None
    try:
        code, held, value = pickle.loads(file.read_bytes())  # noqa: S301  (written by this program)
    except Exception:  # noqa: BLE001  (whatever is wrong with it, everything is read anew)
        return None
    return value if (code, held) == (program(), mark) else None


def save(file: Path | None, value: Any, mark: str = "") -> None:
    """Keep a value in a file; where that cannot be written, the next build reads again."""
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, pickle.dumps((program(), mark, value), protocol=5))


@cache
def program() -> str:
    """A mark of this program: what another one read may say something else."""
    files = sorted(_PROGRAM.rglob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
