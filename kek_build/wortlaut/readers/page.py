# One page of a PDF file: which words stand in which cell, column and line. A PDF file knows none of these, only where
# each letter stands and where lines are drawn.
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from kek_build.wortlaut.cleaning import DOUBT, clean
from kek_build.wortlaut.document import Place
from kek_build.wortlaut.paragraphs import Printed, without_sign
from kek_build.wortlaut.readers.taken import Table, Taken, Word

_SAME_LINE = 0.6
"""Words belong to one line when their middles are nearer than this part of their height."""
_GAP = 1.6
"""Lines further apart than this many usual distances have a gap between them."""
_RAISED = 0.8
"""Signs smaller than this part of their line are marks of footnotes."""
_FOOTNOTE = 0.9
"""Footnotes are set smaller than this part of the page's letters."""
_FULL = 0.12
"""A line fills its column when less than this part of it is left."""
_LETTER = 0.7
"""A letter is at most so wide, measured by the size: a line that leaves less has no room for a further one."""
_FOOTNOTE = 0.9
"""Footnotes are set smaller than this part of the page's letters."""
_FULL = 0.12
"""A line fills its column when less than this part of it is left."""
_LETTER = 0.7
"""A letter is at most so wide, measured by the size: a line that leaves less has no room for a further one."""
_REST = re.compile(
    r"(?!(?:und|oder|sowie|der|die|das|des|dem|den|in|im|an|am|auf|aus|bei|mit|zu|zur|zum|von|vom|für|als|wie|durch|bzw|u)"
    r"\b)[a-zäöüß]"
)
"""How the rest of a word begins, and no other word."""
_FOOT = 2
"""So many lines may stand below the footnotes."""
_GUTTER = 10
"""Two columns are at least so many points apart."""


@dataclass(frozen=True)
class Area:
    """A part of a page: lines one below the other, or a table."""

    top: float
    lines: tuple[Printed, ...] = ()
    rows: tuple[tuple[tuple[Printed, ...], ...], ...] = ()
    """The lines of each cell of each row."""


@dataclass(frozen=True)
class Page:
    """A page that was read."""

    areas: tuple[Area, ...]
    count: int
    """How many words stand on it."""
    footnotes: tuple[Printed, ...] = ()
    lines: tuple[Printed, ...] = field(default=())
    """The lines outside of tables, from the top."""


@dataclass
class _Line:
    words: list[Word]

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def middle(self) -> float:
        return max(self.words, key=lambda word: word.size).middle

    @property
    def size(self) -> float:
        return Counter(round(word.size, 1) for word in self.words for _ in word.text).most_common(1)[0][0]

    @property
    def text(self) -> str:
        raised = _RAISED * self.size
        return clean(" ".join(w.text for w in self.words if not (w.size < raised and w.text.strip("*()").isdigit())))


def page_of(taken: Taken, number: int) -> Page:
    """Read a page.

    Args:
        taken: what stands on it.
        number: its number in the file, from 1.
    """
    words = taken.words
    tables = [table for table in taken.tables if sum(_is_in(word, table.box) for word in words) > 1]
    outside = [word for word in words if not any(_is_in(word, table.box) for table in tables)]
    numbering = _Numbering(number)
    body = _usual_size(words)
    lines = _lines(outside)
    lines, notes = _footnotes(lines, body, taken.height)
    areas = [Area(table.box[1], rows=_rows(table, words, numbering)) for table in tables]
    edges = sorted((table.box[1], table.box[3]) for table in tables)
    printed: list[Printed] = []
    for part in _between(lines, edges):
        shown = numbering.printed(_in_columns(part))
        areas.append(Area(part[0].middle, lines=tuple(shown)))
        printed += shown
    footnotes = numbering.printed([notes]) if notes else []
    areas.sort(key=lambda area: area.top)
    return Page(tuple(areas), len(words), tuple(footnotes), tuple(printed))


@dataclass
class _Numbering:
    """Counts the lines of a page."""

    page: int
    count: int = 0

    def printed(self, columns: Sequence[Sequence[_Line]]) -> list[Printed]:
        """The lines of columns that stand beside each other, with their numbers and what their places say."""
        shown = []
        for column in columns:
            usual = _usual_distance(column)
            above: _Line | None = None
            left = min((line.left for line in column), default=0.0)
            right = max((line.right for line in column), default=0.0)
            for line, below in zip_longest(column, column[1:]):
                self.count += 1
                if not (text := line.text):
                    continue
                if below and line.right > right - _LETTER * line.size and _is_cut(text, below.text):
                    text += DOUBT
                gap = above is not None and (
                    line.middle - above.middle > _GAP * usual or abs(line.size - above.size) > 0.15 * line.size
                )
                indent = (line.left - left) / max(1.0, line.size / 2)
                starts = above is None and column is not columns[0]
                place = Place(self.page, self.count, "Seite")
                full = line.right > right - _FULL * (right - left)
                shown.append(Printed(text, place, indent, gap, page_start=starts, full=full, loose=True))
                above = line
        return shown


def _is_cut(line: str, below: str) -> bool:
    """Whether a line that fills its column may hold nothing but the beginning of a word too long for it."""
    words = without_sign(line)[0].split()
    return len(words) == 1 and line[-1].isalpha() and below[:1].islower()


def _is_in(word: Word, box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 <= right and top <= word.middle <= bottom


def _lines(words: Iterable[Word]) -> list[_Line]:
    """Words to lines, from the top; raised signs belong to the line they are raised above."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda w: (-w.size, w.middle)):
        near = [line for line in lines if abs(line.words[0].middle - word.middle) < _SAME_LINE * line.words[0].size]
        if near:
            min(near, key=lambda line: abs(line.words[0].middle - word.middle)).words.append(word)
        else:
            lines.append(_Line([word]))
    for line in lines:
        line.words.sort(key=lambda word: word.left)
    return sorted(lines, key=lambda line: line.middle)


def _usual_size(words: Sequence[Word]) -> float:
    sizes = Counter(round(word.size, 1) for word in words for _ in word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_distance(lines: Sequence[_Line]) -> float:
    steps = Counter(round(below.middle - above.middle) for above, below in pairwise(lines))
    if not steps:
        return 1e9
    most = max(steps.values())
    return float(min(step for step, count in steps.items() if count >= most * 0.5 and step > 0) or 1)


def _footnotes(lines: list[_Line], body: float, height: float) -> tuple[list[_Line], list[_Line]]:
    """The footnotes at the foot of a page, the first of which begins with its mark; else they are small print.

    Below them there may be a running foot.
    """
    end = len(lines)
    while end > len(lines) - _FOOT and end and lines[end - 1].size >= _FOOTNOTE * body:
        end -= 1
    start = end
    while start and lines[start - 1].size < _FOOTNOTE * body:
        start -= 1
    while start < end and not lines[start].words[0].text.lstrip("(*").rstrip(").").isdigit():
        start += 1
    if start == end or lines[start].middle < height / 2:
        return lines, []
    return [*lines[:start], *lines[end:]], lines[start:end]


def _between(lines: Sequence[_Line], edges: Sequence[tuple[float, float]]) -> list[list[_Line]]:
    """Lines in runs that no table interrupts."""
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and not any(runs[-1][-1].middle < top and line.middle > bottom for top, bottom in edges):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _in_columns(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines in reading order: where two columns stand beside each other, all of the left one first."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    columns: list[list[_Line]] = []
    left: list[_Line] = []
    right: list[_Line] = []
    for line in lines:
        if any(word.left < gutter < word.right for word in line.words) or _spans(line, gutter):
            columns += [part for part in (left, right) if part]
            left, right = [], []
            columns.append([line])
            continue
        for side, words in (
            (left, [word for word in line.words if word.right <= gutter]),
            (right, [word for word in line.words if word.left >= gutter]),
        ):
            if words:
                side.append(_Line(words))
    columns += [part for part in (left, right) if part]
    return columns


def _spans(line: _Line, gutter: float) -> bool:
    """Whether a line runs over the gutter without a gap there."""
    return any(a.right <= gutter <= b.left and b.left - a.right < _GUTTER / 2 for a, b in pairwise(line.words))


def _gutter(lines: Sequence[_Line]) -> float | None:
    """Where the gap between two columns is; None for one column."""
    if len(lines) < 6:
        return None
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = first + (last - first) * step / 100
        both = 0
        for line in lines:
            before = [word.right for word in line.words if word.right <= x]
            after = [word.left for word in line.words if word.left >= x]
            crosses = len(before) + len(after) < len(line.words)
            both += bool(before and after and not crosses and min(after) - max(before) >= _GUTTER)
        if best is None or both > best[0]:
            best = (both, x)
    return best[1] if best and best[0] >= max(5, 0.5 * len(lines)) else None


def _rows(table: Table, words: Sequence[Word], numbering: _Numbering) -> tuple[tuple[tuple[Printed, ...], ...], ...]:
    rows = []
    for row in table.rows:
        cells = []
        for box in row:
            inside = _lines(word for word in words if box and _is_in(word, box))
            cells.append(tuple(numbering.printed([inside])))
        rows.append(tuple(cells))
    return tuple(rows)
