# Makes a search cheap: Pagefind cuts the index into pieces of about 25 kB, of which each searched word fetches one, and
# its fragments hold all words a record is found by. Here the pieces are cut smaller, and a fragment holds only what a
# hit shows.
from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from kek_build.search import bundle as files

_PIECE = 5_000
"""Bytes of a piece before it is packed; about a third of it travels."""
_TOGETHER = 3
"""Words that share so many first letters share a piece: what is typed is looked up in one piece only."""
_FEWEST_DIGITS = 6
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""Pagefind's own surfaces, and what only they or other languages need."""


def slim(bundle: Path, shown: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Cut a bundle into small pieces and leave out what our search does not use.

    Args:
        bundle: the folder Pagefind has written.
        shown: from a fragment as Pagefind writes it (`url`, `content`, `meta`, …), what a hit needs of it.
    """
    with files.metadata(bundle) as metas:
        for language, meta in metas.items():
            meta[files.PIECES] = _recut(bundle / "index", meta[files.PIECES], language)
            meta[files.PAGES] = _rewrite_fragments(bundle / "fragment", meta[files.PAGES], language, shown)
    for pattern in _UNUSED:
        for path in bundle.glob(pattern):
            path.unlink()


def _recut(folder: Path, pieces: list[list[str]], language: str) -> list[list[str]]:
    words = []
    for _, _, hashed in pieces:
        path = folder / f"{hashed}.pf_index"
        words.extend(files.read(path)[0])
        path.unlink()
    return [
        [piece[0][0], piece[-1][0], files.write(folder, "{}.pf_index", language, [piece], 7)]
        for piece in _pieces(words)
    ]


def _pieces(words: list[list[Any]]) -> Iterator[list[list[Any]]]:
    """Neighbouring words in pieces of about the same size, those with the same beginning in one."""
    piece: list[list[Any]] = []
    size = 0
    for _, group in groupby(words, key=lambda word: word[0][:_TOGETHER]):
        together = list(group)
        length = len(files.encode(together))
        if piece and size + length > _PIECE:
            yield piece
            piece, size = [], 0
        piece += together
        size += length
    if piece:
        yield piece


def _rewrite_fragments(
    folder: Path, pages: list[list[Any]], language: str, shown: Callable[[dict[str, Any]], dict[str, Any]]
) -> list[list[Any]]:
    """Write each fragment anew, and name it with as few digits as keep all names apart."""
    fragments = []
    for hashed, *_ in pages:
        path = folder / f"{hashed}.pf_fragment"
        fragments.append(files.encode_json(shown(files.read_json(path))))
        path.unlink()
    names = [files.digest(fragment) for fragment in fragments]
    digits = next(n for n in range(_FEWEST_DIGITS, 65) if len({name[:n] for name in names}) == len(set(names)))
    for name, fragment in zip(names, fragments, strict=True):
        (folder / f"{language}_{name[:digits]}.pf_fragment").write_bytes(files.pack(fragment))
    return [[f"{language}_{name[:digits]}", *rest] for name, (_, *rest) in zip(names, pages, strict=True)]
