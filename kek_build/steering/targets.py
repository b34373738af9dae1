# Whether an indicator is on target on a day. The rule, which the pages tell as well:
#
# 1. The newest value known by the day counts. A time that is no day stands for its last day (`target_path`).
# 2. It is compared with the next target from then on; after the last target that one holds on, and a target without a
#    time holds always. What keeps it has reached it, also before its time.
# 3. What does not keep it, at or after its time, has missed it.
# 4. Before its time, the value is compared with the straight line from the baseline (or the target before) to it: as
#    good or better is on course. Without such a line the target is not yet due.
# 5. What cannot be told is not: no target, no value, no direction, a time that has passed without a new value, a span
#    that lies on both sides of what is asked for. Why, it says.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from typing import Literal

from kek_build.models import Kennzahl, Messwert
from kek_build.steering.ranges import Range, meant, wanted
from kek_build.steering.target_path import PRECISION, Course, courses

TargetState = Literal["erreicht", "auf Kurs", "nicht auf Kurs", "verfehlt", "noch nicht fällig", "ohne Angabe"]

ON: frozenset[TargetState] = frozenset({"erreicht", "auf Kurs"})
OFF: frozenset[TargetState] = frozenset({"nicht auf Kurs", "verfehlt"})


@dataclass(frozen=True)
class OnTarget:
    """Whether an indicator is on target on a day."""

    state: TargetState
    told: str
    """How it was judged, or why it cannot be: whole sentences."""
    value: Messwert | None = None
    """The value that counts; None also where several variants are judged together."""
    target: Messwert | None = None
    """The target that counts."""
    asked: Range | None = None
    """What the value is compared with: the target, or the point on the way to it."""
    variants: tuple[str, ...] = ()
    """Where several variants have targets, how each was judged; `told` holds all of it."""

    @property
    def is_on(self) -> bool | None:
        """Whether it is on target; None where that cannot be told or is not yet due."""
        return True if self.state in ON else False if self.state in OFF else None


def on_target(model: Kennzahl, day: date) -> OnTarget:
    """Whether an indicator is on target on a day, by the rule above.

    Args:
        model: the indicator.
        day: what was measured later does not count.

    Returns:
        The state, what was compared with what, and how it was judged in words. Where targets are given for several
        variants, each is judged; where they do not agree, the whole is „ohne Angabe“.
    """
    if not model.zielwerte:
        return OnTarget("ohne Angabe", "Das Konzept nennt kein Ziel.")
    found = [(course.variant or "ohne Variante", _judge(model, course, day)) for course in courses(model, day)]
    if len(found) == 1:
        return found[0][1]
    each = tuple(f"{variant} – {one.state}: {one.told}" for variant, one in found)
    states = {one.state for _, one in found}
    if len(states) == 1:
        return OnTarget(found[0][1].state, " ".join(each), variants=each)
    differ = "Das Konzept nennt Ziele für mehrere Varianten, und sie stehen verschieden."
    return OnTarget("ohne Angabe", " ".join([differ, *each]), variants=(differ, *each))


def _judge(model: Kennzahl, course: Course, day: date) -> OnTarget:
    value = course.newest
    target = course.target_at(value.zeit if value else None)
    if why := _unknown(model, course, day):
        return OnTarget("ohne Angabe", why, value, target)
    if value is None or target is None:
        return OnTarget("ohne Angabe", "Zu diesem Ziel gibt es mehrere Angaben ohne Zeitpunkt.", value, target)
    return _compared(_Told(model, course, value, target), day)


def _unknown(model: Kennzahl, course: Course, day: date) -> str | None:
    """Why nothing can be compared at all."""
    if course.mixed:
        return "Es gibt Werte mehrerer Varianten; für welche das Ziel gilt, sagt das Konzept nicht."
    if missing := without_values(model, day):
        return missing
    if course.newest is None:
        return "Zu diesem Ziel nennt das Konzept keinen Wert mit Zeitpunkt."
    target = course.target_at(course.newest.zeit)
    if target and wanted(target, course.direction) is None:
        if course.direction is None:
            return "Das Konzept sagt nicht, in welche Richtung die Zahl besser wird."
        verb = "steigt" if course.direction == "steigend" else "sinkt"
        better = f"besser wird die Zahl aber, wenn sie {verb}"
        return f"Das Ziel heißt „{target.amount}“, {better}. Das passt nicht zusammen."
    return None


def without_values(model: Kennzahl, day: date) -> str | None:
    """What is said where an indicator has no values by a day; nothing where it has."""
    if not model.werte:
        only = " Es gibt nur den Ausgangswert." if model.ausgangswert else ""
        return f"Das Konzept nennt keinen gemessenen Wert.{only}"
    if all(value.zeit and value.zeit.first > day for value in model.werte):
        return "Bis zum Stichtag gibt es keinen gemessenen Wert."
    return None


@dataclass(frozen=True)
class _Told:
    """A value and the target that it is compared with, and how both are called."""

    model: Kennzahl
    course: Course
    value: Messwert
    target: Messwert

    @property
    def newest(self) -> str:
        when = self.value.zeit or "ohne Zeitpunkt"
        return f"Der neueste Wert ({when}: {self.with_unit(self.value.amount)})"

    @property
    def goal(self) -> str:
        return (
            f"das Ziel für {self.target.zeit.accusative}" if self.target.zeit else "das Ziel, das ohne Zeitpunkt gilt,"
        )

    @property
    def way_to(self) -> str:
        return f"zum Ziel für {self.target.zeit.accusative}" if self.target.zeit else "zum Ziel"

    def with_unit(self, amount: str) -> str:
        return f"{amount}\u00a0{self.model.einheit}"

    @property
    def about(self) -> str:
        given = (self.value, self.target, self.course.baseline)
        about = any(one and one.genauigkeit == "rund" for one in given)
        return " Verglichen wird mit den Zahlen, wie sie dastehen, auch wo „rund“ davor steht." if about else ""

    def origin(self, start: Messwert | None) -> str:
        """Where the way to the target begins."""
        if start is None:
            return ""
        if start.zeit and start in self.course.targets:
            return f"vom Ziel für {start.zeit.accusative} ({start.amount})"
        return f"vom Ausgangswert ({start.zeit}: {start.amount})"

    def said(self, state: TargetState, text: str, asked: Range | None) -> OnTarget:
        return OnTarget(state, f"{text}{self.about}", self.value, self.target, asked)


def _compared(told: _Told, day: date) -> OnTarget:
    """The state of a value that can be compared with a target."""
    value, target, course = told.value, told.target, told.course
    asked = wanted(target, course.direction)
    if asked is None:  # `_unknown` has said so
        return told.said("ohne Angabe", "Das Konzept sagt nicht, was das Ziel verlangt.", None)
    if target.zeit and value.zeit is None:
        return told.said("ohne Angabe", "Zum Wert fehlt der Zeitpunkt.", asked)
    due = target.zeit is None or (value.zeit is not None and target.zeit.last <= value.zeit.last)
    if not due and target.zeit and target.zeit.last < day:
        text = f"Die Zeit für {told.goal} ist um, der neueste Wert ist aber älter ({value.zeit})."
        return told.said("ohne Angabe", text, asked)
    kept = asked.holds(meant(value))
    if kept:
        early = "" if due else "schon jetzt "
        text = f"{told.newest} hält {told.goal} {early}ein: {told.with_unit(asked.words)}."
        return told.said("erreicht", text, asked)
    if course.direction == "gleichbleibend" and asked.low == asked.high:
        text = f"{told.newest} weicht vom Ziel ab. Wie weit er abweichen darf, sagt das Konzept nicht."
        return told.said("ohne Angabe", text, asked)
    if due:
        text = f"{told.newest} hält {told.goal} nicht ein: {told.with_unit(asked.words)}."
        return _unless_open(told, kept, "verfehlt", text, asked)
    return _on_the_way(told, asked, kept)


def _on_the_way(told: _Told, asked: Range, kept: bool | None) -> OnTarget:
    """The state of a value that does not surely keep a target that is not due."""
    value, target, course = told.value, told.target, told.course
    point = course.asked_at(value.zeit)
    goal = f"{told.goal} ({told.with_unit(asked.words)})"
    if point is None or value.zeit is None:
        if course.baseline and course.baseline.zeit:
            text = f"Seit dem Ausgangswert ({course.baseline.zeit}) gibt es keinen neueren Wert."
            return told.said("ohne Angabe", text, asked)
        text = f"{told.newest} hält {goal} noch nicht ein. Ein Ausgangswert mit Zeitpunkt, von dem ein Weg dorthin"
        return _unless_open(told, kept, "noch nicht fällig", f"{text} führt, fehlt.", asked)
    if course.direction == "gleichbleibend":
        text = f"{told.newest} liegt außerhalb dessen, was {goal} verlangt."
        return _unless_open(told, kept, "nicht auf Kurs", text, point)
    start = course.start_of(value.zeit, target)
    given = (value, target, *([start] if start else []))
    way = f"dem geraden Weg {told.origin(start)} {told.way_to} ({told.with_unit(asked.words)})"
    demand = f"für {value.zeit.accusative} verlangt er {told.with_unit(rounded(point, given).words)}"
    on_way = point.holds(meant(value))
    if on_way:
        return told.said("auf Kurs", f"{told.newest} liegt auf {way} oder ist besser; {demand}.", point)
    text = f"{told.newest} bleibt hinter {way} zurück; {demand}."
    return _unless_open(told, on_way, "nicht auf Kurs", text, point)


def _unless_open(told: _Told, kept: bool | None, state: TargetState, text: str, asked: Range | None) -> OnTarget:
    """The state, or that it cannot be told because the value is a span or a bound on both sides of what is asked."""
    if kept is None:
        text = f"{told.newest} ist nicht genau genug, um ihn mit dem Ziel zu vergleichen."
        return told.said("ohne Angabe", text, asked)
    return told.said(state, text, asked)


def rounded(asked: Range, given: Iterable[Messwert]) -> Range:
    """A point on a line, no finer than one decimal more than the figures that it is computed from."""
    exponents = [one.wert.as_tuple().exponent for one in given]
    places = max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    unit = Decimal(1).scaleb(-max(places, 0) - 1)
    return Range(_short(asked.low, unit), _short(asked.high, unit), asked.below)


def _short(number: Decimal | None, unit: Decimal) -> Decimal | None:
    if number is None:
        return None
    with localcontext(prec=PRECISION):
        plain = number.quantize(unit)
        return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
