# The pages of a concept as plain data, for generators that know nothing of concepts: what each page says, and what it
# links to. What links to a page is left out, because each generator finds that itself, as this program does.
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS
from kek_build.concept.konzept import PROSE
from kek_build.models import QUADRANTS
from kek_build.pages.addresses import SECTIONS, Addresses

_MENTION = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")
_WITH_PAGE = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "swot", "kennzahl", "akteur", "ort", "seite")
_QUADRANTS = {"staerken": "Stärken", "schwaechen": "Schwächen", "chancen": "Chancen", "risiken": "Risiken"}
_NOTES = {"widerspruch": "Widerspruch im Dokument", "schreibweise": "Schreibweise im Dokument",
          "luecke": "Lücke im Dokument", "redaktionell": "Entscheidung der Redaktion"}  # fmt: skip

Data = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A page to be made."""

    address: str
    """From the root of the site: `leipzig/massnahmen/3-34/`. Pages refer to it with a slash before it."""
    title: str
    data: Data
    body: str = ""
    """Markdown."""


class View:
    """The pages of one concept."""

    def __init__(self, konzept: Konzept) -> None:
        self.konzept = konzept
        self._addresses = Addresses(konzept, f"{konzept.slug}/")

    def pages(self) -> Iterator[Page]:
        """A page for every thing that has one on this program's sites, and one for the glossary."""
        for kind in _WITH_PAGE:
            for entry in self.konzept.of_kind(kind):
                address = self._addresses.of(entry)
                if "#" not in address:
                    body = self.text(entry.model.text) if kind == "seite" else ""
                    yield Page(address, entry.title, self._data(entry), body)
        terms = (f"**{term.title}**: {self.text(term.model.erklaerung)}" for term in self.konzept.of_kind("begriff"))
        yield Page(f"{self.konzept.slug}/glossar/", "Glossar", self._common("Glossar", "glossar"), "\n\n".join(terms))

    def text(self, text: str | None) -> str:
        """Running text as Markdown, with its references as links."""
        if not text or "[[" not in text:
            return text or ""

        def link(found: re.Match[str]) -> str:
            entry = self.konzept.resolve(found[1])
            assert entry is not None
            return f"[{found[2] or entry.number or entry.title}](/{self._addresses.of(entry)})"

        return _MENTION.sub(link, text)

    def page_of(self, entry: Entry) -> str:
        """The address of the page that a thing stands on, from the root: `/leipzig/massnahmen/3-34/`."""
        return "/" + self._addresses.of(entry).partition("#")[0]

    def _common(self, label: str, section: str) -> Data:
        return {"county": self.konzept.slug, "label": label, "section": section}

    def _data(self, entry: Entry) -> Data:
        model = entry.model
        field = self.konzept.field_of(entry)
        data = self._common(self.konzept.kind_name(entry), SECTIONS[entry.kind])
        data |= {
            "kind": entry.kind,
            "number": entry.number or "",
            "short": entry.number or entry.short_title,
            "above": [self.page_of(parent) for parent in self.konzept.above(entry)],
            "accent": field.number if field else "",
            "summary": self.text(model.kurz),
            "tags": [value for name in ("phase", "status") if (value := getattr(model, name, None))],
            "paragraphs": self.text(getattr(model, "beschreibung", None)).split("\n\n"),
            "points": [self._point(point) for point in getattr(model, "punkte", ())],
            "facts": list(self._facts(entry)),
            "groups": list(self._groups(entry)),
            "statements": list(self._statements(entry)),
            "steps": list(self._steps(entry)),
            "rows": list(self._rows(entry)),
            "news": [{"date": str(one.datum), "text": self.text(one.text)} for one in _all(model, "aktualisierungen")],
            "notes": [{"label": _NOTES[note.art], "text": self.text(note.text)} for note in model.hinweis],
            "sources": [self._source(place) for place in model.quelle],
            "file": str(entry.origin.file),
            "mentions": list(self._mentions(entry)),
        }  # fmt: skip
        return {key: value for key, value in data.items() if value not in ("", [], [""])}

    def _point(self, point: Any) -> Data:
        below = [self.text(part.text) for part in point.punkte]
        return {"text": self.text(point.text), **({"points": below} if below else {})}

    def _source(self, place: Any) -> str:
        document = self.konzept.entries[f"quellen/{place.dokument}"].model.kurz
        return f"{document}, {place.abschnitt}" if place.abschnitt else document

    def _facts(self, entry: Entry) -> Iterator[Data]:
        """Rows of the table of key facts: a label, and things or texts."""
        model, targets = entry.model, self.konzept.targets
        for label, *relations in (
            ("Handlungsfeld", "handlungsfeld", "handlungsfelder"), ("Ziele", "ziele"),
            ("Träger", "traeger"), ("Ansprechpartner", "ansprechpartner"), ("Orte", "orte"),
            ("Kennzahlen", "kennzahlen"), ("Zeigt Fortschritt für", "fuer"), ("Gehört zu", "gehoert_zu"),
            ("Nachbarn", "nachbarn"), ("Schlüsselvorhaben", "schluesselvorhaben"),
        ):  # fmt: skip
            if found := targets(entry.ref, *relations):
                yield {"label": label, "items": [{"to": self.page_of(target)} for target in found]}
        if parts := getattr(model, "beteiligte", ()):
            yield {"label": "Genannte Akteure", "items": [self._part(part) for part in parts]}
        for label, value in (
            ("Priorität", getattr(model, "prioritaet", None)), ("Art", getattr(model, "art", None)),
            ("Gemeindeschlüssel", getattr(model, "ags", None)), ("Einheit", getattr(model, "einheit", None)),
            ("Richtung", getattr(model, "richtung", None)),
            ("Stand laut Profil", getattr(model, "bearbeitungsstand", None)),
            ("Geplanter Zeitraum", _span(getattr(model, "geplant", None))),
            ("Tatsächlicher Zeitraum", _span(getattr(model, "tatsaechlich", None))),
            ("Andere Schreibweisen", ", ".join(getattr(model, "schreibweisen", ()))),
        ):  # fmt: skip
            if value:
                yield {"label": label, "items": [{"text": value}]}

    def _part(self, part: Any) -> Data:
        actor = self.konzept.resolve(f"akteure/{part.akteur}")
        assert actor is not None
        return {"to": self.page_of(actor), **({"note": part.rolle} if part.rolle else {})}

    def _groups(self, entry: Entry) -> Iterator[Data]:
        """Lists with a heading: the goals and steps of a profile, and its measures."""
        model = entry.model
        if entry.kind == "schluesselvorhaben":
            yield {"title": "Ziele", "items": [{"text": self.text(goal.text)} for goal in model.ziele]}
            for group in model.massnahmen:
                yield {"title": group.titel, "items": [
                    {"to": f"/{self.konzept.slug}/massnahmen/{placed.massnahme.lower()}/",
                     **({"note": self.text(placed.vermerk)} if placed.vermerk else {})}
                    for placed in group.massnahmen]}  # fmt: skip
            yield {"title": "Nächste Schritte", "items": [{"text": self.text(step)} for step in model.arbeitsschritte]}
        elif entry.kind == "handlungsfeld":
            yield {"title": "Leitsätze", "items": [{"text": self.text(one.text)} for one in model.leitsaetze]}
        elif entry.kind == "ziel" and model.leitsatz:
            yield {"title": "Leitsatz", "items": [{"text": self.text(model.leitsatz.text)}]}
        if below := [
            child for child in self.konzept.children(entry.ref, "ziel") if "#" not in self._addresses.of(child)
        ]:
            yield {"title": "Ziele darunter", "items": [{"to": self.page_of(child)} for child in below]}

    def _statements(self, entry: Entry) -> Iterator[Data]:
        if entry.kind == "swot":
            for key in QUADRANTS:
                yield {"title": _QUADRANTS[key], "items": [self._statement(one) for one in getattr(entry.model, key)]}

    def _statement(self, one: Any) -> Data:
        answers, notes = [self._answer(ref) for ref in one.antworten], [self.text(note.text) for note in one.hinweis]
        return {"id": one.id, "text": self.text(one.text), "answers": answers, "notes": notes}

    def _answer(self, ref: str) -> str:
        entry = self.konzept.resolve(ref)
        assert entry is not None
        return self.page_of(entry)

    def _steps(self, entry: Entry) -> Iterator[Data]:
        """Goals that stand on this page: they have none of their own."""
        for child in self.konzept.children(entry.ref, "ziel"):
            if "#" in self._addresses.of(child):
                parts = [self._part(part) for part in child.model.beteiligte]
                yield {
                    "number": child.number,
                    "title": child.title,
                    "summary": self.text(child.model.kurz),
                    "parts": parts,
                }

    def _rows(self, entry: Entry) -> Iterator[list[str]]:
        if entry.kind == "kennzahl":
            model = entry.model
            for label, values in (("Ausgangswert", [model.ausgangswert] if model.ausgangswert else []),
                                  ("Wert", model.werte), ("Zielwert", model.zielwerte)):  # fmt: skip
                for value in values:
                    yield [label, str(value.zeit or ""), str(value.wert)]

    def _mentions(self, entry: Entry) -> Iterator[str]:
        """What the texts of the page link to; links in lists are known from those."""
        own = self.page_of(entry)
        on_page = [entry, *(child for child in self.konzept.children(entry.ref) if self.page_of(child) == own)]
        links = (link for one in on_page for link in self.konzept.outgoing.get(one.ref, ()) if link.relation == PROSE)
        pages = (self.page_of(self.konzept[link.target]) for link in links)
        yield from dict.fromkeys(page for page in pages if page != own)


def _all(model: Any, name: str) -> Any:
    return getattr(model, name, ())


def _span(span: Any) -> str | None:
    if span is None:
        return None
    return " bis ".join(str(end) for end in (span.beginn, span.ende) if end)


def sections(konzept: Konzept) -> Iterator[tuple[str, str]]:
    """The lists of a concept: their part of the address, and their title."""
    for kind in _WITH_PAGE:
        if konzept.of_kind(kind):
            yield SECTIONS[kind], "Über das Konzept" if kind == "seite" else KINDS[kind][2]
