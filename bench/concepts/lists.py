# The short lists of an invented county, a file each: actors, places, glossary.
from __future__ import annotations

import random
from dataclasses import dataclass

from bench.concepts.county import County, few, sources
from bench.concepts.sentences import Writer, upper
from bench.concepts.stems import SUBJECTS
from bench.concepts.words import slug, vocabularies
from kek_build.editing import Value

LAND = "Sachsen"
"""The counties are invented, and so are the last six digits of their keys; the Land is real, so its law is shown."""
_KEYS = 14_800
"""Where the first five digits of the municipality keys begin; no real county has these."""
_SUBJECTS = tuple(SUBJECTS)


@dataclass(frozen=True)
class Actor:
    """An actor's short name, name and kind."""

    ref: str
    name: str
    kind: str


def actors(county: County) -> list[Actor]:
    """The actors of a county: the county itself and its council first."""
    dice = county.dice("akteure", "")
    found = [Actor(f"landkreis-{county.slug}", county.title, "Landkreis"), Actor("kreistag", "Kreistag", "Gremium"),
             Actor("staedte-und-gemeinden", "Städte und Gemeinden", "Gruppe")]  # fmt: skip
    seen = {actor.ref for actor in found}
    while len(found) < county.sizes.actors:
        noun = vocabularies(county.seed)[dice.choice(_SUBJECTS)].draw(dice)
        town = dice.choice(county.places)
        name, kind = dice.choice((
            (f"Amt für {noun.plural}", "Amt"), (f"{noun.text} {town}", "Einrichtung"), (f"{noun.plural}", "Gruppe"),
            (f"Verein {noun.text} {town}", "Verein"), (f"{noun.text} {town} GmbH", "Unternehmen"),
            (f"Netzwerk {noun.text}", "Netzwerk"), (f"Zweckverband {noun.text}", "Verband"),
            (f"Beauftragte für {noun.plural}", "Funktion"), (f"Landesamt für {noun.plural}", "Behörde"),
            (f"Hochschule {town}", "Hochschule"), (f"Gemeinde {town}", "Kommune"),
        ))  # fmt: skip
        ref = slug(name)
        if ref not in seen and len(ref) <= 80:
            seen.add(ref)
            found.append(Actor(ref, name, kind))
    return found


def actors_file(county: County, who: list[Actor]) -> list[Value]:
    """akteure.yml."""
    return [_actor(county, actor) for actor in who]


def _actor(county: County, actor: Actor) -> Value:
    writer = county.writer("akteur", actor.ref, county.fields[len(actor.ref) % len(county.fields)].symbol)
    dice = writer.dice
    entry: dict[str, Value] = {"kennung": actor.ref, "name": actor.name, "art": actor.kind, "kurz": writer.text(110)}
    if actor.kind in {"Amt", "Funktion"}:
        entry["gehoert_zu"] = f"landkreis-{county.slug}"
    if dice.random() < 0.3:
        entry["schreibweisen"] = [f"{actor.name} des Landkreises", f"{actor.kind} {writer.noun().text}"]
    if dice.random() < 0.2:
        entry["orte"] = few(dice, county.place_refs, 2)
    if dice.random() < 0.1:
        entry["hinweis"] = [{"art": "redaktionell", "text": writer.text(180)}]
    entry["quelle"] = sources(dice, f"4. Schlüsselvorhaben, Profil {dice.choice(county.fields).number}")
    return entry


def places_file(county: County) -> list[Value]:
    """orte.yml: the county and its Land, then all places; villages belong to a municipality."""
    ref = f"landkreis-{county.slug}"
    around: list[Value] = [
        {"kennung": ref, "name": county.title, "art": "Landkreis", "im_landkreis": "ja", "gehoert_zu": "land",
         "kurz": "Das Gebiet, für das das Konzept gilt.", "quelle": sources(county.dice("ort", ref), "Titelblatt")},
        {"kennung": "land", "name": LAND, "art": "Land", "im_landkreis": "nein", "kurz": "Das Bundesland."},
    ]  # fmt: skip
    return [*around, *(_place(county, index) for index in range(len(county.places)))]


def _place(county: County, index: int) -> Value:
    name, ref = county.places[index], county.place_refs[index]
    writer = county.writer("ort", ref, county.fields[index % len(county.fields)].symbol)
    dice = writer.dice
    entry: dict[str, Value] = {"kennung": ref, "name": name, "im_landkreis": "ja"}
    if index < county.municipalities:
        entry["art"] = "Große Kreisstadt" if index < 3 else "Gemeinde" if dice.random() < 0.6 else "Stadt"
        entry["ags"] = f"{_KEYS + county.index}{index + 1:03d}"
        entry["gehoert_zu"] = f"landkreis-{county.slug}"
        if dice.random() < 0.3:
            others = [place for place in county.place_refs[: county.municipalities] if place != ref]
            entry["nachbarn"] = few(dice, others, 3)
            entry["nachbarn_quelle"] = "Karte der Gemeinden, 2024"
    else:
        _part(entry, county, dice)
    if dice.random() < 0.2:
        entry["schreibweisen"] = [f"{name} ({writer.noun().text})"]
    entry["kurz"] = writer.text(110)
    entry["quelle"] = sources(dice, f"4. Schlüsselvorhaben, Profil {dice.choice(county.fields).number}")
    if dice.random() < 0.15:
        entry["hinweis"] = [{"art": "schreibweise", "text": writer.text(160)}]
    return entry


def _part(entry: dict[str, Value], county: County, dice: random.Random) -> None:
    """A place that is no municipality."""
    chance = dice.random()
    if chance < 0.55:
        entry["art"] = "Ortsteil"
        entry["gehoert_zu"] = dice.choice(county.place_refs[: county.municipalities])
    elif chance < 0.8:
        entry["art"] = dice.choice(("Landschaft", "Gewässer", "Verkehrsweg", "Bauwerk", "Kooperationsraum"))
    else:
        entry["art"] = dice.choice(("Stadt", "Region", "Gemeinde"))
        entry["im_landkreis"] = "nein"


def terms(county: County) -> list[str]:
    """The terms of the glossary: the most frequent words of the county's subjects, so that they stand in its texts."""
    words = [vocabularies(county.seed)[field.symbol].nouns for field in county.fields]
    found = dict.fromkeys(nouns[rank].text for rank in range(county.sizes.terms) for nouns in words)
    return list(found)[: county.sizes.terms]


def glossary_file(county: County) -> list[Value]:
    """glossar.yml; every sixth term is an abbreviation with its long form."""
    entries: dict[str, Value] = {}
    for index, term in enumerate(terms(county)):
        writer = county.writer("begriff", term, county.fields[index % len(county.fields)].symbol)
        entry: dict[str, Value] = {"kennung": slug(term), "begriff": term, "erklaerung": writer.text(120)}
        if index % 6 == 5:
            entry |= {"begriff": abbreviation(index), "langform": upper(f"{term} im Landkreis")}
        elif writer.dice.random() < 0.5:
            entry["formen"] = [f"{term}en", f"{writer.noun().text}"]
        entry["herkunft"] = "redaktion"
        if writer.dice.random() < 0.3:
            entry["quelle"] = sources(writer.dice, "2. SWOT-Analyse")
        entries[slug(term)] = entry
    return list(entries.values())


def abbreviation(index: int) -> str:
    """Three capitals, different for every number up to 9,000."""
    letters = "BDFGKLMNPRSTVWZ"
    return (
        letters[index % 15] + "AEIOU"[index // 15 % 5] + letters[index // 75 % 15] + letters[(index // 1125 + 7) % 15]
    )


def mention(county: County, writer: Writer) -> str:
    """A reference to a term, as it stands in a sentence."""
    term = writer.dice.choice(terms_of(county))
    return f"[[glossar/{slug(term)}|{term}]]"


_TERMS: dict[tuple[int, int, int], list[str]] = {}


def terms_of(county: County) -> list[str]:
    """`terms`, remembered."""
    key = (county.seed, county.index, county.sizes.measures)
    if key not in _TERMS:
        _TERMS[key] = terms(county)
    return _TERMS[key]
