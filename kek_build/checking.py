# The one check of the content, whole: what `kek pruefen` says is what keeps `kek bauen` from building. All problems of
# all files come back at once, with the lines they speak of.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kek_build import contract
from kek_build.concept import Konzept, Loader
from kek_build.concept.draft import Draft
from kek_build.errors import ContentError, Problem
from kek_build.models import Synonyme
from kek_build.pages.build import misnamed
from kek_build.pages.prose_links import prose_problems
from kek_build.reading import read_common_synonyms, read_subjects
from kek_build.reading.excerpts import quote


@dataclass(frozen=True)
class Content:
    """All concepts of a folder, without a problem."""

    concepts: tuple[Konzept, ...]
    synonyms: tuple[Synonyme, ...]
    """Everyday words that all concepts share."""


def check_content(
    content: Path, folders: Iterable[Path], others: Iterable[Problem] = (), loader: Loader | None = None
) -> Content:
    """Read, link and check concepts.

    Args:
        content: the folder with the concepts, an absolute path; files are named relative to the folder it lies in.
        folders: the folders of the concepts that are wanted.
        others: problems found elsewhere in the project, to be told with these.
        loader: what read them before, if somebody reads again and again.

    Raises:
        ContentError: the content is wrong, with all problems found.
    """
    root = content.parent
    wanted = list(folders)

    def check(draft: Draft) -> Iterator[Problem]:
        yield from contract.check([draft], root)
        yield from prose_problems(draft, root)

    subjects, wrong = read_subjects(content, root)
    concepts, problems = (loader or Loader()).load(root, wanted, check, subjects)
    common, more = read_common_synonyms(content, root)
    problems += [*others, *wrong, *more, *misnamed(wanted, root)]
    if problems:
        raise ContentError(quote(problems, root))
    return Content(tuple(concepts), common)
