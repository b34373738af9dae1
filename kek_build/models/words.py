# What the keys of the content are called in German: the one place for the schemas, tables, the web form, messages, and
# what is told of changes. A field that means something else than its key does elsewhere says so itself (`title`).
from __future__ import annotations

from pydantic import BaseModel

TITLES = {
    "abschnitt": "Abschnitt", "abschnitte": "Abschnitte", "ags": "Gemeindeschlüssel (AGS)", "akteur": "Akteur",
    "akteure": "Akteure", "aktualisierungen": "Neues", "aliase": "Frühere Namen",
    "ansprechpartner": "Ansprechpartner", "antworten": "Antworten", "arbeitsschritte": "Arbeitsschritte",
    "art": "Art", "auch": "Betrifft auch", "aufgabe": "Aufgabe", "ausgangswert": "Ausgangswert",
    "bearbeitungsstand": "Bearbeitungsstand", "bedeutung": "Bedeutung", "befragte": "Befragte",
    "befragung": "Befragung", "beginn": "Beginn", "begriff": "Begriff", "begriffe": "Begriffe im Glossar",
    "behoerde": "Behörde",
    "beschreibung": "Beschreibung", "beteiligte": "Beteiligte", "bezeichnung": "Bezeichnung", "bis": "Obergrenze",
    "chancen": "Chancen", "datum": "Datum", "dokument": "Dokument", "ebenen": "Zielebenen",
    "eckdaten": "Der Landkreis in Zahlen", "eigene_seite": "Eigene Seite", "einheit": "Einheit",
    "eintraege": "Einträge", "einzahl": "Einzahl", "ende": "Ende", "ergebnisse": "Ergebnisse",
    "erklaerung": "Erklärung", "ersetzt_durch": "Ersetzt durch", "fassung": "Fassung", "formen": "Weitere Formen",
    "fuer": "Zeigt Fortschritt für", "gehoert_zu": "Gehört zu", "genauigkeit": "Genauigkeit",
    "geplant": "Geplanter Zeitraum", "gremium": "Gremium", "grund": "Grund", "handlungsfeld": "Handlungsfeld",
    "handlungsfelder": "Handlungsfelder", "herausgeber": "Herausgeber", "herkunft": "Herkunft der Erklärung",
    "hinweis": "Hinweise", "id": "Kennung", "im_landkreis": "Liegt im Landkreis", "kennung": "Kennung",
    "kennzahlen": "Kennzahlen", "kurz": "Kurz gesagt", "kurzform": "Kurzform", "kurzname": "Kurzer Name",
    "kurztitel": "Kurztitel", "land": "Land", "langform": "Langform", "leicht": "In Leichter Sprache",
    "leicht_geprueft": "Leichte Sprache geprüft von", "leitgedanke": "Leitgedanke", "leitsaetze": "Leitsätze",
    "leitsatz": "Leitsatz", "massnahme": "Maßnahme", "massnahmen": "Maßnahmen", "mehrzahl": "Mehrzahl",
    "mitwirkende": "Mitwirkende", "nachbarn": "Nachbarn", "nachbarn_quelle": "Quelle der Nachbarn", "name": "Name",
    "nummer": "Nummer", "nummern": "Herkunft der Nummern", "orte": "Orte", "phase": "Phase",
    "position": "Platz im Menü", "prioritaet": "Priorität", "prioritaeten": "Prioritätsstufen",
    "prioritaeten_vermerk": "Vermerk zu den Prioritäten", "prioritaetsgruppen": "Prioritätsgruppen",
    "produkte": "Produkte des Haushalts", "prognosen": "Prognosen", "punkte": "Punkte", "quelle": "Quelle",
    "quellen": "Quellen", "richtung": "Richtung, in der es besser wird", "risiken": "Risiken", "rolle": "Rolle",
    "schluesselvorhaben": "Schlüsselvorhaben", "schreibweisen": "Andere Schreibweisen", "schwaechen": "Schwächen",
    "seite": "Seite", "seiten": "Seiten", "staerken": "Stärken", "stand": "Stand", "status": "Status",
    "suchbeispiele": "Suchbeispiele", "symbol": "Zeichen neben dem Namen", "tatsaechlich": "Tatsächlicher Zeitraum",
    "text": "Text", "themen": "Themen", "titel": "Titel", "titel_redaktionell": "Titel stammt von der Redaktion",
    "traeger": "Träger",
    "variante": "Variante", "verlauf": "Beschlüsse und Schritte", "vermerk": "Vermerk",
    "verweis": "Früherer Verweis", "vorhanden": "Liegt vor", "wert": "Wert", "werte": "Werte",
    "werte_titel": "Überschrift der Werte", "woerter": "Wörter", "wortlaut": "Beschlossener Wortlaut",
    "zeichen": "Zeichen", "zeit": "Zeitpunkt", "ziele": "Ziele", "zielwerte": "Zielwerte", "zuordnung": "Zuordnung",
    "zusammengefuehrt_mit": "Zusammengeführt mit",
}  # fmt: skip
"""What a key is called: `im_landkreis` is „Liegt im Landkreis“."""

_PARTS = {
    "Abschnitt": "Abschnitt eines Dokuments", "Akteur": "Akteur", "Aktualisierung": "Neues zu einem Vorhaben",
    "Aufgehoben": "Aufgehobener Eintrag", "Aussage": "Aussage der SWOT-Analyse", "Befragung": "Befragung",
    "Befragungsergebnis": "Ergebnis einer Befragung", "Begriff": "Begriff im Glossar",
    "Beteiligung": "Beteiligung eines Akteurs", "Dokument": "Quelldokument", "Ebene": "Zielebene",
    "Eckdatum": "Zahl zum Landkreis", "Ereignis": "Beschluss oder Schritt der Entstehung",
    "Fassung": "Fassung des Dokuments", "Fundstelle": "Fundstelle im Dokument", "Handlungsfeld": "Handlungsfeld",
    "Hinweis": "Hinweis zum Dokument", "Kennzahl": "Kennzahl", "KonzeptDatei": "Das Konzept als Ganzes",
    "Leitgedanke": "Leitgedanke", "Leitsatz": "Leitsatz", "Massnahme": "Maßnahme",
    "Massnahmengruppe": "Gruppe von Maßnahmen in einem Profil", "Messwert": "Wert einer Kennzahl",
    "Mitwirkung": "Mitwirkung am Dokument", "Ort": "Ort", "Platzierung": "Maßnahme in einem Schlüsselvorhaben",
    "Prioritaetsgruppe": "Gruppe von Handlungsfeldern", "Prioritaetsstufe": "Stufe der Priorität",
    "Produkt": "Produkt des Haushalts", "Profilziel": "Ziel im Profil eines Schlüsselvorhabens",
    "Punkt": "Unterpunkt", "Schluesselvorhaben": "Schlüsselvorhaben", "Seite": "Textseite",
    "SwotThema": "Thema der SWOT-Analyse", "Synonyme": "Wörter, die dasselbe meinen",
    "Thema": "Thema",
    "Wert": "Wert, für den der Landkreis steht", "Zeitraum": "Zeitraum", "Ziel": "Ziel",
    "Zustaendigkeit": "Zuständigkeit",
}  # fmt: skip


def title_of(model: type[BaseModel], key: str) -> str:
    """What a key of a model is called."""
    return model.model_fields[key].title or TITLES[key]


def part_title(model: type[BaseModel]) -> str:
    """What a thing made by a model is called."""
    return _PARTS[model.__name__]
