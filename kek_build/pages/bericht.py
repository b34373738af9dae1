# A report to the council: everything that changed between two days, computed from the content. What the administration
# says first is marked as hers; what nothing changed in is told so, instead of being left out.
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeVar

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.history import Change
from kek_build.models import Kennzahl
from kek_build.models.berichte import Bericht
from kek_build.pages import aenderungen
from kek_build.pages.addresses import CHANGES, REPORT, REPORT_TABLE, REPORTS, STANDING
from kek_build.pages.aenderungen import KindView, day_in_words
from kek_build.pages.bewegung import field_moves, late_rows
from kek_build.pages.dokument import event_view
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.drawings.punkte import points
from kek_build.pages.record import PageRecord
from kek_build.pages.standing import page_stand, unfinished
from kek_build.pages.text import counted
from kek_build.pages.views import Fact, LinkView
from kek_build.steering.classes import PHASE, STATUS, Question, phase_class, status_class
from kek_build.steering.coming import coming
from kek_build.steering.due import Due
from kek_build.steering.period import Events, Period, events, period_of
from kek_build.steering.state import State
from kek_build.steering.targets import OnTarget, on_target

AHEAD = 12
"""How many months a report looks ahead."""
TITLE = "Berichte"
_NAMED = 6
"""How many things the summary names."""
COMING = {
    "beginn": "Geplanter Beginn", "ende": "Geplantes Ende", "meilenstein": "Meilenstein", "aufgabe": "Aufgabe",
    "werte": "Neue Werte", "ausblick": "Ausblick",
}  # fmt: skip
"""What the things to come are called."""
_VALUES = 6
"""How many values of an indicator a report names, the newest."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Balance:
    """How many measures and key projects stood in one class on both days."""

    name: str
    before: int
    after: int

    @property
    def change(self) -> str:
        """The difference in words: `+2`, `–1`, `unverändert`."""
        gone = self.after - self.before
        return f"+{gone}" if gone > 0 else f"–{-gone}" if gone else "unverändert"


@dataclass(frozen=True)
class ValueRow:
    """An indicator with its new values."""

    link: LinkView
    values: tuple[tuple[str, str, Markup | None], ...]
    """The time, the value, what is said of it; the newest."""
    older: int
    """How many more there are."""
    target: str
    state: str
    """Whether it was on target at the end of the period."""
    told: str
    """How that was judged; nothing where that takes a judgement for each of several variants."""


@dataclass(frozen=True)
class ComingRow:
    """Something that is to come."""

    when: str
    iso: str
    what: str
    words: Markup | None
    link: LinkView


@dataclass(frozen=True)
class TextView:
    """What changed in the text of the concept."""

    kinds: tuple[KindView, ...]
    left: int
    """How many things that changed are not shown."""
    unknown: str | None
    """What is not known of it, in a sentence."""
    none: bool
    """Whether all is known, and nothing changed."""


def address(shop: Workshop, report: Bericht) -> str:
    """Where a report stands."""
    return shop.addresses.section(f"{REPORTS}/{report.name}")


def period_words(period: Period) -> str:
    """`1. Juli 2025 bis 31. Dezember 2025`."""
    return f"{day_in_words(period.first)} bis {day_in_words(period.last)}"


def from_to(period: Period) -> str:
    """`vom 1. Juli 2025 bis zum 31. Dezember 2025`."""
    return f"vom {day_in_words(period.first)} bis zum {day_in_words(period.last)}"


def page(shop: Workshop, report: Bericht) -> PageRecord:
    """The page of a report."""
    konzept, period = shop.konzept, period_of(report)
    draft = shop.draft(address(shop, report), shop.crumb(TITLE, REPORTS))
    found = events(konzept, period)
    ahead = coming(konzept, period.last, AHEAD)
    late = tuple(late_rows(draft, found.movements))
    limit = shop.limits.links
    return draft.finish(
        "bericht",
        report.titel,
        kind="bericht",
        kind_label="Bericht",
        lead=_lead(found),
        description=f"Was sich {from_to(period)} geändert hat: {konzept.datei.titel}",
        source=konzept[CONCEPT_REF],
        fresh=page_stand(shop, konzept[CONCEPT_REF]),
        facts=list(_facts(draft, report, period)),
        unfinished=_unfinished(shop, period),
        foreword=draft.block(report.kurz),
        summary=list(_summary(draft, found)),
        days=(day_in_words(period.eve), day_in_words(period.last)),
        total=len(found.standing),
        apart=len(found.movements) - len(found.standing),
        phases=list(_balances(found, PHASE, phase_class)),
        statuses=list(_balances(found, STATUS, status_class)),
        standing_href=draft.section(STANDING),
        fields=field_moves(draft, found.movements),
        values=_cut(tuple(_values(draft, found)), limit),
        indicators=bool(konzept.of_kind("kennzahl")),
        late=_cut(late, limit),
        events=_cut(tuple(event_view(draft, event) for event in found.history), limit),
        history_href=draft.section("verlauf") if konzept.datei.verlauf else None,
        text=_text(draft, period),
        changes_href=None if shop.frozen else draft.section(CHANGES),
        ahead=_cut(tuple(_coming_row(draft, one) for one in ahead), limit),
        months=AHEAD,
        pdf=REPORT if shop.documents and not shop.frozen else None,
        table=None if shop.frozen else REPORT_TABLE,
    )


def _cut(rows: tuple[_T, ...], limit: int) -> tuple[tuple[_T, ...], int]:
    """The beginning of a list, and how many are left out."""
    return rows[:limit], max(0, len(rows) - limit)


def _facts(draft: Draft, report: Bericht, period: Period) -> Iterator[Fact]:
    yield draft.fact("Zeitraum", text=f"{period_words(period)}; beide Tage zählen mit")
    if report.gremium and (body := draft.konzept.resolve(report.gremium, ("akteur",))):
        yield draft.fact("Für", [body])
    if report.link:
        yield Fact("Vorlage", text=Markup('<a href="{}">{}</a>').format(report.link, report.quelle or report.link))
    elif report.quelle:
        yield draft.fact("Vorlage", text=report.quelle)


def _unfinished(shop: Workshop, period: Period) -> str | None:
    """That the period goes on, or that nothing is known of its end."""
    found = unfinished(shop, period.last)
    if found is None:
        return None
    if found.newest is None:
        return "Der Zeitraum ist am Stichtag dieser Website noch nicht zu Ende. Was noch geschieht, steht nicht darin."
    return f"Die neueste Angabe im Konzept ist von: {found.newest}. Was danach geschah, steht noch nicht darin."


def _lead(found: Events) -> str:
    told = [move for move in found.movements if move.has_any]
    parts = [
        words
        for count, words in (
            _verb(sum(move.began for move in told), "begann", "begannen"),
            _verb(sum(move.ended for move in told), "endete", "endeten"),
            _verb(sum(bool(move.newly_late) for move in told), "geriet in Verzug", "gerieten in Verzug"),
        )
        if count
    ]
    total = len(found.movements)
    what = f"{total} Schlüsselvorhaben und Maßnahmen" if total > 1 else "einem Vorhaben"
    if not total:
        first = "Das Konzept nennt keine Schlüsselvorhaben und keine Maßnahmen."
    elif told:
        first = f"Bei {len(told)} von {what} hat sich etwas bewegt{': ' * bool(parts)}{', '.join(parts)}."
    else:
        first = f"Bei keinem von {what} nennt das Konzept in dieser Zeit etwas Neues."
    values = sum(len(values) for _, values in found.values)
    more = [
        *([counted(values, "neuer Wert von Kennzahlen", "neue Werte von Kennzahlen")] if values else []),
        *([counted(found.decisions, "Beschluss", "Beschlüsse")] if found.decisions else []),
    ]
    return (
        f"{first} Dazu {'kommt' if values + found.decisions == 1 else 'kommen'} {' und '.join(more)}."
        if more
        else first
    )


def _verb(count: int, one: str, many: str) -> tuple[int, str]:
    return count, counted(count, one, many)


def _summary(draft: Draft, found: Events) -> Iterator[Fact]:
    """How many of what, and the first of them by name."""
    moves = found.movements
    yield _named(draft, "Begonnen", [move.entry for move in moves if move.began])
    yield _named(draft, "Beendet", [move.entry for move in moves if move.ended])
    yield _named(draft, "In Verzug geraten", [move.entry for move in moves if move.newly_late])
    yield _named(draft, "Mit neuen Nachrichten", [move.entry for move in moves if move.news])
    yield _named(draft, "Kennzahlen mit neuen Werten", [entry for entry, _ in found.values])
    decisions = [event.titel for event in found.history if event.art == "beschluss"]
    yield _first_of("Beschlüsse", [LinkView("#beschluesse", title) for title in decisions[:_NAMED]], len(decisions))


def _named(draft: Draft, label: str, entries: Sequence[Entry]) -> Fact:
    return _first_of(label, draft.links(entries[:_NAMED]), len(entries))


def _first_of(label: str, links: Sequence[LinkView], count: int) -> Fact:
    left = count - len(links)
    more = Markup(f"und {counted(left, 'weitere Angabe', 'weitere Angaben')}") if left else None
    return Fact(f"{label} ({count})", tuple(links), more if count else Markup("keine"))


def _balances(found: Events, question: Question, answer: Callable[[State], str]) -> Iterator[Balance]:
    """How many stood in each class, those first of which the concept does not say."""
    before = Counter(answer(move.before) for move in found.standing)
    after = Counter(answer(move.after) for move in found.standing)
    for name in question.classes:
        if name == question.missing or before[name] or after[name]:
            yield Balance(name, before[name], after[name])


def _values(draft: Draft, found: Events) -> Iterator[ValueRow]:
    for entry, values in found.values:
        model: Kennzahl = entry.model
        shown = [point for point in points(model) if point.kind == "Wert"]
        new = [point for value, point in zip(model.werte, shown, strict=True) if value in values]
        named = tuple(
            (", ".join(filter(None, (str(point.time), point.variant))), point.value, draft.text(point.remark))
            for point in sorted(new, key=attrgetter("year"))
        )
        judged = on_target(model, found.period.last)
        older = max(0, len(named) - _VALUES)
        told = judged.told if judged.target or not model.zielwerte else ""
        yield ValueRow(draft.link(entry), named[older:], older, _target(model, judged), judged.state, told)


def _target(model: Kennzahl, judged: OnTarget) -> str:
    if judged.target is None:
        return "mehrere" if model.zielwerte else "keines"
    amount = f"{judged.target.amount}\u00a0{model.einheit}"
    return f"{judged.target.zeit}: {amount}" if judged.target.zeit else amount


def _coming_row(draft: Draft, one: Due) -> ComingRow:
    is_step = one.kind == "ausblick"
    link = LinkView(draft.section("verlauf"), one.text or "") if is_step else draft.link(one.entry)
    words = None if is_step else draft.text(one.text)
    return ComingRow(str(one.when), one.when.iso(), COMING[one.kind], words, link)


def _text(draft: Draft, period: Period) -> TextView:
    """What changed in the text of the concept, as far as its history is known."""
    shop = draft.shop
    if shop.frozen:
        return TextView(
            (), 0, "Was sich am Text einer früheren Fassung änderte, steht nicht auf dieser Website.", none=False
        )
    history = shop.history
    if history.gap and history.gap.missing:
        return TextView((), 0, history.gap.reason, none=False)
    changes = history.changes
    taken_up = next((c.day for c in changes if c.ref == CONCEPT_REF and c.happened == "created"), None)
    known = history.since if history.gap else taken_up
    things: dict[str, list[Change]] = {}
    for change in changes:
        # What was there from the beginning was not added to the concept then.
        if period.first <= change.day <= period.last and not (change.happened == "created" and change.day == taken_up):
            things.setdefault(change.ref, []).append(change)
    shown, left = _cut(tuple(things.values()), shop.limits.links)
    return TextView(aenderungen.kind_views(draft, shown), left, _unknown(known, period), none=not things)


def _unknown(known: date | None, period: Period) -> str | None:
    if known is None or known <= period.first:
        return None
    begins = f"Der Verlauf des Inhalts ist erst ab dem {day_in_words(known)} bekannt"
    return f"{begins}, also für diesen Zeitraum nicht." if known > period.last else f"{begins}."
