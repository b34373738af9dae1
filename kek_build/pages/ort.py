# The page of one place: everything in the concept that concerns it, for the people of a municipality. What names the
# place stands apart from what is only near it, and everything near says why it is there.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.concept.places import (
    IN_PART,
    IN_TEXT,
    LINKED,
    NAMED,
    Concern,
    chain,
    companions,
    concerns,
    neighbour_sources,
    neighbours,
    parts,
)
from kek_build.models.verzeichnisse import MUNICIPALITIES
from kek_build.pages import ort_einbetten
from kek_build.pages.addresses import PLACE_TABLE, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.handlungsfelder import accent_of
from kek_build.pages.record import PageRecord
from kek_build.pages.register import registers_with
from kek_build.pages.standing import standing
from kek_build.pages.text import counted
from kek_build.pages.verzeichnisse import spellings
from kek_build.pages.views import Fact, LinkView
from kek_build.pages.weitergeben import Offer

LOCATIONS = {"ja": "im Landkreis", "nein": "außerhalb des Landkreises"}
"""Where a place lies, in words."""

_SECTIONS = (
    ("schluesselvorhaben", "Schlüsselvorhaben", ("schluesselvorhaben",)),
    ("massnahmen", "Maßnahmen", ("massnahme",)),
    ("ziele", "Ziele", ("ziel",)),
    ("swot", "SWOT-Aussagen", ("aussage",)),
    ("kennzahlen", "Kennzahlen", ("kennzahl",)),
    ("akteure", "Akteure", ("akteur",)),
)
_REST = ("weiteres", "Weitere Seiten")
_FOLDED_FROM = 7
"""From how many rows on a group of things that are only near is folded."""
_OFTEN = 2
"""How often two places are named together at least, to be shown."""
_MOST = 8
_REASONS_SHOWN = 20
"""How many things are named as a reason; a thing that is linked with a thousand needs no more to be understood."""

_REASONS = {
    ("massnahme", "massnahmen", "schluesselvorhaben"): "Teil von",
    ("massnahme", "massnahmen", "ziel"): "Steht unter",
    ("massnahme", "massnahme.ziele", "ziel"): "Dient dem Ziel",
    ("schluesselvorhaben", "schluesselvorhaben", "ziel"): "Steht unter",
    ("schluesselvorhaben", "schluesselvorhaben.massnahmen", "massnahme"): "Enthält",
    ("ziel", "ziele", "massnahme"): "Ziel von",
    ("ziel", "ziel.massnahmen", "massnahme"): "Darunter steht",
    ("ziel", "ziel.schluesselvorhaben", "schluesselvorhaben"): "Darunter steht",
    ("akteur", "traeger", "schluesselvorhaben"): "Träger von",
    ("akteur", "ansprechpartner", "schluesselvorhaben"): "Ansprechpartner für",
}
"""What to say of a thing linked with what names the place: by its kind, the field, and the kind of the other."""
_REASON_ELSE = {"kennzahl": "Zeigt den Fortschritt von", "akteur": "Beteiligt an"}


@dataclass(frozen=True)
class ReasonView:
    """Why something is there: `Teil von` and what it is part of."""

    words: str
    links: tuple[LinkView, ...]
    left: int = 0
    """How many more there are."""


@dataclass(frozen=True)
class ThingView:
    """A thing that concerns the place."""

    link: LinkView
    accent: int
    text: Markup | None
    facts: tuple[str, ...]
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True)
class ThingGroup:
    """Things that are equally near to the place; no title for those that name it."""

    title: str
    things: tuple[ThingView, ...]
    folded: bool
    count: int
    """How many there are; shown may be only the first."""
    more: LinkView | None = None
    """Where all of them stand."""


@dataclass(frozen=True)
class ThingSection:
    """All things of one kind, the nearest first."""

    anchor: str
    title: str
    count: int
    groups: tuple[ThingGroup, ...]

    @property
    def names_place(self) -> bool:
        """Whether something in it names the place; such sections come first."""
        return not self.groups[0].title


@dataclass(frozen=True)
class NearView:
    """A place near by, and what is to be said of it."""

    link: LinkView
    note: str
    things: tuple[LinkView, ...] = ()


def page(shop: Workshop, place: Entry) -> PageRecord:
    """The page of a place."""
    konzept, model = shop.konzept, place.model
    draft = shop.draft(shop.addresses.of(place), shop.crumb("Orte", "orte"))
    found = concerns(konzept, place)
    inside = model.im_landkreis == "ja"
    return draft.finish(
        "ort",
        place.title,
        kind="ort",
        entry=place,
        description=f"{place.title}: alle Ziele, Vorhaben und Maßnahmen dazu. {konzept.datei.titel}",
        facts=_facts(draft, place),
        outside=None if inside else where(shop, place),
        summary=_summary(found),
        registers=registers_with(draft, place),
        sections=tuple(sorted(_sections(draft, place, found), key=lambda section: not section.names_place)),
        neighbours=tuple(_near(draft, other) for other in neighbours(konzept, place)),
        neighbours_expected=model.art in MUNICIPALITIES,
        neighbours_sources=neighbour_sources(konzept, place),
        parts=tuple(_near(draft, other) for other in parts(konzept, place)),
        companions=tuple(_companions(draft, place)),
        offers=tuple(_offers(draft, place, found)),
    )


def where(shop: Workshop, place: Entry) -> str:
    """Whether a place lies in the county, in words."""
    if place.title == shop.konzept.datei.name:
        return "Gebiet des Konzepts"
    return LOCATIONS[place.model.im_landkreis]


def _facts(draft: Draft, place: Entry) -> list[Fact]:
    model = place.model
    above = Markup(" › ").join(
        Markup('<a href="{}">{}</a>').format(draft.href(entry), entry.title) for entry in chain(draft.konzept, place)
    )
    key = "Amtlicher Gemeindeschlüssel (AGS)"
    facts = [
        draft.fact("Art", text=model.art),
        draft.fact("Lage", text=where(draft.shop, place)),
        Fact("Gehört zu", text=above) if above else None,
        draft.fact(key, text=model.ags) if model.ags or model.art in MUNICIPALITIES else None,
        spellings(draft, model.schreibweisen),
    ]
    return [fact for fact in facts if fact]


def _summary(found: Iterable[Concern]) -> str:
    """How much there is, in a sentence: what names the place, and how much else."""
    found = list(found)
    named = [concern.entry.kind for concern in found if concern.closeness == NAMED]
    nouns = (
        ("schluesselvorhaben", "Schlüsselvorhaben", "Schlüsselvorhaben"),
        ("massnahme", "Maßnahme", "Maßnahmen"),
        ("ziel", "Ziel", "Ziele"),
        ("akteur", "Akteur", "Akteure"),
    )
    counts = [counted(named.count(kind), one, many) for kind, one, many in nouns if kind in named]
    rest = len(found) - len(named)
    nobody = "Kein Ziel, kein Vorhaben und keine Maßnahme nennt den Ort ausdrücklich."
    first = f"Ausdrücklich genannt: {_listed(counts)}." if counts else nobody
    if not rest:
        return first
    other = counted(rest, "weiterer Eintrag hat", "weitere Einträge haben")
    return f"{first} {other} mittelbar damit zu tun."


def _listed(parts: list[str]) -> str:
    return " und ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _sections(draft: Draft, place: Entry, found: tuple[Concern, ...]) -> Iterator[ThingSection]:
    left = list(found)
    for anchor, title, kinds in _SECTIONS:
        of_kind = [concern for concern in left if concern.entry.kind in kinds]
        left = [concern for concern in left if concern.entry.kind not in kinds]
        if of_kind:
            yield _section(draft, place, anchor, title, of_kind)
    if left:
        yield _section(draft, place, *_REST, left)


def _section(draft: Draft, place: Entry, anchor: str, title: str, found: list[Concern]) -> ThingSection:
    titles = {
        NAMED: "",
        IN_PART: f"Über Orte, die zu {place.title} gehören",
        IN_TEXT: "Nur im Text erwähnt",
        LINKED: "Mittelbar verbunden",
    }
    groups = []
    for closeness, heading in titles.items():
        near = [concern for concern in found if concern.closeness == closeness]
        if not near:
            continue
        shown, more = draft.first(place, _list_key(anchor, closeness), [concern.entry for concern in near])
        if more and closeness in {IN_PART, LINKED}:
            # Each of these stands on the page of what leads to it; all together they are a table.
            table = relative(draft.shop.addresses.folder(place) + PLACE_TABLE, draft.path)
            more = None if draft.shop.frozen else LinkView(table, f"Alle {len(near)} als Tabelle (CSV)")
        things = tuple(_thing(draft, concern) for concern in near[: len(shown)])
        folded = closeness != NAMED and len(near) >= _FOLDED_FROM
        groups.append(ThingGroup(heading, things, folded, len(near), more))
    return ThingSection(anchor, title, len(found), tuple(groups))


def _list_key(anchor: str, closeness: str) -> str:
    return anchor if closeness == NAMED else f"{anchor}-{closeness}"


def lists_of_place(konzept: Konzept, place: Entry) -> Iterator[tuple[str, str, list[Entry]]]:
    """What the page of a place lists of what names or mentions it: for each list its key, its title, what is in it."""
    by_kind: dict[tuple[str, str, str], list[Entry]] = {}
    sections = {kind: (anchor, title) for anchor, title, kinds in _SECTIONS for kind in kinds}
    for concern in concerns(konzept, place):
        if concern.closeness in {NAMED, IN_TEXT}:
            anchor, title = sections.get(concern.entry.kind, _REST)
            by_kind.setdefault((anchor, title, concern.closeness), []).append(concern.entry)
    for (anchor, title, closeness), entries in by_kind.items():
        yield _list_key(anchor, closeness), title if closeness == NAMED else f"{title}, nur im Text erwähnt", entries


def _thing(draft: Draft, concern: Concern) -> ThingView:
    entry = concern.entry
    brief = concern.closeness == LINKED
    return ThingView(
        draft.link(entry, title=None if entry.kind != "schluesselvorhaben" else entry.title),
        _accent(draft, entry),
        None if brief else draft.text(getattr(entry.model, "kurz", None)),
        tuple(_thing_facts(draft, entry)),
        tuple(ReasonView(said, *_first_reasons(draft, entries)) for said, entries in reasons(concern).items()),
    )


def _first_reasons(draft: Draft, entries: list[Entry]) -> tuple[tuple[LinkView, ...], int]:
    found = draft.links(entries)
    return found[:_REASONS_SHOWN], max(0, len(found) - _REASONS_SHOWN)


def _accent(draft: Draft, entry: Entry) -> int:
    if entry.kind == "schluesselvorhaben":
        goals = draft.konzept.sources(entry.ref, "schluesselvorhaben", kind="ziel")
        return accent_of(draft.konzept, goals[0]) if goals else 0
    return accent_of(draft.konzept, entry)


def _thing_facts(draft: Draft, entry: Entry) -> Iterator[str]:
    if entry.kind in {"massnahme", "schluesselvorhaben"}:
        yield from standing(draft.shop, entry).state.words or ["Status nicht angegeben"]
    elif entry.kind == "aussage" and entry.parent:
        yield draft.konzept[entry.parent].title
    elif entry.kind == "akteur":
        yield entry.model.art
    elif entry.kind != "kennzahl":
        yield draft.konzept.kind_name(entry)


def reasons(concern: Concern) -> dict[str, list[Entry]]:
    """Why something concerns a place: what is to be said, and of what. What names or mentions the place needs none."""
    words: dict[str, list[Entry]] = {}
    for relation, via in concern.via:
        if concern.closeness == IN_PART:
            said = "Nennt" if relation == "orte" else "Erwähnt im Text"
        else:
            kind = concern.entry.kind
            said = _REASONS.get((kind, relation, via.kind)) or _REASON_ELSE.get(kind, "Verbunden mit")
        words.setdefault(said, []).append(via)
    return words


def _near(draft: Draft, other: Entry) -> NearView:
    note = other.model.art if other.model.im_landkreis == "ja" else f"{other.model.art}, {LOCATIONS['nein']}"
    return NearView(draft.link(other), note)


def _offers(draft: Draft, place: Entry, found: tuple[Concern, ...]) -> Iterator[Offer]:
    """What a municipality takes for its own website; an edition that is frozen has no such files."""
    if draft.shop.frozen:
        return
    addresses = draft.shop.addresses
    if embed := ort_einbetten.address_of(draft.shop, place):
        yield Offer(relative(embed, draft.path), "Karten und Schilder zum Einbauen", "HTML zum Kopieren")
    if found:
        yield Offer(relative(addresses.folder(place) + PLACE_TABLE, draft.path), "Alle Einträge als Tabelle", "CSV")
    if feed := addresses.feed(place):
        yield Offer(relative(feed, draft.path), "Änderungen abonnieren", "Atom-Feed")
    if data := addresses.data(place):
        yield Offer(relative(data, draft.path), "Daten des Ortes", "JSON")


def _companions(draft: Draft, place: Entry) -> Iterator[NearView]:
    often = [(other, things) for other, things in companions(draft.konzept, place) if len(things) >= _OFTEN]
    for other, things in often[:_MOST]:
        yield NearView(draft.link(other), f"{len(things)}-mal", draft.links(things[:_REASONS_SHOWN]))
