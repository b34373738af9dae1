# What a new site has in common with the one before it. Files that did not change are the same file on the disk: ten
# sites take little more room than one, and servers tell browsers that what they keep is still right. And files whose
# name holds a hash stay for one site longer: a reader who opened a page just before still finds its style sheet and the
# rest of its search index.
from __future__ import annotations

import filecmp
import os
import re
from collections.abc import Iterator
from pathlib import Path

from kek_build.headers import HASHED_NAMES

CARRIED = "mitgenommen.txt"
"""Beside a site: the files that it holds for readers of the one before."""


def share(new: Path, old: Path) -> int:
    """Let files that are the same in two sites be the same file.

    Args:
        new: the new site, which is not online yet.
        old: the one before it, on the same file system.

    Returns:
        How many files that was; none where the file system knows no such thing.
    """
    count = 0
    for path in _files(new):
        other = old / path.relative_to(new)
        if other.is_file() and filecmp.cmp(path, other, shallow=False) and _link(other, path):
            count += 1
    return count


def carry(new: Path, old: Path) -> list[str]:
    """Keep for readers of the site before what a new one no longer has: files whose name holds a hash.

    Args:
        new: the new site, which is not online yet; what is carried is listed beside it.
        old: the one before it. What that one held for the one before it is left behind.

    Returns:
        The files, from the top of the site.
    """
    before = old.with_name(CARRIED)
    left_behind = set(before.read_text(encoding="utf-8").splitlines()) if before.is_file() else set()
    carried = []
    for path in _files(old):
        name = path.relative_to(old).as_posix()
        target = new / name
        if re.search(HASHED_NAMES, path.name) and name not in left_behind and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            if _link(path, target):
                carried.append(name)
    new.with_name(CARRIED).write_text("".join(f"{name}\n" for name in carried), encoding="utf-8")
    return carried


def _files(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*")) if path.is_file() and not path.is_symlink())


def _link(there: Path, here: Path) -> bool:
    """Make a name lead to a file, in place of what it leads to now; says whether that was possible."""
    aside = here.with_name(f".{here.name}-{os.getpid()}")
    try:
        os.link(there, aside)
        aside.replace(here)
        aside.unlink(missing_ok=True)  # when both were the same file already, replacing does nothing
    except OSError:
        return False
    return True
