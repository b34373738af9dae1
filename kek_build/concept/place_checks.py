# What only all places of a concept together show to be wrong: neighbours that cannot be, and municipality keys of
# another Land or county. Who lies beside whom need not be written on both sides (see `places.neighbours`).
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Link, resolve
from kek_build.concept.places import PART_OF
from kek_build.models.verzeichnisse import MUNICIPALITIES
from kek_build.rules import Rule

LAND_KEYS = {
    "Schleswig-Holstein": "01", "Hamburg": "02", "Niedersachsen": "03", "Bremen": "04", "Nordrhein-Westfalen": "05",
    "Hessen": "06", "Rheinland-Pfalz": "07", "Baden-Württemberg": "08", "Bayern": "09", "Saarland": "10",
    "Berlin": "11", "Brandenburg": "12", "Mecklenburg-Vorpommern": "13", "Sachsen": "14", "Sachsen-Anhalt": "15",
    "Thüringen": "16",
}  # fmt: skip
"""The first two digits of the municipality keys of each Land."""
_COUNTY = 5
"""How many digits of the key all municipalities of a county share."""


@dataclass(frozen=True)
class Finding:
    """Something wrong about a place."""

    place: Entry
    path: tuple[str | int, ...]
    """The way to the value, inside the place's entry."""
    message: str
    expected: str

    @property
    def rule(self) -> Rule:
        """The rule that is broken."""
        return Rule.MUNICIPALITY_KEY if self.path == ("ags",) else Rule.NEIGHBOUR


def findings(entries: Mapping[str, Entry], links: Iterable[Link], land: str | None) -> Iterator[Finding]:
    """Check the places of a concept.

    Args:
        entries: all entries, by reference.
        links: all links; what they name exists.
        land: the Land of the county, where it is known.

    Returns:
        What is wrong, place by place.
    """
    places = [entry for entry in entries.values() if entry.kind == "ort"]
    above = {link.source: link.target for link in links if link.relation == PART_OF and link.source in entries}
    for place in places:
        yield from _neighbours(entries, above, place)
    keyed = [place for place in places if place.model.ags]
    for place in keyed:
        inside = place.model.im_landkreis == "ja"
        yield from _key(place, land if inside else _land(entries, above, place))
    yield from _keys_together(keyed)


def _neighbours(entries: Mapping[str, Entry], above: Mapping[str, str], place: Entry) -> Iterator[Finding]:
    model = place.model
    for index, value in enumerate(model.nachbarn):
        other = resolve(entries, value, ("ort",))
        path = ("nachbarn", index)
        if other is None:
            continue
        if other.ref == place.ref:
            yield Finding(place, path, f"„{value}“ kann nicht sein eigener Nachbar sein.", "andere Orte, die angrenzen")
        elif other.ref in _chain(above, place.ref) or place.ref in _chain(above, other.ref):
            inner, outer = (place, other) if other.ref in _chain(above, place.ref) else (other, place)
            yield Finding(place, path, f"„{value}“ ist kein Nachbar: „{inner.title}“ gehört zu „{outer.title}“.",
                          "Orte, die angrenzen")  # fmt: skip
    if model.nachbarn and not model.nachbarn_quelle:
        yield Finding(place, ("nachbarn",), "Zu den Nachbarn fehlt, woher die Redaktion sie kennt.",
                      "nachbarn_quelle: …, zum Beispiel eine amtliche Karte")  # fmt: skip
    if model.nachbarn_quelle and not model.nachbarn:
        yield Finding(place, ("nachbarn_quelle",), "Zur Quelle der Nachbarn fehlen die Nachbarn.",
                      "nachbarn: Kennungen aus orte.yml")  # fmt: skip


def _chain(above: Mapping[str, str], ref: str) -> list[str]:
    found: list[str] = []
    while (ref := above.get(ref, "")) and ref not in found:
        found.append(ref)
    return found


def _land(entries: Mapping[str, Entry], above: Mapping[str, str], place: Entry) -> str | None:
    outer = (entries[ref] for ref in _chain(above, place.ref))
    return next((entry.title for entry in outer if entry.model.art == "Land"), None)


def _key(place: Entry, land: str | None) -> Iterator[Finding]:
    key, path = place.model.ags, ("ags",)
    if place.model.art not in MUNICIPALITIES:
        yield Finding(place, path, f"Ein Gemeindeschlüssel passt nicht zur Art „{place.model.art}“.",
                      f"nur bei {', '.join(MUNICIPALITIES)}")  # fmt: skip
    elif land in LAND_KEYS and not key.startswith(LAND_KEYS[land]):
        yield Finding(place, path, f"Der Gemeindeschlüssel „{key}“ gehört nicht zu {land}.",
                      f"{LAND_KEYS[land]} am Anfang")  # fmt: skip
    elif key[:2] not in LAND_KEYS.values():
        yield Finding(place, path, f"Der Gemeindeschlüssel „{key}“ gehört zu keinem Land.", "01 bis 16 am Anfang")


def _keys_together(places: list[Entry]) -> Iterator[Finding]:
    first: dict[str, Entry] = {}
    for place in places:
        if (other := first.setdefault(place.model.ags, place)) is not place:
            yield Finding(place, ("ags",), f"Den Gemeindeschlüssel „{place.model.ags}“ hat schon „{other.title}“.",
                          "für jede Gemeinde ein eigener")  # fmt: skip
    inside = [place for place in places if place.model.im_landkreis == "ja"]
    counties = Counter(place.model.ags[:_COUNTY] for place in inside)
    usual = counties.most_common(1)[0][0] if counties else ""
    for place in inside:
        # A key of another Land has been told already.
        if place.model.ags[:_COUNTY] != usual and place.model.ags[:2] == usual[:2]:
            yield Finding(place, ("ags",), f"Der Gemeindeschlüssel „{place.model.ags}“ gehört zu einem anderen Kreis.",
                          f"{usual} am Anfang wie bei den anderen Gemeinden im Landkreis")  # fmt: skip
