# `kek neu`, as somebody types it.
from __future__ import annotations

import pytest

from kek_build.cli import main
from tests.example import Copy


def test_a_new_measure_is_right_at_once(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    content = f"--inhalt={copy.content}"
    assert main(["neu", "massnahme", "--titel", "Radweg bauen", "--feld", "I", content]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Nächste freie Nummer oder Kennung: ")
    assert "Es stimmt so; alles Weitere ist freiwillig." in out
    assert main(["pruefen", content]) == 0


def test_what_is_missing_is_told_by_both_commands(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    content = f"--inhalt={copy.content}"
    assert main(["neu", "ort", "neuort", content]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "Noch auszufüllen" in line]
    assert main(["pruefen", content]) == 1
    told = capsys.readouterr().out
    for line in lines:
        assert f"{line.partition('(')[2].rstrip(')')}:" in told


def test_a_trial_writes_nothing(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["neu", "massnahme", "9-1", "--probe", f"--inhalt={copy.content}"]) == 0
    assert "nummer: 9-1\n" in capsys.readouterr().out
    assert not (copy.folder / "massnahmen/9-1.yml").exists()


def test_a_number_that_is_taken_is_refused(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["neu", "massnahme", "2-1", f"--inhalt={copy.content}"]) == 1
    assert "„2-1“ gibt es schon" in capsys.readouterr().err


def test_numbers_that_are_passed_over_are_told_with_the_reason(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["neu", "massnahme", "--titel", "Radweg", "--feld", "II", "--probe", f"--inhalt={copy.content}"]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith(
        "Nächste freie Nummer oder Kennung: 2-5\n"
        "  Übersprungen: „2-4“ ist aufgehoben (content/musterkreis/aufgehoben.yml); "
        "eine Nummer oder Kennung wird nicht neu vergeben.\n"
        "# yaml-language-server"
    )
