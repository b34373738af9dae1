# Measures: the register, grouped by field, and a card for each.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.models import Punkt
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.faden import faden_view
from kek_build.pages.fortschritt import progress_facts, progress_view, responsible, span
from kek_build.pages.handlungsfelder import accent_of, field_group
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Criterion, Row, by_name, by_progress, by_subject, by_things, by_words, sift
from kek_build.pages.register_pages import Listing, Made, Source, heading, row
from kek_build.pages.standing import due_words, list_stand, standing
from kek_build.pages.views import Fact, LinkView


@dataclass(frozen=True)
class PointView:
    """A point of a measure."""

    text: Markup | None
    points: tuple[PointView, ...]


@dataclass(frozen=True)
class PlacementView:
    """A key project that places the measure, and what it says of it there."""

    link: LinkView
    group: str


def plan(shop: Workshop) -> Iterator[Planned]:
    """The register and all cards; nothing where a concept has no measures."""
    if not shop.konzept.of_kind("massnahme"):
        return
    yield from REGISTER.plan(shop)
    for entry in shop.konzept.of_kind("massnahme"):
        yield Planned(shop.addresses.of(entry), entry.title, partial(_card, shop, entry))


def _register(shop: Workshop, number: int) -> PageRecord:
    konzept = shop.konzept
    draft = REGISTER.draft(shop, number)
    shown, pages = REGISTER.view(draft, number)
    return draft.finish(
        "massnahmen",
        "Maßnahmen",
        kind="register",
        description=f"Alle {shown.total} Maßnahmen: {konzept.datei.titel}",
        source=konzept["konzept"],
        count=shown.total,
        placements=sum(len(g.massnahmen) for e in konzept.of_kind("schluesselvorhaben") for g in e.model.massnahmen),
        register=shown,
        pager=pages,
        fresh=list_stand(shop, "massnahme"),
        scale=konzept.datei.prioritaeten,
        scale_note=draft.block(konzept.datei.prioritaeten_vermerk),
    )


def _listing(shop: Workshop) -> Listing:
    konzept = shop.konzept
    measures = konzept.of_kind("massnahme")
    facets, values = sift(measures, _criteria(shop))
    by_field: dict[str, list[Node[Made]]] = {}
    for measure in measures:
        made = partial(_row, entry=measure, values=values[measure.ref])
        by_field.setdefault(measure.model.handlungsfeld, []).append(row(made))
    nodes = tuple(
        heading(partial(field_group, field=field), tuple(by_field[field.ref]))
        for field in konzept.of_kind("handlungsfeld")
        if field.ref in by_field
    )
    return Listing("massnahme", "Nummer", facets, len(measures), nodes)


REGISTER = Source("massnahme", "Maßnahmen", _listing, _register)
"""The register of measures."""


def _criteria(shop: Workshop) -> list[Criterion]:
    konzept = shop.konzept
    steps = {step.zeichen: f"{step.zeichen} {step.bedeutung}" for step in konzept.datei.prioritaeten}
    return [
        by_things(
            konzept,
            "feld",
            "Handlungsfeld",
            "handlungsfeld",
            lambda e: [konzept[e.model.handlungsfeld]],
            sortable=True,
        ),
        by_things(
            konzept,
            "vorhaben",
            "Schlüsselvorhaben",
            "schluesselvorhaben",
            lambda e: konzept.sources(e.ref, "massnahmen"),
            sortable=True,
        ),
        by_subject(konzept),
        *by_name(konzept, "massnahme"),
        *by_progress(shop),
        by_words("prioritaet", "Priorität", steps, lambda e: e.model.prioritaet),
    ]


def _row(draft: Draft, entry: Entry, values: str) -> Row:
    model = entry.model
    priority = f"Priorität {model.prioritaet}" if model.prioritaet else None
    facts = (*standing(draft.shop, entry).state.words, priority, due_words(draft.shop, entry))
    return Row(
        draft.link(entry),
        values,
        accent_of(draft.konzept, entry),
        draft.text(model.kurz),
        facts=tuple(filter(None, facts)),
        related_label="Schlüsselvorhaben ",
        related=draft.links(draft.konzept.sources(entry.ref, "massnahmen", kind="schluesselvorhaben")),
    )


def _card(shop: Workshop, entry: Entry) -> PageRecord:
    konzept, model = shop.konzept, entry.model
    draft = shop.draft(shop.addresses.of(entry), shop.crumb("Maßnahmen", "massnahmen"))
    field = konzept.field_of(entry)
    projects = konzept.sources(entry.ref, "massnahmen", kind="schluesselvorhaben")
    carriers = dict.fromkeys(actor.ref for project in projects for actor in konzept.targets(project.ref, "traeger"))
    facts = [
        draft.fact("Handlungsfeld", [field] if field else []),
        draft.fact("Schlüsselvorhaben", projects),
        draft.fact("Ziele", konzept.targets(entry.ref, "ziele")) if model.ziele else None,
        draft.fact("Priorität", text=_priority(shop, model.prioritaet)),
        Fact("Genannte Akteure", draft.participants(model.beteiligte)),
        draft.fact("Träger laut Schlüsselvorhaben", (konzept[ref] for ref in carriers)),
        draft.fact("Orte", konzept.targets(entry.ref, "orte")),
        draft.fact(
            "Kennzahlen", [*konzept.targets(entry.ref, "kennzahlen"), *konzept.sources(entry.ref, "fuer", "wirkungen")]
        ),
        draft.fact("Geplanter Zeitraum", text=span(model.geplant)),
        responsible(draft, "Ansprechpartner", model.ansprechpartner) if model.ansprechpartner else None,
        *progress_facts(draft, entry),
    ]
    return draft.finish(
        "massnahme",
        entry.title,
        kind="massnahme",
        entry=entry,
        accent=accent_of(konzept, entry),
        **progress_view(draft, entry),
        facts=[fact for fact in facts if fact],
        text=draft.block(model.beschreibung),
        points=[_point(draft, point) for point in model.punkte],
        placements=list(_placements(draft, entry)),
        faden=faden_view(draft, entry),
        mentions=draft.mentioned_by(entry),
    )


def _priority(shop: Workshop, sign: str | None) -> str | None:
    meaning = {step.zeichen: step.bedeutung for step in shop.konzept.datei.prioritaeten}
    return f"{sign} ({meaning[sign]})" if sign else None


def _point(draft: Draft, point: Punkt) -> PointView:
    return PointView(draft.text(point.text), tuple(_point(draft, inner) for inner in point.punkte))


def _placements(draft: Draft, entry: Entry) -> Iterator[PlacementView]:
    for project in draft.konzept.sources(entry.ref, "massnahmen", kind="schluesselvorhaben"):
        for group in project.model.massnahmen:
            for item in group.massnahmen:
                if item.massnahme == entry.ref:
                    yield PlacementView(draft.link(project, item.vermerk), group.titel)
