# Values that are kept together and taken out one by one.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.editions.shelf import Shelf

_VALUES = {"": [1, 2], "a/": "Text", "b/": None}


def test_each_value_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "neu" / "seiten.kek"
    made = Shelf.make(file, "m", _VALUES.items())
    opened = Shelf.open(file, "m")
    assert opened is not None
    assert {name: shelf.get(name) for shelf in (made, opened) for name in _VALUES} == _VALUES


def test_what_was_made_from_something_else_is_no_shelf(tmp_path: Path) -> None:
    Shelf.make(tmp_path / "s", "m", _VALUES.items())
    assert Shelf.open(tmp_path / "s", "n") is None
    assert Shelf.open(tmp_path / "fehlt", "m") is None
    assert Shelf.open(None, "m") is None


def test_without_a_file_values_are_held(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    for file in (None, tmp_path / "datei" / "s"):  # below a file no file can be
        shelf = Shelf.make(file, "m", _VALUES.items())
        assert {name: shelf.get(name) for name in _VALUES} == _VALUES


def test_what_goes_wrong_while_values_are_made_leaves_no_shelf(tmp_path: Path) -> None:
    def broken() -> list[tuple[str, object]]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Shelf.make(tmp_path / "s", "m", ((name, broken()) for name in _VALUES))
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        Shelf.make(tmp_path / "s", "m", _VALUES.items()).get("c/")


@pytest.mark.parametrize("content", [b"", b"kaputt", b"\x00" * 40, b"\xff" * 8])
def test_a_file_that_is_not_ours_is_no_shelf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s").write_bytes(content)
    assert Shelf.open(tmp_path / "s", "m") is None
