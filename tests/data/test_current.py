# What follows from the content on the reference day, in the JSON files.
from __future__ import annotations

import json
from datetime import date
from typing import Any

from kek_build.data.current import current
from kek_build.data.source import Source
from kek_build.pages.build import workshops
from tests.example import OPTIONS, load_musterkreis


def _thing(files: dict[str, bytes], path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[f"{path}/daten.json"])["inhalt"]
    return found


def _on(day: date, ref: str) -> dict[str, Any]:
    """What follows for a thing of the example on another day."""
    konzept = load_musterkreis()
    (shop,) = workshops([konzept], OPTIONS.model_copy(update={"stichtag": day}))
    found: dict[str, Any] = current(Source(shop), konzept[ref]).get("am_stichtag", {})
    return found


def test_a_thing_tells_how_it_stands_and_since_when(files: dict[str, bytes]) -> None:
    found = _thing(files, "massnahmen/1-10")["am_stichtag"]
    since = {"text": "März 2023", "von": "2023-03-01", "bis": "2023-03-31", "genauigkeit": "monat"}
    assert (found["phase"], found["phase_seit"]) == ("in Vorbereitung", since)
    assert (found["status"], found["status_seit"]) == ("gefährdet", since)
    assert found["status_grund"] == "Das Geld <reicht> nicht, sagt Bauamt."


def test_what_was_written_stays_beside_it_as_it_is(files: dict[str, bytes]) -> None:
    found = _thing(files, "massnahmen/1-10")
    assert found["aktualisierungen"][0]["phase"] == "in Vorbereitung"
    assert found["phase"] == "geplant"  # as it was adopted


def test_what_is_late_tells_by_how_much_and_on_which_day_that_was_measured(files: dict[str, bytes]) -> None:
    found = _thing(files, "massnahmen/1-10")["am_stichtag"]
    planned = {"text": "2022", "von": "2022-01-01", "bis": "2022-12-31", "genauigkeit": "jahr"}
    assert found["verzug"] == [
        {"was": "beginn", "offen": True, "geplant": planned, "um": "1 Jahr", "anzahl": 1, "einheit": "jahr"}
    ]
    assert found["stichtag"] == "2023-06-01"
    assert _on(date(2025, 2, 1), "1-10")["verzug"][0]["um"] == "3 Jahre"


def test_without_something_overdue_no_day_is_told_so_another_day_changes_nothing() -> None:
    early, late = _on(date(2024, 1, 1), "2-1"), _on(date(2030, 1, 1), "2-1")
    assert early == late
    assert "stichtag" not in _on(date(2022, 6, 1), "1-10")


def test_the_concept_tells_the_day_and_how_it_came_about(files: dict[str, bytes]) -> None:
    whole = json.loads(files["daten/musterkreis.json"])
    assert whole["konzept"]["stichtag"]["tag"] == "2023-06-01"
    assert whole["konzept"]["stichtag"]["herkunft"] == "die neueste Angabe im Konzept"
    (measure,) = [one for one in whole["massnahmen"] if one["nummer"] == "1-10"]
    assert measure["am_stichtag"] == _thing(files, "massnahmen/1-10")["am_stichtag"]


def test_other_things_have_nothing_of_it(files: dict[str, bytes]) -> None:
    assert "am_stichtag" not in _thing(files, "handlungsfelder/i")
