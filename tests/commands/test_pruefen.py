# `kek pruefen` as people and pipelines call it.
from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kek_build.cli import main
from kek_build.commands.output import told_by_system, wants_colour
from kek_build.rules import Rule
from tests.example import CONTENT, Copy


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def broken(copy: Copy) -> Copy:
    """The example with one wrong reference."""
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    return copy


@pytest.fixture(autouse=True)
def without_colour_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_every_format_ends_with_the_status_of_the_content(broken: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "github", "gitlab", "sarif", "json"):
        assert main(["pruefen", f"--inhalt={broken.content}", "--format", form]) == 1
        assert "grosstadt" in capsys.readouterr().out
        assert main(["pruefen", f"--inhalt={CONTENT}", "--format", form]) == 0


def test_a_report_goes_into_a_file_and_the_terminal_says_where(
    broken: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    path = broken.root / "bericht.json"
    assert main(["pruefen", f"--inhalt={broken.content}", "--format=gitlab", f"--ausgabe={path}"]) == 1
    assert json.loads(path.read_text(encoding="utf-8"))[0]["check_name"] == "verweis-ins-leere"
    assert capsys.readouterr().out == f"1 Meldung; der Bericht steht in {path}.\n"


def test_a_report_of_right_content_replaces_the_one_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bericht.json"
    path.write_text("alt", encoding="utf-8")
    assert main(["pruefen", f"--inhalt={CONTENT}", "--format=gitlab", f"--ausgabe={path}"]) == 0
    assert path.read_text(encoding="utf-8") == "[]\n"
    assert capsys.readouterr().out.startswith("Keine Meldungen; ")


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ordner").mkdir()
    assert main(["pruefen", f"--inhalt={CONTENT}", f"--ausgabe={tmp_path / 'ordner'}"]) == 1
    assert "ordner“ ist ein Ordner und keine Datei." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["ordner"]


def test_files_are_named_from_the_folder_that_a_pipeline_calls_from(
    broken: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(broken.root.parent)
    assert main(["pruefen", f"--inhalt={broken.root.name}/content", "--format=github"]) == 1
    assert f"file={broken.root.name}/content/musterkreis/" in capsys.readouterr().out


def test_a_terminal_gets_colours(broken: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["pruefen", f"--inhalt={broken.content}"]) == 1
    assert "\x1b[31m" in terminal.getvalue()


def test_somebody_who_wants_no_colours_gets_none(broken: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["pruefen", f"--inhalt={broken.content}"]) == 1
    assert "\x1b" not in terminal.getvalue()


def test_a_file_gets_no_colours_even_from_a_terminal(broken: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    path = broken.root / "bericht.txt"
    assert main(["pruefen", f"--inhalt={broken.content}", f"--ausgabe={path}"]) == 1
    assert "\x1b" not in path.read_text(encoding="utf-8")


def test_a_terminal_without_colours_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wants_colour(Terminal())
    assert not wants_colour(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_colour(Terminal())


def test_a_terminal_that_knows_no_quotation_marks_ends_in_no_traceback(
    broken: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="ascii"))
    assert main(["pruefen", f"--inhalt={broken.content}"]) == 1
    assert b"?grosstadt? gibt es nicht" in data.getvalue()


def test_all_rules_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pruefen", "--regeln"]) == 0
    told = capsys.readouterr().out
    for rule in Rule:
        assert f"{rule.slug}: {rule.title}\n    {rule.explanation}\n" in told


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError])
def test_what_the_system_says_is_told_in_german(error: type[OSError]) -> None:
    code = {FileNotFoundError: 2, PermissionError: 13, IsADirectoryError: 21, NotADirectoryError: 20}[error]
    told = told_by_system(error(code, "Some English", "datei"))
    assert told.startswith("„datei“ ")
    assert "English" not in told


def test_an_error_of_the_system_that_is_not_known_is_told_all_the_same() -> None:
    assert told_by_system(OSError(9999, "Strange")) == "Eine Datei lässt sich nicht lesen oder schreiben."
