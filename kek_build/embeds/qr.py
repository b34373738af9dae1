# The QR code of each page, for leaflets and paper: an SVG that leads to the address of the page. Level M mends 15 % of
# damage; the quiet zone of four modules is part of the picture (ISO/IEC 18004). Drawn once and kept, see `Store`.
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import segno

from kek_build.outputs import Output
from kek_build.pages.addresses import QR_CODE
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pictures.store import Store

QUIET = 4
_MODULE = 6
"""How many pixels wide a module is where nobody says how large the code shall be."""
_MASK = 3
"""Readers undo any of the eight masks; to look for the best one of them takes five times as long."""
_DARK = re.compile(rb"\x01+")
"""A run of dark modules in a row."""
_DRAWN_WITH = hashlib.sha256(segno.__version__.encode() + Path(__file__).read_bytes()).hexdigest()


def codes(shop: Workshop, records: Iterable[PageRecord], store: Store) -> Iterator[Output]:
    """The codes of all pages of a concept.

    Args:
        shop: what the pages of the concept share.
        records: the pages of the site.
        store: codes of earlier builds.
    """
    template = shop.env.get_template("embeds/qr.svg.j2")
    for record in records:
        if record.concept == shop.konzept.slug:
            url = shop.url(record.path)
            size, path = _drawing(url, store)
            svg = template.render(url=url, title=record.title, size=size, pixels=size * _MODULE, path=path)
            yield Output(record.path + QR_CODE, f"{svg}\n".encode())


def _drawing(url: str, store: Store) -> tuple[int, str]:
    """How many modules wide the code is, quiet zone included, and its dark modules as the path of a stroke."""
    key = f"{_DRAWN_WITH} {url}"
    if (found := store.get(key)) is None:
        store.put(key, found := " ".join(map(str, draw(url))).encode())
    size, _, path = found.decode().partition(" ")
    return int(size), path


def draw(url: str) -> tuple[int, str]:
    """How many modules wide the code of an address is, quiet zone included, and its dark modules as a stroke's path."""
    matrix = segno.make_qr(url, error="m", boost_error=False, mask=_MASK).matrix
    strokes = [
        f"M{run.start() + QUIET} {y}.5h{run.end() - run.start()}"
        for y, row in enumerate(matrix, QUIET)
        for run in _DARK.finditer(row)
    ]
    return len(matrix) + 2 * QUIET, "".join(strokes)
