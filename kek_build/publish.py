# Puts a finished site in its place: whatever goes wrong, the last good site stays.
from __future__ import annotations

import os
import shutil
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
