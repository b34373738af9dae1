# Changes a site where it stands, for a build that made only what is new: the new files are laid out aside, whole and on
# the same disk, with a list of what to do; then each takes the place of its predecessor. Who is stopped in the middle
# goes on from the list the next time, so that no mixture of old and new is left. What a reader can meet in between, for
# some hundredths of a second, is a new page beside an old one, never half a page.
from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from kek_build.outputs import Output, twice

_PLAN = "plan.json"
_NEW = "neu"

Listing = Mapping[str, tuple[int, int]]
"""Every file of a site, relative to it, with its size and the time of its last change."""


@dataclass(frozen=True)
class View:
    """A site as it will be: new files, and those of the old one that stay."""

    new: Path
    old: Path | None = None
    stays: set[str] = field(default_factory=set)
    """Files of the old site that stay, relative to it."""

    def fresh(self, made: Iterable[Output]) -> Iterator[Output]:
        """Those files that the old site has not, or not with this content; the others stay.

        Raises:
            SetupError: there is a file of that name already.
        """
        for output in made:
            if output.path in self.stays:
                raise twice(output.path)
            if self.old is not None and _holds(f"{self.old}/{output.path}", output.content):
                self.stays.add(output.path)
            else:
                yield output

    def keep(self, name: str) -> bool:
        """Whether the old site has a file whose name tells what it holds; it then stays."""
        if self.old is None or not os.path.exists(f"{self.old}/{name}"):  # noqa: PTH110  (there are thousands)
            return False
        self.stays.add(name)
        return True

    def files(self) -> set[str]:
        """All files, relative to the site."""
        return set(files_in(self.new)) | self.stays

    def find(self, name: str) -> Path:
        """Where a file stands now."""
        return self.old / name if self.old is not None and name in self.stays else self.new / name


def files_in(folder: Path) -> Iterator[str]:
    """The files in a folder and below it, relative to it."""
    return (name for name, _ in _walk(str(folder), ""))


def list_files(folder: Path) -> Listing:
    """The same with size and time."""
    found = {}
    for name, entry in _walk(str(folder), ""):
        status = entry.stat(follow_symlinks=False)
        found[name] = status.st_size, status.st_mtime_ns
    return found


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """There are tens of thousands of files, so each folder is looked at once."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry


def update(aside: Path, site: Path, stays: AbstractSet[str], before: Listing | None = None) -> Listing:
    """Bring a site up to date.

    Args:
        aside: a folder on the same disk whose folder `neu` holds the new files; it is gone afterwards.
        site: the site.
        stays: the files that the site keeps besides, relative to it.
        before: the files of the site, where somebody has looked already.

    Returns:
        Its files afterwards.

    Raises:
        SetupError: a new file has the name of one that stays; the site stands as it stood.
        OSError: a file cannot be moved; the next call of `finish` goes on.
    """
    before = list_files(site) if before is None else before
    new = list_files(aside / _NEW)
    if both := new.keys() & stays:
        raise twice(min(both))
    same = {name for name in new.keys() & before.keys() if _same(aside / _NEW / name, site / name)}
    gone = before.keys() - new.keys() - stays
    plan = {"neu": sorted(new.keys() - same), "weg": sorted(gone)}
    (aside / _PLAN).write_text(json.dumps(plan), encoding="utf-8")
    os.rename(aside, _way(site))
    finish(site)
    kept = {name: status for name, status in before.items() if name in stays or name in same}
    return kept | {name: status for name, status in new.items() if name not in same}


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
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read() == content
    except OSError:
        return False


def _remove_empty(site: Path, folders: set[str]) -> None:
    """Remove folders in which nothing is left."""
    for folder in sorted(folders, key=len, reverse=True):
        place = site / folder
        while place != site and place.is_dir() and not any(place.iterdir()):
            place.rmdir()
            place = place.parent
