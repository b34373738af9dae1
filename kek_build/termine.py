# The calendar of a concept (iCalendar, RFC 5545): what is due, to subscribe to or to fetch once. Each date is a day of
# its own; of a time that is no day it is the last one, and the words say how precisely it is known. Nothing in it comes
# from the clock: the same content makes the same file. Where nothing is due there is none, as the standard wants at
# least one entry.
from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import icalendar

from kek_build.pages import text as texts
from kek_build.pages.draft import Workshop
from kek_build.pages.names import brief_title
from kek_build.pages.termine import calendar_of, title_of
from kek_build.steering import stand_of
from kek_build.steering.due import Due

TYPE = "text/calendar"
_PRODUCT = "-//KEK online//kek_build//DE"
_REFRESH = timedelta(days=1)
"""How often calendar programs should ask again."""
_SAID = {
    "beginn": "Beginn geplant",
    "ende": "Ende geplant",
    "meilenstein": "Meilenstein geplant",
    "aufgabe": "Aufgabe zu tun bis",
    "werte": "Neue Werte fällig",
    "pruefung": "Angaben zu prüfen",
}


def written(shop: Workshop) -> bytes:
    """The calendar of a concept as a file; empty where nothing is due."""
    held = calendar_of(shop)
    if not held.dates:
        return b""
    made = icalendar.Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    title, about = title_of(shop), _about(shop, held.left)
    for name, value in (("name", title), ("x-wr-calname", title), ("description", about), ("x-wr-caldesc", about)):
        made.add(name, value)
    made.add("url", shop.url(shop.addresses.section()))
    made.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    seen: Counter[str] = Counter()
    for due in held.dates:
        made.add_component(_event(shop, due, seen))
    content: bytes = made.to_ical()
    return content


def _about(shop: Workshop, left: int) -> str:
    datei = shop.konzept.datei
    told = f"Was laut {datei.titel} fällig ist."
    if shop.demonstration:
        told += " Demonstration, keine amtliche Veröffentlichung."
    if left:
        told += f" {texts.counted(left, 'weiterer Termin liegt', 'weitere Termine liegen')} zeitlich ferner und fehlen."
    return told


def _event(shop: Workshop, due: Due, seen: Counter[str]) -> icalendar.Event:
    konzept, entry = shop.konzept, due.entry
    name = brief_title(entry, konzept.resolve)
    kind = konzept.kind_name(entry)
    called = f"{entry.number} {name}" if entry.number else name
    text = texts.without_references(due.text, konzept.resolve) if due.text else None
    address = shop.url(shop.addresses.of(entry))
    event = icalendar.Event()
    event.add("uid", _uid(shop, due, seen))
    stand = stand_of(konzept, entry).when.first
    event.add("dtstamp", datetime(stand.year, stand.month, stand.day, tzinfo=UTC))
    event.add("dtstart", due.day)
    event.add("summary", ": ".join(filter(None, (_when(due), texts.shorten(text, 80) if text else None, called))))
    told = [f"{kind} {called}", text, f"{_when(due)}.", _precision(due), address]
    event.add("description", "\n".join(filter(None, told)))
    event.add("url", address)
    event.add("categories", [kind])
    event.add("transp", "TRANSPARENT")
    return event


def _when(due: Due) -> str:
    """What is due, and when as precisely as it is known: `Ende geplant (2. Quartal 2026)`."""
    said = _SAID[due.kind]
    return said if due.when.precision == "tag" else f"{said} ({due.when})"


def _precision(due: Due) -> str | None:
    if due.when.precision == "tag":
        return None
    return f"Genauer als „{due.when}“ ist der Zeitpunkt nicht angegeben; der Eintrag steht am letzten Tag."


def _uid(shop: Workshop, due: Due, seen: Counter[str]) -> str:
    """A name that stays when the date moves: the thing, what of it is due, and the text where it has several."""
    parts = [shop.konzept.slug, due.entry.ref, due.kind]
    if due.text:
        parts.append(hashlib.sha256(due.text.encode()).hexdigest()[:12])
    name = "/".join(parts)
    seen[name] += 1
    again = f"/{seen[name]}" if seen[name] > 1 else ""
    return f"{name}{again}@{urlsplit(shop.site_url).hostname or 'kek.invalid'}"
