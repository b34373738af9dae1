# How some things are spread over a few classes: one bar for each row, as long as all of its things, cut by their
# shares. Each class has a pattern of its own, drawn line by line, so that it is told apart without colour, in the dark,
# on paper and in every program that shows it. The class of what nobody has said comes first and is empty.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.schrift import width, wrap
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Bild, Key, Path, Words

Pattern = str
"""How a class is drawn: `leer`, `voll`, `punkte`, `schraeg`, `steil`, `waagrecht`, `kreuz`."""

_LINE, _BAR, _SPACE, _EDGE = 19, 18, 12, 1
_LEAST = 4.0
"""How wide a part is at least, so that it can be seen."""
_STEP = 6.0


@dataclass(frozen=True)
class Stapel:
    """A row: its name, and how many things are in each class."""

    name: str
    counts: tuple[int, ...]


def stacked(title: str, classes: Sequence[tuple[str, Pattern]], rows: Sequence[Stapel]) -> Diagramm:
    """The picture of some rows.

    Args:
        title: what it shows.
        classes: their names and patterns, in the order in which they are drawn.
        rows: the rows, each with a number for every class; those without things are named without a bar.
    """
    told = "; ".join(f"{row.name}: {_told(classes, row)}" for row in rows)
    used = [any(row.counts[place] for row in rows) for place in range(len(classes))]
    keys = tuple(
        Key(_pattern(pattern, 1, 2, 18, 12), _style(pattern), name)
        for (name, pattern), shown in zip(classes, used, strict=True)
        if shown
    )
    y, paths, words = 0.0, list[Path](), list[Words]()
    for row in rows:
        for part in wrap(row.name, WIDTH - 2 * _EDGE, SIZE):
            y += _LINE
            words.append(Words(_EDGE, y, part, style="name"))
        y += _LINE + 4
        for (_, pattern), count, x, wide in _parts(classes, row):
            paths.append(Path(_pattern(pattern, x, y, wide, _BAR), _style(pattern)))
            if width(str(count), SIZE, bold=True) <= wide:
                words.append(Words(round(x + wide / 2, 1), y - 4, str(count), "middle", "zahl", bold=True))
        y += _BAR + _SPACE
    notes = ("Jeder Balken steht für alle, die in der Zeile gezählt sind; die Teile sind ihre Anteile.",)
    picture = Bild("stapel", y, paths=tuple(paths), words=tuple(words), keys=keys, notes=notes)
    return Diagramm(title, f"{told}.", picture, None, None)


def hatched(x: float, y: float, wide: float, high: float) -> str:
    """A box with slanting lines."""
    return _pattern("schraeg", x, y, wide, high)


def _told(classes: Sequence[tuple[str, Pattern]], row: Stapel) -> str:
    given = [f"{name} {count}" for (name, _), count in zip(classes, row.counts, strict=True) if count]
    return ", ".join(given) or "nichts gezählt"


def _parts(
    classes: Sequence[tuple[str, Pattern]], row: Stapel
) -> Iterator[tuple[tuple[str, Pattern], int, float, float]]:
    """The parts of a bar that are not empty: class, number, left edge, width."""
    given = [(item, count) for item, count in zip(classes, row.counts, strict=True) if count]
    total, room = sum(row.counts), WIDTH - 2 * _EDGE
    wide = [max(_LEAST, count / total * room) for _, count in given]
    scale, x = room / sum(wide) if wide else 0, float(_EDGE)
    for (item, count), part in zip(given, wide, strict=True):
        yield item, count, round(x, 1), round(part * scale, 1)
        x += part * scale


def _style(pattern: Pattern) -> str:
    return {"leer": "muster-leer", "voll": "muster-voll", "punkte": "muster-punkte"}.get(pattern, "muster")


def _pattern(pattern: Pattern, x: float, y: float, wide: float, high: float) -> str:
    """A box with what fills it, as one path."""
    box = f"M{x:g} {y:g}h{wide:g}v{high:g}h{-wide:g}z"
    right, bottom = x + wide, y + high
    match pattern:
        case "punkte":
            dots = (
                f"M{left:g} {top:g}h.01" for top in _between(y, bottom, _STEP) for left in _between(x, right, _STEP)
            )
            return box + "".join(dots)
        case "waagrecht":
            return box + "".join(f"M{x:g} {top:g}h{wide:g}" for top in _between(y, bottom, 5))
        case "steil":
            return box + "".join(f"M{left:g} {y:g}v{high:g}" for left in _between(x, right, 4))
        case "schraeg":
            return box + _diagonals(x, y, wide, high, falling=False)
        case "kreuz":
            return box + _diagonals(x, y, wide, high, falling=False) + _diagonals(x, y, wide, high, falling=True)
    return box


def _between(low: float, high: float, step: float) -> list[float]:
    """Places at even distances between two edges, the same to both."""
    count = max(1, int((high - low) // step))
    space = (high - low) / (count + 1)
    return [round(low + space * (place + 1), 1) for place in range(count)]


def _diagonals(x: float, y: float, wide: float, high: float, *, falling: bool) -> str:
    """Lines at 45 degrees from edge to edge of a box."""
    drawn, start = [], -high + _STEP / 2
    while start < wide:
        left, right = max(start, 0.0), min(start + high, wide)
        tops = (high - (left - start), high - (right - start))
        first, last = (high - top for top in tops) if falling else tops
        drawn.append(f"M{x + left:.1f} {y + first:.1f}L{x + right:.1f} {y + last:.1f}")
        start += _STEP
    return "".join(drawn)
