# Locks that the operating system lets go of when their process ends, however it ends: nothing stays locked, and what a
# process that was killed left lying is known by its lock being free.
from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_LOCK_END = ".sperre"
_MODE = 0o600


@contextmanager
def locked(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock; whoever comes second waits.

    Args:
        file: the file that stands for the lock.
        waiting: is called once when somebody else holds it.
    """
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)
    try:
        if not _try(descriptor):
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def workspace(workshop: Path, what: str) -> Iterator[Path]:
    """A folder to work in, which is gone afterwards; `tidy` clears it away when the process is killed.

    Args:
        workshop: the folder that holds all of them.
        what: the beginning of its name, which goes on with the number of this process.
    """
    workshop.mkdir(exist_ok=True)
    descriptor, mark = _marked(workshop, what)
    folder = Path(str(mark).removesuffix(_LOCK_END))
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        mark.unlink(missing_ok=True)
        os.close(descriptor)


def tidy(workshop: Path) -> int:
    """Clear away what killed processes left in a workshop; gives how many folders it was."""
    count = 0
    for mark in workshop.glob(f"*{_LOCK_END}"):
        try:
            descriptor = os.open(mark, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        try:
            if _try(descriptor):
                folder = Path(str(mark).removesuffix(_LOCK_END))
                count += folder.is_dir()
                shutil.rmtree(folder, ignore_errors=True)
                mark.unlink(missing_ok=True)
        finally:
            os.close(descriptor)
    return count


def _marked(workshop: Path, what: str) -> tuple[int, Path]:
    """A file of this process's own, locked; and not taken for a leftover before its lock was."""
    while True:
        descriptor, name = tempfile.mkstemp(prefix=f"{what}-{os.getpid()}-", suffix=_LOCK_END, dir=workshop)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if Path(name).exists():
            return descriptor, Path(name)
        os.close(descriptor)


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
