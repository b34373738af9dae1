# `kek schema`, as somebody types it.
from __future__ import annotations

import pytest

from kek_build.cli import main
from tests.example import Copy


def test_schemas_are_written_and_then_are_up_to_date(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    content = f"--inhalt={copy.content}"
    assert main(["schema", "--pruefen", content]) == 1
    assert "13 Dateien sind nicht auf dem Stand" in capsys.readouterr().out
    assert not (copy.content / ".schema").exists()
    assert main(["schema", content]) == 0
    assert (copy.content / ".schema" / "massnahme.json").is_file()
    assert main(["schema", "--pruefen", content]) == 0
    assert main(["pruefen", content]) == 0


def test_schemas_can_go_elsewhere(copy: Copy) -> None:
    assert main(["schema", f"--ziel={copy.root / 'anderswo'}"]) == 0
    assert len([*(copy.root / "anderswo").iterdir()]) == 13


def test_files_get_the_line_that_names_their_schema(copy: Copy) -> None:
    content = f"--inhalt={copy.content}"
    assert main(["schema", "--eintragen", content]) == 0
    lines = (copy.folder / "massnahmen/2-3.yml").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["# yaml-language-server: $schema=../../.schema/massnahme.json", "nummer: 2-3"]
    assert main(["schema", "--eintragen", "--pruefen", content]) == 0
    assert main(["pruefen", content]) == 0


def test_a_folder_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--inhalt=gibt-es-nicht"]) == 1
    assert "gibt es nicht" in capsys.readouterr().err
