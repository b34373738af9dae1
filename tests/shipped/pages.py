# Which pages the built site has, one of each type, found by the form of the address, and those that together show
# everything that stands on any page: so new types and new parts are tested by themselves.
from __future__ import annotations

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

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
    elif parts[0] in {"themen", "glossar"}:  # comparisons, of the site
        parts[1:] = ["*" for _ in parts[1:]]
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


_Shape = tuple[str, ...]


def of_every_shape(site: Path) -> list[str]:
    """One page of each type, and as many more as it takes to have all shapes of all pages; a shape is an element with
    its classes and attributes, and the element that it stands in. What holds on these pages holds on the others, as far
    as it hangs on shapes."""
    shapes = {path: _shapes(file_of(site, path)) for path in paths(site)}
    chosen = list(one_of_each_type(site).values())
    left = set().union(*shapes.values()).difference(*(shapes.get(path, set()) for path in chosen))
    while left:
        best = max(shapes, key=lambda path: len(shapes[path] & left) / (_LITTLE + _size(site, path)))
        left -= shapes[best]
        chosen.append(best)
    return sorted(chosen)


_LITTLE = 20_000
"""What a page costs besides its size, in bytes: two small ones are better than a large one, ten are not."""


def _shapes(file: Path) -> set[_Shape]:
    root = LexborHTMLParser(file.read_text(encoding="utf-8")).root
    assert root is not None
    return {(*_face(node.parent), *_face(node), *sorted(node.attributes)) for node in root.traverse()}


def _face(node: LexborNode | None) -> _Shape:
    if node is None:
        return ()
    attributes = node.attributes
    return (node.tag or "", *(f"{name}={attributes.get(name) or ''}" for name in ("class", "role", "type")))
