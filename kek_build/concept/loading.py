# From folders to linked concepts, once or again and again: a preview reads after every change, and what did not change
# since is neither parsed nor linked again.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kek_build.concept.draft import Check
from kek_build.concept.konzept import Konzept
from kek_build.concept.linking import link
from kek_build.errors import Problem
from kek_build.reading import ConceptFiles, Kept, read_concept


@dataclass
class Loader:
    """Reads and links concepts, and remembers how they were."""

    _kept: dict[Path, Kept] = field(default_factory=dict)
    _linked: dict[Path, tuple[ConceptFiles, Konzept]] = field(default_factory=dict)

    def load(
        self, root: Path, folders: Iterable[Path], check: Check | None = None
    ) -> tuple[list[Konzept], list[Problem]]:
        """Read and link concepts.

        Args:
            root: the project.
            folders: the concepts' folders.
            check: looks for what else is wrong in each, the same every time.

        Returns:
            The concepts that are right, and all problems of the others. A concept that did not change is the same
            object as before.
        """
        concepts: list[Konzept] = []
        problems: list[Problem] = []
        for folder in folders:
            files = read_concept(folder, root, self._kept.setdefault(folder, Kept()))
            before = self._linked.get(folder)
            linked = before[1] if before and before[0] is files else link(files, check)
            if isinstance(linked, Konzept):
                concepts.append(linked)
                self._linked[folder] = (files, linked)
            else:
                problems.extend(linked)
        return concepts, problems


def load(root: Path, folders: Iterable[Path]) -> tuple[list[Konzept], list[Problem]]:
    """Read and link concepts once; as `Loader.load`."""
    return Loader().load(root, folders)
