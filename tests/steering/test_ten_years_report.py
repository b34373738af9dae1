# Every number of a report to the council is the one that comes out when the files of a county are read anew.
from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kek_build.assembly import Assembler
from kek_build.site import Site
from tests.example import HISTORY, OPTIONS
from tests.steering.recount import (
    NOT_BEGUN,
    OVER,
    County,
    Late,
    Thing,
    Time,
    answers,
    lateness,
    state,
    time_of,
    told_by,
)

_APART = {"ersetzt_durch", "zusammengefuehrt_mit"}


def _text(node: LexborNode | LexborHTMLParser, selector: str) -> str:
    found = node.css_first(selector)
    assert found is not None
    return found.text()


class Report:
    """The report of a year, as its page and as it is counted anew."""

    def __init__(self, county: County, year: int, page: LexborHTMLParser) -> None:
        self.county, self.page = county, page
        self.first, self.last = date(year, 1, 1), date(year, 12, 31)
        self.eve = self.first - timedelta(days=1)

    def has(self, when: Time | None) -> bool:
        """Whether something of that time counts in the year: by the first day that it can mean."""
        return when is not None and self.first <= when.first <= self.last

    def began(self, thing: Thing) -> bool:
        if begin := time_of(thing, "tatsaechlich", "beginn"):
            return self.has(begin)
        return any(
            before in NOT_BEGUN and after not in {None, *NOT_BEGUN, *OVER} for before, after in self._phases(thing)
        )

    def ended(self, thing: Thing) -> bool:
        if end := time_of(thing, "tatsaechlich", "ende"):
            return self.has(end)
        return state(thing, self.last).phase in OVER and state(thing, self.eve).phase not in OVER

    def _phases(self, thing: Thing) -> Iterator[tuple[str | None, str | None]]:
        """The phase before and after each piece of news of the year."""
        phase = state(thing, self.eve).phase
        for news in told_by(thing, self.last):
            if self.has(Time(news["datum"])):
                before, phase = phase, news.get("phase", phase)
                yield before, phase

    def late(self, thing: Thing, day: date) -> set[Late]:
        """What was overdue on a day."""
        return {late for late in lateness(thing, day) if late.actual is None}

    def newly_late(self, thing: Thing) -> bool:
        before = {(late.kind, late.place) for late in self.late(thing, self.eve)}
        return any((late.kind, late.place) not in before for late in self.late(thing, self.last))

    @property
    def summary(self) -> dict[str, int]:
        """The numbers of the summary."""
        told = (re.fullmatch(r"(.+) [(](\d+)[)]", label.text()) for label in self.page.css("dt"))
        return {found[1]: int(found[2]) for found in told if found}


@pytest.fixture(scope="module", params=[2017, 2021, 2025])
def report(request: pytest.FixtureRequest, county: County, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder: Path = shutil.copytree(county.folder, tmp_path_factory.mktemp("bericht") / "content/zehnjahr")
    year = request.param
    with (folder / "konzept.yml").open("a", encoding="utf-8") as file:
        file.write(f"berichte:\n- kennung: jahr\n  titel: Das Jahr {year}\n  von: '{year}'\n  bis: '{year}'\n")
    made = Assembler(Site(folder.parents[1], folder.parent, OPTIONS), _history=HISTORY).assemble()
    return Report(county, year, LexborHTMLParser(made.page("berichte/jahr/").html))


def test_the_summary_counts_what_happened_in_the_year(report: Report) -> None:
    things = report.county.things.values()
    expected = {
        "Begonnen": sum(map(report.began, things)),
        "Beendet": sum(map(report.ended, things)),
        "In Verzug geraten": sum(map(report.newly_late, things)),
        "Mit neuen Nachrichten": sum(any(report.has(Time(one["datum"])) for one in told_by(thing, report.last))
                                     for thing in things),
        "Kennzahlen mit neuen Werten": sum(
            any(report.first <= Time(one["zeit"]).last <= report.last for one in indicator.get("werte", ()))
            for indicator in report.county.indicators.values()
        ),
        "Beschlüsse": 0,
    }  # fmt: skip
    assert report.summary == expected


@pytest.mark.parametrize("question", ["phase", "status"])
def test_the_tables_count_how_all_stood_before_and_after(report: Report, question: str) -> None:
    things = [thing for thing in report.county.things.values() if not _APART & thing.keys()]
    before, after = (Counter(answers(thing, day)[question] for thing in things) for day in (report.eve, report.last))
    table = report.page.css("section[aria-labelledby=stand] table")[question == "status"]
    rows = {_text(row, "th"): [cell.text() for cell in row.css("td")] for row in table.css("tbody tr")}
    told = {name: (int(cells[0]), int(cells[1])) for name, cells in rows.items()}
    names = before.keys() | after.keys()
    assert {name: counts for name, counts in told.items() if any(counts)} == {
        name: (before[name], after[name]) for name in names
    }
    for name, (was, now) in told.items():
        gone = now - was
        assert rows[name][2] == (f"+{gone}" if gone > 0 else f"–{-gone}" if gone else "unverändert")


def test_the_table_of_delays_holds_what_was_overdue_at_the_end(report: Report) -> None:
    late = [item for thing in report.county.things.values() for item in report.late(thing, report.last)]
    rows = report.page.css("section[aria-labelledby=verzug] tbody tr")
    left = re.search(r"(\d+) weitere", _text(report.page, "section[aria-labelledby=verzug]"))
    assert len(rows) + (int(left[1]) if left else 0) == len(late)
    for row in rows:
        number, cells = _text(row, ".kek-number"), [cell.text() for cell in row.css("td")]
        assert cells[2] in {item.by for item in report.late(report.county.things[number], report.last)}, number
