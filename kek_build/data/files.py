# A file that people and catalogues are offered: what it is, for whom, and what is in it.
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kek_build.data.keeping import Told


@dataclass(frozen=True)
class DataFile:
    """A file of a concept's data."""

    path: str
    """Where it stands, relative to the site: `leipzig/daten/massnahmen.csv`."""
    title: str
    description: str
    format: str
    """What the EU's list of file types calls it: `CSV`."""
    media_type: str
    """As registered with IANA: `text/csv`."""
    told: Told
    read: Callable[[], bytes]
    """Gives what is in it."""
    stays: bool = False
    """Whether it stands in the site as it should, because the last build left it so."""

    @property
    def content(self) -> bytes:
        """What is in it."""
        return self.read()

    @property
    def name(self) -> str:
        """Its name in its folder."""
        return self.path.rpartition("/")[2]

    @property
    def size(self) -> str:
        """How large it is, in German words: `120 kB`, `1,4 MB`."""
        return size(self.told.length)


def size(count: int) -> str:
    """A number of bytes in words, with three digits at most: `850 Byte`, `12,5 kB`, `1,4 MB`."""
    if count < 1000:
        return f"{count} Byte"
    number, unit = (count / 1000, "kB") if count < 999_500 else (count / 1_000_000, "MB")
    return f"{number:.{1 if number < 99.95 else 0}f}".replace(".", ",").removesuffix(",0") + f" {unit}"
