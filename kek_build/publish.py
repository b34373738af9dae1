# Puts what is finished in its place, whole: whatever goes wrong, what stood there stays.
from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def swap(new: Path, site: Path, old: Path) -> None:
    """Put a folder in the place of another.

    Args:
        new: the finished site, on the same file system.
        site: where it goes.
        old: where the site that stands there is moved for the moment; it is deleted at the end.

    Raises:
        OSError: the new site cannot be moved; the old one stands where it stood.
    """
    try:
        if site.exists():
            os.rename(site, old)
        os.rename(new, site)
    except BaseException:  # also when somebody interrupts: the old site must not be lost
        if old.exists() and not site.exists():
            os.rename(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def replace_all(files: Mapping[Path, tuple[Path, bytes] | None]) -> None:
    """Change several files, or none.

    Args:
        files: for each file its new name, or the same, in the same folder, and its new content; None where it goes.
            A file that is named but not there yet is made, and its folder.

    Raises:
        OSError: a file cannot be written; all stand as they stood.
    """
    written = {old: new for old, new in files.items() if new}
    aside = {old: old.with_name(f".{old.name}.alt") for old in files}
    fresh = {old: name.with_name(f".{name.name}.neu") for old, (name, _) in written.items()}
    new = {old for old, (name, _) in written.items() if name == old and not old.exists()}
    moved: list[Path] = []
    placed: list[Path] = []
    made: list[Path] = []
    try:
        for old, (name, content) in written.items():
            made += _make_folder(name.parent)
            fresh[old].write_bytes(content)
        for old in files.keys() - new:
            os.rename(old, aside[old])
            moved.append(old)
        for old, (name, _) in written.items():
            os.rename(fresh[old], name)
            placed.append(name)
    except BaseException:  # also when somebody interrupts
        for path in (*placed, *fresh.values()):
            path.unlink(missing_ok=True)
        for old in moved:
            os.rename(aside[old], old)
        for folder in reversed(made):
            folder.rmdir()
        raise
    for old in moved:
        aside[old].unlink()


def write(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all.

    Args:
        path: the file, which may be there already.
        content: what it holds afterwards.

    Raises:
        OSError: it cannot be written; what stood there still stands.
    """
    with writing(path) as file:
        file.write(content)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """The same for what is not held as a whole: whatever goes wrong inside, what stood there still stands.

    Args:
        path: the file, which may be there already.

    Yields:
        What to write to.

    Raises:
        OSError: it cannot be written.
    """
    fresh = path.with_name(f".{path.name}.neu")
    try:
        with fresh.open("wb") as file:
            yield file
        fresh.replace(path)
    except OSError as error:
        error.filename = str(path)  # the name that somebody gave
        raise
    finally:
        fresh.unlink(missing_ok=True)


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; those that were made, from the top."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    for path in missing:
        path.mkdir()
    return missing
