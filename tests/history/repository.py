# A git repository of a test's own: with the example in it, commits at given times, and no settings of the machine.
from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kek_build.history import Change, ConceptHistory, History, read_history
from tests.example import Copy, copy_to

NAME, MAIL, MESSAGE = "Erika Editor", "erika@editor.invalid", "Geheime Nachricht"
"""What no page and no feed may ever say."""


def git(*arguments: str, when: str | None = None) -> str:
    """Run git with settings of nobody."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    environment |= {f"GIT_{who}_NAME": NAME for who in ("AUTHOR", "COMMITTER")}
    environment |= {f"GIT_{who}_EMAIL": MAIL for who in ("AUTHOR", "COMMITTER")}
    if when:
        environment |= {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    command = ["git", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout  # noqa: S603


@dataclass
class Repository:
    """A repository whose project lies in a folder of it."""

    top: Path
    copy: Copy
    minute: int = 0

    @property
    def content(self) -> Path:
        return self.copy.content

    def git(self, *arguments: str, when: str | None = None) -> str:
        """Run git in the repository; `when` is both times of a commit."""
        return git("-C", str(self.top), *arguments, when=when)

    def clone(self, target: Path, *options: str) -> Path:
        """Clone it over the way that knows shallow clones; gives the content folder of the clone."""
        git("clone", "-q", *options, f"file://{self.top}", str(target))
        return target / self.content.relative_to(self.top)

    def commit(self, when: str | None = None, *arguments: str) -> None:
        """Commit everything; without a time, a minute after the last commit."""
        self.minute += 1
        when = when or f"2026-03-02T10:{self.minute:02}:00+01:00"
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", MESSAGE, *arguments, when=when)

    def change(self, name: str, old: str, new: str, when: str | None = None) -> None:
        """Change one place in a file and commit it."""
        self.copy.replace(name, old, new)
        self.commit(when)

    def move(self, old: str, new: str) -> None:
        """Give a file of the concept another name."""
        (self.copy.folder / old).rename(self.copy.folder / new)

    def history(self) -> History:
        return read_history(self.content)

    def told(self) -> ConceptHistory:
        """What is told of the example."""
        return self.history().of("musterkreis")

    def newest(self) -> Change:
        return self.told().changes[0]

    def of(self, ref: str) -> tuple[Change, ...]:
        return self.told().of(ref)


def repository_in(top: Path, project: str = "") -> Repository:
    """A repository with the example in its first commit.

    Args:
        top: an empty folder.
        project: the folder of the project inside it.
    """
    top.mkdir(parents=True, exist_ok=True)
    repository = Repository(top, copy_to(top / project))
    repository.git("init", "-q", "-b", "main")
    repository.commit()
    return repository


def said(change: Change) -> list[tuple[str, str, str | None, str | None]]:
    """The fields of a change, in short."""
    return [(field.label, field.what, field.before, field.after) for field in change.fields]
