# What an invented county says of its concept as a whole, and its pages of prose.
from __future__ import annotations

from bench.concepts.county import DOCUMENT, County
from bench.concepts.lists import LAND, Actor, mention
from bench.concepts.sentences import Writer
from kek_build.editing import Value, render

_LEVELS: list[Value] = [
    {"einzahl": "Themenfeld", "mehrzahl": "Themenfelder", "kurz": "Ein Themenfeld fasst Ziele zusammen."},
    {"einzahl": "strategisches Ziel", "mehrzahl": "strategische Ziele", "eigene_seite": "ja"},
    {"einzahl": "operatives Ziel", "mehrzahl": "operative Ziele", "eigene_seite": "nein", "nummern": "redaktionell"},
]  # fmt: skip
_PRIORITIES = (("+++", "hohe"), ("++", "mittlere"), ("+", "geringere"))
_PAGES = ("Ausgangssituation", "Gründe für die Fortschreibung", "Das Konzept als Instrument", "Aufbau und Inhalte")


def concept_file(county: County, who: list[Actor]) -> Value:
    """konzept.yml."""
    writer = county.writer("konzept", "", county.fields[0].symbol)
    source: Value = [{"dokument": DOCUMENT, "abschnitt": "1. Präambel"}]
    sections = ("Titelblatt", "1. Präambel", "2. SWOT-Analyse", "3. Leitbild", "4. Schlüsselvorhaben")
    return {
        "name": county.title,
        "kurzname": county.name,
        "titel": f"Kreisentwicklungskonzept {county.title} 2035",
        "land": LAND,
        "behoerde": county.title,
        "kurz": writer.text(230),
        "leicht": "Hier steht ein Plan für den Land·kreis.\nZum Land·kreis gehören viele Orte.\n",
        "fassung": {"bezeichnung": "Fortschreibung KEK 2035", "stand": "31.12.2023"},
        "leitgedanke": {"bezeichnung": writer.name(), "kurz": writer.text(220), "quelle": source},
        "werte": [{"bezeichnung": word} for word in ("familienfreundlich", "gastfreundlich", "weltoffen")],
        "ebenen": _LEVELS,
        "prioritaeten": [{"zeichen": sign, "bedeutung": f"{word} Priorität"} for sign, word in _PRIORITIES],
        "verlauf": [*(_event(writer, year) for year in (2019, 2021, 2022)),
                    {"datum": "14.12.2023", "art": "beschluss", "titel": "Der Kreistag beschließt das Konzept",
                     "gremium": "kreistag", "text": writer.text(120), "quelle": source}],
        "mitwirkende": [{"akteur": actor.ref, "aufgabe": task} for actor, task in
                        zip(who, ("Auftraggeber", "Beschluss", "Beratung"), strict=False)],
        "eckdaten": [{"bezeichnung": writer.noun().plural, "wert": str(writer.dice.randint(20, 900)), "quelle": source}
                     for _ in range(10)],
        "suchbeispiele": list(dict.fromkeys(writer.noun().text for _ in range(6))),
        "quellen": [{"kennung": DOCUMENT, "titel": f"Kreisentwicklungskonzept {county.title}", "kurz": "KEK 2035",
                     "herausgeber": county.title, "stand": "31.12.2023",
                     "abschnitte": [{"titel": title, "seiten": f"{place * 8 + 1}–{place * 8 + 8}"}
                                    for place, title in enumerate(sections)]}],
        "quelle": source,
        "hinweis": [{"art": "redaktionell", "text": "Diesen Landkreis gibt es nicht. Er ist erfunden, um zu messen."},
                    {"art": "luecke", "text": writer.text(200)}],
    }  # fmt: skip


def _event(writer: Writer, year: int) -> Value:
    return {"datum": str(year), "art": "schritt", "titel": writer.title(), "text": writer.text(140)}


def pages(county: County) -> dict[str, str]:
    """The files of seiten/, by short name."""
    found = {}
    for place, title in enumerate(_PAGES):
        writer = county.writer("seite", title, county.fields[place % len(county.fields)].symbol)
        head = render({"titel": title, "kurz": writer.text(90), "position": str(10 * place + 10),
                       "quelle": [{"dokument": DOCUMENT, "abschnitt": "1. Präambel"}]})  # fmt: skip
        body = "\n\n".join(_section(county, writer) for _ in range(5))
        found[f"seite-{place + 1}"] = f"---\n{head}---\n\n{body}\n"
    return found


def _section(county: County, writer: Writer) -> str:
    listed = "\n".join(f"- {writer.point()}" for _ in range(3))
    number = writer.dice.choice(writer.dice.choice(county.fields).measures)
    return (f"## {writer.noun().text}\n\n{writer.text(280)} Siehe {mention(county, writer)} und [[{number}]].\n\n"
            f"{listed}\n\n{writer.text(160)}")  # fmt: skip
