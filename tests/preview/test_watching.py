# Which files changed, however a program saves them.
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kek_build.preview import Watcher
from tests.preview.sources import WAIT


class Heard:
    """Gathers what a watcher tells."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()
        self._news = threading.Condition()

    def __call__(self, paths: frozenset[Path]) -> None:
        with self._news:
            self.paths |= paths
            self._news.notify_all()

    def wait_for(self, path: Path) -> set[Path]:
        with self._news:
            assert self._news.wait_for(lambda: path in self.paths, WAIT), self.paths
            return self.paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "muster").mkdir(parents=True)
    (folder / "muster" / "da.yml").write_text("a: 1\n")
    (tmp_path / "mkdocs.yml").write_text("a: 1\n")
    (tmp_path / "andere.yml").write_text("a: 1\n")
    return folder


@pytest.fixture
def heard(folder: Path) -> Iterator[Heard]:
    heard = Heard()
    watcher = Watcher(
        [folder, folder / "muster"], [folder.parent / "mkdocs.yml", folder / "nirgends" / "fehlt.json"], heard
    )
    yield heard
    watcher.close()


def _in_place(path: Path) -> None:
    path.write_text("a: 2\n")


def _through_another(path: Path) -> None:
    other = path.with_name(".da.yml.neu")
    other.write_text("a: 2\n")
    other.replace(path)


def _with_a_backup(path: Path) -> None:
    path.rename(path.with_name("da.yml~"))
    path.write_text("a: 2\n")
    path.with_name("da.yml~").unlink()


def _deleted(path: Path) -> None:
    path.unlink()


def _renamed(path: Path) -> None:
    path.rename(path.with_name("neu.yml"))


@pytest.mark.parametrize("save", [_in_place, _through_another, _with_a_backup, _deleted, _renamed])
def test_a_change_is_told_however_it_is_made(folder: Path, heard: Heard, save: Callable[[Path], None]) -> None:
    save(folder / "muster" / "da.yml")
    heard.wait_for(folder / "muster" / "da.yml")


def test_new_files_and_those_in_new_folders_are_told(folder: Path, heard: Heard) -> None:
    (folder / "muster" / "neu.yml").write_text("a: 1\n")
    heard.wait_for(folder / "muster" / "neu.yml")
    (folder / "muster" / "orte").mkdir()
    heard.wait_for(folder / "muster" / "orte")
    (folder / "muster" / "orte" / "a.yml").write_text("a: 1\n")
    heard.wait_for(folder / "muster" / "orte" / "a.yml")


def test_reading_and_hidden_files_and_others_beside_are_no_change(folder: Path, heard: Heard) -> None:
    (folder / "muster" / "da.yml").read_text()
    (folder / "muster" / ".da.yml.swp").write_text("x")
    (folder.parent / "andere.yml").write_text("a: 2\n")
    (folder.parent / "mkdocs.yml").write_text("a: 2\n")
    assert heard.wait_for(folder.parent / "mkdocs.yml") == {folder.parent / "mkdocs.yml"}
