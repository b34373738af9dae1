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
from kek_build.models import Thema
from kek_build.models.themen import STANDARD
from kek_build.reading import ConceptFiles, Kept, Parsed, read_concept


@dataclass
class Loader:
    """Reads and links concepts, and remembers how they were."""

    parsed_file: Path | None = None
    """Where what YAML files hold is kept for whoever reads next."""
    _kept: dict[Path, Kept] = field(default_factory=dict)
    _linked: dict[Path, tuple[ConceptFiles, tuple[Thema, ...], Konzept]] = field(default_factory=dict)

    def load(
        self,
        root: Path,
        folders: Iterable[Path],
        check: Check | None = None,
        subjects: tuple[Thema, ...] = STANDARD,
    ) -> tuple[list[Konzept], list[Problem]]:
        """Read and link concepts.

        Args:
            root: the project.
            folders: the concepts' folders.
            check: looks for what else is wrong in each, the same every time.
            subjects: the subjects that things may be put under.

        Returns:
            The concepts that are right, and all problems of the others. A concept that did not change is the same
            object as before.
        """
        concepts: list[Konzept] = []
        problems: list[Problem] = []
        parsed = Parsed(None if self._kept else self.parsed_file)  # who reads again knows the files by themselves
        for folder in folders:
            files = read_concept(folder, root, self._kept.setdefault(folder, Kept()), parsed)
            before = self._linked.get(folder)
            same = before is not None and before[0] is files and before[1] == subjects
            linked = before[2] if before and same else link(files, check, subjects)
            if isinstance(linked, Konzept):
                concepts.append(linked)
                self._linked[folder] = (files, subjects, linked)
            else:
                problems.extend(linked)
        parsed.save()
        return concepts, problems


def load(
    root: Path, folders: Iterable[Path], subjects: tuple[Thema, ...] = STANDARD
) -> tuple[list[Konzept], list[Problem]]:
    """Read and link concepts once; as `Loader.load`."""
    return Loader().load(root, folders, subjects=subjects)
