# The subjects of a concept: a page that lists them, and one for each with all that the editors put under it. The same
# parts stand side by side where concepts are compared (see `vergleich`).
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS, capital
from kek_build.concept.subjects import KINDS_WITH_SUBJECTS
from kek_build.models import Thema
from kek_build.pages.addresses import SECTIONS, SUBJECTS, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.punkte import points
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import NOUNS, register_link
from kek_build.pages.swot import quadrant_counts
from kek_build.pages.text import counted
from kek_build.pages.views import LinkView

TITLE = "Themen"
LISTED = 100
"""How many things of a kind the page of a subject lists; the register, filtered, has all of them."""
_FIGURES = 3
"""How many figures of an indicator stand beside it."""
_WITH_REGISTER = ("ziel", "schluesselvorhaben", "massnahme")


@dataclass(frozen=True)
class Item:
    """A thing under a subject."""

    link: LinkView
    about: tuple[str, ...] = ()
    """What is said of it in a few words: figures of an indicator, statements of a topic."""
    via: tuple[LinkView, ...] = ()
    """What it has the subject from, where no editor put it there itself."""


@dataclass(frozen=True)
class ItemGroup:
    """Things under one heading; goals have one for each level."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Part:
    """All things of a kind under a subject."""

    key: str
    title: str
    count: str
    """How many there are: `21 Maßnahmen`; of a SWOT analysis, how many statements in each quadrant."""
    groups: tuple[ItemGroup, ...]
    rest: LinkView | None = None
    """Where all of them stand, when these are not all."""


@dataclass(frozen=True)
class SubjectRow:
    """A subject in the list."""

    link: LinkView
    about: str
    counts: str


def plan(shop: Workshop) -> Iterator[Planned]:
    """The list and the page of each subject that anything belongs to; nothing where no editor assigned any."""
    present = shop.konzept.by_subject.present
    if not present:
        return
    yield Planned(shop.addresses.section(SUBJECTS), TITLE, partial(_list_page, shop))
    for subject in present:
        yield Planned(address(shop, subject), title_of(subject), partial(_page, shop, subject))


def address(shop: Workshop, subject: Thema) -> str:
    """Where a concept's page of a subject stands."""
    return shop.addresses.section(f"{SUBJECTS}/{subject.kennung}")


def title_of(subject: Thema) -> str:
    """The heading of a concept's page of a subject; a SWOT topic may have the same name."""
    return f"Thema {subject.titel}"


def number_of(konzept: Konzept, subject: Thema, kind: str) -> int:
    """How many things of a kind a concept has under a subject."""
    return len(konzept.by_subject.under(subject.kennung, kind))


def counts(konzept: Konzept, subject: Thema) -> str:
    """How much a concept has under a subject: `1 Handlungsfeld · 13 Ziele`."""
    found = ((number_of(konzept, subject, kind), *KINDS[kind][1:]) for kind in KINDS_WITH_SUBJECTS)
    return " · ".join(counted(*item) for item in found if item[0])


def subject_rows(draft: Draft) -> tuple[SubjectRow, ...]:
    """The subjects that anything of a concept belongs to, as seen from a page."""
    shop = draft.shop
    return tuple(
        SubjectRow(
            LinkView(relative(address(shop, subject), draft.path), subject.titel),
            subject.kurz,
            counts(shop.konzept, subject),
        )
        for subject in shop.konzept.by_subject.present
    )


def present_in(shops: Sequence[Workshop]) -> tuple[Thema, ...]:
    """The subjects that anything of any concept of a site belongs to, in the order of the list."""
    found = {subject.kennung for shop in shops for subject in shop.konzept.by_subject.present}
    return tuple(subject for subject in shops[0].konzept.subjects if subject.kennung in found)


def subject_links(shops: Sequence[Workshop], page: str) -> list[LinkView]:
    """Those subjects as links from a page to where the concepts are compared."""
    return [LinkView(relative(f"{SUBJECTS}/{subject.kennung}/", page), subject.titel) for subject in present_in(shops)]


def parts(draft: Draft, subject: Thema, limit: int = LISTED) -> tuple[Part, ...]:
    """What a concept has under a subject, kind by kind, as seen from a page.

    Args:
        draft: the page.
        subject: the subject.
        limit: how many things of a kind are listed.
    """
    found = []
    for kind in KINDS_WITH_SUBJECTS:
        entries = draft.konzept.by_subject.under(subject.kennung, kind)
        if entries:
            found.append(_part(draft, subject, kind, entries, limit))
    return tuple(found)


def _part(draft: Draft, subject: Thema, kind: str, entries: tuple[Entry, ...], limit: int) -> Part:
    _, one, many = KINDS[kind]
    count = counted(len(entries), one, many)
    if kind == "swot":
        count = ", ".join(counted(number, *names) for *names, number in quadrant_counts(entries))
    listed = islice(_in_levels(draft.konzept, entries) if kind == "ziel" else ((entry, "") for entry in entries), limit)
    groups = tuple(
        ItemGroup(title, tuple(_item(draft, entry) for entry, _ in group))
        for title, group in groupby(listed, key=lambda pair: pair[1])
    )
    rest = _all_of(draft, subject, kind, len(entries)) if len(entries) > limit else None
    return Part(SECTIONS[kind], many, count, groups, rest)


def _in_levels(konzept: Konzept, goals: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Goals from the top level down, each with what its level is called where there are several."""
    levels = konzept.datei.ebenen
    for goal in sorted(goals, key=lambda goal: goal.depth):
        named = levels[min(goal.depth, len(levels) - 1)].mehrzahl if len(levels) > 1 else ""
        yield goal, capital(named)


def _all_of(draft: Draft, subject: Thema, kind: str, count: int) -> LinkView:
    """Where all things of a kind stand: in the register; of the few kinds without one, on the subject's own page."""
    here = relative(f"{address(draft.shop, subject)}#{SECTIONS[kind]}", draft.path)
    href = register_link(draft, kind, thema=subject.kennung) if kind in _WITH_REGISTER else here
    return LinkView(href, f"Alle {count} {NOUNS[kind].many if kind in NOUNS else KINDS[kind][2]}")


def _item(draft: Draft, entry: Entry) -> Item:
    assigned = draft.konzept.by_subject.of(entry)
    about: tuple[str, ...] = ()
    if entry.kind == "kennzahl":
        about = tuple(point.said for point in islice(points(entry.model), _FIGURES))
    elif entry.kind == "swot":
        about = tuple(counted(number, *names) for *names, number in quadrant_counts([entry]))
    return Item(draft.link(entry), about, draft.links(assigned.above[:2]))


def _list_page(shop: Workshop) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.section(SUBJECTS))
    present = konzept.by_subject.present
    return draft.finish(
        "themen",
        TITLE,
        kind="uebersicht",
        lead="Das Konzept, geordnet nach Themen, die alle Landkreise kennen.",
        description=f"Nach Themen geordnet: {konzept.datei.titel}",
        source=konzept["konzept"],
        rows=subject_rows(draft),
        absent=[subject.titel for subject in konzept.subjects if subject not in present],
        compared=relative(f"{SUBJECTS}/", draft.path) if shop.home else None,
    )


def _page(shop: Workshop, subject: Thema) -> PageRecord:
    draft = shop.draft(address(shop, subject), shop.crumb(TITLE, SUBJECTS))
    return draft.finish(
        "thema",
        title_of(subject),
        kind="thema",
        lead=subject.kurz,
        description=f"{subject.titel}: {counts(shop.konzept, subject)}. {shop.konzept.datei.titel}",
        source=shop.konzept["konzept"],
        parts=parts(draft, subject),
        terms=draft.links(_terms(shop.konzept, subject)),
        compared=relative(f"{SUBJECTS}/{subject.kennung}/", draft.path) if shop.home else None,
    )


def _terms(konzept: Konzept, subject: Thema) -> Iterator[Entry]:
    """The entries of the glossary that belong to a subject."""
    words = {word.casefold() for word in subject.begriffe}
    for entry in konzept.of_kind("begriff"):
        if words.intersection(map(str.casefold, (entry.model.begriff, *entry.model.formen))):
            yield entry
