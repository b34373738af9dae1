# The files of one state of a repository, as git keeps them: listed without being written, and written into a folder of
# their own without checking anything out. Neither the attributes of the repository (which could leave files out or
# change them) nor a name, a link or a mode in it decides what is written where.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.history.gaps import Gap, NoHistoryError
from kek_build.history.git import MAX_LOG, ask, read_blobs

LINK, MODULE = "120000", "160000"
"""Modes of what is no file: a symbolic link, another repository."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a state."""

    path: PurePosixPath
    """From the top of the repository."""
    mode: str
    blob: str
    size: int
    """In bytes; 0 for what is no file."""

    @property
    def is_file(self) -> bool:
        """Whether it is a file with content, and no link to something else."""
        return self.mode not in {LINK, MODULE}


def commit_of(folder: Path, name: str) -> str | None:
    """The full name of a commit.

    Args:
        folder: a folder of the repository.
        name: what names it: a branch, the beginning of its name.

    Returns:
        None when there is no such commit.

    Raises:
        NoHistoryError: the folder is in no repository, or git is missing.
    """
    ask(folder, "rev-parse", "--git-dir")
    try:
        answer = ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except NoHistoryError:
        return None
    return answer.decode().strip()


def stored_files(folder: Path, commit: str, *paths: str) -> list[StoredFile]:
    """The files of a state.

    Args:
        folder: a folder of the repository.
        commit: the full name of the commit.
        paths: folders and files from the top of the repository; by default all.

    Raises:
        NoHistoryError: git could not be asked, or there are more files than any concept has.
    """
    answer = ask(folder, "--literal-pathspecs", "ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *paths)
    if len(answer) > MAX_LOG:
        raise NoHistoryError(Gap.LONG)
    return list(_listed(answer))


def _listed(answer: bytes) -> Iterator[StoredFile]:
    for line in filter(None, answer.split(b"\0")):
        meta, _, name = line.partition(b"\t")
        mode, _, blob, size = meta.decode().split()
        path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
        yield StoredFile(path, mode, blob, int(size) if size.isdecimal() else 0)


def is_safe(path: PurePosixPath) -> bool:
    """Whether a name from a repository stays inside the folder it is written to, and can be read by people."""
    text = str(path)
    parts = text.split("/")
    return text.isprintable() and "\\" not in text and not ({"", ".", "..", ".git"} & {part.lower() for part in parts})


def write_files(folder: Path, files: Iterable[StoredFile], target: Path) -> None:
    """Write files of a state into a folder.

    Args:
        folder: a folder of the repository.
        files: what to write; links and other repositories, unsafe names, and files far too large for a concept are
            left out.
        target: the folder, which stands for the top of the repository.

    Raises:
        NoHistoryError: git could not be asked.
        OSError: a file cannot be written.
    """
    wanted: dict[str, list[PurePosixPath]] = {}
    for file in files:
        if file.is_file and is_safe(file.path):
            wanted.setdefault(file.blob, []).append(file.path)
    for blob, content in read_blobs(folder, wanted):
        for path in wanted[blob]:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(content)
