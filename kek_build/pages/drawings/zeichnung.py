# What all drawings share, and what charts are made of: boxes, paths, markers, and words whose extent is known, so that
# none covers another. The template only writes them down.
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kek_build.pages.drawings.schrift import width

WIDTH = 340
"""Units across: a phone shows them about one to one."""
SIZE = 14.5
"""Height of the type: 12 pixels where a page is 320 wide."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass(frozen=True)
class Path:
    """A line or a marker."""

    d: str
    style: str

    @property
    def classes(self) -> str:
        """Its style as class names."""
        return _classes(self.style)


def _classes(style: str) -> str:
    return " ".join(f"kek-d-{part}" for part in style.split(" "))


@dataclass(frozen=True)
class Words:
    """A line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    style: str = ""
    bold: bool = False

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        wide = width(self.text, SIZE, bold=self.bold)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - SIZE * 0.8, left + wide, self.y + SIZE * 0.25

    def covers(self, other: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = self.extent
        return left < other[2] and other[0] < right and top < other[3] and other[1] < bottom


@dataclass(frozen=True)
class Key:
    """An entry of the legend: a marker, and what it means."""

    marker: str
    style: str
    text: str

    @property
    def classes(self) -> str:
        """Its style as class names."""
        return _classes(self.style)


@dataclass(frozen=True)
class Bild:
    """A chart of `WIDTH` by `height` units."""

    form: Literal["zeitreihe", "balken", "anteil", "matrix", "stapel", "zeitleiste"]
    height: float
    grid: tuple[Path, ...] = ()
    """Lines behind everything else."""
    boxes: tuple[Box, ...] = ()
    paths: tuple[Path, ...] = ()
    words: tuple[Words, ...] = ()
    keys: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()
    """What the picture cannot show, in sentences."""
    width: int = WIDTH


def marker(style: str, x: float, y: float) -> str:
    """The shape of a kind of figure around a point: shapes tell kinds and variants apart without colour."""
    match style.rpartition(" ")[2]:
        case "prognose-2":
            return f"M{x:.1f} {y + 6:.1f}l6.5 -11h-13z"
        case "prognose-3" | "wert-3":
            return f"M{x - 3.5:.1f} {y - 6:.1f}h7l3.5 6l-3.5 6h-7l-3.5 -6z"
        case "wert-2":
            return f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z"
        case "zielwert-2" | "zielwert-3":
            return f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z"
        case "zielwert":
            return f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z"
        case "prognose":
            return f"M{x:.1f} {y - 6:.1f}l6.5 11h-13z"
        case "ausgangswert":
            return f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z"
    return f"M{x - 5:.1f} {y:.1f}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"


def line(*points: tuple[float, float]) -> str:
    """A path through points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
