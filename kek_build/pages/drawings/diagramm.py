# Which picture an indicator gets: a series where there are times, bars where there is something to compare, a share of
# a hundred, or just the number. Nothing is drawn that is not given.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kek_build.pages.drawings.balken import bars, share
from kek_build.pages.drawings.punkte import Punkt
from kek_build.pages.drawings.zeichnung import Bild
from kek_build.pages.drawings.zeitreihe import Frame, series

__all__ = ["Diagramm", "Frame", "diagram"]

_TOLD = 8
"""As many figures the description tells; all are in the table."""


@dataclass(frozen=True)
class Diagramm:
    """The picture of an indicator, or its only number."""

    title: str
    description: str
    picture: Bild | None
    small: Bild | None
    """The same without words, for cards that tell the figures beside it."""
    number: Punkt | None
    """The figure that stands for itself, where there is nothing to draw."""


def diagram(title: str, points: Sequence[Punkt], frame: Frame | None = None) -> Diagramm | None:
    """The picture for the figures of an indicator; None when there is no figure, or none that can be drawn.

    Args:
        title: what the picture is called.
        points: the figures.
        frame: what is drawn around them where they make a series.
    """
    if not points:
        return None
    told = "; ".join(point.said for point in points[:_TOLD])
    rest = len(points) - _TOLD
    more = f"; und {rest} weitere, alle in der Tabelle" if rest > 0 else ""
    picture = _picture(points, frame, plain=False)
    if picture is None and len(points) > 1:
        return None
    number = None if picture else points[0]
    return Diagramm(title, f"{told}{more}.", picture, _picture(points, frame, plain=True), number)


def _picture(points: Sequence[Punkt], frame: Frame | None, *, plain: bool) -> Bild | None:
    if not all(point.drawable for point in points):
        return None
    if len({round(point.year, 2) for point in points if point.year is not None}) > 1:
        return series(points, frame, plain=plain)
    if len(points) > 1:
        return bars(points, plain=plain)
    (only,) = points
    if only.unit != "%" or not all(0 <= end <= 100 for end in only.from_zero):
        return None
    return share(only, plain=plain)
