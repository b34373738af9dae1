# Asks git, and only to read: no shell, no pager, no hook, no filter, no network, no variable of the environment that
# points to another repository; with a limit for time and size. Names, addresses and messages of authors are never asked
# for. What git finds is turned into plain data; why it finds nothing, into a `Gap`.
from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from threading import Event, Timer
from typing import IO

from kek_build.history.gaps import Gap, NoHistoryError
from kek_build.reading.files import MAX_BYTES

MAX_COMMITS = 2_000
"""How many commits that touch the content are read, newest first."""
MAX_LOG = 32_000_000
"""How many bytes of git's list are read."""
MAX_BLOBS = 400_000_000
"""How many bytes of old files are read."""
TIMEOUT = 60.0
"""Seconds after which git is stopped."""

# Settings for safety of the one who builds may stay; everything that says where the repository is may not.
_KEPT = re.compile(r"GIT_(?:CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+|GLOBAL|SYSTEM|NOSYSTEM)|CEILING_DIRECTORIES)")
_OPTIONS = ("--no-pager", "--no-replace-objects", "--no-optional-locks", "-c", "core.quotePath=off",
            "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "log.showRoot=true")  # fmt: skip
_RAW = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=all", "-O/dev/null")  # fmt: skip
_LOG = ("log", "--first-parent", "-m", *_RAW, "--no-show-signature", "--no-mailmap", "--no-notes", "--no-decorate",
        "--format=format:%x1e%H %cI %aI %P")  # fmt: skip
_FILE_MODES = {b"100644", b"100755"}
_MAX_RENAMES = 5
"""How many former names of the content folder are followed."""


@dataclass(frozen=True)
class FileChange:
    """A file that a commit touches: its content before and after, as ids of blobs; None where there is no file."""

    path: PurePosixPath
    """Relative to the content folder."""
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Commit:
    """A step of the history. What a merge brings counts when it was merged: then the main line changed."""

    name: str
    """Its id; only for asking git, it is never shown."""
    committed: datetime
    written: datetime
    """When it was first made; unlike `committed`, amending and rebasing keep it."""
    parents: bool
    """Whether there is a step before it, as far as the repository knows."""
    files: tuple[FileChange, ...]


@dataclass(frozen=True)
class Log:
    """The steps that touch a folder."""

    commits: tuple[Commit, ...]
    """Newest first."""
    shallow: bool
    """The repository knows only the newest steps: the oldest one seems to add all that was there."""
    cut: bool
    """There are more steps than were read."""


def read_log(content: Path) -> Log:
    """The history of a folder up to HEAD, along the first parents.

    Args:
        content: the folder; it need not be at the top of its repository.

    Raises:
        NoHistoryError: nothing is known of it.
    """
    answer = ask(content, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    shallow, prefix, *_ = answer.decode("utf-8", "surrogateescape").split("\n")
    log = _log(content, "HEAD", prefix, ".")
    if not log.commits:
        raise NoHistoryError(Gap.UNTRACKED)
    log = replace(log, shallow=shallow == "true")
    for _ in range(_MAX_RENAMES):
        before = None if log.cut else _before_renaming(content, prefix, log.commits[-1])
        if before is None:
            break
        prefix, oldest = before
        older = _log(content, f"{oldest.name}^", prefix, f":(top,literal){prefix}")
        log = Log((*log.commits[:-1], oldest, *older.commits), log.shallow, older.cut)
    return log


def _log(content: Path, start: str, prefix: str, where: str) -> Log:
    data = ask(content, *_LOG, f"-{MAX_COMMITS + 1}", start, "--", where)
    cut = len(data) > MAX_LOG
    commits = list(_commits(data[:MAX_LOG], prefix))
    if cut:
        commits.pop()
    return Log(tuple(commits[:MAX_COMMITS]), shallow=False, cut=cut or len(commits) > MAX_COMMITS)


def _commits(data: bytes, prefix: str) -> Iterator[Commit]:
    head, files = b"", list[FileChange]()
    parts = iter(data.split(b"\0"))
    for part in parts:
        if part.startswith(b"\x1e"):
            if head:
                yield _commit(head, files)
            head, _, part = part.partition(b"\n")  # noqa: PLW2901
            files = []
        if part.startswith(b":") and (changed := _file(part, next(parts, b""), prefix)):
            files.append(changed)
    if head:
        yield _commit(head, files)


def _commit(head: bytes, files: list[FileChange]) -> Commit:
    name, committed, written, *parents = head[1:].decode().split(" ")
    return Commit(name, _time(committed), _time(written), bool("".join(parents)), tuple(files))


def _time(text: str) -> datetime:
    """A time as git writes it; the beginning of time where a broken tool wrote one that does not exist."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _file(meta: bytes, name: bytes, prefix: str) -> FileChange | None:
    path = name.decode("utf-8", "surrogateescape")
    if not path.startswith(prefix):
        return None
    old_mode, new_mode, old, new, _ = meta[1:].split(b" ")
    before = old.decode() if old_mode in _FILE_MODES else None
    after = new.decode() if new_mode in _FILE_MODES else None
    return FileChange(PurePosixPath(path.removeprefix(prefix)), before, after)


def _before_renaming(content: Path, prefix: str, oldest: Commit) -> tuple[str, Commit] | None:
    """The former name of the folder, and the step that renamed it, told as if the files had been there before."""
    if not oldest.parents or not oldest.files or any(file.old for file in oldest.files):
        return None
    data = ask(content, "diff-tree", "-r", *_RAW, f"{oldest.name}^", oldest.name)
    parts = iter(data.split(b"\0"))
    gone = [file for part in parts if part.startswith(b":") if (file := _file(part, next(parts, b""), ""))]
    former: dict[str, dict[PurePosixPath, str]] = {}
    for file in gone:
        if file.old and not file.new:
            for added in oldest.files:
                if (whole := str(file.path)).endswith(f"/{added.path}"):
                    former.setdefault(whole.removesuffix(str(added.path)), {})[added.path] = file.old
    if not former:
        return None
    folder, blobs = max(former.items(), key=lambda item: (len(item[1]), item[0]))
    if folder == prefix or 2 * len(blobs) < len(oldest.files):
        return None
    return folder, replace(oldest, files=tuple(replace(f, old=blobs.get(f.path)) for f in oldest.files))


def read_blobs(content: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The content of old files.

    Args:
        content: a folder of the repository.
        names: ids of blobs.

    Returns:
        Each id with its content; those that are missing or far too large for a file of a concept are left out.

    Raises:
        NoHistoryError: git could not be asked.
    """
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{name}\n" for name in wanted).encode())
        asked.seek(0)
        left = MAX_BLOBS
        with started(content, "cat-file", "--batch", stdin=asked) as answer:
            for name in wanted:
                header = answer.readline().split()
                if len(header) != 3:  # "… missing"
                    if not header:
                        return
                    continue
                size = int(header[2])
                left -= size
                if left < 0:
                    return
                if size > MAX_BYTES:
                    _skip(answer, size + 1)
                    continue
                data = answer.read(size)
                answer.read(1)
                if header[1] == b"blob":
                    yield name, data


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0 and (part := stream.read(min(size, 1 << 20))):
        size -= len(part)


def ask(folder: Path, *arguments: str) -> bytes:
    """What git answers, at most one byte more than `MAX_LOG`.

    Args:
        folder: a folder of the repository.
        arguments: the words behind `git`; nothing that changes the repository.

    Raises:
        NoHistoryError: git could not be asked, or does not know.
    """
    with started(folder, *arguments) as answer:
        return answer.read(MAX_LOG + 1)


@contextmanager
def started(folder: Path, *arguments: str, stdin: IO[bytes] | None = None) -> Iterator[IO[bytes]]:
    """What git answers, as it comes; arguments and errors as of `ask`."""
    program = shutil.which("git")
    if program is None:
        raise NoHistoryError(Gap.NO_PROGRAM)
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603  (no shell; every argument is ours or the name of a folder)
                [program, "-C", str(folder), *_OPTIONS, *arguments],
                stdin=stdin or subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=_environment(),
            )
        except OSError:
            raise NoHistoryError(Gap.NO_PROGRAM) from None
        assert process.stdout is not None
        late = Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = Timer(TIMEOUT, stop)
        timer.start()
        try:
            yield process.stdout
            done = not process.stdout.read(1)
            if not done:
                process.kill()
        except BaseException:
            process.kill()
            raise
        finally:
            timer.cancel()
            process.stdout.close()
            process.wait()
        if late.is_set():
            raise NoHistoryError(Gap.TIMEOUT)
        if done and process.returncode:
            complaints.seek(0)
            raise NoHistoryError(_why(complaints.read(10_000).decode("utf-8", "replace")))


def _why(complaint: str) -> Gap:
    if "dubious ownership" in complaint or "unsafe repository" in complaint:
        return Gap.OWNERSHIP
    if "not a git repository" in complaint.lower():
        return Gap.NO_REPOSITORY
    if "unknown revision" in complaint:
        return Gap.UNTRACKED
    return Gap.BROKEN


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _KEPT.fullmatch(name)}
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        # A clone without all files would fetch them from where it came from.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }
