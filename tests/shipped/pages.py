# Which pages the built site has, and one of each type, found by the form of the address: so new types are tested by
# themselves.
from __future__ import annotations

import re
from pathlib import Path

UNKNOWN = "diese/seite/gibt/es/nicht/"
"""An address that answers with the page 404."""
_PART = re.compile(r"[^.]+")


_FRAME = 'id="seiteninhalt"'
"""What only pages in the site's frame have: cards for embedding and redirects are pages, too, but have none."""


def paths(site: Path) -> list[str]:
    """The addresses of all pages in the site's frame, relative to the site, in order."""
    files = (file for file in site.rglob("index.html") if _FRAME in file.read_text(encoding="utf-8"))
    folders = (file.parent.relative_to(site).as_posix() for file in files)
    return sorted("" if folder == "." else f"{folder}/" for folder in folders)


def files(site: Path) -> list[Path]:
    """The files of all pages in the site's frame."""
    return [file_of(site, path) for path in paths(site)]


def file_of(site: Path, path: str) -> Path:
    """The file behind an address."""
    return site / ("404.html" if path == UNKNOWN else f"{path}index.html")


def page_type(path: str, concepts: set[str]) -> str:
    """The form of an address: `leipzig/massnahmen/1-32/` is `*/massnahmen/*`, `boerde/ziele/4.3.1/` `*/ziele/*.*.*`."""
    parts = path.strip("/").split("/")
    if parts[0] in concepts and len(parts) > 1:  # the start pages of two concepts may look quite different
        parts[0] = "*"
        parts[2:3] = [_PART.sub("*", part) for part in parts[2:3]]
    return "/".join(parts)


def one_of_each_type(site: Path) -> dict[str, str]:
    """The largest page of each type, by type, and the page 404."""
    found: dict[str, str] = {}
    every = paths(site)
    concepts = {path.split("/")[0] for path in every if path.count("/") > 2}
    for path in every:
        kind = page_type(path, concepts)
        if kind not in found or _size(site, path) > _size(site, found[kind]):
            found[kind] = path
    return {**found, "404": UNKNOWN}


def _size(site: Path, path: str) -> int:
    return file_of(site, path).stat().st_size
