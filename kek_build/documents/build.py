# All PDF files of a site. Each is kept by what stands in it, so only what changed is set again, and that on all cores.
from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from kek_build.builds.store import Store
from kek_build.documents import bericht, datenblatt, konzept
from kek_build.documents.engine import FONTS, without_garbage_collection
from kek_build.documents.views import keeper
from kek_build.outputs import Output
from kek_build.pages.addresses import REPORT, SHEET
from kek_build.pages.draft import Workshop


class Document(Protocol):
    """A document before it is set; it goes to another process as it is."""

    @property
    def templates(self) -> Path:
        """The templates it is made with."""

    @property
    def key(self) -> str:
        """All that makes it, apart from code and layout."""

    def draw(self) -> bytes:
        """The PDF file."""


_PARTS = ("parts/macros.html.j2", "parts/symbole.html.j2", "parts/diagramm.html.j2", "parts/bericht.html.j2")


def documents(shops: Iterable[Workshop], store: Store) -> Iterator[Output]:
    """The PDF files of a site.

    Args:
        shops: what the pages of each concept share.
        store: files of earlier builds; afterwards it holds those of this one and no others.

    Raises:
        SetupError: a sheet does not fit on one page.
    """
    wanted = {path: document for shop in shops for path, document in _documents(shop)}
    keys = {path: f"{_made_with(document.templates)} {document.key}" for path, document in wanted.items()}
    done = {path: found for path, key in keys.items() if (found := store.get(key)) is not None}
    new = {path: document for path, document in wanted.items() if path not in done}
    for path, pdf in zip(new, _drawn(list(new.values())), strict=True):
        store.put(keys[path], pdf)
        done[path] = pdf
    store.tidy()
    yield from (Output(path, done[path]) for path in wanted)


def _documents(shop: Workshop) -> Iterator[tuple[str, Document]]:
    kept = keeper(shop)
    yield shop.addresses.document, konzept.whole(kept)
    for path, sheet in datenblatt.sheets(kept):
        yield path + SHEET, sheet
    for path, report in bericht.reports(kept):
        yield path + REPORT, report


def _drawn(documents: list[Document]) -> Iterable[bytes]:
    """Set documents in pages: a few here, many on all cores, in processes that share nothing."""
    cores = min(os.cpu_count() or 1, len(documents))
    if cores < 2:
        return map(_draw, documents)
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as workers:
        return list(workers.map(_draw, documents))


def _draw(document: Document) -> bytes:
    with without_garbage_collection():
        return document.draw()


@cache
def _made_with(templates: Path) -> str:
    """Everything besides its content that makes a document: code, layout, typeface, and the packages that set it."""
    packages = " ".join(f"{name} {version(name)}" for name in ("weasyprint", "pikepdf", "segno"))
    names = sorted((templates / "documents").iterdir()) + [templates / name for name in _PARTS]
    files = [*sorted(Path(__file__).parent.glob("*.py")), *names, *(templates / "fonts" / name for name in FONTS)]
    return hashlib.sha256(packages.encode() + b"".join(path.read_bytes() for path in files)).hexdigest()
