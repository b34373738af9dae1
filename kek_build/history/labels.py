# What readers call the fields of the models, in the one table that all told changes use. A field that nobody reads is
# named as well, with None: so a test can hold the table complete, and a new field is decided about, not forgotten.
from __future__ import annotations

from kek_build.models.base import Model

LABELS: dict[str, str | None] = {
    # What makes a thing the same one; told as "Nummer" when it changes, see `compare`.
    "nummer": None,
    "kennung": None,
    "id": None,
    "aliase": None,
    # Ornament, order and search: nothing that is said.
    "symbol": None,
    "position": None,
    "suchbeispiele": None,
    "werte_titel": None,
    "eigene_seite": None,
    # Text
    "titel": "Titel",
    "kurztitel": "Kurztitel",
    "name": "Name",
    "kurzname": "Kurzname",
    "kurz": "Zusammenfassung",
    "leicht": "Text in Leichter Sprache",
    "wortlaut": "Beschlossener Wortlaut",
    "text": "Text",
    "beschreibung": "Beschreibung",
    "erklaerung": "Erklärung",
    "vermerk": "Vermerk",
    "bezeichnung": "Bezeichnung",
    "bedeutung": "Bedeutung",
    "langform": "Langform",
    "kurzform": "Kurzform",
    "begriff": "Begriff",
    "schreibweisen": "Andere Schreibweisen",
    "formen": "Weitere Formen",
    "herkunft": "Herkunft der Erklärung",
    "titel_redaktionell": "Titel von der Redaktion",
    # Where it comes from, and notes
    "quelle": "Fundstelle",
    "quellen": "Quellen",
    "dokument": "Dokument",
    "abschnitt": "Abschnitt",
    "abschnitte": "Abschnitte",
    "seite": "Seite",
    "seiten": "Seiten",
    "vorhanden": "Liegt vor",
    "herausgeber": "Herausgeber",
    "hinweis": "Hinweis",
    "art": "Art",
    "auch": "Betrifft auch",
    # Goals
    "leitsatz": "Leitsatz",
    "leitsaetze": "Leitsätze",
    "ziele": "Ziele",
    "produkte": "Produkte des Haushalts",
    # Measures and key projects
    "handlungsfeld": "Handlungsfeld",
    "handlungsfelder": "Handlungsfelder",
    "schluesselvorhaben": "Schlüsselvorhaben",
    "massnahmen": "Maßnahmen",
    "massnahme": "Maßnahme",
    "punkte": "Punkte",
    "prioritaet": "Priorität",
    "beteiligte": "Beteiligte",
    "akteur": "Akteur",
    "akteure": "Akteure",
    "rolle": "Rolle",
    "orte": "Orte",
    "kennzahlen": "Kennzahlen",
    "ersetzt_durch": "Ersetzt durch",
    "zusammengefuehrt_mit": "Zusammengeführt mit",
    "phase": "Stand",
    "status": "Status",
    "geplant": "Geplanter Zeitraum",
    "tatsaechlich": "Tatsächlicher Zeitraum",
    "beginn": "Beginn",
    "ende": "Ende",
    "aktualisierungen": "Neuigkeiten",
    "datum": "Datum",
    "bearbeitungsstand": "Bearbeitungsstand",
    "traeger": "Träger",
    "arbeitsschritte": "Arbeitsschritte",
    "ansprechpartner": "Ansprechpartner",
    # SWOT
    "staerken": "Stärken",
    "schwaechen": "Schwächen",
    "chancen": "Chancen",
    "risiken": "Risiken",
    "antworten": "Antworten",
    # Indicators
    "einheit": "Einheit",
    "richtung": "Gewünschte Richtung",
    "ausgangswert": "Ausgangswert",
    "zielwerte": "Zielwerte",
    "werte": "Werte",
    "prognosen": "Prognosen",
    "fuer": "Zeigt Fortschritt für",
    "zuordnung": "Zuordnung",
    "zeit": "Zeitpunkt",
    "wert": "Wert",
    "bis": "Obergrenze",
    "variante": "Variante",
    "genauigkeit": "Genauigkeit",
    # Actors and places
    "gehoert_zu": "Gehört zu",
    "im_landkreis": "Im Landkreis",
    "ags": "Gemeindeschlüssel",
    "nachbarn": "Nachbarn",
    "nachbarn_quelle": "Woher die Nachbarn bekannt sind",
    # The concept
    "land": "Land",
    "behoerde": "Herausgebende Behörde",
    "leicht_geprueft": "Prüfung der Leichten Sprache",
    "fassung": "Fassung",
    "stand": "Stand",
    "leitgedanke": "Leitgedanke",
    "ebenen": "Zielebenen",
    "einzahl": "Einzahl",
    "mehrzahl": "Mehrzahl",
    "nummern": "Herkunft der Nummern",
    "prioritaetsgruppen": "Prioritätsgruppen",
    "prioritaeten": "Prioritäten",
    "prioritaeten_vermerk": "Vermerk zu den Prioritäten",
    "zeichen": "Zeichen",
    "befragung": "Befragung",
    "befragte": "Befragte",
    "ergebnisse": "Ergebnisse",
    "eintraege": "Antworten",
    "verlauf": "Beschlüsse und Schritte",
    "gremium": "Gremium",
    "mitwirkende": "Mitwirkende",
    "aufgabe": "Aufgabe",
    "eckdaten": "Der Landkreis in Zahlen",
}
"""What a field is called, by its key; None when its changes are not told."""

NUMBER = "Nummer"
"""What a new number or short name is told as."""
ABOVE = "Steht unter"
"""What is told when a thing moves below another."""

_SPECIAL: dict[tuple[str, str], str | None] = {
    ("Produkt", "nummer"): "Nummer",
    ("Prioritaetsgruppe", "nummer"): "Nummer",
    ("Schluesselvorhaben", "titel"): "Name",
    ("Ziel", "titel"): "Name",
    ("Handlungsfeld", "titel"): "Name",
    ("KonzeptDatei", "werte"): "Werte des Landkreises",
    ("Dokument", "kurz"): "Kurztitel",
}
"""Where a key means something else than in the other models."""

CODES = {
    ("Art", "widerspruch"): "Widerspruch",
    ("Art", "schreibweise"): "Schreibweise",
    ("Art", "luecke"): "Lücke",
    ("Art", "kern"): "Kern des Vorhabens",
    ("Art", "weitere"): "weitere Maßnahmen",
    ("Art", "beschluss"): "Beschluss",
    ("Art", "schritt"): "Schritt",
    ("Art", "ausblick"): "Ausblick",
}
"""Values that are no German words, by the label of their field."""

IN_SHORT = frozenset({"leicht"})
"""Fields of which only is told that they changed: a text in Leichte Sprache is read as a whole."""


def label_of(model: type[Model], key: str) -> str | None:
    """What readers call a field of a model; None when its changes are not told."""
    special = (model.__name__, key)
    return _SPECIAL[special] if special in _SPECIAL else LABELS.get(key)
