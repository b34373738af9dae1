# Measures, key projects and indicators of an invented county: as long, as often and as much linked as those of Leipzig,
# and with dates, phases and news as a county writes them once it carries its concept out.
from __future__ import annotations

import random

from bench.concepts.county import County, Field, few, sources
from bench.concepts.lists import Actor, abbreviation, mention
from bench.concepts.sentences import Writer, upper
from kek_build.editing import Value

_PHASES = ("geplant", "geplant", "in Vorbereitung", "in Umsetzung", "in Umsetzung", "Daueraufgabe", "abgeschlossen",
           "eingestellt")  # fmt: skip
_STATUS = ("im Plan", "im Plan", "im Plan", "verzögert", "gefährdet", "ruht")
_EASY = ("Busse sollen öfter fahren.", "Wege sollen sicher sein.", "Ämter sollen leichter helfen.",
         "Schulen sollen gut sein.", "Häuser sollen warm sein.", "Alle Menschen sollen mit·machen.")  # fmt: skip
_GROUPS = ("Maßnahmen", "ÖPNV", "Beratung", "Bauen", "Öffentlichkeitsarbeit")


def measure(county: County, field: Field, number: str, who: list[Actor]) -> Value:
    """A file of massnahmen/."""
    writer = county.writer("massnahme", number, field.symbol)
    dice = writer.dice
    entry: dict[str, Value] = {"nummer": number, "titel": writer.title(), "kurz": writer.text(115),
                               "handlungsfeld": field.number}  # fmt: skip
    if dice.random() < 0.35:
        entry["beschreibung"] = f"{writer.text(150)} {_aside(county, writer)}"
    if dice.random() < 0.29:
        entry["punkte"] = _points(writer)
    if field.all_goals and dice.random() < 0.8:
        entry["ziele"] = few(dice, field.all_goals, 2) if dice.random() < 0.2 else [dice.choice(field.all_goals)]
    if dice.random() < 0.7:
        entry["prioritaet"] = dice.choice(("+++", "++", "++", "+"))
    entry |= _times(writer, news=0.12)
    if dice.random() < 0.55:
        entry["beteiligte"] = _parts(dice, who)
    if dice.random() < 0.4:
        entry["orte"] = few(dice, county.place_refs, 3)
    project = dice.choice(field.projects or (field.number,))
    entry["quelle"] = sources(dice, f"4. Schlüsselvorhaben, Profil {project}")
    if dice.random() < 0.25:
        other = dice.choice(field.measures)
        text = f"{writer.text(120)} Das Profil [[{project}]] sagt es anders als [[{other}]]."
        entry["hinweis"] = [{"art": dice.choice(("widerspruch", "schreibweise", "luecke")), "text": text}]
    return entry


def _aside(county: County, writer: Writer) -> str:
    if writer.dice.random() < 0.5:
        return f"Näheres steht unter {mention(county, writer)}."
    return f"Das gilt auch für {abbreviation(6 * writer.dice.randrange(county.sizes.terms // 6 or 1) + 5)}."


def _points(writer: Writer) -> list[Value]:
    points: list[Value] = []
    for _ in range(writer.dice.randint(2, 5)):
        point: dict[str, Value] = {"text": writer.point()}
        if writer.dice.random() < 0.12:
            point["punkte"] = [{"text": writer.point()} for _ in range(2)]
        points.append(point)
    return points


def _times(writer: Writer, news: float) -> dict[str, Value]:
    dice = writer.dice
    entry: dict[str, Value] = {}
    start = dice.randint(2019, 2031)
    phase = dice.choice(_PHASES)
    if dice.random() < 0.9:
        entry["phase"] = phase
    if phase in {"in Vorbereitung", "in Umsetzung"} and dice.random() < 0.8:
        entry["status"] = dice.choice(_STATUS)
        entry["status_grund"] = "So steht es in der letzten Vorlage an den Kreistag."
    if dice.random() < 0.6:
        planned: dict[str, Value] = {"beginn": _when(dice, start), "ende": str(start + dice.randint(1, 6))}
        if entry.get("phase") == "Daueraufgabe":
            del planned["ende"]
        entry["geplant"] = planned
    if phase == "abgeschlossen":
        entry["tatsaechlich"] = {"beginn": str(start - 3), "ende": str(start)}
    if dice.random() < news:
        entry["aktualisierungen"] = [
            {"datum": f"{dice.randint(1, 28):02d}.{dice.randint(1, 12):02d}.{year}", "text": writer.text(100),
             "quelle": f"Vorlage {year}/{dice.randint(1, 400)}"}
            for year in range(2024, 2024 + dice.randint(1, 2))
        ]  # fmt: skip
    return entry


def _when(dice: random.Random, year: int) -> str:
    return dice.choice((str(year), f"Q{dice.randint(1, 4)}/{year}", f"{dice.randint(1, 12):02d}/{year}"))


def _parts(dice: random.Random, who: list[Actor]) -> list[Value]:
    names = few(dice, [actor.ref for actor in who], 3)
    return [
        {"akteur": name, "rolle": "mitwirkend" if index else "federführend"}
        if dice.random() < 0.7
        else {"akteur": name}
        for index, name in enumerate(names)
    ]


def project(county: County, field: Field, number: str, who: list[Actor]) -> Value:
    """A file of schluesselvorhaben/: its share of the field's measures, in groups, and now and then one of another."""
    writer = county.writer("schluesselvorhaben", number, field.symbol)
    dice = writer.dice
    references = [actor.ref for actor in who]
    title = writer.name()
    entry: dict[str, Value] = {
        "nummer": number,
        "titel": title,
        "kurztitel": writer.title(58),
        "kurz": writer.text(160),
        "leicht": _easy(dice),
        "handlungsfelder": [field.number],
        "ziele": [{"text": writer.text(110)} for _ in range(dice.randint(1, 4))],
        "beschreibung": f"{writer.text(300)}\n\n{writer.text(260)}",
        "bearbeitungsstand": writer.text(90),
        "traeger": {"akteure": few(dice, references, 3), "vermerk": "und andere"},
        "arbeitsschritte": [writer.point() for _ in range(dice.randint(1, 4))],
        "ansprechpartner": {"akteure": few(dice, references, 2)},
        "quelle": sources(dice, f"4. Schlüsselvorhaben, Profil {number}"),
    }
    entry |= _times(writer, news=0.3)
    if groups := _placements(field, number, writer):
        entry["massnahmen"] = groups
    if dice.random() < 0.4:
        entry["orte"] = few(dice, county.place_refs, 6)
    entry["hinweis"] = [
        {"art": dice.choice(("widerspruch", "luecke", "redaktionell")),
         "text": f"{writer.text(200)} Mehr dazu bei [[{dice.choice(field.measures)}]].",
         "auch": few(dice, [other for other in field.measures if other != number], 2)}
        for _ in range(dice.randint(1, 4))
    ]  # fmt: skip
    return entry


def _placements(field: Field, number: str, writer: Writer) -> list[Value]:
    """The measures in groups of a title; each project has a share, and one in ten stands with another as well."""
    dice = writer.dice
    place, of = field.projects.index(number), len(field.projects)
    own = list(field.measures[place::of])
    others = [measure for measure in few(dice, field.measures, 2) if measure not in own and dice.random() < 0.6]
    cut = len(own) if len(own) < 4 else dice.randint(2, len(own) - 1)
    core, further = own[:cut], [*own[cut:], *others]
    groups: list[Value] = []
    names = ["Maßnahmen", *dice.sample(_GROUPS[1:], 1)] if len(core) > 3 else ["Maßnahmen"]
    for index, name in enumerate(names):
        if part := core[index :: len(names)]:
            groups.append({"titel": name, "art": "kern", "massnahmen": [_placed(writer, item) for item in part]})
    if further:
        groups.append({"titel": "Weitere Maßnahmen", "art": "weitere",
                       "massnahmen": [_placed(writer, item) for item in further]})  # fmt: skip
    return groups


def _placed(writer: Writer, number: str) -> Value:
    if writer.dice.random() < 0.1:
        return {"massnahme": number, "vermerk": writer.text(90)}
    return {"massnahme": number}


def _easy(dice: random.Random) -> str:
    lines = "\n".join(f"- {aim}" for aim in dice.sample(_EASY, 3))
    return f"Hier geht es um eine wichtige Aufgabe.\nDas will der Land·kreis:\n{lines}\n"


def indicator(county: County, index: int) -> tuple[str, Value]:
    """A file of kennzahlen/ and its short name."""
    field = county.fields[index % len(county.fields)]
    writer = county.writer("kennzahl", index, field.symbol)
    dice = writer.dice
    name = f"kennzahl-{index + 1}"
    start, step = dice.randint(20, 400), dice.choice((-1, 1)) * dice.randint(1, 9)
    years = range(2019, dice.randint(2021, 2026))
    values: list[Value] = [{"zeit": str(year), "wert": str(max(0, start + step * (year - 2018)))} for year in years]
    entry: dict[str, Value] = {
        "kennung": name,
        "titel": upper(f"{writer.plural()} im Landkreis"),
        "kurz": writer.text(110),
        "einheit": dice.choice(("Prozent", "km je Jahr", "Stück", "Euro je Person", "Tonnen je Jahr")),
        "richtung": "steigend" if step > 0 else "fallend",
        "ausgangswert": {"zeit": "2018", "wert": str(start)},
        "werte": values,
        "zielwerte": [{"zeit": "2030", "wert": str(max(0, start + step * 12)), "genauigkeit": "mindestens"}],
        "fuer": [dice.choice(field.measures), *([dice.choice(field.all_goals)] if field.all_goals else [])],
        "zuordnung": "redaktionell",
        "quelle": sources(dice, "2. SWOT-Analyse"),
    }
    return name, entry
