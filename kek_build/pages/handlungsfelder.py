# Fields of action and the goals in them: the overview of fields, and a page for each field and each goal that has one.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.models.base import Produkt
from kek_build.models.konzept import Prioritaetsgruppe
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.faden import faden_view
from kek_build.pages.names import is_adopted_title
from kek_build.pages.plan import Planned
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.register import (
    Group,
    Row,
    key_of,
    register_link,
)
from kek_build.pages.text import counted
from kek_build.pages.umsetzungsstand_satz import stand_link
from kek_build.pages.views import LinkView, NoteView, SourceView


@dataclass(frozen=True)
class StatementView:
    """A guiding statement."""

    anchor: str
    text: Markup | None
    wording: Markup | None
    notes: tuple[NoteView, ...] = ()


@dataclass(frozen=True)
class GoalView:
    """A goal in a tree of goals."""

    link: LinkView
    anchor: str
    level: str
    level_plural: str
    own_page: bool
    lead: Markup | None
    wording: Markup | None
    title_adopted: bool
    """Whether the title is the adopted wording."""
    statement: StatementView | None
    goals: tuple[GoalView, ...]
    projects: tuple[LinkView, ...]
    measures: tuple[LinkView, ...]
    actors: tuple[LinkView, ...]
    places: tuple[LinkView, ...]
    indicators: tuple[LinkView, ...]
    products: tuple[Produkt, ...]
    notes: tuple[NoteView, ...]
    sources: tuple[SourceView, ...]
    more_projects: LinkView | None = None
    more_measures: LinkView | None = None
    """Where all of them stand, when these are only the first."""
    below: str = ""
    """How many goals are below it, where they are too many to list."""


@dataclass(frozen=True)
class FieldView:
    """A field of action in an overview."""

    link: LinkView
    anchor: str
    lead: Markup | None
    counts: tuple[str, ...]
    accent: int
    """Which of the accent colours the field has, from 1."""
    symbol: str | None
    """The icon beside its name (see `parts/symbole.html.j2`), when the editors chose one."""


@dataclass(frozen=True)
class FieldGroup:
    """Fields of one priority group, or all of them."""

    title: str | None
    lead: Markup | None
    fields: tuple[FieldView, ...]


def plan(shop: Workshop) -> Iterator[Planned]:
    """All pages about fields and goals."""
    konzept = shop.konzept
    yield Planned(shop.addresses.section("handlungsfelder"), "Handlungsfelder", partial(_fields_page, shop))
    for entry in konzept.of_kind("handlungsfeld"):
        yield Planned(shop.addresses.of(entry), entry.title, partial(_field_page, shop, entry))
    for entry in konzept.of_kind("ziel"):
        if shop.addresses.has_page(entry):
            yield Planned(shop.addresses.of(entry), entry.title, partial(_goal_page, shop, entry))


def statement_view(draft: Draft, entry: Entry) -> StatementView:
    """A guiding statement as shown on the page it stands on."""
    model = entry.model
    anchor = entry.ref.partition("#")[2]
    return StatementView(anchor, draft.block(model.text), draft.wording(model.wortlaut), draft.notes(entry.ref))


def goal_lists(konzept: Konzept, goal: Entry) -> list[tuple[str, str, Sequence[Entry]]]:
    """What a goal lists: for each list its key, its title, and what is in it."""
    measures = unique([*konzept.targets(goal.ref, "massnahmen"), *konzept.sources(goal.ref, "ziele")])
    return [
        ("schluesselvorhaben", "Schlüsselvorhaben", konzept.targets(goal.ref, "schluesselvorhaben")),
        ("massnahmen", "Maßnahmen", measures),
        ("ziele", "Ziele darunter", konzept.children(goal.ref, "ziel")),
    ]


def lists_of_field(konzept: Konzept, field: Entry) -> list[tuple[str, str, Sequence[Entry]]]:
    """What the page of a field lists, in the same way."""
    in_overview, goals = projects_of(konzept, field), konzept.children(field.ref, "ziel")
    shown = {project.ref for goal in goals for project in konzept.targets(goal.ref, "schluesselvorhaben")}
    named = {project.ref for project in in_overview}
    in_profile = konzept.sources(field.ref, "handlungsfelder", kind="schluesselvorhaben")
    return [
        ("ziele", "Ziele", goals),
        ("vorhaben", "Schlüsselvorhaben unter diesen Zielen", [e for e in in_overview if e.ref not in shown]),
        ("weitere-vorhaben", "Weitere Schlüsselvorhaben", [e for e in in_profile if e.ref not in named]),
        ("massnahmen", "Maßnahmen", konzept.sources(field.ref, "handlungsfeld", kind="massnahme")),
        ("kennzahlen", "Kennzahlen", indicators_of(konzept, field)),
    ]


def indicators_of(konzept: Konzept, entry: Entry) -> list[Entry]:
    """The indicators of a field or goal."""
    return unique([*konzept.targets(entry.ref, "kennzahlen"), *konzept.sources(entry.ref, "fuer")])


def unique(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in their order, each once."""
    return list({entry.ref: entry for entry in entries}.values())


def goal_view(draft: Draft, entry: Entry, *, deep: bool = True) -> GoalView:
    """A goal with everything below it; of the goals there, without `deep`, only how many they are."""
    konzept, model = draft.konzept, entry.model
    level = konzept.datei.ebenen[entry.depth]
    own_page = draft.shop.addresses.has_page(entry)
    statements = [statement_view(draft, statement) for statement in konzept.children(entry.ref, "leitsatz")]
    (project_list, measure_list, _) = (draft.first(entry, key, found) for key, _, found in goal_lists(konzept, entry))
    if not own_page:
        deep = True  # then they stand here and nowhere else
        statements = [replace(statement, anchor="") for statement in statements]
    return GoalView(
        link=draft.link(entry),
        anchor=entry.ref.lower(),
        level=konzept.kind_name(entry),
        level_plural=level.mehrzahl,
        own_page=own_page,
        lead=draft.block(model.kurz),
        wording=None if is_adopted_title(model) else draft.wording(model.wortlaut),
        title_adopted=is_adopted_title(model),
        statement=statements[0] if statements else None,
        goals=tuple(goal_view(draft, goal) for goal in konzept.children(entry.ref, "ziel")) if deep else (),
        projects=draft.links(project_list[0]),
        measures=draft.links(measure_list[0]),
        actors=draft.participants(model.beteiligte),
        places=draft.links(konzept.targets(entry.ref, "orte")),
        indicators=draft.links(indicators_of(konzept, entry)),
        products=model.produkte,
        notes=draft.notes(entry.ref),
        sources=draft.sources(model.quelle),
        more_projects=project_list[1],
        more_measures=measure_list[1],
        below="" if deep else ", ".join(_counts_below(konzept, entry)),
    )


def field_view(draft: Draft, entry: Entry) -> FieldView:
    """A field with its goals and how much it holds."""
    konzept = draft.konzept
    return FieldView(
        link=draft.link(entry),
        anchor=f"handlungsfeld-{entry.ref.lower()}",
        lead=draft.block(entry.model.kurz),
        counts=tuple(_counts(konzept, entry)),
        accent=accent_of(konzept, entry),
        symbol=entry.model.symbol,
    )


def field_group(draft: Draft, field: Entry, *, rows: tuple[Row, ...] = (), groups: tuple[Group, ...] = ()) -> Group:
    """The part of a register that belongs to a field."""
    return Group(
        field.title,
        draft.link(field),
        anchor=f"handlungsfeld-{field.ref.lower()}",
        style=f"kek-accent-{accent_of(draft.konzept, field)}",
        rows=rows,
        groups=groups,
    )


def accent_of(konzept: Konzept, entry: Entry) -> int:
    """The accent colour of the field that an entry belongs to, from 1; 0 when it belongs to none."""
    field = konzept.field_of(entry)
    return konzept.of_kind("handlungsfeld").index(field) + 1 if field else 0


def field_groups(draft: Draft) -> tuple[FieldGroup, ...]:
    """The fields by priority group, as far as the concept has such groups."""
    found = []
    for group, entries in grouped_fields(draft.konzept):
        title, lead = (group.titel, draft.block(group.kurz)) if group else (None, None)
        found.append(FieldGroup(title, lead, tuple(field_view(draft, entry) for entry in entries)))
    if len(found) > 1 and found[-1].title is None:
        found[-1] = replace(found[-1], title="Ohne Prioritätsgruppe")
    return tuple(found)


def grouped_fields(konzept: Konzept) -> list[tuple[Prioritaetsgruppe | None, list[Entry]]]:
    """All fields by priority group; those of no group come last."""
    left = {entry.ref: entry for entry in konzept.of_kind("handlungsfeld")}
    groups: list[tuple[Prioritaetsgruppe | None, list[Entry]]] = [
        (group, [left.pop(ref) for ref in group.handlungsfelder if ref in left])
        for group in konzept.datei.prioritaetsgruppen
    ]
    return [*groups, (None, list(left.values()))] if left else groups


def goals_below(konzept: Konzept, entry: Entry) -> Iterator[Entry]:
    """All goals in a field or below a goal, depth first."""
    for goal in konzept.children(entry.ref, "ziel"):
        yield goal
        yield from goals_below(konzept, goal)


def projects_of(konzept: Konzept, field: Entry) -> list[Entry]:
    """The key projects that the overview puts under a field."""
    found: dict[str, Entry] = {}
    for goal in goals_below(konzept, field):
        for project in konzept.targets(goal.ref, "schluesselvorhaben"):
            found[project.ref] = project
    return list(found.values())


def _counts(konzept: Konzept, field: Entry) -> Iterator[str]:
    yield from _counts_below(konzept, field)
    if projects := projects_of(konzept, field):
        yield f"{len(projects)} Schlüsselvorhaben"
    if measures := konzept.sources(field.ref, "handlungsfeld", kind="massnahme"):
        yield f"{len(measures)} {'Maßnahme' if len(measures) == 1 else 'Maßnahmen'}"


def _counts_below(konzept: Konzept, entry: Entry) -> Iterator[str]:
    """How many goals of each level are in a field or below a goal."""
    by_depth: dict[int, int] = {}
    for goal in goals_below(konzept, entry):
        by_depth[goal.depth] = by_depth.get(goal.depth, 0) + 1
    for depth, count in by_depth.items():
        level = konzept.datei.ebenen[depth]
        yield counted(count, level.einzahl, level.mehrzahl)


def _goals_of(draft: Draft, entry: Entry) -> tuple[tuple[GoalView, ...], LinkView | None]:
    """The goals right below a field or goal, as many as its page holds, and the link to all when there are more."""
    goals: Sequence[Entry] = draft.konzept.children(entry.ref, "ziel")
    more = None
    if all(map(draft.shop.addresses.has_page, goals)):  # else they stand here and nowhere else
        goals, more = draft.first(entry, "ziele", goals)
    most = draft.shop.limits.page
    deep = len(list(islice(goals_below(draft.konzept, entry), most + 1))) <= most
    return tuple(goal_view(draft, goal, deep=deep) for goal in goals), more


def _fields_page(shop: Workshop) -> PageRecord:
    draft = shop.draft(shop.addresses.section("handlungsfelder"))
    return draft.finish(
        "handlungsfelder",
        "Handlungsfelder",
        kind="uebersicht",
        description=f"Die Handlungsfelder: {shop.konzept.datei.titel}",
        source=shop.konzept["konzept"],
        groups=field_groups(draft),
    )


def _field_page(shop: Workshop, entry: Entry) -> PageRecord:
    konzept, addresses = shop.konzept, shop.addresses
    draft = shop.draft(addresses.of(entry), shop.crumb("Handlungsfelder", "handlungsfelder"))
    lists = {key: draft.first(entry, key, found) for key, _, found in lists_of_field(konzept, entry)}
    goals, more_goals = _goals_of(draft, entry)
    return draft.finish(
        "handlungsfeld",
        entry.title,
        kind="handlungsfeld",
        entry=entry,
        accent=accent_of(konzept, entry),
        umsetzung=stand_link(draft, entry),
        statements=[statement_view(draft, e) for e in konzept.children(entry.ref, "leitsatz")],
        goals=goals,
        more_goals=more_goals,
        nested_projects=draft.links(lists["vorhaben"][0]),
        more_projects=draft.links(lists["weitere-vorhaben"][0]),
        topics=draft.links(konzept.sources(entry.ref, "handlungsfelder", kind="swot")),
        indicators=draft.links(lists["kennzahlen"][0]),
        measures=draft.links(lists["massnahmen"][0]),
        measure_count=len(konzept.sources(entry.ref, "handlungsfeld", kind="massnahme")),
        more={key: more for key, (_, more) in lists.items()},
        register=register_link(draft, "massnahme", feld=key_of(entry)),
        mentions=draft.mentioned_by(entry),
    )


def _goal_page(shop: Workshop, entry: Entry) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.of(entry), *_crumbs_above(shop, entry))
    below, more_goals = _goals_of(draft, entry)
    view = replace(goal_view(draft, entry, deep=False), goals=below, below="")
    return draft.finish(
        "ziel",
        entry.title,
        kind="ziel",
        entry=entry,
        accent=accent_of(konzept, entry),
        goal=view,
        umsetzung=stand_link(draft, entry),
        more_goals=more_goals,
        editorial_number=konzept.datei.ebenen[entry.depth].nummern == "redaktionell",
        faden=faden_view(draft, entry),
        mentions=draft.mentioned_by(entry),
    )


def _crumbs_above(shop: Workshop, entry: Entry) -> list[Crumb]:
    above = shop.konzept.above(entry)
    crumbs = [Crumb(f"{parent.number} {parent.short_title}", shop.addresses.of(parent)) for parent in above]
    return [shop.crumb("Handlungsfelder", "handlungsfelder"), *crumbs]
