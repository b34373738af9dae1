# Search records, made from the model and not from HTML: what a thing is called, what it says, and the words around
# it that help to find it. Goals and SWOT statements without a page of their own are found at their anchor.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from kek_build.builds import Units
from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS
from kek_build.concept.former import names_of
from kek_build.concept.references import prose_of
from kek_build.models import Schluesselvorhaben, Seite
from kek_build.models.base import Model
from kek_build.pages.addresses import DATA, EASY, REPORTS, STANDING, Addresses
from kek_build.pages.prose import render
from kek_build.pages.record import PageRecord, plain_text
from kek_build.pages.text import statement_label, without_references
from kek_build.search.places import place_of
from kek_build.tracing import noting

_FOUND = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "swot", "aussage", "kennzahl", "akteur", "ort",
          "begriff", "seite")  # fmt: skip
_INSIDE = ("ziele", "leitsaetze", "staerken", "schwaechen", "chancen", "risiken")
_NAMES = ("langform", "kurzform", "art")
_LISTS = ("schreibweisen", "formen")
_BUNCH = 16
"""Records that are kept together: they ask for much the same."""
MEDIOPUNKT = "·"
"""Parts long words in Leichte Sprache (`Land·kreis`); nobody types it."""
_RELATED = ("orte", "akteur", "traeger", "ansprechpartner", "beteiligte")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that can be found."""

    address: str
    """Relative to the site, with an anchor where it has no page."""
    title: str
    name: str
    """The title as lists show it; shorter where the thing has a short one."""
    number: str | None
    kind: str
    place: tuple[str, ...]
    """What it stands in, from the top, and what it is: the concept, the field, the key project, „Maßnahme“."""
    concept: str
    fields: tuple[str, ...]
    """The fields of action it belongs to, as filter values."""
    text: str
    """What it says; shown below a hit."""
    around: str = ""
    """What it is called and linked with: words that find it and are not shown."""

    @property
    def words(self) -> str:
        """Everything it is found by."""
        return f"{self.title} {self.text} {self.around}"


_values = attrgetter(*(field.name for field in fields(SearchRecord)))


def records(
    konzept: Konzept, addresses: Addresses, pages: Mapping[str, PageRecord], units: Units | None = None
) -> Iterator[SearchRecord]:
    """The search records of a concept.

    Args:
        konzept: the concept.
        addresses: its addresses.
        pages: the pages of the site by their path, for those that show no single thing (history, survey, Leichte
            Sprache).
        units: what the last build made; records that would be the same are not made again.
    """
    for kind in _FOUND:
        entries = konzept.of_kind(kind)
        for start in range(0, len(entries), _BUNCH):
            yield from _bunch(konzept, addresses, entries[start : start + _BUNCH], units)
    for name in ("verlauf", "befragung", EASY, STANDING, DATA, *_reports(konzept)):
        if page := pages.get(addresses.section(name)):
            yield _page_record(konzept, page, _said(konzept, name, page))


def _bunch(
    konzept: Konzept, addresses: Addresses, entries: Sequence[Entry], units: Units | None
) -> Iterator[SearchRecord]:
    if units is None:
        yield from (_record(konzept, addresses, entry) for entry in entries)
        return
    key = f"suche:{konzept.slug}:{' '.join(entry.ref for entry in entries)}"
    piece = units.keep(key)
    if piece is not None:
        yield from (SearchRecord(*told) for told in piece.told)
        return
    with noting() as asked:
        made = [_record(konzept, addresses, entry) for entry in entries]
    units.add(key, asked, (), [_values(record) for record in made])  # as dataclasses they would be read half as fast
    yield from made


def _said(konzept: Konzept, name: str, page: PageRecord) -> str:
    """What a page is found by: not what it only lists, because that stands on pages of its own."""
    if name == EASY:
        return _joined(konzept, [konzept.datei.leicht or ""])
    if name in (reports := _reports(konzept)):
        return _joined(konzept, [page.description, reports[name]])
    return page.description if name in {STANDING, DATA} else page.text


def _reports(konzept: Konzept) -> dict[str, str]:
    """The reports of a concept, by the part of their address, each with what is written for it alone."""
    return {f"{REPORTS}/{one.name}": one.kurz or "" for one in konzept.datei.berichte}


def _page_record(konzept: Konzept, page: PageRecord, text: str) -> SearchRecord:
    """A page that shows no single thing."""
    county, kind = konzept.datei.name, KINDS["seite"][1]
    words = text.replace(MEDIOPUNKT, "")
    return SearchRecord(page.path, page.title, page.title, None, kind, (county, kind), county, (), words)


def _record(konzept: Konzept, addresses: Addresses, entry: Entry) -> SearchRecord:
    of_fields = tuple(f"{field.number} {field.title}" for field in _fields(konzept, entry))
    return SearchRecord(
        address=addresses.of(entry),
        title=without_references(entry.title, konzept.resolve),
        name=without_references(entry.short_title, konzept.resolve),
        number=entry.number,
        kind=konzept.kind_name(entry),
        place=place_of(konzept, entry),
        concept=konzept.datei.name,
        fields=of_fields,
        text=_joined(konzept, _own_prose(konzept, entry)),
        around=_joined(konzept, [*_names(entry), *_kind_words(konzept, entry), *_words_around(konzept, entry)]),
    )


def _joined(konzept: Konzept, texts: Iterable[str]) -> str:
    return without_references(" ".join(texts), konzept.resolve)


def _names(entry: Entry) -> Iterator[str]:
    """What a thing is called, in all forms."""
    if entry.number:
        yield entry.number
    yield entry.title
    if entry.short_title != entry.title:
        yield entry.short_title
    for name in _NAMES:
        if value := getattr(entry.model, name, None):
            yield str(value)
    for name in _LISTS:
        yield from getattr(entry.model, name, ())
    yield from names_of(entry)


def _kind_words(konzept: Konzept, entry: Entry) -> Iterator[str]:
    """What kind of thing it is: `Schwächen Verkehr` finds the topic and its statements."""
    yield konzept.kind_name(entry)
    if entry.kind == "swot":
        yield "SWOT-Analyse Stärken Schwächen Chancen Risiken"
    if entry.kind == "aussage" and entry.parent:
        yield f"{statement_label(entry)} {konzept[entry.parent].title}"


def _own_prose(konzept: Konzept, entry: Entry) -> Iterator[str]:
    """What a thing itself says; of a statement, that is its title."""
    if entry.kind == "aussage":
        yield from entry.model.punkte
        return
    yield from _prose_without_parts(entry.model)
    for statement in konzept.children(entry.ref, "leitsatz"):
        yield from prose_of(statement.model)
    if entry.kind == "seite":
        yield plain_text(render(entry.model.text, konzept.resolve, lambda _: ""))


def _words_around(konzept: Konzept, entry: Entry) -> Iterator[str]:
    """The names of what a thing is linked with."""
    if entry.kind in {"massnahme", "schluesselvorhaben", "ziel"}:
        for other in konzept.targets(entry.ref, *_RELATED):
            yield other.title
    if entry.kind == "schluesselvorhaben":
        for measure in konzept.targets(entry.ref, "massnahmen"):
            yield measure.title
    if entry.kind == "massnahme":
        for above in konzept.sources(entry.ref, "massnahmen"):
            yield above.short_title
            if above.kind == "schluesselvorhaben":
                yield from _placement_notes(above.model, entry.ref)


def _prose_without_parts(model: Model) -> Iterator[str]:
    """A model's texts, without Markdown and what is found elsewhere: goals and statements in it, Leichte Sprache."""
    names = type(model).model_fields
    emptied: dict[str, Any] = {
        name: () for name in _INSIDE if name in names and not isinstance(model, Schluesselvorhaben)
    }
    for name in ("leitsatz", "leicht"):
        if name in names:
            emptied[name] = None
    if isinstance(model, Seite):
        emptied["text"] = ""
    yield from prose_of(model.model_copy(update=emptied))


def _placement_notes(project: Schluesselvorhaben, ref: str) -> Iterator[str]:
    for group in project.massnahmen:
        for placed in group.massnahmen:
            if placed.massnahme == ref and placed.vermerk:
                yield placed.vermerk


def _fields(konzept: Konzept, entry: Entry) -> list[Entry]:
    owner = konzept[entry.parent] if entry.kind == "aussage" and entry.parent else entry
    found = [field for field in [konzept.field_of(owner)] if field]
    found += [field for field in konzept.targets(owner.ref, "handlungsfelder") if field not in found]
    return found
