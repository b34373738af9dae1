# What the pages of measures and key projects show alike of their progress: how they stand and since when, what is late,
# milestones, tasks, news with the status that they moved, money, whom to ask.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from kek_build.concept import Entry
from kek_build.models.base import Zustaendigkeit
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import Aktualisierung, Ansprechperson, Foerderung, Fortschritt, Kosten, Zeitraum
from kek_build.models.numbers import write
from kek_build.pages.draft import Draft
from kek_build.pages.standing import Standing, day_of, standing
from kek_build.pages.views import Fact, LinkView
from kek_build.steering import Late

_WITH_ARTICLE = {"tag", "quartal"}
"""Points in time that German says with an article: vom 1. Februar, but von 2021."""
_LATE = {
    "ende": "Das geplante Ende ({planned}) ist vorbei.",
    "beginn": "Der geplante Beginn ({planned}) ist vorbei.",
    "beendet": "Geplantes Ende: {planned}, tatsächliches Ende: {actual}.",
    "begonnen": "Geplanter Beginn: {planned}, tatsächlicher Beginn: {actual}.",
}
_STEPS = {"meilenstein": "meilensteine", "aufgabe": "aufgaben"}


@dataclass(frozen=True)
class StepView:
    """A milestone or a task."""

    text: Markup | None
    times: tuple[str, ...]
    """`geplant: 2024`, `erreicht: März 2025`."""
    done: bool
    late: str | None
    """By how much it is late: `3 Monate`."""
    actors: tuple[LinkView, ...] = ()
    note: Markup | None = None


@dataclass(frozen=True)
class UpdateView:
    """A piece of news."""

    date: Datum | None
    """None where it is how the concept said it stood."""
    text: Markup | None
    moved: tuple[str, ...]
    """What holds from then on: `Phase: in Umsetzung`, `Status: im Plan`."""
    source: str | None = None
    link: str | None = None
    later: bool = False
    """Whether it was told after the reference day, so that what it moved does not hold yet."""

    @property
    def link_text(self) -> str:
        """What the link says: the source, or else where it leads."""
        return self.source or urlsplit(self.link or "").hostname or "Beleg"

    @property
    def when(self) -> str:
        """The date in words."""
        return str(self.date) if self.date else "Beim Beschluss"


def progress_view(draft: Draft, entry: Entry) -> dict[str, Any]:
    """What the template shows of the progress of a measure or key project, by the names that it knows."""
    model: Fortschritt = entry.model
    found = standing(draft.shop, entry)
    return {
        "phase": found.state.phase,
        "status": found.state.status,
        "milestones": list(_milestones(draft, model, found)),
        "tasks": list(_tasks(draft, model, found)),
        "updates": list(_updates(draft, model, found)),
    }


def progress_facts(draft: Draft, entry: Entry) -> list[Fact]:
    """The rows of key facts about its progress, as far as anything is known."""
    model: Fortschritt = entry.model
    return [fact for fact in _facts(draft, entry, model) if fact.given]


def _facts(draft: Draft, entry: Entry, model: Fortschritt) -> Iterator[Fact]:
    found = standing(draft.shop, entry)
    if reason := found.state.reason:
        since = f" (seit {found.state.status_since})" if found.state.status_since else ""
        yield draft.fact(f"Warum „{found.state.status}“{since}", text=reason)
    yield draft.fact("Tatsächlicher Zeitraum", text=span(model.tatsaechlich))
    yield Fact("Verzug", text=_late(draft, found))
    yield draft.fact("Kosten", text=cost_words(model.kosten) if model.kosten else None)
    for funding in model.foerderung:
        yield _funding(draft, funding)
    yield Fact("Haushaltsprodukte", text=_products(model))
    for person in model.ansprechpersonen:
        yield Fact("Ansprechperson", text=_person(person))
    for key, label in (("ersetzt_durch", "Ersetzt durch"), ("zusammengefuehrt_mit", "Zusammengeführt mit")):
        yield draft.fact(label, draft.konzept.targets(entry.ref, key) if getattr(model, key) else ())


def responsible(draft: Draft, label: str, value: Zustaendigkeit | None) -> Fact:
    """Who carries or answers for something, as a row of key facts."""
    if value is None:
        return Fact(label)
    entries = [draft.konzept.resolve(ref, ("akteur",)) for ref in value.akteure]
    return draft.fact(label, (entry for entry in entries if entry), value.vermerk)


def span(time: Zeitraum | None) -> str | None:
    """A time from begin to end, in words."""
    if time is None:
        return None
    parts = []
    if time.beginn:
        parts.append(f"{'vom' if time.beginn.precision in _WITH_ARTICLE else 'von'} {time.beginn}")
    if time.ende:
        parts.append(f"{'bis zum' if time.ende.precision in _WITH_ARTICLE else 'bis'} {time.ende}")
    return " ".join(parts) or None


def _late(draft: Draft, found: Standing) -> Markup | None:
    """What is late as a whole; where that depends on the reference day, which one it is."""
    told = [late for late in found.late if late.kind in _LATE]
    if not told:
        return None
    said = [f"{late.by}. {_LATE[late.kind].format(planned=late.planned, actual=late.actual)}" for late in told]
    if any(late.is_open for late in told):
        day = day_of(draft.shop)
        said.append(f"Stichtag: {day.told} ({day.why}).")
    return Markup("<br>").join(map(escape, said))


def _steps_late(found: Standing) -> Mapping[tuple[str | int, ...], Late]:
    return {late.path[:2]: late for late in found.late if late.kind in _STEPS}


def _milestones(draft: Draft, model: Fortschritt, found: Standing) -> Iterator[StepView]:
    late = _steps_late(found)
    for index, one in enumerate(model.meilensteine):
        times = _times(("geplant", one.geplant), ("erreicht", one.erreicht))
        missed = late.get(("meilensteine", index))
        yield StepView(
            escape(one.titel),
            times,
            one.erreicht is not None,
            missed.by if missed else None,
            note=draft.text(one.vermerk),
        )


def _tasks(draft: Draft, model: Fortschritt, found: Standing) -> Iterator[StepView]:
    late = _steps_late(found)
    for index, one in enumerate(model.aufgaben):
        actors = [actor for ref in one.zustaendig if (actor := draft.konzept.resolve(ref, ("akteur",)))]
        times = _times(("bis", one.bis), ("erledigt", one.erledigt))
        missed = late.get(("aufgaben", index))
        yield StepView(
            draft.text(one.text), times, one.erledigt is not None, missed.by if missed else None, draft.links(actors)
        )


def _times(*named: tuple[str, Datum | None]) -> tuple[str, ...]:
    return tuple(f"{name}: {when}" for name, when in named if when)


def _updates(draft: Draft, model: Fortschritt, found: Standing) -> Iterator[UpdateView]:
    """The news, in the order of the file; where they moved phase or status, at last how it stood before."""
    for news in model.aktualisierungen:
        later = found.newest is None or news.datum.first > found.newest.first
        yield UpdateView(news.datum, draft.text(news.text), _moved(news), news.quelle, news.link, later)
    if any(news.phase or news.status for news in model.aktualisierungen) and (model.phase or model.status):
        yield UpdateView(None, draft.text(model.status_grund), _moved(model))


def _moved(said: Aktualisierung | Fortschritt) -> tuple[str, ...]:
    return tuple(f"{name}: {value}" for name, value in (("Phase", said.phase), ("Status", said.status)) if value)


def euro(amount: Decimal) -> str:
    """An amount of money in words."""
    return f"{write(amount)} Euro"


def cost_words(cost: Kosten) -> str:
    """What something costs, in words."""
    amount = euro(cost.betrag) if cost.bis is None else f"{write(cost.betrag)} bis {euro(cost.bis)}"
    told = amount if cost.genauigkeit == "genau" else f"{cost.genauigkeit} {amount}"
    told += f" (Stand: {cost.stand})" if cost.stand else ""
    return f"{told}; {cost.vermerk}" if cost.vermerk else told


def _funding(draft: Draft, funding: Foerderung) -> Fact:
    giver = draft.konzept.resolve(funding.geber, ("akteur",)) if funding.geber else None
    amounts = [euro(funding.betrag)] if funding.betrag is not None else []
    amounts += [f"{write(funding.anteil)} Prozent"] if funding.anteil is not None else []
    name = Markup("{}: {}").format(funding.programm, ", ".join(amounts)) if amounts else escape(funding.programm)
    remark = draft.text(funding.vermerk)
    return Fact("Förderung", draft.links([giver] if giver else []), Markup("{}; {}").format(name, remark)
                if remark else name)  # fmt: skip


def _products(model: Fortschritt) -> Markup | None:
    return Markup("<br>").join(escape(product.words) for product in model.produkte) or None


def _person(person: Ansprechperson) -> Markup:
    parts = [escape(part) for part in (person.name, person.funktion) if part]
    if person.telefon:
        called = "".join(sign for sign in person.telefon if sign.isdecimal() or sign == "+")
        parts.append(Markup('Telefon <a href="tel:{}">{}</a>').format(called, person.telefon))
    if person.email:
        parts.append(Markup('E-Mail <a href="mailto:{0}">{0}</a>').format(person.email))
    return Markup(", ").join(parts)
