# The command `kek vorschau`, as far as it can be tried without a browser; see tests/shipped/test_vorschau.py.
from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from kek_build.cli import main
from kek_build.commands import vorschau
from kek_build.errors import Problem, SetupError
from kek_build.preview import News, Session, What
from kek_build.preview.state import Trouble
from kek_build.rules import Rule
from tests.preview.sources import Listener, Site


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session(Site(), tmp_path, Listener())
    yield session
    session.close()


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_where_the_usual_port_is_taken_the_next_free_one_is_and_that_is_told(
    session: Session, taken: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(vorschau, "PORT", taken)
    server = vorschau._serve(session, None)
    server.server_close()
    assert server.server_port > taken
    assert capsys.readouterr().out == f"Port {taken} ist belegt, die Vorschau nimmt {server.server_port}.\n"


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(session: Session, taken: int) -> None:
    with pytest.raises(SetupError, match=f"Port {taken} lässt sich nicht benutzen .* lassen Sie --port weg"):
        vorschau._serve(session, taken)


@pytest.mark.parametrize("port", ["x", "-1", "65536", "٣", ""])
def test_what_is_no_port_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["vorschau", f"--port={port}"])
    assert ended.value.code == 2
    assert "ist kein Port" in capsys.readouterr().err


def test_a_configuration_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    assert main(["vorschau", f"--konfiguration={tmp_path / 'nirgends.yml'}"]) == 1
    assert "nirgends.yml“ gibt es nicht." in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) is before


# What is told while it runs


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that are there."""
    found = (tmp_path / "content" / "1-2.yml", tmp_path / "content" / "1-3.yml")
    found[0].parent.mkdir()
    for file in found:
        file.touch()
    return found


def _told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed, without the time."""
    return capsys.readouterr().out.partition("  ")[2]


def test_a_change_is_told_with_its_file(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = vorschau._Terminal(tmp_path, quiet=False)
    terminal(News(What.SHOWN, 0.13, (files[0], tmp_path / "content" / "sedAbC")))
    assert _told(capsys) == "content/1-2.yml: neu gelesen (0,1 s)\n"
    terminal(News(What.SHOWN, 0.13, files))
    assert _told(capsys) == "content/1-2.yml und 1 weitere Datei: neu gelesen (0,1 s)\n"
    terminal(News(What.SHOWN, 0.13, (tmp_path / "content" / "weg.yml",)))
    assert _told(capsys) == "content/weg.yml: neu gelesen (0,1 s)\n"


def test_a_mistake_is_told_and_that_it_is_mended(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = vorschau._Terminal(tmp_path, quiet=False)
    problem = Problem(PurePosixPath("content/1-2.yml"), 1, 2, "Das ist falsch.", rule=Rule.UNKNOWN_KEY)
    terminal(News(What.WRONG, trouble=Trouble((problem,))))
    assert "content/1-2.yml:1:2: Das ist falsch." in capsys.readouterr().err
    terminal(News(What.SHOWN, 0.1, files[:1]))
    assert _told(capsys) == "Behoben. content/1-2.yml: neu gelesen (0,1 s)\n"


def test_a_quiet_preview_tells_only_what_is_wrong(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = vorschau._Terminal(tmp_path, quiet=True)
    terminal(News(What.SHOWN, 0.1, files))
    terminal(News(What.BUILT, 5.0))
    terminal(News(What.WRONG, trouble=Trouble(text="Die Konfiguration stimmt nicht.")))
    terminal(News(What.UNBUILDABLE, text="Ein Link führt ins Leere."))
    terminal(News(What.FAILED_PAGE, text="seite/: TemplateError"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "Die Konfiguration stimmt nicht.",
        "So ließe sich die Website nicht veröffentlichen:",
        "Ein Link führt ins Leere.",
        "Eine Seite lässt sich nicht zeigen: seite/: TemplateError",
    ]
