# What is listed: only what is counted, the longest overdue and the newest first, and what comes next before what was.
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from kek_build.concept import Entry, Konzept
from kek_build.concept.entries import CONCEPT_REF
from kek_build.models.dates import Datum
from kek_build.steering import Classes, Late, classes_of, lateness, scope_of, state_of
from kek_build.steering.agenda import Agenda, agenda, times_of
from tests.example import Copy

_DAY = date(2026, 6, 1)


@dataclass(frozen=True)
class _Stand:
    classes: Classes
    late: tuple[Late, ...]
    newest: Datum | None


def _stand(entry: Entry, day: date) -> _Stand:
    model = entry.model
    state, late = state_of(model, day), lateness(model, day)
    told = sorted((news.datum for news in model.aktualisierungen if news.datum.first <= day), key=lambda one: one.first)
    return _Stand(classes_of(model, state, late, day), late, told[-1] if told else None)


def _listed(konzept: Konzept, day: date = _DAY, ref: str = CONCEPT_REF) -> Agenda:
    return agenda(scope_of(konzept, konzept[ref]), day, lambda entry: _stand(entry, day))


@pytest.fixture
def konzept(copy: Copy) -> Konzept:
    """Five measures of which something is known beside what the example says."""
    said = {
        "3-1": "geplant: {beginn: 2024, ende: 2024}\naktualisierungen: [{datum: 03/2026, text: Neu.}]",
        "3-2": "geplant: {ende: 11/2023}\naktualisierungen: [{datum: 05/2026, text: Neu.}]",
        "3-3": "geplant: {ende: 2027}",
        "3-4": "geplant: {ende: 2022}\ntatsaechlich: {ende: 2023}",
        "3-5": "geplant: {ende: 2020}\nersetzt_durch: 3-1\naktualisierungen: [{datum: 05/2026, text: Neu.}]",
    }
    copy.write("handlungsfelder/III.yml", "nummer: III\ntitel: Neues\n")
    for number, text in said.items():
        copy.write(f"massnahmen/{number}.yml", f"nummer: {number}\ntitel: Weg\nhandlungsfeld: III\n{text}\n")
    return copy.konzept()


def test_what_is_longest_overdue_comes_first_and_the_newest_news(konzept: Konzept) -> None:
    found = _listed(konzept, ref="III")
    assert found.overdue == ("3-2", "3-1")
    assert found.new == ("3-2", "3-1")
    assert found.came_late == ("3-4",)


def test_what_comes_next_stands_before_what_was_last(konzept: Konzept) -> None:
    assert _listed(konzept, ref="III").dated == ("3-3", "3-1", "3-4", "3-2")


def test_a_list_is_as_long_as_its_class_is_large(konzept: Konzept) -> None:
    for day in (date(2021, 1, 1), date(2024, 6, 1), _DAY):
        for ref in (CONCEPT_REF, "I", "II", "III"):
            found = _listed(konzept, day, ref)
            counted = [_stand(thing, day).classes for thing in scope_of(konzept, konzept[ref]).things]
            counted = [classes for classes in counted if classes.apart is None]
            assert len(found.overdue) == [classes.termine for classes in counted].count("überfällig")
            assert len(found.came_late) == [classes.termine for classes in counted].count("später als geplant")
            assert len(found.new) == [classes.neues for classes in counted].count("in den letzten 12 Monaten")


def test_only_what_has_a_begin_or_an_end_is_drawn(konzept: Konzept) -> None:
    dated = _listed(konzept).dated
    assert set(dated) == {"I.1", "1-10", "3-1", "3-2", "3-3", "3-4"}
    assert all(times_of(konzept[ref].model) for ref in dated)
