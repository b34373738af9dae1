# A server with the example online, and the desk of an editor who pushes to it: made once, and copied for each test.
from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from kek_build.server.layout import Server, Settings, open_server
from kek_build.server.releases import Release, online
from kek_build.server.setup import set_up
from tests.example import MINIMAL, Copy
from tests.history.repository import git

CONFIGURATION = {
    "INHERIT": "site_config/base.yml",
    "site_name": "Konzepte & <Kreise>",
    "docs_dir": "docs_templates/assets",
    "theme": {"custom_dir": "docs_templates/theme"},
    "plugins": [
        {
            "kek": {
                "inhalt": "content",
                "titel": "Konzepte & <Kreise>",
                "einleitung": "Zum Lesen & <Suchen>.",
                "anbieter": {"name": "Betreiber & <Partner>"},
            }
        }
    ],
}
"""A configuration as a county has it in its project."""

SMALL = {
    "konzept.yml": MINIMAL,
    "handlungsfelder/II.yml": "nummer: II\ntitel: Wege & <Straßen>\n",
    "massnahmen/1-2.yml": "nummer: 1-2\ntitel: Brücken bauen\nhandlungsfeld: II\n",
    "massnahmen/2-3.yml": "nummer: 2-3\ntitel: Fahrräder zählen\nhandlungsfeld: II\n",
}
"""A concept of which nothing is known but two measures: a push takes a moment."""

PAGES = 16
"""How many pages that makes."""

SETTINGS = Settings(adresse="https://kek.grünau.invalid/", pdf="nein", behalten=4)


@dataclass
class Pushed:
    """What a push came to, as whoever pushed saw it."""

    accepted: bool
    told: str


@dataclass
class Desk:
    """The repository of an editor."""

    copy: Copy
    server: Server

    def git(self, *arguments: str) -> str:
        return git("-C", str(self.copy.root), *arguments)

    def commit(self) -> str:
        """Commit everything; gives the name of the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Änderung")
        return self.git("rev-parse", "HEAD").strip()

    def retitle(self, title: str) -> str:
        """Give a measure another title and commit that."""
        file = self.copy.folder / "massnahmen/2-3.yml"
        lines = file.read_text(encoding="utf-8").splitlines()
        renamed = [f"titel: {title}" if line.startswith("titel:") else line for line in lines]
        file.write_text("\n".join(renamed) + "\n", encoding="utf-8")
        return self.commit()

    def start(self, *what: str) -> subprocess.Popen[str]:
        """Begin a push, and go on with something else."""
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        command = ["git", "-C", str(self.copy.root), "push", str(self.server.repository), *(what or ("main",))]
        return subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
        )

    def push(self, *what: str) -> Pushed:
        """Push, and wait."""
        return result(self.start(*what))

    @property
    def page(self) -> str:
        """What readers are shown of the measure."""
        return (self.server.current / "massnahmen/2-3/index.html").read_text(encoding="utf-8")

    @property
    def online(self) -> Release:
        found = online(self.server)
        assert found
        return found

    def branch(self, name: str = "main") -> str:
        """What a branch of the server stands at; nothing when it is not there."""
        ref = f"refs/heads/{name}"
        return git("-C", str(self.server.repository), "for-each-ref", "--format=%(objectname)", ref).strip()


def result(process: subprocess.Popen[str]) -> Pushed:
    """What a push came to, once it is done."""
    _, told = process.communicate()
    lines = [line.removeprefix("remote: ").rstrip() for line in told.splitlines()]
    return Pushed(process.returncode == 0, "\n".join(lines))


def wait_for(process: subprocess.Popen[str], text: str) -> None:
    """Read what a push tells until a text comes."""
    assert process.stderr is not None
    for line in process.stderr:
        if text in line:
            return
    raise AssertionError(f"never told: {text}")


@contextmanager
def holding(server: Server) -> Iterator[None]:
    """Hold the lock of a server, as somebody does who is building; waits for those who do."""
    with server.lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def write_configuration(root: Path, **changes: object) -> None:
    """Write the configuration of a county's project."""
    text = yaml.safe_dump({**CONFIGURATION, **changes}, allow_unicode=True, sort_keys=False)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="package")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server and a desk, after a first push."""
    folder = tmp_path_factory.mktemp("vorlage")
    server, _ = set_up(folder / "server", SETTINGS)
    desk = Desk(Copy(folder / "redaktion"), server)
    for name, text in SMALL.items():
        desk.copy.write(name, text)
    write_configuration(desk.copy.root)
    desk.git("init", "-q", "-b", "main")
    desk.commit()
    pushed = desk.push()
    assert pushed.accepted, pushed.told
    assert f"Online: {PAGES} Seiten" in pushed.told
    return folder


def desk_in(template: Path, folder: Path) -> Desk:
    """A copy of the server and the desk: a server that was moved needs its hooks anew."""
    shutil.copytree(template, folder, symlinks=True, dirs_exist_ok=True)
    server, new = set_up(folder / "server", SETTINGS)
    assert not new
    return Desk(Copy(folder / "redaktion"), open_server(server.root))


@pytest.fixture
def desk(template: Path, tmp_path: Path) -> Desk:
    """A desk and a server of this test's own, with the example online."""
    return desk_in(template, tmp_path)
