from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.steering import lateness
from kek_build.steering.coming import coming
from tests.example import Copy, load_musterkreis

_MEASURE = "massnahmen/2-1.yml"
_EVE = date(2025, 12, 31)


def _of_measure(copy: Copy, day: date = _EVE, months: int = 12) -> list[tuple[str, str, str | None]]:
    found = coming(copy.konzept(), day, months)
    return [(one.kind, str(one.when), one.text) for one in found if one.entry.ref == "2-1"]


_PLANNED = """\
geplant: {beginn: 01.01.2026, ende: 12/2026}
meilensteine: [{titel: Halb, geplant: Q2/2026}, {titel: Schon, geplant: Q2/2026, erreicht: 11/2025}]
aufgaben: [{text: Tun, bis: 03/2026}, {text: Getan, bis: 03/2026, erledigt: 30.12.2025}]
"""


def test_what_is_planned_after_the_day_is_to_come_the_soonest_first(copy: Copy) -> None:
    copy.append(_MEASURE, _PLANNED)
    assert _of_measure(copy) == [
        ("beginn", "1. Januar 2026", None),
        ("aufgabe", "März 2026", "Tun"),
        ("meilenstein", "2. Quartal 2026", "Halb"),
        ("ende", "Dezember 2026", None),
    ]


def test_it_is_to_come_as_long_as_its_last_day_has_not_passed(copy: Copy) -> None:
    copy.append(_MEASURE, "geplant: {ende: 2026}\n")
    assert _of_measure(copy, date(2026, 12, 30)) == [("ende", "2026", None)]
    assert _of_measure(copy, date(2026, 12, 31)) == []


def test_no_further_than_the_months_is_looked_ahead(copy: Copy) -> None:
    copy.append(_MEASURE, "geplant: {ende: 30.06.2026}\n")
    assert _of_measure(copy, months=6)
    assert not _of_measure(copy, date(2025, 12, 29), months=6)


@pytest.mark.parametrize("said", ["phase: eingestellt", "ersetzt_durch: 1-10", "phase: abgeschlossen"])
def test_nothing_is_to_come_of_what_is_over(copy: Copy, said: str) -> None:
    copy.append(_MEASURE, f"{_PLANNED}{said}\n")
    assert _of_measure(copy) == []


def test_what_has_begun_has_no_begin_to_come(copy: Copy) -> None:
    copy.append(_MEASURE, "phase: in Umsetzung\ngeplant: {beginn: 2026, ende: 2026}\n")
    assert _of_measure(copy) == [("ende", "2026", None)]


def test_indicators_and_announced_steps_are_told(copy: Copy) -> None:
    found = coming(copy.konzept(), date(2020, 1, 1), 12 * 30)
    assert {one.kind for one in found} >= {"werte", "ausblick"}
    (step,) = (one for one in found if one.kind == "ausblick")
    assert (step.text, step.entry.kind) == ("Nächste Fortschreibung", "konzept")


@given(day=st.dates(date(2019, 1, 1), date(2030, 12, 31)))
def test_nothing_is_late_and_to_come_at_once(day: date) -> None:
    for one in coming(load_musterkreis(), day, 1200):
        if one.entry.kind in {"massnahme", "schluesselvorhaben"}:
            late = {(item.kind, item.planned) for item in lateness(one.entry.own, day) if item.is_open}
            assert (one.kind, one.when) not in late
