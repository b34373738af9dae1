# `kek lose-enden` as people and pipelines call it.
from __future__ import annotations

import json
from pathlib import Path

import pytest

from kek_build.cli import main
from tests.example import CONTENT, Copy


def test_what_hangs_loose_is_listed_with_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lose-enden", f"--inhalt={CONTENT}", "--stichtag=01.01.2020"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Landkreis Muster", "  Schwächen ohne Antwort (1)"]
    file, line, _ = lines[2].strip().split(":", 2)
    text = (CONTENT.parent / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert text == "  - id: schwaeche-2"


def test_what_is_late_is_listed_on_a_day_that_is_said(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.append("massnahmen/2-1.yml", "geplant:\n  ende: 30.06.2026\n")
    place = f"content/musterkreis/massnahmen/2-1.yml:{copy.line('massnahmen/2-1.yml', 'ende')}"
    assert main(["lose-enden", f"--inhalt={copy.content}", "--stichtag=30.06.2026"]) == 0
    assert place not in capsys.readouterr().out
    assert main(["lose-enden", f"--inhalt={copy.content}", "--stichtag=2026-07-01"]) == 0
    assert f"    {place}: 2-1: Ein dichtes Busnetz (30. Juni 2026)" in capsys.readouterr().out.splitlines()


def test_how_old_news_may_be_is_said_in_months(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.replace("konzept.yml", "ueberpruefung: 120\n", "")
    copy.append("massnahmen/2-1.yml", "aktualisierungen:\n  - datum: 03/2026\n    text: Neu.\n")
    command = ["lose-enden", f"--inhalt={copy.content}", "--stichtag=01.11.2026"]
    assert main([*command, "--monate=6"]) == 0
    assert "2-1: Ein dichtes Busnetz (März 2026)" in capsys.readouterr().out
    assert main([*command, "--monate=12"]) == 0
    assert "2-1: Ein dichtes Busnetz (März 2026)" not in capsys.readouterr().out


def test_what_should_be_looked_at_again_is_listed(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    copy.replace("konzept.yml", "ueberpruefung: 120", "ueberpruefung: 12")
    assert main(["lose-enden", f"--inhalt={copy.content}", "--stichtag=01.05.2022"]) == 0
    lines = capsys.readouterr().out.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("  Überprüfung fällig ("))
    place = "content/musterkreis/massnahmen/2-1.yml:1"  # which gives no date itself
    assert f"    {place}: 2-1: Ein dichtes Busnetz (31. März 2021)" in lines[begin:]
    assert main(["lose-enden", f"--inhalt={copy.content}", "--stichtag=01.04.2023"]) == 0
    told = capsys.readouterr().out
    place = f"kennzahlen/leerstand.yml:{copy.line('kennzahlen/leerstand.yml', 'naechste_werte')}"
    assert "  Neue Werte überfällig (1)\n" in told
    assert f"{place}: kennzahlen/leerstand: Leere Häuser & <Wohnungen> (März 2023)\n" in told


def test_other_programs_get_hints_and_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lose-enden", f"--inhalt={CONTENT}", "--format=json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["anzahl"] == 0
    assert {message["hinweis"] for message in report["meldungen"]} == {True}
    assert all(message["ausschnitt"] for message in report["meldungen"])
    weakness = report["meldungen"][0]["meldung"]
    assert weakness.startswith("Schwächen ohne Antwort: swot/wohnen#schwaeche-2: Mieten steigen")


def test_the_list_can_go_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "offen.txt"
    assert main(["lose-enden", f"--inhalt={CONTENT}", f"--ausgabe={path}"]) == 0
    assert path.read_text(encoding="utf-8").startswith("Landkreis Muster\n  Schwächen ohne Antwort (1)\n")
    assert str(path) in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--stichtag=2026", "--stichtag=morgen", "--monate=0", "--monate=viele"])
def test_a_wrong_option_is_told(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["lose-enden", option])
    assert ended.value.code == 2
    assert f"„{option.partition('=')[2]}“" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [("Es fehlt ein e. V.", "Es fehlt ein e. V."), ("Es fehlt ein Verein.", "Es fehlt ein Verein")],
)
def test_the_full_stop_of_a_shortened_word_stays(
    copy: Copy, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    copy.write("swot/wege.yml", f"kennung: wege\ntitel: Wege\nhandlungsfelder: [II]\nschwaechen:\n"
               f"  - id: schwaeche-1\n    text: {text}\n")  # fmt: skip
    assert main(["lose-enden", f"--inhalt={copy.content}"]) == 0
    assert f": swot/wege#schwaeche-1: {told}\n" in capsys.readouterr().out
