from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kek_build.builds import Begun, Inputs, Wanted

_EARLIER = 1_700_000_000_000_000_000


def _age(folder: Path) -> None:
    """Let all files be old: a file that was changed just now is looked into, not trusted by its time."""
    for path in folder.rglob("*"):
        os.utime(path, ns=(_EARLIER, _EARLIER))


@dataclass
class Project:
    """A project with a site that was built, as far as its memory knows."""

    root: Path
    variables: tuple[str, ...] = ()
    wanted: Wanted = field(init=False)

    def __post_init__(self) -> None:
        for name, text in (
            ("mkdocs.yml", "site_name: x"),
            ("content/1.yml", "titel: eins"),
            ("site/index.html", "<p>"),
        ):
            (self.root / name).parent.mkdir(exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")
        _age(self.root)
        self.wanted = Wanted(self.root / "mkdocs.yml")

    @property
    def inputs(self) -> Inputs:
        places = (str(self.root / "mkdocs.yml"), str(self.root / "fehlt.json"))
        return Inputs(places, str(self.root / "content"), self.variables)

    def build(self, during: Callable[[], object] = lambda: None) -> None:
        begun = Begun.now(self.inputs)
        during()
        self.wanted.remember(self.root, begun, self.root / "site")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return Project(tmp_path)


def test_what_was_never_built_is_not_current(project: Project) -> None:
    assert not project.wanted.is_current()


def test_a_site_is_current_as_long_as_nothing_changes(project: Project) -> None:
    project.build()
    assert project.wanted.is_current()
    assert project.wanted.is_current()


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content/1.yml").write_text("titel: zwei"),
        lambda root: (root / "content/2.yml").write_text("titel: neu"),
        lambda root: (root / "content/1.yml").unlink(),
        lambda root: (root / "content/1.yml").rename(root / "content/3.yml"),
        lambda root: (root / "mkdocs.yml").write_text("site_name: y"),
        lambda root: (root / "fehlt.json").write_text("{}"),
        lambda root: (root / "site/index.html").write_text("<b>"),
        lambda root: (root / "site/index.html").unlink(),
        lambda root: (root / "site/mehr.html").write_text("<p>"),
    ],
)
def test_a_site_is_not_current_after_any_change(project: Project, change: Callable[[Path], object]) -> None:
    project.build()
    change(project.root)
    assert not project.wanted.is_current()


def test_a_file_with_another_time_and_the_same_content_is_no_change(project: Project) -> None:
    project.build()
    os.utime(project.root / "content/1.yml")
    assert project.wanted.is_current()


def test_a_change_of_the_same_length_in_the_same_moment_is_found(project: Project) -> None:
    file = project.root / "content/1.yml"
    os.utime(file)
    project.build()
    moment = file.stat().st_mtime_ns
    file.write_text("titel: neun"[: len("titel: eins")], encoding="utf-8")
    os.utime(file, ns=(moment, moment))
    assert not project.wanted.is_current()


def test_what_changes_while_the_site_is_built_is_found_by_the_next_build(project: Project) -> None:
    project.build(lambda: (project.root / "content/1.yml").write_text("titel: zwei"))
    assert not project.wanted.is_current()


def test_a_variable_that_the_configuration_names_counts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.variables = ("KEK_SITE_URL",)
    project.build()
    monkeypatch.setenv("ANDERE", "https://muster.invalid/")
    assert project.wanted.is_current()
    monkeypatch.setenv("KEK_SITE_URL", "https://muster.invalid/")
    assert not project.wanted.is_current()


def test_a_commit_counts_because_pages_tell_the_history(project: Project) -> None:
    def git(*arguments: str) -> None:
        author = ["-c", "user.name=x", "-c", "user.email=x@muster.invalid"]
        command = ["git", *author, *arguments]
        subprocess.run(command, cwd=project.root, check=True, capture_output=True)  # noqa: S603

    git("init")
    git("commit", "--allow-empty", "-m", "eins")
    project.build()
    assert project.wanted.is_current()
    git("commit", "--allow-empty", "-m", "zwei")
    assert not project.wanted.is_current()


def test_sites_with_and_without_documents_have_memories_of_their_own(project: Project) -> None:
    project.build()
    assert not Wanted(project.wanted.configuration, documents=False).is_current()
    assert not Wanted(project.wanted.configuration, target=project.root / "anderswo").is_current()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"format": 1}', b'{"format": 99}', b"\xff"])
def test_a_memory_that_is_broken_is_none(project: Project, content: bytes) -> None:
    project.build()
    (memory,) = (project.root / ".cache/bau").iterdir()
    memory.write_bytes(content)
    assert not project.wanted.is_current()
