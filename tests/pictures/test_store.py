from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.pictures import store as module
from kek_build.pictures.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that holds one picture."""
    store = Store(tmp_path / "bilder")
    store.put("eins", b"Bild")
    return store


def _file(store: Store) -> Path:
    (path,) = store.folder.iterdir()
    return path


def test_a_picture_is_kept_for_the_next_build(store: Store) -> None:
    assert Store(store.folder).get("eins") == b"Bild"
    assert Store(store.folder).get("zwei") is None


def test_a_store_that_is_not_there_yet_holds_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "neu")
    assert store.get("eins") is None
    store.tidy()
    assert not store.folder.exists()


@pytest.mark.parametrize("broken", [b"", b"Bild", b"\x00" * 40])
def test_a_broken_file_is_noticed(store: Store, broken: bytes) -> None:
    _file(store).write_bytes(broken)
    assert store.get("eins") is None


def test_a_file_that_was_cut_short_is_noticed(store: Store) -> None:
    _file(store).write_bytes(_file(store).read_bytes()[:-1])
    assert store.get("eins") is None


def test_a_broken_file_is_replaced(store: Store) -> None:
    _file(store).write_bytes(b"")
    store.put("eins", b"Bild")
    assert store.get("eins") == b"Bild"


def test_a_picture_is_written_aside_and_then_put_in_place(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = []
    monkeypatch.setattr(Path, "replace", lambda aside, to: moved.append((aside.name, to.exists())))
    store.put("zwei", b"Bild")
    ((aside, was_there),) = moved
    assert aside.startswith(".")
    assert not was_there


def test_what_a_build_does_not_ask_for_goes_and_so_does_what_was_left_half_written(store: Store) -> None:
    store.put("zwei", b"Bild")
    (store.folder / ".halb-1").write_bytes(b"Bi")
    later = Store(store.folder)
    assert later.get("zwei") == b"Bild"
    later.tidy()
    assert len(list(store.folder.iterdir())) == 1
    assert later.get("zwei") == b"Bild"


def test_where_nothing_can_be_written_a_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "bilder").write_text("eine Datei", encoding="utf-8")
    store = Store(tmp_path / "bilder")
    store.put("eins", b"Bild")
    assert store.get("eins") is None
    store.tidy()


def test_a_picture_drawn_by_other_code_is_not_taken(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_drawn_with", lambda: b"anders")
    assert store.get("eins") is None
