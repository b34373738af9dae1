# Every number on the pages of the Umsetzungsstand is the one that comes out when the files of a county are counted
# anew, and leads to a list that is as long.
from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.assembly import Assembly
from tests.steering.conftest import On
from tests.steering.recount import QUESTIONS, County, Time, a_year_before, answers, lateness, told_by
from tests.steering.recount_figures import judged
from tests.steering.told import DAYS, KINDS, Words, day_of, file_of, page_of, table

_COLUMNS = (*KINDS[::-1], "zusammen")


def _paths(county: County) -> dict[str, str]:
    """The page of the concept and those of its fields, by what they count."""
    return {"konzept": "umsetzungsstand/"} | {field: f"umsetzungsstand/{field.lower()}/" for field in county.fields}


def _scope(node: LexborNode) -> str:
    """What a number counts: the nearest element around it says so."""
    above: LexborNode | None = node
    while above is not None and "data-bereich" not in above.attributes:
        above = above.parent
    assert above is not None
    return (above.attributes["data-bereich"] or "").rpartition("/")[2]


def _numbers(page: LexborHTMLParser) -> Iterator[tuple[LexborNode, tuple[str, str, str], int, int]]:
    """Each number of a page: where it stands, what it counts, in which column, and what it says."""
    for node in page.css("[data-frage]:not([data-art=kennzahlen])"):
        about, name, kind = (node.attributes[f"data-{key}"] or "" for key in ("frage", "klasse", "art"))
        yield node, (_scope(node), about, name), _COLUMNS.index(kind), int(node.text())


@pytest.mark.parametrize("day", DAYS)
def test_every_number_on_the_pages_is_the_one_counted_anew(county: County, site_on: On, day: date | None) -> None:
    expected = county.numbers(day_of(county, day))
    seen = set()
    for path in _paths(county).values():
        for _, key, column, told in _numbers(page_of(site_on(day), path)):
            assert told == expected[key][column], (path, key)
            seen.add((key, column))
    # All are shown of the concept and of its fields, and of each goal what is in any phase.
    for key, counts in expected.items():
        scope, about, _ = key
        if scope in county.goals:
            missing = [(key, n) for n in (0, 1) if about == "phase" and counts[n] and (key, n) not in seen]
        else:
            missing = [(key, n) for n in range(3) if about != "nicht_gezaehlt" and (key, n) not in seen]
        assert missing == []


@pytest.mark.parametrize("day", DAYS[2:4])
def test_every_number_leads_to_a_list_that_is_as_long(county: County, site_on: On, day: date | None) -> None:
    registers = {kind: _rows(page_of(site_on(day), f"{kind}/")) for kind in KINDS}
    followed = 0
    for path in _paths(county).values():
        for node, key, _, told in _numbers(page_of(site_on(day), path)):
            if href := node.attributes.get("href"):
                target = urlsplit(href)
                kind = target.path.strip("./")
                wanted = parse_qsl(target.query)
                rows = [row for row in registers[kind].values() if all(value in row[name] for name, value in wanted)]
                assert len(rows) == told, (path, key, href)
                followed += 1
    assert followed > 200


def _rows(register: LexborHTMLParser) -> dict[str, dict[str, set[str]]]:
    """What is in a register, each with the values that it can be found by; it may stand in several rows."""
    filters = {
        select.attributes["name"] or "": [option.attributes["value"] or "" for option in select.css("option")[1:]]
        for select in register.css("select")
        if select.attributes["name"] != "sortierung"
    }
    found: dict[str, dict[str, set[str]]] = {}
    for row in register.css("[data-values]"):
        number, given = row.css_first(".kek-number"), (row.attributes["data-values"] or "").split(" ")
        assert number is not None
        found[number.text()] = {
            name: {values[int(place)] for place in places.split(",")}
            for (name, values), places in zip(filters.items(), given, strict=True)
        }
    return found


@pytest.mark.parametrize("day", DAYS)
def test_every_picture_tells_in_words_the_numbers_counted_anew(county: County, site_on: On, day: date | None) -> None:
    expected = county.numbers(day_of(county, day))
    for scope, path in _paths(county).items():
        page = page_of(site_on(day), path)
        told = {node.id: node.text() for node in page.css("svg desc")}
        total = expected[scope, "gezaehlt", "alle"][2]
        for key, classes in QUESTIONS.items():
            counts = [(name, expected[scope, key, name][2]) for name in classes]
            if counts[0][1] < total:
                words = ", ".join(f"{name} {count}" for name, count in counts if count)
                assert _plain(told[f"bild-{key}-beschreibung"]).endswith(f": {words}."), (path, key)
        overview = "; ".join(
            f"{title}: ohne Angabe {none}, mit Angabe {total - none}".replace("ohne Angabe 0, ", "").replace(
                ", mit Angabe 0", ""
            )
            for key, title in (("phase", "Phase"), ("status", "Status"), ("termine", "Termine"), ("neues", "Neues"))
            for none in (expected[scope, key, QUESTIONS[key][0]][2],)
        )
        assert _plain(told["angaben-beschreibung"]) == f"{overview}."


def _plain(text: str) -> str:
    """Without the classes that nothing is in."""
    return re.sub(r"(?:, )?[\w äöüß]+ 0(?=[,.;])", "", text).replace(": , ", ": ")


@pytest.mark.parametrize("day", DAYS)
def test_indicators_are_counted_and_listed_as_judged_anew(county: County, site_on: On, day: date | None) -> None:
    at = day_of(county, day)
    for scope, path in _paths(county).items():
        expected = {f"Zahl {name}": judged(county.indicators[name], at) for name in county.indicators_of(scope)}
        page = page_of(site_on(day), path)
        told = {node.attributes["data-klasse"]: int(node.text()) for node in page.css("[data-art=kennzahlen]")}
        assert told == Counter(expected.values()), path
        (section,) = page.css("section[aria-labelledby=kennzahlen]")
        rows = [[cell.text() for cell in row.css("th, td")] for row in section.css("tbody tr")]
        assert {cells[0]: cells[1] for cells in rows} == expected
        missing = re.search(r"Bei (\d+) von (\d+) lässt", section.text())
        assert missing is not None
        assert (int(missing[1]), int(missing[2])) == (told.get("ohne Angabe", 0), len(expected))


# Sentences and lists


@pytest.mark.parametrize("day", DAYS)
def test_every_sentence_counts_as_the_tables_do(county: County, site_on: On, day: date | None) -> None:
    expected = county.numbers(day_of(county, day))
    where = _paths(county) | {field: f"handlungsfelder/{field.lower()}/" for field in county.fields}
    where |= {goal: f"ziele/{goal}/" for goal in county.goals}
    for scope, path in (*_paths(county).items(), *where.items()):
        projects, measures, total = expected[scope, "gezaehlt", "alle"]
        text = _text(page_of(site_on(day), path))
        found = re.search(
            r"(?:nennt|gehören?|dienen?) (?:(\d+|ein) Schlüsselvorhaben)?(?: und )?(?:(\d+|eine) Maßnahmen?)?\. "
            r"(?:Bei (\d+) von (\d+) ist|Bei (allen) ist|Wie weit|Phase)[^.]*\.(?: Abgeschlossen: (\d+) von (\d+))?",
            text,
        )
        if not total:
            assert found is None
            continue
        assert found is not None, (path, total)
        assert (_count(found[1]), _count(found[2])) == (projects, measures), path
        if found[6]:
            missing = 0 if found[5] else int(found[3])
            done = expected[scope, "phase", "abgeschlossen"][2]
            assert (missing, int(found[6])) == (expected[scope, "phase", "ohne Angabe"][2], done), path
            assert {int(number) for number in (found[4], found[7]) if number} == {total}


def _count(word: str | None) -> int:
    return 0 if word is None else 1 if word.startswith("ein") else int(word)


def _text(page: LexborHTMLParser) -> str:
    return " ".join((page.body.text(separator=" ") if page.body else "").split())


def _listed(site: Assembly, path: str, key: str) -> Iterator[tuple[str, str]]:
    """The things in a list of a page, each with what is told of it."""
    for row in page_of(site, path).css(f"section[aria-labelledby={key}] .kek-row"):
        number = row.css_first(".kek-number")
        assert number is not None
        yield number.text(), " ".join(text.text() for text in row.css(".kek-row__text"))


_LISTS = {
    "ueberfaellig": ("termine", "überfällig"),
    "spaeter": ("termine", "später als geplant"),
    "zuletzt": ("neues", "in den letzten 12 Monaten"),
}
"""Which class each list holds."""


@pytest.mark.parametrize("day", DAYS)
def test_lists_hold_what_is_overdue_late_or_new_and_say_by_how_much(
    county: County, site_on: On, day: date | None
) -> None:
    at, words = day_of(county, day), Words()
    scopes, numbers = county.scopes(), county.numbers(at)
    for scope, path in _paths(county).items():
        for key, (question, name) in _LISTS.items():
            listed = list(_listed(site_on(day), path, key))
            assert len({number for number, _ in listed}) == len(listed)
            assert len(listed) == min(20, numbers[scope, question, name][2]), (path, key)
            for number, told in listed:
                thing = county.things[number]
                assert number in scopes[scope]
                assert answers(thing, at)[question] == name
                if key == "zuletzt":
                    news = [one for one in told_by(thing, at) if Time(one["datum"]).last >= a_year_before(at)]
                    assert any(f"{words[one['datum']]}: {one['text']}" in told for one in news), number
                    more = re.search(r"Dazu (\d+|eine) weitere", told)
                    assert (_count(more[1]) if more else 0) == len(news) - 1, number
                else:
                    for one in lateness(thing, at):
                        if key == "spaeter" or one.actual is None:
                            assert re.search(rf"\b{one.by}\b", told), (number, told)
                            assert words[one.planned] in told


@pytest.mark.parametrize("day", DAYS)
def test_the_table_of_times_tells_the_delay_of_each(county: County, site_on: On, day: date | None) -> None:
    at = day_of(county, day)
    for path in _paths(county).values():
        rows = page_of(site_on(day), path).css("section[aria-labelledby=zeiten] tbody tr")
        assert len(rows) > 10
        for row in rows:
            number = row.css_first(".kek-number")
            assert number is not None
            thing = county.things[number.text()]
            late = [one for one in lateness(thing, at) if one.kind not in {"meilenstein", "aufgabe"}]
            words = ", ".join(f"{one.by} {'überfällig' if one.actual is None else 'später'}" for one in late)
            assert row.css("td")[-1].text() == (words or "–"), number.text()


# As data


def _scope_id(county: County, scope: str) -> str:
    """What the data call the concept, a field or a goal."""
    if scope == "konzept":
        return scope
    return f"handlungsfelder/{scope}" if scope in county.fields else f"ziele/{scope}"


@pytest.mark.parametrize("day", DAYS)
def test_each_scope_has_its_indicators_each_judged_anew(county: County, site_on: On, day: date | None) -> None:
    at = day_of(county, day)
    states = {name: judged(indicator, at) for name, indicator in county.indicators.items()}
    expected = {(_scope_id(county, scope), f"kennzahlen/{name}"): states[name]
                for scope in county.scopes() for name in county.indicators_of(scope)}  # fmt: skip
    rows = table(site_on(day), "umsetzungsstand_kennzahlen")
    assert {(row["bereich"], row["kennzahl"]): row["stand"] for row in rows} == expected
    read = json.loads(file_of(site_on(day), "daten/umsetzungsstand.json"))
    assert {one["id"]: one["stand"] for one in read["kennzahlen"]} == {f"kennzahlen/{n}": s for n, s in states.items()}
    for scope in read["bereiche"]:
        own = {name for place, name in expected if place == scope["id"]}
        assert set(scope["gemessen_an"]) == own
        counted = Counter(expected[scope["id"], name] for name in own)
        assert {state: count for state, count in scope["kennzahlen"].items() if count} == counted
