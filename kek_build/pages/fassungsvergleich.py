# Two editions side by side, for readers: in numbers, with the decisions between them, and thing by thing, field of
# action by field of action. How it is found out is told by `editions.comparison`; a long one takes several pages.
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF, KINDS
from kek_build.editions.comparison import IN_NEWER, KINDS_OF_CHANGE, Comparison, Row, What
from kek_build.editions.declared import NOW
from kek_build.editions.editions import Edition
from kek_build.editions.states import COMPARED
from kek_build.pages import text as texts
from kek_build.pages.addresses import EDITIONS, Addresses, relative
from kek_build.pages.aenderungen import FieldView, field_views
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.paging import Node, Part, cut, page_address, pager
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.views import LinkView, SourceView
from kek_build.pages.words import slug

CSV, JSON = "vergleich.csv", "vergleich.json"
"""The files with a comparison, beside its page."""

_ROWS = 100
"""Things on a page; each may show a dozen changes."""
_TITLES: dict[What, str] = {
    "new": "Neu", "derived": "Aus anderen hervorgegangen", "changed": "Geändert", "merged": "Zusammengelegt",
    "split": "Aufgeteilt", "replaced": "Ersetzt", "dropped": "Entfallen", "same": "Unverändert",
}  # fmt: skip
_BRIEF: dict[What, tuple[str, str]] = {
    "new": ("neu", "neu"), "derived": ("aus anderen hervorgegangen", "aus anderen hervorgegangen"),
    "changed": ("geändert", "geändert"), "merged": ("zusammengelegt", "zusammengelegt"),
    "split": ("aufgeteilt", "aufgeteilt"), "replaced": ("ersetzt", "ersetzt"),
    "dropped": ("entfallen", "entfallen"), "same": ("unverändert", "unverändert"),
}  # fmt: skip
_CARRIED: dict[What, str] = {"merged": "Geht auf in", "split": "Aufgeteilt in", "replaced": "Ersetzt durch"}
_NO_FIELD = "Ohne Handlungsfeld"
_ANCHOR_OF_NONE = "ohne-handlungsfeld"


@dataclass(frozen=True)
class DecisionView:
    """A decision."""

    date: str
    iso: str
    title: str
    text: Markup | None
    body: LinkView | None


@dataclass(frozen=True)
class ThingView:
    """What became of a thing."""

    kind: str
    name: LinkView
    """The thing; without an address where no page shows it."""
    before: LinkView | None
    """The same in the older edition, where that shows it on a page of its own."""
    fields: tuple[FieldView, ...]
    carried: str
    """What is said of what carries it on: „Geht auf in“."""
    to: tuple[LinkView, ...]
    origins: tuple[LinkView, ...]
    ended: str
    reason: Markup | None
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True)
class GroupView:
    """The things of a field of action that the same happened to."""

    title: str
    things: tuple[ThingView, ...]


@dataclass(frozen=True)
class FieldGroupView:
    """A field of action."""

    anchor: str
    title: str
    number: str | None
    summary: str
    href: str
    """The link to where it begins."""
    groups: tuple[GroupView, ...]


@dataclass(frozen=True)
class CountView:
    """A line of the table: how many things of a kind, and what became of them."""

    kind: str
    cells: tuple[tuple[str, int], ...]
    """Each with the title of its column."""


@dataclass(frozen=True)
class _Head:
    """A field of action as the heading of a list."""

    field: str | None


@dataclass(frozen=True)
class Compared:
    """Two editions of a concept, next to each other."""

    path: str
    """The address of the page that compares them."""
    title: str
    old: str
    """What the older one is called."""
    new: str
    comparison: Comparison
    place: int
    """The place of the older one among all editions."""


def edition_name(name: str, *, capital: bool = False) -> str:
    """What readers call an edition: `Fassung 2019`, `geltende Fassung`."""
    if name == NOW:
        return "Geltende Fassung" if capital else "geltende Fassung"
    return f"Fassung {name}"


def compared(shop: Workshop, place: int) -> Compared:
    """An edition, by its place, and the next one."""
    old, new = shop.editions.all[place], shop.editions.all[place + 1]
    path = shop.addresses.section(f"{EDITIONS}/{old.name}-{new.name}")
    names = edition_name(old.name), edition_name(new.name)
    return Compared(
        path, f"{names[0]} und {names[1]} im Vergleich", *names, shop.editions.comparison(place), place
    )  # fmt: skip


def plan(shop: Workshop) -> Iterator[Planned]:
    """The pages that compare editions."""
    for place in range(len(shop.editions.all) - 1):
        found = compared(shop, place)
        for number in range(1, len(_pages(shop, found)) + 1):
            yield Planned(page_address(found.path, number), found.title, partial(_page, shop, place, number))


def summary(comparison: Comparison, field: str | None = None, *, whole: bool = True) -> str:
    """What became of all things, or of those of a field, in a line: `12 neu, 30 geändert`."""
    counts = [(comparison.count(what, field=False if whole else field), what) for what in KINDS_OF_CHANGE]
    return ", ".join(texts.counted(count, *_BRIEF[what]) for count, what in counts if count)


def _nodes(comparison: Comparison) -> Iterator[Node[object]]:
    """Fields of action, in them what happened, below it the things."""
    for field in comparison.fields:
        rows = [row for row in comparison.rows if row.field == field]
        groups = [(what, [row for row in rows if row.what == what]) for what in KINDS_OF_CHANGE if what != "same"]
        below: list[Node[object]] = [Node(what, tuple(map(_row, found)), 0) for what, found in groups if found]
        if below:
            yield Node(_Head(field), tuple(below), 0)


def _row(row: Row) -> Node[object]:
    return Node(row)


def _pages(shop: Workshop, found: Compared) -> tuple[tuple[Part[object], ...], ...]:
    comparison = found.comparison
    shown = len(comparison.rows) - comparison.count("same")
    size = min(_ROWS, shop.limits.page)
    return cut(_nodes(comparison), size if shown > size + size // 2 else shown + 1)


def _page(shop: Workshop, place: int, number: int) -> PageRecord:
    found = compared(shop, place)
    pages = _pages(shop, found)
    crumbs = [shop.crumb("Fassungen", EDITIONS)]
    if number > 1:
        crumbs.append(replace(crumbs[0], title=found.title, path=found.path))
    draft = shop.draft(page_address(found.path, number), *crumbs)
    sides = _Sides.of(draft, place)
    counts = list(_counts(found)) if number == 1 else []
    record = draft.finish(
        "fassungsvergleich",
        found.title,
        kind="fassungen",
        description=f"{found.title}: {summary(found.comparison)}. {shop.konzept.datei.titel}",
        source=shop.konzept[CONCEPT_REF],
        summary=summary(found.comparison),
        columns=[column for column, _ in counts[0].cells] if counts else [],
        counts=counts,
        decisions=decision_views(draft, place),
        fields=[_field(found, part, pages, draft, sides) for part in pages[number - 1]],
        begins=[_begin(found, part, pages, draft) for part in _heads(pages)] if number == 1 else [],
        unreadable=found.comparison.unreadable if number == 1 else (),
        files=[relative(found.path + name, draft.path) for name in (CSV, JSON)],
        first=number == 1,
        old=found.old,
        new=found.new,
        forms=False,
        pager=pager(found.path, number, len(pages), found.title),
    )
    return replace(record, configured=True)


def _heads(pages: Sequence[Sequence[Part[object]]]) -> Iterator[Part[object]]:
    """Each field of action once, where it begins."""
    yield from (part for page in pages for part in page if not part.continued)


def _counts(found: Compared) -> Iterator[CountView]:
    """The lines of the table, without columns that hold nothing."""
    comparison = found.comparison
    happened = [what for what in KINDS_OF_CHANGE if comparison.count(what)]
    older = tuple(what for what in KINDS_OF_CHANGE if what not in {"new", "derived"})
    for kind in COMPARED:
        before = comparison.count(*older, kind=kind)
        after = comparison.count(*IN_NEWER, kind=kind) + comparison.listed_still(kind)
        if before or after:
            cells = [(_TITLES[what], comparison.count(what, kind=kind)) for what in happened]
            whole = ((f"in {found.old}", before), *cells, (f"in {found.new}", after))
            yield CountView(KINDS[kind][2], whole)


def anchor_of(field: object) -> str:
    """The anchor of a field of action."""
    return f"feld-{slug(str(field))}" if field else _ANCHOR_OF_NONE


@dataclass(frozen=True)
class _Sides:
    """How a page shows things of both editions."""

    draft: Draft
    konzept: Konzept
    """The newer edition, which names what texts refer to."""
    href: Callable[[Entry], str]
    old: Callable[[str], LinkView]
    new: Callable[[str], LinkView]

    @classmethod
    def of(cls, draft: Draft, place: int) -> _Sides:
        shop = draft.shop
        older, newer = shop.editions.all[place], shop.editions.all[place + 1]
        if newer is shop.editions.current:
            konzept, addresses = shop.konzept, shop.addresses
        else:
            konzept = newer.loaded.konzept
            addresses = Addresses(konzept, shop.addresses.section(newer.name))
        entries = konzept.entries

        def where(ref: str) -> str | None:
            entry = entries.get(ref)
            return addresses.of(entry) if entry else None

        def link(edition: Edition, address: str | None, ref: str) -> LinkView:
            state = edition.things.things.get(ref)
            title = texts.without_references(state.title, konzept.resolve) if state else ref
            number = None if "/" in ref else ref
            return LinkView(relative(address, draft.path) if address else "", title, number)

        return cls(
            draft,
            konzept,
            lambda entry: relative(addresses.of(entry), draft.path),
            lambda ref: link(older, older.addresses.get(ref), ref),
            lambda ref: link(newer, where(ref), ref),
        )


def _field(
    found: Compared, part: Part[object], pages: Sequence[Sequence[Part[object]]], draft: Draft, sides: _Sides
) -> FieldGroupView:
    head = _begin(found, part, pages, draft)
    groups = tuple(
        GroupView(
            _TITLES[group.item],  # type: ignore[index]
            tuple(_thing(row.item, sides) for row in group.children if isinstance(row.item, Row)),
        )
        for group in part.children
    )
    return replace(head, groups=groups)


def _begin(
    found: Compared, part: Part[object], pages: Sequence[Sequence[Part[object]]], draft: Draft
) -> FieldGroupView:
    """A field of action without its things."""
    assert isinstance(part.item, _Head)
    field = part.item.field
    comparison = found.comparison
    number = next(n for n, page in enumerate(pages, 1) if any(other.item == part.item for other in page))
    anchor = anchor_of(field)
    if field is None:
        title, shown = _NO_FIELD, None
    elif field in comparison.gone_fields:
        title, shown = f"{comparison.gone_fields[field]} (nur in {found.old})", field.partition("/")[2]
    else:
        title = next((row.title for row in comparison.rows if row.ref == field and row.is_in_newer), "")
        shown = field
    return FieldGroupView(
        anchor,
        texts.without_references(title, draft.konzept.resolve),
        shown,
        summary(comparison, field, whole=False),
        relative(f"{page_address(found.path, number)}#{anchor}", draft.path),
        (),
    )


def _thing(row: Row, sides: _Sides) -> ThingView:
    name = sides.new(row.ref) if row.is_in_newer else sides.old(row.ref)
    before = sides.old(row.before) if row.before and row.is_in_newer else None
    ended = f"Aufgehoben: {row.ended}" if row.ended else ""
    return ThingView(
        KINDS[row.kind][1],
        name,
        before if before and before.href else None,
        field_views(row.fields, sides.konzept, sides.href),
        _CARRIED.get(row.what, ""),
        tuple(map(sides.new, row.to)),
        tuple(map(sides.old, row.origins)),
        ended,
        texts.inline(row.reason, sides.konzept.resolve, sides.href) if row.reason else None,
    )


def decision_views(draft: Draft, place: int) -> tuple[DecisionView, ...]:
    """The decisions between an edition, by its place, and the next one."""
    found = []
    for decision in draft.shop.editions.decisions(place):
        body = draft.konzept.resolve(decision.body, ("akteur",)) if decision.body else None
        found.append(
            DecisionView(
                str(decision.on),
                decision.on.iso(),
                decision.title,
                draft.block(decision.text),
                draft.link(body) if body else None,
            )
        )
    return tuple(found)
