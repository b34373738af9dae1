# The curve of processor time by size as an SVG file, both axes logarithmic: a line at 45° is a build that takes twice
# as long for twice as much. Readable by day and by night, and without colour by the marks and names.
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, log10
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 800, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 260, 20, 48
_COLOURS = ("#0a5f63", "#b3541e", "#5b4a9c", "#8a6d00", "#3d6b1f", "#a02c5a")
_DARK = ("#6cc9c6", "#f0a070", "#b5a8f0", "#e0c060", "#a0d080", "#f09ac0")
_MARKS = ("circle", "square", "triangle", "diamond", "square", "circle")

Curve = Sequence[tuple[float, float]]
"""Pairs of size and seconds."""


def plot(curves: Mapping[str, Curve], title: str) -> str:
    """Draw curves.

    Args:
        curves: by name; each has at least one pair, of positive numbers.
        title: what the picture shows, for those who cannot see it.
    """
    points = [point for curve in curves.values() for point in curve]
    across = _Axis([x for x, _ in points], _LEFT, WIDTH - _RIGHT)
    up = _Axis([y for _, y in points], HEIGHT - _BOTTOM, _TOP)
    ends = _apart([up.place(curve[-1][1]) for curve in curves.values()])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title>",
        _style(len(curves)),
        *_grid(across, sorted({x for x, _ in points}), up),
    ]
    for index, (name, curve) in enumerate(curves.items()):
        at = [(across.place(x), up.place(y)) for x, y in curve]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(f'<polyline class="c{index}" points="{path}"/>')
        parts += [_mark(index, x, y) for x, y in at]
        parts.append(f'<text class="n{index}" x="{at[-1][0] + 12:.1f}" y="{ends[index] + 4:.1f}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


class _Axis:
    """From whole powers of ten to whole powers of ten."""

    def __init__(self, values: Sequence[float], begin: float, end: float) -> None:
        self.low = floor(log10(min(values)))
        self.high = max(ceil(log10(max(values))), self.low + 1)
        self._begin, self._end = begin, end

    def place(self, value: float) -> float:
        """Where a value stands."""
        return self._begin + (log10(value) - self.low) / (self.high - self.low) * (self._end - self._begin)

    def ticks(self) -> list[float]:
        """The powers of ten."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def _grid(across: _Axis, sizes: Sequence[float], up: _Axis) -> Iterator[str]:
    right, bottom = WIDTH - _RIGHT, HEIGHT - _BOTTOM
    for tick in sizes:
        x = across.place(tick)
        yield f'<path class="grid" d="M{x:.1f} {_TOP}V{bottom}"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{tick:,.0f}</text>'
    for tick in up.ticks():
        y = up.place(tick)
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{right}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:g} s</text>'
    yield f'<text x="{(_LEFT + right) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">measures</text>'


def _apart(places: Sequence[float], gap: float = 15) -> list[float]:
    """Where names stand, each beside the end of its curve but not upon another."""
    moved = list(places)
    before = float("-inf")
    for index in sorted(range(len(places)), key=lambda index: places[index]):
        before = moved[index] = max(places[index], before + gap)
    return moved


def _mark(index: int, x: float, y: float) -> str:
    kind = _MARKS[index % len(_MARKS)]
    if kind == "circle":
        return f'<circle class="m{index}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'
    shape = {"square": "-4 -4h8v8h-8z", "triangle": "0 -5.5l5.5 9.5h-11z", "diamond": "0 -6l6 6l-6 6l-6 -6z"}[kind]
    return f'<path class="m{index}" transform="translate({x:.1f} {y:.1f})" d="M{shape}"/>'


def _style(count: int) -> str:
    def colours(values: Sequence[str]) -> str:
        return "".join(
            f".c{i}{{stroke:{values[i % 6]}}}.m{i},.n{i}{{fill:{values[i % 6]}}}" for i in range(count)
        )  # fmt: skip

    return (
        "<style>text{font:13px system-ui,sans-serif;fill:#444}polyline{fill:none;stroke-width:2}"
        f".grid{{stroke:#ccc;stroke-width:1}}{colours(_COLOURS)}"
        "@media (prefers-color-scheme:dark){text{fill:#bbb}.grid{stroke:#555}"
        f"{colours(_DARK)}}}</style>"
    )
