# The SWOT analysis: an overview of the topics, and a page for each with its four quadrants and what answers each
# statement.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.models import QUADRANTS
from kek_build.pages.draft import Draft, LinkView, NoteView, Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.text import statement_label

QUADRANT_TITLES = {"staerken": "Stärken", "schwaechen": "Schwächen", "chancen": "Chancen", "risiken": "Risiken"}
_ONE = {"staerken": "Stärke", "schwaechen": "Schwäche", "chancen": "Chance", "risiken": "Risiko"}

_ANSWER_LABELS = {
    "staerken": "Darauf bauen auf",
    "schwaechen": "Darauf antworten",
    "chancen": "Das greifen auf",
    "risiken": "Darauf antworten",
}


@dataclass(frozen=True)
class StatementView:
    """A statement of the analysis."""

    anchor: str
    label: str
    text: Markup | None
    wording: Markup | None
    points: tuple[Markup | None, ...]
    answers: tuple[LinkView, ...]
    mentioned: tuple[LinkView, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True)
class QuadrantView:
    """One of the four lists."""

    key: str
    title: str
    answer_label: str
    """What stands above the goals, projects and measures that a statement is linked with."""
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class TopicRow:
    """A topic in the overview."""

    link: LinkView
    lead: Markup | None
    counts: tuple[tuple[str, str, int], ...]
    """Of each quadrant: what one statement is called, what several are, how many there are."""
    fields: tuple[LinkView, ...]


def pages(shop: Workshop) -> Iterator[PageRecord]:
    """The overview and all topics; nothing where a concept has no analysis."""
    if not shop.konzept.of_kind("swot"):
        return
    yield _overview(shop)
    for entry in shop.konzept.of_kind("swot"):
        yield _topic(shop, entry)


def _overview(shop: Workshop) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.section("swot"))
    rows = [
        TopicRow(
            draft.link(entry),
            draft.text(entry.model.kurz),
            _counts([entry]),
            draft.links(konzept.targets(entry.ref, "handlungsfelder")),
        )
        for entry in konzept.of_kind("swot")
    ]
    return draft.finish(
        "swot",
        "SWOT-Analyse",
        kind="uebersicht",
        description=f"Stärken, Schwächen, Chancen und Risiken: {konzept.datei.titel}",
        source=konzept["konzept"],
        rows=rows,
        totals=_counts(konzept.of_kind("swot")),
        count=len(konzept.of_kind("aussage")),
    )


def _counts(topics: Sequence[Entry]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (_ONE[key], QUADRANT_TITLES[key], sum(len(getattr(topic.model, key)) for topic in topics)) for key in QUADRANTS
    )


def _topic(shop: Workshop, entry: Entry) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.of(entry), shop.crumb("SWOT-Analyse", "swot"))
    statements = konzept.children(entry.ref, "aussage")
    quadrants = [
        QuadrantView(
            key,
            QUADRANT_TITLES[key],
            _ANSWER_LABELS[key],
            tuple(_statement(draft, e) for e in statements if e.origin.path[0] == key),
        )
        for key in QUADRANTS
    ]
    return draft.finish(
        "swot-thema",
        entry.title,
        kind="swot",
        entry=entry,
        quadrants=quadrants,
        editorial_title=entry.model.titel_redaktionell == "ja",
        fields=draft.links(konzept.targets(entry.ref, "handlungsfelder")),
        mentions=draft.mentioned_by(entry),
    )


def _statement(draft: Draft, entry: Entry) -> StatementView:
    konzept, model = draft.konzept, entry.model
    return StatementView(
        anchor=model.id,
        label=statement_label(entry),
        text=draft.text(model.text),
        wording=draft.text(model.wortlaut),
        points=tuple(draft.text(point) for point in model.punkte),
        answers=tuple(draft.link(answer, editorial=True) for answer in konzept.targets(entry.ref, "antworten")),
        mentioned=draft.links(e for e in konzept.sources(entry.ref, "text", "fuer") if e.ref != entry.ref),
        notes=draft.notes(entry.ref),
    )
