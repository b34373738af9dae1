# Words as they stand in addresses.
from __future__ import annotations

from kek_build.reading.suggestions import fold


def slug(text: str) -> str:
    """A word as a value in an address: `in Umsetzung` is `in-umsetzung`."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())
