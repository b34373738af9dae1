# With the real program; those that misbehave are small scripts.
from __future__ import annotations

import filecmp
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kek_build.errors import SetupError
from kek_build.search import pagefind
from kek_build.search.pagefind import write_bundle
from kek_build.search.stable import stabilise


def _records(count: int) -> Iterator[dict[str, Any]]:
    for number in range(count):
        yield {
            "url": f"/massnahmen/1-{number}/",
            "content": f"Häuser & <Höfe> wecken, Nummer {number}",
            "meta": {"title": f"Maßnahme {number}", "art": "Maßnahme"},
            "filters": {"Art": ["Maßnahme"], "Handlungsfeld": [f"Feld {number % 7}"]},
        }


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_bundle_holds_the_program_and_a_piece_for_each_record(tmp_path: Path) -> None:
    write_bundle(_records(40), tmp_path, "de")
    files = _files(tmp_path)
    assert {"pagefind.js", "pagefind-entry.json", "wasm.de.pagefind"} <= set(files)
    assert len([name for name in files if name.startswith("fragment/")]) == 40
    entry = json.loads((tmp_path / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"]["de"]["page_count"] == 40


def test_every_file_of_the_bundle_is_whole_when_it_is_written(tmp_path: Path) -> None:
    for run in range(10):
        write_bundle(_records(5), tmp_path / str(run), "de")
        assert [name for name in _files(tmp_path / str(run)) if not (tmp_path / str(run) / name).stat().st_size] == []


def test_two_bundles_of_the_same_records_are_the_same_byte_by_byte(tmp_path: Path) -> None:
    for run in ("eins", "zwei"):
        write_bundle(_records(40), tmp_path / run, "de")
        stabilise(tmp_path / run)
    names = _files(tmp_path / "eins")
    assert names == _files(tmp_path / "zwei")
    assert filecmp.cmpfiles(tmp_path / "eins", tmp_path / "zwei", names, shallow=False) == (names, [], [])


def test_a_bundle_without_records_can_be_written(tmp_path: Path) -> None:
    write_bundle([], tmp_path, "de")
    assert (tmp_path / "pagefind.js").is_file()


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in the place of the program."""
    path = tmp_path / "pagefind.sh"
    path.touch(mode=0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: path)
    return path


def test_a_program_that_ends_at_once_is_told(script: Path, tmp_path: Path) -> None:
    script.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(SetupError, match="Pagefind hat sich beendet"):
        write_bundle(_records(5000), tmp_path / "bundle", "de")
    assert not (tmp_path / "bundle").exists()


def test_an_error_of_the_program_is_told(script: Path, tmp_path: Path) -> None:
    # {"message_id":1,"payload":{"type":"Error","message":"Kein Platz"}}
    answer = "eyJtZXNzYWdlX2lkIjoxLCJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJLZWluIFBsYXR6In19"
    script.write_text(f"#!/bin/sh\nprintf '{answer},'\nexec cat >/dev/null\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"^Pagefind: Kein Platz$"):
        write_bundle(_records(5), tmp_path / "bundle", "de")


def test_a_missing_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: None)
    with pytest.raises(SetupError, match="Das Programm Pagefind fehlt"):
        write_bundle(_records(5), tmp_path, "de")
