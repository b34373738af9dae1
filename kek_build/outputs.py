# A file of the site besides its pages: data, feeds, badges, codes, maps for web servers. Whoever makes one gives it as
# plain bytes; this is the one place that writes them.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kek_build.errors import SetupError


@dataclass(frozen=True)
class Output:
    """A file of the site."""

    path: str
    """Where it stands, relative to the site: `leipzig/massnahmen/1-32/daten.json`."""
    content: bytes


def write(outputs: Iterable[Output], site: Path) -> int:
    """Write files into a site.

    Args:
        outputs: the files; no two have the same path.
        site: the site, without these files.

    Returns:
        How many were written.

    Raises:
        SetupError: a file of that name is there already.
    """
    count = 0
    made: set[Path] = set()
    for output in outputs:
        path = site / output.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        try:
            with path.open("xb") as file:
                file.write(output.content)
        except FileExistsError:
            raise SetupError(f"Zwei Dateien der Website heißen „{output.path}“.") from None
        count += 1
    return count
