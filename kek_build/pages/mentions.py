# What links to a thing, in groups with a heading each: „Genannt in diesen Maßnahmen“. Which links a page shows
# elsewhere depends on what it is of, and stands here, too, so that the page and the pages of its long lists agree.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.concept import Entry, Konzept
from kek_build.pages.words import slug

_MENTIONS = {
    ("aussage", "antworten"): "Antwortet auf diese SWOT-Aussagen",
    ("schluesselvorhaben", "massnahmen"): "Teil dieser Schlüsselvorhaben",
    ("schluesselvorhaben", "traeger"): "Träger dieser Schlüsselvorhaben",
    ("schluesselvorhaben", "ansprechpartner"): "Ansprechpartner für diese Schlüsselvorhaben",
    ("schluesselvorhaben", "aufgaben"): "Zuständig für Aufgaben in diesen Schlüsselvorhaben",
    ("schluesselvorhaben", "foerderung"): "Fördert diese Schlüsselvorhaben",
    ("schluesselvorhaben", "ersetzt_durch"): "Ersetzt diese Schlüsselvorhaben",
    ("schluesselvorhaben", "zusammengefuehrt_mit"): "Zusammengeführt mit diesen Schlüsselvorhaben",
    ("schluesselvorhaben", "handlungsfelder"): "Schlüsselvorhaben, deren Profil dieses Handlungsfeld nennt",
    ("schluesselvorhaben", "beteiligte"): "Beteiligt an diesen Schlüsselvorhaben",
    ("massnahme", "beteiligte"): "Genannt in diesen Maßnahmen",
    ("massnahme", "ansprechpartner"): "Ansprechpartner für diese Maßnahmen",
    ("massnahme", "aufgaben"): "Zuständig für Aufgaben in diesen Maßnahmen",
    ("massnahme", "foerderung"): "Fördert diese Maßnahmen",
    ("massnahme", "ersetzt_durch"): "Ersetzt diese Maßnahmen",
    ("massnahme", "zusammengefuehrt_mit"): "Zusammengeführt mit diesen Maßnahmen",
    ("massnahme", "handlungsfeld"): "Maßnahmen dieses Handlungsfelds",
    ("ziel", "schluesselvorhaben"): "Steht unter diesen Zielen",
    ("ziel", "beteiligte"): "Genannt in diesen Zielen",
    ("swot", "handlungsfelder"): "SWOT-Themen zu diesem Handlungsfeld",
    ("kennzahl", "fuer"): "Kennzahlen dazu",
    ("kennzahl", "wirkungen"): "Kennzahlen dazu",
    ("konzept", "verlauf"): "Beschlüsse und Entstehung",
    ("konzept", "berichte"): "Berichte",
    ("konzept", "mitwirkende"): "Mitwirkung am Konzept",
    ("konzept", "prioritaetsgruppen"): "Prioritätsgruppe",
    ("akteur", "gehoert_zu"): "Dazu gehören diese Akteure",
}
_OTHER = "Hier erwähnt"
_HIDDEN = {"hinweis", "quelle"}
_SHOWN: dict[str, frozenset[str]] = {
    "handlungsfeld": frozenset({"handlungsfelder", "handlungsfeld", "kennzahlen", "fuer", "wirkungen"}),
    "ziel": frozenset({"ziele", "fuer", "wirkungen", "antworten"}),
    "schluesselvorhaben": frozenset({"schluesselvorhaben", "fuer", "wirkungen", "antworten", "bearbeitungsstaende"}),
    "massnahme": frozenset({"massnahmen", "fuer", "wirkungen", "antworten"}),
    "kennzahl": frozenset({"kennzahlen"}),
}
"""The relations that the page of a kind of thing shows in another way."""


@dataclass(frozen=True)
class Mentions:
    """Things that link to another in the same way."""

    title: str
    entries: tuple[Entry, ...]
    editorial: bool
    """Whether editors linked some of them."""

    @property
    def key(self) -> str:
        """What the list is called in an address."""
        return slug(self.title)


def mentions(konzept: Konzept, entry: Entry) -> tuple[Mentions, ...]:
    """What links to a thing and does not stand on its page anyway, in groups.

    Args:
        konzept: the concept.
        entry: the thing.
    """
    groups: dict[str, dict[str, Entry]] = {}
    editorial: set[str] = set()
    without = _SHOWN.get(entry.kind, frozenset())
    for link in konzept.incoming.get(entry.ref, ()):
        source = konzept[link.source]
        if link.relation in _HIDDEN or link.relation in without or source.ref == entry.ref:
            continue
        title = _MENTIONS.get((source.kind, link.relation), _OTHER)
        groups.setdefault(title, {})[source.ref] = source
        if link.editorial:
            editorial.add(title)
    order = [*dict.fromkeys(_MENTIONS.values()), _OTHER]
    return tuple(
        Mentions(title, tuple(groups[title].values()), title in editorial) for title in sorted(groups, key=order.index)
    )
