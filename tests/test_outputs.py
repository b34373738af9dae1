from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.errors import SetupError
from kek_build.outputs import Output, write


def test_files_are_written_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "kreis").mkdir()
    assert write([Output("kreis/1-2/daten.json", b"{}"), Output("kreis/feed.atom", b"<feed/>")], tmp_path) == 2
    assert (tmp_path / "kreis/1-2/daten.json").read_bytes() == b"{}"
    assert (tmp_path / "kreis/feed.atom").read_bytes() == b"<feed/>"


def test_two_files_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"Zwei Dateien der Website heißen „a.json“\."):
        write([Output("a.json", b"1"), Output("a.json", b"2")], tmp_path)
    assert (tmp_path / "a.json").read_bytes() == b"1"
