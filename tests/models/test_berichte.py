from __future__ import annotations

from datetime import date

import pytest

from kek_build.models.berichte import Bericht
from kek_build.rules import Rule
from kek_build.steering.period import Period, period_of
from tests.example import Copy, place


def _report(**said: str) -> Bericht:
    return Bericht.model_validate({"titel": "Bericht", **said})


@pytest.mark.parametrize(
    ("begin", "end", "first", "last"),
    [
        ("01.07.2025", "31.12.2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("Q3/2025", "11/2025", date(2025, 7, 1), date(2025, 11, 30)),
        ("01.07.2025", "01.07.2025", date(2025, 7, 1), date(2025, 7, 1)),
    ],
)
def test_a_report_reaches_from_the_first_day_that_is_meant_to_the_last(
    begin: str, end: str, first: date, last: date
) -> None:
    assert period_of(_report(von=begin, bis=end)) == Period(first, last)


def test_a_report_without_a_name_is_called_by_its_days() -> None:
    assert _report(von="Q3/2025", bis="2025").name == "2025-07-01-bis-2025-12-31"
    assert _report(von="Q3/2025", bis="2025", kennung="halbjahr").name == "halbjahr"


def test_a_report_that_ends_before_it_begins_is_told_with_its_line(copy: Copy) -> None:
    copy.replace("konzept.yml", "    bis: 31.12.2021\n", "    bis: 31.12.2020\n")
    problem = copy.only_problem()
    assert (problem.file, problem.line) == place("konzept.yml", copy.line("konzept.yml", "kennung: jahr-2021"))
    assert "endet, bevor er beginnt" in problem.message


@pytest.mark.parametrize(
    ("told", "line", "name"),
    [
        ("  - kennung: jahr-2021\n    titel: Noch einer\n    von: 2022\n    bis: 2022\n", "jahr-2021", "jahr-2021"),
        ("  - titel: Noch einer\n    von: 2021\n    bis: 31.12.2023\n", "von: 2021", "2021-01-01-bis-2023-12-31"),
    ],
)
def test_two_reports_at_one_address_are_told_with_both_lines(copy: Copy, told: str, line: str, name: str) -> None:
    before = "    von: Q1/2021\n    bis: 2023\n"
    copy.replace("konzept.yml", before, before + told)
    problem = copy.only_problem()
    lines = (copy.folder / "konzept.yml").read_text(encoding="utf-8").splitlines()
    places = [number for number, text in enumerate(lines, 1) if line in text]
    first = places[0] if name == "jahr-2021" else copy.line("konzept.yml", "titel: Bericht über drei Jahre")
    assert (problem.file, problem.line) == place("konzept.yml", places[-1])
    assert problem.rule is Rule.REPEATED
    assert problem.message == f"Ein Bericht mit der Adresse „{name}“ steht schon weiter oben (Zeile {first})."


def test_reports_may_overlap(copy: Copy) -> None:
    assert [report.name for report in copy.konzept().datei.berichte] == ["jahr-2021", "2021-01-01-bis-2023-12-31"]
