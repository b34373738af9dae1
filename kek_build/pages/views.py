# What templates show of things: links, rows of key facts, notes, places in documents. Plain data, computed before.
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

NOTE_LABELS = {
    "widerspruch": "Widerspruch im Dokument",
    "schreibweise": "Schreibweise im Dokument",
    "luecke": "Lücke im Dokument",
    "redaktionell": "Hinweis der Redaktion",
}
"""What each kind of note is called."""


@dataclass(frozen=True)
class LinkView:
    """A link to a thing, as shown."""

    href: str
    title: str
    number: str | None = None
    kind: str = ""
    note: Markup | None = None
    editorial: bool = False

    @cached_property
    def html(self) -> Markup:
        """The link, with its number; made once, because the same link stands in many lists and on many pages."""
        number = f'<span class="kek-number">{escape(self.number)}</span> ' if self.number else ""
        return Markup(f'<a href="{escape(self.href)}">{number}{escape(self.title)}</a>')


@dataclass(frozen=True)
class LinkGroup:
    """Links under one heading."""

    title: str
    links: tuple[LinkView, ...]
    editorial: bool = False
    more: LinkView | None = None
    """Where all of them stand, when these are only the first."""


@dataclass(frozen=True)
class Fact:
    """A row of a table of key facts; no values at all means the document does not say."""

    label: str
    links: tuple[LinkView, ...] = ()
    text: Markup | None = None

    @property
    def given(self) -> bool:
        return bool(self.links or self.text)

    @property
    def many(self) -> bool:
        """Whether there are so many short links that they stand side by side."""
        return len(self.links) > 4 and not any(link.note or link.number for link in self.links)


@dataclass(frozen=True)
class NoteView:
    """A note to the reader."""

    kind: str
    label: str
    text: Markup
    owner: LinkView | None = None
    also: tuple[LinkView, ...] = ()


@dataclass(frozen=True)
class EndingView:
    """A thing that was dissolved."""

    link: LinkView
    anchor: str
    """The anchor it answers at on this page; empty when its address is elsewhere."""
    date: str
    iso: str
    reason: Markup | None
    successors: tuple[LinkView, ...]


@dataclass(frozen=True)
class SourceView:
    """A place in a source document."""

    href: str
    document: str
    place: str
