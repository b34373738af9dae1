# How something stands on a day: the newest news by then, and before the first of them what the concept said.
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.models import Massnahme
from kek_build.models.massnahmen import CLOSED
from kek_build.steering import state_of, successors
from kek_build.steering.state import moved


def _measure(**said: Any) -> Massnahme:
    return Massnahme.model_validate({"nummer": "1-1", "titel": "Weg", "handlungsfeld": "I", **said})


def _news(*told: tuple[str, str | None, str | None]) -> list[dict[str, str]]:
    """News, each with its date, phase and status."""
    return [
        {"datum": when, "text": f"Text {number}", **({"phase": phase} if phase else {}),
         **({"status": status} if status else {})}
        for number, (when, phase, status) in enumerate(told)
    ]  # fmt: skip


_RUN = _measure(
    phase="geplant",
    status="im Plan",
    status_grund="Es ist beschlossen.",
    aktualisierungen=_news(
        ("2026", "abgeschlossen", None),
        ("03.05.2024", "in Umsetzung", None),
        ("Q2/2025", None, "verzögert"),
        ("06/2025", None, None),
    ),
)


@pytest.mark.parametrize(
    ("day", "phase", "status", "reason"),
    [
        (date(2020, 1, 1), "geplant", "im Plan", "Es ist beschlossen."),
        (date(2024, 5, 2), "geplant", "im Plan", "Es ist beschlossen."),
        (date(2024, 5, 3), "in Umsetzung", "im Plan", "Es ist beschlossen."),
        (date(2025, 3, 31), "in Umsetzung", "im Plan", "Es ist beschlossen."),
        (date(2025, 4, 1), "in Umsetzung", "verzögert", "Text 2"),
        (date(2025, 12, 31), "in Umsetzung", "verzögert", "Text 2"),
        (date(2026, 1, 1), "abgeschlossen", None, None),
        (date(2040, 1, 1), "abgeschlossen", None, None),
    ],
)
def test_each_of_phase_and_status_is_what_the_newest_news_said(
    day: date, phase: str, status: str | None, reason: str | None
) -> None:
    state = state_of(_RUN, day)
    assert (state.phase, state.status, state.reason) == (phase, status, reason)


def test_since_when_it_stands_so_is_the_date_of_the_news() -> None:
    state = state_of(_RUN, date(2025, 12, 31))
    assert (str(state.phase_since), str(state.status_since), str(state.since)) == (
        "3. Mai 2024", "2. Quartal 2025", "2. Quartal 2025",
    )  # fmt: skip
    assert state_of(_RUN, date(2020, 1, 1)).since is None


def test_of_two_on_one_day_the_later_in_the_file_holds() -> None:
    measure = _measure(aktualisierungen=_news(("2025", "in Vorbereitung", None), ("01.01.2025", "in Umsetzung", None)))
    assert state_of(measure, date(2025, 1, 1)).phase == "in Umsetzung"


def test_a_judgement_told_with_the_end_stays() -> None:
    measure = _measure(aktualisierungen=_news(("2025", "eingestellt", "gefährdet")))
    assert state_of(measure, date(2025, 1, 1)).words == ("eingestellt", "gefährdet")
    assert state_of(_measure(phase="abgeschlossen", status="im Plan", status_grund="x"), date(2025, 1, 1)).words == (
        "abgeschlossen", "im Plan",
    )  # fmt: skip


def test_what_is_taken_up_again_has_no_judgement_from_before_its_end() -> None:
    measure = _measure(
        aktualisierungen=_news(
            ("2023", "in Umsetzung", "ruht"), ("2024", "eingestellt", None), ("2025", "in Vorbereitung", None)
        )
    )
    assert state_of(measure, date(2025, 1, 1)).words == ("in Vorbereitung",)


def test_the_news_tell_newest_first_how_it_stood_from_then_on() -> None:
    assert [(news.text, state.phase, state.status) for news, state in moved(_RUN)] == [
        ("Text 0", "abgeschlossen", None),
        ("Text 3", "in Umsetzung", "verzögert"),
        ("Text 2", "in Umsetzung", "verzögert"),
        ("Text 1", "in Umsetzung", "im Plan"),
    ]


def test_what_was_replaced_names_its_successors() -> None:
    assert successors(_measure(ersetzt_durch="1-2", zusammengefuehrt_mit="1-3")) == ("1-2", "1-3")
    assert successors(_measure()) == ()


_PHASES = st.sampled_from([None, "geplant", "in Umsetzung", "Daueraufgabe", "abgeschlossen", "eingestellt"])
_STATUS = st.sampled_from([None, "im Plan", "verzögert", "ruht"])
_DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))
_TOLD = st.lists(st.tuples(_DAYS.map(date.isoformat), _PHASES, _STATUS), max_size=6)


@settings(deadline=None, max_examples=200)
@given(_TOLD, _DAYS)
def test_walking_through_the_news_day_by_day_gives_the_same(
    told: list[tuple[str, str | None, str | None]], day: date
) -> None:
    phase = status = None
    walked = date(2020, 1, 1)
    while walked <= day:
        for when, new_phase, new_status in told:
            if when == walked.isoformat():
                if new_phase:
                    phase = new_phase
                if new_status:
                    status = new_status
                elif new_phase in CLOSED:
                    status = None
        walked += timedelta(days=1)
    assert state_of(_measure(aktualisierungen=_news(*told)), day).words == tuple(filter(None, (phase, status)))


@settings(deadline=None, max_examples=100)
@given(_TOLD, _DAYS, _DAYS)
def test_what_was_told_later_changes_nothing_about_a_day(
    told: list[tuple[str, str | None, str | None]], day: date, later: date
) -> None:
    by_then = [one for one in told if one[0] <= day.isoformat()]
    after = (max(day + timedelta(days=1), later).isoformat(), "eingestellt", "ruht")
    known = state_of(_measure(aktualisierungen=_news(*by_then)), day)
    assert state_of(_measure(aktualisierungen=_news(*by_then, after)), day) == known
