# What a site tells of each measure and key project of a county is what comes out when its files are read anew.
from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kek_build import steering
from kek_build.steering.targets import on_target
from tests.steering import ten_years
from tests.steering.conftest import On
from tests.steering.recount import OVER, PHASES, STATUSES, County, Late, State, answers, lateness, state
from tests.steering.recount_figures import judged
from tests.steering.told import DAYS, KINDS, Words, day_of, file_of, page_of, table


def test_the_same_seed_gives_the_same_county_and_another_gives_another(county: County, tmp_path: Path) -> None:
    ten_years.write(tmp_path / "wieder")
    ten_years.write(tmp_path / "anders", seed=8)
    files = {path.relative_to(county.folder): path.read_bytes() for path in county.folder.rglob("*.*")}
    assert {path: (tmp_path / "wieder" / path).read_bytes() for path in files} == files
    assert any((tmp_path / "anders" / path).read_bytes() != content for path, content in files.items())


def test_the_county_holds_all_that_may_happen(county: County) -> None:
    day = county.newest.first
    states = [state(thing, day) for thing in county.things.values()]
    assert len(county.measures) == ten_years.MEASURES
    assert {found.phase or PHASES[0] for found in states} == set(PHASES)
    assert {late.kind for thing in county.things.values() for late in lateness(thing, day)} == {
        "ende", "beginn", "beendet", "begonnen", "meilenstein", "aufgabe",
    }  # fmt: skip
    units = {late.by.split()[1].rstrip("en") for thing in county.things.values() for late in lateness(thing, day)}
    assert units >= {"Tag", "Monat", "Quartal", "Jahr"}
    resumed = [
        thing
        for thing in county.things.values()
        if {"abgeschlossen", "in Umsetzung"} <= {one.get("phase") for one in thing.get("aktualisierungen", ())}
    ]
    assert any(state(thing, day).phase not in OVER for thing in resumed)


@pytest.mark.parametrize("day", DAYS)
def test_the_day_is_the_named_one_or_that_of_the_newest_news(county: County, site_on: On, day: date | None) -> None:
    (row,) = table(site_on(day), "konzept")
    assert row["stichtag"] == day_of(county, day).isoformat()


# Each measure and key project


_LATE = {"ende": "Ende überfällig", "beginn": "Beginn überfällig", "beendet": "später beendet",
         "begonnen": "später begonnen"}  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_tables_tell_phase_status_and_delay_of_each(county: County, site_on: On, day: date | None) -> None:
    told = {
        row["nummer"]: (row["aktuelle_phase"], row["aktueller_status"], row["verzug"])
        for kind in KINDS for row in table(site_on(day), kind)
    }  # fmt: skip
    expected = {}
    for number, thing in county.things.items():
        now, late = state(thing, day_of(county, day)), lateness(thing, day_of(county, day))
        words = "; ".join(f"{_LATE[one.kind]}: {one.by}" for one in late if one.kind in _LATE)
        expected[number] = (now.phase or "", now.status or "", words)
    assert told == expected


def _as_json(now: State, late: list[Late], day: date, texts: dict[str, str]) -> dict[str, Any]:
    told = {
        "phase": now.phase,
        "phase_seit": now.phase_since and texts[now.phase_since],
        "status": now.status,
        "status_seit": now.status_since and texts[now.status_since],
        "status_grund": now.reason,
        "verzug": [(one.kind, one.actual is None, texts[one.planned], one.actual and texts[one.actual], one.by)
                   for one in late],
        "stichtag": day.isoformat() if any(one.actual is None for one in late) else None,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}


def _from_json(found: dict[str, Any]) -> dict[str, Any]:
    told = {key: value["text"] if isinstance(value, dict) else value for key, value in found.items()}
    if "verzug" in found:
        told["verzug"] = [
            (one["was"], one["offen"], one["geplant"]["text"], one.get("tatsaechlich", {}).get("text"), one["um"])
            for one in found["verzug"]
        ]
        words = {"tag": "Tag", "monat": "Monat", "quartal": "Quartal", "jahr": "Jahr"}
        for one in found["verzug"]:
            assert re.fullmatch(rf"{one['anzahl']} {words[one['einheit']]}e?", one["um"])
    return told


@pytest.mark.parametrize("day", DAYS)
def test_json_tells_how_each_stands_since_when_and_what_is_late(county: County, site_on: On, day: date | None) -> None:
    whole = json.loads(file_of(site_on(day), "daten/zehnjahr.json"))
    for kind in KINDS:
        for found in whole[kind]:
            thing = county.things[found["nummer"]]
            now, late = state(thing, day_of(county, day)), lateness(thing, day_of(county, day))
            expected = _as_json(now, late, day_of(county, day), Words())
            assert _from_json(found.get("am_stichtag", {})) == expected, found["nummer"]


@pytest.mark.parametrize("day", DAYS)
def test_the_page_of_each_shows_its_tags_and_what_is_late(county: County, site_on: On, day: date | None) -> None:
    site, words = site_on(day), Words()
    for number in (*list(county.measures)[::9], *county.projects):
        thing, section = county.things[number], KINDS[number in county.projects]
        page = page_of(site, f"{section}/{number.lower()}/")
        now, late = state(thing, day_of(county, day)), lateness(thing, day_of(county, day))
        tags = [tag.text() for tag in page.css("header .kek-tag")]
        assert [tag for tag in tags if "nicht angegeben" not in tag] == [one for one in (now.phase, now.status) if one]
        delays = [dd.text() for dt, dd in zip(page.css(".kek-facts dt"), page.css(".kek-facts dt + dd"), strict=True)
                  if dt.text() == "Verzug"]  # fmt: skip
        whole = [one for one in late if one.kind in _LATE]
        assert len(delays) == bool(whole), number
        for one in whole:
            assert f"{one.by}. " in delays[0]
            assert words[one.planned] in delays[0]
        missed = Counter(one.by for one in late if one.kind in {"meilenstein", "aufgabe"})
        told = re.findall(r"Überfällig: (\d+ [A-Z][a-z]+)\.", page.body.text() if page.body else "")
        assert Counter(told) == missed, number


# Registers


@pytest.mark.parametrize("day", DAYS)
def test_registers_count_and_show_phase_and_status(county: County, site_on: On, day: date | None) -> None:
    for kind, things in zip(KINDS, (county.measures, county.projects), strict=True):
        page = page_of(site_on(day), f"{kind}/")
        states = {number: state(thing, day_of(county, day)) for number, thing in things.items()}
        for name in ("phase", "status"):
            options = [option.text() for option in page.css(f"select[name={name}] option")[1:]]
            classes = (answers(thing, day_of(county, day))[name] for thing in things.values())
            counted = Counter("nicht angegeben" if found == "ohne Angabe" else found for found in classes)
            assert Counter({o.rpartition(" (")[0]: int(o.rpartition(" (")[2][:-1]) for o in options}) == counted
        shown = {}
        for row in page.css(".kek-row"):
            number, facts = row.css_first(".kek-number"), row.css_first(".kek-via")
            assert number is not None
            words = facts.text().split(" · ") if facts else []
            shown[number.text()] = tuple(word for word in words if word in _WORDS)
        assert shown == {number: tuple(filter(None, (found.phase, found.status))) for number, found in states.items()}


_WORDS = {*PHASES, *STATUSES}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2015, 1, 1), date(2033, 12, 31)))
def test_on_any_day_all_stands_and_is_late_as_counted_anew(county: County, site_on: On, day: date) -> None:
    konzept = site_on(None).shops[0].konzept
    for number, thing in county.things.items():
        model, now = konzept[number].model, state(thing, day)
        found = steering.state_of(model, day)
        assert (found.phase, found.status, found.reason) == (now.phase, now.status, now.reason), number
        late = [(one.kind, one.by, one.is_open) for one in steering.lateness(model, day)]
        assert late == [(one.kind, one.by, one.actual is None) for one in lateness(thing, day)], number
    for name, indicator in county.indicators.items():
        assert on_target(konzept[f"kennzahlen/{name}"].model, day).state == judged(indicator, day), name
