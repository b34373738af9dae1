# `kek start`, as somebody types it.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.cli import main
from tests.example import PROJECT


def test_a_new_project_is_checked_and_built_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["start", "--landkreis", "Landkreis Grünau", "--land", "Sachsen", "--ziel", "projekt"]) == 0
    assert "cd projekt && kek pruefen && kek bauen" in capsys.readouterr().out
    monkeypatch.chdir(tmp_path / "projekt")
    assert main(["pruefen"]) == 0
    assert main(["bauen", "--ohne-pdf", "--still"]) == 0
    page = (tmp_path / "projekt" / "site" / "massnahmen" / "1-1" / "index.html").read_text(encoding="utf-8")
    assert "Beispiel: Radweg bauen" in page
    assert str(PROJECT) not in (tmp_path / "projekt" / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Es fehlt --landkreis"),
        (["--landkreis", "Landkreis Grünau"], "Es fehlt --land"),
        (["--landkreis", "Landkreis Grünau", "--land", "Berlin"], "kein Bundesland mit Landkreisen"),
        (["--landkreis", "Landkreis Grünau", "--land", "Hessen"], "Hier ist kein Projekt"),
        (["--landkreis", "…", "--land", "Hessen"], "kein Ordner machen"),
        (["--landkreis", "Landkreis Grünau", "--land", "Hessen", "--stand", "bald"], "ist kein Jahr"),
    ],
)
def test_what_is_missing_or_wrong_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["start", *arguments]) == 1
    assert told in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []
