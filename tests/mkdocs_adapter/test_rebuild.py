# A build after a change makes little anew, and leaves what a build from nothing would.
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kek_build.errors import SetupError
from kek_build.mkdocs_adapter.build import build_site
from kek_build.mkdocs_adapter.setting import SetPage, Setting
from kek_build.pages.record import PageRecord
from tests.example import Copy
from tests.mkdocs_adapter.conftest import configuration
from tests.mkdocs_adapter.test_plugin import _differences


class Project:
    """A county's project that is built again and again."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self.configuration = configuration(copy.root, copy.content)
        self.site = self.build()

    def build(self) -> Path:
        return build_site(self.configuration, documents=False, remembers=True)

    def differences(self) -> list[str]:
        """Where the site is not what a build from nothing makes."""
        return _differences(self.site, build_site(self.configuration, self.copy.root / "anders", documents=False))


@pytest.fixture
def project(copy: Copy) -> Project:
    return Project(copy)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made."""
    paths: list[str] = []
    plain = Setting.set

    def noted(setting: Setting, record: PageRecord) -> SetPage:
        paths.append(record.path)
        return plain(setting, record)

    monkeypatch.setattr(Setting, "set", noted)
    return paths


def test_after_a_change_only_what_shows_it_is_made_and_nothing_else_differs(project: Project, made: list[str]) -> None:
    page = project.site / "massnahmen/2-1/index.html"
    before = page.stat().st_mtime_ns
    project.copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    project.build()
    assert "massnahmen/1-2/" in made
    assert "massnahmen/2-1/" not in made
    assert page.stat().st_mtime_ns == before
    assert project.differences() == []


def test_pages_of_the_menu_are_made_again_only_where_they_show_what_changed(project: Project, made: list[str]) -> None:
    project.copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    project.build()
    assert {"massnahmen/", "daten/"} <= set(made)
    assert made.count("massnahmen/") == 1
    assert not {"verlauf/", "ziele/", "orte/", "akteure/"} & set(made)
    assert project.differences() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda copy: copy.write("massnahmen/1-77.yml", "nummer: 1-77\ntitel: Neues\nhandlungsfeld: I\n"),
        lambda copy: copy.replace("konzept.yml", "name: Landkreis Muster", "name: Kreis Muster"),
        lambda copy: copy.replace("massnahmen/1-2.yml", "aliase: [1-5, 0-7]", "aliase: [1-5, 0-7, 0-8]"),
    ],
    ids=["a new measure", "the name of the county", "one more former name"],
)
def test_any_change_gives_what_a_build_from_nothing_gives(project: Project, change: Callable[[Copy], None]) -> None:
    change(project.copy)
    project.build()
    assert project.differences() == []


def test_a_build_that_is_stopped_while_it_changes_the_site_is_finished_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    plain, count = Path.replace, 0

    def stopped(path: Path, target: Path) -> Path:
        nonlocal count
        count += "unterwegs" in str(path)
        if count == 2:
            raise KeyboardInterrupt
        return plain(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            project.build()
    project.build()
    assert project.differences() == []
    assert not list(project.copy.root.glob(".site*"))


def test_a_wrong_change_leaves_everything_and_the_right_one_after_it_is_built(project: Project) -> None:
    title = "leerer Häuser"
    project.copy.replace("massnahmen/1-2.yml", f"titel: Verzeichnis {title}", f"titl: Verzeichnis {title}")
    with pytest.raises(SetupError):
        project.build()
    project.copy.replace("massnahmen/1-2.yml", f"titl: Verzeichnis {title}", "titel: Verzeichnis aller Häuser")
    project.build()
    assert project.differences() == []


@pytest.mark.parametrize("spoilt", [b"", b"\x80\x05K\x01.", b"kaputt"])
def test_where_nothing_useful_was_kept_everything_is_made(project: Project, made: list[str], spoilt: bytes) -> None:
    (kept,) = (project.copy.root / ".cache/bau").glob("*.teile")
    kept.write_bytes(spoilt)
    project.copy.replace("massnahmen/1-2.yml", "leerer Häuser", "aller Häuser")
    project.build()
    assert "massnahmen/2-1/" in made
    assert project.differences() == []


def test_a_site_that_somebody_changed_is_made_anew(project: Project, made: list[str]) -> None:
    (project.site / "massnahmen/2-1/index.html").write_text("von Hand", encoding="utf-8")
    project.build()
    assert "massnahmen/2-1/" in made
    assert project.differences() == []
