# Indicators: an overview, and for each its figures as a picture and in a table with date, kind and note.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.models import Kennzahl
from kek_build.models.kennzahlen import ARTEN, Wirkung
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.diagramm import Diagramm, diagram
from kek_build.pages.drawings.punkte import Punkt, points
from kek_build.pages.faden import faden_view
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.series import Series
from kek_build.pages.views import Fact, LinkView

_ROWS = 4
"""As how many rows of a list an indicator counts, with its picture and figures."""
_EFFECTS = {"gleichläufig": "Steigt die Zahl, hilft es", "gegenläufig": "Steigt die Zahl, schadet es"}
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
    figures: tuple[FigureRow, ...]
    diagram: Diagramm | None


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
        IndicatorRow(draft.link(e), draft.text(e.model.kurz), tuple(figures(draft, given)), diagram(e.title, given))
        for e in (part.item for part in shown)
        for given in [tuple(points(e.model))]
    ]
    return draft.finish(
        "kennzahlen",
        "Kennzahlen",
        kind="uebersicht",
        description=f"Zahlen, an denen sich der Fortschritt ablesen lässt: {shop.konzept.datei.titel}",
        source=shop.konzept["konzept"],
        rows=rows,
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
    named = [*shop.konzept.targets(entry.ref, "fuer"), *shop.konzept.sources(entry.ref, "kennzahlen")]
    shows = {thing.ref: thing for thing in named}.values()
    facts = [
        draft.fact("Einheit", text=model.einheit),
        draft.fact("Art", text=model.art and ARTEN[model.art]) if model.art else None,
        draft.fact("Besser wird es, wenn die Zahl", text=model.richtung and _DIRECTIONS[model.richtung]),
        draft.fact("Zeigt den Fortschritt für", shows),
        *(_effect(draft, effect) for effect in model.wirkungen),
        draft.fact("Neue Werte", text=_rhythm(model)) if model.turnus or model.naechste_werte else None,
    ]
    return draft.finish(
        "kennzahl",
        entry.title,
        kind="kennzahl",
        entry=entry,
        facts=[fact for fact in facts if fact],
        diagram=diagram(entry.title, given),
        rows=rows,
        with_variants=any(row.variant for row in rows),
        with_notes=any(row.note for row in rows),
        faden=faden_view(draft, entry),
        mentions=draft.mentioned_by(entry),
    )


def _rhythm(model: Kennzahl) -> str:
    """How often there are new values, and when the next are due."""
    due = f"die nächsten: {model.naechste_werte}" if model.naechste_werte else None
    return ", ".join(filter(None, (model.turnus, due)))


def _effect(draft: Draft, effect: Wirkung) -> Fact:
    """What it means for something when the figure rises."""
    entry = draft.konzept.resolve(effect.auf)
    told = draft.text(effect.vermerk)
    return Fact(_EFFECTS[effect.richtung], draft.links([entry] if entry else []), told)
