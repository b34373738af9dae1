# One page being written: turns entries into links and text into HTML as seen from this page, and closes it to a
# record. It also gathers what every page shows the same way: breadcrumbs, notes, what links here, where it comes
# from.
from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.concept.former import Tombstone, names_of
from kek_build.concept.notes import Note, all_notes, notes_by_ref
from kek_build.editions.editions import Editions
from kek_build.history import UNTOLD, ConceptHistory
from kek_build.models.base import Beteiligung, Fundstelle
from kek_build.pages import aenderungen, names
from kek_build.pages import text as texts
from kek_build.pages.abkuerzungen import PLACE, Abbreviations
from kek_build.pages.addresses import OEMBED, Addresses, beside, relative
from kek_build.pages.anker import with_anchors
from kek_build.pages.endings import endings, stone_link
from kek_build.pages.karten import EMBEDDABLE, CardView, card_view
from kek_build.pages.limits import LIMITS, Limits
from kek_build.pages.mentions import mentions
from kek_build.pages.paging import Pager
from kek_build.pages.record import Alternate, Crumb, PageRecord
from kek_build.pages.shared_terms import SharedTerms
from kek_build.pages.standing import StandView, page_stand
from kek_build.pages.templates import TEMPLATES, environment
from kek_build.pages.views import NOTE_LABELS, Fact, LinkGroup, LinkView, NoteView, SourceView
from kek_build.pages.weitergeben import share_view
from kek_build.pages.zuordnung import subject_line
from kek_build.tracing import Asked, Memo, note, unnoted

EXAMPLE_URL = "https://kek.example.org/"
"""Where a site is published that does not say."""
NO_EDITIONS = Editions("")
"""Those of a concept that has none but the one in force."""
DESCRIPTION_LENGTH = 160
_LONG_TITLE = 70
"""From how many characters a heading is set smaller; goals are whole sentences."""

T = TypeVar("T")


@dataclass(frozen=True)
class Workshop:
    """What all pages of one concept share."""

    konzept: Konzept
    addresses: Addresses
    templates: Path = TEMPLATES
    demonstration: bool = True
    """Whether pages say that they are no official publication."""
    site_url: str = EXAMPLE_URL
    """Where the site is published, with a slash at the end."""
    documents: bool = False
    """Whether PDF files are made for it."""
    history: ConceptHistory = UNTOLD
    """What changed in its content, as far as this build knows."""
    shared_terms: SharedTerms = field(default_factory=dict)
    """The terms that several concepts of the site explain."""
    home: Crumb | None = None
    """The page above the concept's start page, on a site with several concepts."""
    limits: Limits = LIMITS
    """From which length on lists are cut."""
    stichtag: date | None = None
    """The day on which is measured, when the build names one."""
    editions: Editions = NO_EDITIONS
    """The editions of the concept, if it has any but the one in force."""
    frozen: str | None = None
    """What the edition is called, when it is not the one in force."""
    _made: Memo[Hashable, Any] = field(default_factory=Memo, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several pages need, made when the first asks for it; `make` must depend on nothing but the workshop."""
        made: T = self._made.get(key, make)
        return made

    def asked(self, what: str, about: str, make: Callable[[], T]) -> T:
        """The answer to a question, made once; whatever it is made from, it counts as that one question."""
        note(self.konzept.slug, what, about)
        with unnoted():
            return self.once((what, about), make)

    @property
    def abbreviations(self) -> Abbreviations:
        note(self.konzept.slug, "abbreviations")
        return self._abbreviations

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        with unnoted():
            made = Abbreviations(self.konzept)
            assert made.by_spelling is not None  # looked up now: every page asks for abbreviations as a whole
        return made

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes of the concept."""
        note(self.konzept.slug, "notes")
        return self._notes

    @cached_property
    def _notes(self) -> tuple[Note, ...]:
        with unnoted():
            return all_notes(self.konzept)

    @property
    def notes_by_ref(self) -> Mapping[str, tuple[Note, ...]]:
        """The notes that each thing shows."""
        return self._notes_by_ref

    @cached_property
    def _notes_by_ref(self) -> Mapping[str, tuple[Note, ...]]:
        return Asked(self.konzept.slug, "notes", notes_by_ref(self._notes))

    @property
    def embeddable(self) -> Iterator[Entry]:
        """The things that other sites can show."""
        return (entry for kind in EMBEDDABLE for entry in self.konzept.of_kind(kind))

    def named(self, entry: Entry) -> names.Named:
        """What a thing is called wherever it is only a link; most are on many pages."""
        return self.once(("name", entry.ref), lambda: names.name_of(entry, self.konzept, self.addresses.of(entry)))

    def card_of(self, entry: Entry) -> CardView:
        """What other sites can show of a thing, of one of the embeddable kinds."""
        return self.once(("card", entry.ref), lambda: card_view(self, entry))

    @property
    def env(self) -> Environment:
        return environment(self.templates)

    def url(self, address: str) -> str:
        """An address of the site as the whole world writes it."""
        return self.site_url + address

    def draft(self, path: str, *crumbs: Crumb) -> Draft:
        """Begin a page of this concept; `crumbs` are those below the concept's start page."""
        name = f"Fassung {self.frozen}" if self.frozen else self.konzept.datei.name
        start = Crumb(name, self.addresses.section())
        above = [*([self.home] if self.home else []), *([start] if path != start.path else []), *crumbs]
        return Draft(self, path, tuple(above))

    def crumb(self, title: str, section: str) -> Crumb:
        return Crumb(title, self.addresses.section(section))


@dataclass(frozen=True)
class Draft:
    """A page being written."""

    shop: Workshop
    path: str
    crumbs: tuple[Crumb, ...] = field(default=())

    @property
    def konzept(self) -> Konzept:
        return self.shop.konzept

    def href(self, entry: Entry) -> str:
        """The link from this page to a thing."""
        return relative(self.shop.addresses.of(entry), self.path)

    def section(self, name: str = "") -> str:
        """The link from this page to a part of the concept."""
        return relative(self.shop.addresses.section(name), self.path)

    def link(
        self, entry: Entry, note: str | None = None, *, editorial: bool = False, title: str | None = None
    ) -> LinkView:
        """A thing as a link, by its short title unless another is given."""
        named = self.shop.named(entry)
        below = named.address.startswith(self.path)
        link = names.link_to(named, self.path) if below else names.link_beside(named, self._beside)
        if title is None and note is None and not editorial:
            return link
        return LinkView(
            href=link.href,
            title=title or named.title,
            number=named.number,
            kind=named.kind,
            note=self.text(note),
            editorial=editorial,
        )

    @cached_property
    def _beside(self) -> str:
        return beside(self.path)

    def brief_link(self, entry: Entry) -> LinkView:
        """A thing as a link of one line, for naming it beside a note."""
        return self.link(entry, title=names.brief_title(entry, self.konzept.resolve))

    def links(self, entries: Iterable[Entry]) -> tuple[LinkView, ...]:
        """Several things as links, each once."""
        return tuple(self.link(entry) for entry in {entry.ref: entry for entry in entries}.values())

    def text(self, text: str | None) -> Markup | None:
        """Running text as one line of HTML."""
        return None if text is None else texts.inline(text, self.konzept.resolve, self.href)

    def block(self, text: str | None) -> Markup | None:
        """Running text as paragraphs."""
        return None if text is None else texts.paragraphs(text, self.konzept.resolve, self.href)

    def wording(self, text: str | None, *, bare: bool = False) -> Markup | None:
        """An adopted wording as paragraphs and lists; `bare` without `<p>` around the first."""
        return None if text is None else texts.wording(text, self.konzept.resolve, self.href, bare=bare)

    def fact(self, label: str, entries: Iterable[Entry] = (), text: str | None = None) -> Fact:
        """A row of key facts."""
        return Fact(label, self.links(entries), self.text(text))

    def notes(self, ref: str) -> tuple[NoteView, ...]:
        """The notes a thing shows."""
        return tuple(
            NoteView(
                note.hinweis.art,
                NOTE_LABELS[note.hinweis.art],
                self.block(note.hinweis.text) or Markup(),
                None if note.entry.ref == ref else self.brief_link(note.entry),
            )
            for note in self.shop.notes_by_ref.get(ref, ())
        )

    def mentioned_by(self, entry: Entry) -> tuple[LinkGroup, ...]:
        """What links to a thing and does not stand on its page anyway, in groups."""
        return tuple(
            LinkGroup(group.title, self.links(shown), group.editorial, more)
            for group in mentions(self.konzept, entry)
            for shown, more in [self.first(entry, group.key, group.entries)]
        )

    def first(
        self, owner: Entry, key: str, entries: Sequence[Entry], limit: int = 0
    ) -> tuple[Sequence[Entry], LinkView | None]:
        """The beginning of a list on the page of a thing, and the link to all of it when there is more.

        Args:
            owner: the thing.
            key: what the list is called in its address; it must be one of `kek_build.pages.long_lists`.
            entries: the list.
            limit: how many are shown; by default as many as of any list.
        """
        limit = limit or self.shop.limits.links
        if len(entries) <= limit:
            return entries, None
        address = f"{self.shop.addresses.folder(owner)}{key}/"
        return entries[:limit], LinkView(relative(address, self.path), f"Alle {len(entries)} zeigen")

    def participants(self, parts: Iterable[Beteiligung]) -> tuple[LinkView, ...]:
        """Who takes part, with role and remark."""
        return tuple(
            self.link(actor, part.vermerk, title=f"{actor.title} ({part.rolle})" if part.rolle else None)
            for part in parts
            if (actor := self.konzept.resolve(part.akteur, ("akteur",)))
        )

    def sources(self, places: Iterable[Fundstelle]) -> tuple[SourceView, ...]:
        """Places in the source documents."""
        found = []
        for place in places:
            entry = self.konzept.resolve(place.dokument, ("dokument",))
            if entry is not None:
                where = ", ".join(part for part in (place.abschnitt, place.seite and f"Seite {place.seite}") if part)
                found.append(SourceView(self.href(entry), entry.model.kurz, where))
        return tuple(found)

    def finish(
        self,
        template: str,
        title: str,
        *,
        kind: str,
        entry: Entry | None = None,
        number: str | None = None,
        kind_label: str | None = None,
        lead: str | None = None,
        description: str | None = None,
        source: Entry | Tombstone | None = None,
        mentions: tuple[LinkGroup, ...] = (),
        mentions_title: str = "Was hierher verweist",
        notes: tuple[NoteView, ...] | None = None,
        accent: int = 0,
        pager: Pager | None = None,
        further: bool = False,
        fresh: StandView | None = None,
        **view: object,
    ) -> PageRecord:
        """Render the page.

        Args:
            template: the file in `docs_templates/pages/`, without ending.
            title: the heading, without the number.
            kind: what kind of page it is, for styles and search.
            entry: the thing the page shows, if it shows one.
            number: the number in front of the heading; by default the entry's.
            kind_label: what stands above the heading.
            lead: running text below the heading; by default the entry's `kurz`.
            description: plain text for search engines; by default the beginning of the lead, or the title.
            source: the entry whose file made the page, where it shows none.
            mentions: what links here.
            mentions_title: the heading above it.
            notes: notes to the reader; by default the entry's.
            accent: the colour of its field of action, from 1; 0 when it belongs to none.
            pager: where the page is among those of a list that takes several.
            further: whether it holds all of a list that begins on the page above.
            fresh: how fresh what it says is; by default, what the entry says.
            view: everything else the template shows.
        """
        continues = pager is not None and pager.number > 1
        if pager and continues:
            title = f"{title} – Seite {pager.number} von {pager.total}"
        number = number or (entry.number if entry else None)
        lead = lead or (getattr(entry.model, "kurz", None) if entry else None)
        kind_label = kind_label or (self.konzept.kind_name(entry) if entry else None)
        made_by = entry or source
        easy = self.shop.addresses.easy(entry) if entry else None
        full_title = f"{number} {title}" if number else title
        if description is None:
            about = lead or f"{full_title}: {self.konzept.datei.titel}"
            description = texts.without_references(about, self.konzept.resolve)
        adopted = entry is not None and names.is_adopted_title(entry.model)
        shown = dict[str, object](
            page=self,
            title=title,
            number=number,
            kind=kind,
            kind_label=kind_label,
            accent=accent,
            symbol=names.symbol_of(entry) if entry else None,
            long_title=len(full_title) > _LONG_TITLE,
            lead=self.block(lead),
            wording=self.wording(getattr(entry.model, "wortlaut", None)) if entry and not adopted else None,
            title_adopted=adopted,
            entry=entry,
            fresh=fresh or page_stand(self.shop, entry),
            notes=self.notes(entry.ref) if entry and notes is None else notes or (),
            sources=self.sources(names.places_of(entry.model)) if entry else (),
            mentions=mentions,
            mentions_title=mentions_title,
            endings=endings(self),
            former_names=names_of(entry) if entry and entry.number else (),
            merged=[stone_link(self, stone) for stone in self.konzept.dissolved_into(entry)] if entry else (),
            edition=self.konzept.datei.fassung,
            datei=self.konzept.datei,
            crumb_links=[LinkView(relative(crumb.path, self.path), crumb.title) for crumb in self.crumbs],
            abbreviations=PLACE,
            subject_line=subject_line(self, entry),
            easy_href=relative(easy, self.path) if easy else None,
            share=None if self.shop.frozen else share_view(self.shop, self.path, title, entry),
            pager=pager,
            **view,
        )
        html = self.render(template, shown)
        return PageRecord(
            path=self.path,
            title=full_title,
            html=html,
            description=texts.shorten(texts.one_line(description), DESCRIPTION_LENGTH),
            crumbs=self.crumbs,
            source=made_by.origin.file if made_by else None,
            kind=kind,
            concept=self.konzept.slug,
            ref=entry.ref if entry else None,
            label=kind_label,
            number=number,
            accent=accent,
            alternates=tuple(self._alternates(entry, full_title)),
            indexed=not (continues or further),
            continues=continues or further,
        )

    def _alternates(self, entry: Entry | None, title: str) -> Iterator[Alternate]:
        """The same thing in other forms, for programs: its feed, and how to embed it."""
        yield from aenderungen.alternates(self.shop, entry, self.path)
        if entry and entry.kind in EMBEDDABLE:
            yield Alternate("application/json+oembed", self.shop.addresses.folder(entry) + OEMBED, title)

    def render(self, template: str, shown: Mapping[str, object]) -> str:
        """The page as HTML, with its abbreviations explained."""
        html = self.shop.env.get_template(f"pages/{template}.html.j2").render(shown)
        return with_anchors(self._with_abbreviations(html))

    def _with_abbreviations(self, html: str) -> str:
        """Explain abbreviations where they stand and list them at the end; the glossary explains itself."""
        if self.path == self.shop.addresses.section("glossar"):
            return html.replace(PLACE, "")
        html, found = self.shop.abbreviations.mark(html)
        terms = [(item, LinkView(self.href(item.entry), item.short)) for item in found]
        listed = self.shop.env.get_template("parts/abkuerzungen.html.j2").render(terms=terms) if terms else ""
        return html.replace(PLACE, listed)
