# Fields of action with their goals, and the SWOT analysis that they answer.
from __future__ import annotations

from bench.concepts.county import County, Field, few, sources
from bench.concepts.lists import Actor, mention
from bench.concepts.sentences import Writer, upper
from bench.concepts.stems import SUBJECTS
from bench.concepts.words import slug
from kek_build.editing import Value
from kek_build.models import QUADRANTS

_STATEMENTS = (3, 8)
"""How many statements a quadrant has, at least and at most."""
_SUBJECTS = {"umwelt": "natur", "energie": "klima", "digital": "digitales", "zusammenarbeit": "engagement"}
"""The subjects that all counties share, where they are called otherwise than the symbol of a field."""


def field_file(county: County, field: Field, who: list[Actor]) -> Value:
    """A file of handlungsfelder/."""
    writer = county.writer("handlungsfeld", field.number, field.symbol)
    entry: dict[str, Value] = {
        "nummer": field.number,
        "titel": SUBJECTS[field.symbol].title,
        "symbol": field.symbol,
        "kurz": writer.text(160),
        "leicht": f"Hier geht es um {SUBJECTS[field.symbol].title}.\nDas will der Land·kreis:\n- Alle leben gut.\n",
        "leitsaetze": [{"text": writer.text(130)} for _ in range(3)],
        "themen": [_SUBJECTS.get(field.symbol, field.symbol)],
        "quelle": sources(writer.dice, "3. Leitbild"),
    }
    if goals := [_theme(county, field, theme, who) for theme in field.themes]:
        entry["ziele"] = goals
    return entry


def _theme(county: County, field: Field, number: str, who: list[Actor]) -> Value:
    writer = county.writer("ziel", number, field.symbol)
    entry: dict[str, Value] = {
        "nummer": number,
        "titel": upper(writer.plural()),
        "kurz": writer.text(150),
        "leitsatz": {"text": writer.text(100)},
        "quelle": sources(writer.dice, f"Handlungsfeld {field.number}"),
    }
    place, of = field.themes.index(number), len(field.themes)
    if projects := field.projects[place::of]:
        entry["schluesselvorhaben"] = list(projects)
    if goals := [_goal(county, field, goal, who) for goal in field.goals[number]]:
        entry["ziele"] = goals
    return entry


def _goal(county: County, field: Field, number: str, who: list[Actor]) -> Value:
    writer = county.writer("ziel", number, field.symbol)
    dice = writer.dice
    entry: dict[str, Value] = {
        "nummer": number,
        "titel": writer.name(),
        "kurz": writer.text(170),
        "quelle": sources(dice, f"Handlungsfeld {field.number}"),
        "ziele": [_step(county, writer, f"{number}-{step}", who) for step in range(1, dice.randint(2, 4))],
    }
    if dice.random() < 0.35:
        entry["beteiligte"] = [{"akteur": name} for name in few(dice, [actor.ref for actor in who], 2)]
    if dice.random() < 0.2:
        entry["produkte"] = [{"nummer": str(dice.randint(11101, 57999)), "bezeichnung": writer.noun().text}]
    if dice.random() < 0.2:
        entry["hinweis"] = [{"art": "widerspruch", "text": f"{writer.text(160)} Siehe [[{field.number}]]."}]
    return entry


def _step(county: County, writer: Writer, number: str, who: list[Actor]) -> Value:
    dice = writer.dice
    entry: dict[str, Value] = {"nummer": number, "titel": writer.name()}
    if dice.random() < 0.75:
        entry["kurz"] = writer.text(130)
    if dice.random() < 0.5:
        entry["beteiligte"] = [{"akteur": name} for name in few(dice, [actor.ref for actor in who], 1)]
    if dice.random() < 0.1:
        entry["orte"] = few(dice, county.place_refs, 2)
    return entry


def topics(county: County) -> dict[str, Value]:
    """The files of swot/, by short name."""
    found: dict[str, Value] = {}
    for index in range(county.sizes.topics):
        field = county.fields[index % len(county.fields)]
        writer = county.writer("swot", index, field.symbol)
        title = upper(f"{writer.noun().text} und {writer.noun().text}")
        name = slug(title)[:60].strip("-")
        if name not in found:
            found[name] = {"kennung": name, **_topic(county, field, writer, title)}
    return found


def _topic(county: County, field: Field, writer: Writer, title: str) -> dict[str, Value]:
    quadrants: dict[str, Value] = {
        key: [
            _statement(county, field, writer, f"{ident}-{place}")
            for place in range(1, 1 + writer.dice.randint(*_STATEMENTS))
        ]
        for key, ident in QUADRANTS.items()
    }  # fmt: skip
    return {
        "titel": title,
        "titel_redaktionell": "ja",
        "kurz": writer.text(260),
        "handlungsfelder": [field.number],
        **quadrants,
        "quelle": sources(writer.dice, "2. SWOT-Analyse"),
    }


def _statement(county: County, field: Field, writer: Writer, ident: str) -> Value:
    dice = writer.dice
    text = writer.text(115)
    if dice.random() < 0.15:
        text = f"{text} Dazu gehört {mention(county, writer)}."
    entry: dict[str, Value] = {"id": ident, "text": text}
    if dice.random() < 0.75:
        answers = few(dice, field.measures, 2)
        if field.projects and dice.random() < 0.3:
            answers.append(dice.choice(field.projects))
        entry["antworten"] = answers
    if dice.random() < 0.2:
        other = dice.choice(field.measures)
        entry["hinweis"] = [{"art": "widerspruch", "text": f"{writer.text(140)} Anders steht es bei [[{other}]]."}]
    return entry
