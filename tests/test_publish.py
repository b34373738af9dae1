from __future__ import annotations

import os
from pathlib import Path

import pytest

from kek_build.publish import replace_all, swap, writing


def _folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def _text(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    new, site = _folder(tmp_path / "neu", "neu"), _folder(tmp_path / "site", "alt")
    swap(new, site, tmp_path / "alt")
    assert _text(site) == "neu"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap(_folder(tmp_path / "neu", "neu"), tmp_path / "site", tmp_path / "alt")
    assert _text(tmp_path / "site") == "neu"


def test_files_that_the_new_site_does_not_have_are_gone(tmp_path: Path) -> None:
    new, site = _folder(tmp_path / "neu", "neu"), _folder(tmp_path / "site", "alt")
    (site / "rest.html").write_text("Rest", encoding="utf-8")
    swap(new, site, tmp_path / "alt")
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_the_old_site_stays_when_there_is_no_new_one(tmp_path: Path) -> None:
    site = _folder(tmp_path / "site", "alt")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "neu", site, tmp_path / "alt")
    assert _text(site) == "alt"


@pytest.mark.parametrize("error", [PermissionError, KeyboardInterrupt])
def test_the_old_site_stays_when_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    new, site = _folder(tmp_path / "neu", "neu"), _folder(tmp_path / "site", "alt")
    rename = os.rename

    def stubborn(source: Path, target: Path) -> None:
        if source == new:
            raise error
        rename(source, target)

    monkeypatch.setattr("kek_build.publish.os.rename", stubborn)
    with pytest.raises(error):
        swap(new, site, tmp_path / "alt")
    assert _text(site) == "alt"


def test_the_old_site_stays_when_it_cannot_be_moved_away(tmp_path: Path) -> None:
    new, site = _folder(tmp_path / "neu", "neu"), _folder(tmp_path / "site", "alt")
    with pytest.raises(FileNotFoundError):
        swap(new, site, tmp_path / "nirgends" / "alt")
    assert _text(site) == "alt"
    assert _text(new) == "neu"


# Several files at once


def test_several_files_change_together_and_some_get_another_name(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(f"alt {name}", encoding="utf-8")
    replace_all({tmp_path / "a": (tmp_path / "c", b"neu a"), tmp_path / "b": (tmp_path / "b", b"neu b")})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"c": b"neu a", "b": b"neu b"}


def test_when_one_file_cannot_change_none_does(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("alt a", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        replace_all({tmp_path / "a": (tmp_path / "c", b"neu"), tmp_path / "nirgends": (tmp_path / "d", b"neu")})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"alt a"}


def test_files_are_made_with_their_folder_and_deleted(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("alt a", encoding="utf-8")
    new = tmp_path / "neu" / "b"
    replace_all({tmp_path / "a": None, new: (new, b"neu b")})
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == ["neu", "neu/b"]


def test_a_folder_that_was_made_goes_again_when_nothing_changes(tmp_path: Path) -> None:
    new = tmp_path / "neu" / "b"
    with pytest.raises(FileNotFoundError):
        replace_all({new: (new, b"neu"), tmp_path / "nirgends": None})
    assert [*tmp_path.iterdir()] == []


def test_a_file_whose_writing_is_broken_off_stands_as_it_stood(tmp_path: Path) -> None:
    file = tmp_path / "datei"
    file.write_bytes(b"old")

    def broken_off() -> None:
        with writing(file) as stream:
            stream.write(b"half of it")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("datei", b"old")]
