# The mark of all sites, as numbers: a pyramid in layers, as the strategy of a county stands on its measures. The icons
# and the preview pictures are drawn from it.
from __future__ import annotations

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def layers(box: Box, count: int, gap: float) -> list[list[Point]]:
    """The layers of the pyramid from the top: a triangle, and trapezia below it.

    Args:
        box: left, top, right and bottom.
        count: how many layers.
        gap: how far they stand apart.
    """
    left, top, right, bottom = box
    height = (bottom - top - gap * (count - 1)) / count
    slope = (right - left) / 2 / (bottom - top)
    middle = (left + right) / 2
    found = []
    for index in range(count):
        upper = index * (height + gap)
        lower = upper + height
        corners = [(-upper * slope, upper), (upper * slope, upper), (lower * slope, lower), (-lower * slope, lower)]
        found.append([(middle + x, top + y) for x, y in dict.fromkeys(corners)])
    return found
