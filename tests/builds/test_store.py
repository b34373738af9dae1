from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.builds.store import Store


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


def test_what_stands_behind_a_picture_that_was_half_written_is_found_again(store: Store) -> None:
    with _file(store).open("ab") as file:
        file.write(b"x" * 90)  # a build was killed here
    later = Store(store.folder)
    later.put("zwei", b"Noch ein Bild")
    for found in (later, Store(store.folder)):
        assert (found.get("eins"), found.get("zwei")) == (b"Bild", b"Noch ein Bild")


def test_two_builds_at_once_lose_nothing(store: Store) -> None:
    one, other = Store(store.folder), Store(store.folder)
    one.put("zwei", b"Bild der einen")
    other.put("drei", b"Bild der anderen")
    one.put("vier", b"Noch eines")
    found = Store(store.folder)
    assert [found.get(key) for key in ("eins", "zwei", "drei", "vier")] == [
        b"Bild", b"Bild der einen", b"Bild der anderen", b"Noch eines",
    ]  # fmt: skip


def test_what_another_build_cleared_away_is_made_again_and_nothing_else_is_taken_for_it(store: Store) -> None:
    store.put("zwei", b"Bild" * 20)
    other = Store(store.folder)
    other.get("zwei")
    other.tidy()  # too little is spare
    store.put("drei", b"Bild" * 40)
    other = Store(store.folder)
    other.get("drei")
    other.tidy()
    assert [store.get(key) for key in ("eins", "zwei")] == [None, None]
    store.put("eins", b"Bild")
    assert [Store(store.folder).get(key) for key in ("eins", "drei")] == [b"Bild", b"Bild" * 40]


def test_what_a_build_does_not_ask_for_goes_when_it_is_much_and_so_does_what_was_left_half_written(
    store: Store,
) -> None:
    store.put("zwei", b"Bild" * 50)
    (store.folder / ".halb-1").write_bytes(b"Bi")
    later = Store(store.folder)
    assert later.get("eins") == b"Bild"
    later.tidy()
    assert len(list(store.folder.iterdir())) == 1
    assert (later.get("eins"), later.get("zwei")) == (b"Bild", None)
    assert _file(store).stat().st_size < 100


def test_a_little_that_nobody_asks_for_may_stay(store: Store) -> None:
    store.put("zwei", b"Bild" * 500)
    later = Store(store.folder)
    later.get("zwei")
    later.tidy()
    assert Store(store.folder).get("eins") == b"Bild"


def test_where_nothing_can_be_written_a_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "bilder").write_text("eine Datei", encoding="utf-8")
    store = Store(tmp_path / "bilder")
    store.put("eins", b"Bild")
    assert store.get("eins") is None
    store.tidy()
