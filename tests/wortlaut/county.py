# An invented county with a concept of every form that is recognised, and the text its council has adopted: once as the
# content retells it, once as the document prints it.
from __future__ import annotations

from pathlib import Path

from kek_build.concept import Konzept, link
from kek_build.reading import read_concept

CONTENT = {
    "konzept.yml": """\
name: Landkreis Auental
kurzname: Auental
titel: Konzept Auental 2040
land: Musterland
behoerde: Landratsamt Auental
fassung: {bezeichnung: Erste Fassung, stand: 2025}
leitgedanke: {bezeichnung: Auental blüht}
ebenen:
  - {einzahl: Themenfeld, mehrzahl: Themenfelder}
  - {einzahl: strategisches Ziel, mehrzahl: strategische Ziele}
  - {einzahl: operatives Ziel, mehrzahl: operative Ziele, eigene_seite: nein, nummern: redaktionell}
quellen: [{kennung: konzept, titel: Konzept Auental, kurz: Auental}]
""",
    "handlungsfelder/I.yml": """\
# Kommentar der Redaktion
nummer: I
titel: Wasser und Wald
leitsaetze:
  - text: Wälder sollen so gepflegt werden, dass auch Enkel noch Holz ernten.
  - text: Trinkwasser soll sauber bleiben, in jedem Brunnen und jeder Quelle.
ziele:
  - nummer: "1.1"
    titel: Lebendige Auen
    leitsatz:
      text: Flüsse bekommen Raum. Der Landkreis schützt ihre Auen, denn sie sind ein Erbe der Region.
    ziele:
      - nummer: 1.1.1
        titel: Wiederherstellung naturnaher Uferbereiche an der Lauter und ihren Nebengewässern
        kurz: Die Ufer der Lauter sollen wieder natürlich werden.
        ziele:
          - nummer: 1.1.1-1
            titel: Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasserverband
          - nummer: 1.1.1-2
            titel: Anlage von Uferrandstreifen auf kreiseigenen Flächen
          - nummer: 1.1.1-3
            titel: Beratung der Landwirtschaftsbetriebe
      - nummer: 1.1.2
        titel: Förderung der Umweltbildung an Bus- und Bahnhaltestellen
        ziele:
          - nummer: 1.1.2-1
            titel: Einrichtung eines Lehrpfades am Moorsee
""",
    "handlungsfelder/II.yml": """\
nummer: II
titel: Handwerk und Handel
ziele:
  - nummer: "2.1"
    titel: Starke Betriebe
    ziele:
      - nummer: 2.1.1
        titel: Sicherung der Nachfolge in Familienbetrieben
""",
    "schluesselvorhaben/I.1.yml": """\
nummer: I.1
titel: Erneuerung der Kreisstraßen zwischen Lautertal und Moorsee
kurztitel: Kreisstraßen
handlungsfelder: [I]
ziele:
  - text: Betriebe sind auf der Straße schnell und sicher zu erreichen.
  - text: Rad und Auto kommen sich auf der Strecke nicht in die Quere.
beschreibung: Die Straßen zum Moorsee sind alt und haben Schlaglöcher. Sie werden Stück für Stück neu gebaut.
massnahmen:
  - titel: Maßnahmen
    art: kern
    massnahmen: [{massnahme: 1-1}, {massnahme: 1-2}]
""",
    "schluesselvorhaben/II.1.yml": """\
nummer: II.1
titel: Werkstatt der Meisterinnen und Meister
kurztitel: Werkstatt
handlungsfelder: [II]
beschreibung: In einer alten Mühle entsteht eine Werkstatt, in der Lehrlinge aller Gewerke üben.
massnahmen:
  - titel: Maßnahmen
    art: kern
    massnahmen: [{massnahme: 2-1}]
  - titel: Lernorte
    art: weitere
    massnahmen: [{massnahme: 1-2}, {massnahme: 2-2}]
""",
    "massnahmen/1-1.yml": """\
nummer: 1-1
titel: Brücke über die Lauter neu bauen
kurz: Die Brücke bei Lautertal ist baufällig und wird ersetzt.
handlungsfeld: I
""",
    "massnahmen/1-2.yml": """\
nummer: 1-2
titel: Radweg zum Moorsee planen
kurz: Ein Radweg führt künftig vom Bahnhof zum Moorsee.
punkte: [{text: Grundstücke kaufen}, {text: den Weg beschildern}]
handlungsfeld: I
""",
    "massnahmen/2-1.yml": """\
nummer: 2-1
titel: Alte Mühle zur Werkstatt umbauen
kurz: Die alte Mühle wird umgebaut, damit Lehrlinge dort üben können.
handlungsfeld: II
""",
    "massnahmen/2-2.yml": """\
nummer: 2-2
titel: Meisterkurse am Abend anbieten
kurz: Wer arbeitet, kann abends den Meisterkurs besuchen.
handlungsfeld: II
""",
    "swot/energie.yml": """\
kennung: energie
titel: Energie
titel_redaktionell: ja
handlungsfelder: [I]
staerken:
  - id: staerke-1
    text: Drei Wasserkraftwerke liefern seit 1998 Strom aus der Lauter.
  - id: staerke-2
    text: Viele Dächer von Scheunen tragen Solaranlagen.
schwaechen:
  - id: schwaeche-1
    text: Das Stromnetz im Oberland ist schwach.
chancen:
  - id: chance-1
    text: Biogas kann aus mehreren Quellen kommen.
    punkte: [Gülle der Höfe, Grünschnitt der Gemeinden]
risiken:
  - id: risiko-1
    text: Trockene Sommer lassen die Lauter zu wenig Wasser führen.
""",
    "swot/vereine.yml": """\
kennung: vereine
titel: Vereine
titel_redaktionell: ja
handlungsfelder: [II]
staerken:
  - id: staerke-1
    text: Jedes Dorf hat eine eigene Feuerwehr mit Jugendgruppe.
schwaechen:
  - id: schwaeche-1
    text: Vorstände finden keine Nachfolger.
  - id: schwaeche-2
    text: Turnhallen sind abends ausgebucht.
chancen:
  - id: chance-1
    text: Zugezogene bringen neue Ideen in die Chöre.
risiken:
  - id: risiko-1
    text: Neue Pflichten im Steuerrecht schrecken Ehrenamtliche ab.
""",
}

GOALS = """\
Konzept Auental 2040

Vorwort der Landrätin: Wir danken allen.

Handlungsfeld I Wasser und Wald

1.1 Lebendige Auen

„Der Landkreis gibt seinen Flüssen Raum und schützt die Auen als Erbe der Region.“

1.1.1 Wiederherstellung natur-
naher Uferbereiche an der Lauter und ihren
Nebengewässern

• Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasser-
verband
• Anlage von Uferrandstreifen auf kreis\u00ad
eigenen Flächen
Beratung der Landwirtschaftsbetriebe

1.1.2 Förderung der Umweltbildung an Bus-
und Bahnhaltestellen

• Einrichtung eines Lehrpfades am Moorsee

Handlungsfeld II Handwerk und Handel

2.1 Starke Betriebe

2.1.1 Sicherung der Nachfolge in Familienbetrieben

• Beratung vor Ort
• Börse im Internet

2.1.7 Ziel aus einer anderen Fassung
"""
"""A goal hierarchy as printed: broken words, a lost bullet, a list of a goal without goals of its own."""

SWOT = """\
## Stärken

- Jedes Dorf verfügt über eine eigene Feuerwehr einschließlich Jugendgruppe

## Schwächen

- Nachfolgeprobleme in den Vorständen
- Turnhallen in den Abendstunden ausgebucht

## Chancen

- neue Ideen in den Chören durch Zugezogene

## Risiken

- Abschreckung von Ehrenamtlichen durch neue steuerrechtliche Pflichten

## Stärken

- Stromerzeugung in drei Wasserkraftwerken an der Lauter (seit 1998)
- Vielzahl von Solaranlagen auf Scheunendächern

## Schwächen

- schwaches Stromnetz im Oberland

## Chancen

- mehrere Quellen für Biogas:
  - Gülle der landwirtschaftlichen Höfe
  - Grünschnitt aus den Gemeinden

## Risiken

- zu geringe Wasserführung der Lauter in trockenen Sommern
"""
"""Two topics whose headings are missing, in another order than the content has them."""

TWO_GOALS = "Betriebe sind straßenseitig sicher und schnell erreichbar. Rad- und Autoverkehr behindern sich dort nicht."
DESCRIPTION = "Die Straßen zum Moorsee weisen altersbedingt Schlaglöcher auf und werden abschnittsweise erneuert."
SECOND_DESCRIPTION = "In der alten Mühle wird eine gewerkeübergreifende Übungswerkstatt für Lehrlinge errichtet."
CYCLE_PATH = "Planung eines Radweges vom Bahnhof zum Moorsee:\n• Ankauf von Grundstücken\n• Beschilderung des Weges"
PROFILE = [
    ["Erneuerung der Kreisstraßen zwischen Lautertal und Moorsee", "", "Schlüsselvorhaben I.1"],
    ["Handlungsfeld", "Wasser und Wald", ""],
    ["Ziele", TWO_GOALS, ""],
    ["Kurzbeschreibung", DESCRIPTION, ""],
    ["Maßnahmen", "1-1", "Ersatzneubau der baufälligen Brücke über die Lauter bei Lautertal"],
    ["", "1-2", CYCLE_PATH],
    ["Ansprechpartner", "Amt für Straßen", ""],
]
SECOND_PROFILE = [
    ["Werkstatt der Meisterinnen und Meister", "", "Schlüsselvorhaben II.1"],
    ["Kurzbeschreibung", SECOND_DESCRIPTION, ""],
    ["Maßnahmen", "2-1", "Umbau der alten Mühle zur Übungswerkstatt für Lehrlinge"],
    ["Lernorte", "1-2 2-2", "Angebote am Abend und Wege dorthin"],
]
PROFILES = [PROFILE, SECOND_PROFILE]
"""Profiles as tables: label, number, text; the last row gives one text to two measures."""


def write(folder: Path) -> Path:
    """Write the content; gives the project."""
    for name, text in CONTENT.items():
        path = folder / "content" / "auental" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def konzept(root: Path) -> Konzept:
    """The concept of a project, linked."""
    linked = link(read_concept(root / "content" / "auental", root))
    assert isinstance(linked, Konzept), linked
    return linked


def markdown_table(rows: list[list[str]]) -> str:
    """A table as Markdown writes it."""
    lines = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]) + "\n"
