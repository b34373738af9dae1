# Every number that a site gives of a county's progress is the one that comes out when its files are counted anew.
from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from kek_build import steering
from kek_build.assembly import Assembly
from kek_build.steering.targets import on_target
from tests.steering import ten_years
from tests.steering.conftest import On
from tests.steering.recount import (
    OVER,
    PHASES,
    QUESTIONS,
    STATUSES,
    County,
    Late,
    State,
    Time,
    answers,
    judged,
    lateness,
    state,
    told_by,
)

DAYS = (date(2018, 6, 30), date(2021, 1, 1), date(2024, 2, 29), None, date(2031, 3, 1))
"""The day after which everything is over, the one that follows from the content, and days in between."""
_KINDS = ("massnahmen", "schluesselvorhaben")


def _day(county: County, day: date | None) -> date:
    return day or county.newest.first


def _read(site: Assembly, path: str) -> bytes:
    (found,) = [output.content for output in site.data.outputs if output.path == path]
    return found


def _rows(site: Assembly, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, without the apostrophe that keeps spreadsheets from taking texts for dates."""
    table = csv.DictReader(io.StringIO(_read(site, f"daten/{name}.csv").decode("utf-8-sig")), delimiter=";")
    for row in table:
        yield {key: value.removeprefix("'") for key, value in row.items()}


def _html(site: Assembly, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(site.page(path).html)


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
    (row,) = _rows(site_on(day), "konzept")
    assert row["stichtag"] == _day(county, day).isoformat()


# Each measure and key project


_LATE = {"ende": "Ende überfällig", "beginn": "Beginn überfällig", "beendet": "später beendet",
         "begonnen": "später begonnen"}  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_tables_tell_phase_status_and_delay_of_each(county: County, site_on: On, day: date | None) -> None:
    told = {
        row["nummer"]: (row["aktuelle_phase"], row["aktueller_status"], row["verzug"])
        for kind in _KINDS for row in _rows(site_on(day), kind)
    }  # fmt: skip
    expected = {}
    for number, thing in county.things.items():
        now, late = state(thing, _day(county, day)), lateness(thing, _day(county, day))
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
    whole = json.loads(_read(site_on(day), "daten/zehnjahr.json"))
    for kind in _KINDS:
        for found in whole[kind]:
            thing = county.things[found["nummer"]]
            now, late = state(thing, _day(county, day)), lateness(thing, _day(county, day))
            expected = _as_json(now, late, _day(county, day), _Words())
            assert _from_json(found.get("am_stichtag", {})) == expected, found["nummer"]


_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember")  # fmt: skip


class _Words(dict[str, str]):
    """Times in words, by how they are written."""

    def __missing__(self, text: str) -> str:
        text = text.replace("–", "/")
        if re.fullmatch(r"\d{4}(/\d{4})?", text):
            return text
        if quarter := re.fullmatch(r"Q(\d)/(\d{4})", text):
            return f"{quarter[1]}. Quartal {quarter[2]}"
        parts = [int(part) for part in re.split(r"[./-]", text)]
        if parts[0] > 1000:
            parts.reverse()
        *day, month, year = parts
        return f"{day[0]}. {_MONTHS[month - 1]} {year}" if day else f"{_MONTHS[month - 1]} {year}"


@pytest.mark.parametrize("day", DAYS)
def test_the_page_of_each_shows_its_tags_and_what_is_late(county: County, site_on: On, day: date | None) -> None:
    site, words = site_on(day), _Words()
    for number in (*list(county.measures)[::9], *county.projects):
        thing, section = county.things[number], _KINDS[number in county.projects]
        page = _html(site, f"{section}/{number.lower()}/")
        now, late = state(thing, _day(county, day)), lateness(thing, _day(county, day))
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
    for kind, things in zip(_KINDS, (county.measures, county.projects), strict=True):
        page = _html(site_on(day), f"{kind}/")
        states = {number: state(thing, _day(county, day)) for number, thing in things.items()}
        for name in ("phase", "status"):
            options = [option.text() for option in page.css(f"select[name={name}] option")[1:]]
            counted = Counter(getattr(found, name) or "nicht angegeben" for found in states.values())
            told: Counter[str] = Counter()
            for option in options:
                word, _, number_of = option.removesuffix(")").rpartition(" (")
                told["nicht angegeben" if word == "beendet" else word] += int(number_of)
            assert told == counted
        shown = {}
        for row in page.css(".kek-row"):
            number, facts = row.css_first(".kek-number"), row.css_first(".kek-via")
            assert number is not None
            words = facts.text().split(" · ") if facts else []
            shown[number.text()] = tuple(word for word in words if word in _WORDS)
        assert shown == {number: tuple(filter(None, (found.phase, found.status))) for number, found in states.items()}


_WORDS = {*PHASES, *STATUSES}


# The Umsetzungsstand


def _scope_id(county: County, scope: str) -> str:
    """What the data call the concept, a field or a goal."""
    if scope == "konzept":
        return scope
    return f"handlungsfelder/{scope}" if scope in county.fields else f"ziele/{scope}"


@pytest.mark.parametrize("day", DAYS)
def test_every_number_of_the_table_is_the_one_counted_anew(county: County, site_on: On, day: date | None) -> None:
    told = {
        (row["bereich"], row["frage"], row["klasse"]): tuple(
            int(row[name]) for name in ("schluesselvorhaben", "massnahmen", "zusammen")
        )
        for row in _rows(site_on(day), "umsetzungsstand")
    }
    numbers = county.numbers(_day(county, day))
    assert told == {(_scope_id(county, scope), about, name): n for (scope, about, name), n in numbers.items()}


@pytest.mark.parametrize("day", DAYS)
def test_every_number_of_the_file_is_the_one_counted_anew(county: County, site_on: On, day: date | None) -> None:
    read = json.loads(_read(site_on(day), "daten/umsetzungsstand.json"))
    told: dict[tuple[str, str, str], tuple[int, ...]] = {}
    for scope in read["bereiche"]:
        rows = {("gezählt", "alle"): scope["gezaehlt"]}
        rows |= {(key, name): n for key in QUESTIONS for name, n in scope[key].items()}
        rows |= {("nicht gezählt", name): n for name, n in scope["nicht_gezaehlt"].items()}
        told |= {(scope["id"], *about): tuple(n.values()) for about, n in rows.items()}
    numbers = county.numbers(_day(county, day))
    assert told == {(_scope_id(county, scope), about, name): n for (scope, about, name), n in numbers.items()}
    assert read["aufgehoben"] == {"schluesselvorhaben": 1, "massnahmen": 2, "zusammen": 3}
    assert read["stichtag"]["tag"] == _day(county, day).isoformat()


@pytest.mark.parametrize("day", DAYS)
def test_what_is_counted_says_itself_in_which_classes_it_is(county: County, site_on: On, day: date | None) -> None:
    rows = {row["id"].partition("/")[2]: row for row in _rows(site_on(day), "umsetzungsstand_vorhaben")}
    scopes = county.scopes()
    words = _Words()
    assert rows.keys() == county.things.keys()
    for number, row in rows.items():
        thing, at = county.things[number], _day(county, day)
        now, late, classes = state(thing, at), lateness(thing, at), answers(thing, at)
        assert {key: row[f"klasse_{key}"] for key in QUESTIONS} == classes
        apart = [name for key, name in _APART.items() if key in thing]
        assert (row["zaehlt"], row["verbleib"]) == ("nein" if apart else "ja", "".join(apart))
        assert (row["phase_seit"], row["status_seit"]) == tuple(
            words[when] if when else "" for when in (now.phase_since, now.status_since)
        )
        for column, is_open in (("ueberfaellig", True), ("spaeter", False)):
            parts = [f"{one.kind}: {one.by}" for one in late if (one.actual is None) is is_open]
            assert row[column] == "; ".join(parts), number
        news = [Time(one["datum"]) for one in told_by(thing, at)]
        newest = {words[one.text] for one in news if one.first == news[-1].first}
        assert row["letzte_nachricht"] in (newest or {""}), number
        assert set(filter(None, row["handlungsfelder"].split("; "))) == {
            f"handlungsfelder/{field}" for field in county.fields if number in scopes[field]
        }
        assert set(filter(None, row["ziele"].split("; "))) == {
            f"ziele/{goal}" for goal in county.goals if number in scopes[goal]
        }


_APART = {"ersetzt_durch": "ersetzt", "zusammengefuehrt_mit": "zusammengeführt"}


# Any day, and other counties


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
