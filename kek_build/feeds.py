# Atom feeds (RFC 4287) of what changed: in a concept, and in each field of action, key project and place with all that
# belongs to it. An entry is the same in every feed; its id is made of its address, the day and what it says, so that
# neither rewriting commits nor another clone makes it new.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import PREFIXES
from kek_build.history import Change
from kek_build.outputs import Output
from kek_build.pages import aenderungen
from kek_build.pages.addresses import CHANGES, WITH_FEED
from kek_build.pages.draft import Workshop

ENTRIES = 50
"""How many changes a feed holds, newest first."""
_GOING = {"ziel", "massnahme", "schluesselvorhaben"}
"""Kinds of things that a feed of what they belonged to tells of when they are gone."""


def outputs(shop: Workshop) -> Iterator[Output]:
    """All feeds of a concept, also those in which nothing has changed yet."""
    writer = _Writer(shop)
    for kind in WITH_FEED:
        for entry in shop.konzept.of_kind(kind):
            path = shop.addresses.feed(entry)
            assert path is not None
            yield Output(path, writer.feed(entry, path).encode())


def belongs_to(konzept: Konzept, entry: Entry) -> set[str]:
    """What the feed of a thing tells of: itself, and what belongs to it.

    To a field belong its goals, measures and key projects; to a key project its measures; to a place what names it.
    """
    found = {entry.ref}
    match entry.kind:
        case "handlungsfeld":
            inside = [entry.ref]
            while inside:
                above = inside.pop()
                inside += [goal.ref for goal in konzept.children(above, "ziel")]
                found.add(above)
                found.update(e.ref for e in konzept.targets(above, "schluesselvorhaben", "massnahmen"))
            found.update(e.ref for e in konzept.sources(entry.ref, "handlungsfeld", "handlungsfelder")
                         if e.kind in {"massnahme", "schluesselvorhaben"})  # fmt: skip
        case "schluesselvorhaben":
            found.update(e.ref for e in konzept.targets(entry.ref, "massnahmen"))
        case "ort":
            found.update(e.ref for e in konzept.sources(entry.ref) if e.kind != "konzept")
    return found


@dataclass
class _Writer:
    shop: Workshop
    written: dict[int, str] = field(default_factory=dict)
    """Entries that are written already, by the place of their change."""

    def feed(self, entry: Entry, path: str) -> str:
        shop, datei = self.shop, self.shop.konzept.datei
        changes = self._changes(entry)
        stand = datetime.combine(datei.fassung.stand.last, datetime.min.time(), UTC)
        page = shop.addresses.section(CHANGES) if entry.kind == "konzept" else shop.addresses.of(entry)
        subtitle = f"{datei.titel}, {datei.fassung.bezeichnung}."
        if shop.demonstration:
            subtitle += " Demonstration, keine amtliche Veröffentlichung."
        if gap := shop.history.gap:
            subtitle += f" {gap.reason}"
        return "".join(
            [
                '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">\n',
                _element("id", shop.url(path)),
                _element("title", aenderungen.feed_title(shop, entry)),
                _element("subtitle", subtitle),
                _element("updated", (changes[0].when if changes else stand).isoformat()),
                f"<author>{_element('name', datei.behoerde).strip()}</author>\n",
                _link("self", aenderungen.ATOM, shop.url(path)),
                _link("alternate", "text/html", shop.url(page)),
                *map(self._entry, changes),
                "</feed>\n",
            ]
        )

    def _changes(self, entry: Entry) -> list[Change]:
        history = self.shop.history
        if entry.kind == "konzept":
            return list(history.changes[:ENTRIES])
        found = [change for ref in belongs_to(self.shop.konzept, entry) for change in history.of(ref)]
        found += [change for change in self._gone if _was_near(change, entry)]
        return sorted(found, key=lambda change: change.place)[:ENTRIES]

    @property
    def _gone(self) -> Iterable[Change]:
        return (c for c in self.shop.history.changes if c.happened == "removed" and c.kind in _GOING)

    def _entry(self, change: Change) -> str:
        if change.place not in self.written:
            self.written[change.place] = self._write(change)
        return self.written[change.place]

    def _write(self, change: Change) -> str:
        shop = self.shop
        number, title = aenderungen.name_of(shop, change)
        name = " ".join(filter(None, (number, title)))
        happened = aenderungen.happened(change)
        fields = aenderungen.field_views(change.fields, shop.konzept, lambda e: shop.url(shop.addresses.of(e)))
        summary = "; ".join(view.brief.striptags() for view in fields) or happened
        parts = [
            "<entry>\n",
            _element("id", self._id(change)),
            _element("title", f"{name}: {happened}"),
            _element("updated", change.when.isoformat()),
            _link("alternate", "text/html", shop.url(self._page(change))),
            _element("summary", summary),
        ]
        if fields:
            parts.append(_element("content", self._fields(fields), type="html"))
        return "".join([*parts, "</entry>\n"])

    def _fields(self, fields: object) -> str:
        # Asked for as text, since what is HTML here is escaped once more as a part of XML.
        return str(self.shop.env.get_template("parts/aenderungen.html.j2").module.fields(fields)).strip()  # type: ignore[attr-defined]

    def _page(self, change: Change) -> str:
        entry = self.shop.konzept.entries.get(change.ref)
        if entry is None or entry.kind == "konzept":
            return f"{self.shop.addresses.section(CHANGES)}#tag-{change.day.isoformat()}"
        return aenderungen.address(self.shop, entry) if change.fields else self.shop.addresses.of(entry)

    def _id(self, change: Change) -> str:
        """A tag URI (RFC 4151): the host, the day on which the change was written, and what it is about."""
        day, _, rest = change.mark.partition("/")
        host = urlsplit(self.shop.site_url).hostname or "kek.invalid"
        path = urlsplit(self.shop.site_url).path.strip("/")
        specific = "/".join(filter(None, (path, self.shop.konzept.slug, rest)))
        return f"tag:{host},{day}:{quote(specific)}"


def _was_near(change: Change, entry: Entry) -> bool:
    return entry.ref in change.near or entry.ref.removeprefix(PREFIXES.get(entry.kind, "")) in change.near


def _element(name: str, text: str, **attributes: Any) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    # What Markup says of itself is of HTML; in XML it is text like any other.
    return f"<{name}{written}>{escape(str(text) if isinstance(text, Markup) else text)}</{name}>\n"


def _link(relation: str, media_type: str, url: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href="{escape(url)}"/>\n'
