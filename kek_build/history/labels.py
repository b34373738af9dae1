# What readers call the fields of the models where changes are told: as the fields are called everywhere, but for a few.
# A field that nobody reads has None.
from __future__ import annotations

from kek_build.models.base import Model
from kek_build.models.kennzahlen import ARTEN
from kek_build.models.words import TITLES

_NOT_TOLD = frozenset({
    # What makes a thing the same one; told as "Nummer" when it changes, see `compare`.
    "nummer", "kennung", "id", "aliase",
    # Ornament, order and search: nothing that is said.
    "symbol", "position", "suchbeispiele", "werte_titel", "eigene_seite",
    # Names of persons: what was taken back must not stay in the history.
    "ansprechpersonen", "ansprechpersonen_zeigen",
})  # fmt: skip
_ELSEWHERE = frozenset({"verweis", "grund", "woerter", "begriffe"})
"""Keys of files that hold no things."""
_TOLD_AS = {
    "kurzname": "Kurzname", "kurz": "Zusammenfassung", "leicht": "Text in Leichter Sprache",
    "titel_redaktionell": "Titel von der Redaktion", "quelle": "Fundstelle", "hinweis": "Hinweis", "phase": "Stand",
    "aktualisierungen": "Neuigkeiten", "richtung": "Gewünschte Richtung", "im_landkreis": "Im Landkreis",
    "ags": "Gemeindeschlüssel", "nachbarn_quelle": "Woher die Nachbarn bekannt sind",
    "behoerde": "Herausgebende Behörde", "leicht_geprueft": "Prüfung der Leichten Sprache",
    "prioritaeten": "Prioritäten", "eintraege": "Antworten",
}  # fmt: skip
"""Where a change is told in other words than the key is called."""

LABELS: dict[str, str | None] = {
    **{key: title for key, title in TITLES.items() if key not in _ELSEWHERE},
    **_TOLD_AS,
    **dict.fromkeys(_NOT_TOLD),
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
    ("Haushaltsprodukt", "nummer"): "Nummer",
    ("Meilenstein", "geplant"): "Geplant für",
    ("Aufgabe", "bis"): "Zu tun bis",
    ("Bericht", "bis"): "Bis",
    ("Bericht", "quelle"): "Vorlage",
    ("Messwert", "quelle"): "Beleg",
    ("Wirkung", "richtung"): "Richtung der Wirkung",
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
    **{("Art", key): word for key, word in ARTEN.items()},
}
"""Values that are no German words, by the label of their field."""

IN_SHORT = frozenset({"leicht"})
"""Fields of which only is told that they changed: a text in Leichte Sprache is read as a whole."""


def label_of(model: type[Model], key: str) -> str | None:
    """What readers call a field of a model; None when its changes are not told."""
    special = (model.__name__, key)
    return _SPECIAL[special] if special in _SPECIAL else LABELS.get(key)
