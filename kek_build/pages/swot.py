# The SWOT analysis: an overview of the topics, and a page for each with its four quadrants and what answers each
# statement.
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kek_build.concept import Entry, Konzept
from kek_build.concept.coverage import ANSWERS, answers, quadrant_of
from kek_build.concept.entries import KINDS
from kek_build.models import QUADRANTS
from kek_build.pages.addresses import ANSWERED
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.paging import Node
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.register import Choice, Criterion, Group, Row, by_name, by_things, by_words, sift
from kek_build.pages.register_pages import Listing, Made, Source, heading, row
from kek_build.pages.text import counted, statement_label
from kek_build.pages.views import LinkView, NoteView
from kek_build.pages.words import slug

ANALYSIS = "SWOT-Analyse"
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


def plan(shop: Workshop) -> Iterator[Planned]:
    """The overview and all topics; nothing where a concept has no analysis."""
    if not shop.konzept.of_kind("swot"):
        return
    yield from REGISTER.plan(shop)
    for entry in shop.konzept.of_kind("swot"):
        yield Planned(shop.addresses.of(entry), entry.title, partial(_topic, shop, entry))


def _overview(shop: Workshop, number: int) -> PageRecord:
    konzept = shop.konzept
    draft = REGISTER.draft(shop, number)
    topics = konzept.of_kind("swot")
    shown, pages = REGISTER.view(draft, number)
    return draft.finish(
        "swot",
        ANALYSIS,
        kind="register",
        description=f"Stärken, Schwächen, Chancen und Risiken: {konzept.datei.titel}",
        source=konzept["konzept"],
        topics=len(topics),
        totals=quadrant_counts(topics),
        answered_href=draft.section(ANSWERED) if number == 1 and konzept.of_kind("aussage") else None,
        count=shown.total,
        register=shown,
        pager=pages,
    )


def _listing(shop: Workshop) -> Listing:
    konzept = shop.konzept
    statements = konzept.of_kind("aussage")
    facets, values = sift(statements, _criteria(konzept))
    nodes = tuple(_topic_node(konzept, topic, values) for topic in konzept.of_kind("swot"))
    return Listing("aussage", "SWOT-Thema", facets, len(statements), nodes)


REGISTER = Source("aussage", ANALYSIS, _listing, _overview)
"""The register of statements."""


def _criteria(konzept: Konzept) -> list[Criterion]:
    def topic_of(statement: Entry) -> list[Entry]:
        return [konzept[statement.parent]] if statement.parent else []

    return [
        by_words("quadrant", "Quadrant", QUADRANT_TITLES, quadrant_of),
        by_things(konzept, "thema", "SWOT-Thema", "swot", topic_of),
        by_things(
            konzept,
            "feld",
            "Handlungsfeld",
            "handlungsfeld",
            lambda e: [field for topic in topic_of(e) for field in konzept.targets(topic.ref, "handlungsfelder")],
        ),
        by_words("beantwortet", "Beantwortet", {"ja": "ja", "nein": "nein"}, _answered),
        _by_answer(konzept),
        by_things(
            konzept,
            "vorhaben",
            "Antwort im Schlüsselvorhaben",
            "schluesselvorhaben",
            lambda e: konzept.targets(e.ref, "antworten"),
            missing="keins",
        ),
        *by_name(konzept, "aussage"),
    ]


def _answered(statement: Entry) -> str:
    return "ja" if statement.model.antworten else "nein"


def _by_answer(konzept: Konzept) -> Criterion:
    """Filter by the kinds of thing that answer."""
    names = {kind: KINDS[kind][1] for kind in ANSWERS}
    choices = {kind: Choice(slug(name), name, (index,)) for index, (kind, name) in enumerate(names.items())}

    def values(statement: Entry) -> Iterator[Choice]:
        return (choices[answer.kind] for answer in answers(konzept, statement))

    return Criterion("antwort", "Antwort durch", values, missing="nichts")


def _topic_node(konzept: Konzept, topic: Entry, values: Mapping[str, str]) -> Node[Made]:
    statements = konzept.children(topic.ref, "aussage")
    quadrants = (
        heading(partial(_quadrant_group, key=key, title=title), rows)
        for key, title in QUADRANT_TITLES.items()
        if (
            rows := tuple(
                row(partial(_row, statement=e, topic=topic, values=values[e.ref]))
                for e in statements
                if quadrant_of(e) == key
            )
        )
    )
    return heading(partial(_topic_group, topic=topic, count=len(statements)), tuple(quadrants))


def _quadrant_group(_draft: Draft, key: str, title: str) -> Group:
    return Group(title, style=f"kek-register__quadrant kek-quadrant--{key}")


def _topic_group(draft: Draft, topic: Entry, count: int) -> Group:
    return Group(
        topic.title,
        draft.link(topic),
        anchor=f"thema-{topic.model.kennung}",
        lead=draft.text(topic.model.kurz),
        facts=tuple(counted(number, one, many) for one, many, number in quadrant_counts([topic])),
        related=draft.links(draft.konzept.targets(topic.ref, "handlungsfelder")),
        folded=f"{counted(count, 'Aussage', 'Aussagen')} zeigen",
    )


def _row(draft: Draft, statement: Entry, topic: Entry, values: str) -> Row:
    return Row(
        draft.link(statement, title=topic.title),
        values,
        text=draft.text(statement.model.text),
        points=tuple(draft.text(point) for point in statement.model.punkte),
        related_label="Antworten (redaktionell): ",
        related=draft.links(draft.konzept.targets(statement.ref, "antworten")),
    )


def quadrant_counts(topics: Sequence[Entry]) -> tuple[tuple[str, str, int], ...]:
    """How many statements some topics have in each quadrant, with what one and several of them are called."""
    return tuple(
        (_ONE[key], QUADRANT_TITLES[key], sum(len(getattr(topic.model, key)) for topic in topics)) for key in QUADRANTS
    )


def _topic(shop: Workshop, entry: Entry) -> PageRecord:
    konzept = shop.konzept
    draft = shop.draft(shop.addresses.of(entry), shop.crumb(ANALYSIS, "swot"))
    statements = konzept.children(entry.ref, "aussage")
    quadrants = [
        QuadrantView(
            key,
            QUADRANT_TITLES[key],
            _ANSWER_LABELS[key],
            tuple(_statement(draft, e) for e in statements if quadrant_of(e) == key),
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
        answered_href=draft.section(ANSWERED) if statements else None,
        mentions=draft.mentioned_by(entry),
    )


def _statement(draft: Draft, entry: Entry) -> StatementView:
    konzept, model = draft.konzept, entry.model
    return StatementView(
        anchor=model.id,
        label=statement_label(entry),
        text=draft.text(model.text),
        wording=draft.wording(model.wortlaut, bare=True),
        points=tuple(draft.text(point) for point in model.punkte),
        answers=tuple(draft.link(answer, editorial=True) for answer in konzept.targets(entry.ref, "antworten")),
        mentioned=draft.links(e for e in konzept.sources(entry.ref, "text", "fuer") if e.ref != entry.ref),
        notes=draft.notes(entry.ref),
    )
