# What is wrong in what measures and key projects say of their progress: a judgement without a reason, dates that cannot
# be together, budget products that the county does not have.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS, Entry
from kek_build.concept.finding import LINE, Finding
from kek_build.models import KonzeptDatei
from kek_build.models.dates import Datum
from kek_build.models.massnahmen import CLOSED, Fortschritt
from kek_build.reading import Origin
from kek_build.reading.suggestions import nearest
from kek_build.rules import Rule

_PAID = {"ziel", *IN_PROGRESS}


def progress_findings(entries: Iterable[Entry], konzept: KonzeptDatei | None) -> Iterator[Finding]:
    """Check the progress of key projects and measures, and what they and goals are paid from.

    Args:
        entries: the things of a concept.
        konzept: what konzept.yml says, where that is known.
    """
    states = konzept.bearbeitungsstaende if konzept else ()
    derived = {number for state in states for number in state.schluesselvorhaben}
    for entry in entries:
        if entry.kind in IN_PROGRESS:
            for check in (_status, _statuses, _steps):
                yield from check(entry, entry.own)
            yield from _end(entry, entry.own, derived=entry.ref in derived)
        if entry.kind in _PAID and konzept and konzept.haushaltsprodukte:
            yield from _products(entry, {one.nummer: one.bezeichnung for one in konzept.haushaltsprodukte})
        if entry.ref == CONCEPT_REF and konzept:
            yield from _lists(entry, konzept)


def _status(entry: Entry, model: Fortschritt) -> Iterator[Finding]:
    if model.status and not model.status_grund:
        yield Finding(Rule.STATUS_REASON, entry.at("status"), f"Warum der Status „{model.status}“ gilt, fehlt.",
                      "eine Zeile „status_grund: …“ mit der Begründung")  # fmt: skip
    if model.status_grund and not model.status:
        yield Finding(Rule.STATUS_REASON, entry.at("status_grund"), "„status_grund“ steht ohne „status“.",
                      "eine Zeile „status: …“, oder kein „status_grund“")  # fmt: skip


def _statuses(entry: Entry, model: Fortschritt) -> Iterator[Finding]:
    """Two judgements of one day."""
    first: dict[object, int] = {}
    for index, news in enumerate(model.aktualisierungen):
        if news.status is None:
            continue
        before = first.setdefault(news.datum.first, index)
        if (other := model.aktualisierungen[before].status) != news.status:
            yield Finding(
                Rule.STATUS_REASON,
                entry.at("aktualisierungen", index, "status"),
                f"„{news.status}“ widerspricht „{other}“ vom selben Tag (Zeile {LINE}).",
                "je Tag ein Status",
                beside=entry.at("aktualisierungen", before, "status"),
            )


def _steps(entry: Entry, model: Fortschritt) -> Iterator[Finding]:
    """Milestones and tasks outside the planned time."""
    planned = model.geplant
    if planned is None:
        return
    milestones = (("meilensteine", n, "geplant", one.geplant) for n, one in enumerate(model.meilensteine))
    tasks = (("aufgaben", n, "bis", one.bis) for n, one in enumerate(model.aufgaben))
    for name, index, key, when in (*milestones, *tasks):
        if when is None:
            continue
        if planned.ende and when.first > planned.ende.last:
            yield _outside(entry, (name, index, key), when, "ende", f"nach dem geplanten Ende ({planned.ende}")
        elif planned.beginn and when.last < planned.beginn.first:
            yield _outside(entry, (name, index, key), when, "beginn", f"vor dem geplanten Beginn ({planned.beginn}")


def _outside(entry: Entry, path: tuple[str | int, ...], when: Datum, limit: str, told: str) -> Finding:
    beside = entry.at("geplant", limit)
    expected = f"ein Zeitpunkt im geplanten Zeitraum, oder unter „geplant“ ein anderes „{limit}“"
    return Finding(Rule.PERIOD, entry.at(*path), f"„{when}“ liegt {told}, Zeile {LINE}).", expected, beside=beside)


def _end(entry: Entry, model: Fortschritt, *, derived: bool) -> Iterator[Finding]:
    """What has ended and goes on, and what never ends and has an end."""
    path, phase = _last_phase(model)
    # A phase that follows from konzept.yml has no line of its own.
    line = "" if derived and path == ("phase",) else f" (Zeile {LINE})"
    actual, planned = model.tatsaechlich, model.geplant
    if actual and actual.ende and phase and phase not in CLOSED:
        yield Finding(
            Rule.PERIOD,
            entry.at("tatsaechlich", "ende"),
            f"Es hat geendet ({actual.ende}), aber die Phase ist „{phase}“{line}.",
            "die Phase „abgeschlossen“ oder „eingestellt“, oder kein „ende“",
            beside=entry.at(*path),
        )
    if phase == "Daueraufgabe" and planned and planned.ende:
        yield Finding(
            Rule.PERIOD,
            entry.at("geplant", "ende"),
            f"Eine Daueraufgabe{line} endet nicht, hier aber: {planned.ende}.",
            "kein „ende“, oder eine andere Phase",
            beside=entry.at(*path),
        )


def _last_phase(model: Fortschritt) -> tuple[tuple[str | int, ...], str | None]:
    """The phase that was told last, and the way to it."""
    news = [(one.datum.first, index) for index, one in enumerate(model.aktualisierungen) if one.phase]
    if news:
        _, index = max(news)
        return ("aktualisierungen", index, "phase"), model.aktualisierungen[index].phase
    return ("phase",), model.phase


def _products(entry: Entry, products: dict[str, str]) -> Iterator[Finding]:
    for index, product in enumerate(entry.own.produkte):
        name = products.get(product.nummer)
        if name is None:
            guess = nearest(product.nummer, products) or next(
                (number for number, called in products.items() if called == product.bezeichnung), None
            )
            yield Finding(Rule.BUDGET_PRODUCT, entry.at("produkte", index, "nummer"),
                          f"Das Haushaltsprodukt „{product.nummer}“ gibt es nicht.",
                          "eine Nummer aus konzept.yml, „haushaltsprodukte“", guess)  # fmt: skip
        elif product.bezeichnung and product.bezeichnung != name:
            yield Finding(Rule.BUDGET_PRODUCT, entry.at("produkte", index, "bezeichnung"),
                          f"Das Haushaltsprodukt „{product.nummer}“ heißt in konzept.yml „{name}“.",
                          "keine „bezeichnung“: Der Name steht in konzept.yml")  # fmt: skip


def _lists(entry: Entry, konzept: KonzeptDatei) -> Iterator[Finding]:
    """Budget products and key projects that konzept.yml lists twice."""
    numbers = [(("haushaltsprodukte", n, "nummer"), one.nummer) for n, one in enumerate(konzept.haushaltsprodukte)]
    projects = [
        (("bearbeitungsstaende", n, "schluesselvorhaben", m), number)
        for n, state in enumerate(konzept.bearbeitungsstaende)
        for m, number in enumerate(state.schluesselvorhaben)
    ]
    for found in (numbers, projects):
        first: dict[str, Origin] = {}
        for path, number in found:
            origin = entry.at(*path)
            before = first.setdefault(number, origin)
            if before is not origin and before.path[:-1] != origin.path[:-1]:
                yield Finding(Rule.REPEATED, origin, f"„{number}“ steht schon weiter oben (Zeile {LINE}).",
                              "jede Nummer einmal", beside=before)  # fmt: skip
