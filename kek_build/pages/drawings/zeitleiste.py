# When things were to begin and to end, and when they did: for each a bar as planned and one as it was. What is known no
# more precisely than a year or a quarter is drawn as long as that: the open part of a bar is where its end may lie.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kek_build.models.dates import Datum
from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.schrift import shorten_to, width
from kek_build.pages.drawings.stapel import hatched
from kek_build.pages.drawings.zeichnung import SIZE, WIDTH, Anchor, Bild, Box, Key, Path, Words, line

_LINE, _BAR, _GAP, _SPACE, _EDGE, _HEAD = 19, 9, 3, 12, 2, 40
_MOST_YEARS = 6
"""How many years are named at most."""
_BOX = "M1 3h18v10h-18z"


@dataclass(frozen=True)
class Dauer:
    """A begin and an end, as far as they are known."""

    begin: Datum | None = None
    end: Datum | None = None
    lasts: bool = False
    """Whether it has begun and not ended: then it reaches to the reference day."""

    @property
    def given(self) -> tuple[Datum, ...]:
        """What is known."""
        return tuple(when for when in (self.begin, self.end) if when)


@dataclass(frozen=True)
class Zeile:
    """A thing with its planned and its actual time."""

    name: str
    planned: Dauer
    actual: Dauer


def timeline(title: str, rows: Sequence[Zeile], day: date, told: str) -> Diagramm:
    """The picture of some things.

    Args:
        title: what it shows.
        rows: the things, each with a time at least.
        day: the reference day.
        told: the same in words.
    """
    scale = _Scale.around([when for row in rows for span in (row.planned, row.actual) for when in span.given], day)
    y, boxes, paths, words = float(_HEAD), list[Box](), list[Path](), list[Words]()
    for row in rows:
        y += _LINE
        words.append(Words(_EDGE, y, shorten_to(row.name, WIDTH - 2 * _EDGE, SIZE), style="name"))
        y += 6
        for span, style in ((row.planned, "geplant"), (row.actual, "tatsaechlich")):
            if span.given:
                for sure, left, right in _pieces(span, scale, day):
                    wide = max(round(right - left, 1), 1.5)
                    if sure:
                        boxes.append(Box(left, y, wide, _BAR, f"zeit-{style}"))
                    elif style == "geplant":
                        paths.append(Path(f"M{left} {y}h{wide}v{_BAR}h{-wide}z", "muster-leer"))
                    else:
                        paths.append(Path(hatched(left, y, wide, _BAR), "muster"))
                y += _BAR + _GAP
        y += _SPACE
    at = scale.x(day)
    marks = [Path(line((at, _HEAD - 4), (at, y)), "ziellinie")]
    anchor: Anchor = "end" if at > WIDTH / 2 else "start"
    words.append(Words(at, 12, f"Stichtag: {told}", anchor, "name"))
    grid, years = _years(scale, y)
    picture = Bild("zeitleiste", y, grid, tuple(boxes), (*paths, *marks), (*years, *words), _KEYS, _NOTES)
    return Diagramm(title, f"{'; '.join(map(_told, rows))}.", picture, None, None)


_KEYS = (
    Key(_BOX, "zeit-geplant", "geplant"),
    Key(_BOX, "muster-leer", "geplant, genauer nicht bekannt"),
    Key(_BOX, "zeit-tatsaechlich", "tatsächlich"),
    Key(hatched(1, 3, 18, 10), "muster", "tatsächlich, genauer nicht bekannt"),
)
_NOTES = ("Wo das Konzept nur ein Jahr oder ein Quartal nennt, ist das ganze Jahr oder Quartal gezeichnet.",)


def _told(row: Zeile) -> str:
    spans = (("geplant", row.planned), ("tatsächlich", row.actual))
    parts = (
        f"{name} {' bis '.join(map(str, span.given)) if span.begin and span.end else _half(span)}"
        for name, span in spans
        if span.given
    )
    return f"{row.name}: {', '.join(parts)}"


def _half(span: Dauer) -> str:
    return f"ab {span.begin}" if span.begin else f"bis {span.end}"


def _pieces(span: Dauer, scale: _Scale, day: date) -> Iterator[tuple[bool, float, float]]:
    """The parts of a bar: whether it is sure that something went on then, and where it lies."""
    begin, end = span.begin, span.end
    if begin and end and begin.last < end.first:
        yield from _unsure(begin, scale)
        yield True, scale.x(begin.last if begin.precision != "tag" else begin.first), scale.x(end.first)
        yield from _unsure(end, scale)
    elif begin and end:
        yield False, scale.x(begin.first), scale.x(end.last, after=True)
    elif begin and span.lasts and begin.last < day:
        yield from _unsure(begin, scale)
        yield True, scale.x(begin.last if begin.precision != "tag" else begin.first), scale.x(day)
    else:
        for when in span.given:
            yield when.precision == "tag", scale.x(when.first), scale.x(when.last, after=True)


def _unsure(when: Datum, scale: _Scale) -> Iterator[tuple[bool, float, float]]:
    if when.precision != "tag":
        yield False, scale.x(when.first), scale.x(when.last, after=True)


@dataclass(frozen=True)
class _Scale:
    """Where on the picture a day lies."""

    first: date
    last: date

    @classmethod
    def around(cls, times: Sequence[Datum], day: date) -> _Scale:
        """Whole years that hold all times and the reference day."""
        first = min([day, *(when.first for when in times)])
        last = max([day, *(when.last for when in times)])
        return cls(date(first.year, 1, 1), date(last.year, 12, 31))

    def x(self, day: date, *, after: bool = False) -> float:
        """The place of the begin of a day, or of its end."""
        days = (day - self.first).days + after
        return round(_EDGE + days / ((self.last - self.first).days + 1) * (WIDTH - 2 * _EDGE), 1)


def _years(scale: _Scale, bottom: float) -> tuple[tuple[Path, ...], tuple[Words, ...]]:
    """Lines at the begin of years, and their names."""
    first, last = scale.first.year, scale.last.year
    step = -(-(last - first + 1) // _MOST_YEARS)
    grid, words = [], []
    for year in range(first, last + 1, step):
        x = scale.x(date(year, 1, 1))
        grid.append(Path(line((x, _HEAD - 4), (x, bottom)), "gitter"))
        if x + 1 + width(str(year), SIZE) <= WIDTH:
            words.append(Words(x + 1, _HEAD - 8, str(year), style="achse"))
    return tuple(grid), tuple(words)
