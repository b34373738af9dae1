# How many of some things are done, by rows and columns: in each cell a bar as long as there are things, filled as far
# as they are done, with both numbers above it. All bars have one scale, so cells compare by their length.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.schrift import width, wrap
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Bild, Box, Key, Path, Words, line

_LINE, _BAR, _SPACE, _EDGE = 19, 12, 14, 1
_BOX = "M1 3h18v10h-18z"
"""What a bar looks like in the legend."""


@dataclass(frozen=True)
class Reihe:
    """A row: its name, and for each column how many things are done and how many there are."""

    name: str
    cells: tuple[tuple[int, int], ...]


def matrix(title: str, columns: Sequence[str], rows: Sequence[Reihe], done: str, left: str) -> Diagramm:
    """The picture of a matrix.

    Args:
        title: what it shows.
        columns: the names of its columns.
        rows: its rows, each with a cell for every column.
        done: what the filled part of a bar means.
        left: what the rest means.
    """
    told = (f"{row.name}: {', '.join(_told(columns, row))}" for row in rows)
    picture = replace(
        _picture(columns, rows),
        keys=(Key(_BOX, "balken", done), Key(_BOX, "ganzes", left)),
        notes=(f"Über jedem Balken: wie viele {done}, und wie viele es sind.",),
    )
    return Diagramm(title, f"{'; '.join(told)}.", picture, None, None)


def _told(columns: Sequence[str], row: Reihe) -> Iterator[str]:
    return (f"{name} {done} von {total}" for name, (done, total) in zip(columns, row.cells, strict=True))


def _picture(columns: Sequence[str], rows: Sequence[Reihe]) -> Bild:
    lefts, room = _columns(columns, rows)
    unit = room / max(1, *(total for row in rows for _, total in row.cells))
    y = float(_LINE)
    words = [Words(x, y - 5, name, style="achse") for x, name in zip(lefts, columns, strict=True)]
    grid, boxes = [], []
    for row in rows:
        grid.append(Path(line((_EDGE, y + 2), (WIDTH - _EDGE, y + 2)), "gitter"))
        for part in wrap(row.name, WIDTH - 2 * _EDGE, SIZE):
            y += _LINE
            words.append(Words(_EDGE, y, part, style="name"))
        y += _LINE
        for x, (done, total) in zip(lefts, row.cells, strict=True):
            words.append(Words(x, y, _numbers(done, total), style="zahl", bold=True))
            boxes += [Box(x, y + 6, round(total * unit, 1), _BAR, "ganzes")] * (total > 0)
            boxes += [Box(x, y + 6, round(done * unit, 1), _BAR, "balken")] * (done > 0)
        y += _BAR + _SPACE
    return Bild("matrix", y, tuple(grid), tuple(boxes), words=tuple(words))


def _numbers(done: int, total: int) -> str:
    return f"{done}/{total}" if total else "–"


def _columns(columns: Sequence[str], rows: Sequence[Reihe]) -> tuple[list[float], float]:
    """Where each column begins, and how long a bar may be in any of them."""
    widths = [
        max(width(name, SIZE), *(width(_numbers(*row.cells[index]), SIZE, bold=True) for row in rows))
        for index, name in enumerate(columns)
    ]
    gap = (WIDTH - 2 * _EDGE - sum(widths)) / max(1, len(columns) - 1)
    lefts = accumulate((wide + gap for wide in widths[:-1]), initial=float(_EDGE))
    return [round(x, 1) for x in lefts], min(widths)
