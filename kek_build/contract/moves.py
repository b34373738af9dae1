# Which addresses lead on to others: those of former names, short ones, those of things that are shown on the page of
# another, and those of pages that are no longer there. One list, from which both the pages that lead on and the maps
# for web servers are made.
from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kek_build.concept import Entry
from kek_build.concept.entries import KINDS
from kek_build.concept.former import Tombstone, former_refs
from kek_build.contract.check import named_by
from kek_build.contract.registry import NO_FOLDER, ON_PAGE
from kek_build.outputs import Output
from kek_build.pages.addresses import CARDS, CHANGES, EASY, SECTIONS, SHEET
from kek_build.pages.draft import Workshop
from kek_build.pages.names import brief_title
from kek_build.updating import View

_PAGE = "index.html"
_WITH_SHEET = {"schluesselvorhaben", "massnahme"}
"""The kinds that have a fact sheet."""


@dataclass(frozen=True)
class Move:
    """An address that leads on to another."""

    old: str
    """A folder, relative to the site: `leipzig/3-34/`; or a file that only servers can lead on from."""
    new: str
    """Where it leads, relative to the site, perhaps with an anchor."""
    title: str
    """What stands there."""
    reason: str
    """Why it leads on, as a German sentence."""
    shop: Workshop
    anchors: tuple[tuple[str, str], ...] = ()
    """Anchors that the old address had, each with where it leads."""


def moves(shop: Workshop, paths: Collection[str]) -> dict[str, Move]:
    """All addresses of a concept that lead on, by the old one; those of former names come first.

    Args:
        shop: the concept.
        paths: the addresses of the pages there are; none of them leads on.
    """
    found: dict[str, Move] = {}
    for make in (_from_former_names, _from_tombstones, _within):
        for move in make(shop):
            if move.old not in paths:
                found.setdefault(move.old, move)
    anchors = anchors_by_page(shop)
    for page in anchors:
        if page not in paths and page not in found:
            found[page] = _upwards(shop, page, paths)
    return {old: _with_anchors(move, anchors.get(old, ())) for old, move in found.items()}


def anchors_by_page(shop: Workshop) -> dict[str, list[str]]:
    """The recorded anchors of each recorded page; pages by their address relative to the site."""
    found: dict[str, list[str]] = {}
    for published in shop.konzept.published:
        page, _, anchor = published.address.partition("#")
        anchors = found.setdefault(shop.addresses.prefix + page, [])
        if anchor:
            anchors.append(anchor)
    return found


def answer(shop: Workshop, page: str, anchor: str) -> Entry | Tombstone | None:
    """The thing that an anchor of a page was the address of, as it is today; None for headings.

    Args:
        shop: the concept.
        page: the page that had the anchor, relative to the site.
        anchor: the anchor.
    """
    former = shop.konzept.former
    address = page.removeprefix(shop.addresses.prefix)
    section = address.partition("/")[0]
    if section == SECTIONS["swot"] and (named := named_by(f"{address}#{anchor}")) and named.kind == "aussage":
        return former.find(named.ref, "aussage") or former.find(named.ref)
    if section in {SECTIONS["ziel"], SECTIONS["handlungsfeld"]}:
        return former.find(anchor, "ziel")
    if section in {SECTIONS["begriff"], SECTIONS["dokument"]}:
        return former.find(f"{section}/{anchor}")
    return _easy(shop).get(anchor) if section == EASY else None


def address_of(shop: Workshop, thing: Entry | Tombstone) -> str:
    """Where a thing, or what tells of its end, stands today."""
    return shop.addresses.of_tombstone(thing) if isinstance(thing, Tombstone) else shop.addresses.of(thing)


def title_of(shop: Workshop, thing: Entry | Tombstone) -> str:
    """What a thing is called in a link."""
    if isinstance(thing, Tombstone):
        return f"{thing.number} {thing.model.titel}" if thing.number else thing.model.titel
    title = brief_title(thing, shop.konzept.resolve)
    return f"{thing.number} {title}" if thing.number else title


def _easy(shop: Workshop) -> dict[str, Entry]:
    """What stood at an anchor of the page in Leichte Sprache under a former name."""
    easy = shop.addresses.easy_of
    entries = shop.konzept.entries.values()
    return {easy(ref).partition("#")[2]: entry for entry in entries for _, ref in former_refs(entry)}


def _from_former_names(shop: Workshop) -> Iterator[Move]:
    for thing in shop.konzept.former.things():
        if thing.kind not in ON_PAGE:
            what = "wurde aufgehoben" if isinstance(thing, Tombstone) else "heißt jetzt anders"
            for _, ref in former_refs(thing):
                yield from _move_all(shop, thing.kind, ref, thing, what)


def _from_tombstones(shop: Workshop) -> Iterator[Move]:
    for stone in shop.konzept.former.tombstones.values():
        if stone.kind not in ON_PAGE:
            yield from _move_all(shop, stone.kind, stone.ref, stone, "wurde aufgehoben")
    for stone, ref in _with_whole(shop):
        yield from _move_all(shop, "ziel", ref, stone, "wurde mit dem Ganzen aufgehoben")


def _with_whole(shop: Workshop) -> Iterator[tuple[Tombstone, str]]:
    """Goals that were published and went with the field or goal they stood in."""
    former = shop.konzept.former
    for published in shop.konzept.published:
        named = named_by(published.address)
        if named and named.kind == "ziel" and not {named.ref} & (former.tombstones.keys() | former.aliases.keys()):
            found = former.find(named.ref, "ziel")
            if isinstance(found, Tombstone):
                yield found, named.ref


def _move_all(shop: Workshop, kind: str, ref: str, now: Entry | Tombstone, what: str) -> Iterator[Move]:
    """The addresses of something that is not called so any more, or not there."""
    name = ref.rpartition("/")[2]
    reason = f"{KINDS[kind][1]} „{name}“ {what}."
    folder = shop.addresses.folder_of(kind, ref)
    olds = [folder, shop.addresses.short_of(kind, ref)]
    if isinstance(now, Tombstone):  # nothing of what there is answers for what stood beside its page
        olds += [f"{folder}{CHANGES}/", f"{folder}{SHEET}" if kind in _WITH_SHEET else None]
    for old in filter(None, olds):
        yield Move(old, address_of(shop, now), title_of(shop, now), reason, shop)


def _within(shop: Workshop) -> Iterator[Move]:
    """Short addresses, and those of things that are shown on the page of another."""
    for entry in shop.konzept.entries.values():
        if entry.kind in ON_PAGE:
            continue
        new, title = shop.addresses.of(entry), title_of(shop, entry)
        if (short := shop.addresses.short(entry)) and short != new:
            yield Move(short, new, title, "Dies ist eine kurze Adresse.", shop)
        if (folder := shop.addresses.folder(entry)) != new:
            yield Move(folder, new, title, "Der Eintrag steht auf einer Seite mit anderen.", shop)


def _upwards(shop: Workshop, page: str, paths: Collection[str]) -> Move:
    """From a page that is no longer there to the nearest above it."""
    above = page
    while above not in paths and above != shop.addresses.section():
        above = above.rstrip("/").rpartition("/")[0]
        above = f"{above}/" if above else ""
    title = shop.konzept.datei.titel if above == shop.addresses.section() else "die Seite darüber"
    return Move(page, above, title, "Die Seite, die hier stand, gibt es nicht mehr.", shop)


def _with_anchors(move: Move, anchors: Iterable[str]) -> Move:
    """A move with where the anchors of the old page lead."""
    pairs = []
    for anchor in anchors:
        thing = answer(move.shop, move.old, anchor)
        pairs.append((anchor, address_of(move.shop, thing) if thing else move.new))
    return Move(move.old, move.new, move.title, move.reason, move.shop, tuple(pairs)) if pairs else move


def _inside(site: View, folders: Collection[str]) -> dict[str, list[str]]:
    """The files in some folders and below them, by folder."""
    found: dict[str, list[str]] = {}
    for name in sorted(site.files(), key=lambda name: name.split("/")):
        above = name
        while above := above.rstrip("/").rpartition("/")[0]:
            above += "/"
            if above in folders:
                found.setdefault(above, []).append(name)
    return found


def beside(shop: Workshop, site: View) -> Iterator[Move | Output]:
    """What must answer under the former names of things besides their own addresses.

    Args:
        shop: the concept.
        site: the site, with everything in it that is written under the names of today.

    Yields:
        For every page in the folder of a thing and of its card an address that leads there, and for every other file
        (badge, data, code, feed, document) the same file under the former name.
    """
    things = shop.konzept.former.things()
    names = [
        (thing, thing.kind, ref) for thing in things if thing.kind not in NO_FOLDER for _, ref in former_refs(thing)
    ]
    names += [(stone, "ziel", ref) for stone, ref in dict.fromkeys(_with_whole(shop))]
    folders = {shop.addresses.folder_of(thing.kind, thing.ref) for thing, _, _ in names}
    inside = _inside(site, folders | {f"{CARDS}/{folder}" for folder in folders}) if names else {}
    for thing, kind, ref in names:
        now, folder = shop.addresses.folder_of(thing.kind, thing.ref), shop.addresses.folder_of(kind, ref)
        reason = f"{KINDS[kind][1]} „{ref.rpartition('/')[2]}“ gibt es so nicht mehr."
        for old, new in ((folder, now), (f"{CARDS}/{folder}", f"{CARDS}/{now}")):
            for path in inside.get(new, ()):
                name = path.removeprefix(new)
                if name.rpartition("/")[2] == _PAGE:
                    inner = name.removesuffix(_PAGE)
                    yield Move(old + inner, new + inner, title_of(shop, thing), reason, shop)
                else:
                    yield Output(old + name, site.find(path).read_bytes())
