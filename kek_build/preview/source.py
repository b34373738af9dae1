# What a preview shows, as far as it needs to know: where the files are, the pages as they are now, and how the whole
# site is built. The generator behind it (today MkDocs) stays on the other side; so does how much of a build it saves.
from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol


class View(Protocol):
    """A site as it is at one moment. Several threads may ask at once."""

    @property
    def looks(self) -> str:
        """Changes when a style sheet or a script does."""

    def page(self, path: str) -> bytes | None:
        """A page, as a build would write it now; None when the site has none there.

        Args:
            path: where it stands, relative to the site: `leipzig/massnahmen/1-32/`.
        """

    def file(self, path: str) -> bytes | None:
        """A file that belongs to the looks of the site (style sheet, script, icon), as it is now; None for others."""


class Source(Protocol):
    """A site that can be looked at again and again."""

    @property
    def folders(self) -> Sequence[Path]:
        """What to watch: folders with all that is in them."""

    @property
    def files(self) -> Sequence[Path]:
        """Single files to watch besides."""

    @property
    def root(self) -> str:
        """The folder of the server that the site is published in, with a slash at both ends."""

    def look(self, changed: Collection[Path] = ()) -> View:
        """The site as it is now.

        Args:
            changed: what changed since the last look; nothing at the first.

        Raises:
            KekError: the content or the configuration is wrong.
        """

    def catch_up(self) -> bool:
        """Look at what takes too long after every change (the history); whether anything is different now."""

    def build_command(self, target: Path) -> Sequence[str]:
        """The command that builds the whole site into a folder and tells on standard error what is wrong."""
