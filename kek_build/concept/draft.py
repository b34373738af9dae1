# A concept as far as it could be read, for checks that can be made before everything is right: they, too, should tell
# what they find at once.
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kek_build.concept.entries import PREFIXES, Entry
from kek_build.concept.former import Former
from kek_build.concept.konzept import Konzept
from kek_build.errors import Problem
from kek_build.reading.folder import CONCEPT_FILE, FOLDERS
from kek_build.reading.registry import Published
from kek_build.reading.suggestions import nearest


@dataclass(frozen=True)
class Draft:
    """What is known of a concept."""

    folder: PurePosixPath
    """The folder it was read from, relative to the project."""
    entries: Mapping[str, Entry]
    former: Former
    published: tuple[Published, ...]
    unread: frozenset[PurePosixPath] = frozenset()
    """Files with problems, relative to its folder."""

    @classmethod
    def of(cls, konzept: Konzept) -> Draft:
        """What is known of a concept that is right: everything."""
        return cls(konzept.folder, konzept.entries, konzept.former, konzept.published)

    def may_hold(self, ref: str, kinds: tuple[str, ...]) -> bool:
        """Whether a file with problems may define what a reference means."""
        return any(_may_define(file, ref, kinds) for file in self.unread)


Check = Callable[[Draft], Iterable[Problem]]
"""A check of what is known of a concept."""


def _may_define(file: PurePosixPath, value: str, kinds: tuple[str, ...]) -> bool:
    """Whether a file with problems, named inside its concept, may define what a reference means.

    Its folder or name may be misspelt, and a field that cannot be read may hold goals of any number.
    """
    if len(file.parts) == 1:
        folders = [prefix.strip("/") for prefix in PREFIXES.values()]
        prefix = f"{'quellen' if file.name == CONCEPT_FILE else nearest(file.stem, folders)}/"
        return value.startswith(prefix) or (len(kinds) == 1 and PREFIXES.get(kinds[0]) == prefix)
    if value.partition("#")[0].rpartition("/")[2].lower() == file.stem.lower():
        return True
    return "ziel" in kinds and "/" not in value and nearest(file.parts[0], FOLDERS) == "handlungsfelder"
