# The way to a target: a straight line in time from the baseline through the targets, and what it asks for on the way.
# Concepts seldom say how a number is to get from one to the other; a straight line is the usual reading, and every page
# that compares with it says so.
#
# A time that is no day stands for its last day: the value of 2021 for 31 December 2021, as statistics take stock, and a
# target for 2025 is due on 31 December 2025.
from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

from kek_build.models import Kennzahl, Messwert
from kek_build.models.dates import Datum
from kek_build.steering.ranges import Direction, Range, wanted

PRECISION = 60
"""Digits to compute with; figures have up to thirty."""

Corner = tuple[Datum, Decimal]
"""A point of the way to a target."""


@dataclass(frozen=True)
class Course:
    """The figures of one variant of an indicator that belong together."""

    variant: str | None
    """The variant of the targets, or of the values where there are no targets."""
    baseline: Messwert | None
    values: tuple[Messwert, ...]
    """The values known by the day, oldest first. One without a time is there only where it is the only one."""
    targets: tuple[Messwert, ...]
    """The targets, by time; those without a time only where none has one: they hold always."""
    direction: Direction | None
    mixed: bool = False
    """Whether values of several variants are given, and nothing says which the target means."""

    @property
    def newest(self) -> Messwert | None:
        """The newest value known by the day."""
        return self.values[-1] if self.values else None

    def target_at(self, when: Datum | None) -> Messwert | None:
        """The target that counts at a time: the next one, and after the last that one; always one without a time."""
        if not self.targets or self.targets[0].zeit is None:
            return self.targets[0] if self.targets else None
        if when is None:
            return self.targets[0]
        return next((one for one in self.targets if _end(one) >= when.last), self.targets[-1])

    def start_of(self, when: Datum, target: Messwert) -> Messwert | None:
        """Where the way to a target begins: at the target before, or at the baseline; None when there is no such."""
        before = [one for one in self.targets if one.zeit and _end(one) < when.last and one is not target]
        if before:
            return before[-1]
        first = self.baseline
        return first if first and first.zeit and _end(first) < when.last else None

    @property
    def way(self) -> tuple[Corner, ...]:
        """The corners of the way through the targets, from the baseline on where that lies before the first of them.

        What is to stay as it is has no way but that from target to target, nor has what has no direction; of spans
        then nothing is drawn, because no end of them counts more than the other.
        """
        bounds = [wanted(target, self.direction) for target in self.targets]
        one_sided = all(bound and (bound.low is None or bound.high is None) for bound in bounds)
        if not self.targets or not (one_sided or all(target.bis is None for target in self.targets)):
            return ()
        low = any(bound and bound.low is not None for bound in bounds)
        start = self.baseline
        begins = one_sided and start and start.zeit and _end(start) < _end(self.targets[0])
        figures = (*([start] if start and begins else []), *self.targets)
        return tuple((one.zeit, _edge(one, low=low)) for one in figures if one.zeit)

    def asked_at(self, when: Datum | None) -> Range | None:
        """What the target or the way to it asks for at a time.

        Returns:
            From the time of a target on what the target asks for, before it the point on the straight line; what is to
            stay as it is has no way. None where nothing is asked for: before the way begins, or without a direction.
        """
        target = self.target_at(when)
        asked = wanted(target, self.direction) if target else None
        if target is None or asked is None:
            return None
        if target.zeit is None or self.direction == "gleichbleibend":
            return asked
        if when is None:
            return None
        if _end(target) <= when.last:
            return asked
        start = self.start_of(when, target)
        return _between(start, target, asked, when.last) if start else None


def courses(model: Kennzahl, day: date) -> tuple[Course, ...]:
    """The figures of an indicator, sorted by what belongs together.

    Args:
        model: the indicator.
        day: what was measured later does not count; a value counts from the first day that its time can mean.

    Returns:
        One for each variant of the targets, or of the values where there are no targets. To a target belong the values
        of its variant, or else those without a variant; to one without a variant those without, or the only variant
        that there is.
    """
    known = [value for value in model.werte if value.zeit is None or value.zeit.first <= day]
    named = dict.fromkeys(one.variante for one in (model.zielwerte or known))
    return tuple(_course(model, known, variant) for variant in named or [None])


def _course(model: Kennzahl, known: Sequence[Messwert], variant: str | None) -> Course:
    own = [value for value in known if value.variante == variant]
    variants = {value.variante for value in known}
    if not own and variant is None and len(variants) == 1:
        own = list(known)
    elif not own and variant is not None:
        own = [value for value in known if value.variante is None]
    targets = [one for one in model.zielwerte if one.variante == variant]
    first = model.ausgangswert
    if first and first.variante not in {None, variant, *(value.variante for value in own)}:
        first = None
    mixed = not own and len(variants) > 1
    return Course(variant, first, tuple(_in_order(own)), tuple(_in_order(targets)), model.richtung, mixed)


def _in_order(given: Iterable[Messwert]) -> Iterator[Messwert]:
    """Those with a time, oldest first; a single one without a time when there is no other."""
    figures = list(given)
    dated = sorted((one for one in figures if one.zeit), key=lambda one: (_end(one), one.zeit and one.zeit.first))
    yield from dated or (figures if len(figures) == 1 else ())


def _end(figure: Messwert) -> date:
    """The day that the time of a figure stands for; only asked where it has one."""
    return figure.zeit.last if figure.zeit else date.max


def _between(start: Messwert, target: Messwert, asked: Range, day: date) -> Range:
    """The point on the line from one figure to a target; of spans, from the end on to which the target holds."""
    begin, end = years(_end(start)), years(_end(target))
    share = (years(day) - begin) / (end - begin)
    low = asked.low is not None
    first, last = _edge(start, low=low), _edge(target, low=low)
    with localcontext(prec=PRECISION):
        point = first + (last - first) * share.numerator / share.denominator
    return Range(point, None) if low else Range(None, point)


def years(day: date) -> Fraction:
    """The end of a day in years: 2021 for 31 December 2021, so that all years are equally long."""
    first = date(day.year, 1, 1)
    return day.year - 1 + Fraction((day - first).days + 1, 365 + isleap(day.year))


def _edge(figure: Messwert, *, low: bool) -> Decimal:
    return figure.wert if low or figure.bis is None else figure.bis
