# The places of a concept that can hold an adopted wording, with what the content already says of each: the number, the
# designation as printed, and our own words for it.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS, capital
from kek_build.models.massnahmen import Massnahme, Punkt, Schluesselvorhaben

PROFILE_GOALS = "Ziele der Profile"


@dataclass(frozen=True)
class Slot:
    """A place that can hold an adopted wording."""

    ref: str
    """What messages call it: `4.3.1`, `I.1, Ziel 2`, `swot/bildung#chance-1`."""
    kind: str
    """`ziel`, `leitsatz`, `schluesselvorhaben`, `profilziel`, `massnahme` or `aussage`."""
    group: str
    """What the report calls its kind; goals by their level."""
    parent: str
    """The reference of what it stands in."""
    file: PurePosixPath
    path: tuple[str | int, ...]
    """The way to it in the file."""
    number: str | None
    """Its number as the document prints it; None where it has none or editors gave it."""
    title: str | None
    """Its designation, exactly as printed; None where there is none."""
    words: str
    """All that the content says of it."""
    wording: str | None
    """The adopted wording that stands there already."""
    has_points: bool = False
    """Whether the content gives it points of its own."""


@dataclass(frozen=True)
class Slots:
    """All places of a concept, in its order."""

    all: tuple[Slot, ...]
    titles: Mapping[str, str]
    """The titles of fields and topics by reference, which documents print as headings."""
    group_titles: frozenset[str] = frozenset()
    """What the rows of a profile are called that list measures."""

    def of(self, *kinds: str) -> tuple[Slot, ...]:
        """The places of some kinds."""
        return tuple(slot for slot in self.all if slot.kind in kinds)

    def inside(self, ref: str, *kinds: str) -> tuple[Slot, ...]:
        """The places that stand right inside a thing."""
        return tuple(slot for slot in self.of(*kinds) if slot.parent == ref)

    def numbered(self, *kinds: str) -> dict[str, Slot]:
        """The places of some kinds whose number the document prints."""
        return {slot.number: slot for slot in self.of(*kinds) if slot.number}


def slots_of(konzept: Konzept) -> Slots:
    """All places of a concept that can hold an adopted wording and stand in its document with a number or in a list."""
    found = [slot for entry in konzept.entries.values() for slot in _slots(konzept, entry)]
    titled = [*konzept.of_kind("handlungsfeld"), *konzept.of_kind("swot")]
    projects = konzept.of_kind("schluesselvorhaben")
    groups = frozenset(group.titel for project in projects for group in project.model.massnahmen)
    return Slots(tuple(found), {entry.ref: entry.title for entry in titled}, groups)


def _slots(konzept: Konzept, entry: Entry) -> Iterator[Slot]:
    if entry.kind not in {"ziel", "leitsatz", "schluesselvorhaben", "massnahme", "aussage"}:
        return
    model = entry.model
    level = konzept.datei.ebenen[min(entry.depth, len(konzept.datei.ebenen) - 1)]
    editorial = entry.kind == "ziel" and level.nummern == "redaktionell"
    yield Slot(
        ref=entry.ref,
        kind=entry.kind,
        group=capital(level.mehrzahl) if entry.kind == "ziel" else KINDS[entry.kind][2],
        parent=entry.parent or "",
        file=entry.origin.file,
        path=entry.origin.path,
        number=None if editorial else entry.number,
        title=model.titel if entry.kind in {"ziel", "schluesselvorhaben"} else None,
        words=" ".join(_words(model)),
        wording=model.wortlaut,
        has_points=bool(getattr(model, "punkte", ())),
    )
    if isinstance(model, Schluesselvorhaben):
        for index, goal in enumerate(model.ziele):
            path = (*entry.origin.path, "ziele", index)
            yield Slot(f"{entry.ref}, Ziel {index + 1}", "profilziel", PROFILE_GOALS, entry.ref, entry.origin.file,
                       path, None, None, goal.text, goal.wortlaut)  # fmt: skip


def _words(model: Any) -> Iterator[str]:
    """All that a thing says of itself in our words."""
    for name in ("titel", "kurz", "text", "beschreibung"):
        if text := getattr(model, name, None):
            yield text
    if isinstance(model, Massnahme):
        yield from _points(model.punkte)
    elif points := getattr(model, "punkte", ()):
        yield from points


def _points(points: Iterable[Punkt]) -> Iterator[str]:
    for point in points:
        yield point.text
        yield from _points(point.punkte)
