# Every number of the Umsetzungsstand is the one that comes out when the files of a county are counted anew.
from __future__ import annotations

import json
from datetime import date

import pytest

from tests.steering.conftest import On
from tests.steering.recount import QUESTIONS, County, Time, answers, lateness, state, told_by
from tests.steering.told import DAYS, Words, day_of, file_of, table


def _scope_id(county: County, scope: str) -> str:
    """What the data call the concept, a field or a goal."""
    if scope == "konzept":
        return scope
    return f"handlungsfelder/{scope}" if scope in county.fields else f"ziele/{scope}"


def _plain(about: str) -> str:
    """What a number is about, as a key."""
    return about.replace("ä", "ae").replace(" ", "_")


@pytest.mark.parametrize("day", DAYS)
def test_every_number_of_the_table_is_the_one_counted_anew(county: County, site_on: On, day: date | None) -> None:
    told = {
        (row["bereich"], _plain(row["frage"]), row["klasse"]): tuple(
            int(row[name]) for name in ("schluesselvorhaben", "massnahmen", "zusammen")
        )
        for row in table(site_on(day), "umsetzungsstand")
    }
    numbers = county.numbers(day_of(county, day))
    assert told == {(_scope_id(county, scope), about, name): n for (scope, about, name), n in numbers.items()}


@pytest.mark.parametrize("day", DAYS)
def test_every_number_of_the_file_is_the_one_counted_anew(county: County, site_on: On, day: date | None) -> None:
    read = json.loads(file_of(site_on(day), "daten/umsetzungsstand.json"))
    told: dict[tuple[str, str, str], tuple[int, ...]] = {}
    for scope in read["bereiche"]:
        rows = {("gezaehlt", "alle"): scope["gezaehlt"]}
        rows |= {(key, name): n for key in QUESTIONS for name, n in scope[key].items()}
        rows |= {("nicht_gezaehlt", name): n for name, n in scope["nicht_gezaehlt"].items()}
        told |= {(scope["id"], *about): tuple(n.values()) for about, n in rows.items()}
    numbers = county.numbers(day_of(county, day))
    assert told == {(_scope_id(county, scope), about, name): n for (scope, about, name), n in numbers.items()}
    assert read["aufgehoben"] == {"schluesselvorhaben": 1, "massnahmen": 2, "zusammen": 3}
    assert read["stichtag"]["tag"] == day_of(county, day).isoformat()


@pytest.mark.parametrize("day", DAYS)
def test_what_is_counted_says_itself_in_which_classes_it_is(county: County, site_on: On, day: date | None) -> None:
    rows = {row["id"].partition("/")[2]: row for row in table(site_on(day), "umsetzungsstand_vorhaben")}
    scopes = county.scopes()
    words = Words()
    assert rows.keys() == county.things.keys()
    for number, row in rows.items():
        thing, at = county.things[number], day_of(county, day)
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
