# Indicators: an overview, and for each its figures as a picture and in a table with date, kind and note.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.models import Kennzahl
from kek_build.models.kennzahlen import ARTEN, Wirkung
from kek_build.pages.addresses import VALUE_TABLE, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.diagramm import Diagramm, Frame, diagram
from kek_build.pages.drawings.punkte import Punkt, points
from kek_build.pages.faden import faden_view
from kek_build.pages.figure_standing import STATE_WORDS, FigureStanding, figure_standing
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.series import Series
from kek_build.pages.standing import day_of, due_words, list_stand
from kek_build.pages.views import Fact, LinkView
from kek_build.pages.weitergeben import Offer
from kek_build.steering.target_path import Corner, courses

_ROWS = 4
"""As how many rows of a list an indicator counts, with its picture and figures."""
_EFFECTS = {"gleichläufig": "Steigt die Zahl, hilft es", "gegenläufig": "Steigt die Zahl, schadet es"}
_BRIEF = 4
"""As many figures a card tells, whatever they are."""
_DIRECTIONS = {"steigend": "steigt", "fallend": "sinkt", "gleichbleibend": "gleich bleibt"}


@dataclass(frozen=True)
class FigureRow:
    """A figure of an indicator."""

    kind: str
    time: str | None
    value: str
    variant: str | None
    note: Markup | None


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the overview."""

    link: LinkView
    lead: Markup | None
    state: TargetView
    figures: tuple[FigureRow, ...]
    left: int
    """How many more figures there are."""
    diagram: Diagramm | None
    review: str | None
    """That somebody should look at it again."""


@dataclass(frozen=True)
class TargetView:
    """Whether an indicator is on target, in a few words."""

    words: str
    known: bool
    """Whether the document gives what it takes to tell."""


def plan(shop: Workshop) -> Iterator[Planned]:
    """The overview and all indicators; nothing where a concept has none."""
    if not shop.konzept.of_kind("kennzahl"):
        return
    yield from _LIST.plan(shop)
    for entry in shop.konzept.of_kind("kennzahl"):
        yield Planned(shop.addresses.of(entry), entry.title, partial(_page, shop, entry))


def _overview(shop: Workshop, number: int) -> PageRecord:
    draft, shown, pages = _LIST.begin(shop, number)
    rows = [
        IndicatorRow(
            draft.link(entry),
            draft.text(entry.model.kurz),
            _state(entry.model, figure_standing(shop, entry)),
            tuple(figures(draft, brief)),
            len(given) - len(brief),
            diagram(entry.title, given, Frame(_ways(entry.model))),
            due_words(shop, entry),
        )
        for entry in (part.item for part in shown)
        for given in [tuple(points(entry.model))]
        for brief in [tuple(_brief(given))]
    ]
    return draft.finish(
        "kennzahlen",
        "Kennzahlen",
        kind="uebersicht",
        description=f"Zahlen, an denen sich der Fortschritt ablesen lässt: {shop.konzept.datei.titel}",
        source=shop.konzept["konzept"],
        fresh=list_stand(shop, "kennzahl"),
        rows=rows,
        day=day_of(shop) if any(_is_judged(part.item.model) for part in shown) else None,
        pager=pages,
    )


def _indicators(shop: Workshop) -> Iterator[Node[Entry]]:
    return (Node(entry, rows=_ROWS) for entry in shop.konzept.of_kind("kennzahl"))


_LIST = Series("kennzahlen", "Kennzahlen", _indicators, _overview)


def figures(draft: Draft, given: Iterable[Punkt]) -> Iterator[FigureRow]:
    """The figures of an indicator as rows of a table."""
    for point in given:
        time = str(point.time) if point.time else None
        remark = draft.text(point.remark)
        if point.source:
            remark = Markup("{}; {}").format(remark, point.source) if remark else escape(point.source)
        yield FigureRow(point.kind, time, point.value, point.variant, remark)


def _page(shop: Workshop, entry: Entry) -> PageRecord:
    model: Kennzahl = entry.model
    draft = shop.draft(shop.addresses.of(entry), shop.crumb("Kennzahlen", "kennzahlen"))
    given = tuple(points(model))
    rows = list(figures(draft, given))
    found = figure_standing(shop, entry)
    named = [*shop.konzept.targets(entry.ref, "fuer"), *shop.konzept.sources(entry.ref, "kennzahlen")]
    shows = {thing.ref: thing for thing in named}.values()
    facts = [
        draft.fact("Einheit", text=model.einheit),
        draft.fact("Art", text=model.art and ARTEN[model.art]) if model.art else None,
        draft.fact("Besser wird es, wenn die Zahl", text=model.richtung and _DIRECTIONS[model.richtung]),
        draft.fact("Zeigt den Fortschritt für", shows),
        *(_effect(draft, effect) for effect in model.wirkungen),
        draft.fact("Neue Werte", text=_rhythm(model, found)) if model.turnus or model.naechste_werte else None,
    ]
    return draft.finish(
        "kennzahl",
        entry.title,
        kind="kennzahl",
        entry=entry,
        facts=[fact for fact in facts if fact],
        state=_state(model, found),
        told=found.told,
        judged=found.target.variants or (found.target.told,),
        by_rule=_is_judged(model),
        day=day_of(shop) if _is_judged(model) or model.naechste_werte else None,
        diagram=diagram(entry.title, given, Frame(_ways(model), day_of(shop).day if _has_future(model) else None)),
        rows=rows,
        with_variants=any(row.variant for row in rows),
        with_notes=any(row.note for row in rows),
        downloads=_downloads(draft, entry),
        faden=faden_view(draft, entry),
        mentions=draft.mentioned_by(entry),
    )


def _state(model: Kennzahl, found: FigureStanding) -> TargetView:
    words = STATE_WORDS[found.target.state] if model.zielwerte else "kein Ziel genannt"
    return TargetView(words, found.target.state != "ohne Angabe")


def _is_judged(model: Kennzahl) -> bool:
    """Whether there is anything that can be compared."""
    return bool(model.werte and model.zielwerte)


def _ways(model: Kennzahl) -> tuple[tuple[Corner, ...], ...]:
    """The ways to the targets, as they are compared with; each variant has its own."""
    return tuple(way for course in courses(model, date.max) if (way := course.way))


def _has_future(model: Kennzahl) -> bool:
    """Whether there is anything that the reference day may part from what was measured."""
    return any(value.zeit for value in (*model.zielwerte, *model.prognosen))


def _brief(given: tuple[Punkt, ...]) -> Iterator[Punkt]:
    """The figures that a card tells: where there are many, of each kind and variant the last in time."""
    last = {point.group: point for point in sorted(given, key=lambda point: point.year or 0)}
    yield from given if len(given) <= _BRIEF else (point for point in given if last[point.group] is point)


def _downloads(draft: Draft, entry: Entry) -> tuple[Offer, ...]:
    """The figures as files; an edition that is frozen has none."""
    addresses, data = draft.shop.addresses, draft.shop.addresses.data(entry)
    if draft.shop.frozen or not entry.model.figures or not data:
        return ()
    return (
        Offer(relative(addresses.folder(entry) + VALUE_TABLE, draft.path), "Diese Zahlen als Tabelle", "CSV"),
        Offer(relative(data, draft.path), "Alles zu dieser Kennzahl", "JSON"),
    )


def _rhythm(model: Kennzahl, found: FigureStanding) -> str:
    """How often there are new values, and when the next are due."""
    words = "die nächsten waren fällig" if found.overdue else "die nächsten"
    due = f"{words}: {model.naechste_werte}" if model.naechste_werte else None
    return ", ".join(filter(None, (model.turnus, due)))


def _effect(draft: Draft, effect: Wirkung) -> Fact:
    """What it means for something when the figure rises."""
    entry = draft.konzept.resolve(effect.auf)
    told = draft.text(effect.vermerk)
    return Fact(_EFFECTS[effect.richtung], draft.links([entry] if entry else []), told)
