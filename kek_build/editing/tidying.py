# Finds the files of the content that are not in their one layout, and lays them out. All files change, or none.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.editing.canonical import canonical
from kek_build.editing.files import encoding_of
from kek_build.editing.order import kind_of
from kek_build.errors import ContentError, Problem, SetupError
from kek_build.publish import replace_all
from kek_build.reading.excerpts import quote
from kek_build.reading.files import read_text


@dataclass(frozen=True)
class Untidy:
    """A file that is not in its layout."""

    name: PurePosixPath
    """How messages call it."""
    path: Path
    old: str
    new: str


def untidy(paths: Iterable[Path], root: Path) -> list[Untidy]:
    """Find what is not laid out as it should be.

    Args:
        paths: files and folders; in folders, all files of the content.
        root: the project, relative to which messages name files where they lie in it.

    Returns:
        The files that would change, by name.

    Raises:
        ContentError: files cannot be read, with all problems of all of them.
        SetupError: a path leads nowhere, or to a file that is none of the content.
    """
    found: list[Untidy] = []
    problems: list[Problem] = []
    for path in sorted({*_files(paths)}):
        name = PurePosixPath((path.relative_to(root) if path.is_relative_to(root) else path).as_posix())
        text = read_text(path, name, path.parent)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        try:
            new = canonical(text, name)
        except ContentError as error:
            problems += quote(error.problems, root)
            continue
        if new != text:
            found.append(Untidy(name, path, text, new))
    if problems:
        raise ContentError(problems)
    return found


def tidy(files: Iterable[Untidy]) -> None:
    """Lay files out.

    Raises:
        OSError: a file cannot be written; all are as before.
    """
    replace_all({file.path: (file.path, encoding_of(file.path).encode(file.new)) for file in files})


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for given in paths:
        path = given.resolve()
        if path.is_dir():
            yield from (
                inner
                for inner in path.rglob("*")
                if inner.is_file()
                and kind_of(PurePosixPath(inner.as_posix()))
                and not any(part.startswith(".") for part in inner.relative_to(path).parts)
            )
        elif not path.is_file():
            raise SetupError(f"„{given}“ gibt es nicht.")
        elif not kind_of(PurePosixPath(path.as_posix())):
            raise SetupError(f"„{given}“ ist keine Datei eines Konzepts (.yml, oder .md in seiten/).")
        else:
            yield path
