# Every number of a concept's progress, computed anew from its files: with rules read from the published ones, and with
# none of the program's code. It takes its time and knows only the forms that `ten_years` writes.
from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Thing = dict[str, Any]
OVER = ("abgeschlossen", "eingestellt")
NOT_BEGUN = ("geplant", "in Vorbereitung")
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
    place: int = 0
    """Where it stands among the milestones or tasks."""


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
        goes_on = now.phase not in {None, *NOT_BEGUN} or ended is not None
        begin = _late(time_of(thing, "geplant", "beginn"), begun, day, ("beginn", "begonnen"))
        if (end and end.actual is None) or (begun is None and goes_on):
            begin = None
        found += [end, begin]
    if not over:
        for key, due, done, kind in (("meilensteine", "geplant", "erreicht", "meilenstein"),
                                     ("aufgaben", "bis", "erledigt", "aufgabe")):  # fmt: skip
            for place, step in enumerate(thing.get(key, ())):
                if not _come(time_of(step, done), day):
                    found.append(_late(time_of(step, due), None, day, (kind, kind), place))
    return [late for late in found if late]


def _come(time: Time | None, day: date) -> Time | None:
    return time if time and time.first <= day else None


def _late(planned: Time | None, actual: Time | None, day: date, kinds: tuple[str, str], place: int = 0) -> Late | None:
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
    return Late(kinds[1] if actual else kinds[0], planned.text, actual.text if actual else None, by, place)


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

    def indicators_of(self, scope: str) -> set[str]:
        """The indicators that measure the concept, a field or a goal, or anything that belongs to it."""
        if scope == "konzept":
            return set(self.indicators)
        goals = {goal for goal in self.goals if goal == scope or goal.startswith(f"{scope}.")}
        if scope in self.fields:
            goals = {goal for goal, (field, _) in self.goals.items() if field == scope}
        measured = {scope} | goals | self.scopes()[scope]
        return {name for name, indicator in self.indicators.items() if measured & set(indicator.get("fuer", ()))}

    def numbers(self, day: date) -> dict[tuple[str, str, str], tuple[int, int, int]]:
        """Every number: of a scope, a question and a class how many key projects and measures, and both together."""
        apart = {name: _apart(thing) for name, thing in self.things.items()}
        classes = {name: answers(thing, day) for name, thing in self.things.items()}
        found = {}
        for scope, names in self.scopes().items():
            counted = {name for name in names if not apart[name]}
            rows = {("gezaehlt", "alle"): counted}
            for key, known in QUESTIONS.items():
                rows |= {(key, one): {name for name in counted if classes[name][key] == one} for one in known}
            for one in ("ersetzt", "zusammengeführt"):
                rows["nicht_gezaehlt", one] = {name for name in names if apart[name] == one}
            for (key, one), those in rows.items():
                projects = len(those & self.projects.keys())
                found[scope, key, one] = projects, len(those) - projects, len(those)
        return found


def _apart(thing: Thing) -> str | None:
    return "ersetzt" if "ersetzt_durch" in thing else "zusammengeführt" if "zusammengefuehrt_mit" in thing else None
