# Is the concept being carried out? A page for the concept and one for each field: how many key projects and measures
# are in which class, first of all of how many the content does not say; when they were planned and when they happened;
# what is new, overdue and late; how the goals stand; and how all that is counted.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS
from kek_build.models.dates import Datum
from kek_build.pages.addresses import (
    DATA,
    REPORTS,
    STANDING,
    STANDING_FIGURES,
    STANDING_JSON,
    STANDING_TABLE,
    STANDING_THINGS,
    relative,
)
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.stapel import Pattern, Stapel, stacked
from kek_build.pages.handlungsfelder import accent_of, goals_below
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.standing import day_of, scope_stand, tally_of
from kek_build.pages.termine import calendar_view
from kek_build.pages.text import shorten, without_references
from kek_build.pages.umsetzungsstand_kennzahlen import indicators_of
from kek_build.pages.umsetzungsstand_listen import dates_of, lists_of
from kek_build.pages.umsetzungsstand_satz import address_of, has_things, sentence, things_of
from kek_build.pages.umsetzungsstand_zahlen import Line, Missing, Numbers, ScopeRow, scope_id
from kek_build.pages.views import LinkView
from kek_build.steering import Tally
from kek_build.steering.classes import DATES, NEWS, PHASE, QUESTIONS, STATUS, WINDOW, Question
from kek_build.steering.freshness import months_before

TITLE = "Umsetzungsstand"
_PATTERNS: dict[str, tuple[Pattern, ...]] = {
    PHASE.key: ("leer", "punkte", "waagrecht", "schraeg", "steil", "voll", "kreuz"),
    STATUS.key: ("leer", "voll", "schraeg", "kreuz", "waagrecht", "punkte"),
    DATES.key: ("leer", "kreuz", "schraeg", "voll"),
    NEWS.key: ("leer", "punkte", "voll"),
}
"""How the classes of each question are drawn, in their order."""
_ASKED = {
    PHASE.key: "Wie weit ist es?",
    STATUS.key: "Wie läuft es?",
    DATES.key: "Liegt es in der Zeit?",
    NEWS.key: "Gibt es Neues?",
}
_DATIVE = {PHASE.key: "Phase", STATUS.key: "Status", DATES.key: "Terminen", NEWS.key: "Neuem"}
_GIVEN = (("ohne Angabe", "leer"), ("mit Angabe", "voll"))
_NAME = 60
"""Characters of a field's name in a picture."""
_FIELDS = 24
"""How many fields the picture shows."""


@dataclass(frozen=True)
class OverviewView:
    """Of how many things the content does not say how they stand, question by question."""

    diagram: Diagramm
    rows: tuple[Missing, ...]


@dataclass(frozen=True)
class QuestionView:
    """A question with the numbers of its classes."""

    key: str
    title: str
    asked: str
    diagram: Diagramm
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class FieldsView:
    """The fields of a concept side by side."""

    diagram: Diagramm | None
    rows: tuple[ScopeRow, ...]


@dataclass(frozen=True)
class GoalsView:
    """Goals and how what serves them stands."""

    rows: tuple[ScopeRow, ...]
    total: int
    """How many goals there are, shown or not."""
    empty: int
    """How many of them nothing is counted for."""


@dataclass(frozen=True)
class DayView:
    """The reference day, and from when on news is new."""

    told: str
    iso: str
    why: str
    new_from: str
    window: int


def plan(shop: Workshop) -> Iterator[Planned]:
    """The page of the concept, and where there is anything to carry out, of each field."""
    konzept = shop.konzept
    yield Planned(shop.addresses.section(STANDING), TITLE, partial(_page, shop, konzept[CONCEPT_REF]))
    if has_things(shop):
        for field in konzept.of_kind("handlungsfeld"):
            yield Planned(address_of(shop, field), _title(shop, field), partial(_page, shop, field))


def _title(shop: Workshop, field: Entry) -> str:
    return f"{TITLE}: {field.number} {_plain(shop, field)}"


def _page(shop: Workshop, entry: Entry) -> PageRecord:
    whole = entry.kind == "konzept"
    draft = shop.draft(address_of(shop, entry), *([] if whole else [shop.crumb(TITLE, STANDING)]))
    numbers = Numbers.of(draft, entry)
    some = numbers.found.counted.total > 0
    return draft.finish(
        "umsetzungsstand",
        TITLE if whole else _title(shop, entry),
        kind="uebersicht",
        lead=sentence(shop, entry),
        description=_description(draft, entry, numbers.found),
        source=entry,
        fresh=scope_stand(shop, entry),
        calendar=calendar_view(shop, draft.path) if whole else None,
        accent=accent_of(shop.konzept, entry),
        scope=scope_id(entry),
        scope_link=None if whole else draft.link(entry),
        day=_day(shop),
        counted=numbers.counted,
        overview=_overview(numbers) if some else None,
        silent=_silence(numbers.found),
        questions=list(_questions(numbers)),
        fields=_fields(draft) if whole and some else None,
        dates=dates_of(draft, entry) if some else None,
        lists=[item for item in lists_of(draft, entry) if not _is_silent(numbers.found, item.question)],
        goals=_goals(draft, entry) if some else None,
        indicators=indicators_of(draft, entry),
        apart=[line for line in numbers.apart() if line.total.count],
        dissolved=_dissolved(draft) if whole else 0,
        classes=[(question.title, question.classes) for question in QUESTIONS],
        files=[] if shop.frozen else list(_files(draft)),
        reports_href=draft.section(REPORTS) if shop.konzept.datei.berichte else None,
        goals_href=draft.section("ziele") if shop.konzept.of_kind("ziel") else None,
    )


def _plain(shop: Workshop, entry: Entry) -> str:
    return without_references(entry.short_title, shop.konzept.resolve)


def _description(draft: Draft, entry: Entry, found: Tally) -> str:
    where = draft.konzept.datei.titel
    if entry.kind != "konzept":
        where = f"Handlungsfeld {entry.number} {_plain(draft.shop, entry)}, {where}"
    things = " und ".join(things_of(found))
    return f"Wie weit {things} sind: {where}" if things else f"Ob und wie weit das Konzept umgesetzt ist: {where}"


def _day(shop: Workshop) -> DayView:
    found = day_of(shop)
    new_from = months_before(found.day, WINDOW)
    return DayView(str(found.told), found.day.isoformat(), found.why, str(Datum(new_from, new_from, "tag")), WINDOW)


def _overview(numbers: Numbers) -> OverviewView:
    rows = tuple(numbers.missing(question) for question in QUESTIONS)
    total = numbers.found.counted.total
    bars = [Stapel(row.title, (row.line.total.count, total - row.line.total.count)) for row in rows]
    return OverviewView(stacked("Wozu etwas angegeben ist und wozu nicht", _GIVEN, bars), rows)


def _questions(numbers: Numbers) -> Iterator[QuestionView]:
    """The questions to which there is any answer."""
    for question in QUESTIONS:
        if not _is_silent(numbers.found, question):
            bar = Stapel(_all(numbers), _counts(numbers.found, question))
            picture = stacked(f"{question.title} am Stichtag", _classes(question), [bar])
            yield QuestionView(question.key, question.title, _ASKED[question.key], picture, numbers.lines(question))


def _silence(found: Tally) -> str | None:
    """To which questions the content says nothing at all, in a sentence."""
    silent = [_DATIVE[question.key] for question in QUESTIONS if _is_silent(found, question)]
    if not silent:
        return None
    words = " und ".join(filter(None, [", ".join(silent[:-1]), silent[-1]]))
    return f"Zu {words} ist bei keinem etwas angegeben."


def _is_silent(found: Tally, question: Question) -> bool:
    """Whether the content says nothing at all to a question."""
    return found.missing(question) == found.counted


def _all(numbers: Numbers) -> str:
    return (
        f"Alle {numbers.found.counted.total}"
        if numbers.scope.kind == "konzept"
        else f"Alle {numbers.found.counted.total} im Handlungsfeld"
    )


def _classes(question: Question) -> Sequence[tuple[str, Pattern]]:
    return tuple(zip(question.classes, _PATTERNS[question.key], strict=True))


def _counts(found: Tally, question: Question) -> tuple[int, ...]:
    return tuple(found.of(question, name).total for name in question.classes)


def _fields(draft: Draft) -> FieldsView:
    fields = draft.konzept.of_kind("handlungsfeld")
    bars = [
        Stapel(
            f"{field.number} {shorten(_plain(draft.shop, field), _NAME)}", _counts(tally_of(draft.shop, field), PHASE)
        )
        for field in fields[:_FIELDS]
    ]
    rows = (
        Numbers.of(draft, field).row(
            LinkView(relative(address_of(draft.shop, field), draft.path), _plain(draft.shop, field), field.number)
        )
        for field in fields
    )
    return FieldsView(stacked("Phasen nach Handlungsfeldern", _classes(PHASE), bars) if bars else None, tuple(rows))


def _goals(draft: Draft, scope: Entry) -> GoalsView | None:
    """Of a concept its topmost goals, of a field all of its goals with those below them; as many as a page holds."""
    konzept = draft.konzept
    found = (
        [goal for goal in konzept.of_kind("ziel") if goal.depth == 0]
        if scope.kind == "konzept"
        else list(goals_below(konzept, scope))
    )
    if not found:
        return None
    shown = found[: draft.shop.limits.links]
    empty = sum(not tally_of(draft.shop, goal).counted.total for goal in found)
    return GoalsView(
        tuple(Numbers.of(draft, goal).row(draft.link(goal), goal.depth) for goal in shown), len(found), empty
    )


def _dissolved(draft: Draft) -> int:
    """How many key projects and measures were dissolved and stand nowhere any more."""
    return sum(stone.kind in IN_PROGRESS for stone in draft.konzept.former.tombstones.values())


def _files(draft: Draft) -> Iterator[LinkView]:
    folder = draft.section(DATA)
    if has_things(draft.shop):
        yield LinkView(f"{folder}{STANDING_TABLE}", "Alle Zahlen als CSV-Datei")
        yield LinkView(
            f"{folder}{STANDING_THINGS}", "Was gezählt ist, als CSV-Datei: jedes Vorhaben mit seinen Angaben"
        )
    if draft.konzept.of_kind("kennzahl"):
        yield LinkView(f"{folder}{STANDING_FIGURES}", "Die Kennzahlen als CSV-Datei: jede mit ihrem Urteil")
    if has_things(draft.shop):
        yield LinkView(f"{folder}{STANDING_JSON}", "Alles mit dem Stichtag als JSON-Datei")
