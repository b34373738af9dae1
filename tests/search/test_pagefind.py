# With the real program; those that misbehave are small scripts.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.errors import SetupError
from kek_build.search import pagefind


def test_the_program_for_the_browser_is_the_part_that_our_search_builds_on() -> None:
    program = pagefind.program()
    script = program.files[pagefind.SCRIPT].decode()
    assert script.endswith("export{PagefindInstance};")
    assert "Worker(" not in script
    assert program.files[pagefind.PROGRAM]
    assert program.version.startswith("1.")


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in the place of the program."""
    path = tmp_path / "pagefind.sh"
    path.touch(mode=0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: path)
    return path


def test_a_program_that_ends_at_once_is_told(script: Path) -> None:
    script.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(SetupError, match="Pagefind hat sich beendet"):
        pagefind.program()


def test_an_error_of_the_program_is_told(script: Path) -> None:
    # {"message_id":1,"payload":{"type":"Error","message":"Kein Platz"}}
    answer = "eyJtZXNzYWdlX2lkIjoxLCJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJLZWluIFBsYXR6In19"
    script.write_text(f"#!/bin/sh\nprintf '{answer},'\nexec cat >/dev/null\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"^Pagefind: Kein Platz$"):
        pagefind.program()


@pytest.mark.usefixtures("script")
def test_another_version_with_another_script_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pagefind, "index_of", lambda *_: {"pagefind.js": b"export{search};", "pagefind-entry.json": b"{}"}
    )
    with pytest.raises(SetupError, match="Diese Fassung von Pagefind passt nicht"):
        pagefind.program()


def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: None)
    with pytest.raises(SetupError, match="Das Programm Pagefind fehlt"):
        pagefind.program()
