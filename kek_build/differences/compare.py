# Compares two states of the content, thing by thing, and finds where each can be seen: for whoever looks through a
# change before it goes online, and for whoever has just put it there. What a thing is and what changed in it tells
# `history`; here the two states are read, and the addresses added.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from kek_build.concept import load
from kek_build.concept.entries import KINDS, Entry, natural_key
from kek_build.concept.former import Tombstone
from kek_build.history import Change
from kek_build.history.steps import Event, events
from kek_build.history.things import State, is_thing, joined, owner_of, states
from kek_build.pages import aenderungen
from kek_build.pages.aenderungen import FieldView
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.site import Anbieter, SiteOptions

_SITE = SiteOptions(titel="Vergleich", einleitung="Vergleich.", anbieter=Anbieter(name="nicht angegeben"))
_KINDS = tuple(KINDS)


@dataclass(frozen=True)
class Difference:
    """What became of one thing."""

    kind: str
    """What readers call a thing of its kind."""
    name: str
    """Its number and its title."""
    address: str | None
    """Where it can be seen, from the top of the site; of a thing that is gone, where it could."""
    fields: tuple[FieldView, ...] = ()
    """What changed in it."""
    before: str | None = None
    """Where it was seen before, when that is another place."""
    answer: str | None = None
    """Of a thing that is gone: what its address says now."""


@dataclass(frozen=True)
class ConceptDifferences:
    """What changed in one concept."""

    name: str
    new: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    gone: tuple[Difference, ...]
    unreadable: tuple[PurePosixPath, ...] = ()
    """Files that could not be read before, relative to the content: what changed in them is not known."""


@dataclass(frozen=True)
class _Side:
    """One of the two states."""

    shops: Mapping[str, Workshop]
    """The concepts of the site that are without problems."""
    files: Mapping[PurePosixPath, bytes]


def differences(old: Path, new: Path, wanted: Sequence[str] = ()) -> list[ConceptDifferences]:
    """Compare two states of the content.

    Args:
        old: the content folder of the one that came before; it need not be without problems.
        new: the content folder of the one that comes after.
        wanted: the short names of the concepts that the site shows; by default all.

    Returns:
        The concepts in which something changed.
    """
    before, after = _side(old, wanted), _side(new, wanted)
    names = wanted or sorted({path.parts[0] for path in (*before.files, *after.files)})
    found = [_of_concept(name, before, after) for name in names]
    return [item for item in found if item.new or item.changed or item.gone or item.unreadable]


def _side(content: Path, wanted: Sequence[str]) -> _Side:
    folders = sorted(path for path in content.iterdir() if path.is_dir()) if content.is_dir() else []
    chosen = [folder for folder in folders if not wanted or folder.name in wanted]
    concepts, _ = load(content.parent, chosen)
    # One concept alone stands at the root of its site, also while others next to it cannot be read.
    shops = {shop.konzept.slug: shop for shop in workshops(concepts, _SITE)} if len(concepts) == len(chosen) else {}
    files = {
        name: path.read_bytes()
        for folder in chosen
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and is_thing(name := PurePosixPath(path.relative_to(content)))
    }
    return _Side(shops, files)


def _of_concept(name: str, before: _Side, after: _Side) -> ConceptDifferences:
    paths = {path for path in (*before.files, *after.files) if path.parts[0] == name}
    touched = {path for path in paths if before.files.get(path) != after.files.get(path)}
    changed = sorted(touched | {owner for path in touched if (owner := owner_of(path)) in paths})
    old, new, unreadable = list[State](), list[State](), list[PurePosixPath]()
    for path in changed:
        was, now = _states(before, path), _states(after, path)
        if was is None or now is None:
            unreadable.append(path)
        else:
            old.extend(was)
            new.extend(now)
    found = sorted(
        events(joined(old), joined(new)), key=lambda event: (_KINDS.index(event.kind), natural_key(event.key[1]))
    )
    shop = after.shops.get(name) or before.shops.get(name)
    sorts: dict[str, list[Difference]] = {"created": [], "changed": [], "removed": []}
    for event in found:
        sorts[event.happened].append(_difference(event, before.shops.get(name), after.shops.get(name)))
    new_things, changed_things, gone = (tuple(things) for things in sorts.values())
    title = shop.konzept.datei.name if shop else name
    return ConceptDifferences(title, new_things, changed_things, gone, tuple(unreadable))


def _states(side: _Side, path: PurePosixPath) -> list[State] | None:
    content = side.files.get(path)
    return [] if content is None else states(path, content)


def _difference(event: Event, before: Workshop | None, after: Workshop | None) -> Difference:
    ref = event.key[1]
    change = Change(datetime.now(UTC), event.kind, ref, event.title, event.happened, event.fields)
    gone = event.happened == "removed"
    shop = before if gone else after
    old_ref = (event.before or event.key)[1]
    was, now = _address(before, old_ref), _address(after, ref)
    if shop is None:
        return Difference(KINDS[event.kind][1], event.title, was if gone else now)
    entry = shop.konzept.entries.get(ref)
    kind = shop.konzept.kind_name(entry) if entry else KINDS[event.kind][1]
    name = " ".join(filter(None, aenderungen.name_of(shop, change)))
    if gone:
        return Difference(kind, name, was, answer=_answer(after, event))
    fields = aenderungen.field_views(event.fields, shop.konzept, shop.addresses.of)
    return Difference(kind, name, now, fields, was if was != now and event.happened == "changed" else None)


def _address(shop: Workshop | None, ref: str) -> str | None:
    entry = shop.konzept.entries.get(ref) if shop else None
    return shop.addresses.of(entry) if shop and entry else None


def _answer(shop: Workshop | None, event: Event) -> str | None:
    """What answers under the address of a thing that is gone."""
    found = shop.konzept.former.find(event.key[1]) if shop else None
    if isinstance(found, Tombstone):
        return "sagt jetzt, dass es aufgehoben ist"
    if isinstance(found, Entry) and shop:
        return f"führt jetzt zu {shop.addresses.of(found)}"
    return "antwortet nicht mehr"
