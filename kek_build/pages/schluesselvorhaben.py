# Key projects: the list by field and goal, and a profile for each with every row of the document.
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.models.massnahmen import Massnahmengruppe
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.faden import faden_view
from kek_build.pages.fortschritt import progress_facts, progress_view, responsible, span
from kek_build.pages.handlungsfelder import accent_of, field_group, goals_below, grouped_fields
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Criterion, Group, Row, by_name, by_progress, by_subject, by_things, sift
from kek_build.pages.register_pages import Listing, Made, Source, heading, row
from kek_build.pages.standing import due_words, list_stand, standing
from kek_build.pages.text import counted
from kek_build.pages.views import Fact, LinkView
from kek_build.steering import fields_of


@dataclass(frozen=True)
class MeasureGroupView:
    """A row of the profile that lists measures."""

    title: str
    anchor: str
    core: bool
    measures: tuple[LinkView, ...]
    more: LinkView | None = None
    """Where all of them stand, when these are only the first."""


@dataclass(frozen=True)
class ProfileGoalView:
    """A goal that only the profile states."""

    text: Markup | None
    wording: Markup | None


def plan(shop: Workshop) -> Iterator[Planned]:
    """The list of key projects and all profiles; nothing where a concept has none."""
    if not shop.konzept.of_kind("schluesselvorhaben"):
        return
    yield from REGISTER.plan(shop)
    for entry in shop.konzept.of_kind("schluesselvorhaben"):
        yield Planned(shop.addresses.of(entry), entry.title, partial(_profile, shop, entry))


def _list_page(shop: Workshop, number: int) -> PageRecord:
    draft = REGISTER.draft(shop, number)
    shown, pages = REGISTER.view(draft, number)
    return draft.finish(
        "register",
        "Schlüsselvorhaben",
        kind="register",
        description=f"Alle Schlüsselvorhaben im Überblick: {shop.konzept.datei.titel}",
        source=shop.konzept["konzept"],
        register=shown,
        pager=pages,
        fresh=list_stand(shop, "schluesselvorhaben"),
    )


def _listing(shop: Workshop) -> Listing:
    konzept = shop.konzept
    entries = konzept.of_kind("schluesselvorhaben")
    facets, values = sift(entries, _criteria(shop))
    nodes = [
        heading(partial(field_group, field=field), by_goal)
        for _, fields in grouped_fields(konzept)
        for field in fields
        if (by_goal := _by_goal(konzept, field, values))
    ]
    others = [e for e in entries if not konzept.sources(e.ref, "schluesselvorhaben", kind="ziel")]
    if others:
        left = tuple(row(partial(_row, entry=entry, values=values[entry.ref])) for entry in others)
        nodes.append(heading(lambda _: Group("Ohne Ziel in der Übersicht", anchor="ohne-ziel"), left))
    return Listing("schluesselvorhaben", "Nummer", facets, len(entries), tuple(nodes))


REGISTER = Source("schluesselvorhaben", "Schlüsselvorhaben", _listing, _list_page)
"""The register of key projects."""


def _criteria(shop: Workshop) -> list[Criterion]:
    konzept = shop.konzept
    return [
        by_things(konzept, "feld", "Handlungsfeld", "handlungsfeld", lambda e: fields_of(konzept, e), sortable=True),
        by_subject(konzept),
        *by_name(konzept, "schluesselvorhaben"),
        *by_progress(shop),
    ]


def _by_goal(konzept: Konzept, field: Entry, values: Mapping[str, str]) -> tuple[Node[Made], ...]:
    accent = accent_of(konzept, field)
    return tuple(
        heading(
            partial(_goal_group, goal=goal),
            tuple(row(partial(_row, entry=e, values=values[e.ref], accent=accent)) for e in projects),
        )
        for goal in goals_below(konzept, field)
        if (projects := konzept.targets(goal.ref, "schluesselvorhaben"))
    )


def _goal_group(draft: Draft, goal: Entry) -> Group:
    return Group(goal.title, draft.link(goal))


def _row(draft: Draft, entry: Entry, values: str, accent: int = 0) -> Row:
    facts = tuple(filter(None, (*standing(draft.shop, entry).state.words, due_words(draft.shop, entry))))
    measures = len(draft.konzept.targets(entry.ref, "massnahmen"))
    if measures:
        facts = (counted(measures, "Maßnahme", "Maßnahmen"), *facts)
    return Row(draft.link(entry, title=entry.title), values, accent, text=draft.text(entry.model.kurz), facts=facts)


def _profile(shop: Workshop, entry: Entry) -> PageRecord:
    konzept, model = shop.konzept, entry.model
    draft = shop.draft(shop.addresses.of(entry), shop.crumb("Schlüsselvorhaben", "schluesselvorhaben"))
    goals = konzept.sources(entry.ref, "schluesselvorhaben", kind="ziel")
    steps = [draft.text(step) for step in model.arbeitsschritte]
    facts = [
        draft.fact("Handlungsfelder laut Profil", konzept.targets(entry.ref, "handlungsfelder")),
        draft.fact("Ziel laut Übersicht", goals),
        Fact("Bearbeitungsstand", _derived(draft, entry), draft.text(model.bearbeitungsstand))
        if model.bearbeitungsstand
        else Fact("Bearbeitungsstand"),
        responsible(draft, "Träger", model.traeger),
        responsible(draft, "Ansprechpartner", model.ansprechpartner),
        Fact("Beteiligte", draft.participants(model.beteiligte)) if model.beteiligte else None,
        draft.fact("Orte", konzept.targets(entry.ref, "orte")),
        draft.fact(
            "Kennzahlen", [*konzept.targets(entry.ref, "kennzahlen"), *konzept.sources(entry.ref, "fuer", "wirkungen")]
        ),
        draft.fact("Geplanter Zeitraum", text=span(model.geplant)) if model.geplant else None,
        *progress_facts(draft, entry),
    ]
    return draft.finish(
        "schluesselvorhaben",
        entry.title,
        kind="schluesselvorhaben",
        entry=entry,
        accent=accent_of(konzept, goals[0]) if goals else 0,
        **progress_view(draft, entry),
        facts=[fact for fact in facts if fact],
        goals=[ProfileGoalView(draft.block(goal.text), draft.wording(goal.wortlaut)) for goal in model.ziele],
        text=draft.block(model.beschreibung),
        groups=[_group(draft, entry, index, group) for index, group in enumerate(model.massnahmen, 1)],
        steps=steps,
        faden=faden_view(draft, entry),
        mentions=draft.mentioned_by(entry),
    )


def _derived(draft: Draft, entry: Entry) -> tuple[LinkView, ...]:
    """The link to the table that says which phase follows from what the document prints."""
    states = draft.konzept.datei.bearbeitungsstaende
    if not any(entry.ref in state.schluesselvorhaben for state in states):
        return ()
    return (LinkView(f"{draft.section('quellen')}#bearbeitungsstand", "Vom Bearbeitungsstand zur Phase"),)


def lists_of_project(konzept: Konzept, entry: Entry) -> list[tuple[str, str, Sequence[Entry]]]:
    """What the profile of a key project lists: for each list its key, its title, and what is in it."""
    return [
        (_anchor(index), group.titel, [measure for measure, _ in _placed(konzept, group)])
        for index, group in enumerate(entry.model.massnahmen, 1)
    ]


def _anchor(index: int) -> str:
    return f"massnahmen-{index}"


def _placed(konzept: Konzept, group: Massnahmengruppe) -> Iterator[tuple[Entry, str | None]]:
    """The measures of a group, each with what is said of it there."""
    for item in group.massnahmen:
        if measure := konzept.resolve(item.massnahme, ("massnahme",)):
            yield measure, item.vermerk


def _group(draft: Draft, entry: Entry, index: int, group: Massnahmengruppe) -> MeasureGroupView:
    placed = list(_placed(draft.konzept, group))
    shown, more = draft.first(entry, _anchor(index), [measure for measure, _ in placed])
    links = tuple(draft.link(measure, remark) for measure, remark in placed[: len(shown)])
    return MeasureGroupView(group.titel, _anchor(index), group.art == "kern", links, more)
