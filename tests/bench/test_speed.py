# What is told of speed must be what was measured: ratios, tables, the file that keeps the runs, the plot.
from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.speed.cases import change_title
from bench.speed.figures import Goal, goals, middle, per_page, ratio
from bench.speed.measure import CommandError, run
from bench.speed.parts import grouped, part_of
from bench.speed.plot import HEIGHT, WIDTH, plot
from bench.speed.report import BEGIN, END, number, put, report, table
from bench.speed.results import Results, Run, read, sizes_in_order, write
from kek_build.errors import ContentError, Problem

_MACHINE = {"processor": "Z80", "cores": "1", "memory": "1 GB", "system": "Linux"}
_SVG = "{http://www.w3.org/2000/svg}"


def _results(*runs: tuple[str, str, int, float]) -> Results:
    found = Results(sizes={size: {"pages": 500, "measures": 200} for size, *_ in runs})
    found.about = {size: {"program": "abc1234", "machine": _MACHINE, "versions": {"Hugo": "1"}, "date": "2026-11-28",
                          "load": "0.1", "disk": "tmpfs"} for size in found.sizes}  # fmt: skip
    found.runs = [Run(size, case, number, cpu, cpu * 2, 100_000_000) for size, case, number, cpu in runs]
    return found


def test_a_ratio_is_taken_within_each_round() -> None:
    # The machine was slow in the second round: the ratio of the medians would be 10 / 30.
    measured = _results(("1000", "kek", 0, 10), ("1000", "kek", 1, 90), ("1000", "kek", 2, 10),
                        ("1000", "hugo", 0, 20), ("1000", "hugo", 1, 180), ("1000", "hugo", 2, 30))  # fmt: skip
    assert ratio(measured, "1000", "kek", "hugo") == 0.5


def test_a_round_that_has_only_one_of_both_is_left_out() -> None:
    measured = _results(("1000", "kek", 0, 10), ("1000", "kek", 1, 99), ("1000", "hugo", 0, 20))
    assert ratio(measured, "1000", "kek", "hugo") == 0.5
    assert ratio(measured, "1000", "kek", "eleventy") is None


def test_the_middle_is_the_median_of_a_case() -> None:
    measured = _results(("200", "kek", 0, 3), ("200", "kek", 1, 1), ("200", "kek", 2, 50), ("1000", "kek", 0, 9))
    assert middle(measured, "200", "kek") == 3
    assert middle(measured, "200", "kek", "wall") == 6
    assert middle(measured, "5000", "kek") is None
    assert per_page(measured, "200", "kek") == 3 / 500


@pytest.mark.parametrize(
    ("reached", "state"), [(None, "not measured"), (0.5, "reached"), (0.25, "reached"), (0.51, "missed")]
)
def test_a_goal_is_reached_up_to_its_figure(reached: float | None, state: str) -> None:
    assert Goal("x", 0.5, reached).state == state


def test_goals_are_computed_from_the_runs_of_their_size() -> None:
    measured = _results(("1000", "kek", 0, 10), ("1000", "mkdocs-search", 0, 80), ("1000", "hugo", 0, 5))
    found = {goal.what: (goal.reached, goal.state) for goal in goals(measured)}
    assert found["cold build ÷ plain MkDocs + Material, N = 1000"] == (0.125, "reached")
    assert found["cold build ÷ Hugo, pages only, N = 1000"] == (2, "missed")
    assert found["cold build ÷ plain MkDocs + Material, N = 5000"] == (None, "not measured")


def test_memory_is_told_in_megabytes() -> None:
    found = {goal.what: goal for goal in goals(_results(("5000", "kek", 0, 10)))}
    assert found["peak memory, N = 5000"].reached == 100


def test_measuring_a_size_anew_discards_only_that_size() -> None:
    measured = _results(("200", "kek", 0, 3), ("1000", "kek", 0, 9))
    measured.sites = {"200 kek": {"files": 3}, "1000 kek": {"files": 9}}
    measured.discard("200")
    assert not measured.done("200", "kek", 0)
    assert measured.done("1000", "kek", 0)
    assert (set(measured.about), set(measured.sizes), set(measured.sites)) == ({"1000"}, {"1000"}, {"1000 kek"})


def test_a_report_says_of_each_size_what_state_was_measured() -> None:
    measured = _results(("200", "kek", 0, 3), ("1000", "kek", 0, 9))
    measured.about["1000"]["program"] = "def5678"
    lines = report(measured).splitlines()
    of_200, of_1000 = (lines[lines.index(line) + 2] for line in lines if line.startswith("### N = "))
    assert "abc1234" in of_200
    assert "def5678" in of_1000
    assert sum("Z80" in line for line in lines) == 1


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    measured = _results(("200", "kek", 0, 3.25), ("200", "hugo", 1, 1))
    measured.sites["200 kek"] = {"files": 3, "bytes": 20, "page": None}
    measured.parts["200"] = {"pages": 0.5, "checks": 0.1, "beside": 0.4}
    write(tmp_path / "speed.json", measured)
    assert read(tmp_path / "speed.json") == measured
    assert measured.done("200", "kek", 0)
    assert not measured.done("200", "kek", 1)


def test_nothing_measured_yet_is_no_error(tmp_path: Path) -> None:
    assert read(tmp_path / "speed.json") == Results()
    assert "not measured" in report(Results())


@given(st.lists(st.integers(1, 100_000)))
def test_sizes_stand_in_order_of_their_number(sizes: list[int]) -> None:
    assert sizes_in_order([*map(str, sizes), "shipped"]) == [*map(str, sorted(set(sizes))), "shipped"]


def test_results_replace_what_stood_between_the_marks() -> None:
    text = f"Before\n{BEGIN}\nold\n{END}\nAfter"
    assert put(text, "new") == f"Before\n{BEGIN}\nnew\n{END}\nAfter"
    with pytest.raises(ValueError, match="missing"):
        put("Before", "new")


def test_a_table_has_a_head_and_a_row_for_each_case() -> None:
    assert list(table([["a", "b"], ["1", "2"]])) == ["| a | b |", "|---|---|", "| 1 | 2 |"]
    assert (number(None), number(1.005, 1)) == ("–", "1.0")


def test_a_report_names_cases_in_words_and_gives_their_ratio() -> None:
    measured = _results(("200", "kek", 0, 10), ("200", "hugo-data", 0, 4))
    measured.sites["200 hugo-data"] = {"files": 1576, "bytes": 11_600_000, "page": 19_009}
    row = next(line for line in report(measured).splitlines() if line.startswith("| Hugo, with search and data"))
    assert row == "| Hugo, with search and data | 4.00 | 2.50 | 8.00 | 100 | 8.00 | 1,576 | 11.6 | 19.0 kB |"


def test_what_pages_take_is_told_apart_from_what_is_made_beside_them() -> None:
    parts = grouped({"pages": 3, "reading": 1, "links": 1, "pictures": 4, "children": 1})
    assert parts == {"pages": 0.4, "checks": 0.1, "beside": 0.5}
    measured = _results(("200", "kek", 0, 10), ("200", "hugo", 0, 2))
    measured.parts["200"] = parts
    (line,) = (line for line in report(measured).splitlines() if line.startswith("Of this program's cold build"))
    assert "40% are for pages" in line
    assert line.endswith("about 2.00.")


def test_a_part_of_the_program_is_that_of_its_innermost_function() -> None:
    seen = []

    class Watched:
        file = line = column = message = ""

        def __str__(self) -> str:
            seen.append(part_of(sys._getframe()))
            return ""

    str(ContentError([cast(Problem, Watched())]))
    assert set(seen) == {"errors"}
    assert part_of(None) == "start"


def test_a_plot_shows_every_point_and_names_every_curve() -> None:
    curves = {"this <program>": [(200, 11.0), (1000, 50.0)], "Hugo": [(200, 4.0), (1000, 15.0)]}
    picture = ET.fromstring(plot(curves, "Time & size"))  # noqa: S314
    assert picture.findtext(f"{_SVG}title") == "Time & size"
    lines = [line.attrib["points"].split() for line in picture.iter(f"{_SVG}polyline")]
    assert [len(points) for points in lines] == [2, 2]
    assert {"this <program>", "Hugo"} <= {text.text for text in picture.iter(f"{_SVG}text")}
    for x, y in (map(float, point.split(",")) for points in lines for point in points):
        assert 0 < x < WIDTH
        assert 0 < y < HEIGHT


def test_names_of_curves_that_end_together_do_not_cover_each_other() -> None:
    picture = ET.fromstring(plot({name: [(200, 1.0)] for name in "abc"}, "x"))  # noqa: S314
    places = sorted(float(text.attrib["y"]) for text in picture.iter(f"{_SVG}text") if text.text in {"a", "b", "c"})
    assert min(after - before for before, after in pairwise(places)) >= 14


def test_a_command_is_counted_with_its_children(tmp_path: Path) -> None:
    work = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(3_000_000)); bytearray(90_000_000)'])"
    )
    usage = run([sys.executable, "-c", work], tmp_path, {})
    assert usage.cpu > 0.02
    assert usage.peak > 80_000_000


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="kein Platz"):
        run([sys.executable, "-c", "raise SystemExit('kein Platz')"], tmp_path, {})


def test_every_change_of_a_measure_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "1-1.yml"
    path.write_text("nummer: 1-1\ntitel: Busse\nkurz: Busse\n", encoding="utf-8")
    change_title(tmp_path, "1-1.yml")
    first = path.read_text(encoding="utf-8")
    change_title(tmp_path, "1-1.yml")
    assert first == "nummer: 1-1\ntitel: Radweg Nummer 1 bauen\nkurz: Busse\n"
    assert path.read_text(encoding="utf-8") == first.replace("Nummer 1 ", "Nummer 2 ")
