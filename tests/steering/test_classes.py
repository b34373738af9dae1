# How things are sorted: each has one answer to each question, and what the content does not say is an answer, too.
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kek_build.models import Massnahme
from kek_build.steering import Classes, classes_of, lateness, state_of

_DAY = date(2026, 11, 28)


def _classes(day: date = _DAY, **said: Any) -> Classes:
    measure = Massnahme.model_validate({"nummer": "1-1", "titel": "Weg", "handlungsfeld": "I", **said})
    return classes_of(measure, state_of(measure, day), lateness(measure, day), day)


def _news(when: str, **said: str) -> dict[str, Any]:
    return {"aktualisierungen": [{"datum": when, "text": "Neu.", **said}]}


def test_of_what_nothing_is_said_nothing_is_made_up() -> None:
    assert _classes() == Classes("ohne Angabe", "ohne Angabe", "ohne Termine", "ohne Nachricht", None)


@pytest.mark.parametrize(
    ("said", "phase", "status"),
    [
        ({"phase": "in Umsetzung"}, "in Umsetzung", "ohne Angabe"),
        ({"status": "ruht", "status_grund": "x"}, "ohne Angabe", "ruht"),
        ({"phase": "abgeschlossen"}, "abgeschlossen", "beendet"),
        ({"phase": "eingestellt"}, "eingestellt", "beendet"),
        ({"phase": "abgeschlossen", "status": "verzögert", "status_grund": "x"}, "abgeschlossen", "verzögert"),
        (_news("2025", phase="Daueraufgabe", status="im Plan"), "Daueraufgabe", "im Plan"),
        (_news("2027", phase="Daueraufgabe", status="im Plan"), "ohne Angabe", "ohne Angabe"),
        ({"status": "im Plan", "status_grund": "x", **_news("2025", phase="abgeschlossen")},
         "abgeschlossen", "beendet"),
    ],
)  # fmt: skip
def test_phase_and_status_are_those_of_the_day(said: dict[str, Any], phase: str, status: str) -> None:
    found = _classes(**said)
    assert (found.phase, found.status) == (phase, status)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"geplant": {"ende": "2025"}}, "überfällig"),
        ({"geplant": {"ende": "2026"}}, "ohne Verzug"),
        ({"geplant": {"beginn": "2025"}}, "überfällig"),
        ({"geplant": {"beginn": "2025"}, "phase": "Daueraufgabe"}, "ohne Verzug"),
        ({"tatsaechlich": {"beginn": "2025"}}, "ohne Termine"),
        ({"geplant": {"ende": "2024"}, "tatsaechlich": {"ende": "2025"}}, "später als geplant"),
        ({"geplant": {"ende": "2024"}, "tatsaechlich": {"ende": "2024"}}, "ohne Verzug"),
        ({"geplant": {"ende": "2024"}, "phase": "abgeschlossen"}, "ohne Verzug"),
        ({"meilensteine": [{"titel": "Plan", "geplant": "2025"}]}, "überfällig"),
        ({"meilensteine": [{"titel": "Plan"}]}, "ohne Termine"),
        ({"aufgaben": [{"text": "Tun", "bis": "2025"}]}, "überfällig"),
        ({"aufgaben": [{"text": "Tun", "bis": "2027"}]}, "ohne Verzug"),
        ({"geplant": {"beginn": "2023"}, "tatsaechlich": {"beginn": "2024"},
          "meilensteine": [{"titel": "Plan", "geplant": "2025"}]}, "überfällig"),
    ],
)  # fmt: skip
def test_what_is_still_open_counts_before_what_came_late(said: dict[str, Any], expected: str) -> None:
    assert _classes(**said).termine == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("28.11.2026", "in den letzten 12 Monaten"),
        ("28.11.2025", "in den letzten 12 Monaten"),
        ("27.11.2025", "vor längerer Zeit"),
        ("11/2025", "in den letzten 12 Monaten"),
        ("10/2025", "vor längerer Zeit"),
        ("2025", "in den letzten 12 Monaten"),
        ("2024", "vor längerer Zeit"),
        ("29.11.2026", "ohne Nachricht"),
        ("2027", "ohne Nachricht"),
    ],
)
def test_news_is_new_for_a_year(when: str, expected: str) -> None:
    assert _classes(**_news(when)).neues == expected


@pytest.mark.parametrize(
    ("said", "apart"),
    [({"ersetzt_durch": "1-2"}, "ersetzt"), ({"zusammengefuehrt_mit": "1-2"}, "zusammengeführt"),
     ({"ersetzt_durch": "1-2", "zusammengefuehrt_mit": "1-2"}, "ersetzt")],
)  # fmt: skip
def test_what_goes_on_elsewhere_is_kept_apart(said: dict[str, Any], apart: str) -> None:
    assert _classes(**said).apart == apart
