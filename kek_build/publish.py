# Puts what is finished in its place, whole: whatever goes wrong, what stood there stays.
from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


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


def replace_all(files: Mapping[Path, tuple[Path, bytes]]) -> None:
    """Change several files, or none.

    Args:
        files: for each file its new name, or the same, in the same folder, and its new content.

    Raises:
        OSError: a file cannot be written; all stand as they stood.
    """
    aside = {old: old.with_name(f".{old.name}.alt") for old in files}
    fresh = {old: new.with_name(f".{new.name}.neu") for old, (new, _) in files.items()}
    moved: list[Path] = []
    placed: list[Path] = []
    try:
        for old, (_, content) in files.items():
            fresh[old].write_bytes(content)
        for old in files:
            os.rename(old, aside[old])
            moved.append(old)
        for old, (new, _) in files.items():
            os.rename(fresh[old], new)
            placed.append(new)
    except BaseException:  # also when somebody interrupts
        for new in placed:
            new.unlink()
        for old in moved:
            os.rename(aside[old], old)
        raise
    finally:
        for path in (*fresh.values(), *(aside[old] for old in moved)):
            path.unlink(missing_ok=True)


def write(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all.

    Args:
        path: the file, which may be there already.
        content: what it holds afterwards.

    Raises:
        OSError: it cannot be written; what stood there still stands.
    """
    fresh = path.with_name(f".{path.name}.neu")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        error.filename = str(path)  # the name that somebody gave
        raise
    finally:
        fresh.unlink(missing_ok=True)
