from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kek_build.wortlaut import TITLE, Recognition, Wish, plan, summary
from tests.wortlaut.county import GOALS, PROFILES, SWOT, markdown_table

Recognised = Callable[[str | Path], Recognition]
ALL = "\n".join([GOALS, SWOT, *map(markdown_table, PROFILES), "## Anhang\n", *(f"Absatz {n}\n" for n in range(20))])


def _report(project: Path, recognition: Recognition, *, full: bool) -> str:
    return summary(recognition, plan(recognition, Wish(), project), full=full)


def test_the_table_counts_every_kind(project: Path, recognition: Recognised) -> None:
    lines = _report(project, recognition(ALL), full=False).splitlines()
    assert lines[0] == f"{TITLE} zu „konzept.md“ (Landkreis Auental)"
    table = {line[:22].strip(): line[22:].split() for line in lines[2:12] if line.strip()}
    assert table["Operative Ziele"] == ["4", "4", "0", "0", "0"]
    assert table["Maßnahmen"] == ["4", "2", "1", "1", "0"]
    assert table["Leitsätze"] == ["3", "1", "0", "0", "2"]


def test_what_is_unsure_differs_or_is_missing_is_told_with_its_place(project: Path, recognition: Recognised) -> None:
    report = _report(project, recognition(ALL), full=False)
    assert "Unsicher, nicht eingetragen" in report
    assert "teilt sich den Text mit 1-2" in report
    assert "    Fassung 2 (Zeile " in report
    assert "  I#leitsatz-1: Wälder sollen so gepflegt werden" in report
    assert "  2.1.7 (Zeile 35)" in report


def test_what_nobody_claimed_is_told_short_first_and_whole_in_the_file(project: Path, recognition: Recognised) -> None:
    found = recognition(ALL)
    short, whole = _report(project, found, full=False), _report(project, found, full=True)
    assert "Text, der zu keiner Stelle gehört (24):" in short
    assert "… und 14 weitere Stellen; alle mit --bericht DATEI" in short
    assert "Absatz 19" not in short
    assert "Absatz 19" in whole
    assert "Wird eingetragen" not in short
    assert "    | Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasserverband" in whole


def test_what_is_written_is_not_called_unsure(project: Path, recognition: Recognised) -> None:
    found = recognition(ALL)
    report = summary(found, plan(found, Wish(unsure=True, versions={"1-2": 1}), project), full=False)
    assert "Unsicher, nicht eingetragen" not in report
    assert "Mehrere Fassungen" not in report
