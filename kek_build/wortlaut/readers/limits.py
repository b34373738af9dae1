# What a document may be at most, and the error every reader gives: a document comes from anywhere.
from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from kek_build.errors import SetupError

Report: TypeAlias = Callable[[str, int, int], None]
"""Takes what a long reading is at: the step, how many are done, and of how many."""


def silent(_step: str, _done: int = 0, _of: int = 0) -> None:
    """Tell nobody."""


MAX_BYTES = 100_000_000
"""A concept with pictures has some 20 MB; more is no document, or needs to be made smaller."""

MAX_UNPACKED = 200_000_000
"""What a Word file may unpack to, without its pictures."""

MAX_PAGES = 2_000
"""Of a PDF file."""

MAX_LINES = 200_000
"""A concept of 200 pages has 10,000 lines."""


def unreadable(name: str, what: str, instead: str) -> SetupError:
    """The error for a document that cannot be read.

    Args:
        name: the document.
        what: what is wrong with it.
        instead: what to do.
    """
    return SetupError(f"{name}: {what}\n    {instead}\n    Es wurde nichts geändert.")
