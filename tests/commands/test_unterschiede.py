from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.cli import main
from tests.history.repository import Repository, repository_in


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    found = repository_in(tmp_path / "repo", "projekt")
    found.change("massnahmen/2-3.yml", "titel: ", "titel: Neu – ")
    return found


def _told(repository: Repository, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["unterschiede", *arguments, f"--inhalt={repository.content}"]) == 0
    return capsys.readouterr().out


def test_two_states_are_compared(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(repository, capsys, "HEAD~1", "HEAD")
    assert told.startswith("Landkreis Muster: 1 geändert\n  Geändert\n    Maßnahme 2-3 Neu – ")
    assert "\n      massnahmen/2-3/\n      Titel geändert von " in told


def test_without_a_second_one_the_folder_counts_as_it_is(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _told(repository, capsys, "HEAD").startswith("Am Inhalt der Website ändert sich nichts")
    repository.copy.append("orte.yml", "- kennung: aue\n  name: Aue\n  art: Landschaft\n  im_landkreis: ja\n")
    assert "  Neu\n    Ort Aue\n      orte/aue/\n" in _told(repository, capsys, "main")


def test_as_markdown_it_leads_to_the_preview(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(repository, capsys, "HEAD~1", "--format=markdown", "--adresse=https://vorschau.invalid/7/")
    assert "](https://vorschau.invalid/7/massnahmen/2-3/)\n" in told


def test_a_state_that_is_not_there_is_told(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("nirgends", "0" * 40, "--help"):
        assert main(["unterschiede", f"--inhalt={repository.content}", "--", name]) == 1
        assert f"Einen Stand „{name}“ kennt Git hier nicht." in capsys.readouterr().err


def test_content_that_is_wrong_is_told_and_not_compared(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.copy.replace("massnahmen/2-3.yml", "titel:", "titl:")
    assert main(["unterschiede", "HEAD", f"--inhalt={repository.content}"]) == 1
    assert "Den Schlüssel „titl“ gibt es hier nicht." in capsys.readouterr().err


def test_without_a_repository_there_is_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "content").mkdir()
    assert main(["unterschiede", "HEAD", f"--inhalt={tmp_path / 'content'}"]) == 1
    assert "Die Stände lassen sich nicht vergleichen" in capsys.readouterr().err
