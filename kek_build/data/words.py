# What the keys of the content are called in German, for the schema, the tables and the page about the data. A key that
# is not here is called by its own name.
from __future__ import annotations

_TITLES = {
    "abschnitt": "Abschnitt", "abschnitte": "Abschnitte", "adresse": "Adresse", "ags": "Gemeindeschlüssel (AGS)",
    "aktualisierungen": "Neues", "ansprechpartner": "Ansprechpartner", "arbeitsschritte": "Arbeitsschritte",
    "art": "Art", "auch": "Betrifft auch", "ausgangswert": "Ausgangswert", "bearbeitungsstand": "Bearbeitungsstand",
    "bedeutung": "Bedeutung", "befragte": "Befragte", "begriff": "Begriff", "behoerde": "Behörde",
    "beschreibung": "Beschreibung", "beteiligte": "Beteiligte", "bezeichnung": "Bezeichnung", "bis": "Bis",
    "ebenen": "Zielebenen", "eigene_seite": "Eigene Seite", "eintraege": "Einträge", "einzahl": "Einzahl",
    "erklaerung": "Erklärung", "ergebnisse": "Ergebnisse", "ersetzt_durch": "Ersetzt durch",
    "fuer": "Zeigt Fortschritt für",
    "gehoert_zu": "Gehört zu", "geplant": "Geplanter Zeitraum", "handlungsfelder": "Handlungsfelder",
    "hinweis": "Hinweise", "im_landkreis": "Liegt im Landkreis", "kennzahlen": "Kennzahlen", "kurz": "Kurz gesagt",
    "kurzform": "Kurzform", "kurzname": "Kurzer Name", "kurztitel": "Kurztitel", "langform": "Langform",
    "leicht": "In Leichter Sprache", "leicht_geprueft": "Leichte Sprache geprüft von", "leitsaetze": "Leitsätze",
    "leitsatz": "Leitsatz", "massnahme": "Maßnahme", "massnahmen": "Maßnahmen", "nachbarn": "Nachbarn",
    "prioritaet": "Priorität", "prioritaeten": "Prioritätsstufen", "prioritaeten_vermerk": "Vermerk zu den Prioritäten",
    "prioritaetsgruppen": "Prioritätsgruppen", "quelle": "Quelle", "richtung": "Richtung, in der es besser wird",
    "schluesselvorhaben": "Schlüsselvorhaben", "schwaechen": "Schwächen", "staerken": "Stärken",
    "suchbeispiele": "Suchbeispiele", "swot": "SWOT-Themen", "tatsaechlich": "Tatsächlicher Zeitraum",
    "titel_redaktionell": "Titel stammt von der Redaktion", "traeger": "Träger", "werte_titel": "Überschrift der Werte",
    "zusammengefuehrt_mit": "Zusammengeführt mit", "zuordnung": "Zuordnung",
}  # fmt: skip

_PARTS = {
    "Abschnitt": "Abschnitt eines Dokuments", "Akteur": "Akteur", "Aktualisierung": "Neues zu einem Vorhaben",
    "Aussage": "Aussage der SWOT-Analyse", "Befragung": "Befragung", "Befragungsergebnis": "Ergebnis einer Befragung",
    "Begriff": "Begriff im Glossar", "Beteiligung": "Beteiligung eines Akteurs", "Dokument": "Quelldokument",
    "Ebene": "Zielebene", "Eckdatum": "Zahl zum Landkreis", "Ereignis": "Beschluss oder Schritt der Entstehung",
    "Fassung": "Fassung des Dokuments", "Fundstelle": "Fundstelle im Dokument", "Handlungsfeld": "Handlungsfeld",
    "Hinweis": "Hinweis zum Dokument", "Kennzahl": "Kennzahl", "KonzeptDatei": "Das Konzept als Ganzes",
    "Leitgedanke": "Leitgedanke", "Leitsatz": "Leitsatz", "Massnahme": "Maßnahme",
    "Massnahmengruppe": "Gruppe von Maßnahmen in einem Profil", "Messwert": "Wert einer Kennzahl",
    "Mitwirkung": "Mitwirkung am Dokument", "Ort": "Ort", "Platzierung": "Maßnahme in einem Schlüsselvorhaben",
    "Prioritaetsgruppe": "Gruppe von Handlungsfeldern", "Prioritaetsstufe": "Stufe der Priorität",
    "Produkt": "Produkt des Haushalts", "Profilziel": "Ziel im Profil eines Schlüsselvorhabens", "Punkt": "Unterpunkt",
    "Schluesselvorhaben": "Schlüsselvorhaben", "Seite": "Textseite", "SwotThema": "Thema der SWOT-Analyse",
    "Wert": "Wert, für den der Landkreis steht", "Zeitraum": "Zeitraum", "Ziel": "Ziel",
    "Zustaendigkeit": "Zuständigkeit",
}  # fmt: skip


def title_of(key: str) -> str:
    """What a key is called: `im_landkreis` is „Liegt im Landkreis“."""
    return _TITLES.get(key) or key.replace("_", " ").capitalize()


def part_title(name: str) -> str:
    """What an object made by a model is called, by the name of the model."""
    return _PARTS.get(name, name)
