# What the keys of the content are called in German: the one place for the schemas, tables, the web form, messages, and
# what is told of changes. A field that means something else than its key does elsewhere says so itself (`title`).
from __future__ import annotations

from pydantic import BaseModel

TITLES = {
    "abschnitt": "Abschnitt", "abschnitte": "Abschnitte", "ags": "Gemeindeschlüssel (AGS)", "akteur": "Akteur",
    "akteure": "Akteure", "aktualisierungen": "Neues", "aliase": "Frühere Namen",
    "andere_formen": "Andere Formen im Dokument", "angabe": "Angabe im Dokument",
    "ansprechpartner": "Ansprechpartner", "ansprechpersonen": "Ansprechpersonen",
    "ansprechpersonen_zeigen": "Ansprechpersonen zeigen", "anteil": "Anteil in Prozent", "antworten": "Antworten",
    "arbeitsschritte": "Arbeitsschritte", "art": "Art", "auch": "Betrifft auch", "auf": "Wirkt auf",
    "aufgabe": "Aufgabe", "aufgaben": "Aufgaben", "ausgangswert": "Ausgangswert",
    "bearbeitungsstaende": "Bearbeitungsstände", "bearbeitungsstand": "Bearbeitungsstand", "bedeutung": "Bedeutung",
    "befragte": "Befragte", "befragung": "Befragung", "beginn": "Beginn", "begriff": "Begriff",
    "begriffe": "Begriffe im Glossar", "begruendung": "Begründung", "behoerde": "Behörde",
    "beschreibung": "Beschreibung", "beteiligte": "Beteiligte", "betrag": "Betrag in Euro",
    "berichte": "Berichte",
    "bezeichnung": "Bezeichnung", "bis": "Obergrenze", "chancen": "Chancen", "datum": "Datum", "dokument": "Dokument",
    "ebenen": "Zielebenen", "eckdaten": "Der Landkreis in Zahlen", "eigene_seite": "Eigene Seite",
    "einheit": "Einheit", "eintraege": "Einträge", "einzahl": "Einzahl", "email": "E-Mail", "ende": "Ende",
    "ergebnisse": "Ergebnisse", "erklaerung": "Erklärung", "erledigt": "Erledigt", "erreicht": "Erreicht",
    "ersetzt_durch": "Ersetzt durch", "fassung": "Fassung", "foerderung": "Förderung", "formen": "Weitere Formen",
    "fuer": "Zeigt Fortschritt für", "funktion": "Funktion", "geber": "Geldgeber", "gehoert_zu": "Gehört zu",
    "genauigkeit": "Genauigkeit", "geplant": "Geplanter Zeitraum", "gremium": "Gremium", "grund": "Grund",
    "handlungsfeld": "Handlungsfeld", "handlungsfelder": "Handlungsfelder", "haushaltsprodukte": "Haushaltsprodukte",
    "herausgeber": "Herausgeber", "herkunft": "Herkunft der Erklärung", "hinweis": "Hinweise", "id": "Kennung",
    "im_landkreis": "Liegt im Landkreis", "kennung": "Kennung", "kennzahlen": "Kennzahlen", "kosten": "Kosten",
    "kurz": "Kurz gesagt", "kurzform": "Kurzform", "kurzname": "Kurzer Name", "kurztitel": "Kurztitel",
    "land": "Land", "langform": "Langform", "leicht": "In Leichter Sprache",
    "leicht_geprueft": "Leichte Sprache geprüft von", "leitgedanke": "Leitgedanke", "leitsaetze": "Leitsätze",
    "leitsatz": "Leitsatz", "link": "Link", "massnahme": "Maßnahme", "massnahmen": "Maßnahmen",
    "mehrzahl": "Mehrzahl", "meilensteine": "Meilensteine", "mitwirkende": "Mitwirkende", "nachbarn": "Nachbarn",
    "nachbarn_quelle": "Quelle der Nachbarn", "naechste_werte": "Nächste Werte", "name": "Name", "nummer": "Nummer",
    "nummern": "Herkunft der Nummern", "orte": "Orte", "phase": "Phase", "position": "Platz im Menü",
    "prioritaet": "Priorität", "prioritaeten": "Prioritätsstufen",
    "prioritaeten_vermerk": "Vermerk zu den Prioritäten", "prioritaetsgruppen": "Prioritätsgruppen",
    "produkte": "Produkte des Haushalts", "prognosen": "Prognosen", "programm": "Programm", "punkte": "Punkte",
    "quelle": "Quelle", "quellen": "Quellen", "richtung": "Richtung, in der es besser wird", "risiken": "Risiken",
    "rolle": "Rolle", "schluesselvorhaben": "Schlüsselvorhaben", "schreibweisen": "Andere Schreibweisen",
    "schwaechen": "Schwächen", "seite": "Seite", "seiten": "Seiten", "staerken": "Stärken", "stand": "Stand",
    "status": "Status", "status_grund": "Begründung des Status", "suchbeispiele": "Suchbeispiele",
    "symbol": "Zeichen neben dem Namen", "tatsaechlich": "Tatsächlicher Zeitraum", "telefon": "Telefon",
    "text": "Text", "themen": "Themen", "titel": "Titel", "titel_redaktionell": "Titel stammt von der Redaktion",
    "traeger": "Träger", "turnus": "Turnus",
    "ueberpruefung": "Überprüfung alle … Monate", "variante": "Variante", "verlauf": "Beschlüsse und Schritte",
    "vermerk": "Vermerk", "verweis": "Früherer Verweis", "von": "Von",
    "vorhanden": "Liegt vor", "wert": "Wert", "werte": "Werte",
    "werte_titel": "Überschrift der Werte", "wirkungen": "Wirkungen", "woerter": "Wörter",
    "wortlaut": "Beschlossener Wortlaut", "zeichen": "Zeichen", "zeit": "Zeitpunkt", "ziele": "Ziele",
    "zielwerte": "Zielwerte", "zuordnung": "Zuordnung", "zusammengefuehrt_mit": "Zusammengeführt mit",
    "zustaendig": "Zuständig",
}  # fmt: skip
"""What a key is called: `im_landkreis` is „Liegt im Landkreis“."""

_PARTS = {
    "Abschnitt": "Abschnitt eines Dokuments", "Akteur": "Akteur", "Aktualisierung": "Neues zu einem Vorhaben",
    "AndereForm": "Anderer Name im Dokument",
    "Ansprechperson": "Ansprechperson", "Aufgabe": "Aufgabe", "Aufgehoben": "Aufgehobener Eintrag",
    "Aussage": "Aussage der SWOT-Analyse", "Bearbeitungsstand": "Bearbeitungsstand laut Dokument",
    "Befragung": "Befragung", "Befragungsergebnis": "Ergebnis einer Befragung", "Begriff": "Begriff im Glossar",
    "Bericht": "Bericht über einen Zeitraum",
    "Beteiligung": "Beteiligung eines Akteurs", "Dokument": "Quelldokument", "Ebene": "Zielebene",
    "Eckdatum": "Zahl zum Landkreis", "Ereignis": "Beschluss oder Schritt der Entstehung",
    "Fassung": "Fassung des Dokuments", "Foerderung": "Förderung", "Fundstelle": "Fundstelle im Dokument",
    "Handlungsfeld": "Handlungsfeld", "Haushaltsprodukt": "Haushaltsprodukt", "Hinweis": "Hinweis zum Dokument",
    "Kennzahl": "Kennzahl", "KonzeptDatei": "Das Konzept als Ganzes", "Kosten": "Kosten",
    "Leitgedanke": "Leitgedanke", "Leitsatz": "Leitsatz", "Massnahme": "Maßnahme",
    "Massnahmengruppe": "Gruppe von Maßnahmen in einem Profil", "Meilenstein": "Meilenstein",
    "Messwert": "Wert einer Kennzahl", "Mitwirkung": "Mitwirkung am Dokument", "Ort": "Ort",
    "Platzierung": "Maßnahme in einem Schlüsselvorhaben", "Prioritaetsgruppe": "Gruppe von Handlungsfeldern",
    "Prioritaetsstufe": "Stufe der Priorität", "Produkt": "Produkt des Haushalts",
    "Profilziel": "Ziel im Profil eines Schlüsselvorhabens", "Punkt": "Unterpunkt",
    "Schluesselvorhaben": "Schlüsselvorhaben", "Seite": "Textseite", "SwotThema": "Thema der SWOT-Analyse",
    "Synonyme": "Wörter, die dasselbe meinen", "Thema": "Thema", "Wert": "Wert, für den der Landkreis steht",
    "Wirkung": "Wirkung einer Kennzahl", "Zeitraum": "Zeitraum", "Ziel": "Ziel", "Zustaendigkeit": "Zuständigkeit",
}  # fmt: skip


def title_of(model: type[BaseModel], key: str) -> str:
    """What a key of a model is called."""
    return model.model_fields[key].title or TITLES[key]


def part_title(model: type[BaseModel]) -> str:
    """What a thing made by a model is called."""
    return _PARTS[model.__name__]
