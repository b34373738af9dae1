# Puts a finished site in its place: whatever goes wrong, the last good site stays.
from __future__ import annotations

import os
import shutil
from pathlib import Path


def swap(new: Path, site: Path, old: Path) -> None:
    """Put a folder in the place of another; the old one is moved away first and can be deleted."""
    if site.exists():
        os.rename(site, old)
    try:
        os.rename(new, site)
    except OSError:
        if old.exists():
            os.rename(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)
