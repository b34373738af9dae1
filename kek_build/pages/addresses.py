# The address of every thing. Numbers and short names make it, never titles, so retitling breaks no link.
from __future__ import annotations

import re
from dataclasses import dataclass

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import PREFIXES
from kek_build.concept.former import NUMBERED, Tombstone

SECTIONS = {
    "handlungsfeld": "handlungsfelder",
    "ziel": "ziele",
    "schluesselvorhaben": "schluesselvorhaben",
    "massnahme": "massnahmen",
    "swot": "swot",
    "kennzahl": "kennzahlen",
    "akteur": "akteure",
    "ort": "orte",
    "begriff": "glossar",
    "seite": "seiten",
    "dokument": "quellen",
}
"""The part of the address that each kind of thing stands under."""

EASY = "leichte-sprache"
"""The part of the address of the page in Leichte Sprache."""

CARDS = "karte"
"""The part of the address that all cards for embedding stand under: other sites may show them in a frame."""
CHANGES = "aenderungen"
"""The part of the address of the page that tells what changed, of the concept and of each thing."""
DATA = "daten"
"""The part of the address of the page with downloads, and of the files themselves."""

EDITIONS = "fassungen"
"""The part of the address of the page with the editions of a concept, and of the pages that compare them."""

EMBED = "einbetten"
"""The part of the address, below a place, of the page with everything about it to show on other sites."""

REPORTS = "berichte"
"""The part of the address of the list of reports, and of each report below it."""

SUBJECTS = "themen"
"""The part of the address of the page with the subjects of a concept, and of the page of each; on a site with several
concepts, at its root, of those that compare them."""

ANSWERED = f"{SECTIONS['swot']}/antworten"
"""The part of the address of the page that tells what answers the SWOT analysis; it stands where a topic could."""
ANSWERED_TABLE = "swot_antworten.csv"
"""The table of the open data with the numbers of that page."""

STANDING = "umsetzungsstand"
"""The part of the address of the page that tells how the concept is being carried out, and below it of each field's."""
STANDING_TABLE, STANDING_THINGS, STANDING_FIGURES, STANDING_JSON = (
    f"{STANDING}.csv",
    f"{STANDING}_vorhaben.csv",
    f"{STANDING}_kennzahlen.csv",
    f"{STANDING}.json",
)
"""The files of the open data with the numbers of that page, and with what they were counted from."""

OBJECT_DATA = "daten.json"
PLACE_TABLE = "eintraege.csv"
VALUE_TABLE = "werte.csv"
BADGE = "status.svg"
OEMBED = "oembed.json"
QR_CODE = "qr.svg"
FEED = "feed.atom"
CALENDAR = "termine.ics"
SHEET = "datenblatt.pdf"
REPORT = "bericht.pdf"
REPORT_TABLE = "bericht.csv"
"""Files that stand beside the page of a thing, in its folder."""

WITH_DATA = frozenset(
    {"handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "swot", "kennzahl", "akteur", "ort", "seite"}
)
"""The kinds of thing that have a file with their data in their folder."""
WITH_SHEET = frozenset({"schluesselvorhaben", "massnahme"})
"""The kinds of thing that have a fact sheet."""

WITH_FEED = ("konzept", "handlungsfeld", "schluesselvorhaben", "ort")
"""The kinds of thing that have a feed of what changed."""

RESERVED = frozenset(
    {*SECTIONS.values(), EASY, CARDS, CHANGES, DATA, EDITIONS, SUBJECTS, "verlauf", "befragung", "lose-enden",
     STANDING, REPORTS,
     "impressum", "datenschutz", "barrierefreiheit", "suche", "redaktion", "kek", "assets", "pagefind"}
)  # fmt: skip
"""Addresses of the site itself, which no concept may take."""

LIST_PAGES = re.compile(r"seite-[1-9][0-9]*|liste")
"""What the pages and files of a long list are called, below the page that lists a kind of thing; no thing may be."""

ON_ONE_PAGE = frozenset({"begriff", "dokument"})
"""The kinds that stand together on one page, each at an anchor."""


@dataclass(frozen=True)
class Addresses:
    """Addresses inside one concept; `prefix` is `leipzig/`, or empty where the concept is the whole site."""

    konzept: Konzept
    prefix: str

    def section(self, name: str = "") -> str:
        """The address of a part of the concept: `leipzig/massnahmen/`; without a name, its start page."""
        return f"{self.prefix}{name}/" if name else self.prefix

    def of(self, entry: Entry) -> str:
        """The address of a thing: a page, or a page with an anchor."""
        key = entry.ref.removeprefix(PREFIXES.get(entry.kind, "")).lower()
        match entry.kind:
            case "konzept":
                return self.section()
            case "leitsatz" | "aussage":
                assert entry.parent is not None
                above = self.of(self.konzept[entry.parent])
                return above if "#" in above else f"{above}#{entry.ref.partition('#')[2]}"
            case "ziel" if not self.has_page(entry):
                assert entry.parent is not None
                return f"{self.of(self.konzept[entry.parent]).partition('#')[0]}#{key}"
            case kind if kind in ON_ONE_PAGE:
                return f"{self.section(SECTIONS[kind])}#{key}"
        return self.section(f"{SECTIONS[entry.kind]}/{key}")

    def folder(self, entry: Entry) -> str:
        """The folder of a thing, for the files beside its page; it has one even where it is shown on another page.

        Raises:
            KeyError: it is of a kind that has none: the concept's parts that are nothing without their page.
        """
        return self.section() if entry.kind == "konzept" else self.folder_of(entry.kind, entry.ref)

    def folder_of(self, kind: str, ref: str) -> str:
        """The folder of a thing that is or was called so.

        Raises:
            KeyError: things of this kind have none.
        """
        return self.section(f"{SECTIONS[kind]}/{ref.removeprefix(PREFIXES.get(kind, '')).lower()}")

    def card(self, entry: Entry) -> str:
        """The address of a thing's card for embedding."""
        return f"{CARDS}/{self.folder(entry)}"

    def feed(self, entry: Entry) -> str | None:
        """The address of the feed of what changed in a thing, where it has one."""
        return f"{self.folder(entry)}{FEED}" if entry.kind in WITH_FEED else None

    @property
    def calendar(self) -> str:
        """The calendar of what is due: `leipzig/termine.ics`."""
        return f"{self.prefix}{CALENDAR}"

    @property
    def document(self) -> str:
        """The file with the whole concept on paper: `leipzig/daten/kreisentwicklungskonzept-leipzig.pdf`."""
        return f"{self.section(DATA)}kreisentwicklungskonzept-{self.konzept.slug}.pdf"

    def short(self, entry: Entry) -> str | None:
        """The short address of a thing with a number: `leipzig/3-34/`."""
        return self.short_of(entry.kind, entry.ref)

    def short_of(self, kind: str, ref: str) -> str | None:
        """The short address of a thing that is or was called so."""
        return self.section(ref.lower()) if kind in NUMBERED else None

    def of_tombstone(self, stone: Tombstone) -> str:
        """The address of a thing that was dissolved: the page that says so, or its place on the page of its topic."""
        if stone.kind in ON_ONE_PAGE:
            return f"{self.section(SECTIONS[stone.kind])}#{stone.ref.rpartition('/')[2]}"
        if stone.kind != "aussage":
            return self.folder_of(stone.kind, stone.ref)
        topic, _, anchor = stone.ref.partition("#")
        above = self.konzept.former.find(topic)
        if isinstance(above, Tombstone):
            return f"{self.of_tombstone(above)}#{anchor}"
        return f"{self.of(above) if above else self.section(SECTIONS['swot'])}#{anchor}"

    def list_of(self, stone: Tombstone) -> str:
        """The address of the page that lists a thing that was dissolved."""
        if stone.kind == "aussage":
            return self.of_tombstone(stone).partition("#")[0]
        return self.section(list_section(stone.kind))

    def data(self, entry: Entry) -> str | None:
        """The file with a thing's data, where it has one: `leipzig/massnahmen/3-34/daten.json`."""
        return self.folder(entry) + OBJECT_DATA if entry.kind in WITH_DATA else None

    def easy(self, entry: Entry) -> str | None:
        """The address of a thing's text in Leichte Sprache, where it has one."""
        if not getattr(entry.model, "leicht", None):
            return None
        return self.easy_of(entry.ref)

    def easy_of(self, ref: str) -> str:
        """The address of a text in Leichte Sprache of a thing that is or was called so."""
        return f"{self.section(EASY)}#leicht-{ref.lower().replace('/', '-')}"

    def has_page(self, entry: Entry) -> bool:
        """Whether a thing has a page of its own and not just an anchor on another."""
        if entry.kind == "ziel":
            levels = self.konzept.datei.ebenen
            return levels[min(entry.depth, len(levels) - 1)].eigene_seite == "ja"
        return entry.kind not in ON_ONE_PAGE | {"leitsatz", "aussage"}


def list_section(kind: str) -> str:
    """The part of the address of the page that lists all things of a kind; statements stand below their topics."""
    return SECTIONS["swot" if kind == "aussage" else kind]


def relative(address: str, page: str) -> str:
    """The way from one page to an address, as a link.

    Args:
        address: relative to the site: `leipzig/swot/bildung/#chance-1`.
        page: the path of the page the link stands on.
    """
    path, mark, anchor = address.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    # By hand: posixpath.relpath asks for the working directory each time, a tenth of what all pages take.
    to, here = path.split("/"), page.rstrip("/").split("/") if page else []
    name, common = to.pop(), 0
    while common < min(len(to), len(here)) and to[common] == here[common]:
        common += 1
    way = "../" * (len(here) - common) + "".join(f"{part}/" for part in to[common:]) + name
    return (way or "./") + mark + anchor


def beside(page: str) -> str:
    """What stands beside a page: from there the way is the same to all that is neither the page nor below it."""
    above, slash, _ = page.rstrip("/").rpartition("/")
    return f"{above}{slash}-/"
