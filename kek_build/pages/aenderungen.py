# What changed in the content: the page of the whole concept, and what other pages show of it. It tells of the content
# of this website, from the history of its files; decisions and dated news are another matter and stand elsewhere.
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS
from kek_build.history import Change, FieldChange
from kek_build.models.dates import MONTHS, Datum
from kek_build.pages import text as texts
from kek_build.pages.addresses import CHANGES, REPORTS, relative
from kek_build.pages.plan import Planned
from kek_build.pages.record import Alternate, PageRecord
from kek_build.pages.standing import StandView, stand_view
from kek_build.pages.views import LinkView
from kek_build.steering import Stand

if TYPE_CHECKING:
    from kek_build.pages.draft import Draft, Workshop

TITLE = "Änderungen"
ATOM = "application/atom+xml"
_VERBS = {"new": "ergänzt", "gone": "gestrichen", "changed": "geändert"}
_HAPPENED = {"created": "neu aufgenommen", "changed": "geändert", "removed": "entfallen"}
_ORDER = ("konzept", "handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "swot", "aussage", "kennzahl", "ort",
          "akteur", "begriff", "seite", "dokument")  # fmt: skip
_SHOWN = 400
"""Things that the page of the concept lists, newest first; a thing counts once a day."""
_OPEN = 6
"""Things of one kind and day that are listed openly; more of them fold."""
_BRIEF = 60
"""Characters up to which a value stands in a list; longer ones stand on the page of the thing."""
_TITLE = 110
"""Characters of a title in a list; statements are whole sentences."""
_MANY = 4
"""Changes of a thing that a list names."""


@dataclass(frozen=True)
class WordsView:
    """A run of words in a text that changed."""

    op: str
    text: Markup


@dataclass(frozen=True)
class FieldView:
    """What happened to one field, as shown: `Status geändert von „…“ zu „…“`."""

    label: str
    verb: str
    before: Markup | None = None
    after: Markup | None = None
    values: tuple[Markup, ...] = ()
    """What came or went, of one field."""
    words: tuple[WordsView, ...] = ()

    @property
    def brief(self) -> Markup:
        """The same in a line, without long values."""
        head = Markup("{} {}").format(self.label, self.verb)
        if self.before is not None and self.after is not None:
            if max(len(self.before.striptags()), len(self.after.striptags())) <= _BRIEF:
                return Markup("{} von „{}“ zu „{}“").format(head, self.before, self.after)
        elif self.values and all(len(value.striptags()) <= _BRIEF for value in self.values):
            return Markup("{}: {}").format(head, Markup(", ").join(Markup("„{}“").format(v) for v in self.values))
        return head


@dataclass(frozen=True)
class ThingView:
    """What happened to one thing on one day."""

    link: LinkView
    """The thing; without an address when it is gone."""
    happened: str
    """„neu aufgenommen“, „geändert“, „entfallen“."""
    fields: tuple[FieldView, ...]
    full: bool = False
    """Whether it is told here in full; else in a line."""
    href: str | None = None
    """Where it is told in full."""

    @property
    def brief(self) -> Markup:
        """What changed, in a line."""
        parts = [field.brief for field in self.fields[:_MANY]]
        if (more := len(self.fields) - _MANY) > 0:
            parts.append(Markup(f"und {texts.counted(more, 'weitere Angabe', 'weitere Angaben')}"))
        return Markup("; ").join(parts)


@dataclass(frozen=True)
class KindView:
    """All things of a kind on one day."""

    title: str
    things: tuple[ThingView, ...]
    folded: bool


@dataclass(frozen=True)
class DayView:
    """A day on which something changed."""

    anchor: str
    date: str
    iso: str
    kinds: tuple[KindView, ...]
    first: str | None = None
    """What the concept held when it was taken up, on the day it was."""


@dataclass(frozen=True)
class DigestView:
    """The newest changes in a few words."""

    date: str
    iso: str
    href: str
    """The page with all changes, at this day."""
    things: tuple[LinkView, ...]
    """What changed, when that was little."""
    counts: tuple[str, ...]
    """Else how many things of each kind: `12 Maßnahmen`."""


def plan(shop: Workshop) -> Iterator[Planned]:
    """The page of all changes; it is there even when nothing is known of them, so that its address answers."""
    yield Planned(shop.addresses.section(CHANGES), TITLE, partial(_page, shop))


def _page(shop: Workshop) -> PageRecord:
    history = shop.history
    draft = shop.draft(shop.addresses.section(CHANGES))
    days, left = _days(draft)
    return draft.finish(
        "aenderungen",
        TITLE,
        kind="seite",
        description=f"Was sich im Inhalt dieser Website geändert hat: {shop.konzept.datei.titel}",
        source=shop.konzept[CONCEPT_REF],
        fresh=_stand(shop),
        days=days,
        left=left,
        gap=history.gap.reason if history.gap else None,
        since=day_in_words(history.since) if history.gap and history.since else None,
        history_href=draft.section("verlauf") if shop.konzept.datei.verlauf else None,
        reports_href=draft.section(REPORTS) if shop.konzept.datei.berichte else None,
        feed_href=relative(shop.addresses.feed(shop.konzept[CONCEPT_REF]) or "", draft.path),
    )


def _stand(shop: Workshop) -> StandView | None:
    """The day of the last change, where any is known."""
    changes = shop.history.changes
    if not changes:
        return None
    day = changes[0].day
    return stand_view(shop, Stand(Datum(day, day, "tag"), own=True), "letzte Änderung am Inhalt")


def has_page(shop: Workshop, ref: str) -> bool:
    """Whether there is a page that tells the changes of a thing.

    Things that never changed since they were taken up need none. Where the history is not whole, every thing has one,
    so that an address answers that a build with more of it has published; nothing leads there.
    """
    entry = shop.konzept.entries.get(ref)
    if entry is None or entry.kind in {"konzept", "leitsatz", "aussage"}:
        return False
    return not shop.history.whole or bool(told(shop, entry))


def told(shop: Workshop, entry: Entry) -> tuple[Change, ...]:
    """What changed in a thing, and in the statements of a topic, since it was taken up; newest first."""
    refs = {entry.ref, *(child.ref for child in shop.konzept.children(entry.ref, "aussage"))}
    found = [change for ref in refs for change in shop.history.of(ref) if _tells(change, entry.ref)]
    return tuple(sorted(found, key=attrgetter("place")))


def _tells(change: Change, ref: str) -> bool:
    return change.happened == "changed" or (change.ref != ref and change.happened == "removed")


def address(shop: Workshop, entry: Entry) -> str:
    """The address of the page that tells the changes of a thing; of a statement, the place on that of its topic."""
    if entry.kind == "konzept":
        return shop.addresses.section(CHANGES)
    if entry.kind == "aussage" and entry.parent:
        return f"{address(shop, shop.konzept[entry.parent])}#{entry.ref.partition('#')[2]}"
    return f"{shop.addresses.folder(entry)}{CHANGES}/"


def last_change(shop: Workshop, entry: Entry) -> date | None:
    """The day on which a thing last changed; None when it is not known to have changed since it was taken up."""
    changes = shop.history.changes if entry.kind == "konzept" else told(shop, entry)
    return changes[0].day if changes else None


def day_in_words(day: date) -> str:
    """`25. November 2026`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def field_views(fields: Iterable[FieldChange], konzept: Konzept, href: Callable[[Entry], str]) -> tuple[FieldView, ...]:
    """Changes of fields in words.

    Args:
        fields: what changed; values of one field that came or went one by one are told together.
        konzept: the concept, for the names of what they refer to.
        href: the link to a thing.
    """

    def shown(text: str) -> Markup:
        # Most values name nothing, and what is told is one line already.
        return texts.inline(text, konzept.resolve, href) if "[[" in text else escape(text)

    def changed(item: FieldChange) -> FieldView:
        before, after = (None if value is None else shown(value) for value in (item.before, item.after))
        words = tuple(WordsView(run.op, shown(run.text)) for run in item.words)
        return FieldView(named(item), _VERBS[item.what], before, after, words=words)

    def named(item: FieldChange) -> str:
        return texts.without_references(item.label, konzept.resolve)

    found: list[FieldView] = []
    for _, group in groupby(fields, key=_together):
        items = list(group)
        if items[0].what == "changed":
            found.extend(map(changed, items))
        else:
            values = tuple(shown(value) for item in items if (value := item.after or item.before))
            found.append(FieldView(named(items[0]), _VERBS[items[0].what], values=values))
    return tuple(found)


def _together(item: FieldChange) -> tuple[str, str]:
    return item.label, item.what


def happened(change: Change) -> str:
    """What happened to a thing: „neu aufgenommen“, „geändert“, „entfallen“."""
    return _HAPPENED[change.happened]


def name_of(shop: Workshop, change: Change) -> tuple[str | None, str]:
    """The number and the title of what changed, as it is called today, or was when it was last there."""
    entry = shop.konzept.entries.get(change.ref)
    if entry is None:
        number = change.ref if change.kind in {"handlungsfeld", "ziel", "schluesselvorhaben", "massnahme"} else None
        return number, texts.without_references(change.title, shop.konzept.resolve)
    if entry.kind == "aussage" and entry.parent:
        topic = shop.konzept[entry.parent].title
        return f"{topic}, {texts.statement_label(entry)}", texts.without_references(entry.title, shop.konzept.resolve)
    return entry.number, texts.without_references(entry.short_title, shop.konzept.resolve)


def digest(draft: Draft) -> DigestView | None:
    """The changes of the last day on which something changed, as seen from a page; None when nothing is known."""
    changes = draft.shop.history.changes
    if not changes:
        return None
    day = changes[0].day
    refs = list(dict.fromkeys(change.ref for change in changes if change.day == day))
    entries = [entry for ref in refs if (entry := draft.konzept.entries.get(ref))]
    href = relative(f"{draft.shop.addresses.section(CHANGES)}#{_anchor(day)}", draft.path)
    if len(refs) <= 3:
        return DigestView(day_in_words(day), day.isoformat(), href, tuple(map(draft.brief_link, entries)), ())
    kinds = {change.ref: change.kind for change in changes if change.day == day}
    return DigestView(day_in_words(day), day.isoformat(), href, (), tuple(_counts(kinds.values())))


def _counts(kinds: Iterable[str]) -> Iterator[str]:
    counts = Counter(kinds)
    for kind in _ORDER:
        if count := counts[kind]:
            yield texts.counted(count, *_names(kind))


def _names(kind: str) -> tuple[str, str]:
    _, one, many = KINDS[kind]
    return {"begriff": (one, "Glossareinträge"), "dokument": ("Quelle", many)}.get(kind, (one, many))


def _kind_title(kind: str, count: int) -> str:
    return "Das Konzept als Ganzes" if kind == "konzept" else texts.counted(count, *_names(kind))


def _anchor(day: date) -> str:
    return f"tag-{day.isoformat()}"


def _days(draft: Draft) -> tuple[list[DayView], int]:
    """The days to show, and how many things of older ones are left out."""
    days: list[DayView] = []
    shown = left = 0
    by_day: dict[date, dict[str, list[Change]]] = {}
    for change in draft.shop.history.changes:
        by_day.setdefault(change.day, {}).setdefault(change.ref, []).append(change)
    for day, things in sorted(by_day.items(), reverse=True):
        first = _first(things)
        if first:
            things = {ref: found for ref, found in things.items() if any(c.happened != "created" for c in found)}  # noqa: PLW2901
        if shown + len(things) > _SHOWN and days:
            left += len(things)
            continue
        shown += len(things)
        days.append(_day(draft, day, things, first))
    return days, left


def _first(things: dict[str, list[Change]]) -> str | None:
    """What the concept held when it was taken up, if that was on this day."""
    if not any(change.happened == "created" for change in things.get(CONCEPT_REF, ())):
        return None
    created = [changes[-1].kind for changes in things.values() if changes[-1].happened == "created"]
    return ", ".join(_counts(kind for kind in created if kind != "konzept"))


def _day(draft: Draft, day: date, things: dict[str, list[Change]], first: str | None) -> DayView:
    return DayView(_anchor(day), day_in_words(day), day.isoformat(), kind_views(draft, things.values()), first)


def kind_views(draft: Draft, things: Iterable[list[Change]]) -> tuple[KindView, ...]:
    """Things that changed by their kinds, as seen from a page.

    Args:
        draft: the page.
        things: for each thing its changes, newest first.
    """
    kinds: dict[str, list[ThingView]] = {}
    for changes in things:
        kinds.setdefault(changes[0].kind, []).append(_thing(draft, changes))
    return tuple(
        KindView(_kind_title(kind, len(kinds[kind])), tuple(kinds[kind]), len(kinds[kind]) > _OPEN)
        for kind in _ORDER
        if kind in kinds
    )


def _thing(draft: Draft, changes: list[Change]) -> ThingView:
    """One thing on one day; its changes in the order in which they were made."""
    newest = changes[0]
    entry = draft.konzept.entries.get(newest.ref)
    number, title = name_of(draft.shop, newest)
    href = draft.href(entry) if entry else ""
    fields = field_views((f for change in reversed(changes) for f in change.fields), draft.konzept, draft.href)
    created = newest.happened == "changed" and any(change.happened == "created" for change in changes)
    whole = newest.kind == "konzept"
    return ThingView(
        LinkView(href, texts.shorten(title, _TITLE), number),
        _HAPPENED["created"] if created else happened(newest),
        fields,
        whole,
        relative(address(draft.shop, entry), draft.path) if entry and fields and not whole else None,
    )


def alternates(shop: Workshop, entry: Entry | None, path: str) -> tuple[Alternate, ...]:
    """The feed that goes with a page, for programs: of the thing it shows, or of the concept on that of all changes."""
    if path == shop.addresses.section(CHANGES):
        entry = shop.konzept[CONCEPT_REF]
    feed = shop.addresses.feed(entry) if entry else None
    return (Alternate(ATOM, feed, feed_title(shop, entry)),) if feed and entry else ()


def feed_title(shop: Workshop, entry: Entry) -> str:
    """What a feed is called: `Landkreis Leipzig: Änderungen`, `Landkreis Leipzig, Ort Zwenkau: Änderungen`."""
    whole = shop.konzept.datei.name
    if entry.kind == "konzept":
        return f"{whole}: {TITLE}"
    name = " ".join(filter(None, (shop.konzept.kind_name(entry), entry.number, entry.short_title)))
    return f"{whole}, {name}: {TITLE}"
