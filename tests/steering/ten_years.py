# A county that has carried out its concept for ten years: 200 measures with phases, judgements, dates of every
# precision, milestones, tasks, news, and indicators with a value a year. Made up with dice that always fall alike, so
# that every number can be computed anew by whoever reads the files. It holds what is rare as well: what is replaced or
# merged, taken up again, permanent, told twice on one day, or of which nothing is known.
from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests.steering.recount import Time

MEASURES = 200
YEARS = range(2016, 2026)
FIELDS = ("I", "II", "III", "IV")
PROJECTS = tuple(f"{field}.{n}" for field in FIELDS for n in (1, 2, 3))
NUMBERS = tuple(f"{n % len(FIELDS) + 1}-{n // len(FIELDS) + 1}" for n in range(MEASURES))
INDICATORS = tuple(f"kennzahl-{n}" for n in range(1, 25))
_DERIVED = {"I.2": ("in Umsetzung", "im Plan"), "III.1": ("geplant", None), "IV.3": (None, None)}
"""What the printed state of these key projects says; `None` where it allows nothing."""
_STATUS = ("im Plan", "im Plan", "verzögert", "gefährdet", "ruht")
_SUBJECTS = ("mobilitaet", "wohnen", "bildung", "klima")

Thing = dict[str, Any]


def write(folder: Path, seed: int = 7) -> None:
    """Write the concept into a folder that is not there yet; the same seed gives the same files."""
    dice = random.Random(seed)  # noqa: S311
    files = {
        "konzept": _concept(),
        "aufgehoben": [
            {"verweis": ref, "art": kind, "titel": f"Vorhaben {ref}", "ende": "2021", "grund": "Das Geld fehlt."}
            for ref, kind in (("1-91", "massnahme"), ("2-91", "massnahme"), ("I.9", "schluesselvorhaben"))
        ],
        **{f"handlungsfelder/{field}": _field(dice, field) for field in FIELDS},
        **{f"schluesselvorhaben/{number}": _project(dice, number) for number in PROJECTS},
        **{f"massnahmen/{number}": _measure(dice, number) for number in NUMBERS},
    }
    _relate(files)
    for place, name in enumerate(INDICATORS):
        files[f"kennzahlen/{name}"] = indicator = _indicator(dice, name)
        if place % 2:
            _as_table(folder / f"kennzahlen/{name}.csv", indicator.pop("werte"))
    for name, data in files.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _concept() -> Thing:
    return {
        "name": "Landkreis Zehnjahr",
        "kurzname": "Zehnjahr",
        "titel": "Konzept Zehnjahr",
        "land": "Musterland",
        "behoerde": "Landratsamt Zehnjahr",
        "fassung": {"bezeichnung": "Erste Fassung", "stand": "12/2015"},
        "leitgedanke": {"bezeichnung": "Zehn Jahre"},
        "ebenen": [{"einzahl": "Ziel", "mehrzahl": "Ziele"}, {"einzahl": "Teilziel", "mehrzahl": "Teilziele"}],
        "quellen": [{"kennung": "konzept", "titel": "Konzept Zehnjahr", "kurz": "Zehnjahr"}],
        "verlauf": [
            {"datum": "14.12.2015", "art": "schritt", "titel": "Das Konzept liegt vor"},
            {"datum": "2031", "art": "ausblick", "titel": "Das Konzept wird erneuert"},
        ],
        "bearbeitungsstaende": [
            {
                "angabe": f"Stand {number}",
                **({"phase": phase} if phase else {}),
                **({"status": status} if status else {}),
                "begruendung": f"So liest sich der Stand von {number}.",
                "schluesselvorhaben": [number],
            }
            for number, (phase, status) in _DERIVED.items()
        ],
    }


def _field(dice: random.Random, field: str) -> Thing:
    """A field with three goals, each with two below it; they name key projects and measures, also of other fields."""
    digit = FIELDS.index(field) + 1
    goals = []
    for n in (1, 2, 3):
        below = [{"nummer": f"{digit}.{n}.{m}", "titel": f"Teilziel {digit}.{n}.{m}",
                  "massnahmen": dice.sample(NUMBERS, dice.randrange(3))} for m in (1, 2)]  # fmt: skip
        goals.append({"nummer": f"{digit}.{n}", "titel": f"Ziel {digit}.{n}", "themen": [_SUBJECTS[digit - 1]],
                      "schluesselvorhaben": dice.sample(PROJECTS, 1) if n < 3 else [],
                      "massnahmen": dice.sample(NUMBERS, dice.randrange(4)), "ziele": below})  # fmt: skip
    return {"nummer": field, "titel": f"Feld {field}", "ziele": [_given(goal) for goal in goals]}


def _project(dice: random.Random, number: str) -> Thing:
    field = number.partition(".")[0]
    life = _life(dice)
    if number in _DERIVED:
        for key in ("phase", "status", "status_grund"):
            life.pop(key, None)
    own = [measure for measure in NUMBERS if FIELDS[int(measure[0]) - 1] == field]
    return _given({
        "nummer": number, "titel": f"Schlüsselvorhaben {number}", "kurztitel": f"Vorhaben {number}",
        "handlungsfelder": [field, *dice.sample([other for other in FIELDS if other != field], dice.randrange(2))],
        "beschreibung": f"Das Vorhaben {number} bündelt Maßnahmen.",
        "bearbeitungsstand": f"Stand {number}",
        "massnahmen": [{"titel": "Maßnahmen", "art": "kern",
                        "massnahmen": [{"massnahme": measure} for measure in dice.sample(own, 8)]}],
        **life,
    })  # fmt: skip


def _measure(dice: random.Random, number: str) -> Thing:
    digit = int(number[0])
    goals = [f"{dice.randint(1, 4)}.{dice.randint(1, 3)}{dice.choice(('', '.1', '.2'))}" for _ in range(2)]
    return _given({
        "nummer": number, "titel": f"Vorhaben {number} & <mehr>", "handlungsfeld": FIELDS[digit - 1],
        "ziele": list(dict.fromkeys(goals[: dice.randrange(3)])), "themen": [_SUBJECTS[digit - 1]], **_life(dice),
    })  # fmt: skip


def _relate(files: dict[str, Any]) -> None:
    """Let some measures be replaced or merged, and a key project replaced."""
    for old, new in (("1-3", "1-4"), ("1-4", "2-5"), ("2-8", "3-8"), ("3-20", "3-21"), ("4-41", "4-2")):
        files[f"massnahmen/{old}"]["ersetzt_durch"] = new
    for old, new in (("1-30", "1-31"), ("1-32", "1-31"), ("2-44", "4-44")):
        files[f"massnahmen/{old}"]["zusammengefuehrt_mit"] = new
    files["schluesselvorhaben/II.3"]["ersetzt_durch"] = "II.2"


def _given(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in ([], {}, None)}


def _said(dice: random.Random, day: date) -> str:
    """A time as somebody writes it who knows it more or less precisely."""
    quarter = (day.month + 2) // 3
    forms = (
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day.month:02}/{day.year}",
        f"{day.year}-{day.month:02}",
        f"Q{quarter}/{day.year}",
        str(day.year),
        f"{day.year}/{day.year + 1}" if day.year % 2 == 0 else f"{day.year - 1}–{day.year}",
    )  # fmt: skip
    return dice.choices(forms, (3, 1, 3, 3, 1, 3, 3, 1))[0]


def _life(dice: random.Random) -> Thing:
    """What became of something in ten years."""
    fate = dice.choices(("silent", "early", "planned", "running", "done", "dropped", "permanent", "resumed"),
                        (12, 8, 16, 26, 20, 6, 8, 4))[0]  # fmt: skip
    if fate == "silent":
        return {}
    begin = date(2016, 1, 1) + timedelta(dice.randrange(3300))
    end = begin + timedelta(dice.randrange(60, 1800))
    life: Thing = {}
    if dice.random() < 0.7:
        life["phase"] = dice.choice(("geplant", "in Vorbereitung"))
    if dice.random() < 0.15:
        life |= {"status": dice.choice(_STATUS), "status_grund": "So war es beim Beschluss."}
    if dice.random() < 0.75:
        parts = {"beginn": begin, "ende": end}
        if dice.random() < 0.3:
            del parts[dice.choice(("beginn", "ende"))]
        life["geplant"] = {key: _said(dice, day) for key, day in parts.items()}
    if dice.random() < 0.4:
        life["meilensteine"] = [_milestone(dice, begin, end) for _ in range(dice.randint(1, 3))]
    if dice.random() < 0.4:
        life["aufgaben"] = [_task(dice, begin, end) for _ in range(dice.randint(1, 3))]
    if fate not in {"early", "planned"}:
        life |= _carried_out(dice, fate, begin, end)
    return _consistent(_given(life))


def _milestone(dice: random.Random, begin: date, end: date) -> Thing:
    day = begin + (end - begin) * dice.random()
    return _given({
        "titel": "Etwas ist erreicht",
        "geplant": _said(dice, day) if dice.random() < 0.8 else None,
        "erreicht": _said(dice, _happened(day + timedelta(dice.randrange(-30, 400)))) if dice.random() < 0.6 else None,
    })  # fmt: skip


def _task(dice: random.Random, begin: date, end: date) -> Thing:
    step = _milestone(dice, begin, end)
    return _given({"text": "Etwas ist zu tun", "bis": step.get("geplant"), "erledigt": step.get("erreicht")})


def _happened(day: date) -> date:
    """What has happened lies in the ten years."""
    return min(day, date(2025, 12, 31))


def _carried_out(dice: random.Random, fate: str, begin: date, end: date) -> Thing:
    started = _happened(begin + timedelta(dice.randrange(-60, 500)))
    ended = _happened(max(started, end + timedelta(dice.randrange(-200, 700))))
    last = {"done": "abgeschlossen", "dropped": "eingestellt", "permanent": "Daueraufgabe"}.get(fate)
    news: list[Thing] = [{"datum": _said(dice, started), "text": "Es hat begonnen.", "phase": "in Umsetzung"}]
    for year in range(started.year, ended.year + 1):
        if dice.random() < 0.6:
            day = _happened(date(year, 1, 1) + timedelta(dice.randrange(365)))
            told = {"datum": _said(dice, day), "text": f"So stand es {year}."}
            news.append(told | ({"status": dice.choice(_STATUS)} if dice.random() < 0.7 else {}))
    if last:
        news.append({"datum": _said(dice, ended), "text": "So ging es aus.", "phase": last})
    if fate == "resumed":
        news.append({"datum": _said(dice, ended), "text": "Es schien fertig.", "phase": "abgeschlossen"})
        news.append({"datum": "31.12.2025", "text": "Es geht weiter.", "phase": "in Umsetzung"})
    if dice.random() < 0.2:
        dice.shuffle(news)
    actual: Thing = {"beginn": _said(dice, started)} if dice.random() < 0.6 else {}
    if fate in {"done", "dropped"} and dice.random() < 0.7:
        actual["ende"] = _said(dice, ended)
    return {"tatsaechlich": actual, "aktualisierungen": news}


def _consistent(life: Thing) -> Thing:
    """Leave out what `kek pruefen` would not take: times are written loosely, so they may come to contradict."""
    told: dict[date, str] = {}
    for news in life.get("aktualisierungen", ()):
        if "status" in news and told.setdefault(Time(news["datum"]).first, news["status"]) != news["status"]:
            del news["status"]
    order = sorted((news for news in life.get("aktualisierungen", ()) if "phase" in news),
                   key=lambda news: Time(news["datum"]).first)  # fmt: skip
    last = order[-1]["phase"] if order else life.get("phase")
    if last not in {"abgeschlossen", "eingestellt", None}:
        life.get("tatsaechlich", {}).pop("ende", None)
    if last == "Daueraufgabe":
        life.get("geplant", {}).pop("ende", None)
    return _given(life)


def _indicator(dice: random.Random, name: str) -> Thing:
    start, step = dice.randint(300, 4000), dice.choice((-1, 1)) * dice.randint(5, 90)
    direction = dice.choice(("steigend", "fallend", "gleichbleibend", None)) if dice.random() < 0.4 else (
        "steigend" if step > 0 else "fallend")  # fmt: skip
    values = [
        {"zeit": dice.choice((str(year), f"31.12.{year}", f"{dice.randint(1, 12):02}/{year}")),
         "wert": _number(start + (year - 2015) * step + dice.randint(-60, 60))}
        for year in YEARS if dice.random() < 0.9
    ]  # fmt: skip
    for value in values:
        if dice.random() < 0.1:
            value["genauigkeit"] = dice.choice(("rund", "mindestens", "höchstens", "weniger als"))
        elif dice.random() < 0.1:
            value["bis"] = _number(_tenths(value["wert"]) + dice.randint(1, 90))
    targets: list[Thing] = [
        {"zeit": str(year), "wert": _number(start + (year - 2015) * (step + dice.randint(-3, 2)))}
        for year in (2020, 2025, 2030) if dice.random() < 0.7
    ]  # fmt: skip
    if targets and dice.random() < 0.3:
        targets[-1]["genauigkeit"] = dice.choice(("mindestens", "höchstens"))
    goal = f"{dice.randint(1, 4)}.{dice.randint(1, 3)}"
    return _given({
        "kennung": name, "titel": f"Zahl {name}", "einheit": "Stück", "richtung": direction,
        "ausgangswert": {"zeit": "2015", "wert": _number(start)} if dice.random() < 0.8 else None,
        "zielwerte": targets, "werte": values,
        "fuer": list(dict.fromkeys([goal, dice.choice(NUMBERS), *dice.sample((*FIELDS, *PROJECTS), 1)])),
    })  # fmt: skip


def _number(tenths: int) -> str:
    """A number as Germans write it: 1.234,5 or 1 234."""
    whole, rest = divmod(max(tenths, 0) * 7, 10)
    return f"{whole:,}".replace(",", ".") + f",{rest}" if rest else f"{whole:,}".replace(",", " ")


def _tenths(number: str) -> int:
    whole, _, rest = number.replace(".", "").replace(" ", "").partition(",")
    return (int(whole) * 10 + int(rest or 0)) // 7


def _as_table(file: Path, values: list[Thing]) -> None:
    """Values as a spreadsheet saves them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [";".join(value.get(key, "") for key in ("zeit", "wert", "bis", "genauigkeit")) for value in values]
    file.write_text("\n".join(["zeit;wert;bis;genauigkeit", *lines, ""]), encoding="utf-8")
