# Changes a site where it stands, for a build that made only what is new: the new files are laid out aside, whole and on
# the same disk, with a list of what to do; then each takes the place of its predecessor. Who is stopped in the middle
# goes on from the list the next time, so that no mixture of old and new is left. What a reader can meet in between, for
# some hundredths of a second, is a new page beside an old one, never half a page.
from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PLAN = "plan.json"
_NEW = "neu"


@dataclass(frozen=True)
class View:
    """A site as it will be: new files, and those of the old one that stay."""

    new: Path
    old: Path | None = None
    stays: frozenset[str] = frozenset()
    """Files of the old site that stay, relative to it."""

    def files(self) -> set[str]:
        """All files, relative to the site."""
        return set(files_in(self.new)) | self.stays

    def find(self, name: str) -> Path:
        """Where a file stands now."""
        return self.old / name if self.old is not None and name in self.stays else self.new / name


def files_in(folder: Path) -> Iterator[str]:
    """The files in a folder and below it, relative to it; there are thousands, so each folder is looked at once."""
    for place, _, names in os.walk(folder):
        inner = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from names if inner == "." else (f"{inner}/{name}" for name in names)


def update(aside: Path, site: Path, stays: frozenset[str]) -> None:
    """Bring a site up to date.

    Args:
        aside: a folder on the same disk whose folder `neu` holds the new files; it is gone afterwards.
        site: the site.
        stays: the files that the site keeps besides, relative to it.

    Raises:
        OSError: a file cannot be moved; the next call of `finish` goes on.
    """
    new = set(files_in(aside / _NEW))
    same = {name for name in new if _same(aside / _NEW / name, site / name)}
    gone = set(files_in(site)) - new - stays
    plan = {"neu": sorted(new - same), "weg": sorted(gone)}
    (aside / _PLAN).write_text(json.dumps(plan), encoding="utf-8")
    os.rename(aside, _way(site))
    finish(site)


def finish(site: Path) -> None:
    """Go on with what an `update` began; nothing where none was stopped.

    Raises:
        OSError: a file cannot be moved.
    """
    way = _way(site)
    if not way.is_dir():
        return
    if (way / _PLAN).is_file() and site.is_dir():
        plan = json.loads((way / _PLAN).read_text(encoding="utf-8"))
        for name in plan["neu"]:
            if (way / _NEW / name).exists():  # one that is not was moved before
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                (way / _NEW / name).replace(site / name)
        for name in plan["weg"]:
            (site / name).unlink(missing_ok=True)
        _remove_empty(site, {str(Path(name).parent) for name in plan["weg"]})
    shutil.rmtree(way)


def _way(site: Path) -> Path:
    """Where new files wait that are about to take their places."""
    return site.with_name(f".{site.name}.unterwegs")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _remove_empty(site: Path, folders: set[str]) -> None:
    """Remove folders in which nothing is left."""
    for folder in sorted(folders, key=len, reverse=True):
        place = site / folder
        while place != site and place.is_dir() and not any(place.iterdir()):
            place.rmdir()
            place = place.parent
