# How a thing is called wherever others name it, and the link that leads there: the same on hundreds of pages, so made
# once for all that stand side by side.
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kek_build.concept import Entry, Konzept
from kek_build.models.base import Fundstelle
from kek_build.pages import text as texts
from kek_build.pages.addresses import relative
from kek_build.pages.views import LinkView

_SYMBOLS = {"handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "swot", "kennzahl", "akteur", "ort", "seite"}
"""The kinds that there is an icon for, drawn in `docs_templates/parts/symbole.html.j2`."""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """What a thing is called in a link; there is one for each thing."""

    address: str
    title: str
    number: str | None
    kind: str


def name_of(entry: Entry, konzept: Konzept, address: str) -> Named:
    """What a thing is called in links.

    Args:
        entry: the thing.
        konzept: its concept.
        address: where it stands, from the root of the site.
    """
    return Named(
        address,
        texts.without_references(entry.short_title, konzept.resolve),
        texts.statement_label(entry) if entry.kind == "aussage" else entry.number,
        konzept.kind_name(entry),
    )


@lru_cache(maxsize=4_096)
def link_beside(named: Named, page: str) -> LinkView:
    """The link to a thing from all pages that stand side by side; `page` is one of them (see `addresses.beside`)."""
    return link_to(named, page)


def link_to(named: Named, page: str) -> LinkView:
    """The link to a thing from a page, given by its path."""
    return LinkView(relative(named.address, page), named.title, named.number, named.kind)


def symbol_of(entry: Entry) -> str | None:
    """The icon of a thing: a field's own, else that of its kind."""
    return getattr(entry.model, "symbol", None) or (entry.kind if entry.kind in _SYMBOLS else None)


def brief_title(entry: Entry, resolve: texts.Resolve) -> str:
    """A title that fits into a line, for naming a thing beside a note."""
    return texts.shorten(texts.without_references(entry.short_title, resolve), 90)


def is_adopted_title(model: object) -> bool:
    """Whether the adopted wording of a thing is its title: then the page says so and does not repeat it."""
    title, wording = getattr(model, "titel", None), getattr(model, "wortlaut", None)
    return bool(title and wording) and texts.one_line(str(title)) == texts.one_line(str(wording))


def places_of(model: object) -> tuple[Fundstelle, ...]:
    """Where a thing stands in the documents, under this name and under others, each place once."""
    others = (form.quelle for form in getattr(model, "andere_formen", ()))
    return tuple(dict.fromkeys([*getattr(model, "quelle", ()), *others]))
