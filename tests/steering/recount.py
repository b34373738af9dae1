# Every number of a concept's progress, computed anew from its files: with rules read from the published ones, and with
# none of the program's code. It takes its time and knows only the forms that `ten_years` writes.
from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Thing = dict[str, Any]
OVER = ("abgeschlossen", "eingestellt")
PHASES = ("ohne Angabe", "geplant", "in Vorbereitung", "in Umsetzung", "Daueraufgabe", *OVER)
STATUSES = ("ohne Angabe", "im Plan", "verzögert", "gefährdet", "ruht", "beendet")
DATES = ("ohne Termine", "überfällig", "später als geplant", "ohne Verzug")
NEWS = ("ohne Nachricht", "vor längerer Zeit", "in den letzten 12 Monaten")
QUESTIONS = {"phase": PHASES, "status": STATUSES, "termine": DATES, "neues": NEWS}
_DAY = timedelta(1)


class Time:
    """A time as it is written."""

    def __init__(self, text: str) -> None:
        """Take the first and the last day that it can mean, and the unit that it is known in."""
        self.text = text = text.strip().replace("–", "/")
        dots = [int(part) for part in text.split(".")] if text.count(".") == 2 else []
        dashes = [int(part) for part in text.split("-")] if "-" in text else []
        if dots or len(dashes) == 3:
            self.unit, self.first = "tag", date(*(dots[::-1] or dashes))
            self.last = self.first
            return
        head, _, tail = text.partition("/")
        if text.startswith("Q"):
            self.unit, months, year, month = "quartal", 3, int(tail), int(head[1:]) * 3 - 2
        elif dashes:
            self.unit, months, year, month = "monat", 1, dashes[0], dashes[1]
        elif tail and len(head) == 4:
            self.unit, months, year, month = "jahr", 12 * (int(tail) - int(head) + 1), int(head), 1
        elif tail:
            self.unit, months, year, month = "monat", 1, int(tail), int(head)
        else:
            self.unit, months, year, month = "jahr", 12, int(text), 1
        self.first = date(year, month, 1)
        self.last = _later(self.first, months) - _DAY


def _later(day: date, months: int) -> date:
    """The first of a month, some months later or earlier."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def a_year_before(day: date) -> date:
    """The same day of the year before; of a 29 February the 28th."""
    return date(day.year - 1, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def time_of(thing: Thing, *way: str) -> Time | None:
    """A time in a thing, if it is given."""
    for key in way:
        thing = thing.get(key) or {}
    return Time(thing) if isinstance(thing, str) else None


@dataclass(frozen=True)
class State:
    """How something stands on a day, and since when."""

    phase: str | None
    phase_since: str | None
    status: str | None
    status_since: str | None
    reason: str | None


def told_by(thing: Thing, day: date) -> list[Thing]:
    """The news up to a day, from the oldest to the newest; of one day in the order of the file."""
    news = [(Time(one["datum"]).first, place, one) for place, one in enumerate(thing.get("aktualisierungen", ()))]
    return [one for first, _, one in sorted(news, key=lambda item: item[:2]) if first <= day]


def state(thing: Thing, day: date) -> State:
    """How something stands: of phase and status each what was said last; a judgement ends when the thing does."""
    news = told_by(thing, day)
    phases = [one for one in news if "phase" in one]
    phase, phase_since = (phases[-1]["phase"], phases[-1]["datum"]) if phases else (thing.get("phase"), None)
    ends = [place for place, one in enumerate(news) if one.get("phase") in OVER]
    judged = [place for place, one in enumerate(news) if "status" in one]
    status, since, reason = thing.get("status"), None, thing.get("status_grund")
    if judged and (not ends or judged[-1] >= ends[-1]):
        one = news[judged[-1]]
        status, since, reason = one["status"], one["datum"], one["text"]
    elif ends:
        status = since = reason = None
    return State(phase, phase_since, status, since, reason)


@dataclass(frozen=True)
class Late:
    """Something that came too late, or has not come."""

    kind: str
    planned: str
    actual: str | None
    by: str


def lateness(thing: Thing, day: date) -> list[Late]:
    """What is late on a day, or was."""
    if {"ersetzt_durch", "zusammengefuehrt_mit"} & thing.keys():
        return []
    now = state(thing, day)
    over = now.phase in OVER
    found = []
    if now.phase != "Daueraufgabe":
        begun, ended = (_come(time_of(thing, "tatsaechlich", key), day) for key in ("beginn", "ende"))
        end = _late(time_of(thing, "geplant", "ende"), ended, day, ("ende", "beendet")) if ended or not over else None
        goes_on = now.phase not in {None, "geplant", "in Vorbereitung"} or ended is not None
        begin = _late(time_of(thing, "geplant", "beginn"), begun, day, ("beginn", "begonnen"))
        if (end and end.actual is None) or (begun is None and goes_on):
            begin = None
        found += [end, begin]
    if not over:
        for key, due, done, kind in (("meilensteine", "geplant", "erreicht", "meilenstein"),
                                     ("aufgaben", "bis", "erledigt", "aufgabe")):  # fmt: skip
            for step in thing.get(key, ()):
                if not _come(time_of(step, done), day):
                    found.append(_late(time_of(step, due), None, day, (kind, kind)))
    return [late for late in found if late]


def _come(time: Time | None, day: date) -> Time | None:
    return time if time and time.first <= day else None


def _late(planned: Time | None, actual: Time | None, day: date, kinds: tuple[str, str]) -> Late | None:
    happened = actual.first if actual else day
    if planned is None or happened <= planned.last:
        return None
    units = {planned.unit, actual.unit if actual else "tag"}
    unit = next(name for name in ("jahr", "quartal", "monat", "tag") if name in units)
    amount, at = 0, planned.last + _DAY
    while at <= happened:  # count the days on which a new unit begins
        amount += unit == "tag" or (at.day == 1 and (at.month - 1) % {"jahr": 12, "quartal": 3, "monat": 1}[unit] == 0)
        at += _DAY
    word = {"tag": "Tag", "monat": "Monat", "quartal": "Quartal", "jahr": "Jahr"}[unit]
    by = f"{amount} {word if amount == 1 else f'{word}e'}"
    return Late(kinds[1] if actual else kinds[0], planned.text, actual.text if actual else None, by)


def answers(thing: Thing, day: date) -> dict[str, str]:
    """The class of something for each question."""
    now, late = state(thing, day), lateness(thing, day)
    dated = [time_of(thing, "geplant", "beginn"), time_of(thing, "geplant", "ende"),
             *(time_of(one, "geplant") for one in thing.get("meilensteine", ())),
             *(time_of(one, "bis") for one in thing.get("aufgaben", ()))]  # fmt: skip
    if not any(dated):
        dates = "ohne Termine"
    elif any(one.actual is None for one in late):
        dates = "überfällig"
    else:
        dates = "später als geplant" if late else "ohne Verzug"
    told = told_by(thing, day)
    fresh = [one for one in told if Time(one["datum"]).last >= a_year_before(day)]
    return {
        "phase": now.phase or "ohne Angabe",
        "status": now.status or ("beendet" if now.phase in OVER else "ohne Angabe"),
        "termine": dates,
        "neues": NEWS[2] if fresh else NEWS[1] if told else NEWS[0],
    }


class County:
    """A concept as its files say it."""

    def __init__(self, folder: Path) -> None:
        """Read all files as they are written: everything is text."""
        self.folder = folder
        self.concept = self._read(folder / "konzept.yml")
        self.fields, self.projects, self.measures, self.indicators = (
            {path.stem: self._read(path) for path in sorted((folder / name).glob("*.yml"))}
            for name in ("handlungsfelder", "schluesselvorhaben", "massnahmen", "kennzahlen")
        )
        for row in self.concept["bearbeitungsstaende"]:
            for number in row["schluesselvorhaben"]:
                project = self.projects[number]
                project |= {key: row[key] for key in ("phase", "status") if key in row}
                if "status" in row:
                    project["status_grund"] = row["begruendung"]
        for name, indicator in self.indicators.items():
            if (table := folder / f"kennzahlen/{name}.csv").is_file():
                with table.open(encoding="utf-8", newline="") as file:
                    rows = csv.DictReader(file, delimiter=";")
                    indicator["werte"] = [{key: value for key, value in row.items() if value} for row in rows]

    @staticmethod
    def _read(path: Path) -> Any:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (text only)

    @property
    def things(self) -> dict[str, Thing]:
        """Key projects and measures."""
        return {**self.projects, **self.measures}

    @cached_property
    def goals(self) -> dict[str, tuple[str, Thing]]:
        """All goals, each with its field."""
        found: dict[str, tuple[str, Thing]] = {}
        waiting = [(number, goal) for number, field in self.fields.items() for goal in field.get("ziele", ())]
        while waiting:
            field, goal = waiting.pop(0)
            found[goal["nummer"]] = (field, goal)
            waiting += [(field, below) for below in goal.get("ziele", ())]
        return found

    @cached_property
    def newest(self) -> Time:
        """The day on which is measured when nobody names one."""
        return max(self._happened(), key=lambda when: when.first)

    def _happened(self) -> Iterator[Time]:
        yield Time(self.concept["fassung"]["stand"])
        yield from (Time(one["datum"]) for one in self.concept["verlauf"] if one["art"] != "ausblick")
        for thing in self.things.values():
            given = [time_of(thing, "tatsaechlich", key) for key in ("beginn", "ende")]
            for key, name in (("aktualisierungen", "datum"), ("meilensteine", "erreicht"), ("aufgaben", "erledigt")):
                given += [time_of(one, name) for one in thing.get(key, ())]
            yield from filter(None, given)
        for indicator in self.indicators.values():
            first = indicator.get("ausgangswert")
            yield from (Time(one["zeit"]) for one in (*indicator.get("werte", ()), *([first] if first else [])))

    def fields_of(self, number: str) -> set[str]:
        """The fields that a key project or measure counts in."""
        if number in self.measures:
            return {self.measures[number]["handlungsfeld"]}
        above = {field for field, goal in self.goals.values() if number in goal.get("schluesselvorhaben", ())}
        return above | set(self.projects[number]["handlungsfelder"])

    def of_goal(self, number: str) -> set[str]:
        """What counts for a goal."""
        _, goal = self.goals[number]
        projects = set(goal.get("schluesselvorhaben", ()))
        found = projects | set(goal.get("massnahmen", ()))
        found |= {name for name, measure in self.measures.items() if number in measure.get("ziele", ())}
        for project in projects:
            for group in self.projects[project].get("massnahmen", ()):
                found |= {placed["massnahme"] for placed in group["massnahmen"]}
        return found.union(*(self.of_goal(below["nummer"]) for below in goal.get("ziele", ())))

    def scopes(self) -> dict[str, set[str]]:
        """The concept, each field and each goal, with what belongs to it."""
        found = {"konzept": set(self.things)}
        found |= {field: {name for name in self.things if field in self.fields_of(name)} for field in self.fields}
        return found | {goal: self.of_goal(goal) for goal in self.goals}

    def numbers(self, day: date) -> dict[tuple[str, str, str], tuple[int, int, int]]:
        """Every number: of a scope, a question and a class how many key projects and measures, and both together."""
        apart = {name: _apart(thing) for name, thing in self.things.items()}
        classes = {name: answers(thing, day) for name, thing in self.things.items()}
        found = {}
        for scope, names in self.scopes().items():
            counted = {name for name in names if not apart[name]}
            rows = {("gezählt", "alle"): counted}
            for key, known in QUESTIONS.items():
                rows |= {(key, one): {name for name in counted if classes[name][key] == one} for one in known}
            for one in ("ersetzt", "zusammengeführt"):
                rows["nicht gezählt", one] = {name for name in names if apart[name] == one}
            for (key, one), those in rows.items():
                projects = len(those & self.projects.keys())
                found[scope, key, one] = projects, len(those) - projects, len(those)
        return found


def _apart(thing: Thing) -> str | None:
    return "ersetzt" if "ersetzt_durch" in thing else "zusammengeführt" if "zusammengefuehrt_mit" in thing else None


# Indicators


def number(text: str) -> Fraction:
    """A number as Germans write it."""
    return Fraction(text.replace(".", "").replace(" ", "").replace(",", "."))


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
