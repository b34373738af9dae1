# The lists on a page about the state of a concept: what is new, what is overdue, what came late, and the dates as a
# picture with its table. Each shows its beginning; all of it stands in the registers and in the data.
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.concept.entries import KINDS
from kek_build.models.massnahmen import Fortschritt, Zeitraum
from kek_build.pages.draft import Draft
from kek_build.pages.drawings.diagramm import Diagramm
from kek_build.pages.drawings.zeitleiste import Dauer, Zeile, timeline
from kek_build.pages.fortschritt import span
from kek_build.pages.standing import agenda_of, day_of, standing
from kek_build.pages.text import counted, shorten, without_references
from kek_build.pages.umsetzungsstand_zahlen import Line, Numbers
from kek_build.pages.views import LinkView
from kek_build.steering import Late
from kek_build.steering.agenda import times_of
from kek_build.steering.classes import CAME_LATE, DATES, NEW, NEWS, OVERDUE, WINDOW, Question, is_new

_ROWS = 20
"""How many rows a list shows."""
_DRAWN, _OVERDUE = 16, 6
"""How many things the timeline shows, and how many of them because they are overdue, where there is more."""
_NAME = 60
_Tell = Callable[[Draft, Entry], Iterator[Markup]]
"""Says of a thing why it is in a list."""


@dataclass(frozen=True)
class ItemView:
    """A thing in a list, and what is to be said of it there."""

    link: LinkView
    kind: str
    told: tuple[Markup, ...]


@dataclass(frozen=True)
class ListView:
    """A list, or its beginning."""

    key: str
    title: str
    question: Question
    line: Line
    """How many there are."""
    none: str
    """What is said where there is none."""
    items: tuple[ItemView, ...]

    @property
    def is_cut(self) -> bool:
        """Whether there is more."""
        return self.line.total.count > len(self.items)


@dataclass(frozen=True)
class DateRow:
    """A thing in the table of dates."""

    link: LinkView
    planned: str | None
    actual: str | None
    late: str | None


@dataclass(frozen=True)
class DatesView:
    """The dates as a picture and a table."""

    diagram: Diagramm
    rows: tuple[DateRow, ...]
    total: int
    """How many things have dates."""


def lists_of(draft: Draft, scope: Entry) -> tuple[ListView, ...]:
    """What is new, what is overdue, what came late."""
    numbers, found = Numbers.of(draft, scope), agenda_of(draft.shop, scope)
    new, overdue, late = numbers.line(NEWS, NEW), numbers.line(DATES, OVERDUE), numbers.line(DATES, CAME_LATE)
    no_news = f"Aus den {WINDOW} Monaten vor dem Stichtag gibt es keine Nachricht."
    in_time = "Nichts, wofür das Konzept einen Termin nennt, ist überfällig."
    kept = "Nichts, wofür das Konzept Plan und Wirklichkeit nennt, kam später."
    return (
        ListView("zuletzt", "Was sich zuletzt getan hat", NEWS, new, no_news, _items(draft, found.new, _new)),
        ListView("ueberfaellig", "Was überfällig ist", DATES, overdue, in_time, _items(draft, found.overdue, _overdue)),
        ListView(
            "spaeter", "Was später kam als geplant", DATES, late, kept, _items(draft, found.came_late, _came_late)
        ),
    )


def _items(draft: Draft, refs: tuple[str, ...], tell: _Tell) -> tuple[ItemView, ...]:
    entries = (draft.konzept[ref] for ref in refs[:_ROWS])
    return tuple(ItemView(draft.link(e), KINDS[e.kind][1], tuple(tell(draft, e))) for e in entries)


def _new(draft: Draft, entry: Entry) -> Iterator[Markup]:
    """The newest news, and how much more there was."""
    day = day_of(draft.shop).day
    news = [one for one in entry.model.aktualisierungen if is_new(one, day)]
    newest = max(news, key=lambda one: one.datum.first)
    yield Markup('<time datetime="{}">{}</time>: {}').format(newest.datum.iso(), newest.datum, draft.text(newest.text))
    moved = [f"{name}: {value}" for name, value in (("Phase", newest.phase), ("Status", newest.status)) if value]
    if moved:
        yield Markup("<strong>{}.</strong>").format(", ".join(moved))
    if more := len(news) - 1:
        yield escape(f"Dazu {counted(more, 'weitere Nachricht', 'weitere Nachrichten')} seither.")


def _overdue(draft: Draft, entry: Entry) -> Iterator[Markup]:
    for late in standing(draft.shop, entry).late:
        if late.is_open:
            yield escape(f"{_planned(entry.model, late)}: {late.by} überfällig")


def _came_late(draft: Draft, entry: Entry) -> Iterator[Markup]:
    for late in standing(draft.shop, entry).late:
        yield escape(f"{_planned(entry.model, late)}; tatsächlich: {late.actual}, {late.by} später")


def _planned(model: Fortschritt, late: Late) -> str:
    match late.path:
        case ("meilensteine", int(place), _):
            return f"Meilenstein „{model.meilensteine[place].titel}“, geplant für {late.planned.accusative}"
        case ("aufgaben", int(_), _):
            return f"Aufgabe, zu tun bis {late.planned}"
        case (_, "beginn"):
            return f"Beginn, geplant für {late.planned.accusative}"
    return f"Ende, geplant für {late.planned.accusative}"


def dates_of(draft: Draft, scope: Entry) -> DatesView | None:
    """The dates of a scope, those that matter first; None where there are none."""
    found, day = agenda_of(draft.shop, scope), day_of(draft.shop)
    if not found.dated:
        return None
    dated = set(found.dated)
    overdue = [ref for ref in found.overdue if ref in dated][:_OVERDUE]
    picked = list(dict.fromkeys([*overdue, *found.dated]))[:_DRAWN]
    shown = sorted((draft.konzept[ref] for ref in picked), key=_begins)
    rows = [_line(draft, entry) for entry in shown]
    return DatesView(
        timeline("Geplante und tatsächliche Zeiten", rows, day.day, str(day.told)),
        tuple(_date_row(draft, entry) for entry in shown),
        len(found.dated),
    )


def _begins(entry: Entry) -> tuple[date, str]:
    return min(when.first for when in times_of(entry.model)), entry.ref


def _line(draft: Draft, entry: Entry) -> Zeile:
    model = entry.model
    planned, actual = (_span(time) for time in (model.geplant, model.tatsaechlich))
    lasts = bool(actual.begin and not actual.end) and not standing(draft.shop, entry).state.is_closed
    return Zeile(_name(draft, entry), planned, replace(actual, lasts=lasts))


def _span(time: Zeitraum | None) -> Dauer:
    return Dauer(time.beginn, time.ende) if time else Dauer()


def _name(draft: Draft, entry: Entry) -> str:
    return f"{entry.number} {shorten(without_references(entry.short_title, draft.konzept.resolve), _NAME)}"


def _date_row(draft: Draft, entry: Entry) -> DateRow:
    late = [one for one in standing(draft.shop, entry).late if one.path[0] == "geplant"]
    told = ", ".join(f"{one.by} {'überfällig' if one.is_open else 'später'}" for one in late)
    return DateRow(draft.link(entry), span(entry.model.geplant), span(entry.model.tatsaechlich), told or None)
