# Search records, made from the model and not from HTML: what a thing is called, what it says, and the words around
# it that help to find it. Goals and SWOT statements without a page of their own are found at their anchor.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS
from kek_build.concept.references import prose_of
from kek_build.models import Schluesselvorhaben
from kek_build.models.base import Model
from kek_build.models.massnahmen import Platzierung
from kek_build.pages.addresses import Addresses
from kek_build.pages.record import PageRecord, plain_text
from kek_build.pages.text import without_references

_FOUND = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "swot", "aussage", "kennzahl", "akteur", "ort",
          "begriff", "seite")  # fmt: skip
_INSIDE = ("ziele", "leitsaetze", "staerken", "schwaechen", "chancen", "risiken")
_NAMES = ("langform", "kurzform", "art")
_LISTS = ("schreibweisen", "formen")
_RELATED = ("orte", "akteur", "traeger", "ansprechpartner", "beteiligte")


@dataclass(frozen=True)
class SearchRecord:
    """One thing that can be found."""

    address: str
    """Relative to the site, with an anchor where it has no page."""
    title: str
    number: str | None
    kind: str
    concept: str
    fields: tuple[str, ...]
    """The fields of action it belongs to, as filter values."""
    text: str


def records(konzept: Konzept, addresses: Addresses, pages: list[PageRecord]) -> Iterator[SearchRecord]:
    """The search records of a concept.

    Args:
        konzept: the concept.
        addresses: its addresses.
        pages: its pages, for those that show no single thing (history, survey).
    """
    for kind in _FOUND:
        for entry in konzept.of_kind(kind):
            yield _record(konzept, addresses, entry)
    for name in ("verlauf", "befragung"):
        for page in pages:
            if page.path == addresses.section(name):
                yield SearchRecord(
                    page.path, page.title, None, KINDS["seite"][1], konzept.datei.name, (), plain_text(page.html)
                )


def _record(konzept: Konzept, addresses: Addresses, entry: Entry) -> SearchRecord:
    title = without_references(entry.title)
    kind = konzept.kind_name(entry)
    if entry.kind == "aussage" and entry.parent:
        kind = f"SWOT-Aussage, {konzept[entry.parent].title}"
        title = without_references(entry.model.text)
    return SearchRecord(
        address=addresses.of(entry),
        title=title,
        number=entry.number,
        kind=kind,
        concept=konzept.datei.name,
        fields=tuple(f"{field.number} {field.title}" for field in _fields(konzept, entry)),
        text=" ".join(_words(konzept, entry)),
    )


def _words(konzept: Konzept, entry: Entry) -> Iterator[str]:  # noqa: C901  (one line a kind)
    if entry.number:
        yield entry.number
    yield without_references(entry.title)
    for name in _NAMES:
        if value := getattr(entry.model, name, None):
            yield str(value)
    for name in _LISTS:
        yield from getattr(entry.model, name, ())
    yield from (without_references(text) for text in _own_prose(entry.model))
    for statement in konzept.children(entry.ref, "leitsatz"):
        yield without_references(statement.model.text)
    if entry.kind in {"massnahme", "schluesselvorhaben", "ziel"}:
        for other in konzept.targets(entry.ref, *_RELATED):
            yield other.title
    if entry.kind == "schluesselvorhaben":
        for measure in konzept.targets(entry.ref, "massnahmen"):
            yield measure.title
    if entry.kind == "massnahme":
        for project in konzept.sources(entry.ref, "massnahmen"):
            yield project.short_title
            yield from (without_references(note) for note in _placement_notes(project.model, entry.ref))


def _own_prose(model: Model) -> Iterator[str]:
    """A model's texts without those of the goals and statements inside it, which are found by themselves."""
    names = type(model).model_fields
    emptied: dict[str, Any] = {
        name: () for name in _INSIDE if name in names and not isinstance(model, Schluesselvorhaben)
    }
    if "leitsatz" in names:
        emptied["leitsatz"] = None
    yield from prose_of(model.model_copy(update=emptied))


def _placement_notes(project: Model, ref: str) -> Iterator[str]:
    for group in getattr(project, "massnahmen", ()):
        for placed in group.massnahmen:
            if isinstance(placed, Platzierung) and placed.massnahme == ref and placed.vermerk:
                yield placed.vermerk


def _fields(konzept: Konzept, entry: Entry) -> list[Entry]:
    owner = konzept[entry.parent] if entry.kind == "aussage" and entry.parent else entry
    found = [field for field in [konzept.field_of(owner)] if field]
    found += [field for field in konzept.targets(owner.ref, "handlungsfelder") if field not in found]
    return found


def filter_kind(record: SearchRecord) -> str:
    """The value of the filter „Art“: statements of all topics together."""
    return record.kind.partition(",")[0]
