from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kek_build.errors import Problem
from kek_build.site.pruefbericht import Luecke, Pruefbericht, read_report

_RIGHT: dict[str, Any] = {
    "datum": "2026-11-25",
    "werkzeug": "axe-core 4.11",
    "seiten": 428,
    "ansichten": ["hell, 1280 px", "dunkel, 320 px"],
    "regeln": "WCAG 2.0–2.2 A/AA, best practice",
    "verstoesse": 0,
    "verletzte_regeln": [],
    "html_fehler": 0,
    "luecken": [{"was": "Karten", "grund": "„zu“ teuer"}],
}


def _read(folder: Path, text: str) -> tuple[Pruefbericht | None, list[Problem]]:
    path = folder / "bericht.json"
    path.write_text(text, encoding="utf-8")
    return read_report(path, folder)


@pytest.mark.parametrize("form", [{}, {"indent": 2}, {"indent": 2, "ensure_ascii": False}, {"sort_keys": True}])
def test_a_report_is_read_however_its_json_is_laid_out(tmp_path: Path, form: dict[str, Any]) -> None:
    report, problems = _read(tmp_path, json.dumps(_RIGHT, **form) + "\n")
    assert problems == []
    assert report is not None
    assert report.datum == date(2026, 11, 25)
    assert report.seiten == 428
    assert report.ansichten == ("hell, 1280 px", "dunkel, 320 px")
    assert report.luecken == (Luecke(was="Karten", grund="„zu“ teuer"),)
    assert not report.failed


@pytest.mark.parametrize("change", [{"verstoesse": 3}, {"html_fehler": 1}, {"verletzte_regeln": ["image-alt"]}])
def test_a_report_knows_that_the_test_failed(tmp_path: Path, change: dict[str, Any]) -> None:
    report, _ = _read(tmp_path, json.dumps({**_RIGHT, **change}))
    assert report is not None
    assert report.failed


def test_no_report_is_no_problem(tmp_path: Path) -> None:
    assert read_report(tmp_path / "bericht.json", tmp_path) == (None, [])


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        ({"datum": "gestern"}, 2, "„datum“: „gestern“ ist ungültig."),
        ({"datum": "2026-02-30"}, 2, "„datum“: „2026-02-30“ ist ungültig."),
        ({"seiten": "viele"}, 4, "„seiten“: „viele“ ist ungültig."),
        ({"seiten": 0}, 4, "„seiten“: „0“ ist ungültig."),
        ({"ansichten": []}, 5, "„ansichten“ ist leer."),
        ({"verstoesse": -1}, 10, "„verstoesse“: „-1“ ist ungültig."),
        ({"verstoesse": None}, 10, "„verstoesse“: „null“ ist ungültig."),
        ({"html_fehler": 1.5}, 12, "„html_fehler“: „1.5“ ist ungültig."),
        ({"luecken": "keine"}, 13, "„luecken“: „keine“ ist keine Liste."),
        ({"luecken": [{"was": "Karten"}]}, 14, "„grund“ fehlt oder ist leer."),
        ({"luecken": [{"was": "Karten", "grund": "x", "art": "egal"}]}, 17, "„art“: „egal“ ist nicht erlaubt."),
        ({"fehler": 1}, 19, "Den Schlüssel „fehler“ gibt es hier nicht."),
    ],
)
def test_a_wrong_value_is_told_with_its_line(tmp_path: Path, change: dict[str, Any], line: int, message: str) -> None:
    report, problems = _read(tmp_path, json.dumps({**_RIGHT, **change}, indent=2, ensure_ascii=False))
    assert report is None
    assert [(str(problem.file), problem.line, problem.message) for problem in problems] == [
        ("bericht.json", line, message)
    ]
    assert problems[0].expected


@pytest.mark.parametrize("text", ["", "{", "[]", "axe-core", "{}", '{"datum": 1, "datum": 2}'])
def test_what_is_no_report_at_all_is_told(tmp_path: Path, text: str) -> None:
    report, problems = _read(tmp_path, text)
    assert report is None
    assert problems


def test_a_report_outside_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "projekt").mkdir()
    path = tmp_path / "bericht.json"
    path.write_text(json.dumps(_RIGHT), encoding="utf-8")
    report, problems = read_report(path, tmp_path / "projekt")
    assert report is None
    assert len(problems) == 1
