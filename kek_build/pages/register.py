# A register: a long list that can be narrowed down. Here its rows and facets are worked out, as compact data that the
# browser's script (`assets/kek/register.js`) filters and sorts by; without the script the same rows are a whole list.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import KINDS, title_key
from kek_build.pages import text as texts
from kek_build.pages.addresses import list_section
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.standing import standing
from kek_build.pages.views import LinkView
from kek_build.pages.words import slug
from kek_build.steering import goals_of
from kek_build.steering.classes import APART, PHASE, QUESTIONS, STATUS, Question
from kek_build.steering.classes import NOT_GIVEN as NOT_SAID


@dataclass(frozen=True)
class Noun:
    """What the rows are called: `1 Ziel`, `12 Ziele`, `von 12 Zielen`."""

    one: str
    many: str
    of_many: str
    none: str


@dataclass(frozen=True)
class Value:
    """A value of a facet, and how many things have it."""

    key: str
    """The value in the address of a selection."""
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """Something that rows can be filtered by."""

    key: str
    label: str
    values: tuple[Value, ...]
    sortable: bool


@dataclass(frozen=True)
class Row:
    """A thing in a register."""

    link: LinkView
    values: str
    """Which values it has, see `sift`."""
    accent: int = 0
    text: Markup | None = None
    points: tuple[Markup | None, ...] = ()
    facts: tuple[str, ...] = ()
    related_label: str = ""
    related: tuple[LinkView, ...] = ()
    """Things shown by their numbers alone."""
    rows: tuple[Row, ...] = ()
    """Things below this one."""
    above: bool = False
    """Whether it stands on the page before and is only named again above what goes on here."""


@dataclass(frozen=True)
class Group:
    """Rows under a heading, in the order that a register has by itself."""

    title: str
    link: LinkView | None = None
    anchor: str = ""
    style: str = ""
    lead: Markup | None = None
    facts: tuple[str, ...] = ()
    related: tuple[LinkView, ...] = ()
    folded: str = ""
    """What opens the rows, where they are folded as long as nothing is filtered."""
    rows: tuple[Row, ...] = ()
    groups: tuple[Group, ...] = ()
    continued: bool = False
    """Whether it began on the page before."""


@dataclass(frozen=True)
class Pieces:
    """The files that hold the rows of a long register, for the script, and how much is in each."""

    folder: str
    """The link to their folder."""
    rows: int
    """Rows as HTML."""
    texts: int
    """Rows as words, to search in."""
    columns: int
    """Rows by the values they have."""
    values: int
    """Values of a facet that one types."""
    listed: int
    """Up to how many values a facet has that the page itself lists."""


@dataclass(frozen=True)
class Register:
    """The rows of a page, and what they can be filtered and sorted by."""

    noun: Noun
    total: int
    facets: tuple[Facet, ...]
    orders: tuple[tuple[str, str], ...]
    """Ways to sort, key and label; the first is the grouped list."""
    groups: tuple[Group, ...]

    pieces: Pieces | None = None
    """Where a script finds all rows, when the register takes several pages and this is the first of them."""
    whole: str = ""
    """The link to the first page, on the others."""
    begins: tuple[LinkView, ...] = ()
    """Where each of its groups begins, when that is on several pages."""

    @property
    def filtered(self) -> bool:
        """Whether the page has the filters."""
        return not self.whole

    def typed(self, facet: Facet) -> bool:
        """Whether a facet has so many values that one types instead of choosing from a list."""
        return self.pieces is not None and len(facet.values) > self.pieces.listed


@dataclass(frozen=True)
class Choice:
    """A value that a thing has: its key, its name, and what it is sorted by among the others."""

    key: str
    label: str
    rank: tuple[int | str, ...]


@dataclass(frozen=True)
class Criterion:
    """How to tell a thing's values of one facet."""

    key: str
    label: str
    values: Callable[[Entry], Iterable[Choice]]
    sortable: bool = False
    missing: str = "nicht angegeben"
    """What a thing is said to have when it has no value; by default, that the document does not say."""


NOUNS = {
    kind: Noun(*KINDS[kind][1:], of_many, none)
    for kind, of_many, none in (
        ("massnahme", "Maßnahmen", "Keine Maßnahme"),
        ("schluesselvorhaben", "Schlüsselvorhaben", "Kein Schlüsselvorhaben"),
        ("ziel", "Zielen", "Kein Ziel"),
        ("aussage", "SWOT-Aussagen", "Keine SWOT-Aussage"),
        ("ort", "Orten", "Kein Ort"),
    )
}
"""The kinds of thing that have a register."""

_NAMED_IN: dict[str, dict[str, tuple[str, ...]]] = {
    "akteur": {
        "massnahme": ("beteiligte",),
        "schluesselvorhaben": ("traeger", "ansprechpartner", "beteiligte"),
        "ziel": ("beteiligte",),
        "aussage": ("text",),
    },
    "ort": {"massnahme": ("orte",), "schluesselvorhaben": ("orte",), "ziel": ("orte",), "aussage": ("text",)},
}
"""Where each kind of thing names actors and places."""

REMAINS = "besteht"
"""What is said of things that are counted, beside those that were replaced or merged."""
NOT_GIVEN = "nicht-angegeben"
"""The key of the value of things that have none."""


def sift(entries: Sequence[Entry], criteria: Iterable[Criterion]) -> tuple[tuple[Facet, ...], dict[str, str]]:
    """Work out the facets of some things.

    Args:
        entries: the things.
        criteria: what they might be filtered by.

    Returns:
        The facets in which the things differ, and by reference the values of each thing: for every facet the places
        of its values in the facet's list, such as `0 3,5 2`. Names stand once, in the facet.
    """
    facets: list[Facet] = []
    codes: dict[str, list[str]] = {entry.ref: [] for entry in entries}
    for criterion in criteria:
        missing = Choice(NOT_GIVEN, criterion.missing, ())
        found = {entry.ref: tuple(dict.fromkeys(criterion.values(entry))) or (missing,) for entry in entries}
        counts: dict[Choice, int] = {}
        for choices in found.values():
            for choice in choices:
                counts[choice] = counts.get(choice, 0) + 1
        if len(counts) < 2:
            continue
        ordered = sorted(counts, key=lambda choice: (choice is missing, choice.rank))
        place = {choice: index for index, choice in enumerate(ordered)}
        values = tuple(Value(choice.key, choice.label, counts[choice]) for choice in ordered)
        facets.append(Facet(criterion.key, criterion.label, values, criterion.sortable))
        for ref, choices in found.items():
            codes[ref].append(",".join(str(index) for index in sorted(place[choice] for choice in choices)))
    return tuple(facets), {ref: " ".join(parts) for ref, parts in codes.items()}


def register(kind: str, order: str, facets: tuple[Facet, ...], groups: Iterable[Group], total: int) -> Register:
    """A register of one kind of thing; `order` names what its own order follows, such as `Nummer`."""
    title = {"aussage": [], "ort": [("titel", "Name")]}.get(kind, [("titel", "Titel")])
    orders = [("", order), *title]
    orders += [(facet.key, facet.label) for facet in facets if facet.sortable]
    return Register(NOUNS[kind], total, facets, tuple(orders), tuple(groups))


def by_things(
    konzept: Konzept,
    key: str,
    label: str,
    kind: str,
    of: Callable[[Entry], Iterable[Entry]],
    *,
    sortable: bool = False,
    missing: str = Criterion.missing,
) -> Criterion:
    """Filter by other things: those that `of` finds for a thing, as far as they are of the kind."""
    choices = {
        entry.ref: Choice(key_of(entry), _label(entry), (index,) if entry.number else title_key(entry.short_title))
        for index, entry in enumerate(konzept.of_kind(kind))
    }

    def values(thing: Entry) -> Iterator[Choice]:
        return (choices[entry.ref] for entry in of(thing) if entry.kind == kind)

    return Criterion(key, label, values, sortable, missing)


def by_words(
    key: str, label: str, words: Mapping[str, str], of: Callable[[Entry], str | None], *, sortable: bool = True
) -> Criterion:
    """Filter by one of a few words, given with their names in their order."""
    choices = {word: Choice(slug(name), name, (index,)) for index, (word, name) in enumerate(words.items())}
    return Criterion(key, label, lambda thing: [choices[word]] if (word := of(thing)) is not None else [], sortable)


def by_subject(konzept: Konzept) -> Criterion:
    """Filter by the subjects that things belong to."""
    choices = {
        subject.kennung: Choice(subject.kennung, subject.titel, (index,))
        for index, subject in enumerate(konzept.subjects)
    }

    def values(thing: Entry) -> Iterator[Choice]:
        return (choices[name] for name in konzept.by_subject.of(thing).names)

    return Criterion("thema", "Thema", values, missing="keins")


def by_progress(shop: Workshop) -> tuple[Criterion, ...]:
    """Filter key projects and measures as the state of the concept counts them: a number there is a list here."""
    konzept = shop.konzept

    def by_question(question: Question) -> Criterion:
        def answer(thing: Entry) -> str | None:
            found = standing(shop, thing).classes.of(question)
            return None if found == question.missing else found

        words = {word: word for word in question.classes[1:]}
        found = by_words(question.key, question.title, words, answer, sortable=question in {PHASE, STATUS})
        return found if question.missing == NOT_SAID else replace(found, missing=question.missing)

    return (
        *map(by_question, QUESTIONS),
        by_words(
            "verbleib", "Verbleib", {word: word for word in (REMAINS, *APART)},
            lambda thing: standing(shop, thing).classes.apart or REMAINS, sortable=False,
        ),
        by_things(konzept, "ziel", "Ziel", "ziel", lambda thing: goals_of(konzept, thing), missing="keins"),
    )  # fmt: skip


def by_name(konzept: Konzept, kind: str) -> tuple[Criterion, Criterion]:
    """Filter things of a kind by the actors and the places that they name."""

    def named(key: str, label: str) -> Criterion:
        relations = _NAMED_IN[key][kind]
        return by_things(konzept, key, label, key, lambda thing: konzept.targets(thing.ref, *relations))

    return named("akteur", "Akteur"), named("ort", "Ort")


def key_of(entry: Entry) -> str:
    """How a thing is called in the address of a selection: its number or short name."""
    return entry.number or entry.ref.partition("/")[2]


def register_link(draft: Draft, kind: str, **values: str) -> str:
    """The link from a page to the register of a kind, filtered: `../../massnahmen/?ort=zwenkau`."""
    return f"{draft.section(list_section(kind))}?{urlencode(values)}"


def registers_with(draft: Draft, entry: Entry) -> tuple[LinkView, ...]:
    """The registers filtered by an actor or a place, each with the number of rows, as far as there are any."""
    links = []
    for kind, relations in _NAMED_IN[entry.kind].items():
        count = len(draft.konzept.sources(entry.ref, *relations, kind=kind))
        if count:
            noun = NOUNS[kind]
            title = texts.counted(count, noun.one, noun.many)
            links.append(LinkView(register_link(draft, kind, **{entry.kind: key_of(entry)}), title))
    return tuple(links)


def _label(entry: Entry) -> str:
    title = texts.without_references(entry.short_title, lambda _: None)
    return f"{entry.number} {title}" if entry.number else title
