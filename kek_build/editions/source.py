# Where the files of an edition come from: a tag of git, or a folder of the project. Both give the same: which files
# there are, each with a mark that changes with its content (the name that git gives it), and the content of those that
# somebody asks for. So what did not change since is neither read nor compared.
from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from kek_build.history.gaps import NoHistoryError
from kek_build.history.git import ask, read_blobs
from kek_build.history.snapshot import commit_of, is_safe, stored_files
from kek_build.reading.files import MAX_BYTES, is_inside
from kek_build.reading.folder import CONCEPT_FILE
from kek_build.reading.suggestions import nearest
from kek_build.site import FruehereFassung

_TAGS = "refs/tags/"


class SourceError(Exception):
    """An edition is not where it should be."""

    def __init__(self, key: str, message: str, expected: str | None = None, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.key = key
        """The key of the option that is wrong: `tag` or `ordner`."""
        self.message, self.expected, self.suggestion = message, expected, suggestion


@dataclass(frozen=True, eq=False)
class Source:
    """The files of an edition."""

    files: Mapping[PurePosixPath, str]
    """The mark of each, by its path relative to the folder of the concept."""
    read: Callable[[Iterable[PurePosixPath]], Mapping[PurePosixPath, bytes]]
    """Gives the content of some of them."""

    @cached_property
    def mark(self) -> str:
        """The same as long as all files say the same."""
        told = "\n".join(f"{path}\0{blob}" for path, blob in sorted(self.files.items()))
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def blob_mark(content: bytes) -> str:
    """The name that git gives a content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def find_source(content: Path, concept: str, declared: FruehereFassung) -> Source:
    """Where an edition lies.

    Args:
        content: the folder with the concepts as they are now, an absolute path.
        concept: the short name of the concept.
        declared: the edition, with a tag, a folder, or both.

    Raises:
        SourceError: it is not there.
    """
    if declared.tag is not None:
        return _from_tag(content, concept, declared.tag, declared.ordner)
    assert declared.ordner is not None
    root = content.parent
    folder = root / declared.ordner
    if not folder.is_dir() or not is_inside(folder, root):
        where = "im Projekt nicht" if not folder.is_dir() else "nur außerhalb des Projekts"
        raise SourceError("ordner", f"Den Ordner „{declared.ordner}“ gibt es {where}.",
                          f"ein Ordner im Projekt, in dem {CONCEPT_FILE} liegt: fassungen/{concept}-2019")  # fmt: skip
    if folder.resolve() == (content / concept).resolve():
        raise SourceError("ordner", f"Der Ordner „{declared.ordner}“ ist der des geltenden Konzepts.",
                          "ein eigener Ordner, in dem sich nichts mehr ändert")  # fmt: skip
    return from_folder(folder)


def from_folder(folder: Path) -> Source:
    """The files of an edition, or of the concept as it is now, that lie in a folder.

    Raises:
        SourceError: it holds no concept.
    """
    held = {
        PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
        and is_inside(path, folder)
        and path.stat().st_size <= MAX_BYTES
    }
    if PurePosixPath(CONCEPT_FILE) not in held:
        raise SourceError("ordner", f"Im Ordner „{folder.name}“ liegt keine Datei {CONCEPT_FILE}.",
                          "der Ordner eines Konzepts, wie content/muster")  # fmt: skip
    return Source({path: blob_mark(data) for path, data in held.items()}, lambda paths: {p: held[p] for p in paths})


def _from_tag(content: Path, concept: str, tag: str, former: str | None) -> Source:
    try:
        commit = commit_of(content, _TAGS + tag)
        if commit is None:
            raise _unknown(content, tag)
        prefix = ask(content, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip()
        top = PurePosixPath(prefix or ".")
        folder = top.parent / former if former else top / concept
        stored = stored_files(content, commit, str(folder))
    except NoHistoryError as error:
        raise SourceError("tag", f"Der Tag „{tag}“ lässt sich nicht lesen: Der Verlauf ist {error}.") from None
    files = {
        PurePosixPath(file.path.relative_to(folder)): file.blob
        for file in stored
        if file.is_file and is_safe(file.path) and file.size <= MAX_BYTES
    }
    if PurePosixPath(CONCEPT_FILE) not in files:
        raise SourceError("tag", f"Unter dem Tag „{tag}“ gibt es keine Datei {folder / CONCEPT_FILE}.",
                          "mit „ordner“ der Ordner, in dem das Konzept damals lag: content/muster")  # fmt: skip

    def read(paths: Iterable[PurePosixPath]) -> Mapping[PurePosixPath, bytes]:
        wanted = list(paths)
        try:
            found = dict(read_blobs(content, (files[path] for path in wanted)))
            return {path: found[files[path]] for path in wanted}
        except (NoHistoryError, KeyError):
            message = f"Dem Klon fehlen Dateien des Tags „{tag}“."
            raise SourceError("tag", message, "ein ganzer Klon: git fetch --refetch --tags") from None

    return Source(files, read)


def _unknown(content: Path, tag: str) -> SourceError:
    message = f"Den Tag „{tag}“ kennt Git hier nicht"
    if ask(content, "rev-parse", "--is-shallow-repository").strip() == b"true":
        expected = "ein ganzer Klon: git fetch --unshallow --tags; in Pipelines fetch-depth: 0 oder GIT_DEPTH: 0"
        return SourceError("tag", f"{message}, denn der Klon ist flach.", expected)
    known = ask(content, "tag", "--list").decode("utf-8", "replace").split()
    expected = ", ".join(known[:10]) or "Tags holt „git fetch --tags“; auf einen Server bringt sie „git push --tags“"
    return SourceError("tag", f"{message}.", expected, nearest(tag, known))
