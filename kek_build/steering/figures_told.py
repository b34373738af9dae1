# What the values of an indicator say, in sentences computed from the numbers: how often they lay above the target, and
# how far they have come since the baseline. Nothing is said that the numbers do not give; what is good and what is bad
# depends on the direction, and is told with it.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from kek_build.models import Kennzahl, Messwert
from kek_build.models.dates import Datum
from kek_build.models.numbers import write
from kek_build.steering.ranges import Direction, Range, meant, wanted
from kek_build.steering.target_path import PRECISION, Course, courses
from kek_build.steering.targets import without_values

_PLAIN = {"genau", "rund"}
_PERCENT = {"%", "Prozent"}
"""Units of which a change is told in percentage points."""
_WHERE = {"above": "über", "on": "genau auf", "below": "unter", "inside": "in"}
_THERE = {
    "on": "genau darauf", "below": "darunter", "inside": "in der Spanne, die das Ziel nennt",
    "open": "lässt es sich nicht sagen",
}  # fmt: skip
_ORDER = ("above", "on", "inside", "below", "open")
_WELL: dict[Direction, tuple[str, str]] = {
    "steigend": ("Darüber ist besser", "Die Zahl soll steigen"),
    "fallend": ("Darunter ist besser", "Die Zahl soll sinken"),
}


def told(model: Kennzahl, day: date) -> tuple[str, ...]:
    """What the values of an indicator say by a day.

    Args:
        model: the indicator.
        day: what was measured later does not count.

    Returns:
        Sentences: how the values lie to the target or the way to it, and the change since the baseline or the first
        value. Of several variants each, with its name. That there are no values is said where no target is, else
        `on_target` says it.
    """
    if missing := without_values(model, day):
        return () if model.zielwerte else (missing,)
    found = courses(model, day)
    changes = dict.fromkeys(tuple(_change(model, course)) for course in found)
    if len(found) == 1:
        return (*_against_target(found[0]), *(sentence for change in changes for sentence in change))
    targets = [_named(course, _against_target(course)) for course in found]
    if len(changes) == 1:  # the same values are compared with several targets
        return (*filter(None, targets), *(sentence for change in changes for sentence in change))
    return (*filter(None, targets), *filter(None, (_named(course, _change(model, course)) for course in found)))


def _named(course: Course, said: Iterable[str]) -> str:
    """What is said of one of several variants, with its name."""
    words = " ".join(said)
    return f"{course.variant or 'Ohne Variante'}: {words}" if words else ""


def _against_target(course: Course) -> Iterator[str]:
    """How the values lie to the target, each to what is asked for at its time."""
    found = [
        (value.zeit, _place(meant(value), band))
        for value in course.values
        if value.zeit and (band := _band(course, value.zeit))
    ]
    if not found:
        return
    way = any(_is_on_way(course, when) for when, _ in found)
    sides = [side for _, side in found]
    target = "dem Weg zum Ziel" if way else "dem Ziel"
    yield _counted([when for when, _ in found], sides, target)
    if {"above", "below"} & set(sides):
        yield _judged(course)


def _counted(times: list[Datum], sides: list[str], target: str) -> str:
    if len(sides) == 1:
        when = _at(times[0])
        if sides[0] == "open":
            return f"{when} lässt sich nicht sagen, ob der Wert über oder unter {target} lag."
        return f"{when} lag der Wert {_lay(sides[0], target)}."
    yearly = all(when.precision == "jahr" for when in times) and len(set(times)) == len(times)
    counts = [(side, sides.count(side)) for side in _ORDER if side in sides]
    (first, many), others = counts[0], counts[1:]
    rest = "".join(f", {_in_times(count, yearly=yearly)} {_THERE[side]}" for side, count in others)
    begin = _of(many, len(sides), yearly=yearly)
    if first == "open":
        return f"{begin} lässt sich nicht sagen, ob der Wert über oder unter {target} lag."
    return f"{begin} lag der Wert {_lay(first, target)}{rest}."


def _lay(side: str, target: str) -> str:
    return f"{_WHERE[side]} {'der Spanne, die das Ziel nennt' if side == 'inside' else target}"


def _of(count: int, total: int, *, yearly: bool) -> str:
    """`In 3 von 10 Jahren`, `In allen 10 Jahren`, `Bei 3 von 10 Messungen`."""
    if count == total:
        whole = "beiden" if total == 2 else f"allen {total}"
        return f"In {whole} Jahren" if yearly else f"Bei {whole} Messungen"
    return f"In {count} von {total} Jahren" if yearly else f"Bei {count} von {total} Messungen"


def _in_times(count: int, *, yearly: bool) -> str:
    noun = ("Jahr" if count == 1 else "Jahren") if yearly else ("Messung" if count == 1 else "Messungen")
    number = ("einem" if yearly else "einer") if count == 1 else str(count)
    return f"{'in' if yearly else 'bei'} {number} {noun}"


def _at(when: Datum) -> str:
    """`2021`, `Im März 2021`, `Am 1. März 2021`, at the beginning of a sentence."""
    return {"tag": "Am ", "monat": "Im ", "quartal": "Im "}.get(when.precision, "") + str(when)


def _judged(course: Course) -> str:
    """Which side is the better one."""
    if course.direction in _WELL:
        return "{}: {}.".format(*_WELL[course.direction])
    bounds = {wanted(target, course.direction) for target in course.targets}
    if all(bound and bound.low is not None and bound.high is None for bound in bounds):
        return "Darüber ist besser: So nennt das Konzept das Ziel."
    if all(bound and bound.low is None for bound in bounds):
        return "Darunter ist besser: So nennt das Konzept das Ziel."
    if course.direction == "gleichbleibend":
        return "Die Zahl soll gleich bleiben."
    return "Was davon besser ist, sagt das Konzept nicht."


def _band(course: Course, when: Datum) -> Range | None:
    """The number, or from which to which, that values are compared with at a time."""
    asked = course.asked_at(when)
    if asked is None:
        target = course.target_at(when)
        due = target and (target.zeit is None or target.zeit.last <= when.last)
        if target is None or not due or course.direction is not None:
            return None
        return Range(target.wert, target.wert if target.bis is None else target.bis)
    low, high = asked.low, asked.high
    return Range(high if low is None else low, low if high is None else high)


def _is_on_way(course: Course, when: Datum) -> bool:
    target = course.target_at(when)
    return bool(target and target.zeit and target.zeit.last > when.last and course.direction != "gleichbleibend")


def _place(value: Range, band: Range) -> str:
    """On which side of a number or a band a value lies."""
    if band.low is not None and value.high is not None and (value.high < band.low or _just_below(value, band)):
        return "below"
    if band.high is not None and value.low is not None and value.low > band.high:
        return "above"
    if band.holds(value):
        return "on" if band.low == band.high else "inside"
    return "open"


def _just_below(value: Range, band: Range) -> bool:
    return value.below and value.high == band.low


def _change(model: Kennzahl, course: Course) -> Iterator[str]:
    """The way from the baseline, or the first value, to the newest."""
    last = course.newest
    first = course.baseline or (course.values[0] if len(course.values) > 1 else None)
    if not (first and last and last.zeit and _is_number(first) and _is_number(last)):
        return
    if first.zeit and first.zeit.last >= last.zeit.last:
        return
    since = f"Seit {first.zeit.dative}" if first.zeit else "Seit dem Ausgangswert"
    unit = model.einheit
    if first.wert == last.wert:
        yield f"{since} ist der Wert gleich geblieben: {last.amount}\u00a0{unit}."
        return
    rose = last.wert > first.wert
    verb = "gestiegen" if rose else "gesunken"
    by = _by(first.wert, last.wert, unit)
    about = "rund " if "rund" in {first.genauigkeit, last.genauigkeit} and by else ""
    how_far = f"um {about}{by} {verb}, von" if by else f"{verb}: von"
    yield f"{since} ist der Wert {how_far} {first.amount} auf {last.amount}\u00a0{unit} ({last.zeit})."
    if model.richtung in _WELL:
        good = rose == (model.richtung == "steigend")
        yield "Das ist die gewünschte Richtung." if good else "Gewünscht ist die andere Richtung."


def _is_number(value: Messwert) -> bool:
    return value.bis is None and value.genauigkeit in _PLAIN


def _by(first: Decimal, last: Decimal, unit: str) -> str | None:
    """The change in percent, of percentages in percentage points; None where it cannot be told so."""
    with localcontext(prec=PRECISION):
        if unit in _PERCENT:
            points = abs(last - first)
            return f"{write(points)} {'Prozentpunkt' if points == 1 else 'Prozentpunkte'}"
        if first <= 0 or last < 0:
            return None
        percent = abs(last - first) * 100 / first
        if percent < Decimal("0.05"):
            return "weniger als 0,1 Prozent"
        exact = percent.quantize(Decimal("0.1") if percent < 10 else Decimal(1), ROUND_HALF_UP)
        plain = exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact
        return f"{write(plain)} Prozent"
