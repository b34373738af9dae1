# What the figures of an indicator say, computed anew: where the values lie, how far they have come, whether the target
# is kept. With exact fractions, from the rules that the pages publish, and with none of the program's code.
from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

from tests.steering.recount import Thing, Time


def number(text: str) -> Fraction:
    """A number as Germans write it."""
    return Fraction("".join(text.split()).replace(".", "").replace(",", "."))


_Range = tuple[Fraction | None, Fraction | None, bool]
"""The lowest and the highest number; whether the highest is left out."""


def _meant(value: Thing) -> _Range:
    low, high = number(value["wert"]), number(value.get("bis") or value["wert"])
    match value.get("genauigkeit"):
        case "mindestens":
            return low, None, False
        case "höchstens":
            return None, high, False
        case "weniger als":
            return None, high, True
    return low, high, False


def _asked(target: Thing, direction: str | None) -> _Range | None:
    low, high = number(target["wert"]), number(target.get("bis") or target["wert"])
    match target.get("genauigkeit"), direction:
        case ("mindestens", "fallend") | ("höchstens", "steigend") | (None, None):
            return None
        case ("mindestens", _) | (_, "steigend"):
            return low, None, False
        case ("höchstens", _) | (_, "fallend"):
            return None, high, False
    return low, high, False


def _keeps(value: _Range, asked: _Range) -> bool | None:
    """Whether a value lies in what is asked for; None where it may or may not."""
    low, high, below = value
    if asked[0] is not None and (high is not None and (high < asked[0] or (below and high == asked[0]))):
        return False
    if asked[1] is not None and low is not None and low > asked[1]:
        return False
    above_low = asked[0] is None or (low is not None and low >= asked[0])
    below_high = asked[1] is None or (high is not None and high <= asked[1])
    return True if above_low and below_high else None


def _years(day: date) -> Fraction:
    length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    return day.year + Fraction((day - date(day.year, 1, 1)).days + 1, length)


def judged(indicator: Thing, day: date) -> str:
    """Whether an indicator is on target on a day."""
    unknown = "ohne Angabe"
    values = sorted((one for one in indicator.get("werte", ()) if Time(one["zeit"]).first <= day),
                    key=lambda one: Time(one["zeit"]).last)  # fmt: skip
    targets = sorted(indicator.get("zielwerte", ()), key=lambda one: Time(one["zeit"]).last)
    if not values or not targets:
        return unknown
    value, direction = values[-1], indicator.get("richtung")
    at = Time(value["zeit"]).last
    target = next((one for one in targets if Time(one["zeit"]).last >= at), targets[-1])
    due, asked = Time(target["zeit"]).last, _asked(target, direction)
    if asked is None or (at < due < day):
        return unknown
    kept = _keeps(_meant(value), asked)
    if kept:
        return "erreicht"
    exact = direction == "gleichbleibend" and asked[0] == asked[1]
    if exact or kept is None:
        return unknown if exact or due <= at or direction == "gleichbleibend" else _way(indicator, target, value)
    return "verfehlt" if due <= at else _way(indicator, target, value)


def _way(indicator: Thing, target: Thing, value: Thing) -> str:
    """Before a target is due: whether the newest value is as good as the straight line to it asks for."""
    direction = indicator.get("richtung")
    if direction == "gleichbleibend":
        return "nicht auf Kurs"
    asked = _asked(target, direction)
    assert asked is not None
    point = _point(indicator, target, Time(value["zeit"]).last)
    if point is None:
        if "ausgangswert" in indicator:
            return "ohne Angabe"
        return "noch nicht fällig" if _keeps(_meant(value), asked) is False else "ohne Angabe"
    on_way = _keeps(_meant(value), (None, point, False) if asked[0] is None else (point, None, False))
    return {True: "auf Kurs", False: "nicht auf Kurs", None: "ohne Angabe"}[on_way]


def _point(indicator: Thing, target: Thing, at: date) -> Fraction | None:
    """What the straight line to a target asks for on a day; None before it begins."""
    starts = [*([indicator["ausgangswert"]] if "ausgangswert" in indicator else []),
              *sorted(indicator["zielwerte"], key=lambda one: Time(one["zeit"]).last)]  # fmt: skip
    before = [one for one in starts if Time(one["zeit"]).last < at and one is not target]
    asked = _asked(target, indicator.get("richtung"))
    if not before or asked is None:
        return None
    start = before[-1]
    first, last = (
        number(one["wert"] if asked[0] is not None else one.get("bis") or one["wert"]) for one in (start, target)
    )
    begin, end = (_years(Time(one["zeit"]).last) for one in (start, target))
    return first + (last - first) * (_years(at) - begin) / (end - begin)


def sides(indicator: Thing, day: date) -> Counter[str]:
    """On which side of the target, or of the way to it, the values known by a day lie."""
    targets = sorted(indicator.get("zielwerte", ()), key=lambda one: Time(one["zeit"]).last)
    found: Counter[str] = Counter()
    for value in indicator.get("werte", ()) if targets else ():
        time = Time(value["zeit"])
        if time.first > day:
            continue
        target = next((one for one in targets if Time(one["zeit"]).last >= time.last), targets[-1])
        band = _band(indicator, target, time.last)
        if band:
            found[_side(_meant(value), band)] += 1
    return found


def _band(indicator: Thing, target: Thing, at: date) -> tuple[Fraction, Fraction] | None:
    """The numbers that a value of a day is compared with, from the lowest to the highest."""
    direction, due = indicator.get("richtung"), Time(target["zeit"]).last <= at
    asked = _asked(target, direction)
    if asked is None:
        plain = (number(target["wert"]), number(target.get("bis") or target["wert"]))
        return plain if due and direction is None else None
    if not due and direction != "gleichbleibend":
        point = _point(indicator, target, at)
        return None if point is None else (point, point)
    low, high, _ = asked
    edges = [edge for edge in (low, high) if edge is not None]
    return edges[0], edges[-1]


def _side(value: _Range, band: tuple[Fraction, Fraction]) -> str:
    low, high, below = value
    if high is not None and (high < band[0] or (below and high == band[0])):
        return "unter"
    if low is not None and low > band[1]:
        return "über"
    if _keeps(value, (*band, False)):
        return "genau auf" if band[0] == band[1] else "in"
    return "offen"


def change(indicator: Thing, day: date) -> str | None:
    """The change from the baseline, or the first value, to the newest: `12 Prozent gestiegen`; None for none."""
    values = sorted((one for one in indicator.get("werte", ()) if Time(one["zeit"]).first <= day),
                    key=lambda one: Time(one["zeit"]).last)  # fmt: skip
    first = indicator.get("ausgangswert") or (values[0] if len(values) > 1 else None)
    if not values or not first or Time(first["zeit"]).last >= Time(values[-1]["zeit"]).last:
        return None
    if any("bis" in one or one.get("genauigkeit", "rund") != "rund" for one in (first, values[-1])):
        return None
    begin, end = number(first["wert"]), number(values[-1]["wert"])
    if begin == end:
        return "gleich geblieben"
    percent = abs(end - begin) * 100 / begin
    if percent < Fraction(1, 20):
        amount = "weniger als 0,1"
    elif percent < 10:
        tenths = int(percent * 10 + Fraction(1, 2))
        amount = f"{tenths // 10},{tenths % 10}".removesuffix(",0")
    else:
        amount = f"{int(percent + Fraction(1, 2))}"
    return f"{amount} Prozent {'gestiegen' if end > begin else 'gesunken'}"


def demanded(indicator: Thing, day: date) -> Fraction:
    """What the way to the target asks for at the time of the newest value."""
    value = max((one for one in indicator["werte"] if Time(one["zeit"]).first <= day),
                key=lambda one: Time(one["zeit"]).last)  # fmt: skip
    at = Time(value["zeit"]).last
    target = min((one for one in indicator["zielwerte"] if Time(one["zeit"]).last >= at),
                 key=lambda one: Time(one["zeit"]).last)  # fmt: skip
    point = _point(indicator, target, at)
    assert point is not None
    return point
