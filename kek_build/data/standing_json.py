# The Umsetzungsstand as JSON: every number and everything that it was counted from, in one file for programs.
from __future__ import annotations

from typing import Any

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS
from kek_build.data.edition import Edition
from kek_build.data.json_files import about, document
from kek_build.data.shape import moment
from kek_build.data.source import Source
from kek_build.pages.addresses import STANDING_JSON
from kek_build.pages.standing import day_of, standing, tally_of
from kek_build.pages.umsetzungsstand_kennzahlen import counts_of, targets_of
from kek_build.steering import Count, Late, Scope, Tally, fields_of, goals_of, scopes
from kek_build.steering.classes import QUESTIONS, WINDOW
from kek_build.steering.freshness import months_before

NAME = STANDING_JSON


def standing_json(edition: Edition) -> bytes:
    """The Umsetzungsstand of a concept.

    Returns:
        An object with

        - `ausgabe`: which concept and edition it is, as in the other files;
        - `stichtag`: `tag`, `angabe` (as precise as it is known) and `herkunft` (how it came about);
        - `regeln`: `gewicht` (each thing counts 1) and `neu_ab` (from when on news is new);
        - `fragen`: for each question (`phase`, `status`, `termine`, `neues`) its `klassen`; the first is that the
          content does not say;
        - `bereiche`: the concept, each field and each goal: `id`, `art`, `gezaehlt`, an object for each question with
          the numbers of its classes, `nicht_gezaehlt` (`ersetzt`, `zusammengeführt`), and `vorhaben`, the ids of what
          belongs to it, also of what is not counted. A number is `{schluesselvorhaben, massnahmen, zusammen}`. Of the
          indicators `kennzahlen`, how many stand how, and `gemessen_an`, their ids;
        - `kennzahlen`: each indicator: `id`, `stand`, `begruendung`;
        - `aufgehoben`: how many key projects and measures were dissolved and stand nowhere any more;
        - `vorhaben`: each key project and measure: `id`, `art`, `titel`, `handlungsfelder`, `ziele`, `zaehlt`,
          `verbleib`, its class for each question, and what that follows from: `phase_seit`, `status_seit`,
          `status_grund`, `letzte_nachricht`, `ueberfaellig` and `spaeter` (`was`, `geplant`, `tatsaechlich`, `um`),
          `geplant` and `tatsaechlich` (`beginn`, `ende`).
    """
    source = edition.source
    konzept, day = source.konzept, day_of(source.shop)
    stones = [stone.kind for stone in konzept.former.tombstones.values()]
    return document(
        {
            "ausgabe": about(edition),
            "stichtag": {"tag": day.day.isoformat(), "angabe": moment(day.told), "herkunft": day.why},
            "regeln": {"gewicht": 1, "neu_ab": months_before(day.day, WINDOW).isoformat()},
            "fragen": {question.key: {"titel": question.title, "klassen": question.classes} for question in QUESTIONS},
            "bereiche": [_scope(source, scope, tally_of(source.shop, scope.entry)) for scope in scopes(konzept)],
            "aufgehoben": _count(Count(*(stones.count(kind) for kind in IN_PROGRESS))),
            "kennzahlen": [
                {"id": source.id(konzept[one.ref]), "stand": one.state, "begruendung": one.told}
                for one in targets_of(source.shop, konzept[CONCEPT_REF])
            ],
            "vorhaben": [_thing(source, entry) for kind in IN_PROGRESS for entry in konzept.of_kind(kind)],
        }
    )


def _count(count: Count) -> dict[str, int]:
    return {"schluesselvorhaben": count.projects, "massnahmen": count.measures, "zusammen": count.total}


def _scope(source: Source, scope: Scope, found: Tally) -> dict[str, Any]:
    return {
        "id": source.id(scope.entry),
        "art": scope.entry.kind,
        "titel": source.title(scope.entry),
        "gezaehlt": _count(found.counted),
        **{key: {name: _count(count) for name, count in classes.items()} for key, classes in found.classes.items()},
        "nicht_gezaehlt": {name: _count(count) for name, count in found.apart.items()},
        "kennzahlen": dict(counts_of(targets_of(source.shop, scope.entry))),
        "vorhaben": [source.id(thing) for thing in scope.things],
        "gemessen_an": [source.id(indicator) for indicator in scope.indicators],
    }


def _thing(source: Source, entry: Entry) -> dict[str, Any]:
    found = standing(source.shop, entry)
    state, model = found.state, entry.model
    return {
        "id": source.id(entry),
        "art": entry.kind,
        "titel": source.title(entry),
        "handlungsfelder": [source.id(field) for field in fields_of(source.konzept, entry)],
        "ziele": [source.id(goal) for goal in goals_of(source.konzept, entry)],
        "zaehlt": found.classes.apart is None,
        "verbleib": found.classes.apart,
        **{question.key: found.classes.of(question) for question in QUESTIONS},
        "phase_seit": state.phase_since and moment(state.phase_since),
        "status_seit": state.status_since and moment(state.status_since),
        "status_grund": source.words(state.reason) if state.reason else None,
        "letzte_nachricht": found.newest and moment(found.newest),
        "ueberfaellig": [_late(late) for late in found.late if late.is_open],
        "spaeter": [_late(late) for late in found.late if not late.is_open],
        **{key: _span(getattr(model, key)) for key in ("geplant", "tatsaechlich")},
    }


def _late(late: Late) -> dict[str, Any]:
    return {
        "was": late.kind,
        "geplant": moment(late.planned),
        "tatsaechlich": late.actual and moment(late.actual),
        "um": late.by,
    }


def _span(span: Any) -> dict[str, Any] | None:
    if span is None:
        return None
    return {key: (when := getattr(span, key)) and moment(when) for key in ("beginn", "ende")}
