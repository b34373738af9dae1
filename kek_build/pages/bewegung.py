# What happened to the measures and key projects of a concept in a period, as reports show it: for each field of action
# what moved, step by step with its source, and what was late at the end.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Fortschritt
from kek_build.pages.draft import Draft
from kek_build.pages.fortschritt import UpdateView, cost_words
from kek_build.pages.handlungsfelder import accent_of
from kek_build.pages.text import one_line
from kek_build.pages.views import LinkView
from kek_build.steering import fields_of
from kek_build.steering.classes import NOT_GIVEN
from kek_build.steering.lateness import Late
from kek_build.steering.period import Movement, News

LATE = {"ende": "geplantes Ende", "beginn": "geplanter Beginn"}
"""What is late as a whole; a milestone or a task is called by its name."""


@dataclass(frozen=True)
class Step:
    """One thing that happened."""

    date: Datum
    label: str | None
    """What it was: `Kosten:`; None for a piece of news, which says so itself."""
    text: Markup | None
    moved: tuple[str, ...] = ()
    """What the news moved: `Phase: von „geplant“ zu „in Umsetzung“`."""
    source: str | None = None
    link: str | None = None

    @property
    def link_text(self) -> str:
        """What the link to the source says."""
        return UpdateView(self.date, self.text, (), self.source, self.link).link_text


@dataclass(frozen=True)
class MoveRow:
    """A measure or key project to which something happened."""

    link: LinkView
    kind: str
    accent: int
    state: tuple[str, ...]
    """How it stood at the end."""
    also: tuple[LinkView, ...]
    """Other fields that it belongs to."""
    steps: tuple[Step, ...]
    left: int
    """How many steps are not shown."""


@dataclass(frozen=True)
class FieldMoves:
    """What moved in a field of action."""

    anchor: str
    link: LinkView
    rows: tuple[MoveRow, ...]
    left: int
    """How many measures and key projects that moved are not shown."""


@dataclass(frozen=True)
class LateRow:
    """Something that was late at the end of the period."""

    link: LinkView
    what: Markup
    planned: str
    by: str
    fresh: bool
    """Whether it was not late before."""


def field_moves(draft: Draft, moves: Iterable[Movement]) -> tuple[FieldMoves, ...]:
    """What moved in each field of action; a key project of several fields stands in the first.

    Args:
        draft: the page.
        moves: of all measures and key projects.
    """
    konzept = draft.konzept
    by_field: dict[str, list[Movement]] = {field.ref: [] for field in konzept.of_kind("handlungsfeld")}
    for move in moves:
        if move.has_any:
            by_field[fields_of(konzept, move.entry)[0].ref].append(move)
    # The room of the page is shared among the fields, and in a field among what moved there.
    room = draft.shop.limits.page // max(1, sum(1 for found in by_field.values() if found))
    return tuple(_field(draft, konzept[ref], found, room) for ref, found in by_field.items())


def _field(draft: Draft, field: Entry, moves: list[Movement], room: int) -> FieldMoves:
    rows: list[MoveRow] = []
    for move in moves:
        if room <= 0:
            break
        steps = sorted(_steps(draft, move), key=lambda step: (step.date.first, step.date.last))
        shown = steps[-max(1, room) :]
        rows.append(_row(draft, move, tuple(shown), len(steps) - len(shown)))
        room -= len(shown)
    return FieldMoves(f"feld-{field.ref.lower()}", draft.link(field), tuple(rows), len(moves) - len(rows))


def _row(draft: Draft, move: Movement, steps: tuple[Step, ...], left: int) -> MoveRow:
    field, *others = fields_of(draft.konzept, move.entry)
    return MoveRow(
        draft.link(move.entry),
        draft.konzept.kind_name(move.entry),
        accent_of(draft.konzept, field),
        move.after.words,
        draft.links(others),
        steps,
        left,
    )


def _steps(draft: Draft, move: Movement) -> Iterator[Step]:
    model: Fortschritt = move.entry.model
    planned = model.geplant
    if move.begin:
        yield Step(move.begin, "Beginn", _when(planned.beginn if planned else None))
    if move.end:
        yield Step(move.end, "Ende", _when(planned.ende if planned else None))
    for milestone in move.milestones:
        assert milestone.erreicht
        yield Step(milestone.erreicht, "Meilenstein erreicht:", _named(escape(milestone.titel), milestone.geplant))
    for task in move.tasks:
        assert task.erledigt
        yield Step(task.erledigt, "Aufgabe erledigt:", _named(draft.text(task.text), task.bis))
    if move.cost and move.cost.stand:
        yield Step(move.cost.stand, "Kosten:", draft.text(cost_words(move.cost)))
    for news in move.news:
        told = news.told
        yield Step(told.datum, None, draft.text(told.text), tuple(_moved(news)), told.quelle, told.link)
    for late in move.newly_late:
        after = late.planned.last + timedelta(days=1)
        yield Step(Datum(after, after, "tag"), "Seitdem überfällig:", late_words(draft, move.entry, late))


def _when(planned: Datum | None) -> Markup | None:
    return Markup("(geplant: {})").format(planned) if planned else None


def _named(text: Markup | None, planned: Datum | None) -> Markup:
    return Markup(" ").join(filter(None, (text, _when(planned))))


def _moved(news: News) -> Iterator[str]:
    """What a piece of news moved, in words."""
    for name, change in (("Phase", news.phase), ("Status", news.status)):
        if change:
            before, after = change
            yield f"{name}: „{after}“, vorher {f'„{before}“' if before else NOT_GIVEN}"


def late_words(draft: Draft, entry: Entry, late: Late) -> Markup:
    """What is late of a measure or key project: `geplantes Ende (2022)`, `Meilenstein „…“`."""
    if late.kind in LATE:
        return Markup("{} ({})").format(LATE[late.kind], late.planned)
    model: Fortschritt = entry.model
    index = int(late.path[1])
    if late.kind == "meilenstein":
        return Markup("Meilenstein „{}“").format(one_line(model.meilensteine[index].titel))
    return Markup("Aufgabe „{}“").format(draft.text(model.aufgaben[index].text))


def late_rows(draft: Draft, moves: Iterable[Movement]) -> Iterator[LateRow]:
    """What was late at the end of a period."""
    for move in moves:
        for late in move.late:
            words = late_words(draft, move.entry, late)
            what = Markup(LATE[late.kind].partition(" ")[2]) if late.kind in LATE else words
            yield LateRow(draft.link(move.entry), what, str(late.planned), late.by, late in move.newly_late)
