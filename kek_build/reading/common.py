# What stands beside the concepts, for all of them: everyday words for the search, and the subjects by which concepts
# are compared.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kek_build.errors import Problem
from kek_build.models import Synonyme, Thema
from kek_build.models.themen import STANDARD
from kek_build.reading.files import read_text
from kek_build.reading.folder import SUBJECTS_FILE, SYNONYMS_FILE, ConceptFiles, Origin, list_entries
from kek_build.reading.positions import locate
from kek_build.reading.validation import M
from kek_build.rules import Rule


def read_common_synonyms(content: Path, root: Path) -> tuple[tuple[Synonyme, ...], list[Problem]]:
    """The everyday words that all concepts share: `content/synonyme.yml`, when there is one.

    Returns:
        The groups of words, and all problems of the file.
    """
    found = _read(content, root, SYNONYMS_FILE, Synonyme)
    return (tuple(group for _, group in found[0]), found[1]) if found else ((), [])


def read_subjects(content: Path, root: Path) -> tuple[tuple[Thema, ...], list[Problem]]:
    """The subjects that all concepts share: those of `content/themen.yml`, or those that the program brings.

    Returns:
        The subjects in their order, each short name once, and all problems of the file.
    """
    found = _read(content, root, SUBJECTS_FILE, Thema)
    if found is None:
        return STANDARD, []
    entries, problems = found
    subjects: dict[str, Thema] = {}
    for index, subject in entries:
        if subject.kennung in subjects:
            name = PurePosixPath((content / SUBJECTS_FILE).relative_to(root).as_posix())
            line, column = locate(root, Origin(name, (index, "kennung")))
            message = f"Das Thema „{subject.kennung}“ gibt es schon weiter oben."
            problems.append(Problem(name, line, column, message, "jede Kennung einmal", rule=Rule.DUPLICATE_NUMBER))
        subjects.setdefault(subject.kennung, subject)
    return tuple(subjects.values()), problems


def _read(content: Path, root: Path, file: str, model: type[M]) -> tuple[list[tuple[int, M]], list[Problem]] | None:
    """The right entries of a file that is a list, each with its place, and all problems; None without such a file."""
    path = content / file
    if not path.exists() and not path.is_symlink():
        return None
    name = PurePosixPath(path.relative_to(root).as_posix())
    text = read_text(path, name, content)
    if isinstance(text, Problem):
        return [], [text]
    files = ConceptFiles("", content, root)
    entries: Iterator[tuple[int, M]] = list_entries(files, name, text, model)
    return list(entries), files.problems
