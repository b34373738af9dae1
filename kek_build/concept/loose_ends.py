# What hangs loose: what nobody answers, carries or measures. Not errors, since a concept may leave things open, but
# a list that editors should see.
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Konzept
from kek_build.concept.places import NEIGHBOURS


@dataclass(frozen=True)
class LooseEnds:
    """Things of which one and the same is missing."""

    key: str
    title: str
    explanation: str
    entries: tuple[Entry, ...]


def loose_ends(konzept: Konzept) -> list[LooseEnds]:
    """All lists of loose ends of a concept that are not empty."""
    found = []
    for key, title, explanation, search in _SEARCHES:
        if entries := tuple(search(konzept)):
            found.append(LooseEnds(key, title, explanation, entries))
    return found


def _unanswered(quadrant: str) -> Callable[[Konzept], Iterator[Entry]]:
    def search(konzept: Konzept) -> Iterator[Entry]:
        for entry in konzept.of_kind("aussage"):
            if entry.model.id.startswith(quadrant) and not entry.model.antworten:
                yield entry

    return search


def _goals_without_action(konzept: Konzept) -> Iterator[Entry]:
    """Goals that lead to nothing, where the concept has measures or key projects at all."""
    if not konzept.of_kind("massnahme") and not konzept.of_kind("schluesselvorhaben"):
        return
    for entry in konzept.of_kind("ziel"):
        if konzept.children(entry.ref, "ziel"):
            continue
        named = konzept.targets(entry.ref, "massnahmen", "schluesselvorhaben")
        if not named and not konzept.sources(entry.ref, "ziele"):
            yield entry


def _measures_without_place(konzept: Konzept) -> Iterator[Entry]:
    for entry in konzept.of_kind("massnahme"):
        if not konzept.sources(entry.ref, "massnahmen") and not konzept.targets(entry.ref, "ziele"):
            yield entry


def _projects(konzept: Konzept) -> Iterator[Entry]:
    """The key projects that stand; of what took another form, that should be complete."""
    for entry in konzept.of_kind("schluesselvorhaben"):
        if not entry.model.ersetzt_durch and not entry.model.zusammengefuehrt_mit:
            yield entry


def _projects_without_indicator(konzept: Konzept) -> Iterator[Entry]:
    for entry in _projects(konzept):
        if not konzept.targets(entry.ref, "kennzahlen") and not konzept.sources(entry.ref, "fuer"):
            yield entry


def _projects_without(name: str) -> Callable[[Konzept], Iterator[Entry]]:
    def search(konzept: Konzept) -> Iterator[Entry]:
        return (entry for entry in _projects(konzept) if not getattr(entry.model, name))

    return search


def _unused(kind: str) -> Callable[[Konzept], Iterator[Entry]]:
    def search(konzept: Konzept) -> Iterator[Entry]:
        return (entry for entry in konzept.of_kind(kind) if not _uses(konzept, entry))

    return search


def _uses(konzept: Konzept, entry: Entry) -> bool:
    """Whether anything names a thing; to lie beside another place is no use."""
    return any(link.relation != NEIGHBOURS for link in konzept.incoming.get(entry.ref, ()))


_NO_ANSWER = "Weder ein Handlungsfeld noch ein Ziel, ein Schlüsselvorhaben oder eine Maßnahme antwortet darauf."
_SEARCHES: tuple[tuple[str, str, str, Callable[[Konzept], Iterator[Entry]]], ...] = (
    ("schwaechen", "Schwächen ohne Antwort", _NO_ANSWER, _unanswered("schwaeche")),
    ("risiken", "Risiken ohne Antwort", _NO_ANSWER, _unanswered("risiko")),
    ("ziele", "Ziele ohne Maßnahme", "Das Dokument nennt dazu weder Schlüsselvorhaben noch Maßnahmen.",
     _goals_without_action),
    ("massnahmen", "Maßnahmen ohne Platz", "Sie gehören zu keinem Schlüsselvorhaben und keinem Ziel.",
     _measures_without_place),
    ("bearbeitungsstand", "Schlüsselvorhaben ohne Bearbeitungsstand", "Das Dokument lässt die Zeile leer.",
     _projects_without("bearbeitungsstand")),
    ("arbeitsschritte", "Schlüsselvorhaben ohne Arbeitsschritte", "Das Dokument lässt die Zeile leer.",
     _projects_without("arbeitsschritte")),
    ("kennzahlen", "Schlüsselvorhaben ohne Kennzahl", "Ob sie vorankommen, lässt sich nicht an Zahlen ablesen.",
     _projects_without_indicator),
    ("akteure", "Akteure ohne Aufgabe", "Kein Ziel, Vorhaben und keine Maßnahme nennt sie.", _unused("akteur")),
    ("orte", "Orte ohne Bezug", "Kein Ziel, Vorhaben und keine Maßnahme nennt sie.", _unused("ort")),
)  # fmt: skip
