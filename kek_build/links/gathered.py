# What stands on the pages of a site, gathered while they are written: their text is at hand then, and need not be read
# again and taken apart when all links are followed in the end.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from kek_build.links.found import Found, scanned
from kek_build.outputs import Output


class Gathered:
    """The pages of a site that were seen when they were written. All others are read when links are followed."""

    def __init__(self) -> None:
        """Begin with none."""
        self.pages: dict[str, Found] = {}
        """By their files, relative to the site."""

    def passing(self, outputs: Iterable[Output]) -> Iterator[Output]:
        """Look at the pages among some files that our templates gave, on their way to where they are written."""
        for output in outputs:
            if output.path.endswith(".html"):
                self.pages[output.path] = scanned(output.content)
            yield output
